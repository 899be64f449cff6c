import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { type Block, looksLike, split, type Split } from './blocks'
import { type Piece, separators, staysApart } from './join'
import { serialize, type WriteOptions } from './markdown'
import { toMdast } from './to-mdast'

/** Blocks after which a cursor cannot stand without a paragraph. */
const closed = new Set(['codeBlock', 'table', 'verbatim', 'horizontalRule', 'blockquote'])

/**
 * A note between its Markdown and the editor. It remembers how every block
 * was written: what the user did not touch goes back byte for byte, and only
 * what was edited is written anew.
 */
export class NoteText {
  readonly #schema: Schema
  #markdown = ''
  /** What was read before, in this note: undo brings blocks of it back. */
  #earlier: Block[] = []
  #split: Split = { prefix: '', blocks: [], definitions: '' }
  /** Also blocks of an earlier reading, which undo brings back. */
  #known = new WeakMap<Node, Block>()
  #written = new WeakMap<Node, string>()

  constructor(schema: Schema) {
    this.#schema = schema
  }

  /** Reads a note, or the same note with another text, and gives the document for the editor. */
  read(markdown: string, sameNote = false): Node {
    this.#earlier = sameNote ? [...this.#split.blocks, ...this.#earlier].slice(0, 5000) : []
    this.#markdown = markdown
    this.#split = split(markdown, this.#schema)
    this.#written = new WeakMap()
    for (const block of this.#split.blocks) this.#known.set(block.node, block)
    const nodes = this.#split.blocks.map(({ node }) => node)
    const last = nodes.at(-1)
    if (!last || closed.has(last.type.name)) nodes.push(this.#schema.node('paragraph'))
    return this.#schema.node('doc', null, Fragment.from(nodes))
  }

  /**
   * The first `from` and the last `end` blocks of `before` stay in the editor
   * where `now`, the last reading, has equal ones: they count as those.
   */
  adopt(before: Node, now: Node, from: number, end: number): void {
    const { blocks } = this.#split
    const same = (old: number, index: number) => {
      const block = blocks[index]
      if (block) this.#known.set(before.child(old), block)
    }
    for (let index = 0; index < from; index += 1) same(index, index)
    for (let back = 1; back <= end; back += 1) same(before.childCount - back, now.childCount - back)
  }

  /** The blocks as they were read. */
  get blocks(): readonly Block[] {
    return this.#split.blocks
  }

  /** The note as Markdown. `anew` writes every block as if it had been edited. */
  write(doc: Node, anew = false): string {
    const pieces = this.#pieces(doc)
    const { blocks, prefix } = this.#split
    const untouched = pieces.length === blocks.length && pieces.every(({ block }, index) => block === blocks[index])
    if (untouched && !anew) return this.#markdown
    if (pieces.length === 0) return ''

    const newline = /\r\n/.test(this.#markdown) ? '\r\n' : '\n'
    const done: { piece: Piece; block: Block | null; gap: string }[] = []
    for (const { node, block } of pieces) {
      const kept = anew ? null : block
      const before = done.at(-1)
      if (before?.block && kept && follows(before.block, kept)) {
        done.push({ piece: { node, text: kept.text }, block: kept, gap: before.block.gap })
        continue
      }
      done.push({ ...this.#place(node, kept, before), block: kept })
    }
    const start = done[0]?.block?.first ? prefix : prefix.startsWith('\uFEFF') ? '\uFEFF' : ''
    const end = blocks.at(-1)?.gap ?? ''
    const body = done.map(({ piece, block, gap }) => eol(gap, newline) + (block ? piece.text : eol(piece.text, newline))).join('')
    return start + body + end
  }

  /** Which blocks of the note stand in the document; empty paragraphs are not Markdown. */
  #pieces(doc: Node): { node: Node; block: Block | null }[] {
    const found: { node: Node; block: Block | null }[] = []
    const used = new Set<Block>()
    doc.forEach((node) => {
      if (node.type.name === 'paragraph' && toMdast(node) === null && !this.#known.has(node)) return
      const block = this.#known.get(node) ?? null
      const fresh = block && !used.has(block) ? block : null
      if (fresh) used.add(fresh)
      found.push({ node, block: fresh })
    })
    // A node that came into being again, by undo or by the browser, is the same block.
    let free: Block[] | null = null
    for (const one of found) {
      if (one.block) continue
      free ??= [...this.#split.blocks, ...this.#earlier].filter((block) => !used.has(block))
      const at = free.findIndex(({ node }) => node.eq(one.node))
      if (at >= 0) one.block = free.splice(at, 1)[0] ?? null
    }
    return found
  }

  /** Writes a block behind another so that both stay what they are. */
  #place(node: Node, kept: Block | null, before: { piece: Piece } | undefined): { piece: Piece; gap: string } {
    const usual: Piece = { node, text: kept ? kept.text : this.#anew(node) }
    if (!before) return { piece: usual, gap: '' }
    if (staysApart(before.piece, '\n\n', usual)) return { piece: usual, gap: '\n\n' }
    for (const how of [{}, { bullet: '*' }, { bullet: '+' }, { ordered: ')' }] as WriteOptions[]) {
      const piece = node.type.name === 'verbatim' ? usual : { node, text: this.#anew(node, how) }
      if (staysApart(before.piece, '\n\n', piece)) return { piece, gap: '\n\n' }
    }
    if (before.piece.node.type.name === 'codeBlock') {
      before.piece.text = this.#anew(before.piece.node)
      if (staysApart(before.piece, '\n\n', usual)) return { piece: usual, gap: '\n\n' }
    }
    if (staysApart(before.piece, '\n', usual)) return { piece: usual, gap: '\n' }
    const separator = separators.find((text) => staysApart(before.piece, `\n\n${text}`, usual)) ?? ''
    return { piece: usual, gap: `\n\n${separator}` }
  }

  #anew(node: Node, how: WriteOptions = {}): string {
    const usual = Object.keys(how).length === 0
    const known = usual ? this.#written.get(node) : undefined
    if (known !== undefined) return known
    const text = this.#compose(node, how)
    if (usual) this.#written.set(node, text)
    return text
  }

  #compose(node: Node, how: WriteOptions): string {
    if (node.type.name === 'verbatim') return String(node.attrs['source'])
    const wanted = toMdast(node)
    if (wanted === null) return ''
    const { definitions } = this.#split
    const text = serialize(wanted, how)
    if (looksLike(text, wanted, definitions)) return text
    const careful = serialize(wanted, { ...how, escapeAll: true })
    return looksLike(careful, wanted, definitions) ? careful : text
  }
}

/** Whether one block stood before the other as they were written. */
function follows(before: Block, { text, node }: Block): boolean {
  return before.next !== null && before.next.text === text && before.next.node.eq(node)
}

function eol(text: string, newline: string): string {
  return newline === '\n' ? text : text.replace(/\r?\n/g, newline)
}
