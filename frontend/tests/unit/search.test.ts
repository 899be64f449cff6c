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
})
