import { Extension } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'

/** A reference that is being typed: "[[", and words without an end yet. */
export interface Typed { from: number; to: number; words: string }

interface Options {
  ontyped: (typed: Typed | null) => void
  /** A key while a reference is typed; true when it was used. */
  onkey: (key: string) => boolean
}

/** Tells what is typed behind "[[", and lets a list of titles have the keys. */
export const NoteSuggest = Extension.create<Options>({
  name: 'noteSuggest',
  priority: 1200,
  addOptions: () => ({ ontyped: () => undefined, onkey: () => false }),
  addProseMirrorPlugins() {
    const { ontyped, onkey } = this.options
    return [
      new Plugin({
        view: () => ({
          update: (view, before) => {
            if (before.doc.eq(view.state.doc) && before.selection.eq(view.state.selection)) return
            // Only typing opens the list; who walks through a text is left alone.
            ontyped(view.editable && view.state.doc.content.size !== before.doc.content.size ? typedAt(view.state) : null)
          },
          destroy: () => ontyped(null),
        }),
        props: {
          handleKeyDown: (_view, event) =>
            !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey && !event.isComposing && onkey(event.key),
          handleDOMEvents: { blur: () => ontyped(null) },
        },
      }),
    ]
  },
})

function typedAt({ selection, schema }: EditorState): Typed | null {
  const { $from, empty } = selection
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null
  if (schema.marks['code']?.isInSet($from.marks())) return null
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
  const after = $from.parent.textBetween($from.parentOffset, $from.parent.content.size, undefined, '\ufffc')
  const found = /(?:^|[^!])\[\[([^[\]|\\\ufffc]{0,80})$/.exec(before)
  const end = /^[^[\]]*\]\]/.exec(after)?.[0] ?? ''
  // Within a reference that has its end already nothing is suggested, but right before "]]" it is.
  if (!found || (end !== '' && end !== ']]')) return null
  const words = found[1] ?? ''
  return { from: $from.pos - words.length - 2, to: $from.pos + end.length, words }
}
