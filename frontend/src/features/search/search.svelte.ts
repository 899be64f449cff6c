import type { Api, SearchHit, SearchView } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'
import { nl } from '../../lib/nl'
import { to } from '../../lib/router.svelte'

const limit = 20
const wait = 120

export interface Piece { text: string; marked: boolean }
export interface Group { kind: string; title: string; hits: SearchHit[] }

/** Cuts a snippet at its marks, which are pairs of UTF-16 positions. */
export function pieces(text: string, marks: number[]): Piece[] {
  const found: Piece[] = []
  let at = 0
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const begin = Math.max(at, marks[i] ?? 0)
    const end = Math.min(text.length, marks[i + 1] ?? 0)
    if (begin >= end) continue
    if (begin > at) found.push({ text: text.slice(at, begin), marked: false })
    found.push({ text: text.slice(begin, end), marked: true })
    at = end
  }
  if (at < text.length) found.push({ text: text.slice(at), marked: false })
  return found
}

export function addressOf(hit: SearchHit): string {
  if (hit.kind === 'note') return to.note(hit.id)
  if (hit.kind === 'item') return to.item(hit.id)
  return to.run(hit.run, hit.id)
}

/** Search over everything. Only the answer to the last question is shown. */
export class SearchController {
  words = $state('')
  view: SearchView | null = $state.raw(null)
  problem: Problem | null = $state(null)
  #api: Api
  #asked = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(api: Api) {
    this.#api = api
  }

  readonly groups: Group[] = $derived(
    [
      { kind: 'note', title: nl.search.notes, hits: this.view?.notes ?? [] },
      { kind: 'item', title: nl.search.items, hits: this.view?.items ?? [] },
      { kind: 'step', title: nl.search.steps, hits: this.view?.steps ?? [] },
    ].filter((group) => group.hits.length > 0),
  )
  readonly count = $derived(this.groups.reduce((sum, group) => sum + group.hits.length, 0))

  type(words: string): void {
    this.words = words
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.find(), wait)
  }

  async find(): Promise<void> {
    clearTimeout(this.#timer)
    const asked = ++this.#asked
    if (!this.words.trim()) {
      this.view = null
      return
    }
    try {
      const view = await this.#api.search.find(this.words, limit)
      if (asked !== this.#asked) return
      this.view = view
      this.problem = null
    } catch (reason) {
      if (asked === this.#asked) this.problem = toProblem(reason)
    }
  }
}
