import type { Api, ExportProgress, ExportRequest, ExportResult } from '../api/api'
import { type Problem, toProblem } from '../api/problem'

/** What takes longer than this shows how far it is, and looks again after that long. */
const patience = 1000
const again = 300

/** Makes one file and remembers how it went. Used wherever something can be exported. */
export class Exporter {
  busy = $state(false)
  result: ExportResult | null = $state(null)
  problem: Problem | null = $state(null)
  /** How far it is, once that takes long; null before and after. */
  progress: ExportProgress | null = $state(null)
  cancelling = $state(false)
  #api: Api

  constructor(api: Api) {
    this.#api = api
  }

  async save(request: ExportRequest): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.result = null
    this.problem = null
    const stop = this.#follow()
    try {
      this.result = await this.#api.exports.save(request)
    } catch (reason) {
      const problem = toProblem(reason)
      // Closing the dialog is a choice, not a failure.
      if (problem.code === 'cancelled') this.result = { path: '', bytes: 0, leftOut: 0, cancelled: true }
      else this.problem = problem
    }
    stop()
    this.busy = false
  }

  /** Looks how far it is. The dialog for the place counts for nothing: nothing is made yet. */
  #follow(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined
    let since = 0
    const look = async () => {
      const progress = await this.#api.exports.progress().catch(() => null)
      if (timer === undefined) return
      since = progress?.busy ? since + again : 0
      this.progress = since > patience ? progress : null
      timer = setTimeout(look, again)
    }
    timer = setTimeout(look, again)
    return () => {
      clearTimeout(timer)
      timer = undefined
      this.progress = null
      this.cancelling = false
    }
  }

  async cancel(): Promise<void> {
    this.cancelling = true
    try {
      await this.#api.exports.cancel()
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }

  async openFolder(): Promise<void> {
    try {
      if (this.result) await this.#api.exports.openFolder(this.result.path)
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }
}

/** The folder of a path, on Linux and Windows. */
export function folderOf(path: string): string {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return cut > 0 ? path.slice(0, cut) : path
}

/** The name of a file, without its folder. */
export function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}
