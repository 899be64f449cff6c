import type { Api, Erasure } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'
import { pending } from '../../lib/pending'
import type { Session } from '../../lib/session.svelte'

/** The removal of all data. */
export class EraseController {
  /** What would go, while the question is on the screen. */
  asked: Erasure | null = $state.raw(null)
  busy = $state(false)
  problem: Problem | null = $state(null)
  #api: Api
  #session: Session

  constructor(api: Api, session: Session) {
    this.#api = api
    this.#session = session
  }

  async ask(): Promise<void> {
    await this.#guard(async () => void (this.asked = await this.#api.settings.toErase()))
  }

  close(): void {
    this.asked = null
    this.problem = null
  }

  /**
   * Removes everything. True when the data are gone; a problem then tells what
   * is still left of them in files.
   */
  async erase(copies: boolean): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    let gone = false
    // What is on its way to the store must not arrive after this.
    await pending.quiet(() => this.#session.replaced(async () => {
      const done = await this.#guard(async () => void (this.asked = await this.#api.settings.erase(copies)))
      gone = done || this.problem?.code === 'erase_unfinished'
      if (gone) pending.forget()
    }))
    return gone
  }

  /** Puts back what was kept. */
  async undo(aside: string): Promise<boolean> {
    let done = false
    await this.#session.replaced(async () => {
      done = await this.#guard(async () => void (await this.#api.backups.restore(aside, '')))
    })
    return done
  }

  async #guard(work: () => Promise<void>): Promise<boolean> {
    this.busy = true
    this.problem = null
    try {
      await work()
      return true
    } catch (reason) {
      this.problem = toProblem(reason)
      return false
    } finally {
      this.busy = false
    }
  }
}
