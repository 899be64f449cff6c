import { fireEvent, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { screen, start, waitFor } from './render'

describe('Notities, platte tekst', () => {
  it('puts a reference to a note at the cursor, and gives the text the focus back', async () => {
    const { fake } = await start('#/notities/n-3')
    await fireEvent.click(await screen.findByRole('button', { name: 'Toon als platte tekst' }))
    const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Tekst' })
    const before = box.value
    box.setSelectionRange(0, 3)
    await fireEvent.click(screen.getByRole('button', { name: 'Verwijs naar een notitie' }))
    const dialog = await screen.findByRole('dialog', { name: 'Verwijs naar een notitie' })
    const titles = await waitFor(() => {
      const found = dialog.querySelectorAll<HTMLElement>('.option')
      if (found.length === 0) throw new Error('no titles')
      return found
    })
    const title = within(titles[0]!).getByText(/.+/, { selector: '.title' }).textContent
    await fireEvent.click(titles[0]!)
    expect(document.activeElement).toBe(box)
    await fireEvent.blur(box)
    await waitFor(async () => {
      const { body } = await fake.api.notes.get('n-3')
      expect(body).toMatch(new RegExp(`^${before.slice(0, 3)}\\[\\[.+\\]\\]`))
      expect(body).toContain(title)
    })
  })

  it('leaves the text as it is when no note is chosen', async () => {
    const { fake } = await start('#/notities/n-3')
    await fireEvent.click(await screen.findByRole('button', { name: 'Toon als platte tekst' }))
    const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Tekst' })
    await fireEvent.click(screen.getByRole('button', { name: 'Verwijs naar een notitie' }))
    const dialog = await screen.findByRole('dialog', { name: 'Verwijs naar een notitie' })
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Sluit' }))
    expect(document.activeElement).toBe(box)
    expect(fake.calls.filter((call) => call.method === 'notes.save')).toHaveLength(0)
  })
})
