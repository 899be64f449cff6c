import type { Nodes, Parents, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm'
import { type Options, type State, toMarkdown } from 'mdast-util-to-markdown'
import { gfm } from 'micromark-extension-gfm'
import { referenceFromMarkdown, references, referenceSyntax } from './reference'

// The tokenizer finds bare addresses; the transform of mdast-util-gfm looks
// for more of them in finished text and would undo an escape.
const fromExtensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))
const toExtensions = gfmToMarkdown()
const syntax = gfm()

export function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [syntax, referenceSyntax], mdastExtensions: [...fromExtensions, referenceFromMarkdown] })
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

type SafeConfig = Parameters<State['safe']>[1]

/** A reference to a note is written as it stands; the words around it are kept from being Markdown. */
function text(node: { value: string }, _parent: Parents | undefined, state: State, info: SafeConfig): string {
  const { value } = node
  const inTable = state.stack.includes('tableCell')
  let result = ''
  let written = 0
  const before = () => (written > 0 ? ']' : info.before)
  for (const { from, to } of references(value)) {
    if (to === value.length && /^[([]/.test(info.after)) continue
    if (from > written) result += state.safe(value.slice(written, from), { ...info, before: before(), after: '[' })
    const source = value.slice(from, to)
    result += inTable ? source.replace('|', '\\|') : source
    written = to
  }
  if (written === value.length && written > 0) return result
  return result + state.safe(value.slice(written), { ...info, before: before() })
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
