import type { Api, NewNote, NoteProperties, NoteSaved, NoteView, Version } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'
import { nl } from '../../lib/nl'
import { Elsewhere, type OnScreen } from '../../lib/parts/elsewhere.svelte'
import { Autosave } from './autosave.svelte'
import type { Place } from './place.svelte'

export type About = Pick<NewNote, 'item' | 'part' | 'run' | 'step'>
export type Choice = 'mine' | 'theirs' | 'both'

/** A note that was never stored. */
const unstored: NoteView = {
  id: '', rev: 0, title: '', titleGiven: false, body: '', excerpt: '', tags: [], item: '', part: '', run: '', step: '', context: '',
  meeting: '', meetingDate: '', confidential: false, pinned: false, created: '', updated: '', trashed: '',
}

/** "wonen, #wijk , wonen" becomes ["wonen", "wijk"]. */
export function parseTags(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().replace(/^#/, '').trim())
  return [...new Set(tags.filter(Boolean))]
}

/**
 * One note in the editor. The editor owns the text: an answer of Go changes
 * the revision and never what is on the screen. A new note exists in the
 * store from its first save, so that looking leaves nothing behind.
 */
export class NoteEditor implements OnScreen {
  note: NoteView | null = $state(null)
  title = $state('')
  body = $state('')
  /** The text that was stored by someone else, while a choice is needed. */
  theirs: NoteView | null = $state.raw(null)
  versions: Version[] | null = $state.raw(null)
  problem: Problem | null = $state(null)
  readonly autosave: Autosave
  readonly elsewhere: Elsewhere

  /** Brings in what was typed a moment ago and is not in `body` yet. */
  typing: () => void = () => undefined
  onsaved: ((saved: NoteSaved, created: boolean) => void) | null = null

  #api: Api
  #about: About
  #rev = 0
  #storedBody = ''
  /** The next save puts this text over another one, which must stay findable. */
  #replaces = false
  #queue: Promise<unknown> = Promise.resolve()

  constructor(api: Api, about: About = { item: '', run: '', step: '' }) {
    this.#api = api
    this.#about = about
    this.autosave = new Autosave(() => this.#exclusive(() => this.#store()))
    this.elsewhere = new Elsewhere(api, this)
  }

  get id(): string {
    return this.note?.id ?? ''
  }

  get name(): string {
    return this.title || this.note?.title || nl.notes.newTitle
  }

  get confidential(): boolean {
    return this.note?.confidential ?? false
  }

  read(): NoteView {
    this.typing()
    const { title, body } = this
    return { ...($state.snapshot(this.note) ?? { ...unstored, ...this.#about }), title, titleGiven: title !== '', body }
  }

  /** What the note hangs on, or will when it is made. */
  get place(): Partial<Place> {
    if (!this.note) return this.#about
    const { item, part, run, step, meeting, meetingDate } = this.note
    return { item, part, run, step, meeting, meetingDate }
  }

  async load(id: string): Promise<void> {
    try {
      this.#adopt(await this.#api.notes.get(id))
      this.problem = null
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }

  /** Shows what was stored from outside, unless the user is typing. */
  async refresh(): Promise<void> {
    this.typing()
    const { id, title, body } = this
    if (!id || this.autosave.state !== 'clean') return
    try {
      const note = await this.#api.notes.get(id)
      this.typing()
      const untouched = this.autosave.state === 'clean' && this.title === title && this.body === body
      if (untouched && note.rev !== this.#rev) this.#adopt(note)
      else if (note.rev === this.#rev) this.#properties(note) // a tag that was renamed makes no revision
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }

  write(change: { title?: string; body?: string }): void {
    if (change.title !== undefined) this.title = change.title
    if (change.body !== undefined) this.take(change.body)
    this.edited()
  }

  /** The user changed something. What exactly, `typing` may have to bring in: until then it must not be called stored. */
  edited(): void {
    this.elsewhere.outdated()
    this.autosave.edited()
  }

  /** Takes over the text of what `edited` told. */
  take(body: string): void {
    this.body = body.replaceAll('\0', '') // Go refuses it, and nobody can see it to take it out
  }

  flush(): Promise<boolean> {
    this.typing()
    return this.autosave.flush()
  }

  /** Like flush, and makes sure that a new note exists. */
  async ensureStored(): Promise<boolean> {
    if (!this.note) this.autosave.edited()
    return this.flush()
  }

  async setProperties(change: Partial<Omit<NoteProperties, 'id'>>): Promise<void> {
    if (!(await this.ensureStored()) || !this.note) return
    const { id, tags, pinned, confidential } = this.note
    const before = { tags, pinned, confidential }
    const wanted = { ...$state.snapshot(before), ...change }
    Object.assign(this.note, wanted)
    try {
      const note = await this.#exclusive(() => this.#api.notes.setProperties({ id, ...wanted }))
      // A revision is only taken over with the text we know; otherwise the
      // next save must find out that there is another text.
      if (note.body === this.#storedBody) this.#rev = note.rev
      Object.assign(this.note, { tags: note.tags, pinned: note.pinned, confidential: note.confidential })
      this.problem = null
      this.onsaved?.(note, false)
    } catch (reason) {
      Object.assign(this.note, before)
      this.problem = toProblem(reason)
    }
  }

  /** Hangs the note on something else. Answers what went wrong. */
  async setPlace(place: Place): Promise<Problem | null> {
    if (!(await this.ensureStored()) || !this.note) return this.autosave.problem
    try {
      const note = await this.#exclusive(() => this.#api.notes.setPlace({ id: this.id, ...place }))
      this.#properties(note)
      this.onsaved?.(note, false)
      return null
    } catch (reason) {
      return toProblem(reason)
    }
  }

  async loadHistory(): Promise<void> {
    await this.#guard(async () => {
      await this.flush()
      this.versions = this.note ? await this.#api.notes.history(this.id) : []
    })
  }

  async restoreVersion(version: string): Promise<boolean> {
    return this.#guard(async () => {
      if (!(await this.flush())) return
      this.#adopt(await this.#exclusive(() => this.#api.notes.restoreVersion(this.id, version)))
      this.versions = await this.#api.notes.history(this.id)
      if (this.note) this.onsaved?.(this.note, false)
    })
  }

  async trash(): Promise<boolean> {
    return this.#guard(async () => {
      await this.flush()
      if (this.note) await this.#api.notes.trash(this.id)
      this.autosave.reset()
    })
  }

  async restore(): Promise<boolean> {
    return this.#guard(async () => this.#adopt(await this.#api.notes.restore(this.id)))
  }

  /** Ends a conflict. Until then both texts are on the screen. */
  async choose(choice: Choice): Promise<void> {
    const { theirs } = this
    if (!theirs) return
    await this.#guard(async () => {
      if (choice === 'mine') {
        this.#rev = theirs.rev
        this.#storedBody = theirs.body
        this.#replaces = true
        this.theirs = null
        await this.autosave.resolve()
        return
      }
      if (choice === 'both') {
        const title = nl.notes.conflict.copyTitle(this.title || theirs.title)
        const { item, part, run, step, meeting, meetingDate } = theirs
        let copy = await this.#api.notes.create({ title, body: this.body, item, part, run, step })
        if (meeting || meetingDate) copy = await this.#api.notes.setPlace({ id: copy.id, item, part, run, step, meeting, meetingDate })
        this.onsaved?.(copy, true)
      }
      this.#adopt(theirs)
    })
  }

  async #store(): Promise<NoteSaved> {
    this.typing()
    const { title, body } = this
    if (!this.note) {
      const note = await this.#api.notes.create({ title, body, ...this.#about })
      this.note = note
      this.#rev = note.rev
      this.#storedBody = body
      this.onsaved?.(note, true)
      return note
    }
    try {
      const saved = await this.#api.notes.save({ id: this.id, rev: this.#rev, title, body, keepOld: this.#replaces })
      this.#rev = saved.rev
      this.#replaces = false
      this.#storedBody = body
      this.note.title = saved.title
      this.note.updated = saved.updated
      this.onsaved?.(saved, false)
      return saved
    } catch (reason) {
      if (toProblem(reason).code === 'conflict') this.theirs = await this.#api.notes.get(this.id)
      throw reason
    }
  }

  /** Takes over what is no text. */
  #properties(note: NoteView): void {
    if (!this.note) return
    const { tags, pinned, confidential, item, part, run, step, context, meeting, meetingDate } = note
    Object.assign(this.note, { tags, pinned, confidential, item, part, run, step, context, meeting, meetingDate })
  }

  #adopt(note: NoteView): void {
    this.note = note
    this.title = note.titleGiven ? note.title : ''
    this.body = note.body
    this.#rev = note.rev
    this.#storedBody = note.body
    this.theirs = null
    this.autosave.reset()
  }

  /** Calls about one note run one after another: they depend on the revision. */
  #exclusive<T>(call: () => Promise<T>): Promise<T> {
    const next = this.#queue.then(call, call)
    this.#queue = next.catch(() => undefined)
    return next
  }

  async #guard(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      this.problem = null
      return true
    } catch (reason) {
      this.problem = toProblem(reason)
      return false
    }
  }
}

/**
 * Editors that were left while their text was not stored yet, or could not
 * be. They wait here, so that going back to the note shows the text again.
 */
export const leftBehind = new Map<string, NoteEditor>()
