// Every view: axe in light and dark, no sideways scrolling at 320 px or at
// 200 % text, one h1, a visible focus.
import assert from 'node:assert/strict'
import { axe, go, open, tooWide } from './lib.mjs'

async function hrefs(browser, base, hash, selector) {
  const page = await open(browser, base, hash)
  await page.locator(selector).first().waitFor()
  const href = await page.locator(selector).first().getAttribute('href')
  await page.context().close()
  return href
}

export async function views(t, browser, base) {
  const note = await hrefs(browser, base, '#/notities', 'section li a[href^="#/notities/"]')
  const run = await hrefs(browser, base, '#/trajecten', 'article a[href^="#/trajecten/"]')
  const openAll = (page) => page.evaluate(() => { for (const one of document.querySelectorAll('main details')) one.open = true })

  const lectern = async (page) => {
    await page.keyboard.press('F9')
    await page.getByRole('dialog').getByText('Einde van de tekst.').waitFor()
  }

  const screens = {
    'Aan de slag': { hash: '#/' },
    'een artikel': { hash: '#/artikel/anders-formeren' },
    Notities: { hash: '#/notities', act: openAll },
    'een notitie': { hash: note, act: openAll },
    'een notitie als platte tekst': {
      hash: note,
      act: async (page) => {
        await page.getByRole('button', { name: 'Toon als platte tekst' }).click()
        await page.getByRole('textbox', { name: 'Tekst', exact: true }).waitFor()
      },
    },
    'een nieuwe notitie': { hash: '#/notities/nieuw' },
    prullenbak: { hash: '#/notities?prullenbak=1' },
    Trajecten: { hash: '#/trajecten' },
    'een traject': { hash: run, act: openAll },
    'start een traject': {
      hash: '#/trajecten?start=anders-formeren',
      act: async (page) => {
        await page.getByLabel('Verkiezingsdag').fill('2030-03-20')
        await page.getByLabel('Verkiezingsdag').dispatchEvent('change')
        await page.getByText('Deze datums krijgt u').waitFor()
      },
    },
    'verander de datum': {
      hash: run,
      act: async (page) => {
        await page.getByRole('button', { name: /deze datum/ }).click()
        await page.getByLabel('Nieuwe datum').waitFor()
      },
    },
    Exporteren: { hash: '#/exporteren', act: (page) => page.getByRole('radio', { name: 'Een keuze uit notities' }).check() },
    'Exporteren, bladzijden': {
      hash: '#/exporteren',
      act: async (page) => {
        await page.getByRole('radio', { name: 'Een artikel' }).check()
        await page.getByRole('button', { name: 'Bekijk de bladzijden' }).click()
        await page.getByRole('img', { name: /^Bladzijde 1 van/ }).waitFor()
        await page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0))
      },
    },
    Instellingen: { hash: '#/instellingen', act: openAll },
    'een reservekopie maken': {
      hash: '#/instellingen',
      act: async (page) => {
        await page.getByRole('button', { name: 'Maak een reservekopie' }).click()
        await page.getByRole('checkbox', { name: /met een wachtwoord/ }).check()
        await page.getByLabel('Wachtwoord', { exact: true }).waitFor()
      },
    },
    sjablonen: {
      hash: '#/notities',
      act: async (page) => {
        await page.getByRole('button', { name: 'Met een sjabloon' }).click()
        await page.getByRole('button', { name: 'Draaiboek vergadering' }).waitFor()
      },
    },
    'waar een notitie bij hoort': {
      hash: note,
      act: async (page) => {
        await page.getByRole('button', { name: 'Verander waar deze notitie bij hoort' }).click()
        await page.getByLabel('Artikel of traject').selectOption('item')
        await page.getByLabel('Artikel', { exact: true }).selectOption('anders-formeren')
        await page.getByLabel('Deel van het artikel').waitFor()
      },
    },
    'verwijs naar een notitie': {
      hash: note,
      act: async (page) => {
        await page.getByRole('button', { name: 'Verwijs naar een notitie' }).click()
        await page.getByText(/notities? gevonden/).waitFor()
      },
    },
    'labels beheren': {
      hash: '#/notities',
      act: async (page) => {
        await openAll(page)
        await page.getByRole('button', { name: 'Labels beheren' }).click()
        await page.getByRole('button', { name: /^Verander de naam/ }).first().click()
        await page.getByLabel('Nieuwe naam').waitFor()
      },
    },
    spreekweergave: { hash: note, act: lectern },
    'spreekweergave, de grootste letters': {
      hash: note,
      act: async (page) => {
        await lectern(page)
        for (let i = 0; i < 8; i++) await page.keyboard.press('+')
      },
    },
    zoeken: {
      hash: '#/',
      act: async (page) => {
        await page.keyboard.press('Control+k')
        await page.getByLabel('Zoek in notities, artikelen en stappen').fill('raad')
        await page.getByText(/^\d+ resulta/).waitFor()
      },
    },
    'zoeken met keuzes': {
      hash: '#/',
      act: async (page) => {
        await page.keyboard.press('Control+k')
        await page.getByLabel('Zoek in notities, artikelen en stappen').fill('raad')
        await page.getByLabel('Gewijzigd vanaf').fill('2020-01-01')
        await page.getByLabel('Gewijzigd vanaf').dispatchEvent('change')
        await page.getByText('Met een label of een datum zoekt u alleen in notities.').waitFor()
      },
    },
    importeren: {
      hash: '#/notities',
      act: async (page) => {
        await page.getByRole('button', { name: 'Importeren' }).click()
        await page.getByRole('dialog').getByRole('button', { name: 'Kies een map' }).waitFor()
      },
    },
    handleiding: { hash: '#/hulp?deel=reservekopieen' },
    hulp: { hash: '#/', act: (page) => page.keyboard.press('F1') },
    menu: { hash: '#/', narrow: true, act: (page) => page.getByRole('button', { name: 'Menu' }).click() },
  }
  const looks = {
    licht: { axe: true },
    donker: { dark: true, axe: true },
    '320 px': { width: 320, height: 640, narrow: true, axe: true },
    '200 % tekst': { width: 1280, height: 900, text: 200, narrow: true },
    '200 % tekst, smal': { width: 640, height: 800, text: 200, narrow: true },
  }

  for (const [name, { hash, act, narrow }] of Object.entries(screens)) {
    for (const [look, options] of Object.entries(looks)) {
      if (narrow && !options.narrow) continue
      await t.test(`${name}, ${look}`, async () => {
        const page = await open(browser, base, hash, options)
        try {
          await act?.(page)
          assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, 'one h1')
          assert.deepEqual(await tooWide(page), [], 'scrolls sideways')
          if (options.axe) assert.deepEqual(await axe(page), [])
          assert.deepEqual(page.problems, [])
        } finally {
          await page.context().close()
        }
      })
    }
  }

  for (const dark of [false, true]) {
    await t.test(`a house style, ${dark ? 'dark' : 'light'}`, async () => {
      const page = await open(browser, base, '#/instellingen', { dark })
      try {
        await page.getByLabel('Kleur', { exact: true }).fill('#ffcc00')
        await page.getByRole('button', { name: 'Gebruik deze kleur' }).click()
        await page.getByText('U gebruikt uw eigen kleur.').waitFor()
        for (const hash of ['#/', '#/instellingen', '#/exporteren', run]) {
          await go(page, hash)
          assert.deepEqual(await axe(page), [], hash)
        }
        assert.deepEqual(page.problems, [])
      } finally {
        await go(page, '#/instellingen')
        await page.getByRole('button', { name: 'Terug naar de kleuren van Raadwijzer' }).click()
        await page.getByText('U gebruikt uw eigen kleur.').waitFor({ state: 'detached' })
        await page.context().close()
      }
    })
  }

  await t.test('the lectern by key: pages, letters, and back to the word that was being typed', async () => {
    const page = await open(browser, base, note, { width: 800, height: 400 })
    const at = () => page.evaluate(() => document.querySelector('dialog').scrollTop)
    const text = page.getByLabel('Tekst', { exact: true })
    await text.focus()
    await text.evaluate((box) => box.setSelectionRange?.(3, 3))
    await lectern(page)
    for (let i = 0; i < 8; i++) await page.keyboard.press('+')
    await page.keyboard.press('PageDown')
    const down = await at()
    assert.ok(down > 200 && down < 400, `one page is ${down} of 400`)
    await page.keyboard.press('Shift+Space')
    assert.equal(await at(), 0)
    const letters = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('dialog article')).fontSize))
    const before = await letters()
    await page.keyboard.press('Control+-')
    assert.ok(await letters() < before, 'smaller letters')
    // The text may have links, which come first.
    const onControls = () => page.evaluate(() => document.activeElement.closest('.controls') !== null)
    for (let i = 0; i < 10 && !await onControls(); i++) await page.keyboard.press('Tab')
    assert.equal(await onControls(), true)
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.controls')).opacity), '1')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    assert.equal(await text.evaluate((box) => box.contains(document.activeElement)), true)
    assert.deepEqual(page.problems, [])
    await page.context().close()
  })

  await t.test('the focus is visible on everything that can have it', async () => {
    const page = await open(browser, base, run)
    const seen = []
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab')
      seen.push(await page.evaluate(() => {
        const at = document.activeElement
        if (!at || at === document.body) return ''
        const shows = (element, pseudo) => parseFloat(getComputedStyle(element, pseudo).outlineWidth) >= 2 && getComputedStyle(element, pseudo).outlineStyle !== 'none'
        const ok = shows(at) || shows(at, '::after') || (at.closest('label') && shows(at.closest('label')))
        return ok ? '' : at.outerHTML.slice(0, 120)
      }))
    }
    assert.deepEqual(seen.filter(Boolean), [])
    await page.context().close()
  })

  await t.test('everything to click is at least 24 by 24 pixels', async () => {
    for (const hash of ['#/', '#/notities', run, '#/instellingen']) {
      const page = await open(browser, base, hash)
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, summary, select, input:not([type=radio])')]
          .filter((one) => one.getClientRects().length > 0)
          .filter((one) => { const box = one.getBoundingClientRect(); return box.height < 24 || box.width < 24 })
          .map((one) => one.outerHTML.slice(0, 100)))
      assert.deepEqual(small, [], hash)
      await page.context().close()
    }
  })

  await t.test('the colours follow the system', async () => {
    const page = await open(browser, base, '#/', { dark: true })
    assert.equal(await page.evaluate(() => document.documentElement.dataset.kleurstand), 'dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.waitForFunction(() => document.documentElement.dataset.kleurstand === 'light')
    await page.context().close()
  })
}
