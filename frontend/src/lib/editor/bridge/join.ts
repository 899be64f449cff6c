import type { Node } from '@tiptap/pm/model'
import { parse } from './markdown'
import { fingerprint } from './same'

export interface Piece {
  node: Node
  text: string
}

const isList = (node: Node) => node.type.name === 'bulletList' || node.type.name === 'orderedList'

/** Whether two blocks, one after the other, are still two blocks when they are read again. */
export function staysApart(before: Piece, gap: string, after: Piece): boolean {
  const risky = isList(before.node)
    ? isList(after.node) || /^[ \t]/.test(after.text)
    : before.node.type.name === 'verbatim' || before.node.type.name === 'codeBlock'
  if (!risky) return true
  const border = before.text.length + gap.length
  const { children } = parse(before.text + gap + after.text)
  const first = children.filter(({ position }) => (position?.end.offset ?? 0) <= border)
  // A fence that its writer left open would also take the empty line.
  if (fingerprint(parse(before.text).children) !== fingerprint(first.slice(0, 1))) return false
  return children.every(({ position }) => {
    const from = position?.start.offset ?? 0
    const to = position?.end.offset ?? 0
    return to <= before.text.length || from >= before.text.length + gap.length || (from >= before.text.length && to <= border)
  }) && children.some(({ position }) => (position?.start.offset ?? 0) >= border)
}

/** What can end a block that its writer left open, and what keeps two lists apart. */
export const separators = ['', '<!-- -->\n\n', '-->\n\n', '?>\n\n', ']]>\n\n', '>\n\n', '</script>\n\n', '</style>\n\n', '</pre>\n\n', '</textarea>\n\n']
