import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { references } from '../bridge/reference'

interface Options {
  onopennote: (target: string) => void
  /** Says how a reference is opened. */
  hint: string
}

const key = new PluginKey<DecorationSet>('noteLinks')

/** References to other notes look and work like links, and stay words. */
export const NoteLinks = Extension.create<Options>({
  name: 'noteLinks',
  // Ctrl+Enter in a reference comes before ticking the task around it.
  priority: 1100,
  addOptions: () => ({ onopennote: () => undefined, hint: '' }),

  addKeyboardShortcuts() {
    return {
      'Mod-Enter': () => {
        const target = referenceAt(this.editor.state)
        if (target) this.options.onopennote(target)
        return target !== ''
      },
    }
  },

  addProseMirrorPlugins() {
    const { onopennote, hint } = this.options
    const click = (view: EditorView, event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-note]') : null
      const wanted = event.button === 1 || event.ctrlKey || event.metaKey || !view.editable
      if (!link || !wanted || event.button > 1) return false
      event.preventDefault()
      onopennote(link.dataset['note'] ?? '')
      return true
    }
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => decorate(doc, hint),
          apply: (tr, before) => (tr.docChanged ? decorate(tr.doc, hint) : before),
        },
        props: {
          decorations: (state) => key.getState(state),
          handleDOMEvents: { click, auxclick: click },
        },
      }),
    ]
  },
})

function decorate(doc: Node, title: string): DecorationSet {
  const found: Decoration[] = []
  doc.descendants((node, position) => {
    if (node.type.spec.code) return false
    if (!node.isText || node.marks.some(({ type }) => type.name === 'code' || type.name === 'link')) return true
    for (const { from, to, target } of references(node.text ?? '')) {
      const attributes = { class: 'note-link', role: 'link', title, 'data-note': target }
      found.push(Decoration.inline(position + from, position + to, attributes, { target }))
    }
    return true
  })
  return DecorationSet.create(doc, found)
}

/** What the reference at the cursor refers to, or "". */
function referenceAt(state: EditorState): string {
  const { from, to } = state.selection
  const [first] = key.getState(state)?.find(from, to) ?? []
  return first ? String((first.spec as { target: string }).target) : ''
}
