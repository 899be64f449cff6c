import type { Api } from './api/api'

let told = false
let tell: () => void

/** Fulfilled when the first screen was painted: the rest may be loaded. */
export const painted = new Promise<void>((resolve) => (tell = resolve))

/**
 * The first screen shows its data: the window may appear (without a white
 * flash), and tests and screenshots may begin.
 */
export function tellReady(api: Api): void {
  document.documentElement.dataset['ready'] = 'true'
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
