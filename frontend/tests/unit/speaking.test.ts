import { fireEvent } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { speakingSeconds, spokenWords } from '../../src/features/notes/speaking'
import { formatDuration, nl } from '../../src/lib/nl'
import { plainText, screen, start, waitFor } from './render'

describe('words that are spoken', () => {
  it.each<[string, number]>([
    ['', 0],
    ['  \n\n ', 0],
    ['Voorzitter,', 1],
    ['Eén zin met vijf woorden.', 5],
    ['**Vet** en *schuin* en ~~weg~~', 5],
    ['# Kop\n\nTekst', 2],
    ['- een\n- twee\n* drie\n+ vier', 4],
    ['1. een\n2) twee', 2],
    ['- [ ] bellen\n- [x] gedaan\n  - [X] ook dit', 4],
    ['- - dubbel', 1],
    ['> citaat van iemand', 3],
    ['Zie [[De notitie over wonen|deze notitie]] en [[Zorg]]', 5],
    ['> - [ ] taak in citaat', 3],
    ['24/7 in 2026', 3],
    ['Ja - of nee – of … &', 4],
    ['een-twee', 1],
    ["foto's van 's avonds", 4],
    ['[de brief](https://voorbeeld.nl/een/lang-adres) gelezen', 3],
    ['[de brief][1] gelezen\n\n[1]: https://voorbeeld.nl "Titel van drie"', 3],
    ['<https://voorbeeld.nl> staat er', 2],
    ['Zie <!-- niet\nvoorlezen --> hier', 2],
    ['Zie <!-- nooit gesloten', 1],
    ['| Kop | Twee |\n|---|:-:|\n| a | b |', 4],
    ['een|twee', 2],
    ['```go\ncode hier\n```', 2],
    ['a [x] b', 3],
    ['- 3 wethouders', 2],
    ['3 wethouders', 2],
    ['日本 العربية привет', 3],
  ])('%j has %i', (text, words) => expect(spokenWords(text)).toBe(words))

  it.each<[string, string, number]>([
    ['a long note', '- [ ] woord **en** [zo](x)\n', 300_000],
    ['links that never end', '](', 0],
    ['addresses that never end', '<http:', 1],
    ['comments that never end', '<!--', 0],
    ['a list without text', '-    ', 0],
    ['spaces', '      ', 0],
  ])('counts %s without ado', (_what, piece, words) => {
    const begin = performance.now()
    expect(spokenWords(piece.repeat(100_000))).toBe(words)
    expect(performance.now() - begin).toBeLessThan(5000)
  })
})

describe('speaking time', () => {
  it.each([
    [312, 130, 144], [0, 130, 0], [1, 130, 1], [1, 60, 1], [130, 130, 60], [129, 130, 60], [65, 130, 30], [100, 200, 30], [100, 60, 100],
  ])('%i words at %i a minute take %i seconds', (words, pace, seconds) => expect(speakingSeconds(words, pace)).toBe(seconds))

  it.each([
    [0, '0 seconden'], [1, '1 seconde'], [59, '59 seconden'], [60, '1 minuut'], [61, '1 minuut en 1 seconde'], [144, '2 minuten en 24 seconden'],
    [119.6, '2 minuten'], [3600, '60 minuten'], [75_000, '1.250 minuten'],
  ])('%d seconds is %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text))

  it.each([
    [0, 0, '0 woorden'], [1, 1, '1 woord, ongeveer 1 seconde spreektijd'], [2, 60, '2 woorden, ongeveer 1 minuut spreektijd'],
    [312, 144, '312 woorden, ongeveer 2 minuten en 24 seconden spreektijd'], [1300, 600, '1.300 woorden, ongeveer 10 minuten spreektijd'],
  ])('%i words in %i seconds', (words, seconds, text) => expect(nl.notes.speakingTime(words, seconds)).toBe(text))

  it('follows the text and the setting, and no screen reader is told', async () => {
    const { fake } = await start('#/notities/n-3')
    const text = await plainText()
    await fireEvent.input(text, { target: { value: 'woord '.repeat(312) } })
    const shown = await screen.findByText('312 woorden, ongeveer 2 minuten en 24 seconden spreektijd')
    expect(shown.closest('[role=status],[aria-live]')).toBeNull()

    window.location.hash = '#/instellingen'
    const field = await screen.findByLabelText<HTMLInputElement>('Woorden per minuut')
    expect(field.value).toBe('130')
    for (const wrong of ['59', '201', '', 'snel', '1e2', '12,5']) {
      await fireEvent.input(field, { target: { value: wrong } })
      await fireEvent.change(field)
      await screen.findByText('Vul een getal in van 60 tot en met 200.')
      expect(field.getAttribute('aria-invalid')).toBe('true')
    }
    expect(fake.calls.some((call) => call.method === 'settings.set')).toBe(false)
    await fireEvent.input(field, { target: { value: '156' } })
    await fireEvent.change(field)
    await screen.findByText('Uw keuze is bewaard.')
    expect(screen.queryByText('Vul een getal in van 60 tot en met 200.')).toBeNull()
    await waitFor(async () => expect((await fake.api.settings.get()).wordsPerMinute).toBe(156))

    window.location.hash = '#/notities/n-3'
    await screen.findByText('312 woorden, ongeveer 2 minuten spreektijd')
  })
})
