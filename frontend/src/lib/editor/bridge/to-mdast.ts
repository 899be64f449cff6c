import type { Node } from '@tiptap/pm/model'
import type { BlockContent, ListItem, Nodes, PhrasingContent, TableRow } from 'mdast'
import { toPhrasing } from './leaves'

/** One block of the editor as mdast; null where there is nothing to write. */
export function toMdast(node: Node): Nodes | null {
  switch (node.type.name) {
    case 'paragraph': {
      const children = toPhrasing(node)
      return children.length > 0 ? { type: 'paragraph', children } : null
    }
    case 'heading':
      return { type: 'heading', depth: node.attrs['level'] as 1, children: toPhrasing(node) }
    case 'horizontalRule':
      return { type: 'thematicBreak' }
    case 'codeBlock':
      return {
        type: 'code',
        lang: (node.attrs['language'] as string | null) ?? null,
        meta: (node.attrs['meta'] as string | null) ?? null,
        value: node.textContent,
      }
    case 'blockquote':
      return { type: 'blockquote', children: blocks(node) }
    case 'bulletList':
    case 'orderedList':
      return list(node)
    case 'table':
      return table(node)
    default:
      return { type: 'html', value: String(node.attrs['source'] ?? '') }
  }
}

function blocks(node: Node): BlockContent[] {
  return children(node).flatMap((child) => (toMdast(child) as BlockContent | null) ?? [])
}

function children(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, index) => node.child(index))
}

function list(node: Node): Nodes {
  const items = children(node).map((item): ListItem => {
    const content = blocks(item)
    const checked = item.attrs['checked'] as boolean | null
    if (checked === null) return { type: 'listItem', checked: null, children: content }
    if (item.firstChild?.type.name === 'paragraph' && content[0]?.type === 'paragraph' && item.firstChild.textContent.trim()) {
      return { type: 'listItem', checked, children: content }
    }
    // A task without words: GFM has no such thing, the signs keep it.
    const box: PhrasingContent = { type: 'html', value: checked ? '[x]' : '[ ]' }
    return { type: 'listItem', checked: null, children: [{ type: 'paragraph', children: [box] }, ...content] }
  })
  // Two paragraphs in one item make the whole list loose.
  const spread = Boolean(node.attrs['loose']) || items.some((item) => paragraphsInARow(item.children))
  for (const item of items) item.spread = spread
  const ordered = node.type.name === 'orderedList'
  return { type: 'list', ordered, start: ordered ? Number(node.attrs['start']) : null, spread, children: items }
}

function paragraphsInARow(content: Nodes[]): boolean {
  return content.some((node, index) => node.type === 'paragraph' && content[index + 1]?.type === 'paragraph')
}

function table(node: Node): Nodes {
  const [head, ...rest] = children(node)
  const align = head ? children(head).map((cell) => (cell.attrs['align'] as 'left' | null) ?? null) : []
  const rows = [head, ...rest].flatMap((row): TableRow[] =>
    row ? [{ type: 'tableRow', children: children(row).map((cell) => ({ type: 'tableCell', children: line(cell) })) }] : [],
  )
  return { type: 'table', align, children: rows }
}

/** A cell is one line. */
function line(cell: Node): PhrasingContent[] {
  const parts = children(cell).flatMap((paragraph, index) => [
    ...(index > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
    ...toPhrasing(paragraph),
  ])
  return spaces(parts)
}

function spaces(parts: PhrasingContent[]): PhrasingContent[] {
  return parts.map((part) => {
    if (part.type === 'break') return { type: 'text', value: ' ' }
    return 'children' in part ? ({ ...part, children: spaces(part.children) } as PhrasingContent) : part
  })
}
