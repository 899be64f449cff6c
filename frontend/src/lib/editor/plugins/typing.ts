import { Extension, InputRule, wrappingInputRule } from '@tiptap/core'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { history } from '@tiptap/pm/history'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Undo and redo as long as the note is open. */
export const History = Extension.create({
  name: 'history',
  addProseMirrorPlugins: () => [history({ depth: 1000 }), gapCursor()],
})

/** The only signs that do something while typing: "- ", "1. " and "[ ] ". */
export const ListSigns = Extension.create({
  name: 'listSigns',
  addInputRules() {
    const { bulletList, orderedList, listItem } = this.editor.schema.nodes
    if (!bulletList || !orderedList || !listItem) return []
    return [
      wrappingInputRule({ find: /^-\s$/, type: bulletList }),
      wrappingInputRule({ find: /^1\.\s$/, type: orderedList }),
      new InputRule({
        find: /^\[([ xX]?)\]\s$/,
        handler: ({ state, range, match, chain }) => {
          const checked = (match[1] ?? '').toLowerCase() === 'x'
          const $start = state.doc.resolve(range.from)
          if ($start.parent.type.name !== 'paragraph' || $start.node(-1).type.name.startsWith('table')) return null
          const inItem = $start.node(-1).type === listItem && $start.index(-1) === 0
          const made = chain().deleteRange(range)
          if (!inItem) made.toggleList('bulletList', 'listItem')
          made.updateAttributes('listItem', { checked }).run()
          return undefined
        },
      }),
    ]
  },
})

/** Shows what the box is for, until there is text. */
export const Placeholder = Extension.create<{ text: string }>({
  name: 'placeholder',
  addProseMirrorPlugins() {
    const { text } = this.options
    if (!text) return []
    return [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const first = doc.firstChild
            if (doc.childCount !== 1 || !first || first.type.name !== 'paragraph' || first.content.size > 0) return null
            return DecorationSet.create(doc, [Decoration.node(0, first.nodeSize, { class: 'placeholder', 'data-placeholder': text })])
          },
        },
      }),
    ]
  },
})
