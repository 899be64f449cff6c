import type { AnchorShift, Api, LogLine, RunView, Step, StepChange } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'

type Wanted = Partial<Pick<StepChange, 'state' | 'reason' | 'options'>>

/**
 * One run. A tick shows at once; the calls run one after another, and only the
 * last answer is shown, so that a slow answer never undoes a newer tick.
 * Progress is counted in Go, once.
 */
export class RunController {
  view: RunView | null = $state(null)
  log: LogLine[] | null = $state.raw(null)
  problem: Problem | null = $state(null)
  #api: Api
  #by: () => string
  #queue: Promise<void> = Promise.resolve()
  #waiting = 0

  constructor(api: Api, by: () => string) {
    this.#api = api
    this.#by = by
  }

  async load(id: string): Promise<void> {
    try {
      this.view = await this.#api.checklists.get(id)
      this.problem = null
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }

  /** Ticks or unticks a step. */
  tick(step: Step, done: boolean): Promise<void> {
    return this.change(step, { state: done ? 'done' : 'open' })
  }

  /** Chooses or unchooses a direction. One or more make the step done. */
  choose(step: Step, option: string, chosen: boolean): Promise<void> {
    const options = step.options.filter((one) => (one.id === option ? chosen : one.chosen)).map((one) => one.id)
    return this.change(step, { options, state: options.length > 0 ? 'done' : 'open' })
  }

  change(step: Step, wanted: Wanted): Promise<void> {
    const run = this.view
    if (!run) return Promise.resolve()
    const change: StepChange = {
      run: run.id,
      step: step.id,
      state: wanted.state ?? step.state,
      reason: wanted.reason ?? '',
      by: this.#by(),
      options: wanted.options ?? step.options.filter((one) => one.chosen).map((one) => one.id),
    }
    // A step that is opened again has no choice any more.
    if (wanted.state === 'open' && !wanted.options) change.options = []
    step.state = change.state
    step.reason = change.reason
    for (const option of step.options) option.chosen = change.options.includes(option.id)
    return this.#send(() => this.#api.checklists.setStep(change))
  }

  setDeadline(step: Step, date: string): Promise<void> {
    const id = this.view?.id ?? ''
    step.deadline = date
    step.pinned = true
    return this.#send(() => this.#api.checklists.setDeadline(id, step.id, date))
  }

  async moveAnchor(date: string): Promise<boolean> {
    const id = this.view?.id ?? ''
    await this.#send(() => this.#api.checklists.moveAnchor(id, date))
    return this.problem === null
  }

  async previewAnchor(date: string): Promise<AnchorShift[]> {
    try {
      const shifts = await this.#api.checklists.previewAnchor(this.view?.id ?? '', date)
      this.problem = null
      return shifts
    } catch (reason) {
      this.problem = toProblem(reason)
      return []
    }
  }

  async loadLog(): Promise<void> {
    try {
      this.log = await this.#api.checklists.log(this.view?.id ?? '')
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }

  #send(call: () => Promise<RunView>): Promise<void> {
    this.#waiting++
    this.#queue = this.#queue.then(async () => {
      try {
        const view = await call()
        if (--this.#waiting === 0) this.view = view
        this.problem = null
      } catch (reason) {
        this.#waiting--
        this.problem = toProblem(reason)
        // What the screen promised is not true: show what is stored.
        const id = this.view?.id
        if (id) this.view = await this.#api.checklists.get(id).catch(() => this.view)
      }
      if (this.log) await this.loadLog()
    })
    return this.#queue
  }
}
