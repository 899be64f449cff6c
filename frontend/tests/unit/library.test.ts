import { fireEvent, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { LibraryController } from '../../src/features/library/library.svelte'
import { createFake } from '../../src/lib/api/fake'
import { screen, start, waitFor } from './render'

const titles = () => screen.getAllByRole('article').map((card) => within(card).getByRole('heading').textContent)

describe('LibraryController', () => {
  it.each([
    ['', 9, 0], ['burgemeester', 9, 0], ['wethouder', 7, 2], ['gemeentesecretaris', 7, 2], ['raadslid', 6, 3], ['griffier', 7, 2],
  ])('role %j has %i items, %i are for others', async (role, shown, others) => {
    const library = new LibraryController(createFake().api)
    await library.load(role)
    expect(library.shown).toHaveLength(shown)
    expect(library.others).toBe(others)
    expect(library.total).toBe(9)
  })

  it('finds words in title, summary and take-aways, without accents', async () => {
    const library = new LibraryController(createFake().api)
    await library.load('')
    library.words = 'een'
    expect(library.shown.length).toBeGreaterThan(1)
    library.words = 'ESSAY'
    expect(library.shown).toHaveLength(0)
    library.words = 'aanzien raad'
    expect(library.shown.map((item) => item.id)).toEqual(['trots-op-de-raad'])
  })

  it('shows the answer to the last question, whichever comes first', async () => {
    const { api } = createFake()
    const answers: (() => void)[] = []
    const slow = { ...api, library: { ...api.library, list: (role: string) => new Promise<void>((go) => answers.push(go)).then(() => api.library.list(role)) } }
    const library = new LibraryController(slow)
    const first = library.load('raadslid')
    const second = library.load('griffier')
    answers[1]?.()
    await second
    answers[0]?.()
    await first
    expect(library.view?.items).toHaveLength(7)
  })

  it('goes on with the unfinished run that was worked on last', async () => {
    const { api } = createFake()
    const library = new LibraryController(api)
    await library.load('')
    expect(library.current?.name).toBe('Onze driehoek')
  })
})

describe('Aan de slag', () => {
  it('filters by role, remembers the choice and tells what is left out', async () => {
    const { fake } = await start()
    await screen.findByText('7 van 9 artikelen')
    await fireEvent.click(screen.getByRole('radio', { name: /Raadsleden/ }))
    await screen.findByText('6 van 9 artikelen')
    expect(screen.getByText(/3 zijn voor andere functies/)).toBeTruthy()
    expect(titles()[0]).toBe('Raad in Beraad')
    expect((await fake.api.settings.get()).role).toBe('raadslid')
    await fireEvent.click(screen.getByRole('button', { name: 'Toon alles' }))
    await screen.findByText('9 artikelen')
    expect(titles()).toHaveLength(9)
  })

  it('says what to do when nothing is found', async () => {
    await start()
    await fireEvent.input(await screen.findByLabelText('Zoek in de artikelen'), { target: { value: 'qqq' } })
    await screen.findByText('Geen artikelen gevonden. Probeer een ander woord of kies Alle.')
    expect(screen.getByText('0 van 9 artikelen')).toBeTruthy()
  })

  it('shows a failure in Dutch and tries again', async () => {
    const { fake } = await start('#/instellingen')
    fake.failNext('library.list', 'data_busy')
    window.location.hash = '#/'
    await screen.findByText(/even bezet/)
    await fireEvent.click(screen.getByRole('button', { name: 'Probeer opnieuw' }))
    await screen.findByText('7 van 9 artikelen')
  })
})

describe('an item', () => {
  it('shows take-aways, text, words, sources with their address and the neighbours for the role', async () => {
    await start('#/artikel/anders-formeren')
    await screen.findByRole('heading', { level: 1, name: /Anders formeren/ })
    expect(screen.getByText('Wat u meeneemt')).toBeTruthy()
    expect(screen.getByText('Duidingsdebat')).toBeTruthy()
    expect(screen.getByText('https://www.lokale-democratie.nl/ervaring/checklist-anders-formeren')).toBeTruthy()
    expect(screen.getByRole('link', { name: /Volgende artikel.*Versterken lokale driehoeken/ })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Formatie 2026' })).toBeTruthy()
    expect(document.title).toBe('‘Anders formeren’ -een handige checklist - Raadwijzer')
  })

  it('is marked as read, and undone when that fails', async () => {
    const { fake } = await start('#/artikel/raad-in-beraad')
    await fireEvent.click(await screen.findByRole('button', { name: 'Markeer als gelezen' }))
    await screen.findByText('U hebt dit gelezen')
    fake.failNext('library.markRead', 'disk_full')
    await fireEvent.click(screen.getByRole('button', { name: 'Markeer als niet gelezen' }))
    await waitFor(() => expect(screen.getByText(/De schijf is vol/)).toBeTruthy())
    expect(screen.getByRole('button', { name: 'Markeer als niet gelezen' })).toBeTruthy()
  })

  it('opens a source in the browser and never in the window', async () => {
    const { fake } = await start('#/artikel/raad-in-beraad')
    await fireEvent.click(await screen.findByRole('link', { name: /Lokale Democratie in Beweging/ }))
    const call = fake.calls.find(({ method }) => method === 'settings.openLink')
    expect(call?.args).toEqual(['https://www.lokale-democratie.nl/ervaring/raad-in-beraad'])
    expect(window.location.hash).toBe('#/artikel/raad-in-beraad')
  })
})

describe('the first start', () => {
  it('asks one question and goes on with the answer', async () => {
    const { fake } = await start('#/', { fresh: true })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Welkom. Wat voor functie hebt u?')
    await fireEvent.click(screen.getByRole('button', { name: 'Ga aan de slag' }))
    await screen.findByRole('alert')
    await fireEvent.click(screen.getByLabelText('Raadslid'))
    await fireEvent.click(screen.getByRole('button', { name: 'Ga aan de slag' }))
    await screen.findByText('6 van 9 artikelen')
    expect(await fake.api.settings.get()).toMatchObject({ role: 'raadslid', roleAsked: true })
  })

  it('tells in three sentences how it works, until they are put away', async () => {
    const { fake } = await start('#/', { fresh: true })
    await fireEvent.click(screen.getByRole('button', { name: 'Later kiezen' }))
    const tour = await screen.findByRole('region', { name: 'Zo werkt het' })
    const said = within(tour).getAllByRole('listitem').map((one) => one.textContent)
    expect(said.join(' ').match(/[.?!](\s|$)/g)).toHaveLength(3)
    await fireEvent.click(within(tour).getByRole('button', { name: 'Begrepen' }))
    expect(screen.queryByRole('region', { name: 'Zo werkt het' })).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
    expect(await fake.api.settings.get()).toMatchObject({ tourSeen: true })
  })

  it('can be put off, and is not asked again', async () => {
    const { fake } = await start('#/', { fresh: true })
    await fireEvent.click(screen.getByRole('button', { name: 'Later kiezen' }))
    await screen.findByText('9 artikelen')
    expect(await fake.api.settings.get()).toMatchObject({ role: '', roleAsked: true })
  })
})
