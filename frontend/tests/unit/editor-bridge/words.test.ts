import { expect, test } from 'vitest'
import { html, open, schema, words, written } from './render'

const typed = [
  '1. geen nummering', '1) ook niet', '2026. Een jaar', '# geen kop', '## x', '#hashtag', '* y', '- geen lijst', '+ plus', '> geen citaat',
  'a_b_c', '_niet cursief_', '*niet cursief*', '**niet vet**', '__niet vet__', '~~niet door~~', '~niet~', '`geen code`', '``', '```',
  '~~~', '<b>', '<b>vet</b>', '</div>', '<!-- opmerking -->', '<?php ?>', '&amp; en &copy;', '&#65;', '[x]', '[ ] geen taak', '[x] gedaan',
  '[tekst](adres)', '[tekst][ref]', '[ref]: https://example.org', '[^1]', '[^1]: noot', '![beeld](x.png)', '---', '***', '___', '===', '- - -', '-', '+', '*',
  '| a | b |', '|---|---|', 'a | b', 'C:\\map\\bestand', '\\', '\\*', '\\\\', 'regel\\', 'www.example.org', 'https://example.org/a_b', 'naam@example.org',
  'naam_achter@example.org', '5 * 3 * 2', '5*3*2', 'a * b', '2 < 3 > 1', '10% & meer', '€ 5,-', "'s ochtends", 'art. 87', '100 %', '$x$', '==mark==', ':smile:',
  '{.class}', '^op^', '[[Notitie]]', '[[Notitie_met_streep]]', '[[Een|twee]]', '[[a*b*c]]', '[[', ']]', '!', '![', 'x!', '!!!', '#', '#1', '# ', '1.', '1. ', '1.\t', '10)',
  'tab\tin de tekst', 'harde\u00a0spatie', '\u00a0vooraan', 'é ü ñ ß 漢字 🙂', '****', '**', '*', '_', '__', '*a', 'a*', '_a', 'a_', '**a', 'a**', '<', '>', '<a', '<https://x.nl>', '<x@y.nl>',
  'a\\_b', '~', '~~', '~a', '"aanhaling"', '- [ ] taak', '1. [x] taak', '> > dubbel', '    vier spaties', 'Zie ook: http://a.b/c(d)_e', 'xmpp:a@b.c', 'mailto:a@b.c', 'ftp://a.b',
]

/** Blanks at the edges of a line do not exist in Markdown. */
const bare = (text: string) => text.replace(/^[ \t]+|[ \t]+$/g, '')

test.each(typed)('typed as words stays words: %s', (text) => {
  const markdown = written(words(text))
  const { doc } = open(markdown)
  expect(doc.textContent).toBe(bare(text))
  expect(doc.firstChild?.type.name).toBe('paragraph')
  expect(doc.firstChild?.firstChild?.marks ?? []).toHaveLength(0)
  expect(html(markdown)).toMatch(/^<p>[^]*<\/p>$/)
})

test.each(['heading', 'bulletList', 'blockquote', 'table'])('the same words within a %s', (where) => {
  for (const text of typed) {
    const markdown = written(within(where, text))
    const { doc } = open(markdown)
    expect(doc.firstChild?.type.name, text).toBe(where)
    expect(doc.textContent, text).toBe(bare(text))
  }
})

test.each(['bold', 'italic', 'strike', 'link', 'code'])('the same words with the mark %s', (mark) => {
  for (const text of typed) {
    const attrs = mark === 'link' ? { href: 'https://example.org' } : null
    const markdown = written(schema.node('paragraph', null, [schema.text('voor '), schema.text(text.trim(), [schema.mark(mark, attrs)]), schema.text(' na')]))
    const { doc } = open(markdown)
    expect(doc.textContent, markdown).toBe(`voor ${text.trim()} na`)
  }
})

function within(where: string, text: string) {
  if (where === 'heading') return schema.node('heading', { level: 2 }, [schema.text(text)])
  if (where === 'blockquote') return schema.node('blockquote', null, [words(text)])
  if (where === 'bulletList') return schema.node('bulletList', null, [schema.node('listItem', null, [words(text)])])
  return schema.node('table', null, [schema.node('tableRow', null, [schema.node('tableHeader', null, [words(text)])])])
}

test('several paragraphs and lines stay apart', () => {
  for (const text of typed) {
    const line = schema.node('paragraph', null, [schema.text('Kop'), schema.node('hardBreak'), schema.text(text)])
    const { doc } = open(written(line, words(text), words('tekst'), words(text)))
    expect(doc.childCount, text).toBe(4)
    expect(doc.textContent, text).toBe(`Kop${bare(text)}${bare(text)}tekst${bare(text)}`)
  }
})
