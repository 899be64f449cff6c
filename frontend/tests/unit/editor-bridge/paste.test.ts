import { DOMParser as NodeParser } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { cleanHtml } from '../../../src/lib/editor/paste/clean'
import { plainSlice } from '../../../src/lib/editor/paste/paste'
import { html, open, schema } from './render'

const files = import.meta.glob<string>('./paste/*', { query: '?raw', import: 'default', eager: true })
const fixture = (name: string) => files[`./paste/${name}`] ?? ''

function pasted(source: string): string {
  const clean = document.implementation.createHTMLDocument('')
  clean.body.innerHTML = cleanHtml(source)
  return open('').note.write(NodeParser.fromSchema(schema).parse(clean.body))
}

test.each(['word', 'word-webkit', 'outlook', 'web', 'docs'])('text from %s becomes clean text', (name) => {
  expect(`${pasted(fixture(`${name}.html`))}\n`).toBe(fixture(`${name}.md`))
})

test.each(['word', 'word-webkit', 'outlook', 'web', 'docs'])('nothing of %s can run, load or style', (name) => {
  const clean = cleanHtml(fixture(`${name}.html`))
  expect(clean).not.toMatch(/<(script|style|img|svg|iframe|object|link|meta|button|o:p)|\son\w+=|style=|class=|javascript:|file:|data-source/i)
  expect(html(pasted(fixture(`${name}.html`)))).not.toMatch(/<(script|style|img|svg|iframe)/)
})

test('a mail address that lost its link is a link again, other words are not', () => {
  expect(pasted('<p>Mail <a>griffie@gemeente.example</a> of <a>de griffie</a>, of a@b.</p>')).toBe('Mail <griffie@gemeente.example> of de griffie, of a\\@b.')
})

test('Markdown that is pasted as text stays text', () => {
  const { content } = plainSlice(schema, '# geen kop\n- a\n\n\n**niet vet** https://example.org.\r\nregel\n')
  const markdown = open('').note.write(schema.node('doc', null, content))
  expect(markdown).toBe('\\# geen kop\\\n\\- a\n\n\\*\\*niet vet\\*\\* <https://example.org>.\\\nregel')
})
