// Every view in every look: axe, no sideways scrolling, one h1, a visible
// focus, nothing that jumps, nothing in the console.
import assert from 'node:assert/strict'
import { axe, go, jumps, open, tooWide } from './lib.mjs'
import { isNarrow, lectern, lookAt, looks, places, screens } from './screens.mjs'

/** The looks that only move things about: axe would say what it said before. */
const moved = ['200 %, smal', '400 px', '800 px', '1920 px']

/** Looks at one screen, in every look or in those that are named. */
export async function everyLook(t, browser, base, name, { hash, query, act, narrow }, named = Object.keys(looks)) {
  await t.test(name, async (part) => {
    const page = await open(browser, base, hash, { query, ...(narrow ? looks['320 px'] : looks.licht) })
    try {
      assert.deepEqual(await jumps(page), [], 'jumps while loading')
      await act?.(page)
      for (const look of named) {
        const options = looks[look]
        if (narrow && !isNarrow(options)) continue
        await part.test(look, async () => {
          await lookAt(page, options)
          assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, 'one h1')
          assert.deepEqual(await tooWide(page), [], 'scrolls sideways')
          if (!moved.includes(look)) assert.deepEqual(await axe(page), [])
        })
      }
      assert.deepEqual(page.problems, [])
    } finally {
      await page.context().close()
    }
  })
}

/** Looks at screens that only show, as many at once as the test lets: none of them changes what another sees. */
export async function everyScreen(t, browser, base, all, named) {
  await Promise.all(Object.entries(all).map(([name, screen]) => everyLook(t, browser, base, name, screen, named)))
}

export async function views(t, browser, base) {
  const page = await open(browser, base)
  const found = await places(page)
  const { note, run } = found
  await page.context().close()
  await everyScreen(t, browser, base, screens(found))

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

  await t.test('letters that come late move nothing', async () => {
    for (const hash of ['#/', '#/notities', '#/trajecten', '#/exporteren', '#/instellingen', '#/hulp']) {
      const page = await open(browser, base, hash, { lettersLate: true })
      assert.deepEqual(await page.evaluate(() => window.jumps), [], hash)
      await page.context().close()
    }
  })

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
