// Every screen and dialog, with what must be done to see it; for the checks
// of views.mjs and for the pictures of shots.mjs. `narrow` says that it is
// there in a narrow window only. See states.mjs for what needs more.
import assert from 'node:assert/strict'

export const openAll = (page) => page.evaluate(() => { for (const one of document.querySelectorAll('main details')) one.open = true })

/** Fills a field of a date as its picker does. */
export async function pick(field, date) {
  await field.fill(date)
  await field.dispatchEvent('change')
}

/** Opens the lectern of the note on the screen. */
export async function lectern(page) {
  await page.keyboard.press('F9')
  await page.getByRole('dialog').getByText('Einde van de tekst.').waitFor()
}

const button = (page, name) => page.getByRole('button', { name }).first()

/** Presses a button and waits for its dialog, whose name is another when it is given. */
export const dialog = (name, title = name) => async (page) => {
  await button(page, name).click()
  await page.getByRole('dialog', { name: title }).waitFor()
}

async function search(page, words) {
  await page.keyboard.press('Control+k')
  await page.getByLabel('Zoek in notities, artikelen en stappen').fill(words)
  await page.getByRole('dialog').getByText(/^(Meer dan )?\d+ resulta|^Niets gevonden/).first().waitFor()
}

/** The screens on which everything else depends: a note, a run and a second run to compare. */
export async function places(page) {
  const first = async (hash, selector) => {
    await page.evaluate((to) => { window.location.hash = to }, hash)
    const link = page.locator(selector).first()
    await link.waitFor()
    return link.getAttribute('href')
  }
  const note = await first('#/notities', 'section li a[href^="#/notities/"]')
  const run = await first('#/trajecten', 'article a[href^="#/trajecten/"]')
  const runs = await page.locator('article h2 a[href^="#/trajecten/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  return { note, run, other: (runs[1] ?? '').replace('#/trajecten/', '') }
}

const libraryScreens = () => ({
  'Aan de slag': { hash: '#/' },
  'niets gevonden': {
    hash: '#/',
    act: async (page) => {
      await page.getByLabel('Zoek in de artikelen').fill('xyzzy')
      await page.getByText('Geen artikelen gevonden.').waitFor()
    },
  },
  'een artikel': { hash: '#/artikel/anders-formeren', act: openAll },
  'zoeken': { hash: '#/', act: (page) => search(page, 'raad') },
  'zoeken, niets gevonden': { hash: '#/', act: (page) => search(page, 'xyzzy') },
  'zoeken met keuzes': {
    hash: '#/',
    act: async (page) => {
      await search(page, 'raad')
      await pick(page.getByLabel('Gewijzigd vanaf'), '2020-01-01')
      await page.getByText('Met een label of een datum zoekt u alleen in notities.').waitFor()
    },
  },
  'handleiding': { hash: '#/hulp?deel=reservekopieen' },
  'hulp': { hash: '#/', act: (page) => page.keyboard.press('F1') },
  'menu': { hash: '#/', narrow: true, act: (page) => page.getByRole('button', { name: 'Menu' }).click() },
})

const noteScreens = (note) => ({
  'Notities': { hash: '#/notities', act: openAll },
  'een notitie': { hash: note, act: openAll },
  'een notitie als platte tekst': {
    hash: note,
    act: async (page) => {
      await button(page, 'Toon als platte tekst').click()
      await page.getByRole('textbox', { name: 'Tekst', exact: true }).waitFor()
    },
  },
  'een nieuwe notitie': { hash: '#/notities/nieuw' },
  'prullenbak': { hash: '#/notities?prullenbak=1' },
  'sjablonen': { hash: '#/notities', act: dialog('Met een sjabloon', 'Nieuwe notitie met een sjabloon') },
  'waar een notitie bij hoort': {
    hash: note,
    act: async (page) => {
      await dialog('Verander waar deze notitie bij hoort', 'Waar hoort deze notitie bij?')(page)
      await page.getByLabel('Artikel of traject').selectOption('item')
      await page.getByLabel('Artikel', { exact: true }).selectOption('anders-formeren')
      await page.getByLabel('Deel van het artikel').waitFor()
    },
  },
  'verwijs naar een notitie': {
    hash: note,
    act: async (page) => {
      await dialog('Verwijs naar een notitie')(page)
      await page.getByText(/notities? gevonden/).waitFor()
    },
  },
  'een link': { hash: note, act: dialog('Link') },
  'labels beheren': {
    hash: '#/notities',
    act: async (page) => {
      await openAll(page)
      await dialog('Labels beheren')(page)
      await button(page, /^Verander de naam/).click()
      await page.getByLabel('Nieuwe naam').waitFor()
    },
  },
  'importeren': { hash: '#/notities', act: dialog('Importeren', 'Notities importeren') },
  'spreekweergave': { hash: note, act: lectern },
  'spreekweergave, de grootste letters': {
    hash: note,
    act: async (page) => {
      await lectern(page)
      for (let i = 0; i < 8; i++) await page.keyboard.press('+')
    },
  },
})

const runScreens = (run, other) => ({
  'Trajecten': { hash: '#/trajecten', act: openAll },
  'een traject': { hash: run, act: openAll },
  'start een traject': {
    hash: '#/trajecten?start=anders-formeren',
    act: async (page) => {
      await pick(page.getByLabel('Verkiezingsdag'), '2030-03-20')
      await page.getByText('Deze datums krijgt u').waitFor()
    },
  },
  'verander de datum': { hash: run, act: async (page) => {
    await button(page, /deze datum$/).click()
    await page.getByLabel('Nieuwe datum').waitFor()
  } },
  'een eigen stap': { hash: run, act: async (page) => {
    await button(page, /^Eigen stap toevoegen/).click()
    await page.getByLabel('Wat moet er gebeuren?').waitFor()
  } },
  'naam en raadsperiode': { hash: run, act: dialog('Naam en raadsperiode') },
  'bewaar als eigen checklist': { hash: run, act: dialog('Bewaar als eigen checklist') },
  'vergelijk met een ander traject': { hash: run, act: dialog('Vergelijk met een ander traject') },
  ...(other ? { 'twee trajecten naast elkaar': { hash: `${run}?naast=${other}` } } : {}),
})

const settingScreens = () => ({
  'Exporteren': { hash: '#/exporteren', act: (page) => page.getByRole('radio', { name: 'Een keuze uit notities' }).check() },
  'Exporteren, bladzijden': {
    hash: '#/exporteren',
    act: async (page) => {
      await page.getByRole('radio', { name: 'Een artikel' }).check()
      await button(page, 'Bekijk de bladzijden').click()
      await page.getByRole('img', { name: /^Bladzijde 1 van/ }).waitFor()
      await page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0))
    },
  },
  'Exporteren, een traject': { hash: '#/exporteren', act: (page) => page.getByRole('radio', { name: 'Een traject' }).check() },
  'Exporteren, overdracht': { hash: '#/exporteren', act: (page) => page.getByRole('radio', { name: 'Een overdrachtsdossier' }).check() },
  'Instellingen': { hash: '#/instellingen', act: openAll },
  'alles verwijderen': {
    hash: '#/instellingen',
    act: async (page) => {
      await dialog('Bekijk wat er weggaat', 'Alles verwijderen')(page)
      await page.getByRole('checkbox', { name: /^Verwijder ook|^Houd ook/ }).check()
      await page.getByRole('checkbox', { name: /^Ik begrijp/ }).waitFor()
    },
  },
  'een reservekopie maken': {
    hash: '#/instellingen',
    act: async (page) => {
      await dialog('Maak een reservekopie', 'Reservekopie maken')(page)
      await page.getByRole('checkbox', { name: /met een wachtwoord/ }).check()
      await page.getByLabel('Wachtwoord', { exact: true }).waitFor()
    },
  },
})

/** Every screen that needs nothing but the data of ways.mjs. */
export const screens = ({ note, run, other }) =>
  ({ ...libraryScreens(), ...noteScreens(note), ...runScreens(run, other), ...settingScreens() })

/** What there is when there is nothing yet. The name of each is that of its full one. */
export const emptyScreens = {
  'de eerste vraag': { hash: '#/', asked: false },
  'Aan de slag': { hash: '#/' },
  'Notities': { hash: '#/notities' },
  'prullenbak': { hash: '#/notities?prullenbak=1' },
  'Trajecten': { hash: '#/trajecten', act: openAll },
  'Exporteren': { hash: '#/exporteren' },
  'Exporteren, een keuze': { hash: '#/exporteren', act: (page) => page.getByRole('radio', { name: 'Een keuze uit notities' }).check() },
  'Exporteren, een traject': { hash: '#/exporteren', act: (page) => page.getByRole('radio', { name: 'Een traject' }).check() },
  'Instellingen': { hash: '#/instellingen', act: openAll },
}

/** How a screen is looked at. */
export const looks = {
  'licht': { width: 1280, height: 800 },
  'donker': { width: 1280, height: 800, dark: true },
  'hoog contrast': { width: 1280, height: 800, forced: true },
  '320 px': { width: 320, height: 640 },
  '200 %': { width: 1280, height: 900, text: 200 },
  '200 %, smal': { width: 640, height: 800, text: 200 },
  '400 px': { width: 400, height: 800 },
  '800 px': { width: 800, height: 800 },
  '1920 px': { width: 1920, height: 1080 },
}

export const isNarrow = ({ width, text = 100 }) => width / (text / 100) < 52 * 16

/** Changes how an open page is looked at, and waits until it has settled. */
export async function lookAt(page, { width, height, dark = false, forced = false, text = 100 }) {
  const wanted = dark ? 'dark' : 'light'
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme: wanted, forcedColors: forced ? 'active' : 'none', reducedMotion: 'reduce' })
  await page.waitForFunction((stand) => document.documentElement.dataset.kleurstand === stand, wanted)
  // The program sets the size of the text itself when the colours change.
  await page.evaluate((size) => { document.documentElement.style.fontSize = `${size}%` }, text)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  assert.equal(await page.evaluate(() => document.documentElement.style.fontSize), `${text}%`)
}
