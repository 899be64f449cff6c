import type { Elsewhere } from './parts/elsewhere.svelte'

interface Saver {
  save: () => Promise<boolean>
  /** The way out for a text that cannot be stored. */
  elsewhere?: Elsewhere | undefined
  /** There is nothing to store any more. */
  forget?: (() => void) | undefined
}

/**
 * Who has text that may not be stored yet. The window asks before it closes,
 * a screen asks before it is left.
 */
class Pending {
  #savers = new Set<Saver>()
  #left: Saver[] = []
  #quiet: Promise<unknown> = Promise.resolve()

  add(save: () => Promise<boolean>, ways: Omit<Saver, 'save'> = {}): () => void {
    const saver = { save, ...ways }
    this.#savers.add(saver)
    return () => this.#savers.delete(saver)
  }

  /** Stores everything; false when something could not be stored. */
  async flush(): Promise<boolean> {
    await this.#quiet
    const results = await Promise.all([...this.#savers].map(async (saver) => ({ saver, stored: await saver.save() })))
    this.#left = results.filter(({ stored }) => !stored).map(({ saver }) => saver)
    return this.#left.length === 0
  }

  /** Stores everything, and then nothing until the work is over. */
  async quiet<T>(work: () => Promise<T>): Promise<T> {
    await this.flush()
    const done = work()
    this.#quiet = done.catch(() => undefined)
    return done
  }

  /** The texts that the last flush could not store. */
  get unsaved(): Elsewhere[] {
    return this.#left.flatMap(({ elsewhere }) => elsewhere ?? [])
  }

  /** All data were removed: nothing that waits may be stored after that. */
  forget(): void {
    for (const { forget } of this.#savers) forget?.()
    this.#savers.clear()
    this.#left = []
  }
}

export const pending = new Pending()
