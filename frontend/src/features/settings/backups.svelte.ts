import type { Api, Backup, Backups } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'

/** The copies of the data: those of the program itself and those of the user. */
export class BackupsController {
  list: Backups | null = $state.raw(null)
  /** A backup that was opened to look at, before it is put back. */
  looked: Backup | null = $state.raw(null)
  made: Backup | null = $state.raw(null)
  restored: Backup | null = $state.raw(null)
  /** The question how to make a copy is on the screen. */
  making = $state(false)
  busy = $state(false)
  problem: Problem | null = $state(null)
  #api: Api
  #password = ''

  constructor(api: Api) {
    this.#api = api
  }

  load(): Promise<boolean> {
    return this.#guard(async () => void (this.list = await this.#api.backups.list()))
  }

  /** True when the copy is there. A closed dialog is false and no problem. */
  async make(password: string): Promise<boolean> {
    let chosen = false
    await this.#guard(async () => {
      this.made = null
      const made = await this.#api.backups.make(password)
      chosen = made.chosen
      if (chosen) this.made = made
    })
    return chosen
  }

  async choose(): Promise<void> {
    await this.#look(() => this.#api.backups.choose(), '')
  }

  async look(path: string, password = ''): Promise<void> {
    await this.#look(() => this.#api.backups.look(path, password), password)
  }

  close(): void {
    this.making = false
    this.looked = null
    this.#password = ''
    this.problem = null
  }

  /** True when the data on the screen must be loaded again. */
  async restore(): Promise<boolean> {
    const { looked } = this
    if (!looked) return false
    return this.#guard(async () => {
      this.restored = await this.#api.backups.restore(looked.path, this.#password)
      this.close()
      this.list = await this.#api.backups.list()
    })
  }

  async choosePlace(): Promise<void> {
    await this.#guard(async () => void (this.list = await this.#api.backups.chooseSecondPlace()))
  }

  async forgetPlace(): Promise<void> {
    await this.#guard(async () => void (this.list = await this.#api.backups.forgetSecondPlace()))
  }

  async #look(open: () => Promise<Backup>, password: string): Promise<void> {
    await this.#guard(async () => {
      this.restored = null
      const found = await open()
      if (!found.chosen) return
      this.looked = found
      this.#password = password
    })
  }

  async #guard(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    this.problem = null
    try {
      await work()
      return true
    } catch (reason) {
      const problem = toProblem(reason)
      this.problem = problem.code === 'cancelled' ? null : problem
      return false
    } finally {
      this.busy = false
    }
  }
}
