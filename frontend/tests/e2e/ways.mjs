// What a councillor and a clerk do, in one sitting and by keyboard where it
// matters. Works on an empty data folder and leaves data behind for views.mjs.
import assert from 'node:assert/strict'
import { imports } from './imports.mjs'
import { hold, onGo, open } from './lib.mjs'

const h1 = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor()
const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

export async function ways(t, browser, base) {
  const page = await open(browser, base, '#/', { query: onGo ? '' : '?leeg' })
  page.setDefaultTimeout(10_000)
  const body = () => page.getByLabel('Tekst', { exact: true }).filter({ visible: true })
  const plain = () => page.getByRole('button', { name: 'Toon als platte tekst' })
  const markdown = async () => {
    if (await plain().getAttribute('aria-pressed') !== 'true') await plain().click()
    return page.getByRole('textbox', { name: 'Tekst', exact: true }).inputValue()
  }

  await t.test('the first start asks one question', async () => {
    if (await page.getByRole('button', { name: 'Later kiezen' }).count() === 0) return
    await h1(page, 'Welkom. Wat voor functie hebt u?')
    await page.getByLabel('Griffier', { exact: true }).check()
    await page.getByRole('button', { name: 'Ga aan de slag' }).click()
    await h1(page, 'Aan de slag')
    await page.getByText('7 van 9 artikelen').waitFor()
    await page.getByRole('button', { name: 'Begrepen' }).click()
    await page.getByRole('heading', { name: 'Zo werkt het' }).waitFor({ state: 'detached' })
  })

  await t.test('the role filter follows the source page, by arrow keys too', async () => {
    for (const [role, count] of [['Alle', 9], ['Burgemeesters', 9], ['Wethouders', 7], ['Gemeentesecretarissen', 7], ['Raadsleden', 6], ['Griffiers', 7]]) {
      await page.getByRole('radio', { name: new RegExp(`^${role}\\b`) }).check()
      await page.getByText(count === 9 ? /^9 artikelen$/ : `${count} van 9 artikelen`).waitFor()
      assert.equal(await page.getByRole('article').count(), count, role)
    }
    await page.getByRole('radio', { name: /^Griffiers/ }).press('ArrowLeft')
    await page.getByText('6 van 9 artikelen').waitFor()
    await page.getByRole('button', { name: 'Toon alles' }).click()
    await page.getByText(/^9 artikelen$/).waitFor()
  })

  await t.test('an item is found, opened, read and marked', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type('formeren')
    await page.getByText(/^1 van 9 artikelen$/).waitFor()
    // The whole card is the target, not only its title.
    const card = page.getByRole('article').first()
    await card.scrollIntoViewIfNeeded()
    const box = await card.boundingBox()
    await page.mouse.click(box.x + box.width - 20, box.y + box.height - 10)
    await h1(page, /Anders formeren/)
    assert.match(await focused(page), /Anders formeren/)
    assert.match(await page.title(), /Anders formeren.* - Raadwijzer/)
    await page.getByRole('button', { name: 'Markeer als gelezen' }).click()
    await page.getByText('U hebt dit gelezen').waitFor()
  })

  let note = ''
  await t.test('a note is made at the item and stored by itself', async () => {
    await page.getByRole('link', { name: 'Maak een notitie', exact: true }).click()
    await body().waitFor()
    await markdown()
    await body().focus()
    await page.keyboard.type('# Gesprek over de formatie\n\nEerst de **griffier** bellen, dan het coördinatieoverleg.')
    await page.getByText(/^Bewaard om \d\d:\d\d$/).waitFor()
    note = await page.evaluate(() => window.location.hash)
    assert.match(note, /^#\/notities\/.+/)
    await page.getByRole('link', { name: /Anders formeren/ }).waitFor()
    await page.getByLabel('Labels').fill('formatie, griffie')
    await page.getByLabel('Labels').blur()
    await plain().click()
    await page.locator('.rich-text strong', { hasText: 'griffier' }).waitFor()
    // WebKit paints all of a grid or flex box again at each key in it; App.svelte tells.
    const around = await page.locator('.rich-text').evaluate((text) => {
      const found = []
      for (let box = text; box; box = box.parentElement) found.push(getComputedStyle(box).display)
      return found
    })
    assert.deepEqual(around.filter((display) => !['block', 'flow-root'].includes(display)), [])
    await plain().click()
  })

  await t.test('typing goes on while a save is under way', async () => {
    await body().focus()
    await page.keyboard.press('Control+End')
    const save = onGo ? await hold(page, 'Notes.Save') : undefined
    await page.keyboard.type(' en dan nog een lange zin')
    await save?.arrived
    await page.keyboard.type(' die in stukken wordt getypt ')
    await save?.release()
    await page.getByText(/^Bewaard om/).waitFor()
    assert.match(await markdown(), /lange zin die in stukken wordt getypt $/)
  })

  await t.test('what was typed is there after leaving at once and coming back', async () => {
    await body().focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('SLOT')
    await page.keyboard.press('Control+1')
    await h1(page, 'Aan de slag')
    await page.evaluate((hash) => { window.location.hash = hash }, note)
    await body().waitFor()
    assert.match(await markdown(), /SLOT$/)
  })

  await t.test('the trash has a way back that stays in view', async () => {
    await page.getByRole('button', { name: 'Naar prullenbak' }).click()
    await page.getByText('Notitie verwijderd').waitFor()
    await h1(page, 'Notities')
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await body().waitFor()
    assert.match(await markdown(), /SLOT$/)
  })

  await t.test('a run starts with a preview of its dates', async () => {
    await page.keyboard.press('Control+3')
    await h1(page, 'Trajecten')
    await page.getByRole('button', { name: /Start een traject ?: .*ormeren/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Naam van het traject').fill('Formatie 2030')
    await dialog.getByLabel('Gemeente').fill('Gemeente Voorbeelddam')
    await dialog.getByLabel('Verkiezingsdag').fill('2030-03-20')
    await dialog.getByLabel('Verkiezingsdag').dispatchEvent('change')
    await dialog.getByText('3 april 2030').first().waitFor()
    await dialog.getByText(/^Wet: /).first().waitFor()
    await dialog.getByText('Voorstel van Raadwijzer').first().waitFor()
    await dialog.getByRole('button', { name: 'Start dit traject' }).click()
    await h1(page, 'Formatie 2030')
  })

  await t.test('steps are ticked with the space bar and counted', async () => {
    const status = page.getByRole('status').filter({ hasText: /stappen klaar/ })
    const done = async () => Number(/^(\d+) van/.exec((await status.innerText()).trim())[1])
    assert.equal(await done(), 0)
    const first = page.getByRole('checkbox').first()
    await first.focus()
    await page.keyboard.press('Space')
    await page.getByText(/^1 van \d+ stappen klaar/).waitFor()
    assert.ok(await first.isChecked())
    // A choice is one decision, however many directions are chosen.
    const choice = page.getByRole('group', { name: /Kies één of meer/ }).first().getByRole('checkbox')
    await choice.nth(0).check()
    await choice.nth(1).check()
    await page.getByText(/^2 van \d+ stappen klaar/).waitFor()
  })

  await t.test('a step is skipped with a reason only', async () => {
    const row = page.locator('li[id^="step-"]', { has: page.getByRole('checkbox') }).nth(1)
    await row.locator('summary').first().click()
    await row.getByRole('button', { name: 'Overslaan, omdat...' }).click()
    await row.getByLabel('Waarom slaat u deze stap over?').fill('Al geregeld')
    await row.getByRole('button', { name: 'Sla deze stap over' }).click()
    await row.getByText('Reden: Al geregeld').waitFor()
    await page.getByText(/1 stap overgeslagen/).waitFor()
  })

  await t.test('moving election day shows old and new first', async () => {
    await page.getByRole('button', { name: 'Verander deze datum' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Nieuwe datum').fill('2030-03-27')
    await dialog.getByLabel('Nieuwe datum').dispatchEvent('change')
    await dialog.getByText(/^Wordt: /).first().waitFor()
    await dialog.getByRole('button', { name: 'Verander de datums' }).click()
    await page.getByText('De datums zijn veranderd.').waitFor()
    await page.getByRole('complementary').getByText('27 maart 2030').waitFor()
    await page.getByRole('button', { name: 'Sluit deze melding' }).click()
  })

  await t.test('search finds the note inside a compound and without accents', async () => {
    await page.keyboard.press('Control+k')
    await page.getByLabel('Zoek in notities, artikelen en stappen').fill('coordinatie')
    await page.getByText(/^\d+ resulta/).waitFor()
    await page.locator('dialog mark').first().waitFor()
    await page.keyboard.press('ArrowDown')
    assert.match(await focused(page), /Gesprek over de formatie/)
    await page.keyboard.press('Enter')
    await body().waitFor()
    assert.equal(await page.getByRole('dialog').count(), 0)
  })

  await t.test('the keys of F1 work: screens, parts, skip link', async () => {
    for (const [key, title] of [['2', 'Notities'], ['3', 'Trajecten'], ['4', 'Exporteren'], ['5', 'Instellingen'], ['1', 'Aan de slag']]) {
      await page.keyboard.press(`Control+${key}`)
      await h1(page, title)
      await page.waitForFunction((text) => document.activeElement?.textContent === text, title)
    }
    await page.keyboard.press('F6')
    await page.keyboard.press('F6')
    assert.equal(await page.evaluate(() => document.activeElement?.hasAttribute('data-part')), true)
    await page.keyboard.press('F1')
    await page.getByRole('dialog', { name: 'Hulp: alle toetsen' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0) })
    await page.getByRole('link', { name: 'Naar de inhoud' }).focus()
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'content')
  })

  await t.test('after a new start everything is still there', { skip: !onGo }, async () => {
    await page.goto(`${base}/${note}`)
    await page.reload()
    await body().waitFor()
    assert.match(await markdown(), /SLOT$/)
    await page.getByLabel('Labels').waitFor()
    assert.equal(await page.getByLabel('Labels').inputValue(), 'formatie, griffie')
  })

  await t.test('formatted text is stored as Markdown and comes back', async () => {
    await page.keyboard.press('Control+n')
    await h1(page, 'Notities')
    await page.waitForFunction(() => window.location.hash.endsWith('nieuw'))
    await body().waitFor()
    if (await plain().getAttribute('aria-pressed') === 'true') await plain().click()
    await page.getByLabel('Titel van de notitie').focus()
    await page.keyboard.type('Opgemaakt')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Bel de ')
    await page.getByRole('button', { name: 'Vet', exact: true }).click()
    await page.keyboard.type('griffier')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Vet', exact: true, pressed: true }).click()
    await page.keyboard.press('Alt+F10')
    for (let i = 0; i < 7; i++) await page.keyboard.press('ArrowRight')
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Taken')
    await page.keyboard.press('Space')
    await page.keyboard.press('Escape')
    await page.keyboard.type('Zaal huren')
    await page.getByText(/^Bewaard om/).waitFor()
    await page.waitForFunction(() => !window.location.hash.endsWith('nieuw'))
    if (onGo) {
      await page.reload()
      await page.locator('.rich-text strong', { hasText: 'griffier' }).waitFor()
    }
    assert.equal((await markdown()).trimEnd(), 'Bel de **griffier**\n\n- [ ] Zaal huren')
  })

  await imports(t, page, base)

  /**
   * The formatted text has the focus and its cursor is moved with these keys, until it stands where `stands` says: a
   * dialog that closes and a text that has just got the focus both put something back a moment later.
   */
  const moveTo = async (keys, stands) => {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await page.locator('.rich-text').focus()
      for (const key of keys) await page.keyboard.press(key)
      await page.evaluate(() => new Promise((done) => { setTimeout(done, 100) }))
      if (await page.evaluate(stands)) return
    }
    assert.fail('the cursor does not come where the keys bring it')
  }

  await t.test('a note hangs on a part and a meeting, refers to another by keyboard, and that one leads back', async () => {
    await page.evaluate(() => { window.location.hash = '#/artikel/raad-in-beraad' })
    await h1(page, 'Raad in Beraad')
    await page.getByRole('link', { name: /^Maak een notitie bij dit deel/ }).first().click()
    await body().waitFor()
    if (await plain().getAttribute('aria-pressed') === 'true') await plain().click()
    await page.getByLabel('Titel van de notitie').fill('Bij het deel')
    await body().focus()
    await page.keyboard.type('Zie ')
    await page.keyboard.press('Alt+F10')
    await page.keyboard.press('End')
    while (await page.evaluate(() => document.activeElement?.getAttribute('aria-label')) !== 'Verwijs naar een notitie') await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.getByLabel('Zoek op titel').waitFor()
    await page.keyboard.type('opgem')
    await page.getByText('1 notitie gevonden').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.rich-text .note-link', { hasText: '[[Opgemaakt]]' }).waitFor()
    await page.keyboard.type(' en [[nog te schrijven]]')
    const links = page.getByRole('region', { name: 'Verwijzingen in deze notitie' })
    await links.getByRole('button', { name: /^Maak deze notitie/ }).waitFor()
    await page.getByRole('link', { name: /^Raad in Beraad: / }).waitFor()

    await page.getByRole('button', { name: 'Verander waar deze notitie bij hoort' }).click()
    await page.getByLabel('Onderwerp van de vergadering').fill('Raad: begroting')
    await page.getByLabel('Datum van de vergadering').fill('2026-11-05')
    await page.keyboard.press('Enter')
    await page.getByText('Vergadering: Raad: begroting, 5 november 2026').waitFor()
    await page.getByRole('link', { name: /^Raad in Beraad: / }).waitFor()

    // The cursor stands before the words of the reference; Ctrl+Enter opens it.
    await moveTo(['Control+Home', ...Array(8).fill('ArrowRight')], () =>
      document.activeElement?.matches('.rich-text') && window.getSelection()?.anchorNode?.parentElement?.closest('[data-note=Opgemaakt]'))
    await page.keyboard.press('Control+Enter')
    await page.getByRole('region', { name: 'Verwijzingen naar deze notitie' }).getByRole('link', { name: 'Bij het deel' }).waitFor()
    assert.equal(await page.getByLabel('Titel van de notitie').inputValue(), 'Opgemaakt')
    await page.getByLabel('Titel van de notitie').fill('Anders genoemd')
    await page.getByLabel('Titel van de notitie').blur()
    await page.getByText(/^Bewaard om/).waitFor()
    await page.getByRole('region', { name: 'Verwijzingen naar deze notitie' }).getByRole('link', { name: 'Bij het deel' }).click()
    await links.getByRole('link', { name: 'Anders genoemd' }).waitFor()
    assert.match(await markdown(), /^Zie \[\[Opgemaakt\]\] en \[\[nog te schrijven\]\]$/)
    await plain().click()
  })

  await t.test('typing "[[" offers titles, that only an arrow key chooses', async () => {
    await moveTo(['Control+End'], () => {
      const cursor = window.getSelection()
      const text = document.activeElement
      return text?.matches('.rich-text') && text.lastElementChild?.contains(cursor.anchorNode) && cursor.anchorOffset > 0
    })
    await page.keyboard.press('Enter')
    await page.keyboard.type('[[gespr')
    const list = page.getByRole('listbox', { name: 'Verwijs naar een notitie' })
    await list.waitFor()
    await page.getByRole('status').filter({ hasText: /om naar te verwijzen/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    const option = list.getByRole('option', { selected: true })
    assert.match(await option.innerText(), /^Gesprek over de formatie/)
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant')), await option.getAttribute('id'))
    const inside = await page.evaluate(() => {
      const box = document.querySelector('[role=listbox]').getBoundingClientRect()
      return box.left >= 0 && box.right <= window.innerWidth
    })
    assert.ok(inside, 'the list lies within the window')
    await page.keyboard.press('Enter')
    await list.waitFor({ state: 'detached' })
    await page.locator('.rich-text .note-link', { hasText: '[[Gesprek over de formatie' }).waitFor()
    await page.keyboard.type(' [[ges')
    await list.waitFor()
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await page.keyboard.type('slot')
    await page.getByText(/^Bewaard om/).waitFor()
    assert.match(await markdown(), /\[\[Gesprek over de formatie[^\n]* \\\[\\?\[ges\n\nslot$/)
    await plain().click()
  })

  await t.test('a tag is renamed everywhere by keyboard, while a note with it is open', async () => {
    await page.evaluate((hash) => { window.location.hash = hash }, note)
    await page.getByLabel('Labels', { exact: true }).waitFor()
    await page.locator('section[aria-label="Lijst van notities"] summary').click()
    await page.getByRole('button', { name: 'Labels beheren' }).click()
    const dialog = page.getByRole('dialog', { name: 'Labels beheren' })
    await dialog.getByRole('button', { name: /^Verander de naam ?: griffie$/ }).press('Enter')
    await page.keyboard.type('Griffie en raad')
    await page.keyboard.press('Enter')
    await dialog.getByText('‘griffie’ heet nu ‘Griffie en raad’ (1 notitie).').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some((one) => one.value === 'formatie, Griffie en raad'))
  })

  await t.test('no script error, no blocked resource, no request to elsewhere', () => {
    assert.deepEqual(page.problems, [])
  })
  await page.context().close()
}
