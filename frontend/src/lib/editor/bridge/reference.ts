import type { CompileContext, Extension as FromExtension } from 'mdast-util-from-markdown'
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'

// [[title]] and [[title|words]] refer to another note. Between the brackets
// everything is as it was typed: no emphasis, no escapes, no addresses. Only
// in a table the "|" needs its backslash. The Go side reads them by the same
// rules (app/internal/markdown/ref.go).

declare module 'micromark-util-types' {
  interface TokenTypeMap { noteReference: 'noteReference' }
}

const [bang, open, paren, backslash, close, bar] = [33, 91, 40, 92, 93, 124]

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let filled = false
  let barred = false

  const begin: State = (code) => {
    effects.enter('noteReference')
    effects.consume(code)
    return second
  }
  const second: State = (code) => {
    if (code !== open) return nok(code)
    effects.consume(code)
    return inside
  }
  const inside: State = (code) => {
    if (code === close) return filled ? closing(code) : nok(code)
    if ((code === bar || code === backslash) && filled && !barred) return code === bar ? separator(code) : escaped(code)
    if (code === null || code < -2 || code === open || code === bar || code === backslash) return nok(code)
    if (code > 32) filled = true
    effects.consume(code)
    return inside
  }
  const escaped = (code: Code) => {
    effects.consume(code)
    return (next: Code) => (next === bar ? separator(next) : nok(next))
  }
  const separator = (code: Code) => {
    effects.consume(code)
    barred = true
    filled = false
    return inside
  }
  const closing = (code: Code) => {
    effects.consume(code)
    return last
  }
  const last: State = (code) => {
    if (code !== close) return nok(code)
    effects.consume(code)
    effects.exit('noteReference')
    return after
  }
  // [[a]](address) and [[a]][b] are links to elsewhere.
  const after: State = (code) => (code === paren || code === open ? nok(code) : ok(code))
  return begin
}

const construct: Construct = { name: 'noteReference', tokenize, previous: (code) => code !== bang }

export const referenceSyntax: Extension = { text: { [open]: construct } }

/** In the tree a reference is the words that were typed. */
export const referenceFromMarkdown: FromExtension = {
  enter: {
    noteReference(this: CompileContext, token) {
      this.enter({ type: 'text', value: '' }, token)
    },
  },
  exit: {
    noteReference(this: CompileContext, token) {
      const node = this.stack.at(-1)
      if (node?.type === 'text') node.value = this.sliceSerialize(token).replace('\\|', '|')
      this.exit(token)
    },
  },
}

const part = String.raw`[^[\]\r\n|\\]*[^[\]\r\n|\\ \t][^[\]\r\n|\\]*`
const pattern = new RegExp(String.raw`\[\[(${part})(?:\|(${part}))?\]\](?![([])`, 'g')

export interface Reference { from: number; to: number; target: string; words: string }

/** The references in words that carry no signs of Markdown any more. */
export function references(text: string): Reference[] {
  if (!text.includes('[[')) return []
  return [...text.matchAll(pattern)].filter(({ index }) => text[index - 1] !== '!').map(({ index, 0: whole, 1: target = '', 2: words = '' }) => ({
    from: index, to: index + whole.length, target: target.trim(), words: words.trim(),
  }))
}
