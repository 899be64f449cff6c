import type { Api } from './api/api'

let told = false

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
  }
  // After two frames the data are painted. A hidden window may get no frames
  // at all, so it does not wait for them for ever.
  requestAnimationFrame(() => requestAnimationFrame(show))
  setTimeout(show, 100)
}
