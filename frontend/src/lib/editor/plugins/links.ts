import { Extension } from '@tiptap/core'
import type { Mark, Node, Schema } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isMailAddress, isWebAddress } from '../schema/marks'

const address = String.raw`(?:https?:\/\/[^\s<>\ufffc]+\.[^\s<>\ufffc]+|www\.[^\s<>\ufffc.]+\.[^\s<>\ufffc]+|[\p{L}\p{N}.+_-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,})`
const atEnd = new RegExp(`(?:^|[\\s(])(${address})\\s?$`, 'u')
const anywhere = new RegExp(`(^|[\\s(])(${address})`, 'gu')

/** The sign that ends a sentence is not part of the address. */
const bare = (text: string) => {
  const open = (text.match(/\(/g) ?? []).length
  const trimmed = text.replace(/[.,;:!?'"*_~]+$/, '')
  return trimmed.endsWith(')') && (trimmed.match(/\)/g) ?? []).length > open ? trimmed.slice(0, -1).replace(/[.,;:!?'"]+$/, '') : trimmed
}

/** What the user means by an address, or null. */
export function toHref(text: string): string | null {
  const value = text.trim()
  if (isWebAddress(value)) return value
  if (isMailAddress(value)) return `mailto:${value}`
  return /^[^\s<>:/]+\.[^\s<>]{2,}$/.test(value) ? `https://${value}` : null
}

/** Text in which addresses are links, for what is pasted as text. */
export function linkify(schema: Schema, text: string, marks: readonly Mark[] = []): Node[] {
  const nodes: Node[] = []
  let from = 0
  const push = (value: string, some: readonly Mark[]) => {
    if (value) nodes.push(schema.text(value, some))
  }
  for (const match of text.matchAll(anywhere)) {
    const start = match.index + (match[1]?.length ?? 0)
    const value = bare(match[2] ?? '')
    const href = toHref(value)
    if (!href) continue
    push(text.slice(from, start), marks)
    push(value, schema.mark('link', { href }).addToSet(marks))
    from = start + value.length
  }
  push(text.slice(from), marks)
  return nodes
}

/** An address that has just been typed becomes a link. */
function linkTyped(state: EditorState, tr: Transaction, end: number): Transaction | null {
  const $end = state.doc.resolve(end)
  const { parent } = $end
  if (!parent.isTextblock || parent.type.spec.code) return null
  const before = parent.textBetween(0, $end.parentOffset, undefined, '\ufffc')
  const found = atEnd.exec(before)
  const value = bare(found?.[1] ?? '')
  const href = value ? toHref(value) : null
  if (!found || !href) return null
  const from = $end.start() + before.lastIndexOf(found[1] ?? '')
  const to = from + value.length
  const { link, code } = state.schema.marks
  if (!link || !code || state.doc.rangeHasMark(from, to, link) || state.doc.rangeHasMark(from, to, code)) return null
  return tr.addMark(from, to, link.create({ href }))
}

interface Options {
  onopenlink: (href: string) => void
}

export const Links = Extension.create<Options>({
  name: 'links',
  addOptions: () => ({ onopenlink: () => undefined }),
  addProseMirrorPlugins() {
    const { onopenlink } = this.options
    // The page never follows a link by itself.
    const click = (view: EditorView, event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!link) return false
      event.preventDefault()
      event.stopPropagation()
      const wanted = event.button === 1 || event.ctrlKey || event.metaKey || !view.editable
      if (wanted && event.button < 2) onopenlink(link.getAttribute('href') ?? '')
      return wanted
    }
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            click,
            auxclick: click,
            blur: (view) => {
              const tr = view.editable && view.state.selection.empty ? linkTyped(view.state, view.state.tr, view.state.selection.from) : null
              if (tr) view.dispatch(tr)
            },
          },
        },
        appendTransaction(transactions, before, state) {
          const { selection, doc } = state
          if (!selection.empty || !transactions.some((one) => one.docChanged && !one.getMeta('fromOutside') && !one.getMeta('history$'))) return null
          const { $from } = selection
          if (!$from.parent.isTextblock || doc.content.size <= before.doc.content.size) return null
          if ($from.parentOffset > 0) {
            const last = $from.parent.textBetween($from.parentOffset - 1, $from.parentOffset, undefined, '\ufffc')
            return /\s/.test(last) ? linkTyped(state, state.tr, $from.pos) : null
          }
          const previous = doc.resolve($from.before()).nodeBefore
          return previous?.isTextblock ? linkTyped(state, state.tr, $from.before() - 1) : null
        },
      }),
    ]
  },
})
