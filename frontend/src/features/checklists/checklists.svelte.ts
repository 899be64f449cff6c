import type { Api, DateView, Recess, RunCard, Template } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether every word occurs in what tells a run from others. */
export function hasWords(run: RunCard, words: string): boolean {
  const text = fold([run.name, run.municipality, run.period, run.title].join(' '))
  return fold(words).split(/\s+/).every((word) => text.includes(word))
}

/** The overview of runs, the templates that can be started, and the recesses. */
export class ChecklistsController {
  runs: RunCard[] | null = $state.raw(null)
  templates: Template[] = $state.raw([])
  recesses: Recess[] = $state.raw([])
  problem: Problem | null = $state(null)
  #api: Api

  constructor(api: Api) {
    this.#api = api
  }

  load(): Promise<void> {
    return this.#try(async () => {
      const { checklists } = this.#api
      const [runs, templates, recesses] = await Promise.all([checklists.list(), checklists.templates(), checklists.recesses()])
      this.runs = runs
      this.templates = templates
      this.recesses = recesses
    }).then(() => undefined)
  }

  /** Returns the title of what was read, "" when the user closed the dialog or it was refused. */
  async importTemplate(): Promise<string> {
    let title = ''
    await this.#try(async () => {
      title = (await this.#api.checklists.importTemplate()).title
      if (title) await this.load()
    })
    return title
  }

  /** Returns where the file is, "" when there is none. */
  async exportTemplate(id: string): Promise<string> {
    let path = ''
    await this.#try(async () => {
      path = (await this.#api.checklists.exportTemplate(id)).path
    })
    return path
  }

  removeTemplate(id: string): Promise<boolean> {
    return this.#try(() => this.#api.checklists.removeTemplate(id).then(() => this.load()))
  }

  addRecess(name: string, first: string, last: string): Promise<boolean> {
    return this.#try(() => this.#api.checklists.addRecess({ id: '', name, first, last }).then(() => this.load()))
  }

  removeRecess(id: string): Promise<boolean> {
    return this.#try(() => this.#api.checklists.removeRecess(id).then(() => this.load()))
  }

  async #try(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act()
      this.problem = null
      return true
    } catch (reason) {
      this.problem = toProblem(reason)
      return false
    }
  }
}

/** The dialog that starts a run, with the dates it would get. */
export class StartController {
  template = $state('')
  name = $state('')
  municipality = $state('')
  period = $state('')
  anchor = $state('')
  /** The user's choice; "" lets the day tell. */
  election = $state('')
  /** What the day tells, or the choice. */
  kind = $state('')
  unsure = $state(false)
  dates: DateView[] = $state.raw([])
  busy = $state(false)
  problem: Problem | null = $state(null)
  #api: Api
  #asked = 0
  #proposed = ''

  constructor(api: Api, template: string, municipality: string) {
    this.#api = api
    this.template = template
    this.municipality = municipality
  }

  async preview(): Promise<void> {
    const asked = ++this.#asked
    // No day, or a year of which not every digit is there yet.
    if (this.anchor < '1900') {
      this.dates = []
      this.unsure = false
      return
    }
    const { template, anchor, election } = this
    try {
      const view = await this.#api.checklists.previewDates({ template, anchor, election })
      if (asked !== this.#asked) return
      this.dates = view.dates
      this.kind = view.election
      this.unsure = view.unsure
      // A period that the user wrote stays.
      if (this.period === this.#proposed) this.period = view.period
      this.#proposed = view.period
      this.problem = null
    } catch (reason) {
      if (asked === this.#asked) this.problem = toProblem(reason)
    }
  }

  /** Starts with the template, or with the steps of a run. Returns the id, or "" when it was refused. */
  async start(from = ''): Promise<string> {
    if (this.busy) return ''
    this.busy = true
    const { template, name, municipality, period, anchor, election } = this
    try {
      const run = await this.#api.checklists.start({ template, from, name, municipality, period, anchor, election })
      return run.id
    } catch (reason) {
      this.problem = toProblem(reason)
      return ''
    } finally {
      this.busy = false
    }
  }
}
