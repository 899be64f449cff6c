import { fireEvent, within } from '@testing-library/svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import { pending } from '../../src/lib/pending'
import { plainText, screen, start, waitFor } from './render'

const button = () => screen.findByRole('button', { name: /^Bewaar op een andere plek/ })

/** A note whose text cannot be stored. */
async function unstored(hash = '#/notities/n-3', call = 'notes.save') {
  const all = await start(hash)
  for (let i = 0; i < 9; i++) all.fake.failNext(call, 'disk_full')
  const box = await plainText()
  await fireEvent.input(box, { target: { value: 'Past niet' } })
  await fireEvent.blur(box)
  await screen.findByText(/Bewaren lukt niet. Uw tekst staat nog in beeld/)
  return { ...all, box }
}

// What another test left unsaved.
beforeEach(() => pending.forget())

describe('Bewaar op een andere plek', () => {
  it('writes the text on the screen, says where, and leaves the note unsaved', async () => {
    const { fake, box } = await unstored()
    const note = await fake.api.notes.get('n-3')
    await fireEvent.click(await button())
    await screen.findByText(/^Uw tekst staat in \/home\/voorbeeld\/Documenten\/.*\.md. In het programma is de notitie nog niet bewaard.$/)
    const { id, tags, confidential, created } = note
    expect(fake.calls.find((call) => call.method === 'notes.saveElsewhere')?.args[0]).toMatchObject(
      { id, tags, confidential, created, title: note.titleGiven ? note.title : '', body: 'Past niet' })
    expect((await fake.api.notes.get('n-3')).body).toBe(note.body)
    expect(screen.getByRole('button', { name: 'Probeer opnieuw' })).toBeTruthy()

    await fireEvent.input(box, { target: { value: 'Past niet, en meer' } })
    await waitFor(() => expect(screen.queryByText(/^Uw tekst staat in/)).toBeNull())
  })

  it('writes a note that was never stored, with what it hangs on', async () => {
    const { fake } = await unstored('#/notities/nieuw?item=raad-in-beraad', 'notes.create')
    await fireEvent.click(await button())
    await screen.findByText(/^Uw tekst staat in/)
    expect(fake.calls.find((call) => call.method === 'notes.saveElsewhere')?.args[0]).toMatchObject(
      { id: '', rev: 0, title: '', titleGiven: false, body: 'Past niet', item: 'raad-in-beraad' })
  })

  it('says what to do when that place does not work either', async () => {
    const { fake } = await unstored()
    fake.failNext('notes.saveElsewhere', 'target_unwritable', '/media/stick/tekst.md')
    await fireEvent.click(await button())
    await screen.findByText('Ook op die plek lukt bewaren niet. Kies een andere plek, of kopieer uw tekst naar een ander programma.')
    fake.failNext('notes.saveElsewhere', 'disk_full')
    await fireEvent.click(await button())
    await screen.findByText(/^Ook die schijf is vol\./)
  })

  it('says nothing when the dialog was closed', async () => {
    const { fake } = await unstored()
    fake.api.notes.saveElsewhere = async () => ({ path: '', bytes: 0, leftOut: 0, cancelled: true })
    await fireEvent.click(await button())
    expect(screen.queryByText(/^Uw tekst staat in|^Ook /)).toBeNull()
  })

  it('is there while a save is tried again: leaving the text to press it tries one', async () => {
    const { fake, box } = await unstored()
    const finish = fake.hold('notes.save')
    await fireEvent.blur(box)
    await screen.findByText('Bezig met bewaren...')
    expect(await button()).toBeTruthy()
    finish()
    await screen.findByText(/Bewaren lukt niet/)
  })

  it('warns about a confidential note', async () => {
    await unstored('#/notities/n-8')
    const warning = screen.getByText('Deze notitie is vertrouwelijk. Kies een plek waar alleen u bij kunt.')
    expect((await button()).getAttribute('aria-describedby')).toBe(warning.id)
  })

  it('is offered before the window closes without the text', async () => {
    const { fake } = await unstored()
    fake.emit('flush')
    const dialog = within(await screen.findByRole('dialog', { name: 'Niet alles is bewaard' }))
    await fireEvent.click(dialog.getByRole('button', { name: /^Bewaar op een andere plek/ }))
    await dialog.findByText(/^Uw tekst staat in/)
    await fireEvent.click(dialog.getByRole('button', { name: 'Sluit zonder te bewaren' }))
    await waitFor(() => expect(fake.calls.at(-1)).toEqual({ method: 'notes.flushed', args: [true] }))
  })
})
