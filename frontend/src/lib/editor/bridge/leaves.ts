import type { Node } from '@tiptap/pm/model'
import type { Nodes, PhrasingContent } from 'mdast'
import { markOrder } from '../schema/marks'

type Name = (typeof markOrder)[number]

interface Leaf {
  kind: 'text' | 'break' | 'verbatim'
  value: string
  /** Name to identity: two links side by side are not one link. */
  marks: Map<Name, string>
  code: boolean
}

/** The text of a block as Markdown's nested marks. */
export function toPhrasing(block: Node): PhrasingContent[] {
  const leaves = trim(collect(block))
  for (const name of ['italic', 'bold', 'strike'] as const) hug(leaves, name)
  return nest(leaves.filter((leaf) => leaf.kind !== 'text' || leaf.value !== ''))
}

function collect(block: Node): Leaf[] {
  const leaves: Leaf[] = []
  block.forEach((child) => {
    const marks = new Map<Name, string>()
    for (const mark of child.marks) {
      if (mark.type.name !== 'code') marks.set(mark.type.name as Name, JSON.stringify(mark.attrs))
    }
    const code = child.marks.some((mark) => mark.type.name === 'code')
    if (child.isText) {
      const value = (child.text ?? '').replace(/[\r\n]+/g, ' ')
      // Blanks at the edges are leaves of their own, so that a mark can let go of them.
      const parts = code ? [value] : value.split(/(^[ \t]+|[ \t]+$)/)
      for (const part of parts) if (part) leaves.push({ kind: 'text', value: part, marks: new Map(marks), code })
    } else if (child.type.name === 'hardBreak') {
      leaves.push({ kind: 'break', value: '', marks, code: false })
    } else {
      leaves.push({ kind: 'verbatim', value: String(child.attrs['source'] ?? ''), marks, code: false })
    }
  })
  return leaves
}

const isBlank = (leaf: Leaf | undefined) => leaf?.kind === 'text' && !leaf.code && /^[ \t]*$/.test(leaf.value)

/** Markdown has no blanks at the edges of a line, and no break at the end. */
function trim(leaves: Leaf[]): Leaf[] {
  const result: Leaf[] = []
  for (const leaf of leaves) {
    const before = result.at(-1)
    if (isBlank(leaf) && (!before || before.kind === 'break')) continue
    if (leaf.kind === 'break') while (isBlank(result.at(-1))) result.pop()
    result.push(leaf)
  }
  while (isBlank(result.at(-1)) || result.at(-1)?.kind === 'break') result.pop()
  return result
}

/** Bold blanks at the edge of bold words would need odd codes; nobody sees that they are bold. */
function hug(leaves: Leaf[], name: Name): void {
  const letGo = (leaf: Leaf | undefined) => {
    if (!leaf || !leaf.marks.has(name) || !(isBlank(leaf) || leaf.kind === 'break')) return false
    leaf.marks.delete(name)
    return true
  }
  leaves.forEach((leaf, index) => {
    if (!leaf.marks.has(name)) return
    if (!leaves[index - 1]?.marks.has(name)) letGo(leaf)
  })
  for (let index = leaves.length - 1; index >= 0; index -= 1) {
    if (!leaves[index + 1]?.marks.has(name)) letGo(leaves[index])
  }
}

function nest(leaves: Leaf[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  let index = 0
  while (index < leaves.length) {
    const leaf = leaves[index]
    if (!leaf) break
    const outer = longest(leaves, index)
    if (!outer) {
      append(result, leaf)
      index += 1
      continue
    }
    const run = leaves.slice(index, index + outer.length)
    for (const one of run) one.marks.delete(outer.name)
    result.push(wrap(outer.name, outer.identity, nest(run)))
    index += outer.length
  }
  return result
}

function longest(leaves: Leaf[], from: number): { name: Name; identity: string; length: number } | null {
  let best: { name: Name; identity: string; length: number } | null = null
  for (const name of markOrder) {
    const identity = leaves[from]?.marks.get(name)
    if (identity === undefined) continue
    let length = 1
    while (leaves[from + length]?.marks.get(name) === identity) length += 1
    if (!best || length > best.length) best = { name, identity, length }
  }
  return best
}

function append(result: PhrasingContent[], leaf: Leaf): void {
  const last = result.at(-1)
  if (leaf.kind === 'break') result.push({ type: 'break' })
  else if (leaf.kind === 'verbatim') result.push({ type: 'html', value: leaf.value })
  else if (leaf.code && last?.type === 'inlineCode') last.value += leaf.value
  else if (leaf.code) result.push({ type: 'inlineCode', value: leaf.value })
  else if (last?.type === 'text') last.value += leaf.value
  else result.push({ type: 'text', value: leaf.value })
}

function wrap(name: Name, identity: string, children: PhrasingContent[]): PhrasingContent {
  if (name === 'link') {
    const { href, title } = JSON.parse(identity) as { href: string; title: string | null }
    return { type: 'link', url: href, title, children } as Extract<Nodes, { type: 'link' }>
  }
  const type = name === 'italic' ? 'emphasis' : name === 'bold' ? 'strong' : 'delete'
  return { type, children } as PhrasingContent
}
