import { describe, expect, it } from 'vitest'
import { NoteEditor, parseTags } from '../../src/features/notes/editor.svelte'
import { createFake } from '../../src/lib/api/fake'

async function opened() {
  const fake = createFake()
  const { notes } = await fake.api.notes.list({
    words: 'woningbouw', tag: '', pinned: false, trashed: false, item: '', run: '', step: '', sort: '', offset: 0, limit: 0,
  })
  const id = notes[0]?.id ?? ''
  const editor = new NoteEditor(fake.api)
  await editor.load(id)
  return { fake, editor, id }
}

const saves = (calls: { method: string; args: unknown[] }[], method: string) => calls.filter((call) => call.method === method)

describe('NoteEditor', () => {
  it('saves with the revision that was edited, and takes over the new one', async () => {
    const { fake, editor, id } = await opened()
    editor.write({ body: 'een' })
    await editor.flush()
    editor.write({ body: 'twee' })
    await editor.flush()
    expect(saves(fake.calls, 'notes.save').map((call) => call.args[0])).toEqual([
      { id, rev: 1, title: 'Commissie Ruimte: woningbouw Oostrand', body: 'een', keepOld: false },
      { id, rev: 2, title: 'Commissie Ruimte: woningbouw Oostrand', body: 'twee', keepOld: false },
    ])
  })

  it('never puts an answer over newer keys', async () => {
    const { editor } = await opened()
    editor.write({ body: 'oud' })
    const saving = editor.flush()
    editor.write({ body: 'nieuw' })
    await saving
    expect(editor.body).toBe('nieuw')
  })

  it('shows what changed outside, but never over what is being typed', async () => {
    const { fake, editor, id } = await opened()
    fake.changeBehind(id, 'van buiten')
    await editor.refresh()
    expect(editor.body).toBe('van buiten')
    fake.changeBehind(id, 'nog eens')
    const refreshing = editor.refresh()
    editor.write({ body: 'mijn toets' })
    await refreshing
    expect(editor.body).toBe('mijn toets')
    expect(await editor.flush()).toBe(false)
    expect(editor.theirs?.body).toBe('nog eens')
  })

  it('does not store a note that was only opened', async () => {
    const { fake, editor } = await opened()
    await editor.flush()
    expect(saves(fake.calls, 'notes.save')).toHaveLength(0)
  })

  it('makes a new note at its first save, hung on what it is about', async () => {
    const fake = createFake({ fresh: true })
    const editor = new NoteEditor(fake.api, { item: 'raad-in-beraad', run: '', step: '' })
    const created: boolean[] = []
    editor.onsaved = (_saved, isNew) => created.push(isNew)
    await editor.flush()
    expect(fake.calls).toHaveLength(0)
    editor.write({ body: 'Vraag voor de griffier' })
    await editor.flush()
    editor.write({ body: 'Vraag voor de griffier, en meer' })
    await editor.flush()
    expect(fake.calls.map((call) => call.method)).toEqual(['notes.create', 'notes.save'])
    expect(created).toEqual([true, false])
    expect(editor.note).toMatchObject({ item: 'raad-in-beraad', title: 'Vraag voor de griffier, en meer' })
  })

  it('shows a derived title as a hint and not as text', async () => {
    const fake = createFake({ fresh: true })
    const note = await fake.api.notes.create({ title: '', body: 'Eerste regel', item: '', run: '', step: '' })
    const editor = new NoteEditor(fake.api)
    await editor.load(note.id)
    expect(editor.title).toBe('')
    expect(editor.note?.title).toBe('Eerste regel')
  })

  describe('a conflict', () => {
    async function conflict() {
      const all = await opened()
      all.fake.changeBehind(all.id, 'van de ander')
      all.editor.write({ body: 'van mij' })
      expect(await all.editor.flush()).toBe(false)
      return all
    }

    it('keeps both texts on the screen', async () => {
      const { editor } = await conflict()
      expect(editor.autosave.state).toBe('conflict')
      expect(editor.body).toBe('van mij')
      expect(editor.theirs?.body).toBe('van de ander')
    })

    it('can end with my text', async () => {
      const { editor, fake, id } = await conflict()
      await editor.choose('mine')
      expect((await fake.api.notes.get(id)).body).toBe('van mij')
      expect(editor.theirs).toBeNull()
      expect(editor.autosave.state).toBe('clean')
    })

    it('can end with the other text, and goes on from there', async () => {
      const { editor, fake, id } = await conflict()
      await editor.choose('theirs')
      expect(editor.body).toBe('van de ander')
      editor.write({ body: 'van de ander, aangevuld' })
      expect(await editor.flush()).toBe(true)
      expect((await fake.api.notes.get(id)).body).toBe('van de ander, aangevuld')
    })

    it('can end with two notes', async () => {
      const { editor, fake, id } = await conflict()
      await editor.choose('both')
      expect((await fake.api.notes.get(id)).body).toBe('van de ander')
      const made = fake.calls.find((call) => call.method === 'notes.create')
      expect(made?.args[0]).toMatchObject({ body: 'van mij', title: 'Commissie Ruimte: woningbouw Oostrand (mijn tekst)' })
    })

    it('is not hidden by a change of the properties', async () => {
      const { editor, fake, id } = await opened()
      fake.changeBehind(id, 'van de ander')
      await editor.setProperties({ pinned: true })
      editor.write({ body: 'van mij' })
      expect(await editor.flush()).toBe(false)
      expect(editor.theirs?.body).toBe('van de ander')
    })
  })

  it('undoes a property on the screen when it could not be stored', async () => {
    const { editor, fake } = await opened()
    fake.failNext('notes.setProperties', 'data_busy')
    await editor.setProperties({ confidential: true })
    expect(editor.note?.confidential).toBe(false)
    expect(editor.problem?.code).toBe('data_busy')
  })

  it('restores an older text after storing the present one', async () => {
    const { editor, fake, id } = await opened()
    editor.write({ body: 'net getypt' })
    await editor.loadHistory()
    const oldest = editor.versions?.at(-1)
    expect(await editor.restoreVersion(oldest?.id ?? '')).toBe(true)
    expect(editor.body).toBe('Vragen voor donderdag.')
    expect((await fake.api.notes.history(id)).map((version) => version.body)).toContain('net getypt')
  })
})

describe('parseTags', () => {
  it.each([
    ['wonen, wijk', ['wonen', 'wijk']],
    [' #wonen ,, wonen , # ', ['wonen']],
    ['', []],
  ])('%j', (text, tags) => expect(parseTags(text)).toEqual(tags))
})
