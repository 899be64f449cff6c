import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export interface Item {
  node: Node
  position: number
}

/** The list items that the selection touches, the innermost ones. */
export function selectedItems(state: EditorState): Item[] {
  const { $from, from, to } = state.selection
  const items: Item[] = []
  state.doc.nodesBetween(from, to, (node, position) => {
    if (node.type.name !== 'listItem') return true
    const first = node.firstChild
    const head = position + 1 + (first?.nodeSize ?? 0)
    // An item whose own line lies outside the selection only holds selected items.
    if (from <= head || items.length === 0) items.push({ node, position })
    return true
  })
  if (items.length <= 1 || state.selection.empty) {
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      const node = $from.node(depth)
      if (node.type.name === 'listItem') return state.selection.empty || items.length <= 1 ? [{ node, position: $from.before(depth) }] : items
    }
    return items
  }
  return items.filter(({ node, position }) => from <= position + 1 + (node.firstChild?.nodeSize ?? 0))
}

/** The kind of list at the cursor. */
export function inList(state: EditorState): 'bulletList' | 'orderedList' | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { name } = $from.node(depth).type
    if (name === 'bulletList' || name === 'orderedList') return name
  }
  return null
}

export function setChecked(tr: Transaction, items: Item[], checked: boolean | null): Transaction {
  for (const { position } of items) tr.setNodeAttribute(position, 'checked', checked)
  return tr
}

/** Ticks or unticks the task at the cursor. */
export function toggleTask(view: EditorView): boolean {
  const items = selectedItems(view.state).filter(({ node }) => node.attrs['checked'] !== null)
  if (items.length === 0) return false
  const done = items.every(({ node }) => node.attrs['checked'] === true)
  view.dispatch(setChecked(view.state.tr, items, !done))
  return true
}
