import { fireEvent, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { hasWords } from '../../src/features/checklists/checklists.svelte'
import { RunController } from '../../src/features/checklists/run.svelte'
import type { RunCard, RunView, StepChange } from '../../src/lib/api/api'
import { createFake } from '../../src/lib/api/fake'
import { screen, start, waitFor } from './render'

async function loaded() {
  const fake = createFake()
  const run = new RunController(fake.api, () => 'Griffie')
  await run.load('r-1')
  const step = (id: string) => {
    const found = run.view?.phases.flatMap((phase) => phase.steps).find((one) => one.id === id)
    if (!found) throw new Error(id)
    return found
  }
  return { fake, run, step }
}

describe('RunController', () => {
  it('counts as Go counts: topics never, skipped steps leave the total', async () => {
    const { run, step } = await loaded()
    expect(run.view?.progress).toEqual({ done: 2, total: 13, skipped: 0 })
    await run.tick(step('af-09'), true)
    expect(run.view?.progress).toEqual({ done: 3, total: 13, skipped: 0 })
    await run.change(step('af-10'), { state: 'skipped', reason: 'Niet nodig' })
    expect(run.view?.progress).toEqual({ done: 3, total: 12, skipped: 1 })
    await run.change(step('af-10'), { state: 'open' })
    expect(step('af-10').reason).toBe('')
    expect(run.view?.progress).toEqual({ done: 3, total: 13, skipped: 0 })
  })

  it('shows a tick at once and says who did it', async () => {
    const { fake, run, step } = await loaded()
    const ticking = run.tick(step('af-09'), true)
    expect(step('af-09').state).toBe('done')
    await ticking
    expect(fake.calls.at(-1)?.args[0]).toMatchObject({ step: 'af-09', state: 'done', by: 'Griffie' })
  })

  it('takes a tick back when it could not be stored', async () => {
    const { fake, run, step } = await loaded()
    fake.failNext('checklists.setStep', 'data_busy')
    await run.tick(step('af-09'), true)
    expect(step('af-09').state).toBe('open')
    expect(run.problem?.code).toBe('data_busy')
  })

  it('sends ticks one after another, and an early answer never undoes a later tick', async () => {
    const { api } = createFake()
    const sent: string[] = []
    const go: (() => void)[] = []
    const setStep = (change: StepChange) => new Promise<RunView>((resolve) => {
      sent.push(change.step)
      go.push(() => void api.checklists.setStep(change).then(resolve))
    })
    const run = new RunController({ ...api, checklists: { ...api.checklists, setStep } }, () => '')
    await run.load('r-1')
    const steps = run.view?.phases.flatMap((phase) => phase.steps) ?? []
    const one = steps.find((step) => step.id === 'af-09')
    const two = steps.find((step) => step.id === 'af-10')
    if (!one || !two) throw new Error('steps')
    const first = run.tick(one, true)
    const second = run.tick(two, true)
    await waitFor(() => expect(sent).toEqual(['af-09']))
    go[0]?.()
    await first
    const shown = run.view?.phases.flatMap((phase) => phase.steps).find((step) => step.id === 'af-10')
    expect(shown?.state).toBe('done')
    await waitFor(() => expect(sent).toEqual(['af-09', 'af-10']))
    go[1]?.()
    await second
    expect(run.view?.progress.done).toBe(4)
  })

  it('makes a choice one decision: one or more directions, none is open again', async () => {
    const { run, step } = await loaded()
    await run.choose(step('af-11'), 'inhoud', true)
    await run.choose(step('af-11'), 'agenda', true)
    expect(step('af-11').state).toBe('done')
    expect(step('af-11').options.map((option) => option.chosen)).toEqual([true, false, true])
    expect(run.view?.progress.done).toBe(3)
    await run.choose(step('af-11'), 'inhoud', false)
    await run.choose(step('af-11'), 'agenda', false)
    expect(step('af-11').state).toBe('open')
    expect(run.view?.progress.done).toBe(2)
  })

  it('keeps every fact of a step that is written before the first is stored', async () => {
    const { run, step } = await loaded()
    const first = step('af-06')
    await Promise.all([run.setFacts(first, { who: 'de griffier' }), run.setFacts(first, { note: 'Eerst bellen' }), run.setFacts(first, { link: 'https://voorbeeld.nl' })])
    expect(step('af-06')).toMatchObject({ who: 'de griffier', note: 'Eerst bellen', link: 'https://voorbeeld.nl' })
  })

  it('moves only the dates that nobody pinned', async () => {
    const { run, step } = await loaded()
    await run.setDeadline(step('af-06'), '2026-04-01')
    const preview = await run.previewAnchor('2026-03-25')
    expect(preview?.shifts.map((shift) => shift.step)).not.toContain('af-06')
    expect(await run.moveAnchor('2026-03-25')).toBe(true)
    expect(step('af-06').deadline).toBe('2026-04-01')
    expect(step('w-01').deadline).toBe('2026-04-07')
  })
})

describe('Many runs', () => {
  const card = (name: string, municipality = '') => ({ name, municipality, period: '2030-2034', title: 'Anders formeren' }) as RunCard
  it('are found by words of their name, municipality and period, whatever the accents', () => {
    const found = (words: string) => [card('Formatie', 'Coördam'), card('Driehoek')].filter((run) => hasWords(run, words)).length
    expect(['coordam', 'FORMATIE', '2030 formeren', 'coordam driehoek', 'weg'].map(found)).toEqual([1, 1, 2, 0, 0])
  })

  it('are searched and shown by twenty', async () => {
    const { fake } = await start()
    for (let n = 1; n <= 30; n++) {
      await fake.api.checklists.start({ template: 'anders-formeren', from: '', name: `Formatie nummer ${n}`, municipality: '', period: '', anchor: '', election: '' })
    }
    window.location.hash = '#/trajecten'
    const field = await screen.findByLabelText('Zoek in uw trajecten')
    expect(screen.getAllByRole('article')).toHaveLength(20)
    await fireEvent.click(screen.getByRole('button', { name: /^Toon meer/ }))
    await waitFor(() => expect(screen.getAllByRole('article').length).toBeGreaterThan(30))
    expect(screen.queryByRole('button', { name: /^Toon meer/ })).toBeNull()
    await fireEvent.input(field, { target: { value: 'nummer 29' } })
    await screen.findByText('1 traject')
    expect(screen.getAllByRole('article')).toHaveLength(1)
    await fireEvent.input(field, { target: { value: 'bestaat niet' } })
    await screen.findByText(/Geen trajecten gevonden/)
  })
})

describe('Trajecten', () => {
  it('says in words which run is late, first', async () => {
    await start('#/trajecten')
    const cards = await screen.findAllByRole('article')
    expect(cards[0]?.textContent).toContain('Formatie 2026')
    expect(cards[0]?.textContent).toContain('Te laat: had klaar moeten zijn op 16 februari 2026')
  })

  it('starts a run with a preview of its dates and where they come from', async () => {
    await start('#/trajecten?start=anders-formeren')
    const dialog = await screen.findByRole('dialog', { name: 'Start een traject' })
    const within_ = within(dialog)
    await fireEvent.click(within_.getByRole('button', { name: 'Start dit traject' }))
    await within_.findByText(/Er is geen naam ingevuld/)
    await fireEvent.input(within_.getByLabelText('Naam van het traject'), { target: { value: 'Formatie 2030' } })
    const date = within_.getByLabelText('Verkiezingsdag')
    await fireEvent.input(date, { target: { value: '2030-03-20' } })
    await fireEvent.change(date)
    await within_.findByText('3 april 2030')
    expect(within_.getByText('Wet: Kieswet, artikel C 4')).toBeTruthy()
    await fireEvent.submit(dialog.querySelector('form') as HTMLFormElement)
    await screen.findByRole('heading', { level: 1, name: 'Formatie 2030' })
    expect(screen.getAllByText('20 maart 2030').length).toBeGreaterThan(0)
  })

  it('ticks a native checkbox, and the counts follow', async () => {
    await start('#/trajecten/r-1')
    const box = await screen.findByRole('checkbox', { name: 'Bepaal wie de eerste stap zet.' })
    await fireEvent.click(box)
    await screen.findByText(/3 van 13 stappen klaar/)
    expect(screen.getByText('1 van 5')).toBeTruthy()
  })

  it('shows a choice as a group of checkboxes, and topics without any', async () => {
    await start('#/trajecten/r-1')
    const group = await screen.findByRole('group', { name: /Kies samen welk soort akkoord past/ })
    expect(within(group).getAllByRole('checkbox')).toHaveLength(3)
    await fireEvent.click(within(group).getAllByRole('checkbox')[1] as HTMLElement)
    await screen.findByText(/3 van 13 stappen klaar/)
    expect(screen.queryByRole('checkbox', { name: /Welke toon willen we/ })).toBeNull()
    expect(screen.getByText('Om te bespreken')).toBeTruthy()
  })

  it('skips a step only with a reason', async () => {
    const { fake } = await start('#/trajecten/r-1')
    const row = (await screen.findByText('Bepaal wie de eerste stap zet.')).closest('li') as HTMLElement
    const inside = within(row)
    await fireEvent.click(inside.getByRole('button', { name: 'Overslaan, omdat...' }))
    await fireEvent.input(inside.getByLabelText('Waarom slaat u deze stap over?'), { target: { value: 'Al geregeld' } })
    await fireEvent.submit(row.querySelector('form') as HTMLFormElement)
    await screen.findByText(/Reden: Al geregeld/)
    expect(fake.calls.find((call) => call.method === 'checklists.setStep')?.args[0]).toMatchObject({ state: 'skipped', reason: 'Al geregeld' })
  })
})
