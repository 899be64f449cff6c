import { fireEvent } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { leftBehind } from '../../src/features/notes/editor.svelte'
import type { Fake } from '../../src/lib/api/fake'
import { plainText, press, screen, start, waitFor } from './render'

const box = (name: RegExp) => screen.findByRole('checkbox', { name })
const go = () => screen.getByRole('button', { name: 'Verwijder alles' })
const firstQuestion = () => screen.findByRole('heading', { level: 1, name: 'Welkom. Wat voor functie hebt u?' })
const all = { words: '', tag: '', pinned: false, trashed: false, item: '', run: '', step: '', sort: '', offset: 0, limit: 0 }
const erased = (fake: Fake) => fake.calls.filter((call) => call.method === 'settings.erase').map((call) => call.args)

async function ask(hash = '#/instellingen') {
  const all = await start(hash)
  await fireEvent.click(await screen.findByRole('button', { name: 'Bekijk wat er weggaat' }))
  await screen.findByRole('dialog', { name: 'Alles verwijderen' })
  return all
}

async function forGood() {
  await fireEvent.click(await box(/^Verwijder ook de 3 reservekopieën/))
  await fireEvent.click(await box(/^Ik begrijp/))
  await fireEvent.click(go())
}

describe('Alles verwijderen', () => {
  it('tells what goes, and asks more of who cannot go back', async () => {
    const { fake } = await ask()
    const list = () => screen.getByRole('list', { name: 'Dit gaat weg uit het programma:' }).textContent
    expect(list()).toMatch(/6 notities, met de eerdere teksten.*1 notitie in de prullenbak.*2 trajecten/s)
    expect(list()).not.toContain('reservekopie')
    await screen.findByText(/worden eerst apart gezet als reservekopie/)
    expect(screen.queryByRole('checkbox', { name: /^Ik begrijp/ })).toBeNull()
    expect(go()).toHaveProperty('disabled', false)

    await fireEvent.click(await box(/^Verwijder ook/))
    expect(list()).toContain('3 reservekopieën')
    await screen.findByText(/U kunt dan niet meer terug/)
    expect(go()).toHaveProperty('disabled', true)
    await fireEvent.click(await box(/^Ik begrijp/))
    expect(go()).toHaveProperty('disabled', false)
    await fireEvent.click(await box(/^Verwijder ook/))
    await fireEvent.click(await box(/^Verwijder ook/))
    expect(go()).toHaveProperty('disabled', true)
    await fireEvent.click(screen.getByRole('button', { name: 'Annuleer' }))
    expect(erased(fake)).toEqual([])
  })

  it('ends at the first question, and says that nothing can be put back', async () => {
    const { fake } = await ask()
    await forGood()
    await firstQuestion()
    await screen.findByText('Al uw gegevens zijn voorgoed verwijderd.')
    expect(screen.queryByRole('button', { name: 'Zet terug' })).toBeNull()
    expect(erased(fake)).toEqual([[true]])
    expect((await fake.api.notes.list(all)).total).toBe(0)
    await fireEvent.click(screen.getByRole('button', { name: 'Later kiezen' }))
    await screen.findByRole('heading', { level: 1, name: 'Aan de slag' })
    expect(screen.queryByText(/^Ga verder met/)).toBeNull()
  })

  it('puts back what was kept', async () => {
    const { fake } = await ask()
    await fireEvent.click(go())
    await firstQuestion()
    await screen.findByText(/Er staat nog een reservekopie van op deze computer/)
    fake.failNext('backups.restore', 'data_busy')
    await fireEvent.click(screen.getByRole('button', { name: 'Zet terug' }))
    await fireEvent.click(await screen.findByRole('button', { name: 'Probeer opnieuw' }))
    await screen.findByText('Uw gegevens staan weer terug.')
    await screen.findByRole('heading', { level: 1, name: 'Aan de slag' })
    expect((await fake.api.notes.list(all)).total).toBe(6)
    expect(erased(fake)).toEqual([[false]])
  })

  it('names the second place, whose copies stay', async () => {
    await start('#/instellingen')
    await fireEvent.click(await screen.findByRole('button', { name: 'Kies een tweede plek' }))
    await screen.findByText('/media/voorbeeld/stick')
    await fireEvent.click(screen.getByRole('button', { name: 'Bekijk wat er weggaat' }))
    await screen.findByText(/Op uw tweede plek blijven reservekopieën staan: \/media\/voorbeeld\/stick/)
    await forGood()
    await firstQuestion()
    await screen.findByText(/voorgoed verwijderd. Op uw tweede plek blijven/)
  })

  it('changes nothing when it is refused', async () => {
    const { fake } = await ask()
    fake.failNext('settings.erase', 'data_busy')
    await fireEvent.click(go())
    await screen.findByText(/De gegevens zijn even bezet/)
    expect(screen.getByRole('dialog', { name: 'Alles verwijderen' })).toBeTruthy()
    expect((await fake.api.notes.list(all)).total).toBe(6)
  })

  it('says what could not be removed yet', async () => {
    const { fake } = await ask()
    const { erase } = fake.api.settings
    fake.api.settings.erase = async (copies) => {
      await erase(copies)
      fake.failNext('settings.toErase', 'erase_unfinished', '/data/kopie.db')
      return fake.api.settings.toErase()
    }
    await forGood()
    await firstQuestion()
    await screen.findByText(/maar dit bestand kon nog niet weg: '\/data\/kopie.db'/)
  })

  it('offers to make a backup or an export first', async () => {
    await ask()
    expect(screen.getByRole('link', { name: 'Exporteer eerst' }).getAttribute('href')).toBe('#/exporteren')
    await fireEvent.click(screen.getByRole('button', { name: 'Maak eerst een reservekopie' }))
    await screen.findByRole('dialog', { name: 'Reservekopie maken' })
    expect(screen.queryByRole('dialog', { name: 'Alles verwijderen' })).toBeNull()
  })

  it('lets no text that waited be stored afterwards', async () => {
    const { fake } = await start('#/notities/nieuw')
    for (let i = 0; i < 9; i++) fake.failNext('notes.create', 'disk_full')
    await fireEvent.input(await plainText(), { target: { value: 'Nooit bewaard' } })
    window.location.hash = '#/instellingen'
    await screen.findByRole('button', { name: 'Naar de notitie' })
    await fireEvent.click(await screen.findByRole('button', { name: 'Bekijk wat er weggaat' }))
    await screen.findByRole('dialog', { name: 'Alles verwijderen' })
    const finish = fake.hold('settings.erase')
    await forGood()
    await waitFor(() => expect(erased(fake)).toHaveLength(1))
    const tries = () => fake.calls.filter((call) => call.method === 'notes.create').length
    const before = tries()
    fake.emit('flush') // the window wants to close, and there is a text
    finish()
    await firstQuestion()
    await waitFor(() => expect(fake.calls.at(-1)).toEqual({ method: 'notes.flushed', args: [true] }))
    expect(tries()).toBe(before)
    expect(leftBehind.size).toBe(0)
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Naar de notitie' })).toBeNull())
  })

  it('lets no choice that is made meanwhile bring the old ones back', async () => {
    const { fake } = await ask()
    const finish = fake.hold('settings.erase')
    await forGood()
    await waitFor(() => expect(erased(fake)).toHaveLength(1))
    press('+', { ctrlKey: true })
    finish()
    await firstQuestion()
    await waitFor(() => expect(fake.calls.some((call) => call.method === 'settings.set')).toBe(true))
    expect(await fake.api.settings.get()).toMatchObject({ name: '', role: '', municipality: '', roleAsked: false })
  })
})
