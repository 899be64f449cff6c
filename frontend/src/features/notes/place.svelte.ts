import type { Api, ItemCard, ItemSection, Meeting, NotePlace, RunCard, RunView } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'

export type Place = Omit<NotePlace, 'id'>
export type Kind = 'none' | 'item' | 'run'

/** What a note can hang on, and what is chosen of it. */
export class PlaceController {
  kind: Kind = $state('none')
  place: Place = $state({ item: '', part: '', run: '', step: '', meeting: '', meetingDate: '' })
  items: ItemCard[] = $state.raw([])
  sections: ItemSection[] = $state.raw([])
  runs: RunCard[] = $state.raw([])
  run: RunView | null = $state.raw(null)
  meetings: Meeting[] = $state.raw([])
  problem: Problem | null = $state(null)
  #api: Api

  constructor(api: Api, place: Place) {
    this.#api = api
    Object.assign(this.place, place)
    this.kind = place.item ? 'item' : place.run ? 'run' : 'none'
  }

  readonly steps = $derived(this.run?.phases.flatMap((phase) => phase.steps) ?? [])

  async load(): Promise<void> {
    await this.#guard(async () => {
      const [library, runs, meetings] = await Promise.all([this.#api.library.list(''), this.#api.checklists.list(), this.#api.notes.meetings()])
      this.items = library.items
      this.runs = runs
      this.meetings = meetings
    })
    if (this.place.item) await this.#loadSections()
    if (this.place.run) await this.#loadRun()
  }

  async chooseItem(item: string): Promise<void> {
    Object.assign(this.place, { item, part: '' })
    this.sections = []
    if (item) await this.#loadSections()
  }

  async chooseRun(run: string): Promise<void> {
    Object.assign(this.place, { run, step: '' })
    this.run = null
    if (run) await this.#loadRun()
  }

  chooseMeeting(meeting: Meeting): void {
    Object.assign(this.place, { meeting: meeting.subject, meetingDate: meeting.date })
  }

  /** What is chosen; what belongs to another kind is left out. */
  chosen(): Place {
    const { item, part, run, step, meeting, meetingDate } = this.place
    const none = { item: '', part: '', run: '', step: '', meeting: meeting.trim(), meetingDate }
    if (this.kind === 'item') return { ...none, item, part }
    return this.kind === 'run' ? { ...none, run, step } : none
  }

  async #loadSections(): Promise<void> {
    const { item } = this.place
    await this.#guard(async () => {
      const { sections } = await this.#api.library.item(item, '')
      if (this.place.item === item) this.sections = sections.filter((section) => section.id !== '')
    })
  }

  async #loadRun(): Promise<void> {
    const { run } = this.place
    await this.#guard(async () => {
      const view = await this.#api.checklists.get(run)
      if (this.place.run === run) this.run = view
    })
  }

  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      await work()
      this.problem = null
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }
}
