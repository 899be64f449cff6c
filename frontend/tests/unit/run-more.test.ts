import { fireEvent, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { timeline } from '../../src/features/checklists/timeline'
import { createFake } from '../../src/lib/api/fake'
import { press, screen, start, waitFor } from './render'

const row = (text: string) => waitFor(() => {
  const found = screen.getAllByText(text).map((one) => one.closest<HTMLElement>('li[id^=step-]')).find(Boolean)
  if (!found) throw new Error(text)
  return found
})

async function addOwn(text: string) {
  await fireEvent.click(await screen.findByRole('button', { name: 'Eigen stap toevoegen bij Deelnemers' }))
  await fireEvent.input(screen.getByLabelText('Wat moet er gebeuren?'), { target: { value: text } })
  await fireEvent.submit(screen.getByLabelText('Wat moet er gebeuren?').closest('form') as HTMLFormElement)
  return row(text)
}

describe('Own steps', () => {
  it('adds one, tells that the user added it, and counts it', async () => {
    await start('#/trajecten/r-1')
    const own = await addOwn('Bel de dorpsraden')
    expect(within(own).getAllByText('Door u toegevoegd').length).toBeGreaterThan(0)
    await screen.findByText(/2 van 14 stappen klaar/)
    await fireEvent.click(within(own).getByRole('checkbox', { name: 'Bel de dorpsraden' }))
    await screen.findByText(/3 van 14 stappen klaar/)
  })

  it('moves one by key, up to another phase, and keeps the focus on it', async () => {
    await start('#/trajecten/r-1')
    const own = await addOwn('Bel de dorpsraden')
    const steps = () => [...document.querySelectorAll('section[aria-labelledby="phase-deelnemers"] li[id^=step-]')]
    expect(steps().at(-1)?.textContent).toContain('Bel de dorpsraden')
    press('ArrowUp', { altKey: true }, own)
    await waitFor(() => expect(steps().at(-2)?.textContent).toContain('Bel de dorpsraden'))
    await screen.findByText(/Verplaatst: nu stap 3 bij Deelnemers/)
    for (let i = 0; i < 3; i++) press('ArrowUp', { altKey: true }, await row('Bel de dorpsraden'))
    await screen.findByText(/Verplaatst: nu stap \d bij Wat voor type akkoord/)
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Bel de dorpsraden'))
  })

  it('changes and removes one, and undoes that from the message', async () => {
    const { fake } = await start('#/trajecten/r-1')
    const own = await addOwn('Bel de dorpsraden')
    await fireEvent.click(within(own).getByRole('button', { name: 'Verander deze stap' }))
    await fireEvent.input(within(own).getByLabelText('Wat moet er gebeuren?'), { target: { value: 'Bel de wijkraden' } })
    await fireEvent.submit(within(own).getByLabelText('Wat moet er gebeuren?').closest('form') as HTMLFormElement)
    const changed = await row('Bel de wijkraden')
    await fireEvent.click(await within(changed).findByRole('button', { name: 'Haal deze stap weg' }))
    await waitFor(() => expect(screen.queryByText('Bel de wijkraden')).toBeNull())
    expect(fake.calls.map((call) => call.method)).toContain('checklists.removeStep')
    await fireEvent.click(await screen.findByRole('button', { name: 'Ongedaan maken' }))
    await row('Bel de wijkraden')
  })

  it('does not offer that for a step of the checklist', async () => {
    await start('#/trajecten/r-1')
    const theirs = await row('Bepaal wie de eerste stap zet.')
    expect(within(theirs).queryByRole('button', { name: 'Haal deze stap weg' })).toBeNull()
  })
})

describe('Facts of a step', () => {
  it('stores who, a note and a link, and shows them in words', async () => {
    const { fake } = await start('#/trajecten/r-1')
    const step = await row('Bepaal wie de eerste stap zet.')
    await fireEvent.change(within(step).getByLabelText('Wie doet dit?'), { target: { value: 'de griffier' } })
    await within(step).findByText('Wie: de griffier')
    await fireEvent.change(within(step).getByLabelText('Korte notitie'), { target: { value: 'Eerst bellen' } })
    await within(step).findByText('Eerst bellen')
    expect(fake.calls.at(-1)?.args[0]).toMatchObject({ who: 'de griffier', note: 'Eerst bellen' })
    await fireEvent.change(within(step).getByLabelText('Link'), { target: { value: 'zomaar' } })
    await screen.findByText(/is geen adres dat u kunt openen/)
  })
})

describe('Undo and the log', () => {
  it('takes back the last change, by button and by key', async () => {
    const { fake } = await start('#/trajecten/r-1')
    const box = await screen.findByRole('checkbox', { name: 'Bepaal wie de eerste stap zet.' })
    await fireEvent.click(box)
    await screen.findByText(/3 van 13 stappen klaar/)
    await fireEvent.click(screen.getByRole('button', { name: 'Maak laatste wijziging ongedaan' }))
    await screen.findByText(/2 van 13 stappen klaar.*ongedaan gemaakt/s)
    await fireEvent.click(await screen.findByRole('checkbox', { name: 'Ga na of elke partij een uitnodiging krijgt.' }))
    await screen.findByText(/3 van 13 stappen klaar/)
    press('z', { ctrlKey: true }, document.body)
    await waitFor(() => expect(fake.calls.filter((call) => call.method === 'checklists.undo')).toHaveLength(2))
    await screen.findByText(/2 van 13 stappen klaar/)
    const log = screen.getByText('Logboek').closest('details') as HTMLDetailsElement
    log.open = true
    await fireEvent(log, new Event('toggle'))
    await within(log).findAllByText(/later ongedaan gemaakt/)
    expect(within(log).getAllByText(/^Ongedaan gemaakt: Stand/).length).toBe(2)
  })

  it('asks once who works here, and keeps the name', async () => {
    const { fake } = await start('#/trajecten', { nameless: true })
    window.location.hash = '#/trajecten/r-1'
    const name = await screen.findByLabelText('Uw naam of functie')
    await fireEvent.input(name, { target: { value: 'De griffier' } })
    await fireEvent.submit(name.closest('form') as HTMLFormElement)
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Wie werkt aan dit traject?' })).toBeNull())
    expect(await fake.api.settings.get()).toMatchObject({ name: 'De griffier', nameAsked: true })
    await fireEvent.click(await screen.findByRole('checkbox', { name: 'Bepaal wie de eerste stap zet.' }))
    await waitFor(() => expect(fake.calls.find((call) => call.method === 'checklists.setStep')?.args[0]).toMatchObject({ by: 'De griffier' }))
  })
})

describe('The photo of a triangle', () => {
  it('has questions of one’s own, with an answer of each of the three', async () => {
    const { fake } = await start('#/trajecten/r-2')
    const form = await row('Leg de drie uitkomsten naast elkaar.')
    await within(form).findByText(/Er zijn nog geen vragen/)
    await fireEvent.input(within(form).getByLabelText('Nieuwe vraag'), { target: { value: 'Wat gaat goed?' } })
    await fireEvent.submit(within(form).getByLabelText('Nieuwe vraag').closest('form') as HTMLFormElement)
    const answer = await within(form).findByLabelText('Wat gaat goed?: antwoord van griffier')
    expect(within(form).getAllByLabelText(/^Wat gaat goed\?: antwoord van/)).toHaveLength(3)
    await fireEvent.change(answer, { target: { value: 'De agenda' } })
    await waitFor(() => expect(fake.calls.at(-1)).toMatchObject({ method: 'checklists.setAnswer', args: [{ column: 1, text: 'De agenda' }] }))
  })
})

describe('Meer met dit traject', () => {
  it('changes the period, archives, and shows the archive', async () => {
    await start('#/trajecten/r-1')
    await fireEvent.click(await screen.findByRole('button', { name: 'Naam en raadsperiode' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Naam en raadsperiode' }))
    await fireEvent.input(dialog.getByLabelText('Raadsperiode'), { target: { value: '2026 tot 2030' } })
    await fireEvent.submit(dialog.getByLabelText('Raadsperiode').closest('form') as HTMLFormElement)
    await screen.findByText(/Raadsperiode 2026 tot 2030/)
    await fireEvent.click(screen.getByRole('button', { name: 'Leg in het archief' }))
    await screen.findByText('Dit traject staat in het archief.')
    window.location.hash = '#/trajecten'
    await screen.findByRole('heading', { level: 1, name: 'Trajecten' })
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1))
    await fireEvent.click(screen.getByRole('radio', { name: /Archief/ }))
    await waitFor(() => expect(screen.getByRole('article').textContent).toContain('Formatie 2026'))
  })

  it('starts another run with the steps of this one', async () => {
    const { fake } = await start('#/trajecten?van=r-1')
    const dialog = await screen.findByRole('dialog', { name: 'Start een traject' })
    await within(dialog).findByText(/U neemt de stappen over van ‘Formatie 2026’/)
    await fireEvent.input(within(dialog).getByLabelText('Naam van het traject'), { target: { value: 'Formatie 2030' } })
    await fireEvent.submit(dialog.querySelector('form') as HTMLFormElement)
    await screen.findByRole('heading', { level: 1, name: 'Formatie 2030' })
    expect(fake.calls.find((call) => call.method === 'checklists.start')?.args[0]).toMatchObject({ from: 'r-1' })
  })

  it('puts two runs beside each other in a table', async () => {
    await start('#/trajecten/r-1?naast=r-2')
    await screen.findByRole('heading', { level: 1, name: 'Formatie 2026 naast Onze driehoek' })
    const cells = screen.getAllByRole('row')
    expect(cells.length).toBeGreaterThan(5)
    expect(screen.getAllByText('Niet in dit traject').length).toBeGreaterThan(5)
  })

  it('keeps its steps as a checklist of one’s own', async () => {
    await start('#/trajecten/r-1')
    await fireEvent.click(await screen.findByRole('button', { name: 'Bewaar als eigen checklist' }))
    const title = await screen.findByLabelText('Titel van de checklist')
    await fireEvent.input(title, { target: { value: 'Formeren bij ons' } })
    await fireEvent.submit(title.closest('form') as HTMLFormElement)
    await screen.findByText(/‘Formeren bij ons’ staat bij Trajecten/)
    window.location.hash = '#/trajecten'
    await screen.findByRole('heading', { level: 3, name: 'Formeren bij ons' })
    await fireEvent.click(await screen.findByRole('button', { name: /^Haal weg.*Formeren bij ons/ }))
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Formeren bij ons' })).toBeNull())
  })
})

describe('Dates', () => {
  it('says for a redivision that its council begins with the year', async () => {
    await start('#/trajecten?start=anders-formeren')
    const dialog = within(await screen.findByRole('dialog', { name: 'Start een traject' }))
    const date = dialog.getByLabelText('Verkiezingsdag')
    await fireEvent.input(date, { target: { value: '2026-11-18' } })
    await fireEvent.change(date)
    await dialog.findByText('4 januari 2027')
    expect(dialog.getByRole<HTMLInputElement>('radio', { name: 'Herindelingsverkiezing' }).checked).toBe(true)
    expect(dialog.getByLabelText<HTMLInputElement>('Raadsperiode').value).toBe('vanaf 2027')
    await fireEvent.click(dialog.getByRole('radio', { name: 'Gewone verkiezing' }))
    await dialog.findByText(/Voor deze dag kennen wij geen wettelijke datums/)
  })

  it('tells that a date is in a recess of one’s own', async () => {
    await start('#/trajecten')
    const summary = await screen.findByText('Reces')
    const form = within(summary.closest('details') as HTMLElement)
    await fireEvent.input(form.getByLabelText('Naam van het reces'), { target: { value: 'Meireces' } })
    await fireEvent.input(form.getByLabelText('Eerste dag'), { target: { value: '2026-05-18' } })
    await fireEvent.input(form.getByLabelText('Laatste dag'), { target: { value: '2026-05-24' } })
    await fireEvent.submit(form.getByLabelText('Laatste dag').closest('form') as HTMLFormElement)
    await form.findByText(/18 mei 2026 tot en met 24 mei 2026/)
    window.location.hash = '#/trajecten/r-1'
    const step = await row('Spreek af waar en hoe het resultaat van de formatie wordt besproken.')
    await within(step).findByText('Let op: Meireces.')
  })

  it('shows the same moments in the picture and in its table', async () => {
    await start('#/trajecten/r-1')
    const part = (await screen.findByText('Dit traject in de tijd')).closest('details') as HTMLElement
    const marks = part.querySelectorAll('svg[role=img] :is(rect.law, circle, path.late, line.anchor)').length
    expect(marks).toBeGreaterThan(5)
    expect(part.querySelectorAll('tbody tr')).toHaveLength(marks)
    expect(within(part).getByRole('img', { name: new RegExp(`^${marks} datums van`) })).toBeTruthy()
  })
})

describe('timeline', () => {
  it('keeps the order of time, keeps marks apart, and shows today only within', async () => {
    const fake = createFake()
    const view = await fake.api.checklists.get('r-1')
    const { moments, months, today } = timeline(view, '2026-03-24', 700)
    expect(moments.map((one) => one.date)).toEqual(moments.map((one) => one.date).toSorted())
    for (const one of moments) {
      expect(one.x).toBeGreaterThanOrEqual(0)
      expect(one.x).toBeLessThanOrEqual(700)
      for (const other of moments) if (one !== other && one.lane === other.lane) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(13.9)
    }
    expect(months.length).toBeGreaterThan(2)
    expect(today).not.toBeNull()
    expect(timeline(view, '2040-01-01', 700).today).toBeNull()
    expect(timeline({ ...view, anchor: '', dates: [], phases: [] }, '2026-01-01', 700).moments).toEqual([])
  })
})

describe('Ga verder met', () => {
  it('shows the run of last, and others with their date, late in words', async () => {
    await start('#/')
    const panel = (await screen.findByRole('heading', { name: 'Ga verder met: Onze driehoek' })).closest('section') as HTMLElement
    expect(within(panel).getByText('Uiterlijk 27 mei 2026')).toBeTruthy()
    const others = within(panel).getByRole('list', { name: 'Andere lopende trajecten' })
    expect(others.textContent).toContain('Formatie 2026')
    expect(others.textContent).toContain('Te laat: had klaar moeten zijn op 16 februari 2026')
  })
})

describe('What leaves the program', () => {
  it('exports a run as calendar and table, and hands it over', async () => {
    const { fake } = await start('#/trajecten/r-1')
    const group = within(await screen.findByRole('group', { name: 'Exporteer dit traject' }))
    const saved = () => fake.calls.filter((call) => call.method === 'exports.save').map((call) => call.args[0])
    await fireEvent.click(group.getByRole('button', { name: 'Agenda' }))
    await screen.findByText(/raadwijzer-run\.ics/)
    await fireEvent.click(group.getByRole('button', { name: 'Spreadsheet' }))
    await screen.findByText(/raadwijzer-run\.csv/)
    await fireEvent.click(screen.getByRole('button', { name: 'Overdrachtsdossier' }))
    await screen.findByText(/raadwijzer-handover\.zip/)
    expect(saved()).toMatchObject([{ what: 'run', format: 'ics' }, { what: 'run', format: 'csv' }, { what: 'handover', format: 'zip', ids: ['r-1'] }])
  })

  it('takes the notes of a run along when asked, confidential ones only then', async () => {
    const { fake } = await start()
    const note = await fake.api.notes.create({ title: 'Over het geheel', body: 'Tekst', item: '', part: '', run: 'r-1', step: '' })
    await fake.api.notes.setProperties({ id: note.id, tags: [], pinned: false, confidential: true })
    window.location.hash = '#/trajecten/r-1'
    expect((await screen.findByRole('link', { name: 'Over het geheel' })).closest('aside')).not.toBeNull()
    const group = within(screen.getByRole('group', { name: 'Exporteer dit traject' }))
    const saved = () => fake.calls.filter((call) => call.method === 'exports.save').map((call) => call.args[0])
    const plain = async () => {
      await fireEvent.click(group.getByRole('button', { name: 'PDF' }))
    }
    await plain()
    await waitFor(() => expect(saved()).toHaveLength(1))
    await screen.findByText(/raadwijzer-run\.pdf/)
    await fireEvent.click(group.getByRole('checkbox', { name: /^Met de .*notitie.* bij dit traject$/ }))
    await plain()
    await waitFor(() => expect(saved()).toHaveLength(2))
    await screen.findByText(/raadwijzer-run\.pdf/)
    await fireEvent.click(group.getByRole('checkbox', { name: 'Neem ook vertrouwelijke notities mee' }))
    await plain()
    await waitFor(() => expect(saved()).toMatchObject([
      { withNotes: false, includeConfidential: false }, { withNotes: true, includeConfidential: false }, { withNotes: true, includeConfidential: true },
    ]))
  })

  it('offers a note, an item and a run in the same forms as the export screen', async () => {
    const { fake } = await start('#/exporteren')
    const forms = async (name: string) => within(await screen.findByRole('group', { name })).getAllByRole('button').map((button) => button.textContent?.trim())
    await fireEvent.click(await screen.findByRole('radio', { name: 'Een traject' }))
    await fireEvent.click(screen.getByRole('radio', { name: 'Spreadsheet' }))
    await fireEvent.click(screen.getByRole('radio', { name: 'Een artikel' }))
    expect(screen.getByRole('radio', { name: 'PDF' })).toHaveProperty('checked', true)
    expect(screen.queryByRole('radio', { name: 'Spreadsheet' })).toBeNull()
    window.location.hash = '#/notities/n-3'
    expect(await forms('Exporteer deze notitie')).toEqual(['PDF', 'Webpagina', 'Markdown'])
    window.location.hash = '#/artikel/anders-formeren'
    expect(await forms('Exporteer dit artikel')).toEqual(['PDF', 'Webpagina', 'Markdown'])
    window.location.hash = '#/trajecten/r-1'
    expect(await forms('Exporteer dit traject')).toEqual(['PDF', 'Webpagina', 'Markdown', 'Agenda', 'Spreadsheet', 'Overdrachtsdossier'])
    await fireEvent.click(screen.getByRole('button', { name: 'Webpagina' }))
    await waitFor(() => expect(fake.calls.find((call) => call.method === 'exports.save')?.args[0]).toMatchObject({ what: 'run', format: 'html' }))
  })

  it('hands over from the export screen too, in its one form', async () => {
    const { fake } = await start('#/exporteren')
    await fireEvent.click(await screen.findByRole('radio', { name: 'Een overdrachtsdossier' }))
    expect(screen.queryByRole('radio', { name: 'PDF' })).toBeNull()
    await fireEvent.click(screen.getByRole('button', { name: 'Kies waar u het bewaart' }))
    await waitFor(() => expect(fake.calls.find((call) => call.method === 'exports.save')?.args[0]).toMatchObject({ what: 'handover', format: 'zip' }))
  })
})
