import { Node } from '@tiptap/core'

// A task is a list item with a checkbox, as in Markdown: tasks and other
// items can stand in one list, and a numbered list can have tasks.

/** Loose lists have air between their items; it decides how the note looks elsewhere. */
const loose = { default: false, rendered: false }

export const BulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({ loose }),
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', { role: 'list' }, 0],
})

export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({
    loose,
    start: {
      default: 1,
      parseHTML: (element: HTMLElement) => {
        const start = Number.parseInt(element.getAttribute('start') ?? '1', 10)
        return start >= 0 && start <= 999_999_999 ? start : 1
      },
    },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes: { start } }) => ['ol', start === 1 ? {} : { start: Number(start) }, 0],
})

export const ListItem = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    /** null: no checkbox. */
    checked: {
      default: null,
      keepOnSplit: false,
      parseHTML: (element: HTMLElement) => {
        const checked = element.getAttribute('data-checked')
        return checked === null ? null : checked === 'true'
      },
      renderHTML: ({ checked }) => (checked === null ? {} : { 'data-checked': String(checked) }),
    },
  }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
})
