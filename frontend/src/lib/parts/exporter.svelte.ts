import type { Api, ExportRequest, ExportResult } from '../api/api'
import { type Problem, toProblem } from '../api/problem'
import { Following } from './following.svelte'

/** Makes one file and remembers how it went. Used wherever something can be exported. */
export class Exporter {
  busy = $state(false)
  result: ExportResult | null = $state(null)
  problem: Problem | null = $state(null)
  readonly following: Following
  #api: Api

  constructor(api: Api) {
    this.#api = api
    this.following = new Following(api)
  }

  async save(request: ExportRequest): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.result = null
    this.problem = null
    this.following.start()
    try {
      this.result = await this.#api.exports.save(request)
    } catch (reason) {
      const problem = toProblem(reason)
      // Closing the dialog is a choice, not a failure.
      if (problem.code === 'cancelled') this.result = { path: '', bytes: 0, leftOut: 0, cancelled: true }
      else this.problem = problem
    }
    this.following.stop()
    this.busy = false
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
