import { fireEvent, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { plainText, press, screen, start, waitFor } from './render'

const called = (calls: { method: string; args: unknown[] }[], method: string) => calls.filter((call) => call.method === method)

/** Opens note n-3 with this text, stored. */
async function withText(text: string) {
  const started = await start('#/notities/n-3')
  await fireEvent.input(await plainText(), { target: { value: text } })
  await fireEvent.blur(await plainText())
  await screen.findByText(/^Bewaard o/)
  return started
}

describe('references between notes', () => {
  it('are listed with where they lead, also when the title is written otherwise', async () => {
    await withText('Zie [[IDEEEN voor de begroting]] en [[n-6|die]].')
    const list = await screen.findByRole('region', { name: 'Verwijzingen in deze notitie' })
    expect(within(list).getByRole('link', { name: 'Ideeën voor de begroting' })).toBeTruthy()
    expect(within(list).getAllByRole('link')).toHaveLength(2)
    expect(list.textContent).not.toContain('In de tekst staat')
  })

  it('are seen from the other side, and lead back', async () => {
    await withText('Zie [[Ideeën voor de begroting#kop]].')
    const list = await screen.findByRole('region', { name: 'Verwijzingen in deze notitie' })
    await fireEvent.click(within(list).getByRole('link', { name: 'Ideeën voor de begroting' }))
    const back = await screen.findByRole('region', { name: 'Verwijzingen naar deze notitie' })
    expect(within(back).getByRole('link', { name: 'Commissie Ruimte: woningbouw Oostrand' })).toBeTruthy()
  })

  it('to a note that is not there offer to make it', async () => {
    const { fake } = await withText('Zie [[Later#kop|die komt]].')
    const list = await screen.findByRole('region', { name: 'Verwijzingen in deze notitie' })
    expect(list.textContent).toContain('Deze notitie is er nog niet.')
    await fireEvent.click(within(list).getByRole('button', { name: /^Maak deze notitie/ }))
    await waitFor(() => expect(window.location.hash).toMatch(/nieuw=1$/))
    expect(called(fake.calls, 'notes.create')[0]?.args[0]).toMatchObject({ title: 'Later' })
    await screen.findByRole('region', { name: 'Verwijzingen naar deze notitie' })
  })

  it('say that several notes have the title', async () => {
    const { fake } = await start('#/notities')
    for (const body of ['oud', 'nieuw']) await fake.api.notes.create({ title: 'Dubbel', body, item: '', run: '', step: '' })
    const from = await fake.api.notes.create({ title: 'Van', body: '[[dubbel]]', item: '', run: '', step: '' })
    window.location.hash = `#/notities/${from.id}`
    await screen.findByText('Er zijn 2 notities met deze titel. Dit is de nieuwste.')
  })

  it('go on leading after a new title, and nobody’s text changes', async () => {
    const { fake } = await start('#/notities')
    const to = await fake.api.notes.create({ title: 'Wonen', body: '', item: '', run: '', step: '' })
    const from = await fake.api.notes.create({ title: 'Van', body: '[[Wonen]]', item: '', run: '', step: '' })
    await fake.api.notes.save({ id: to.id, rev: to.rev, title: 'Woningbouw', body: '', keepOld: false })
    window.location.hash = `#/notities/${from.id}`
    const list = await screen.findByRole('region', { name: 'Verwijzingen in deze notitie' })
    expect(within(list).getByRole('link', { name: 'Woningbouw' })).toBeTruthy()
    expect(list.textContent).toContain('In de tekst staat: Wonen')
    expect((await fake.api.notes.get(from.id)).body).toBe('[[Wonen]]')
  })

  it('are put in the text from a list of titles, by keyboard', async () => {
    const { fake } = await start('#/notities/n-3')
    await fireEvent.click(await screen.findByRole('button', { name: 'Verwijs naar een notitie' }))
    const dialog = await screen.findByRole('dialog', { name: 'Verwijs naar een notitie' })
    const words = within(dialog).getByLabelText('Zoek op titel')
    expect(document.activeElement).toBe(words)
    await fireEvent.input(words, { target: { value: 'begroting' } })
    await within(dialog).findByText('1 notitie gevonden')
    press('ArrowDown')
    expect(document.activeElement?.textContent).toContain('Ideeën voor de begroting')
    press('ArrowUp')
    expect(document.activeElement).toBe(words)
    press('Enter')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect((await plainText()).value).toContain('[[Ideeën voor de begroting]]')
    expect(called(fake.calls, 'notes.titles').length).toBeGreaterThan(0)
  })

  it('may be to a note that is made later', async () => {
    await start('#/notities/n-3')
    await fireEvent.click(await screen.findByRole('button', { name: 'Verwijs naar een notitie' }))
    const dialog = await screen.findByRole('dialog')
    const words = within(dialog).getByLabelText('Zoek op titel')
    await fireEvent.input(words, { target: { value: ' Nog  te maken ' } })
    await fireEvent.click(await within(dialog).findByRole('button', { name: 'Verwijs naar een nieuwe notitie: Nog te maken' }))
    expect((await plainText()).value).toContain('[[Nog te maken]]')
  })

  it('say what went wrong', async () => {
    const { fake } = await start('#/notities/n-3')
    fake.failNext('notes.titles', 'data_busy')
    await fireEvent.click(await screen.findByRole('button', { name: 'Verwijs naar een notitie' }))
    await within(await screen.findByRole('dialog')).findByText(/De gegevens zijn even bezet/)
  })
})

describe('what a note hangs on', () => {
  it('is a part of an item, which counts its notes', async () => {
    const { fake } = await start('#/artikel/raad-in-beraad')
    await fireEvent.click(await screen.findByRole('link', { name: /^Maak een notitie bij dit deel ?: Hoe het werkt/ }))
    await fireEvent.input(await plainText(), { target: { value: 'Bij dit deel' } })
    await fireEvent.blur(await plainText())
    const link = await screen.findByRole('link', { name: 'Raad in Beraad: Hoe het werkt' })
    expect(called(fake.calls, 'notes.create')[0]?.args[0]).toMatchObject({ item: 'raad-in-beraad', part: 'hoe-het-werkt' })
    await fireEvent.click(link)
    await screen.findByText('1 notitie hierbij')
    const heading = screen.getByRole('heading', { name: 'Hoe het werkt' })
    await waitFor(() => expect(document.activeElement).toBe(heading))
    const mine = screen.getByRole('complementary', { name: 'Wat u hiermee kunt doen' })
    expect(within(mine).getByText(/^Hoe het werkt, /)).toBeTruthy()
  })

  async function dialogOf(id: string) {
    const started = await start(`#/notities/${id}`)
    await fireEvent.click(await screen.findByRole('button', { name: 'Verander waar deze notitie bij hoort' }))
    const dialog = await screen.findByRole('dialog', { name: 'Waar hoort deze notitie bij?' })
    const choose = async (label: string, value: string) => {
      const select = await within(dialog).findByLabelText<HTMLSelectElement>(label)
      await waitFor(() => expect([...select.options].map((option) => option.value)).toContain(value))
      await fireEvent.change(select, { target: { value } })
    }
    return { ...started, dialog, choose }
  }

  it('can be changed to a step of a run, with a meeting beside it', async () => {
    const { fake, dialog, choose } = await dialogOf('n-3')
    expect(document.activeElement).toBe(within(dialog).getByLabelText('Artikel of traject'))
    await choose('Artikel of traject', 'run')
    await choose('Traject', 'r-1')
    await choose('Stap', 'af-09')
    await fireEvent.input(within(dialog).getByLabelText('Onderwerp van de vergadering'), { target: { value: 'Raad: begroting' } })
    await fireEvent.input(within(dialog).getByLabelText('Datum van de vergadering'), { target: { value: '2026-11-05' } })
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Bewaar' }))
    await screen.findByRole('link', { name: 'Bepaal wie de eerste stap zet.' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.body.textContent).toContain('Vergadering: Raad: begroting, 5 november 2026')
    expect(await fake.api.notes.get('n-3')).toMatchObject({ run: 'r-1', step: 'af-09', item: '', meeting: 'Raad: begroting', meetingDate: '2026-11-05', rev: 1 })
  })

  it('can be taken off', async () => {
    const { fake, dialog, choose } = await dialogOf('n-7')
    await choose('Artikel of traject', 'none')
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Bewaar' }))
    await screen.findByText('Deze notitie hoort nog nergens bij.')
    expect((await fake.api.notes.get('n-7')).item).toBe('')
  })

  it('stays as it was when that fails, and says so', async () => {
    const { fake, dialog, choose } = await dialogOf('n-7')
    await choose('Artikel of traject', 'none')
    fake.failNext('notes.setPlace', 'disk_full')
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Bewaar' }))
    await within(dialog).findByText(/De schijf is vol/)
    expect((await fake.api.notes.get('n-7')).item).toBe('anders-formeren')
  })

  it('is a filter of the list: only the notes of a meeting', async () => {
    const { fake } = await start('#/notities')
    const place = { item: '', part: '', run: '', step: '', meeting: 'Raad', meetingDate: '2026-11-05' }
    await fake.api.notes.setPlace({ id: 'n-3', ...place })
    await fake.api.notes.setPlace({ id: 'n-5', ...place, meetingDate: '' })
    fake.emit('changed')
    const select = await screen.findByLabelText<HTMLSelectElement>('Vergadering')
    expect([...select.options].map((option) => option.textContent)).toEqual(['Alle vergaderingen', 'Raad, 5 november 2026 (1)', 'Raad (1)'])
    await fireEvent.change(select, { target: { value: '2026-11-05 raad' } })
    await screen.findByText('1 notitie')
    await fake.api.notes.setPlace({ id: 'n-3', ...place, meeting: '', meetingDate: '' })
    fake.emit('changed')
    await screen.findByText('6 notities')
  })
})

describe('Labels beheren', () => {
  async function opened(hash = '#/notities') {
    const started = await start(hash)
    await fireEvent.click(await screen.findByRole('button', { name: 'Labels beheren' }))
    const dialog = await screen.findByRole('dialog', { name: 'Labels beheren' })
    await within(dialog).findAllByText(/commissie/)
    const rename = async (tag: string, name: string) => {
      await fireEvent.click(within(dialog).getByRole('button', { name: new RegExp(`^Verander de naam ?: ${tag}$`) }))
      const field = within(dialog).getByLabelText('Nieuwe naam')
      await waitFor(() => expect(document.activeElement).toBe(field))
      await fireEvent.input(field, { target: { value: name } })
      await fireEvent.click(within(dialog).getByRole('button', { name: 'Bewaar' }))
    }
    return { ...started, dialog, rename }
  }

  it('renames a tag on every note, tells how many, and the open note follows without a conflict', async () => {
    const { fake, dialog, rename } = await opened('#/notities/n-3')
    await rename('wonen', '#Bouwen')
    await within(dialog).findByText('‘wonen’ heet nu ‘Bouwen’ (1 notitie).')
    expect((await fake.api.notes.get('n-3')).tags).toEqual(['Bouwen', 'commissie'])
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Sluit' }))
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Labels').value).toBe('Bouwen, commissie'))
    await fireEvent.input(await plainText(), { target: { value: 'verder' } })
    await fireEvent.blur(await plainText())
    await screen.findByText(/^Bewaard o/)
    expect(screen.queryByText('Er zijn twee teksten')).toBeNull()
  })

  it('asks before two tags become one', async () => {
    const { fake, dialog, rename } = await opened()
    await rename('formatie', 'WIJK')
    const ask = await within(dialog).findByText(/Het label ‘wijk’ is er al. 2 notities met ‘formatie’/)
    expect(called(fake.calls, 'tags.rename')).toHaveLength(0)
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Voeg samen'))
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Voeg samen' }))
    await within(dialog).findByText('‘formatie’ is samengevoegd met ‘wijk’ (2 notities).')
    expect(ask.isConnected).toBe(false)
    expect((await fake.api.tags.list()).find(({ tag }) => tag === 'wijk')?.count).toBe(3)
    await waitFor(() => expect(document.activeElement?.closest('[data-tag]')?.getAttribute('data-tag')).toBe('wijk'))
  })

  it('takes a tag from all notes after a question, and clears the filter', async () => {
    const { fake, dialog } = await opened()
    await fireEvent.change(screen.getByLabelText('Label', { selector: 'select' }), { target: { value: 'wijk' } })
    await fireEvent.click(within(dialog).getByRole('button', { name: /^Haal weg ?: wijk$/ }))
    expect(dialog.textContent).toContain('Het label ‘wijk’ gaat van 1 notitie af. De notitie zelf blijft.')
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Annuleer' }))
    expect(called(fake.calls, 'tags.remove')).toHaveLength(0)
    await fireEvent.click(within(dialog).getByRole('button', { name: /^Haal weg ?: wijk$/ }))
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Haal weg' }))
    await within(dialog).findByText('‘wijk’ is van 1 notitie af.')
    await screen.findByText('6 notities')
  })

  it('says what cannot be a tag', async () => {
    const { dialog, rename } = await opened()
    await rename('wonen', 'a,b')
    await within(dialog).findByText(/Het label 'a,b' kan niet/)
    expect(within(dialog).getByLabelText('Nieuwe naam')).toBeTruthy()
  })
})
