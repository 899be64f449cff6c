import type { AboutView, Api } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'

/** Facts about the program. Choices live in the session, copies in BackupsController. */
export class SettingsController {
  about: AboutView | null = $state.raw(null)
  problem: Problem | null = $state(null)
  #api: Api

  constructor(api: Api) {
    this.#api = api
  }

  load(): Promise<void> {
    return this.#guard(async () => void (this.about = await this.#api.settings.about()))
  }

  openFolder(): Promise<void> {
    return this.#guard(async () => {
      if (this.about) await this.#api.exports.openFolder(this.about.dataFolder)
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
