import type { Api, Meeting, NotePage, NoteQuery, NoteSaved } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'
import { changed } from '../../lib/reload'

const pageSize = 200

export const meetingKey = ({ subject, date }: Meeting) => `${date} ${subject.toLowerCase()}`

/** The list of notes: what is asked for, and the pages that came back. */
export class NotesController {
  words = $state('')
  tag = $state('')
  pinned = $state(false)
  /** Key of the chosen meeting, or "". */
  meeting = $state('')
  meetings: Meeting[] = $state.raw([])
  sort = $state('updated')
  trashed = $state(false)
  page: NotePage | null = $state.raw(null)
  problem: Problem | null = $state(null)
  #api: Api
  #asked = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(api: Api) {
    this.#api = api
  }

  readonly filtered = $derived(this.words.trim() !== '' || this.tag !== '' || this.meeting !== '' || this.pinned)
  readonly left = $derived(this.page ? this.page.total - this.page.notes.length : 0)

  /** Loads as many notes as are on the screen, at least one page. */
  async load(): Promise<void> {
    const limit = Math.max(pageSize, this.page?.notes.length ?? 0)
    await this.#ask({ offset: 0, limit }, () => [])
  }

  async loadMore(): Promise<void> {
    const shown = this.page?.notes ?? []
    await this.#ask({ offset: shown.length, limit: pageSize }, () => shown)
  }

  /** Typed words wait a moment; a new list for every key would flicker. */
  search(words: string): void {
    this.words = words
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.restart(), 150)
  }

  /** Another question: back to the first page. */
  async restart(): Promise<void> {
    await this.#ask({ offset: 0, limit: pageSize }, () => [])
  }

  /** A save changes one line of the list; the order waits until the list is loaded again. */
  touch(saved: NoteSaved): boolean {
    const page = this.page
    if (!page?.notes.some((note) => note.id === saved.id)) return false
    this.page = {
      ...page,
      notes: page.notes.map((note) => (note.id === saved.id ? { ...note, title: saved.title, updated: saved.updated } : note)),
    }
    return true
  }

  /** A tag has another name, or none: the filter and the open note follow. */
  retagged(old: string, tag: string): void {
    if (this.tag.toLowerCase() === old.toLowerCase()) this.tag = tag
    changed.tell()
  }

  async restore(id: string): Promise<void> {
    await this.#change(() => this.#api.notes.restore(id))
  }

  async emptyTrash(): Promise<number> {
    let gone = 0
    await this.#change(async () => void (gone = await this.#api.notes.emptyTrash()))
    return gone
  }

  async #change(call: () => Promise<unknown>): Promise<void> {
    try {
      await call()
    } catch (reason) {
      this.problem = toProblem(reason)
      return
    }
    await this.restart()
  }

  async #ask(part: Pick<NoteQuery, 'offset' | 'limit'>, before: () => NotePage['notes']): Promise<void> {
    const asked = ++this.#asked
    const { words, tag, pinned, trashed, sort } = this
    const chosen = this.meetings.find((one) => meetingKey(one) === this.meeting)
    const where = { item: '', run: '', step: '', meeting: chosen?.subject ?? '', meetingDate: chosen?.date ?? '' }
    try {
      const [page, meetings] = await Promise.all([
        this.#api.notes.list({ words, tag, pinned, trashed, sort, ...where, ...part }),
        this.#api.notes.meetings(),
      ])
      if (asked !== this.#asked) return
      this.meetings = meetings
      // Who takes the last note off a meeting sees all notes again.
      if (this.meeting && !meetings.some((one) => meetingKey(one) === this.meeting)) {
        this.meeting = ''
        return await this.restart()
      }
      this.page = { ...page, notes: [...before(), ...page.notes] }
      this.problem = null
    } catch (reason) {
      if (asked === this.#asked) this.problem = toProblem(reason)
    }
  }
}
