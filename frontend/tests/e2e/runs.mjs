// A run by hand, on the keyboard where that is what is tried: own steps, undo,
// the photo of a triangle, another run with the same steps, and two runs
// beside each other. Each new view is looked at by axe and at 320 px too.
import assert from 'node:assert/strict'
import { axe, open, tooWide } from './lib.mjs'

export async function runs(t, browser, base) {
  const page = await open(browser, base, '#/trajecten')
  const h1 = (name) => page.getByRole('heading', { level: 1, name }).waitFor()
  const later = page.getByRole('button', { name: 'Later kiezen' })
  if (await later.count()) await later.click()

  async function start(template, name, date) {
    await page.evaluate((hash) => { window.location.hash = hash }, `#/trajecten?start=${template}`)
    const dialog = page.getByRole('dialog', { name: 'Start een traject' })
    await dialog.getByLabel('Naam van het traject').fill(name)
    const anchor = dialog.locator('input[type=date]')
    await anchor.fill(date)
    await anchor.dispatchEvent('change')
    await dialog.getByText('Deze datums krijgt u').waitFor()
    await dialog.getByRole('button', { name: 'Start dit traject' }).click()
    await h1(name)
    return page.url().split('#')[1]
  }
  async function sound(what) {
    assert.deepEqual(await axe(page), [], what)
    const size = page.viewportSize()
    await page.setViewportSize({ width: 320, height: 640 })
    assert.deepEqual(await tooWide(page), [], `${what} scrolls sideways`)
    assert.deepEqual(await axe(page), [], `${what} at 320 px`)
    await page.setViewportSize(size)
  }

  let formation = ''
  await t.test('a redivision has its own calendar', async () => {
    formation = await start('anders-formeren', 'Formatie na herindeling', '2026-11-18')
    await page.getByText('Herindelingsverkiezing').first().waitFor()
    await page.locator('summary', { hasText: 'Datums van deze verkiezing' }).click()
    await page.getByText('4 januari 2027').first().waitFor()
    assert.equal(await page.getByText('2 december 2026').count(), 0)
    const later = page.getByRole('button', { name: 'Niet nu' })
    if (await later.count()) await later.click()
  })

  await t.test('a step of one’s own is added, moved by key, and taken back', async () => {
    await page.getByRole('button', { name: 'Eigen stap toevoegen bij Deelnemers' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Bel de dorpsraden')
    await page.keyboard.press('Enter')
    const own = page.locator('li[id^="step-"]', { hasText: 'Bel de dorpsraden' })
    await own.getByText('Door u toegevoegd').first().waitFor()
    await own.getByRole('checkbox').first().focus()
    await page.keyboard.press('Alt+ArrowUp')
    await page.getByText(/Verplaatst: nu stap \d bij Deelnemers/).waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('li')?.textContent?.includes('Bel de dorpsraden'))
    await own.locator('summary').first().click()
    await own.getByLabel('Wie doet dit?').fill('de griffier')
    await page.keyboard.press('Tab')
    await own.getByText('Wie: de griffier').waitFor()
    await sound('a run with a step of one’s own')
    await page.locator('h1').focus()
    const last = page.locator('li[id^="step-"]:last-child', { hasText: 'Bel de dorpsraden' })
    assert.equal(await last.count(), 0)
    await page.keyboard.press('Control+z')
    await page.getByText('De laatste wijziging is ongedaan gemaakt.').waitFor()
    await own.getByText('Wie: de griffier').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await last.waitFor() // where it was before it was moved
    await page.keyboard.press('Control+z')
    await own.waitFor({ state: 'detached' })
    await page.locator('summary', { hasText: 'Logboek' }).click()
    await page.getByText('Ongedaan gemaakt: Stap toegevoegd').waitFor()
  })

  await t.test('the picture of time says what its table says', async () => {
    await page.locator('summary', { hasText: 'Dit traject in de tijd' }).click()
    await page.locator('summary', { hasText: 'Toon de datums als tabel' }).click()
    const marks = await page.locator('svg[role=img]').locator('rect.law, circle, path.late, line.anchor').count()
    assert.ok(marks > 3, `${marks} marks`)
    assert.equal(await page.locator('details.table tbody tr').count(), marks)
    await sound('the picture of time')
  })

  await t.test('the photo of a triangle holds three answers side by side', async () => {
    await start('lokale-driehoeken', 'Onze eigen driehoek', '2026-09-01')
    const photo = page.locator('li[id^="step-"]', { hasText: 'Leg de drie uitkomsten naast elkaar' })
    await photo.getByLabel('Nieuwe vraag').fill('Waar zijn wij trots op?')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type('De rust')
    await page.keyboard.press('Tab')
    await page.keyboard.type('De agenda')
    await page.keyboard.press('Tab')
    await page.keyboard.type('De sfeer')
    await page.keyboard.press('Tab')
    await sound('the photo')
    await page.reload()
    await photo.waitFor()
    const answers = await photo.getByRole('textbox', { name: /antwoord van/ }).evaluateAll((all) => all.map((one) => one.value))
    if (process.env.RAADWIJZER_URL) assert.deepEqual(answers, ['De rust', 'De agenda', 'De sfeer'])
  })

  await t.test('the dialogs of a run, and two runs beside each other', { skip: !process.env.RAADWIJZER_URL }, async () => {
    await page.evaluate((hash) => { window.location.hash = hash }, formation)
    await h1('Formatie na herindeling')
    for (const name of ['Naam en raadsperiode', 'Bewaar als eigen checklist', 'Vergelijk met een ander traject']) {
      await page.getByRole('button', { name }).click()
      await page.getByRole('dialog', { name }).waitFor()
      await sound(name)
      await page.keyboard.press('Escape')
    }
    await page.getByRole('link', { name: 'Begin een nieuw traject met deze stappen' }).click()
    await page.getByText(/U neemt de stappen over van/).waitFor()
    await page.getByLabel('Naam van het traject').fill('Volgende formatie')
    await page.getByRole('button', { name: 'Start dit traject' }).click()
    await h1('Volgende formatie')
    await page.getByRole('button', { name: 'Vergelijk met een ander traject' }).click()
    await page.getByLabel('Met welk traject?').selectOption({ label: 'Formatie na herindeling, vanaf 2027' })
    await page.getByRole('button', { name: 'Leg naast elkaar' }).click()
    await h1('Volgende formatie naast Formatie na herindeling')
    await sound('two runs beside each other')
  })

  await t.test('nothing went wrong on the way', () => assert.deepEqual(page.problems, []))
  await page.context().close()
}
