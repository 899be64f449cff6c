// Removing everything, on the real Go side and its real files.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { open, refuse } from './lib.mjs'

const marker = 'geheimwoordje'

/** The files of a folder in whose bytes the marker stands. */
const holding = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((one) => one.isFile() && readFileSync(join(one.parentPath, one.name)).includes(marker))
  .map((one) => one.name)

export async function erase(t, browser, base) {
  const state = async () => (await fetch(`${base}/harness/state`)).json()
  const firstQuestion = (page) => page.getByRole('heading', { level: 1, name: 'Welkom. Wat voor functie hebt u?' }).waitFor()

  /** A program with two notes, one of which could not be stored, and the question on the screen. */
  async function asked() {
    await fetch(`${base}/harness/reset`, { method: 'POST' })
    const page = await open(browser, base)
    await page.getByRole('button', { name: 'Later kiezen' }).click()
    await page.evaluate(async (text) => {
      await window.go.app.Notes.Create({ title: '', body: `Over ${text}. `.repeat(500), item: '', part: '', run: '', step: '' })
    }, marker)
    const { data } = await state()
    assert.ok(holding(data).length > 0)
    await refuse(page, 'Notes.Create', 'disk_full')
    await page.evaluate(() => { window.location.hash = '#/notities/nieuw' })
    await page.getByLabel('Titel van de notitie').fill(`Nooit bewaard ${marker}`)
    await page.getByText('Bewaren lukt niet. Uw tekst staat nog in beeld.').waitFor()
    await page.evaluate(() => { window.location.hash = '#/instellingen' })
    await page.getByRole('button', { name: 'Naar de notitie' }).waitFor()
    await page.getByRole('button', { name: 'Bekijk wat er weggaat' }).press('Enter')
    await page.getByRole('dialog', { name: 'Alles verwijderen' }).getByText('1 notitie, met de eerdere teksten').waitFor()
    return { page, data }
  }

  await t.test('by keyboard, for good: nothing is left in any file, and what waited does not come back', async () => {
    const { page, data } = await asked()
    await page.getByRole('checkbox', { name: 'Houd ook geen reservekopie op deze computer' }).press('Space')
    await page.getByRole('checkbox', { name: /^Ik begrijp/ }).press('Space')
    await page.getByRole('button', { name: 'Verwijder alles' }).press('Enter')
    await firstQuestion(page)
    await page.getByRole('status').getByText('Al uw gegevens zijn voorgoed verwijderd.').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1')
    assert.deepEqual(holding(data), [])
    await page.unroute('**/wails/call')
    await fetch(`${base}/harness/emit`, { method: 'POST', body: JSON.stringify({ event: 'flush' }) })
    await page.waitForFunction(async (url) => (await (await fetch(`${url}/harness/state`)).json()).quit, base)
    assert.deepEqual(holding(data), [])
    await page.reload()
    await firstQuestion(page)
    await page.getByRole('button', { name: 'Later kiezen' }).click()
    await page.evaluate(() => { window.location.hash = '#/notities' })
    await page.getByText('U hebt nog geen notities.').waitFor()
    assert.deepEqual(page.problems, [])
    await page.context().close()
  })

  await t.test('kept as a copy, and put back', async () => {
    const { page, data } = await asked()
    await page.getByRole('button', { name: 'Verwijder alles' }).click()
    await firstQuestion(page)
    assert.ok(holding(data).every((name) => name.startsWith('voor-verwijderen-')), String(holding(data)))
    await page.getByRole('button', { name: 'Zet terug' }).click()
    await page.getByText('Uw gegevens staan weer terug.').waitFor()
    await page.evaluate(() => { window.location.hash = '#/notities' })
    await page.getByRole('link', { name: new RegExp(`^Over ${marker}`) }).waitFor()
    await page.getByText('1 notitie', { exact: true }).waitFor()
    assert.deepEqual(page.problems, [])
    await page.context().close()
  })
}
