import { fireEvent, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { screen, start, waitFor } from './render'

async function opened() {
  const started = await start('#/notities')
  const button = await screen.findByRole('button', { name: 'Importeren' })
  button.focus()
  await fireEvent.click(button)
  const dialog = await screen.findByRole('dialog', { name: 'Notities importeren' })
  return { ...started, dialog }
}
const files = (dialog: HTMLElement) => within(dialog).getByRole('button', { name: 'Kies bestanden of een zip' })

describe('Importeren', () => {
  it('tells what came of it, with each file that failed and why, and the list follows', async () => {
    const { dialog } = await opened()
    expect(document.activeElement).toBe(files(dialog))
    await fireEvent.click(files(dialog))
    await within(dialog).findByText('2 notities ingelezen.')
    expect(within(dialog).getByRole('status').textContent).toContain('1 bestand is niet ingelezen:')
    const failed = within(dialog).getByRole('list', { name: '1 bestand is niet ingelezen:' })
    expect(failed.textContent).toContain('/home/voorbeeld/Notities.zip/oud.txt')
    expect(failed.textContent).toContain('tekens die het programma niet kan lezen')
    await screen.findByText('8 notities')
    const done = within(dialog).getByRole('button', { name: 'Naar mijn notities' })
    await waitFor(() => expect(document.activeElement).toBe(done))
    await fireEvent.click(done)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('takes a folder, and says of a second time that nothing came twice', async () => {
    const { dialog, fake } = await opened()
    const folder = () => within(dialog).getByRole('button', { name: 'Kies een map' })
    await fireEvent.click(folder())
    await within(dialog).findByText('2 notities ingelezen.')
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Lees nog iets in' }))
    await fireEvent.click(folder())
    await within(dialog).findByText('2 notities had u al.')
    expect(fake.calls.filter((call) => call.method === 'imports.choose').map((call) => call.args[0])).toEqual(['folder', 'folder'])
  })

  it('shows how far it is and can be cancelled; what was read stays', async () => {
    const { dialog, fake } = await opened()
    await fake.api.imports.progress()
    const finish = fake.hold('imports.start')
    await fireEvent.click(files(dialog))
    await within(dialog).findByText('Bezig met inlezen...')
    const cancel = within(dialog).getByRole('button', { name: 'Annuleer' })
    await waitFor(() => expect(document.activeElement).toBe(cancel))
    within(dialog).getByText('Wat al is ingelezen, blijft staan.')
    await fireEvent.click(cancel)
    await within(dialog).findByText('Bezig met stoppen...')
    expect(fake.calls.filter((call) => call.method === 'imports.cancel')).toHaveLength(1)
    finish()
    await within(dialog).findByText(/notities? ingelezen/)
  })

  it('changes nothing when the dialog for files is closed', async () => {
    const { dialog, fake } = await opened()
    fake.api.imports.choose = async () => []
    await fireEvent.click(files(dialog))
    expect(files(dialog)).toBeTruthy()
    expect(fake.calls.filter((call) => call.method === 'imports.start')).toHaveLength(0)
  })

  it('says what went wrong and offers the choice again', async () => {
    const { dialog, fake } = await opened()
    fake.failNext('imports.start', 'disk_full')
    await fireEvent.click(files(dialog))
    await within(dialog).findByText(/De schijf is vol/)
    await fireEvent.click(files(dialog))
    await within(dialog).findByText('2 notities ingelezen.')
  })
})

describe('Vertrouwelijk', () => {
  it('is left out of everything unless the box that tells how many is ticked', async () => {
    const { fake } = await start('#/exporteren')
    const box = await screen.findByLabelText<HTMLInputElement>('Neem ook 1 vertrouwelijke notitie mee')
    expect(box.checked).toBe(false)
    await fireEvent.click(box)
    await fireEvent.click(screen.getByRole('button', { name: 'Kies waar u het bewaart' }))
    await waitFor(() => expect(fake.calls.find((call) => call.method === 'exports.save')?.args[0]).toMatchObject({ what: 'all', includeConfidential: true }))
  })

  it('is chosen by hand only, one by one', async () => {
    await start('#/exporteren')
    await fireEvent.click(await screen.findByRole('radio', { name: 'Een keuze uit notities' }))
    await fireEvent.click(await screen.findByRole('button', { name: 'Kies alle notities hieronder' }))
    await screen.findByText('5 notities gekozen')
    const secret = screen.getByRole<HTMLInputElement>('checkbox', { name: /Verwachtingen startgesprek/ })
    expect(secret.checked).toBe(false)
    await fireEvent.click(secret)
    await screen.findByText('In uw keuze zit 1 vertrouwelijke notitie. Die gaat mee.')
  })
})
