// Pictures of every screen, to look at: node tests/e2e/shots.mjs [name part]
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { open, openBrowser, serve } from './lib.mjs'

const folder = fileURLToPath(new URL('./shots', import.meta.url))
mkdirSync(folder, { recursive: true })
const only = process.argv[2] ?? ''

const screens = {
  start: { hash: '#/' },
  welkom: { hash: '#/', query: '?leeg' },
  artikel: { hash: '#/artikel/anders-formeren' },
  notities: { hash: '#/notities' },
  notitie: { hash: '#/notities/n-3' },
  trajecten: { hash: '#/trajecten' },
  traject: { hash: '#/trajecten/r-1' },
  exporteren: { hash: '#/exporteren' },
  instellingen: { hash: '#/instellingen' },
  reservekopie: { hash: '#/instellingen', act: async (page) => {
    await page.getByRole('button', { name: 'Maak een reservekopie' }).click()
    await page.getByRole('checkbox', { name: /met een wachtwoord/ }).check()
  } },
  starttraject: { hash: '#/trajecten?start=anders-formeren', act: async (page) => {
    await page.getByLabel('Verkiezingsdag').fill('2030-03-20')
    await page.getByLabel('Verkiezingsdag').dispatchEvent('change')
    await page.getByText('Deze datums krijgt u').waitFor()
  } },
  sjablonen: { hash: '#/notities', act: async (page) => {
    await page.getByRole('button', { name: 'Met een sjabloon' }).click()
    await page.getByRole('button', { name: 'Draaiboek vergadering' }).waitFor()
  } },
  spreekweergave: { hash: '#/notities/n-3', act: async (page) => {
    await page.keyboard.press('F9')
    await page.getByText('Einde van de tekst.').waitFor()
  } },
  zoeken: { hash: '#/', act: async (page) => {
    await page.keyboard.press('Control+k')
    await page.getByLabel('Zoek in notities, artikelen en stappen').fill('griffie')
    await page.getByText(/^\d+ resultaten/).first().waitFor()
  } },
  handleiding: { hash: '#/hulp' },
  hulp: { hash: '#/', act: (page) => page.keyboard.press('F1') },
}
const sizes = {
  breed: { width: 1280, height: 800 },
  donker: { width: 1280, height: 800, dark: true },
  midden: { width: 800, height: 900 },
  smal: { width: 400, height: 860 },
  heelsmal: { width: 320, height: 700 },
  groot: { width: 1280, height: 900, text: 200 },
}

const { base, stop } = await serve()
const browser = await openBrowser()
for (const [name, { hash, query, act }] of Object.entries(screens)) {
  for (const [size, look] of Object.entries(sizes)) {
    const file = `${name}-${size}`
    if (!file.includes(only)) continue
    const page = await open(browser, base, hash, { ...look, query })
    await act?.(page)
    await page.screenshot({ path: `${folder}/${file}.png`, fullPage: process.argv[3] === 'full' })
    if (page.problems.length > 0) console.log(file, page.problems)
    await page.context().close()
  }
}
await browser.close()
await stop()
