// Pictures of every screen in every look, to look at:
//   node tests/e2e/shots.mjs [part of a name] [full]
// with RAADWIJZER_URL on the real Go side, else on the fake data. RAADWIJZER_SHOTS
// names another folder than tests/e2e/shots.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { onGo, open, openBrowser, serve, teller } from './lib.mjs'
import { furnish, rare, told } from './rare.mjs'
import { emptyScreens, isNarrow, lookAt, looks, places, screens } from './screens.mjs'

const folder = process.env.RAADWIJZER_SHOTS ?? fileURLToPath(new URL('./shots', import.meta.url))
mkdirSync(folder, { recursive: true })
const only = process.argv[2] ?? ''

const { base, stop } = await serve()
const browser = await openBrowser()
const first = await open(browser, base)
const later = first.getByRole('button', { name: 'Later kiezen' })
if (onGo && await later.count()) await later.click()
const found = onGo ? await furnish(first, teller(base)) : undefined
const seldom = found ? { ...rare(found), ...told(found, teller(base)) } : {}
const all = { ...screens(await places(first)), ...seldom }
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
