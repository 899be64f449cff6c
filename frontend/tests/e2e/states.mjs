// The screens that something has to happen for, and those with nothing or very
// much on them, on the real Go side.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vault } from './imports.mjs'
import { open, refuse, teller } from './lib.mjs'
import { furnish, rare, told } from './rare.mjs'
import { dialog, emptyScreens, looks, places, screens } from './screens.mjs'
import { everyLook, everyScreen } from './views.mjs'

export async function states(t, browser, base) {
  const tell = teller(base)
  const page = await open(browser, base)
  const { note } = await places(page)
  const folder = vault()
  const found = await furnish(page, tell)
  await page.context().close()
  const text = (on) => on.getByLabel('Tekst', { exact: true }).filter({ visible: true })
  const type = async (on) => {
    await text(on).focus()
    await on.keyboard.press('Control+End')
    await on.keyboard.type(' x')
  }
  const unsaved = async (on) => {
    await refuse(on, 'Notes.Save', 'disk_full')
    await type(on)
    await on.getByText('Bewaren lukt niet. Uw tekst staat nog in beeld.').waitFor()
  }

  const all = {
    'bewaren lukt niet': { hash: note, act: unsaved },
    'bewaard op een andere plek': { hash: note, act: async (on) => {
      await unsaved(on)
      await on.getByRole('button', { name: /^Bewaar op een andere plek/ }).click()
      await on.getByText(/^Uw tekst staat in .*\.md\. /).waitFor()
      const { saved } = await (await fetch(`${base}/harness/state`)).json()
      assert.match(readFileSync(saved.at(-1), 'utf8'), /^---\nid: [^]*\n---\n[^]* x$/)
    } },
    'niet alles is bewaard': { hash: note, act: async (on) => {
      await unsaved(on)
      await tell('emit', { event: 'flush' })
      const closing = on.getByRole('dialog', { name: 'Niet alles is bewaard' })
      await closing.getByRole('button', { name: /^Bewaar op een andere plek/ }).click()
      await closing.getByText(/^Uw tekst staat in /).waitFor()
    } },
    'twee teksten': { hash: note, act: async (on) => {
      await text(on).waitFor()
      await on.evaluate(async (id) => {
        const { Get, Save } = window.go.app.Notes
        const { rev, titleGiven, title, body } = await Get(id)
        await Save({ id, rev, title: titleGiven ? title : '', body: `${body}\n\nVan een ander.`, keepOld: false })
      }, note.replace('#/notities/', ''))
      await type(on)
      await on.getByRole('heading', { name: 'Er zijn twee teksten' }).waitFor()
    } },
    'beschadigde gegevens': { hash: '#/', act: async (on) => {
      await tell('emit', { event: 'damaged' })
      await on.getByText('Uw gegevens zijn beschadigd.').waitFor()
    } },
    'een import die deels lukt': { hash: '#/notities', act: async (on) => {
      await tell('dialogs', { Open: folder })
      await dialog('Importeren', 'Notities importeren')(on)
      await on.getByRole('button', { name: 'Kies een map' }).click()
      await on.getByText('1 bestand is niet ingelezen:').waitFor()
    } },
    'een export die klaar is': { hash: '#/exporteren', act: async (on) => {
      await on.getByRole('button', { name: 'Kies waar u het bewaart' }).click()
      await on.getByText(/^Klaar\. /).waitFor()
    } },
    'een reservekopie terugzetten': { hash: '#/instellingen', act: async (on) => {
      await dialog('Maak een reservekopie', 'Reservekopie maken')(on)
      await on.getByRole('button', { name: 'Kies waar u de kopie bewaart' }).click()
      await on.getByText('De reservekopie is gecontroleerd').waitFor()
      const { saved } = await (await fetch(`${base}/harness/state`)).json()
      await tell('dialogs', { Open: saved.at(-1) })
      await dialog('Zet een reservekopie terug', 'Deze reservekopie terugzetten?')(on)
    } },
    ...told(found, tell),
  }
  // Large letters on a wide screen give axe nothing that the others do not.
  const named = Object.keys(looks).filter((look) => look !== '200 %')
  // One after another: what a test tells the harness is for one page.
  for (const [name, screen] of Object.entries(all)) await everyLook(t, browser, base, name, screen, named)
  await everyScreen(t, browser, base, rare(found), named)
  rmSync(folder, { recursive: true })
}

// How much there is changes no colour.
const shapes = ['licht', '320 px', '200 %, smal']
const long = 'Bereikbaarheidsonderzoek gemeenteraadscommissie Ruimtelijke Ordening en Volkshuisvesting over https://voorbeeld.example/een/heel/lang/adres/zonder/einde'

/** Many notes, many labels and long names, as files to import. */
function crowd() {
  const folder = mkdtempSync(join(tmpdir(), 'raadwijzer-e2e-'))
  for (let i = 0; i < 1200; i++) {
    writeFileSync(join(folder, `${i}.md`), `---\ntitle: "${i % 3 ? `Notitie ${i}` : `${i} ${long}`}"\ntags: [label${i % 60}, "${'zeerlanglabel'.repeat(4)}"]\n---\nTekst ${i}. ${long}\n`)
  }
  return folder
}

export async function amounts(t, browser, base) {
  await fetch(`${base}/harness/reset`, { method: 'POST' })
  for (const [name, screen] of Object.entries(emptyScreens)) {
    if (screen.asked !== false) {
      const page = await open(browser, base)
      const later = page.getByRole('button', { name: 'Later kiezen' })
      if (await later.count()) await later.click()
      await page.getByRole('heading', { level: 1, name: 'Aan de slag' }).waitFor()
      await page.context().close()
    }
    await everyLook(t, browser, base, `leeg, ${name}`, screen, shapes)
  }

  const folder = crowd()
  const page = await open(browser, base, '#/notities')
  await fetch(`${base}/harness/dialogs`, { method: 'POST', body: JSON.stringify({ Open: folder }) })
  await dialog('Importeren', 'Notities importeren')(page)
  await page.getByRole('button', { name: 'Kies een map' }).click()
  await page.getByText('1.200 notities ingelezen.').waitFor({ timeout: 120_000 })
  for (const name of [long.slice(0, 140), 'Formatie']) {
    await page.evaluate((hash) => { window.location.hash = hash }, '#/trajecten?start=anders-formeren')
    await page.getByLabel('Naam van het traject').fill(name)
    await page.getByLabel('Gemeente').fill('Gemeente Nieuwerkerk-Noordoostpolderwijkerland')
    await page.getByRole('button', { name: 'Start dit traject' }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }
  const all = screens(await places(page))
  await page.context().close()
  const names = ['Aan de slag', 'Notities', 'een notitie', 'labels beheren', 'verwijs naar een notitie', 'zoeken', 'Trajecten', 'een traject', 'Exporteren']
  await everyScreen(t, browser, base, Object.fromEntries(names.map((one) => [`veel, ${one}`, all[one]])), shapes)
  rmSync(folder, { recursive: true })
}
