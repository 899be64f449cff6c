import type { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '../../../src/lib/editor/bridge/markdown'
import { fingerprint } from '../../../src/lib/editor/bridge/same'
import { html, open, rewritten, schema, written } from './render'

// A fixed seed: a failure must be the same failure tomorrow.
const settings = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60), seed: Number(process.env['FUZZ_SEED'] ?? 20260318) }

const sign = fc.constantFrom(
  '*', '**', '_', '__', '`', '``', '~~', '[', ']', '(', ')', '](https://a.nl)', '![', '<b>', '</b>', '<', '>', '&amp;', '&', '#', '-', '+', '1.', '|', '\\', '\\*', '!', ':', ' ', ' ', ' ',
  '  \n', '\\\n', '\n', 'www.a.nl', 'https://b.nl', 'c@d.nl', '[[x]]', '[[a*b_c`d|w x]]', '[[', ']]', '[^1]', '[ref]', '"', '=', '~', '\t', '\u00a0', '<br>', '<!-- c -->',
)
const word = fc.constantFrom('raad', 'Wethouder', '2026', 'één', 'x', 'motie7', 'griffie')
const line = fc.array(fc.oneof(word, sign), { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''))
const start = fc.constantFrom(
  '', '', '', '# ', '## ', '- ', '* ', '1. ', '3) ', '- [ ] ', '- [x] ', '> ', '> - ', '- > ', '  ', '    ', '  - ', '   ', '\t', '```\n', '~~~js\n', '<div>\n', '[ref]: ', '[^1]: ', '| a | b |\n|---|:-:|\n| ', '---\n', '***\n', '===\n', '<!--\n',
)
const ending = fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\n\n\n', ' \n', '\r\n')
const markdown = fc.array(fc.tuple(start, line, ending).map((parts) => parts.join('')), { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''))

const signs = (text: string) => [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('')

test('a note that is only opened keeps its bytes, whatever it is', () => {
  fc.assert(fc.property(fc.oneof(markdown, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
    const { note, doc } = open(text)
    expect(note.write(doc)).toBe(text)
  }), settings)
})

test('written anew it looks the same, loses nothing, and stays as it is the next time', () => {
  fc.assert(fc.property(markdown, (text) => {
    const once = rewritten(text)
    expect(fingerprint(parse(once).children.filter((node) => node.type !== 'html' || node.value !== '<!-- -->')))
      .toBe(fingerprint(parse(text).children))
    expect(rewritten(once)).toBe(once)
  }), settings)
})

const text = fc.array(fc.oneof(word, sign, fc.constant(' ')), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('').replace(/[\r\n]/g, ' '))
const marks = fc.subarray(['bold', 'italic', 'strike', 'code', 'link']).map((names) => names.map((name) => schema.mark(name, name === 'link' ? { href: 'https://example.org/a_(b)' } : null)))
const inline = fc.array(fc.oneof(
  { weight: 8, arbitrary: fc.tuple(text, marks).map(([value, some]) => schema.text(value, some)) },
  { weight: 1, arbitrary: fc.constant(schema.node('hardBreak')) },
), { maxLength: 5 })
const paragraph = inline.map((content) => schema.node('paragraph', null, content))
const heading = fc.tuple(fc.integer({ min: 1, max: 6 }), text).map(([level, value]) => schema.node('heading', { level }, [schema.text(value)]))
const code = fc.tuple(text, fc.constantFrom(null, 'js')).map(([value, language]) => schema.node('codeBlock', { language }, [schema.text(value)]))
const cell = fc.array(fc.tuple(text, marks).map(([value, some]) => schema.text(value, some)), { maxLength: 3 })
const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(cell, { minLength: 3, maxLength: 9 })).map(([width, cells]) => {
  const rows = Array.from({ length: Math.floor(cells.length / width) }, (_, row) => cells.slice(row * width, (row + 1) * width))
  return schema.node('table', null, rows.map((row, index) => schema.node('tableRow', null, row.map((content) =>
    schema.node(index === 0 ? 'tableHeader' : 'tableCell', { align: index % 2 ? 'right' : null }, [schema.node('paragraph', null, content)])))))
})
const { block } = fc.letrec<{ block: Node; list: Node; quote: Node }>((tie) => ({
  block: fc.oneof({ maxDepth: 3, depthSize: 'small' }, paragraph, heading, code, fc.constant(schema.node('horizontalRule')), table, tie('list'), tie('quote')),
  quote: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content) => schema.node('blockquote', null, content)),
  list: fc.tuple(fc.boolean(), fc.boolean(), fc.array(fc.tuple(fc.constantFrom(null, null, true, false), paragraph, fc.array(tie('block'), { maxLength: 2 })), { minLength: 1, maxLength: 3 }))
    .map(([ordered, loose, items]) => schema.node(ordered ? 'orderedList' : 'bulletList', { loose }, items.map(([checked, first, rest]) => schema.node('listItem', { checked }, [first, ...rest])))),
}))

test('what is made in the editor comes back with every letter', () => {
  fc.assert(fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
    const source = written(...blocks)
    const { doc } = open(source)
    const before = schema.node('doc', null, blocks)
    expect(letters(doc), source).toBe(letters(before))
    expect(html(rewritten(source))).toBe(html(source))
  }), settings)
})

function letters(doc: Node): string {
  return signs(doc.textBetween(0, doc.content.size, ' ', (node) => String(node.attrs['source'] ?? '').replace(/<!-- -->|\[x\]/g, '')))
}

test('after an edit of one block all others keep their bytes', () => {
  fc.assert(fc.property(markdown, fc.nat(), (source, at) => {
    const { note, doc } = open(source)
    const { blocks } = note
    if (blocks.length === 0) return
    const index = at % blocks.length
    const nodes = blocks.map(({ node }) => node)
    nodes[index] = schema.node('paragraph', null, [schema.text('Nieuw * tekst')])
    const result = note.write(schema.node('doc', null, nodes))
    for (const [place, { text: kept, node }] of blocks.entries()) {
      const fragile = ['codeBlock', 'bulletList', 'orderedList'].includes(node.type.name)
      if (place !== index && !fragile) expect(result).toContain(kept)
    }
    expect(result).toContain('Nieuw \\* tekst')
    expect(note.write(doc)).toBe(source)
  }), settings)
})
