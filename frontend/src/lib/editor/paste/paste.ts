import { Extension } from '@tiptap/core'
import { Fragment, type Mark, type Node, type ResolvedPos, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { isInTable } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { linkify, toHref } from '../plugins/links'
import { cleanHtml } from './clean'

/** Text stays text: an empty line is a new paragraph, a new line a new line. */
export function plainSlice(schema: Schema, text: string, marks: readonly Mark[] = []): Slice {
  const paragraphs = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split(/\n[ \t]*\n+/).map((part) => {
    const content = part.split('\n').flatMap((line, index): Node[] => [
      ...(index > 0 ? [schema.node('hardBreak')] : []),
      ...linkify(schema, line, marks),
    ])
    return schema.node('paragraph', null, content)
  })
  return new Slice(Fragment.from(paragraphs), 1, 1)
}

/** A table cell takes one line: blocks and breaks become spaces. */
function oneLine(schema: Schema, slice: Slice): Slice {
  const nodes: Node[] = []
  slice.content.descendants((node) => {
    if (node.isTextblock && nodes.length > 0) nodes.push(schema.text(' '))
    if (node.isInline) nodes.push(node.type.name === 'hardBreak' ? schema.text(' ', node.marks) : node)
    return !node.isInline
  })
  return new Slice(Fragment.from(nodes), 0, 0)
}

/** The text for other programs: list signs and tabs, no codes. */
export function plainText(slice: Slice): string {
  return blocksToText(slice.content, '').replace(/\n+$/, '')
}

function blocksToText(content: Fragment, indent: string): string {
  const parts: string[] = []
  content.forEach((node, _offset, index) => {
    if (node.isInline || node.isTextblock) parts.push(inlineText(node))
    else if (node.type.name === 'tableRow') parts.push(Array.from({ length: node.childCount }, (_, cell) => inlineText(node.child(cell))).join('\t'))
    else if (node.type.name === 'listItem') parts.push(blocksToText(node.content, indent).replace(/\n{2,}/g, '\n'))
    else if (node.type.name.endsWith('List')) parts.push(listText(node, indent))
    else if (node.isAtom) parts.push(String(node.attrs['source'] ?? '---'))
    else parts.push(blocksToText(node.content, indent))
    const inline = node.isInline && index < content.childCount - 1
    if (!inline) parts.push(node.type.name === 'tableRow' || node.type.name === 'listItem' ? '\n' : '\n\n')
  })
  return parts.join('').replace(/\n+$/, '')
}

function listText(list: Node, indent: string): string {
  return Array.from({ length: list.childCount }, (_, index) => {
    const item = list.child(index)
    const checked = item.attrs['checked'] as boolean | null
    const sign = list.type.name === 'orderedList' ? `${Number(list.attrs['start']) + index}. ` : '- '
    const box = checked === null ? '' : checked ? '[x] ' : '[ ] '
    const text = blocksToText(item.content, '').replace(/\n{2,}/g, '\n').replaceAll('\n', '\n  ')
    return `${indent}${sign}${box}${text}`
  }).join('\n')
}

function inlineText(node: Node): string {
  if (node.isText) return node.text ?? ''
  if (node.type.name === 'hardBreak') return '\n'
  if (node.isAtom && node.isInline) return String(node.attrs['source'] ?? '')
  return node.textBetween(0, node.content.size, ' ', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : String(leaf.attrs['source'] ?? '')))
}

/** A table, or cells of one, and nothing else. */
const isTable = ({ content }: Slice) => {
  let only = true
  content.forEach((node) => {
    only &&= node.type.name.startsWith('table')
  })
  return only && content.childCount > 0
}

function pasteAddress(view: EditorView, text: string): boolean {
  const { selection, schema, tr } = view.state
  const href = /\s/.test(text.trim()) ? null : toHref(text)
  if (!href || selection.empty || !selection.$from.sameParent(selection.$to) || selection.$from.parent.type.spec.code) return false
  view.dispatch(tr.addMark(selection.from, selection.to, schema.mark('link', { href })))
  return true
}

export const Paste = Extension.create({
  name: 'paste-clean',
  addProseMirrorPlugins() {
    // ProseMirror wraps what is pasted in a cell in cells, so the slice alone does not tell.
    let cells = false
    return [new Plugin({
      props: {
        clipboardTextSerializer: plainText,
        transformPastedHTML: (html) => {
          const clean = cleanHtml(html)
          cells = /<t[rdh][\s>]/.test(clean)
          return clean
        },
        clipboardTextParser: (text: string, $context: ResolvedPos) => plainSlice($context.doc.type.schema, text, $context.marks()),
        transformPasted: (slice, view, plain) => {
          const inLine = isInTable(view.state) && (plain || !cells || !isTable(slice))
          return inLine ? oneLine(view.state.schema, slice) : slice
        },
        handlePaste(view, event) {
          const data = event.clipboardData
          // A picture alone is nothing for a note.
          if (data && data.files.length > 0 && !data.types.includes('text/html') && !data.types.includes('text/plain')) return true
          return pasteAddress(view, data?.getData('text/plain') ?? '')
        },
        handleDrop: (_view, event) => (event.dataTransfer?.files.length ?? 0) > 0,
      },
    })]
  },
})
