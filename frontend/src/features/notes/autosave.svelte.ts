import { type Problem, toProblem } from '../../lib/api/problem'

export type SaveState = 'clean' | 'dirty' | 'saving' | 'failed' | 'conflict'

interface Waits {
  /** Milliseconds after the last key. */
  delay: number
  /** Milliseconds after the first key that is not stored yet. */
  most: number
}

/**
 * Decides when text is stored, and knows nothing of notes. One save at a time:
 * bound calls have no order among each other, so a second one could arrive
 * first. The save reads the text at the moment it starts; what is typed while
 * it runs waits for the next one.
 */
export class Autosave {
  state: SaveState = $state('clean')
  /** Moment of the last save, "" before the first. */
  savedAt = $state('')
  problem: Problem | null = $state(null)

  #save: () => Promise<{ updated: string }>
  #waits: Waits
  #edits = 0
  #stored = 0
  #running: Promise<boolean> | null = null
  #again = false
  #delay: ReturnType<typeof setTimeout> | undefined
  #most: ReturnType<typeof setTimeout> | undefined

  /** After a second at most: with a slow computer and a save that is under way nothing takes more than three seconds of typing. */
  constructor(save: () => Promise<{ updated: string }>, waits: Waits = { delay: 500, most: 1000 }) {
    this.#save = save
    this.#waits = waits
  }

  /** The user typed. A conflict waits for a choice, so nothing is stored then. */
  edited(): void {
    this.#edits++
    if (this.state === 'conflict') return
    if (!this.#running) this.state = 'dirty'
    clearTimeout(this.#delay)
    this.#delay = setTimeout(this.#due, this.#waits.delay)
    this.#most ??= setTimeout(this.#due, this.#waits.most)
  }

  /** Stores everything now. False when something could not be stored. */
  async flush(): Promise<boolean> {
    for (;;) {
      if (this.#running) await this.#running
      if (this.#edits === this.#stored) return true
      if (this.state === 'conflict') return false
      if (!(await this.#start())) return false
    }
  }

  /** The text on the screen is the stored text, whatever was typed before. */
  reset(): void {
    this.#stop()
    this.#stored = this.#edits
    this.problem = null
    this.state = 'clean'
  }

  /** The user chose to keep the text on the screen after a conflict. */
  resolve(): Promise<boolean> {
    this.problem = null
    this.state = 'dirty'
    return this.flush()
  }

  #due = (): void => {
    this.#stop()
    if (this.#running) this.#again = true
    else void this.#start()
  }

  #stop(): void {
    clearTimeout(this.#delay)
    clearTimeout(this.#most)
    this.#delay = this.#most = undefined
  }

  #start(): Promise<boolean> {
    this.#running ??= this.#run()
    return this.#running
  }

  async #run(): Promise<boolean> {
    this.#stop()
    this.#again = false
    const edits = this.#edits
    this.state = 'saving'
    let stored = true
    try {
      const { updated } = await this.#save()
      this.#stored = edits
      this.savedAt = updated
      this.problem = null
      this.state = edits === this.#edits ? 'clean' : 'dirty'
    } catch (reason) {
      stored = false
      this.problem = toProblem(reason)
      this.state = this.problem.code === 'conflict' ? 'conflict' : 'failed'
      if (this.state === 'conflict') this.#stop()
    }
    this.#running = null
    if (stored && this.#again) void this.#start()
    return stored
  }
}
