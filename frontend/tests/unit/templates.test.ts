import { fireEvent, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { plainText, press, screen, start, waitFor } from './render'

async function opened(hash = '#/notities') {
  const started = await start(hash)
  const button = await screen.findByRole('button', { name: 'Met een sjabloon' })
  button.focus()
  await fireEvent.click(button)
  const dialog = await screen.findByRole('dialog', { name: 'Nieuwe notitie met een sjabloon' })
  return { ...started, dialog }
}

describe('Met een sjabloon', () => {
  it('lists the templates with what they are for, the focus on the first', async () => {
    const { dialog } = await opened()
    const options = within(dialog).getAllByRole('button').filter((one) => one.className.includes('option'))
    expect(options).toHaveLength(10)
    expect(document.activeElement).toBe(options[0])
    const talk = within(dialog).getByRole('button', { name: 'Gesprek met inwoners' })
    const summary = document.getElementById(talk.getAttribute('aria-describedby') ?? '')
    expect(summary?.textContent).toBe('Luister goed, beloof niet te veel en laat later iets van u horen.')
    expect(within(dialog).queryByText('Uw eigen sjablonen')).toBeNull()
    expect(dialog.textContent).toContain('Zelf een sjabloon maken?')
  })

  it('is walked through with the arrow keys', async () => {
    const { dialog } = await opened()
    const at = () => document.activeElement?.textContent ?? ''
    press('ArrowUp')
    expect(at()).toContain('Raadsvergadering')
    press('ArrowDown')
    expect(at()).toContain('Commissievergadering')
    press('End')
    expect(at()).toContain('Draaiboek vergadering')
    press('ArrowDown')
    expect(at()).toContain('Draaiboek vergadering')
    press('Home')
    expect(at()).toContain('Raadsvergadering')
    within(dialog).getByRole('button', { name: 'Sluit' }).focus()
    expect(press('ArrowDown').defaultPrevented).toBe(false)
  })

  it('makes the note, with the day in it, and goes to its title', async () => {
    const { fake, dialog } = await opened()
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Gesprek met inwoners' }))
    const text = await plainText()
    expect(text.value).toContain('- Datum: 24 maart 2026\n')
    const title = screen.getByLabelText<HTMLTextAreaElement>('Titel van de notitie')
    expect(title.value).toBe('Gesprek met inwoners')
    await waitFor(() => expect(document.activeElement).toBe(title))
    expect(screen.queryByRole('dialog')).toBeNull()
    await screen.findByText('7 notities')
    expect(fake.calls.filter((call) => call.method === 'notes.save')).toHaveLength(0)
  })

  it('hangs the note on what a new note would hang on', async () => {
    const { fake, dialog } = await opened('#/notities/nieuw?run=r-1&step=af-09')
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Spreektekst' }))
    await screen.findByRole('link', { name: 'Bepaal wie de eerste stap zet.' })
    expect(fake.calls.find((call) => call.method === 'notes.createFrom')?.args[0]).toMatchObject({ template: 'spreektekst', run: 'r-1', step: 'af-09' })
    expect(fake.calls.filter((call) => call.method === 'notes.create')).toHaveLength(0)
  })

  it('offers a note with the label first, and the copy is no template', async () => {
    const started = await start('#/notities/n-3')
    const { fake } = started
    const tags = await screen.findByLabelText<HTMLInputElement>('Labels')
    await fireEvent.input(tags, { target: { value: 'commissie, sjabloon' } })
    await fireEvent.change(tags)
    await waitFor(async () => expect((await fake.api.notes.get('n-3')).tags).toContain('sjabloon'))
    await fireEvent.click(screen.getByRole('button', { name: 'Met een sjabloon' }))
    const own = await screen.findByRole('region', { name: 'Uw eigen sjablonen' })
    await fireEvent.click(within(own).getByRole('button', { name: 'Commissie Ruimte: woningbouw Oostrand' }))
    await waitFor(() => expect(window.location.hash).toMatch(/nieuw=1$/))
    const { notes } = await fake.api.notes.list({
      words: 'Oostrand', tag: '', pinned: false, trashed: false, item: '', run: '', step: '', sort: 'created', offset: 0, limit: 0,
    })
    expect(notes.map((note) => note.tags)).toEqual([['commissie'], ['commissie', 'sjabloon']])
  })

  it('makes one note of two quick clicks', async () => {
    const { fake, dialog } = await opened()
    const finish = fake.hold('notes.createFrom')
    const option = within(dialog).getByRole('button', { name: 'Werkbezoek' })
    void fireEvent.click(option)
    await fireEvent.click(option)
    finish()
    await screen.findByText('7 notities')
    expect(fake.calls.filter((call) => call.method === 'notes.createFrom')).toHaveLength(1)
  })

  it('says what went wrong and stays', async () => {
    const { fake, dialog } = await opened()
    fake.failNext('notes.createFrom', 'note_template_unknown', 'werkbezoek')
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Werkbezoek' }))
    await within(dialog).findByText(/Er is geen sjabloon met de naam 'werkbezoek'/)
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Werkbezoek' }))
    await screen.findByText('7 notities')
  })

  it('tells that the list could not be read', async () => {
    const { fake } = await start('#/notities')
    fake.failNext('notes.templates', 'data_busy')
    await fireEvent.click(await screen.findByRole('button', { name: 'Met een sjabloon' }))
    await screen.findByText(/De gegevens zijn even bezet/)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
