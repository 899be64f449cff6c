import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import type { EditorLabels } from '../../nl/editor'

/** A task: a list item with a native checkbox before its text. */
class TaskView implements NodeView {
  readonly dom = document.createElement('li')
  readonly contentDOM = document.createElement('div')
  readonly #box = document.createElement('input')
  readonly #labels: EditorLabels

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, labels: EditorLabels) {
    this.#labels = labels
    const label = document.createElement('label')
    label.contentEditable = 'false'
    label.className = 'task-box'
    this.#box.type = 'checkbox'
    // Tab leaves the text; Ctrl+Enter ticks the task at the cursor.
    this.#box.tabIndex = -1
    this.#box.addEventListener('change', () => {
      const position = getPos()
      if (!view.editable || position === undefined) return this.#show(node)
      view.dispatch(view.state.tr.setNodeAttribute(position, 'checked', this.#box.checked))
    })
    label.append(this.#box)
    this.dom.className = 'task'
    this.contentDOM.className = 'task-text'
    this.dom.append(label, this.contentDOM)
    this.#show(node)
  }

  update(node: Node): boolean {
    if (node.type.name !== 'listItem' || node.attrs['checked'] === null) return false
    this.#show(node)
    return true
  }

  #show(node: Node): void {
    const checked = node.attrs['checked'] === true
    const text = (node.firstChild?.textContent ?? '').trim().slice(0, 120)
    this.dom.dataset['checked'] = String(checked)
    this.#box.checked = checked
    this.#box.setAttribute('aria-label', text ? this.#labels.task(text) : this.#labels.emptyTask)
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof globalThis.Node && !this.contentDOM.contains(event.target)
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target)
  }
}

export const Tasks = Extension.create<{ labels: EditorLabels }>({
  name: 'tasks',
  addProseMirrorPlugins() {
    const { labels } = this.options
    const listItem = (node: Node, view: EditorView, getPos: () => number | undefined) =>
      // Without a view of its own an item is a plain <li>.
      (node.attrs['checked'] === null ? null : new TaskView(node, view, getPos, labels)) as NodeView
    return [new Plugin({ props: { nodeViews: { listItem } } })]
  },
})
