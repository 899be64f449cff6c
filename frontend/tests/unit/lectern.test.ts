import { fireEvent } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { plainText, press, screen, start, waitFor } from './render'

const name = 'Commissie Ruimte: woningbouw Oostrand'

/** Opens a note, and the lectern by key from the text. */
async function standing() {
  const started = await start('#/notities/n-3')
  const text = await plainText()
  text.focus()
  press('F9')
  const dialog = await screen.findByRole<HTMLDialogElement>('dialog', { name })
  return { ...started, text, dialog }
}

const size = (dialog: HTMLElement) => dialog.querySelector('article')?.style.getPropertyValue('--lectern-size')

describe('the lectern', () => {
  it('shows the text as Go makes it, and nothing else has the focus', async () => {
    const { dialog } = await standing()
    expect(dialog.open).toBe(true)
    expect(dialog.querySelector('strong')?.textContent).toBe('donderdag')
    expect(document.activeElement?.textContent).toBe(name)
    expect(document.activeElement?.tagName).toBe('H2')
  })

  it('goes away with Escape, and the focus goes back to the text', async () => {
    const { text } = await standing()
    expect(press('Escape').defaultPrevented).toBe(true)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(text)
  })

  it('goes away with F9, and with its button', async () => {
    const { text } = await standing()
    press('F9')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(text)
    const button = screen.getByRole('button', { name: 'Spreekweergave' })
    button.focus()
    await fireEvent.click(button)
    await fireEvent.click(await screen.findByRole('button', { name: 'Terug naar de notitie' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(button)
  })

  it('shows what was typed a moment ago', async () => {
    await start('#/notities/n-3')
    const text = await plainText()
    await fireEvent.input(text, { target: { value: 'Voorzitter, **nu**' } })
    press('F9')
    const dialog = await screen.findByRole('dialog', { name })
    expect(dialog.querySelector('strong')?.textContent).toBe('nu')
  })

  it('has larger and smaller letters, kept for the next time, and leaves the text size alone', async () => {
    const { fake, dialog } = await standing()
    expect(size(dialog)).toBe('2.25rem')
    press('+')
    press('=', { ctrlKey: true })
    await waitFor(() => expect(size(dialog)).toBe('2.75rem'))
    press('-')
    await waitFor(() => expect(size(dialog)).toBe('2.5rem'))
    for (let i = 0; i < 20; i++) press('+')
    await waitFor(() => expect(size(dialog)).toBe('4rem'))
    for (let i = 0; i < 20; i++) press('-')
    await waitFor(() => expect(size(dialog)).toBe('1.25rem'))
    await waitFor(async () => expect(await fake.api.settings.get()).toMatchObject({ lecternSize: 125, textSize: 100 }))
    press('0', { ctrlKey: true })
    await waitFor(() => expect(size(dialog)).toBe('2.25rem'))
  })

  it('turns a page with Page Down, Page Up and the space bar', async () => {
    const { dialog } = await standing()
    const turns: number[] = []
    Object.defineProperty(dialog, 'clientHeight', { value: 1000 })
    dialog.scrollBy = ((to: ScrollToOptions) => void turns.push(to.top ?? 0)) as typeof dialog.scrollBy
    for (const key of ['PageDown', 'PageUp', ' ', 'ArrowDown', 'ArrowUp']) expect(press(key).defaultPrevented).toBe(true)
    press(' ', { shiftKey: true })
    expect(turns).toEqual([800, -800, 800, 100, -100, -800])
    const close = screen.getByRole('button', { name: 'Terug naar de notitie' })
    expect(press(' ', {}, close).defaultPrevented).toBe(false) // the space bar presses a button
  })

  it('does not show a title twice that is the first line of the text', async () => {
    const { fake } = await start('#/notities')
    const note = await fake.api.notes.create({ title: '', body: 'Voorzitter, dank u.', item: '', run: '', step: '' })
    window.location.hash = `#/notities/${note.id}`
    await screen.findByLabelText('Tekst')
    press('F9')
    const dialog = await screen.findByRole('dialog', { name: 'Voorzitter, dank u.' })
    expect(dialog.querySelector('h2')?.className).toContain('sr-only')
    expect(document.activeElement).toBe(dialog.querySelector('h2'))
  })

  it('says so when there is nothing to read out', async () => {
    await start('#/notities/nieuw')
    await screen.findByLabelText('Tekst')
    press('F9')
    const dialog = await screen.findByRole('dialog', { name: 'Nieuwe notitie' })
    expect(dialog.textContent).toContain('Er staat nog niets in deze notitie.')
  })

  it('stays away when the text cannot be shown, and on another screen', async () => {
    const { fake } = await start('#/notities/n-3')
    await screen.findByLabelText('Tekst')
    fake.failNext('notes.preview', 'internal')
    press('F9')
    await screen.findByText(/Er ging iets mis in het programma/)
    expect(screen.queryByRole('dialog')).toBeNull()
    window.location.hash = '#/'
    await screen.findByText('7 van 9 artikelen')
    expect(press('F9').defaultPrevented).toBe(true)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
