import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'

const closed = new Set(['codeBlock', 'table', 'verbatim', 'horizontalRule', 'blockquote'])

/** Keeps tables as Markdown knows them, and a line to type on at the end. */
export const Order = Extension.create({
  name: 'order',
  addProseMirrorPlugins: () => [
    tableEditing(),
    new Plugin({
      appendTransaction(transactions, _before, { doc, tr, schema }) {
        if (!transactions.some(({ docChanged }) => docChanged)) return null
        doc.descendants((node, position) => {
          if (node.type.name === 'table') heads(node, position, tr)
          return !node.isTextblock && node.type.name !== 'table'
        })
        const last = doc.lastChild
        if (last && closed.has(last.type.name)) tr.insert(doc.content.size, schema.node('paragraph'))
        return tr.docChanged ? tr : null
      },
    }),
  ],
})

/** The first row, and only that, is the head. */
function heads(table: Node, start: number, tr: Transaction): void {
  table.forEach((row, rowStart, index) => {
    row.forEach((cell, cellStart, column) => {
      const wanted = index === 0 ? 'tableHeader' : 'tableCell'
      const align: unknown = index === 0 ? cell.attrs['align'] : (table.firstChild?.maybeChild(column)?.attrs['align'] ?? null)
      if (cell.type.name === wanted && cell.attrs['align'] === align) return
      const type = cell.type.schema.nodes[wanted]
      tr.setNodeMarkup(start + rowStart + cellStart + 2, type, { ...cell.attrs, align })
    })
  })
}
