import { fireEvent } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { addressOf, pieces } from '../../src/features/search/search.svelte'
import type { SearchHit } from '../../src/lib/api/api'
import { press, screen, start, waitFor } from './render'

describe('pieces', () => {
  it('cuts at UTF-16 positions, also behind an emoji', () => {
    expect(pieces('🗳️ raad', [4, 8])).toEqual([{ text: '🗳️ ', marked: false }, { text: 'raad', marked: true }])
  })
  it.each([
    ['no marks', []],
    ['beyond the end', [90, 95]],
    ['an odd mark', [0]],
    ['backwards', [5, 2]],
  ])('survives %s', (_name, marks) => {
    expect(pieces('de raad', marks).map((piece) => piece.text).join('')).toBe('de raad')
  })
  it('never repeats text when marks overlap', () => {
    expect(pieces('raadslid', [0, 4, 2, 8]).map((piece) => piece.text).join('')).toBe('raadslid')
  })
})

describe('addressOf', () => {
  const hit = (kind: string) => ({ kind, id: 'x', run: 'r' }) as SearchHit
  it.each([['note', '#/notities/x'], ['item', '#/artikel/x'], ['step', '#/trajecten/r?stap=x']])('%s', (kind, address) =>
    expect(addressOf(hit(kind))).toBe(address))
})

describe('the search dialog', () => {
  async function searched(words = 'griffie') {
    const all = await start()
    press('k', { ctrlKey: true }, window)
    const input = await screen.findByLabelText('Zoek in notities, artikelen en stappen')
    input.focus()
    await fireEvent.input(input, { target: { value: words } })
    await screen.findByText(/^\d+ resulta/)
    return { ...all, input }
  }
  const results = () => [...document.querySelectorAll<HTMLAnchorElement>('dialog li a')]

  it('shows groups with the match marked', async () => {
    await searched()
    expect([...document.querySelectorAll('dialog h3')].map((heading) => heading.textContent)).toEqual(['Notities', 'Artikelen', 'Stappen'])
    expect(document.querySelector('dialog mark')?.textContent?.toLowerCase()).toBe('griffie')
  })

  it('walks with the arrow keys from the words through all groups and back', async () => {
    const { input } = await searched()
    press('ArrowDown')
    expect(document.activeElement).toBe(results()[0])
    press('ArrowDown')
    expect(document.activeElement).toBe(results()[1])
    press('End')
    expect(document.activeElement).toBe(results().at(-1))
    press('ArrowDown')
    expect(document.activeElement).toBe(results().at(-1))
    press('Home')
    press('ArrowUp')
    expect(document.activeElement).toBe(input)
  })

  it('opens the best result with Enter and closes', async () => {
    await searched('woningbouw')
    press('Enter')
    await waitFor(() => expect(window.location.hash).toBe('#/notities/n-3'))
    expect(screen.queryByLabelText('Zoek in notities, artikelen en stappen')).toBeNull()
  })

  it('goes to the step of a run', async () => {
    await searched('uitnodiging')
    await fireEvent.click(results()[0] as HTMLElement)
    await waitFor(() => expect(window.location.hash).toBe('#/trajecten/r-1?stap=af-10'))
  })

  it('says so when nothing is found', async () => {
    await start()
    press('k', { ctrlKey: true }, window)
    await fireEvent.input(await screen.findByLabelText('Zoek in notities, artikelen en stappen'), { target: { value: 'qqqq' } })
    await screen.findByText('Niets gevonden. Probeer een ander woord.')
  })

  const lastQuery = (fake: Awaited<ReturnType<typeof searched>>['fake']) => fake.calls.filter((call) => call.method === 'search.find').at(-1)?.args[0]

  it('chooses a kind with the arrow keys of a radio group', async () => {
    const { fake } = await searched()
    const kind = screen.getByRole('radio', { name: 'Artikelen' })
    await fireEvent.click(kind)
    await waitFor(() => expect([...document.querySelectorAll('dialog h3')].map((one) => one.textContent)).toEqual(['Artikelen']))
    expect(lastQuery(fake)).toMatchObject({ kinds: ['item'] })
    // The labels and days of notes are of no use here.
    expect(screen.queryByLabelText('Label')).toBeNull()
    kind.focus()
    expect(press('ArrowDown').defaultPrevented).toBe(false)
  })

  it('chooses a label and days among notes, says so, and forgets them on request', async () => {
    const { fake, input } = await searched('e')
    await fireEvent.change(await screen.findByLabelText('Label'), { target: { value: 'formatie' } })
    await waitFor(() => expect(results()).toHaveLength(2))
    expect([...document.querySelectorAll('dialog h3')].map((one) => one.textContent)).toEqual(['Notities'])
    await screen.findByText('Met een label of een datum zoekt u alleen in notities.')
    await fireEvent.change(screen.getByLabelText('Gewijzigd vanaf'), { target: { value: '2026-03-25' } })
    await screen.findByText('Niets gevonden. Probeer een ander woord of wis de keuzes.')
    expect(lastQuery(fake)).toMatchObject({ tag: 'formatie', from: '2026-03-25', to: '' })
    await fireEvent.change(screen.getByLabelText('Gewijzigd tot en met'), { target: { value: '2026-03-01' } })
    await screen.findByText(/De eerste datum is later dan de tweede/)
    await fireEvent.click(screen.getByRole('button', { name: 'Wis de keuzes' }))
    await waitFor(() => expect(lastQuery(fake)).toMatchObject({ words: 'e', kinds: [], tag: '', from: '', to: '' }))
    expect(document.activeElement).toBe(input)
  })

  it('drops the label when articles are asked for', async () => {
    const { fake } = await searched('e')
    await fireEvent.change(await screen.findByLabelText('Label'), { target: { value: 'formatie' } })
    await fireEvent.click(screen.getByRole('radio', { name: 'Artikelen' }))
    await waitFor(() => expect(lastQuery(fake)).toMatchObject({ kinds: ['item'], tag: '' }))
  })

  it('says in words that a note is confidential', async () => {
    await searched('startgesprek')
    const note = results().find((one) => one.textContent?.includes('Verwachtingen startgesprek'))
    expect(note?.textContent).toContain('Vertrouwelijk')
    expect(note?.textContent).toContain('Gewijzigd op 24 maart 2026')
  })

  it('begins anew each time it opens', async () => {
    await searched()
    await fireEvent.click(screen.getByRole('radio', { name: 'Stappen' }))
    await fireEvent.click(screen.getByRole('button', { name: 'Sluit' }))
    press('k', { ctrlKey: true }, window)
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: 'Alles' })).checked).toBe(true)
  })
})
