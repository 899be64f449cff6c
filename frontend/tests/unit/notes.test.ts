import { fireEvent, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { leftBehind } from '../../src/features/notes/editor.svelte'
import { plainText as text, screen, start, waitFor } from './render'

const called = (calls: { method: string; args: unknown[] }[], method: string) => calls.filter((call) => call.method === method)
const rich = () => screen.findByLabelText('Tekst', { selector: '[role=group]' })

describe('Notities', () => {
  it('lists notes, pinned first, with the trash in sight', async () => {
    await start('#/notities')
    await screen.findByText('6 notities')
    const list = screen.getByRole('region', { name: 'Lijst van notities' })
    const links = within(list).getAllByRole('link')
    expect(links[0]?.textContent).toContain('Ideeën voor de begroting')
    expect(links[0]?.textContent).toContain('Vastgezet')
    expect(screen.getByRole('link', { name: 'Prullenbak (1)' })).toBeTruthy()
  })

  it('has only a sentence and a button when there is nothing yet', async () => {
    await start('#/notities', { fresh: true, asked: true })
    await screen.findByText('U hebt nog geen notities.')
    expect(screen.queryByLabelText('Zoek in uw notities')).toBeNull()
    expect(screen.getAllByRole('link', { name: 'Nieuwe notitie' })).toHaveLength(1)
  })

  it('shows 200 at a time', async () => {
    await start('#/notities', { fresh: false, notes: 450 })
    await screen.findByText('456 notities')
    const count = () => document.querySelectorAll('section[aria-label="Lijst van notities"] li').length
    expect(count()).toBe(200)
    await fireEvent.click(screen.getByRole('button', { name: 'Toon meer (nog 256)' }))
    await waitFor(() => expect(count()).toBe(400))
    await fireEvent.click(screen.getByRole('button', { name: 'Toon meer (nog 56)' }))
    await waitFor(() => expect(count()).toBe(456))
  })

  it('saves when the text loses the focus, and says when', async () => {
    const { fake } = await start('#/notities/n-3')
    await fireEvent.input(await text(), { target: { value: 'Nieuwe tekst' } })
    await screen.findByText('Bezig met bewaren...')
    await fireEvent.blur(await text())
    await screen.findByText(/^Bewaard o/)
    expect(called(fake.calls, 'notes.save')[0]?.args[0]).toMatchObject({ id: 'n-3', rev: 1, body: 'Nieuwe tekst' })
  })

  it('saves when the screen is left', async () => {
    const { fake } = await start('#/notities/n-3')
    await fireEvent.input(await text(), { target: { value: 'Snel weg' } })
    window.location.hash = '#/'
    await waitFor(() => expect(called(fake.calls, 'notes.save')).toHaveLength(1))
    expect((await fake.api.notes.get('n-3')).body).toBe('Snel weg')
  })

  it('shows what was typed to who comes back before the save is done', async () => {
    const { fake } = await start('#/notities/n-3')
    await fireEvent.input(await text(), { target: { value: 'Heen en weer' } })
    const finish = fake.hold('notes.save')
    window.location.hash = '#/'
    await screen.findByText('7 van 9 artikelen')
    window.location.hash = '#/notities/n-3'
    expect((await text()).value).toBe('Heen en weer')
    finish()
    await screen.findByText(/^Bewaard o/)
    await fireEvent.input(await text(), { target: { value: 'Heen en weer terug' } })
    await fireEvent.blur(await text())
    await waitFor(async () => expect((await fake.api.notes.get('n-3')).body).toBe('Heen en weer terug'))
    expect(leftBehind.size).toBe(0)
  })

  it('saves when the window wants to close, and only then tells Go', async () => {
    const { fake } = await start('#/notities/n-3')
    await fireEvent.input(await text(), { target: { value: 'Tot morgen' } })
    fake.emit('flush')
    await waitFor(() => expect(called(fake.calls, 'notes.flushed')).toHaveLength(1))
    const order = fake.calls.map((call) => call.method).filter((method) => ['notes.save', 'notes.flushed'].includes(method))
    expect(order).toEqual(['notes.save', 'notes.flushed'])
  })

  it('does not say that all is stored when it is not', async () => {
    const { fake } = await start('#/notities/n-3')
    for (let i = 0; i < 3; i++) fake.failNext('notes.save', 'disk_full')
    await fireEvent.input(await text(), { target: { value: 'Past niet' } })
    fake.emit('flush')
    await screen.findByText(/Bewaren lukt niet/)
    await waitFor(() => expect(called(fake.calls, 'notes.flushed').map((call) => call.args)).toEqual([[false]]))
    await screen.findByRole('dialog', { name: 'Niet alles is bewaard' })
    await fireEvent.click(screen.getByRole('button', { name: 'Blijf hier' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect((await text()).value).toBe('Past niet')
    expect(screen.getByRole('button', { name: 'Probeer opnieuw' })).toBeTruthy()
  })

  it('keeps text that could not be stored when the screen is left', async () => {
    const { fake } = await start('#/notities/n-3')
    fake.failNext('notes.save', 'disk_full')
    await fireEvent.input(await text(), { target: { value: 'Niet weg' } })
    window.location.hash = '#/trajecten'
    await fireEvent.click(await screen.findByRole('button', { name: 'Naar de notitie' }))
    await waitFor(async () => expect((await text()).value).toBe('Niet weg'))
    await fireEvent.click(await screen.findByRole('button', { name: 'Probeer opnieuw' }))
    await screen.findByText(/^Bewaard o/)
    expect((await fake.api.notes.get('n-3')).body).toBe('Niet weg')
    expect(leftBehind.size).toBe(0)
  })

  it('shows both texts in a conflict and keeps both when asked', async () => {
    const { fake } = await start('#/notities/n-3')
    await text()
    fake.changeBehind('n-3', 'De andere tekst van nu')
    await fireEvent.input(await text(), { target: { value: 'Mijn tekst van nu' } })
    await fireEvent.blur(await text())
    const choice = await screen.findByRole('region', { name: 'Er zijn twee teksten' })
    expect(choice.textContent).toContain('De andere tekst van nu')
    expect(choice.textContent).toContain('Mijn tekst van nu')
    await fireEvent.click(within(choice).getByRole('button', { name: 'Bewaar beide' }))
    await waitFor(async () => expect((await text()).value).toBe('De andere tekst van nu'))
    await screen.findByText('7 notities')
  })

  it('makes a new note for a step, and its address follows', async () => {
    const { fake } = await start('#/notities/nieuw?run=r-1&step=af-09')
    await fireEvent.input(await text(), { target: { value: 'Bel de fracties' } })
    await fireEvent.blur(await text())
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/notities\/n-\d+$/))
    expect(called(fake.calls, 'notes.create')[0]?.args[0]).toMatchObject({ run: 'r-1', step: 'af-09', body: 'Bel de fracties' })
    expect(await screen.findByRole('link', { name: 'Bepaal wie de eerste stap zet.' })).toBeTruthy()
  })

  it('leaves nothing behind when a new note stays empty', async () => {
    const { fake } = await start('#/notities/nieuw')
    await text()
    window.location.hash = '#/'
    await screen.findByText('7 van 9 artikelen')
    expect(called(fake.calls, 'notes.create')).toHaveLength(0)
  })

  it('moves a note to the trash with a way back that stays', async () => {
    const { fake } = await start('#/notities/n-3')
    await fireEvent.click(await screen.findByRole('button', { name: 'Naar prullenbak' }))
    await screen.findByText('Notitie verwijderd')
    await screen.findByText('5 notities')
    await fireEvent.click(screen.getByRole('button', { name: 'Ongedaan maken' }))
    await screen.findByText('6 notities')
    expect((await fake.api.notes.get('n-3')).trashed).toBe('')
  })

  it('shows formatted text, and Markdown when asked, and remembers which', async () => {
    const { fake } = await start('#/notities/n-3')
    expect((await rich()).querySelector('strong')?.textContent).toBe('donderdag')
    expect(screen.queryByText(/^Opmaak: /)).toBeNull()
    expect((await text()).value).toContain('**donderdag**')
    expect(screen.getByText(/^Opmaak: /)).toBeTruthy()
    window.location.hash = '#/'
    await screen.findByText('7 van 9 artikelen')
    window.location.hash = '#/notities/n-3'
    await screen.findByLabelText('Tekst', { selector: 'textarea' })
    await fireEvent.click(screen.getByRole('button', { name: 'Toon als platte tekst' }))
    await rich()
    expect(called(fake.calls, 'notes.save')).toHaveLength(0)
  })

  it('shows what was written in plain text as formatted text', async () => {
    await start('#/notities/n-3')
    await fireEvent.input(await text(), { target: { value: 'Bel de **wethouder**' } })
    await fireEvent.click(screen.getByRole('button', { name: 'Toon als platte tekst' }))
    expect((await rich()).querySelector('strong')?.textContent).toBe('wethouder')
  })

  it('opens a very long note as plain text', async () => {
    const { fake } = await start('#/notities')
    const note = await fake.api.notes.create({ title: 'Lang', body: 'woord '.repeat(40_000), item: '', run: '', step: '' })
    window.location.hash = `#/notities/${note.id}`
    await screen.findByLabelText('Tekst', { selector: 'textarea' })
    expect(document.querySelector('.rich-text')).toBeNull()
  })

  it('does not let a note in the trash be changed', async () => {
    const { fake } = await start('#/notities')
    await fake.api.notes.trash('n-3')
    window.location.hash = '#/notities/n-3'
    expect((await rich()).getAttribute('contenteditable')).toBe('false')
    expect((await text()).readOnly).toBe(true)
  })

  it('exports what was typed a moment ago', async () => {
    const { fake } = await start('#/notities/n-3')
    await fireEvent.input(await text(), { target: { value: 'Net getypt' } })
    await fireEvent.click(screen.getByRole('button', { name: 'PDF' }))
    await screen.findByText(/^Klaar\. Het bestand/)
    const order = fake.calls.map((call) => call.method).filter((method) => ['notes.save', 'exports.save'].includes(method))
    expect(order).toEqual(['notes.save', 'exports.save'])
  })
})
