/**
 * Who has text that may not be stored yet. The window asks before it closes,
 * a screen asks before it is left.
 */
class Pending {
  #savers = new Set<() => Promise<boolean>>()

  add(save: () => Promise<boolean>): () => void {
    this.#savers.add(save)
    return () => this.#savers.delete(save)
  }

  /** Stores everything; false when something could not be stored. */
  async flush(): Promise<boolean> {
    const results = await Promise.all([...this.#savers].map((save) => save()))
    return results.every(Boolean)
  }
}

export const pending = new Pending()
