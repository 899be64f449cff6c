import type { Api, SettingsView } from './api/api'
import { type Problem, toProblem } from './api/problem'
import { createContext } from 'svelte'
import { letters } from './letters'
import { applyTheme, type Shown } from './theme/apply'

const blank: SettingsView = {
  role: '', roleAsked: true, appearance: 'system', textSize: 100, name: '', nameAsked: true, municipality: '', wordsPerMinute: 130, lecternSize: 225, theme: '', tourSeen: true,
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
  #contrast = window.matchMedia('(prefers-contrast: more)')

  constructor(api: Api) {
    this.#api = api
    for (const wish of [this.#dark, this.#contrast]) wish.addEventListener('change', () => void this.#show())
  }

  async load(): Promise<void> {
    try {
      const lettered = letters()
      this.settings = await this.#api.settings.get()
      await lettered
      await this.#show()
    } catch (reason) {
      this.problem = toProblem(reason)
    }
    this.loaded = true
  }

  set(change: Partial<SettingsView>): Promise<void> {
    this.settings = { ...this.settings, ...change }
    void this.#show()
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

  /** Runs work that puts other choices in the store, between two stores of ours, and shows those. */
  replaced(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work).finally(() => this.load())
    this.#queue = done.catch(() => undefined)
    return done
  }

  /** +1 larger, -1 smaller, 0 back to normal. Returns the new size. */
  resize(direction: number): number {
    const wanted = direction === 0 ? sizes.least : this.settings.textSize + direction * sizes.step
    const textSize = Math.min(sizes.most, Math.max(sizes.least, wanted))
    if (textSize !== this.settings.textSize) void this.set({ textSize })
    return textSize
  }

  async #show(): Promise<void> {
    const { appearance, textSize, theme } = this.settings
    const root = document.documentElement
    const dark = appearance === 'dark' || (appearance === 'system' && this.#dark.matches)
    const shade = dark ? 'dark' : 'light'
    if (root.dataset['kleurstand'] !== shade) void this.#api.settings.shade(dark).catch(() => undefined)
    root.dataset['kleurstand'] = shade
    root.style.fontSize = `${textSize}%`
    // Who asks for more contrast gets ours, which is made for it.
    const shown = theme && !this.#contrast.matches ? await read(theme, dark) : null
    if (theme === this.settings.theme) applyTheme(shown)
  }
}

/** Reads a house style. What that takes is loaded only by who has one. */
async function read(text: string, dark: boolean): Promise<Shown | null> {
  const { readTheme } = await import('./theme/theme')
  const style = readTheme(text)
  return 'theme' in style ? { font: style.theme.font, palette: dark ? style.theme.palettes.dark : style.theme.palettes.light } : null
}

export const [getSession, setSession] = createContext<Session>()
