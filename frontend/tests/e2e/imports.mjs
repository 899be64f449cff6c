// Import and search with choices, by keyboard alone.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onGo } from './lib.mjs'

/** Presses Tab until the control with this name has the focus. */
async function tabTo(page, name) {
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const one = document.activeElement
      return (one?.labels?.[0] ?? one)?.textContent?.trim() ?? ''
    })
    if (at === name) return
  }
  assert.fail(`Tab never came to ${name}`)
}

/** A vault of Obsidian with two notes and a file that is no text. */
export function vault() {
  const folder = mkdtempSync(join(tmpdir(), 'raadwijzer-e2e-'))
  mkdirSync(join(folder, '.obsidian'))
  writeFileSync(join(folder, 'Zwembad.md'), '---\naliases: [Bad]\n---\nHet zilvernaaldbad, zie [[Sporthal]]. #sport/water\n')
  writeFileSync(join(folder, 'Sporthal.md'), 'De zilvernaaldhal.\n')
  writeFileSync(join(folder, 'kapot.txt'), Buffer.from([0x89, 0x50, 0x00, 0xff]))
  return folder
}

export async function imports(t, page, base) {
  const folder = onGo ? vault() : ''
  const dialog = page.getByRole('dialog')

  await t.test('a vault is imported, and what failed is named', async () => {
    if (onGo) await fetch(`${base}/harness/dialogs`, { method: 'POST', body: JSON.stringify({ Open: folder }) })
    await page.keyboard.press('Control+2')
    await page.getByRole('heading', { level: 1, name: 'Notities' }).waitFor()
    await tabTo(page, 'Importeren')
    await page.keyboard.press('Enter')
    await dialog.waitFor()
    await tabTo(page, 'Kies een map')
    await page.keyboard.press('Enter')
    await dialog.getByText('2 notities ingelezen.').waitFor()
    await dialog.getByText('1 bestand is niet ingelezen:').waitFor()
    if (onGo) await dialog.getByText(/kapot\.txt/).first().waitFor()
    // The focus is on the way out.
    await page.waitForFunction(() => document.activeElement?.textContent?.trim() === 'Naar mijn notities')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
  })

  await t.test('search chooses among kinds, labels and days', async () => {
    const word = onGo ? 'zilvernaald' : 'programma'
    await page.keyboard.press('Control+k')
    await page.keyboard.type(word)
    await dialog.getByText(onGo ? '2 resultaten' : /^\d+ resulta/).waitFor()
    await tabTo(page, 'Alles')
    await page.keyboard.press('ArrowRight')
    assert.equal(await dialog.getByRole('radio', { name: 'Notities' }).isChecked(), true)
    await page.keyboard.press('ArrowRight')
    await dialog.getByRole('radio', { name: 'Artikelen' }).and(page.locator(':checked')).waitFor()
    if (onGo) await dialog.getByText('Niets gevonden. Probeer een ander woord of wis de keuzes.').waitFor()
    await tabTo(page, 'Wis de keuzes')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
    if (onGo) {
      await tabTo(page, 'Alles')
      await page.keyboard.press('Tab')
      await page.keyboard.type('sport')
      await dialog.getByText('1 resultaat', { exact: true }).waitFor()
      await dialog.getByText('Met een label of een datum zoekt u alleen in notities.').waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.type('01012100')
      await dialog.getByText('Niets gevonden. Probeer een ander woord of wis de keuzes.').waitFor()
      await tabTo(page, 'Wis de keuzes')
      await page.keyboard.press('Enter')
      await dialog.getByText('2 resultaten').waitFor()
    }
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.waitForFunction(() => /^#\/notities\//.test(window.location.hash))
  })

  if (folder) rmSync(folder, { recursive: true })
}
