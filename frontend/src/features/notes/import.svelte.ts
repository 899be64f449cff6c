import type { Api, ImportProgress, ImportResult } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'

/** How often it looks how far the import is, in milliseconds. */
const again = 300

/** One import: what was chosen, how far it is, and what came of it. */
export class ImportController {
  busy = $state(false)
  cancelling = $state(false)
  progress: ImportProgress = $state({ done: 0, total: 0 })
  result: ImportResult | null = $state.raw(null)
  problem: Problem | null = $state(null)
  #api: Api

  constructor(api: Api) {
    this.#api = api
  }

  /** Asks for files or a folder and imports them. Closing the dialog changes nothing. */
  async choose(what: 'files' | 'folder'): Promise<void> {
    if (this.busy) return
    this.problem = null
    try {
      const paths = await this.#api.imports.choose(what)
      if (paths.length > 0) await this.#start(paths)
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }

  async cancel(): Promise<void> {
    this.cancelling = true
    try {
      await this.#api.imports.cancel()
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }

  async #start(paths: string[]): Promise<void> {
    this.busy = true
    this.result = null
    this.progress = { done: 0, total: 0 }
    const timer = setInterval(() => void this.#look(), again)
    try {
      this.result = await this.#api.imports.start(paths)
    } finally {
      clearInterval(timer)
      this.busy = false
      this.cancelling = false
    }
  }

  async #look(): Promise<void> {
    const progress = await this.#api.imports.progress().catch(() => null)
    if (progress && progress.total > 0 && this.busy) this.progress = progress
  }
}
