// Pictures of every screen in every look, to look at:
//   node tests/e2e/shots.mjs [part of a name] [full]
// with RAADWIJZER_URL on the real Go side, else on the fake data.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { onGo, open, openBrowser, serve } from './lib.mjs'
import { emptyScreens, isNarrow, lookAt, looks, places, screens } from './screens.mjs'

const folder = fileURLToPath(new URL('./shots', import.meta.url))
mkdirSync(folder, { recursive: true })
const only = process.argv[2] ?? ''

const { base, stop } = await serve()
const browser = await openBrowser()
const first = await open(browser, base)
const all = { ...screens(await places(first)) }
await first.context().close()
if (!onGo) for (const [name, screen] of Object.entries(emptyScreens)) all[`leeg, ${name}`] = { query: screen.asked === false ? '?leeg' : '?niets', ...screen }

for (const [name, { hash, query, act, narrow }] of Object.entries(all)) {
  const wanted = Object.entries(looks).filter(([look, options]) => `${name}-${look}`.includes(only) && !(narrow && !isNarrow(options)))
  if (wanted.length === 0) continue
  const page = await open(browser, base, hash, { query, ...(narrow ? looks['320 px'] : {}) })
  await act?.(page)
  for (const [look, options] of wanted) {
    await lookAt(page, options)
    await page.screenshot({ path: `${folder}/${name}-${look}.png`.replaceAll(' ', '_').replaceAll('%', ''), fullPage: process.argv[3] === 'full' })
  }
  if (page.problems.length > 0) console.log(name, page.problems)
  await page.context().close()
}
await browser.close()
await stop()
