import type { Api, ItemView, RunCard } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'

/** One item with its text, and what the user does with it. */
export class ItemController {
  view: ItemView | null = $state(null)
  /** Titles of the neighbours, for the links at the end. */
  titles: Record<string, string> = $state.raw({})
  /** A run of the checklist that belongs to the item, or null. */
  run: RunCard | null = $state.raw(null)
  problem: Problem | null = $state(null)
  #api: Api

  constructor(api: Api) {
    this.#api = api
  }

  async load(id: string, role: string): Promise<void> {
    try {
      const [view, library, runs] = await Promise.all([
        this.#api.library.item(id, role),
        this.#api.library.list(''),
        this.#api.checklists.list(),
      ])
      this.titles = Object.fromEntries(library.items.map((item) => [item.id, item.title]))
      this.run = runs.find((run) => view.checklist !== '' && run.template === view.checklist) ?? null
      this.view = view
      this.problem = null
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }

  async markRead(read: boolean): Promise<void> {
    if (!this.view) return
    this.view.read = read
    try {
      await this.#api.library.markRead(this.view.id, read)
      this.problem = null
    } catch (reason) {
      this.view.read = !read
      this.problem = toProblem(reason)
    }
  }
}
