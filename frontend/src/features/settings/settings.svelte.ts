import type { AboutView, Api, BackupView } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'

/** Facts about the program and the copies of the data. Choices live in the session. */
export class SettingsController {
  about: AboutView | null = $state.raw(null)
  /** A backup that was opened to look at, before it is put back. */
  looked: BackupView | null = $state.raw(null)
  made: BackupView | null = $state.raw(null)
  restored: BackupView | null = $state.raw(null)
  busy = $state(false)
  problem: Problem | null = $state(null)
  #api: Api

  constructor(api: Api) {
    this.#api = api
  }

  async load(): Promise<void> {
    await this.#guard(async () => void (this.about = await this.#api.settings.about()))
  }

  async backup(): Promise<void> {
    await this.#guard(async () => {
      this.made = null
      const made = await this.#api.settings.backup()
      if (!made.chosen) return
      this.made = made
      this.about = await this.#api.settings.about()
    })
  }

  async look(): Promise<void> {
    await this.#guard(async () => {
      this.restored = null
      const found = await this.#api.settings.chooseBackup()
      this.looked = found.chosen ? found : null
    })
  }

  /** True when the data on the screen must be loaded again. */
  async restore(): Promise<boolean> {
    const { looked } = this
    if (!looked) return false
    return this.#guard(async () => {
      this.restored = await this.#api.settings.restoreBackup(looked.path)
      this.looked = null
      this.about = await this.#api.settings.about()
    })
  }

  async openFolder(): Promise<void> {
    await this.#guard(async () => {
      if (this.about) await this.#api.exports.openFolder(this.about.dataFolder)
    })
  }

  async #guard(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    try {
      await work()
      this.problem = null
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
