import type { Api, SettingsView } from './api/api'
import { type Problem, toProblem } from './api/problem'
import { createContext } from 'svelte'

const blank: SettingsView = {
  role: '', roleAsked: true, appearance: 'system', textSize: 100, name: '', nameAsked: true, municipality: '', wordsPerMinute: 130, lecternSize: 225,
}

const sizes = { least: 100, most: 200, step: 10 }

/**
 * The choices of the user, shared by all screens. A choice shows at once and
 * is stored behind it; stores go one after another, because bound calls have
 * no order among each other.
 */
export class Session {
  settings: SettingsView = $state(blank)
  loaded = $state(false)
  problem: Problem | null = $state(null)
  #api: Api
  #queue: Promise<void> = Promise.resolve()
  #dark = window.matchMedia('(prefers-color-scheme: dark)')

  constructor(api: Api) {
    this.#api = api
    this.#dark.addEventListener('change', () => this.#show())
  }

  async load(): Promise<void> {
    try {
      this.settings = await this.#api.settings.get()
      this.#show()
    } catch (reason) {
      this.problem = toProblem(reason)
    }
    this.loaded = true
  }

  set(change: Partial<SettingsView>): Promise<void> {
    this.settings = { ...this.settings, ...change }
    this.#show()
    this.#queue = this.#queue.then(async () => {
      try {
        await this.#api.settings.set($state.snapshot(this.settings))
        this.problem = null
      } catch (reason) {
        this.problem = toProblem(reason)
      }
    })
    return this.#queue
  }

  /** +1 larger, -1 smaller, 0 back to normal. Returns the new size. */
  resize(direction: number): number {
    const wanted = direction === 0 ? sizes.least : this.settings.textSize + direction * sizes.step
    const textSize = Math.min(sizes.most, Math.max(sizes.least, wanted))
    if (textSize !== this.settings.textSize) void this.set({ textSize })
    return textSize
  }

  #show(): void {
    const { appearance, textSize } = this.settings
    const root = document.documentElement
    const dark = appearance === 'dark' || (appearance === 'system' && this.#dark.matches)
    root.dataset['kleurstand'] = dark ? 'dark' : 'light'
    root.style.fontSize = `${textSize}%`
  }
}

export const [getSession, setSession] = createContext<Session>()
