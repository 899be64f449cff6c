import { tests } from 'commonmark-spec'
import { describe, expect, test } from 'vitest'
import exceptions from './exceptions.json'
import gfm from './gfm.json'
import { html, open, rewritten } from './render'

const commonmark = tests.map(({ number, markdown }) => ({ number, markdown: markdown.replaceAll('→', '\t') }))
const all = [...commonmark.map(({ markdown }) => markdown), ...gfm.map(({ markdown }) => markdown)]

describe('the examples of CommonMark and GFM', () => {
  test('are all there', () => {
    expect(commonmark).toHaveLength(652)
    expect(gfm.length).toBeGreaterThan(35)
  })

  test('keep their bytes when a note is only opened', () => {
    for (const markdown of all) {
      for (const text of [markdown, `\uFEFF${markdown.trimEnd()}`.replaceAll('\n', '\r\n')]) {
        const { note, doc } = open(text)
        expect(note.write(doc)).toBe(text)
      }
    }
  })

  test('look the same when every block is written anew, but for the listed exceptions', () => {
    const differs = all.filter((markdown) => html(rewritten(markdown)) !== html(markdown))
    expect(differs).toEqual(exceptions.map(({ markdown }) => markdown))
    for (const { reason } of exceptions) expect(reason).not.toBe('')
  })

  test('can for the most part be edited', () => {
    const kept = (markdown: string) => open(markdown).note.blocks.some(({ node }) => node.type.name === 'verbatim')
    const figures = { commonmark: commonmark.filter(({ markdown }) => kept(markdown)).length, gfm: gfm.filter(({ markdown }) => kept(markdown)).length }
    expect(figures).toEqual({ commonmark: 139, gfm: 3 })
  })
})
