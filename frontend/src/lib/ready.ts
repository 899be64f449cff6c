import { tick } from 'svelte'
import type { Api } from './api/api'
import { arrival } from './ui/arrival'

let told = false
let tell: () => void

/** Fulfilled when the first screen was painted: the rest may be loaded. */
export const painted = new Promise<void>((resolve) => (tell = resolve))

/**
 * A screen shows its data: the focus may go where it was, tests and pictures
 * may begin, and the first time the window appears (without a white flash).
 */
export function tellReady(api: Api): void {
  document.documentElement.dataset['ready'] = 'true'
  void tick().then(() => arrival.settled())
  if (told) return
  told = true
  let shown = false
  const show = () => {
    if (shown) return
    shown = true
    void api.settings.ready().catch(() => undefined)
    requestAnimationFrame(() => requestAnimationFrame(tell))
  }
  // A hidden window is not painted and gets no frames: waiting for them would
  // only put off its first one. In any other the data are painted after two.
  if (document.visibilityState === 'hidden') return show()
  requestAnimationFrame(() => requestAnimationFrame(show))
  setTimeout(show, 100)
}
