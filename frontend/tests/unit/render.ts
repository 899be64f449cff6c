import { render, screen, waitFor } from '@testing-library/svelte'
import { vi } from 'vitest'
import { createFake, type FakeOptions } from '../../src/lib/api/fake'
import App from '../../src/shell/App.svelte'

/** The whole program on fake data, waiting at a screen. */
export async function start(hash = '#/', options: FakeOptions = {}) {
  window.location.hash = hash
  // The router listens; happy-dom tells it a moment later.
  await vi.waitFor(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 0))
  const fake = createFake(options)
  const view = render(App, { api: fake.api })
  await screen.findByRole('heading', { level: 1 })
  return { fake, ...view }
}

/** A key as the window gets it. */
export function press(key: string, init: KeyboardEventInit = {}, target: EventTarget = document.activeElement ?? window) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  target.dispatchEvent(event)
  return event
}

export { screen, waitFor }

/** The text of the note as Markdown, in a box that tests can fill. */
export async function plainText() {
  const button = await screen.findByRole('button', { name: 'Toon als platte tekst' })
  if (button.getAttribute('aria-pressed') !== 'true') button.click()
  return screen.findByLabelText<HTMLTextAreaElement>('Tekst', { selector: 'textarea' })
}
