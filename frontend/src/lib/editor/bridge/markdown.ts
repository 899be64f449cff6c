import type { Nodes, Parents, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm'
import { type Options, type State, toMarkdown } from 'mdast-util-to-markdown'
import { gfm } from 'micromark-extension-gfm'

// The tokenizer finds bare addresses; the transform of mdast-util-gfm looks
// for more of them in finished text and would undo an escape.
const fromExtensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))
const toExtensions = gfmToMarkdown()
const syntax = gfm()

export function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [syntax], mdastExtensions: fromExtensions })
}

export interface WriteOptions {
  bullet?: '-' | '*' | '+'
  ordered?: '.' | ')'
  /** Escapes every sign, for text that the usual escapes do not hold. */
  escapeAll?: boolean
}

/** Source that is written as it stands. Unlike mdast's html it knows what it begins with. */
const verbatim = Object.assign((node: { value: string }) => node.value, {
  peek: (node: { value: string }) => node.value.charAt(0),
})

const wiki = /\[\[[^[\]\n|\\]+(?:\|[^[\]\n|\\]+)?\]\]/g
type SafeConfig = Parameters<State['safe']>[1]

/** `[[title]]` links to a note and stays readable for who searches the text. */
function text(node: { value: string }, _parent: Parents | undefined, state: State, info: SafeConfig): string {
  const { value } = node
  const inTable = state.stack.includes('tableCell')
  let result = ''
  let from = 0
  for (const match of value.matchAll(wiki)) {
    if (inTable && match[0].includes('|')) continue
    const inner = state.safe(match[0].slice(2, -2), { before: 'x', after: 'x' })
    if (match.index > from) result += state.safe(value.slice(from, match.index), { ...info, before: from ? ']' : info.before, after: '[' })
    result += `[[${inner}]]`
    from = match.index + match[0].length
  }
  if (from === value.length && from > 0) return result
  return result + state.safe(value.slice(from), { ...info, before: from ? ']' : info.before })
}

const everySign = (node: { value: string }) => node.value.replace(/[!-/:-@[-`{-~]/g, '\\$&')

function options({ bullet = '-', ordered = '.', escapeAll = false }: WriteOptions): Options {
  return {
    bullet,
    bulletOther: bullet === '*' ? '-' : '*',
    bulletOrdered: ordered,
    emphasis: '*',
    rule: '*',
    listItemIndent: 'one',
    incrementListMarker: true,
    extensions: [toExtensions],
    handlers: { html: verbatim, text: escapeAll ? everySign : text } as NonNullable<Options['handlers']>,
  }
}

/** The Markdown of one block, without a line ending after it. */
export function serialize(node: Nodes, how: WriteOptions = {}): string {
  const root = node.type === 'root' ? node : ({ type: 'root', children: [node] } as Root)
  return toMarkdown(root, options(how)).replace(/\n$/, '')
}
