// The rules of Go about parts of items and references between notes, as far as
// the interface depends on them.
import type { ItemSection, LinkView, NoteCard, TitleView } from './api'

export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const slug = (title: string) => fold(title).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')

/** Divides the HTML of an item at its headings. */
export function sections(html: string, notes: NoteCard[]): ItemSection[] {
  const [before = '', ...rest] = html.split(/<h2>(.*?)<\/h2>/)
  const parts: ItemSection[] = before ? [{ id: '', title: '', level: 2, html: before, notes: 0 }] : []
  for (let at = 0; at < rest.length; at += 2) {
    const title = rest[at] ?? ''
    const id = slug(title)
    parts.push({ id, title, level: 2, html: rest[at + 1] ?? '', notes: notes.filter((note) => note.part === id).length })
  }
  return parts
}

const pattern = /(!?)\[\[([^[\]\n|\\]*[^[\]\n|\\ \t][^[\]\n|\\]*)(?:\\?\|([^[\]\n|\\]+))?\]\](?![([])/g

/** What a text refers to, each once. Code is not looked at. */
export function refs(body: string): string[] {
  const text = body.replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
  return [...new Set([...text.matchAll(pattern)].filter(([, bang]) => !bang).map(([, , ref]) => (ref ?? '').trim()))]
}

type Referred = Pick<NoteCard, 'id' | 'title' | 'created' | 'trashed'> & { formerTitles: string[] }

export function resolve(target: string, notes: Referred[]): LinkView {
  const [title = '', ...heading] = target.split('#')
  const head = heading.length > 0 ? title.trim() : ''
  const rank = (note: Referred) => {
    const is = (text: string) => text !== '' && fold(note.title) === fold(text)
    const was = (text: string) => text !== '' && note.formerTitles.some((old) => fold(old) === fold(text))
    return [note.id === target, is(target), was(target), note.id === head, is(head), was(head)].indexOf(true)
  }
  const order = (note: Referred) => (note.trashed ? 10 : 0) + rank(note)
  const found = notes.filter((note) => rank(note) >= 0)
    .sort((a, b) => order(a) - order(b) || b.created.localeCompare(a.created))
  const best = found[0]
  if (!best) return { target, id: '', title: head || target, trashed: false, same: 0 }
  const same = found.filter((note) => order(note) === order(best)).length
  return { target, id: best.id, title: best.title, trashed: best.trashed !== '', same }
}

/** The notes whose title holds the words, with the reference to each. */
export function titles(words: string, notes: (Referred & NoteCard)[]): TitleView[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  return notes.filter((note) => !note.trashed && wanted.every((word) => fold(note.title).includes(word)))
    .sort((a, b) => Number(fold(b.title).startsWith(fold(words))) - Number(fold(a.title).startsWith(fold(words))) || b.updated.localeCompare(a.updated))
    .slice(0, 20)
    .map(({ id, title, updated }) => {
      const safe = title.replaceAll('[', '(').replaceAll(']', ')').replace(/[|\\]/g, '/')
      const byTitle = safe === title && resolve(title, notes).id === id
      return { id, title, updated, text: byTitle ? `[[${title}]]` : `[[${id}|${safe}]]` }
    })
}
