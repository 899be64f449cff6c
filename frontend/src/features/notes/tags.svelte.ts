import type { Api, TagCount } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'
import { nl } from '../../lib/nl'

/** What is about to happen to a tag. */
export type Plan =
  | { kind: 'rename'; tag: string }
  | { kind: 'merge'; tag: string; into: string }
  | { kind: 'remove'; tag: string }

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** The tags and what is changed of them, one thing at a time. */
export class TagsController {
  list: TagCount[] | null = $state.raw(null)
  plan: Plan | null = $state(null)
  /** What happened last, to be read out. */
  told = $state('')
  problem: Problem | null = $state(null)
  #api: Api
  #onchanged: (old: string, tag: string) => void

  constructor(api: Api, onchanged: (old: string, tag: string) => void) {
    this.#api = api
    this.#onchanged = onchanged
  }

  async load(): Promise<void> {
    await this.#guard(async () => (this.list = await this.#api.tags.list()))
  }

  count(tag: string): number {
    return this.list?.find((one) => same(one.tag, tag))?.count ?? 0
  }

  /** Renames, or asks first when there is such a tag already. */
  async rename(tag: string, wanted: string): Promise<void> {
    const into = wanted.trim().replace(/^#+/, '').trim()
    if (into === '' || into === tag) return this.cancel()
    const known = this.list?.find((one) => same(one.tag, into) && !same(into, tag))
    if (known) {
      this.plan = { kind: 'merge', tag, into: known.tag }
      return
    }
    await this.#change(() => this.#api.tags.rename(tag, into), tag, into, (n) => nl.tags.renamed(tag, into, n))
  }

  async merge(tag: string, into: string): Promise<void> {
    await this.#change(() => this.#api.tags.merge([tag], into), tag, into, (n) => nl.tags.merged(tag, into, n))
  }

  async remove(tag: string): Promise<void> {
    await this.#change(() => this.#api.tags.remove(tag), tag, '', (n) => nl.tags.removed(tag, n))
  }

  cancel(): void {
    this.plan = null
    this.problem = null
  }

  async #change(call: () => Promise<number>, old: string, tag: string, tell: (n: number) => string): Promise<void> {
    await this.#guard(async () => {
      const count = await call()
      this.plan = null
      this.told = tell(count)
      this.#onchanged(old, tag)
      this.list = await this.#api.tags.list()
    })
  }

  async #guard(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
      this.problem = null
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }
}
