import type { Api, NoteView } from '../api/api'
import { type Problem, toProblem } from '../api/problem'

/** A note as it stands on the screen, stored or not. */
export interface OnScreen {
  /** Says which note it is. */
  readonly name: string
  readonly confidential: boolean
  /** With an empty title the text gives one. */
  read(): NoteView
}

/** Writes the text on the screen where the user says, when it cannot be stored. */
export class Elsewhere {
  busy = $state(false)
  /** Where the text was written, "" when it was not or when it was changed since. */
  path = $state('')
  problem: Problem | null = $state(null)
  #api: Api
  readonly note: OnScreen

  constructor(api: Api, note: OnScreen) {
    this.#api = api
    this.note = note
  }

  async save(): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.outdated()
    try {
      this.path = (await this.#api.notes.saveElsewhere(this.note.read())).path
    } catch (reason) {
      this.problem = toProblem(reason)
    }
    this.busy = false
  }

  /** The text on the screen is another than the one that was written. */
  outdated(): void {
    this.path = ''
    this.problem = null
  }
}
