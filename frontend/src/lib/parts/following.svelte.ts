import type { Api, ExportProgress } from '../api/api'

/** What takes longer than this shows how far it is. */
const patience = 1000
/** How long between two looks. */
const again = 300

/** Follows what Go is making, and can end it. */
export class Following {
  /** How far it is, once that takes long; null before and after. */
  progress: ExportProgress | null = $state(null)
  cancelling = $state(false)
  #api: Api
  #timer: ReturnType<typeof setTimeout> | undefined
  #since = 0

  constructor(api: Api) {
    this.#api = api
  }

  start(): void {
    this.#since = 0
    this.#timer = setTimeout(() => void this.#look(), again)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.progress = null
    this.cancelling = false
  }

  /** The dialog for the place counts for nothing: then nothing is made yet. */
  async #look(): Promise<void> {
    const progress = await this.#api.exports.progress().catch(() => null)
    if (this.#timer === undefined) return
    this.#since = progress?.busy ? this.#since + again : 0
    this.progress = this.#since > patience ? progress : null
    this.#timer = setTimeout(() => void this.#look(), again)
  }

  /** Ending only fails with what it should end, which then tells so itself. */
  async cancel(): Promise<void> {
    this.cancelling = true
    await this.#api.exports.cancel().catch(() => undefined)
  }
}
