import type { JSONContent } from '@tiptap/core'
import type { List, ListItem, Nodes, PhrasingContent, Table } from 'mdast'
import { isWebAddress } from '../schema/marks'

/** Thrown for what a note editor cannot show as text; the block stays as it is written. */
export class Unsupported extends Error {}

type Marks = NonNullable<JSONContent['marks']>
const markNames = { emphasis: 'italic', strong: 'bold', delete: 'strike' } as const

/** mdast to the editor's nodes, for one top-level block of `source`. */
export class NodeMaker {
  readonly #source: string
  #depth = 0

  constructor(source: string) {
    this.#source = source
  }

  block(node: Nodes): JSONContent {
    switch (node.type) {
      case 'paragraph':
        return { type: 'paragraph', content: this.#inline(node.children) }
      case 'heading':
        return { type: 'heading', attrs: { level: node.depth }, content: this.#inline(node.children) }
      case 'thematicBreak':
        return { type: 'horizontalRule' }
      case 'code': {
        const value = lines(node.value)
        return {
          type: 'codeBlock',
          attrs: { language: node.lang ?? null, meta: node.meta ?? null },
          content: value ? [{ type: 'text', text: value }] : [],
        }
      }
      case 'blockquote':
        return { type: 'blockquote', content: this.#nested(node.children) }
      case 'list':
        return this.#list(node)
      case 'table':
        return this.#table(node)
      case 'html':
        return { type: 'verbatim', attrs: { source: lines(node.value) } }
      default: {
        const source = this.#slice(node)
        if (source.includes('\n')) throw new Unsupported(node.type)
        return { type: 'verbatim', attrs: { source } }
      }
    }
  }

  #nested(children: Nodes[]): JSONContent[] {
    this.#depth += 1
    const content = children.map((child) => this.block(child))
    this.#depth -= 1
    return content.length > 0 ? content : [{ type: 'paragraph' }]
  }

  #list(node: List): JSONContent {
    const loose = Boolean(node.spread) || node.children.some((item) => item.spread)
    const content = node.children.map((item) => this.#item(item))
    if (!node.ordered) return { type: 'bulletList', attrs: { loose }, content }
    return { type: 'orderedList', attrs: { loose, start: node.start ?? 1 }, content }
  }

  #item(node: ListItem): JSONContent {
    const content = this.#nested(node.children)
    let checked = node.checked ?? null
    // GFM sees a checkbox only before text. Here a task may still be empty.
    const first = node.children[0]
    if (checked === null && first?.type === 'paragraph') {
      const empty = /^\[([ xX])\]$/.exec(this.#slice(first))
      if (empty && first.children[0]?.type === 'text') {
        checked = empty[1] !== ' '
        content[0] = { type: 'paragraph' }
      }
    }
    return { type: 'listItem', attrs: { checked }, content }
  }

  #table(node: Table): JSONContent {
    const width = node.children[0]?.children.length ?? 0
    const rows = node.children.map((row, index) => {
      if (row.children.length > width) throw new Unsupported('ragged table')
      const cells = Array.from({ length: width }, (_, column) => ({
        type: index === 0 ? 'tableHeader' : 'tableCell',
        attrs: { align: node.align?.[column] ?? null },
        content: [{ type: 'paragraph', content: this.#nestedInline(row.children[column]?.children ?? []) }],
      }))
      return { type: 'tableRow', content: cells }
    })
    return { type: 'table', content: rows }
  }

  #nestedInline(children: PhrasingContent[]): JSONContent[] {
    this.#depth += 1
    const content = this.#inline(children)
    this.#depth -= 1
    return content
  }

  #inline(children: PhrasingContent[], marks: Marks = []): JSONContent[] {
    return children.flatMap((child) => this.#phrase(child, marks))
  }

  #phrase(node: PhrasingContent, marks: Marks): JSONContent[] {
    switch (node.type) {
      case 'text':
        return words(node.value, marks)
      case 'inlineCode':
        return words(node.value, [...marks, { type: 'code' }])
      case 'break':
        return [{ type: 'hardBreak', marks }]
      case 'emphasis':
      case 'strong':
      case 'delete': {
        const type = markNames[node.type]
        if (marks.some((mark) => mark.type === type)) throw new Unsupported('the same mark twice')
        return this.#inline(node.children, [...marks, { type }])
      }
      case 'link': {
        const plain = isWebAddress(node.url) && node.children.length > 0
        if (!plain) return [this.#verbatim(node, marks)]
        return this.#inline(node.children, [...marks, { type: 'link', attrs: { href: node.url, title: node.title ?? null } }])
      }
      default:
        return [this.#verbatim(node, marks)]
    }
  }

  #verbatim(node: Nodes, marks: Marks): JSONContent {
    const source = this.#slice(node)
    // In a quote or a list the next line begins with signs of the quote or the list.
    if (source.includes('\n') && this.#depth > 0) throw new Unsupported('verbatim over lines')
    return { type: 'verbatimInline', attrs: { source }, marks }
  }

  #slice(node: Nodes): string {
    const { start, end } = node.position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) throw new Unsupported('no position')
    return lines(this.#source.slice(start.offset, end.offset))
  }
}

function lines(value: string): string {
  return value.replace(/\r\n?/g, '\n')
}

function words(value: string, marks: Marks): JSONContent[] {
  const text = lines(value).replaceAll('\n', ' ')
  return text ? [{ type: 'text', text, marks }] : []
}
