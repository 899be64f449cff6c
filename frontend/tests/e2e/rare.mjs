// What is seldom on the screen, and never in the data of ways.mjs: a run in
// every state, new steps in a checklist, a text with everything that a note
// can have, and a part of the screen that breaks. On the real Go side.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alter, go, hold, refuse } from './lib.mjs'
import { dialog, openAll, pick } from './screens.mjs'

const checklist = (more = '') => `# Inwerken van de raad

## Eerste week

- Geef ieder raadslid een laptop
${more}
## Eerste maand

- Leg de regels uit

  Dag: 30
`
const added = `- Plan een rondleiding door het gemeentehuis, met de ambtenaren die de raad vaak zal spreken
  Dan weten raadsleden wie zij bellen.
`

/** Makes what the screens below show, and returns where it is. */
export async function furnish(page, tell) {
  const folder = mkdtempSync(join(tmpdir(), 'raadwijzer-e2e-'))
  const list = join(folder, 'inwerken.md')
  await tell('dialogs', { Open: list })
  writeFileSync(list, checklist())
  const offered = await page.evaluate(async () => {
    const { ImportTemplate, Start } = window.go.app.Checklists
    const { id } = await ImportTemplate()
    return (await Start({ template: id, from: '', name: 'Inwerken 2026', municipality: '', period: '', anchor: '', election: '' })).id
  })
  await tell('dialogs', { Open: list })
  writeFileSync(list, checklist(added))
  const found = await page.evaluate(async (offered) => {
    const { Backups, Checklists, Notes } = window.go.app
    await Checklists.ImportTemplate()

    const begin = (template, name, anchor) => Checklists.Start({ template, from: '', name, municipality: 'Voorbeelddam', period: '', anchor, election: '' })
    const late = await begin('anders-formeren', 'Formatie die te laat is', '2022-03-16')
    const [busy, skipped, told, done] = late.phases.flatMap((phase) => phase.steps).filter((step) => step.kind === 'tick').map((step) => step.id)
    const set = (step, state, reason = '') => Checklists.SetStep({ run: late.id, step, state, reason, by: 'de griffier', options: [] })
    await set(busy, 'busy')
    await set(skipped, 'skipped', 'De raad heeft dit al besloten in de vergadering van vorige maand')
    await set(done, 'done')
    await Checklists.SetFacts({ run: late.id, step: told, who: 'de burgemeester', note: 'Bel eerst de voorzitter.\nDaarna de rest.', link: 'https://voorbeelddam.example/raad/agenda' })
    await Checklists.SetDeadline(late.id, told, '2030-05-06')
    await Checklists.AddStep({ run: late.id, phase: late.phases[0].id, step: '', text: 'Bel de dorpsraden', why: 'Zij kennen de kernen.', topic: false })
    await Notes.Create({ title: 'Bij deze stap', body: 'Gebeld.', item: '', part: '', run: late.id, step: told })
    await Checklists.Archive(late.id, true)

    const finished = await begin('lokale-driehoeken', 'Driehoek die af is', '2025-01-07')
    for (const step of finished.phases.flatMap((phase) => phase.steps).filter((one) => one.kind !== 'topic')) {
      const options = step.options.slice(0, 1).map((option) => option.id)
      await Checklists.SetStep({ run: finished.id, step: step.id, state: 'done', reason: '', by: '', options })
    }
    await Checklists.Archive(finished.id, true)
    await Checklists.AddRecess({ id: '', name: 'Herfstreces', first: '2026-10-17', last: '2026-10-25' })

    const make = (title, body) => Notes.Create({ title, body, item: '', part: '', run: '', step: '' })
    const gone = await make('Weggegooid', 'Oude tekst.')
    await Notes.Trash(gone.id)
    const note = await make('Alles erop', 'Een eerste tekst, zie [[Weggegooid]] en [[Nog te schrijven]].')
    await Notes.Save({ id: note.id, rev: note.rev, title: note.title, body: 'Een [andere](https://voorbeelddam.example) tekst, zie [[Weggegooid]] en [[Nog te schrijven]].', keepOld: true })
    await Notes.SetProperties({ id: note.id, tags: ['vertrouwelijk stuk', 'formatie'], pinned: true, confidential: true })
    const { path } = await Backups.Make('vier losse woorden hier')
    return { offered, late: late.id, finished: finished.id, note: note.id, gone: gone.id, told, skipped, sealed: path }
  }, offered)
  rmSync(folder, { recursive: true })
  return found
}

const offers = async (page) => {
  await page.getByRole('button', { name: 'Bekijk de nieuwe stappen' }).click()
  await page.getByRole('dialog', { name: 'Nieuwe stappen in de checklist' }).getByText('Plan een rondleiding').waitFor()
}

const runStates = ({ offered, late, finished, told, skipped }) => ({
  'nieuwe stappen in een checklist': { hash: `#/trajecten/${offered}` },
  'nieuwe stappen kiezen': { hash: `#/trajecten/${offered}`, act: offers },
  'een traject met alles': {
    hash: `#/trajecten/${late}`,
    act: async (page) => {
      const row = (id) => page.locator(`#step-${id}`)
      const own = page.locator('li', { hasText: 'Bel de dorpsraden' }).first()
      for (const one of [row(skipped), row(told), own]) await one.locator('summary').click()
      await page.getByText('Logboek', { exact: true }).click()
      await row(skipped).getByRole('button', { name: 'Toch doen' }).waitFor()
      await row(told).getByRole('button', { name: 'Overslaan, omdat...' }).click()
      await own.getByRole('button', { name: 'Verander deze stap' }).click()
      await page.getByText('Traject gestart').waitFor()
    },
  },
  'Trajecten, archief': {
    hash: '#/trajecten',
    act: async (page) => {
      await page.getByRole('radio', { name: /^Archief/ }).check()
      await page.getByText('U hebt alle stappen afgerond.').waitFor()
      await openAll(page)
    },
  },
  'een traject overnemen zonder naam': {
    hash: `#/trajecten?van=${late}`,
    act: async (page) => {
      await pick(page.getByLabel('Verkiezingsdag'), '2030-03-21')
      await page.getByText(/kennen wij geen wettelijke datums/).waitFor()
      await page.getByRole('button', { name: 'Start dit traject' }).click()
      await page.getByRole('textbox', { name: 'Naam van het traject' }).and(page.locator('[aria-invalid=true]')).waitFor()
    },
  },
  'datums die meegaan': {
    hash: `#/trajecten/${late}`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Verander deze datum' }).click()
      await pick(page.getByLabel('Nieuwe datum'), '2030-03-20')
      await page.getByText(/^Wordt: /).first().waitFor()
    },
  },
  'een traject naast een ander': { hash: `#/trajecten/${late}?naast=${finished}` },
})

const noteStates = ({ note, gone }) => ({
  'een notitie met alles': {
    hash: `#/notities/${note}`,
    act: async (page) => {
      await page.getByText('Eerdere teksten').click()
      await page.locator('details.version summary').click()
      await page.locator('.difference').waitFor()
      await page.getByRole('button', { name: /^Maak deze notitie/ }).waitFor()
    },
  },
  'een notitie in de prullenbak': { hash: `#/notities/${gone}` },
  'prullenbak leegmaken': { hash: '#/notities?prullenbak=1', act: dialog('Maak de prullenbak leeg') },
  'label weghalen': {
    hash: '#/notities',
    act: async (page) => {
      await openAll(page)
      await dialog('Labels beheren')(page)
      await page.getByRole('button', { name: /^Haal weg/ }).first().click()
      await page.locator('[data-plan]').waitFor()
    },
  },
  'titels na [[': {
    hash: '#/notities/nieuw',
    act: async (page) => {
      await page.getByLabel('Tekst', { exact: true }).focus()
      await page.keyboard.type('Zie [[alles')
      await page.getByRole('listbox', { name: 'Verwijs naar een notitie' }).waitFor()
      await page.keyboard.press('ArrowDown')
    },
  },
})

const otherStates = {
  'een deel dat stukgaat': {
    hash: '#/instellingen',
    act: async (page) => {
      // An answer that no Go side gives: the page cannot show it.
      await alter(page, 'Library.List', (view) => ({ ...view, items: [null] }))
      await page.evaluate(() => { window.location.hash = '#/' })
      await page.getByRole('heading', { level: 1, name: 'Dit onderdeel werkt even niet' }).waitFor()
    },
  },
  'een scherm dat niet laadt': {
    hash: '#/instellingen',
    act: async (page) => {
      await refuse(page, 'Checklists.List', 'data_busy')
      await go(page, '#/trajecten')
      await page.getByRole('alert').waitFor()
    },
  },
  'de eerste vraag, zonder antwoord': {
    hash: '#/',
    act: async (page) => {
      await alter(page, 'Settings.Get', (settings) => ({ ...settings, roleAsked: false }))
      await page.reload()
      await page.getByRole('button', { name: 'Ga aan de slag' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  'een export die bezig is': {
    hash: '#/exporteren',
    act: async (page) => {
      await alter(page, 'Export.Progress', () => ({ busy: true, done: 340, total: 1200 }))
      await hold(page, 'Export.Save')
      await page.getByRole('button', { name: 'Kies waar u het bewaart' }).click()
      await page.getByRole('progressbar').waitFor()
    },
  },
}

/** These tell the harness something, so one must follow another. */
export const told = ({ sealed }, tell) => ({
  'Instellingen, na herstel': {
    hash: '#/',
    act: async (page) => {
      await alter(page, 'Settings.About', (about) => ({ ...about, recovered: true, checked: true }))
      await alter(page, 'Backups.List', (list) => ({ ...list, secondPlace: '/media/stick/reservekopieen van de griffie', secondLast: '2026-11-01T10:00:00Z', secondProblem: 'folder_gone' }))
      await go(page, '#/instellingen')
      await openAll(page)
      await page.getByLabel('Kleur', { exact: true }).fill('#zz')
      await page.getByRole('button', { name: 'Gebruik deze kleur' }).click()
      await tell('emit', { event: 'checked' })
      await page.getByRole('button', { name: 'Sluit deze melding' }).waitFor()
    },
  },
  'een beveiligde reservekopie': {
    hash: '#/instellingen',
    act: async (page) => {
      await tell('dialogs', { Open: sealed })
      await dialog('Zet een reservekopie terug', 'Deze reservekopie terugzetten?')(page)
      await page.getByLabel('Wachtwoord', { exact: true }).fill('een ander wachtwoord')
      await page.getByRole('button', { name: 'Bekijk de kopie' }).click()
      await page.getByText('Dit wachtwoord past niet bij deze reservekopie.').waitFor()
    },
  },
  'een import die bezig is': {
    hash: '#/notities',
    act: async (page) => {
      await alter(page, 'Import.Progress', () => ({ done: 340, total: 1200 }))
      await hold(page, 'Import.Start')
      await tell('dialogs', { Open: sealed })
      await dialog('Importeren', 'Notities importeren')(page)
      await page.getByRole('button', { name: 'Kies bestanden of een zip' }).click()
      await page.getByRole('progressbar').waitFor()
    },
  },
})

/** And these only show. */
export const rare = (at) => ({ ...runStates(at), ...noteStates(at), ...otherStates })
