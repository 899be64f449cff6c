import type { Api, ExportPreview, ExportRequest } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'
import { Following } from '../../lib/parts/following.svelte'

/** The pages of the PDF before it is made. They hold for one choice only. */
export class Preview {
  pages: string[] = $state.raw([])
  total = $state(0)
  busy = $state(false)
  problem: Problem | null = $state(null)
  readonly following: Following
  #api: Api
  #asked = 0

  constructor(api: Api) {
    this.#api = api
    this.following = new Following(api)
  }

  async show(request: ExportRequest): Promise<void> {
    if (this.busy) return
    this.clear()
    const asked = this.#asked
    this.busy = true
    this.following.start()
    try {
      const view: ExportPreview = await this.#api.exports.preview(request)
      if (asked === this.#asked) {
        this.pages = view.pages.map((svg) => `data:image/svg+xml,${encodeURIComponent(svg)}`)
        this.total = view.total
      }
    } catch (reason) {
      const problem = toProblem(reason)
      if (problem.code !== 'cancelled') this.problem = problem
    }
    this.following.stop()
    this.busy = false
  }

  /** For another choice these pages would be a lie. */
  clear(): void {
    this.#asked++
    this.pages = []
    this.total = 0
    this.problem = null
    if (this.busy) void this.following.cancel()
  }
}
