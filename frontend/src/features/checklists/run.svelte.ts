import type { AnchorMove, AnchorPreview, Api, LogLine, Offer, RunView, Step, StepChange, StepFacts } from '../../lib/api/api'
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
  /** What happened, for the status line. */
  said = $state('')
  #api: Api
  #by: () => string
  #queue: Promise<void> = Promise.resolve()
  #waiting = 0

  constructor(api: Api, by: () => string) {
    this.#api = api
    this.#by = by
  }

  get id(): string {
    return this.view?.id ?? ''
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

  setFacts(step: Step, facts: Partial<Pick<StepFacts, 'who' | 'note' | 'link'>>): Promise<void> {
    // At once, so that the next fact does not send an old one along with it.
    const { who, note, link } = Object.assign(step, facts)
    return this.#send(() => this.#api.checklists.setFacts({ run: this.id, step: step.id, who, note, link }))
  }

  setDeadline(step: Step, date: string): Promise<void> {
    step.deadline = date
    step.pinned = true
    return this.#send(() => this.#api.checklists.setDeadline(this.id, step.id, date))
  }

  followAnchor(step: Step): Promise<void> {
    return this.#send(() => this.#api.checklists.followAnchor(this.id, step.id))
  }

  async moveAnchor(date: string, election = ''): Promise<boolean> {
    return this.#done((run) => this.#api.checklists.moveAnchor({ run, date, election }))
  }

  previewAnchor(date: string, election = ''): Promise<AnchorPreview | null> {
    const move: AnchorMove = { run: this.id, date, election }
    return this.#ask(() => this.#api.checklists.previewAnchor(move))
  }

  setHeading(name: string, municipality: string, period: string): Promise<boolean> {
    return this.#done((run) => this.#api.checklists.setHeading({ run, name, municipality, period }))
  }

  archive(away: boolean): Promise<boolean> {
    return this.#done((run) => this.#api.checklists.archive(run, away))
  }

  undo(): Promise<boolean> {
    return this.#done((run) => this.#api.checklists.undo(run))
  }

  addStep(phase: string, text: string, why: string, topic: boolean): Promise<boolean> {
    return this.#done((run) => this.#api.checklists.addStep({ run, phase, step: '', text, why, topic }))
  }

  editStep(step: Step, text: string, why: string): Promise<boolean> {
    return this.#done((run) => this.#api.checklists.editStep({ run, phase: '', step: step.id, text, why, topic: false }))
  }

  removeStep(step: Step): Promise<boolean> {
    return this.#done((run) => this.#api.checklists.removeStep(run, step.id))
  }

  moveStep(step: Step, up: boolean): Promise<boolean> {
    return this.#done((run) => this.#api.checklists.moveStep(run, step.id, up))
  }

  setQuestion(step: Step, question: string, text: string): Promise<boolean> {
    return this.#done((run) => this.#api.checklists.setQuestion({ run, step: step.id, question, column: 0, text }))
  }

  removeQuestion(step: Step, question: string): Promise<boolean> {
    return this.#done((run) => this.#api.checklists.removeQuestion(run, step.id, question))
  }

  setAnswer(step: Step, question: string, column: number, text: string): Promise<void> {
    return this.#send(() => this.#api.checklists.setAnswer({ run: this.id, step: step.id, question, column, text }))
  }

  async offers(): Promise<Offer[]> {
    return (await this.#ask(() => this.#api.checklists.offers(this.id))) ?? []
  }

  takeOffers(steps: string[]): Promise<boolean> {
    return this.#done((run) => this.#api.checklists.takeOffers(run, steps))
  }

  /** Returns the title under which the steps were kept, or "" when that was refused. */
  async saveTemplate(title: string): Promise<string> {
    return (await this.#ask(() => this.#api.checklists.saveTemplate(this.id, title)))?.title ?? ''
  }

  async loadLog(): Promise<void> {
    const log = await this.#ask(() => this.#api.checklists.log(this.id))
    if (log) this.log = log
  }

  async #ask<T>(call: () => Promise<T>): Promise<T | null> {
    try {
      const answer = await call()
      this.problem = null
      return answer
    } catch (reason) {
      this.problem = toProblem(reason)
      return null
    }
  }

  async #done(call: (run: string) => Promise<RunView>): Promise<boolean> {
    const { id } = this
    await this.#send(() => call(id))
    return this.problem === null
  }

  #send(call: () => Promise<RunView>): Promise<void> {
    this.#waiting++
    this.said = ''
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
      if (this.log) {
        const { problem } = this
        await this.loadLog()
        this.problem ??= problem
      }
    })
    return this.#queue
  }
}
