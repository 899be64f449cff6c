import type { Api, DatePreview, RunCard, Template } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'

/** Late runs first, then the earliest date, then what was worked on last. */
export function byUrgency(a: RunCard, b: RunCard): number {
  if (a.late !== b.late) return a.late ? -1 : 1
  if (a.deadline !== b.deadline) {
    if (!a.deadline || !b.deadline) return a.deadline ? -1 : 1
    return a.deadline < b.deadline ? -1 : 1
  }
  return b.updated.localeCompare(a.updated)
}

/** The overview of runs and the templates that can be started. */
export class ChecklistsController {
  runs: RunCard[] | null = $state.raw(null)
  templates: Template[] = $state.raw([])
  problem: Problem | null = $state(null)
  #api: Api

  constructor(api: Api) {
    this.#api = api
  }

  async load(): Promise<void> {
    try {
      const [runs, templates] = await Promise.all([this.#api.checklists.list(), this.#api.checklists.templates()])
      this.runs = runs.toSorted(byUrgency)
      this.templates = templates
      this.problem = null
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }
}

/** The dialog that starts a run, with the dates it would get. */
export class StartController {
  template = $state('')
  name = $state('')
  municipality = $state('')
  anchor = $state('')
  dates: DatePreview[] = $state.raw([])
  busy = $state(false)
  problem: Problem | null = $state(null)
  #api: Api
  #asked = 0

  constructor(api: Api, template: string, municipality: string) {
    this.#api = api
    this.template = template
    this.municipality = municipality
  }

  async preview(): Promise<void> {
    const asked = ++this.#asked
    if (!this.anchor) {
      this.dates = []
      return
    }
    try {
      const dates = await this.#api.checklists.previewDates(this.template, this.anchor)
      if (asked !== this.#asked) return
      this.dates = dates
      this.problem = null
    } catch (reason) {
      if (asked === this.#asked) this.problem = toProblem(reason)
    }
  }

  /** Returns the id of the new run, or "" when it was refused. */
  async start(): Promise<string> {
    if (this.busy) return ''
    this.busy = true
    const { template, name, municipality, anchor } = this
    try {
      const run = await this.#api.checklists.start({ template, name, municipality, anchor })
      return run.id
    } catch (reason) {
      this.problem = toProblem(reason)
      return ''
    } finally {
      this.busy = false
    }
  }
}
