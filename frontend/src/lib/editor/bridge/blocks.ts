import type { JSONContent } from '@tiptap/core'
import { Node, type Schema } from '@tiptap/pm/model'
import type { Nodes } from 'mdast'
import { parse, serialize } from './markdown'
import { fingerprint } from './same'
import { toMdast } from './to-mdast'
import { NodeMaker } from './to-nodes'

/** A top-level block of a note as it was written. */
export interface Block {
  node: Node
  text: string
  /** What stands between this block and the next, or behind the last one. */
  gap: string
  next: Block | null
  first: boolean
}

export interface Split {
  prefix: string
  blocks: Block[]
  /** What the references in the note refer to; they decide how a block is shown. */
  definitions: string
}

/** Properties at the top, as other programs write them; Markdown would see a line and a heading. */
const frontMatter = /^---[ \t]*\r?\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

export function split(markdown: string, schema: Schema): Split {
  const start = markdown.startsWith('\uFEFF') ? 1 : 0
  const properties = frontMatter.exec(markdown.slice(start))?.[0] ?? ''
  const head = /^[\w-]+[ \t]*:/m.test(properties) ? properties : ''
  const pieces: { from: number; to: number; node: Nodes | null }[] = []
  const body = start + head.length
  if (head) pieces.push({ from: start, to: start + head.trimEnd().length, node: null })

  const source = markdown.slice(body)
  const { children } = parse(source)
  for (const node of children) {
    const from = lineStart(source, node.position?.start.offset ?? 0)
    pieces.push({ from: body + from, to: body + (node.position?.end.offset ?? 0), node })
  }
  const definitions = children
    .filter((node) => node.type === 'definition' || node.type === 'footnoteDefinition')
    .map((node) => source.slice(node.position?.start.offset, node.position?.end.offset))
    .join('\n\n')

  const maker = new NodeMaker(source)
  const blocks: Block[] = []
  pieces.forEach(({ from, to, node }, index) => {
    const text = markdown.slice(from, to)
    const gap = markdown.slice(to, pieces[index + 1]?.from ?? markdown.length)
    const block: Block = { node: toNode(node, text, maker, schema, definitions), text, gap, next: null, first: index === 0 }
    const before = blocks.at(-1)
    if (before) before.next = block
    blocks.push(block)
  })
  const prefix = markdown.slice(0, pieces[0]?.from ?? markdown.length)
  const whole = blocks.every(({ gap }) => gap.trim() === '') && prefix.replace('\uFEFF', '').trim() === ''
  return whole ? { prefix, blocks, definitions } : asOne(markdown, schema)
}

/** A block begins with the blanks before it: they decide what it is. */
function lineStart(source: string, offset: number): number {
  const begin = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
  return source.slice(begin, offset).trim() === '' ? begin : offset
}

/** Should never be needed: text that lies in no block would be lost. */
function asOne(markdown: string, schema: Schema): Split {
  const block: Block = { node: verbatim(schema, markdown), text: markdown, gap: '', next: null, first: true }
  return { prefix: '', blocks: [block], definitions: '' }
}

function verbatim(schema: Schema, source: string): Node {
  return schema.nodeFromJSON({ type: 'verbatim', attrs: { source: source.replace(/\r\n?/g, '\n') } })
}

function toNode(block: Nodes | null, text: string, maker: NodeMaker, schema: Schema, definitions: string): Node {
  if (block === null) return verbatim(schema, text)
  const json = attempt(() => maker.block(block))
  if (json === null || json.type === 'verbatim') return verbatim(schema, text)
  const node = attempt(() => {
    const made = Node.fromJSON(schema, json)
    made.check()
    return made
  })
  // A block that would look different after an edit elsewhere in it is not editable.
  if (node === null || !keepsItsLook(node, block, definitions)) return verbatim(schema, text)
  return node
}

function attempt<T extends JSONContent | Node>(make: () => T): T | null {
  try {
    return make()
  } catch {
    return null
  }
}

function keepsItsLook(node: Node, original: Nodes, definitions: string): boolean {
  const written = toMdast(node)
  return written !== null && looksLike(serialize(written), original, definitions)
}

export function looksLike(text: string, wanted: Nodes, definitions: string): boolean {
  // References are only read as such beside their definitions.
  const context = definitions && text.includes('[') ? `\n\n${definitions}` : ''
  const { children } = parse(text + context)
  const [first, second] = children
  if (!first || (second?.position?.start.offset ?? text.length) < text.length) return false
  return fingerprint([first]) === fingerprint([wanted])
}
