import type { Api, SearchHit, SearchView, TagCount } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'
import { nl } from '../../lib/nl'
import { to } from '../../lib/router.svelte'

const limit = 20
const wait = 120

export interface Piece { text: string; marked: boolean }
export interface Group { kind: string; title: string; hits: SearchHit[] }

/** Cuts a snippet at its marks, which are pairs of UTF-16 positions. */
export function pieces(text: string, marks: number[]): Piece[] {
  const found: Piece[] = []
  let at = 0
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const begin = Math.max(at, marks[i] ?? 0)
    const end = Math.min(text.length, marks[i + 1] ?? 0)
    if (begin >= end) continue
    if (begin > at) found.push({ text: text.slice(at, begin), marked: false })
    found.push({ text: text.slice(begin, end), marked: true })
    at = end
  }
  if (at < text.length) found.push({ text: text.slice(at), marked: false })
  return found
}

export function addressOf(hit: SearchHit): string {
  if (hit.kind === 'note') return to.note(hit.id)
  if (hit.kind === 'item') return to.item(hit.id)
  return to.run(hit.run, hit.id)
}

interface Choice { kind: string; tag: string; from: string; to: string }
const all: Choice = { kind: '', tag: '', from: '', to: '' }

/** Search over everything. Only the answer to the last question is shown. */
export class SearchController {
  words = $state('')
  choice: Choice = $state({ ...all })
  tags: TagCount[] = $state.raw([])
  view: SearchView | null = $state.raw(null)
  problem: Problem | null = $state(null)
  #api: Api
  #asked = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(api: Api) {
    this.#api = api
  }

  readonly groups: Group[] = $derived(
    [
      { kind: 'note', title: nl.search.notes, hits: this.view?.notes ?? [] },
      { kind: 'item', title: nl.search.items, hits: this.view?.items ?? [] },
      { kind: 'step', title: nl.search.steps, hits: this.view?.steps ?? [] },
    ].filter((group) => group.hits.length > 0),
  )
  readonly count = $derived(this.groups.reduce((sum, group) => sum + group.hits.length, 0))
  readonly chosen = $derived(Object.values(this.choice).some(Boolean))
  readonly ofNotes = $derived(Boolean(this.choice.tag || this.choice.from || this.choice.to))
  /** Days the wrong way round find nothing; the reader should hear why. */
  readonly turned = $derived(Boolean(this.choice.from && this.choice.to && this.choice.from > this.choice.to))

  /** The tags to choose from. Without them there is still a search. */
  async load(): Promise<void> {
    try {
      const page = await this.#api.notes.list({
        words: '', tag: '', pinned: false, trashed: false, item: '', run: '', step: '', sort: 'updated', offset: 0, limit: 1,
      })
      this.tags = page.tags
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }

  type(words: string): void {
    this.words = words
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.find(), wait)
  }

  choose(part: Partial<Choice>): void {
    // Articles and steps have no labels and no day of change.
    const ofNotes = part.kind === 'item' || part.kind === 'step' ? { tag: '', from: '', to: '' } : {}
    this.choice = { ...this.choice, ...part, ...ofNotes }
    void this.find()
  }

  clear(): void {
    this.choose(all)
  }

  async find(): Promise<void> {
    clearTimeout(this.#timer)
    const asked = ++this.#asked
    if (!this.words.trim()) {
      this.view = null
      return
    }
    const { kind, ...chosen } = this.choice
    try {
      const view = await this.#api.search.find({ words: this.words, kinds: kind ? [kind] : [], ...chosen, limit })
      if (asked !== this.#asked) return
      this.view = view
      this.problem = null
    } catch (reason) {
      if (asked === this.#asked) this.problem = toProblem(reason)
    }
  }
}
