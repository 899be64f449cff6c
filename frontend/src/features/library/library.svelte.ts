import type { Api, LibraryView, RunCard } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The screen "Aan de slag": the items for a role, and the words within them. */
export class LibraryController {
  view: LibraryView | null = $state.raw(null)
  runs: RunCard[] = $state.raw([])
  words = $state('')
  problem: Problem | null = $state(null)
  #api: Api
  #asked = 0

  constructor(api: Api) {
    this.#api = api
  }

  readonly shown = $derived.by(() => {
    const words = fold(this.words).split(/\s+/).filter(Boolean)
    const items = this.view?.items ?? []
    if (words.length === 0) return items
    return items.filter((item) => {
      const text = fold([item.title, item.summary, ...item.takeaways].join(' '))
      return words.every((word) => text.includes(word))
    })
  })

  readonly total = $derived(this.view?.total ?? 0)
  /** Items that only other functions have. */
  readonly others = $derived(this.total - (this.view?.items.length ?? 0))
  readonly #running = $derived(this.runs.filter(({ progress, archived }) => !archived && progress.done < progress.total))
  /** The run that was worked on last and is not finished. */
  readonly current = $derived(this.#running.toSorted((a, b) => b.updated.localeCompare(a.updated))[0] ?? null)
  /** The others that ask for attention, late ones first, as the overview has them. */
  readonly alsoRunning = $derived(this.#running.filter((run) => run !== this.current).slice(0, 3))

  /** Loads the items for a role. Answers have no order: only the last question counts. */
  async load(role: string): Promise<void> {
    const asked = ++this.#asked
    try {
      const [view, runs] = await Promise.all([this.#api.library.list(role), this.#api.checklists.list()])
      if (asked !== this.#asked) return
      this.view = view
      this.runs = runs
      this.problem = null
    } catch (reason) {
      if (asked === this.#asked) this.problem = toProblem(reason)
    }
  }
}
