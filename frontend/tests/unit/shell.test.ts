import { fireEvent, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../src/lib/api/problem'
import { parse } from '../../src/lib/router.svelte'
import { commandOf } from '../../src/shell/keys'
import { press, screen, start, waitFor } from './render'

describe('the router', () => {
  it.each([
    ['', 'start', ''], ['#/', 'start', ''], ['#/artikel/raad-in-beraad', 'start', 'raad-in-beraad'], ['#/notities', 'notes', ''],
    ['#/notities/n%2F1', 'notes', 'n/1'], ['#/trajecten/r-1?stap=a', 'runs', 'r-1'], ['#/exporteren', 'exports', ''],
    ['#/instellingen', 'settings', ''], ['#/bestaat-niet/x', 'start', ''],
  ])('%s', (hash, name, id) => expect(parse(hash)).toMatchObject({ screen: name, id }))

  it('reads what comes after the question mark', () => {
    expect(parse('#/trajecten/r-1?stap=af-01').query.get('stap')).toBe('af-01')
  })
})

describe('the keys', () => {
  const key = (name: string, more = {}) => commandOf({ key: name, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })
  it.each([
    ['1', 'start'], ['5', 'settings'], ['k', 'search'], ['K', 'search'], ['n', 'new'], ['e', 'exports'], ['p', 'exports'],
    ['s', 'saved'], ['+', 'larger'], ['=', 'larger'], ['-', 'smaller'], ['0', 'normal'], ['f', 'find'], ['x', null],
  ])('Ctrl+%s', (name, command) => expect(key(name, { ctrlKey: true })).toBe(command))

  it('leaves AltGr and plain letters to the typist', () => {
    expect(key('5', { ctrlKey: true, altKey: true })).toBeNull()
    expect(key('n')).toBeNull()
  })

  it('knows F1, F9 and F6 both ways', () => {
    expect(key('F1')).toBe('help')
    expect(key('F9')).toBe('lectern')
    expect(key('F6')).toBe('part')
    expect(key('F6', { shiftKey: true })).toBe('partBack')
  })
})

describe('the frame', () => {
  it('goes to the five screens by key, with one h1, the title and the focus', async () => {
    await start()
    for (const [digit, title] of [['2', 'Notities'], ['3', 'Trajecten'], ['4', 'Exporteren'], ['5', 'Instellingen'], ['1', 'Aan de slag']] as const) {
      press(digit, { ctrlKey: true }, window)
      const heading = await screen.findByRole('heading', { level: 1, name: title })
      await waitFor(() => expect(document.activeElement).toBe(heading))
      expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
      expect(document.title).toBe(`${title} - Raadwijzer`)
      expect(screen.getByRole('link', { current: 'page' }).textContent).toContain(title)
    }
  })

  it('does not print or save the page, and says that all is saved', async () => {
    await start()
    expect(press('p', { ctrlKey: true }, window).defaultPrevented).toBe(true)
    expect(press('s', { ctrlKey: true }, window).defaultPrevented).toBe(true)
    await screen.findByText('Alles is al bewaard.')
  })

  it('changes the text size by key, between 100 and 200', async () => {
    const { fake } = await start()
    press('+', { ctrlKey: true }, window)
    await screen.findByText('Tekstgrootte: 110 %')
    expect(document.documentElement.style.fontSize).toBe('110%')
    for (let i = 0; i < 20; i++) press('+', { ctrlKey: true }, window)
    await waitFor(async () => expect((await fake.api.settings.get()).textSize).toBe(200))
    press('0', { ctrlKey: true }, window)
    await waitFor(async () => expect((await fake.api.settings.get()).textSize).toBe(100))
  })

  it('says that it is ready when the first screen shows its data', async () => {
    document.documentElement.dataset['ready'] = ''
    const { fake } = await start()
    await waitFor(() => expect(document.documentElement.dataset['ready']).toBe('true'))
    await waitFor(() => expect(fake.calls.some((call) => call.method === 'library.list')).toBe(true))
  })

  it('loads again when the data changed from outside', async () => {
    const { fake } = await start('#/notities')
    await screen.findByText('6 notities')
    await fake.api.notes.create({ title: 'Van buiten', body: '', item: '', run: '', step: '' })
    fake.emit('changed')
    await screen.findByText('7 notities')
  })

  it('shows all keys with F1, by where they work', async () => {
    await start()
    press('F1', {}, window)
    const dialog = await screen.findByRole('dialog', { name: 'Hulp: alle toetsen' })
    for (const part of ['Overal', 'In een notitie', 'In een traject']) within(dialog).getByRole('heading', { level: 3, name: part })
    const shown = [...dialog.querySelectorAll('kbd')].map((one) => one.textContent).join('; ')
    for (const key of ['Ctrl + 1', 'Ctrl + K', 'Ctrl + N', 'Ctrl + F', 'Ctrl + E of Ctrl + P', 'Ctrl + S', 'plus, min of 0', 'F6', 'F1', 'F9', 'Esc',
      'Ctrl + B', 'Ctrl + I', 'Shift + 7', 'Shift + 8', 'Shift + 9', 'Ctrl + Enter', 'Alt + F10', 'Alt + pijl', 'Ctrl + Z', 'Spatie', 'Pijltoetsen']) {
      expect(shown).toContain(key)
    }
  })

  it('goes back with Esc, and the focus returns to the link that led away', async () => {
    await start()
    const title = (await screen.findAllByRole('article')).map((card) => within(card).getByRole('link'))[1]
    const name = title?.textContent ?? ''
    title?.click()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name })))
    const back = screen.getByRole('link', { name: 'Terug naar alle artikelen' })
    back.getClientRects = () => [{}] as unknown as DOMRectList // happy-dom lays nothing out
    press('Escape')
    await screen.findByRole('heading', { level: 1, name: 'Aan de slag' })
    await waitFor(() => expect(document.activeElement?.textContent).toBe(name))
  })

  it('leaves Esc to a field, which it empties', async () => {
    await start()
    press('k', { ctrlKey: true }, window)
    press('Escape', {}, await screen.findByLabelText('Zoek in notities, artikelen en stappen'))
    expect(window.location.hash).toBe('#/')
  })

  it('takes a link to another place to the browser', async () => {
    const { fake } = await start()
    const link = document.createElement('a')
    link.href = 'https://example.org/x'
    document.body.append(link)
    await fireEvent.click(link)
    expect(fake.calls.at(-1)).toEqual({ method: 'settings.openLink', args: ['https://example.org/x'] })
    link.remove()
  })
})

describe('Exporteren', () => {
  it('never takes an empty choice for everything', async () => {
    const { fake } = await start('#/exporteren')
    await fireEvent.click(await screen.findByRole('radio', { name: 'Een keuze uit notities' }))
    await screen.findByText('0 notities gekozen')
    await fireEvent.click(screen.getByRole('button', { name: 'Kies waar u het bewaart' }))
    await screen.findByText(/U hebt niets gekozen/)
    expect(fake.calls.find((call) => call.method === 'exports.save')?.args[0]).toMatchObject({ what: 'notes', ids: [] })
  })

  it('leaves confidential notes out, says so, and opens the folder', async () => {
    const { fake } = await start('#/exporteren')
    await fireEvent.click(await screen.findByRole('button', { name: 'Kies waar u het bewaart' }))
    await screen.findByText('Klaar. Het bestand raadwijzer-all.pdf (48 kB) staat in /home/voorbeeld/Documenten.')
    expect(screen.getByText('1 vertrouwelijke notitie is weggelaten.')).toBeTruthy()
    await fireEvent.click(screen.getByRole('button', { name: 'Open de map' }))
    expect(fake.calls.at(-1)?.method).toBe('exports.openFolder')
  })

  it('shows the pages before they are saved, and only of this choice', async () => {
    const { fake } = await start('#/exporteren')
    await fireEvent.click(await screen.findByRole('button', { name: 'Bekijk de bladzijden' }))
    await screen.findByText('De eerste 2 van 12 bladzijden')
    expect(screen.getByRole('img', { name: 'Bladzijde 2 van 12' }).getAttribute('src')).toMatch(/^data:image\/svg\+xml,%3Csvg/)
    expect(fake.calls.find((call) => call.method === 'exports.preview')?.args[0]).toMatchObject({ what: 'all', format: 'pdf' })
    await fireEvent.click(screen.getByRole('radio', { name: 'Een artikel' }))
    await waitFor(() => expect(screen.queryByRole('img', { name: /Bladzijde/ })).toBeNull())
    await fireEvent.click(screen.getByRole('radio', { name: 'Markdown' }))
    expect(screen.queryByRole('button', { name: 'Bekijk de bladzijden' })).toBeNull()
  })

  it('shows how far a long export is, and stops it', async () => {
    const { fake } = await start('#/exporteren')
    let stop: (reason: unknown) => void = () => undefined
    fake.api.exports.save = () => new Promise((_, reject) => (stop = reject))
    fake.api.exports.progress = async () => ({ busy: true, done: 340, total: 1000 })
    fake.api.exports.cancel = async () => stop(new Problem('cancelled'))
    await fireEvent.click(await screen.findByRole('button', { name: 'Kies waar u het bewaart' }))
    await screen.findByText('340 van 1.000 notities zijn klaar.', {}, { timeout: 5000 })
    expect(screen.getByRole('progressbar')).toHaveProperty('value', 340)
    await fireEvent.click(screen.getByRole('button', { name: 'Stop' }))
    await screen.findByText('U hebt niets bewaard.')
    expect(screen.queryByRole('progressbar')).toBeNull()
  })
})

describe('Hulp', () => {
  it('shows the keys on F1 and the manual from there', async () => {
    await start()
    press('F1', {}, window)
    await fireEvent.click(await screen.findByRole('link', { name: 'Lees de handleiding' }))
    await screen.findByRole('heading', { level: 1, name: 'Handleiding' })
    expect(screen.queryByRole('dialog')).toBeNull()
    await screen.findByRole('heading', { level: 3, name: 'Schrijven' })
  })

  it('goes from the promise to what the manual says about it', async () => {
    await start()
    window.location.hash = screen.getByRole('link', { name: 'Alles blijft op deze computer' }).getAttribute('href') ?? ''
    const heading = await screen.findByRole('heading', { level: 2, name: 'Dit programma maakt geen verbinding' })
    await waitFor(() => expect(document.activeElement).toBe(heading))
  })
})

describe('Instellingen', () => {
  it('stores a choice at once and shows it', async () => {
    const { fake } = await start('#/instellingen')
    await fireEvent.click(await screen.findByRole('radio', { name: 'Donker' }))
    expect(document.documentElement.dataset['kleurstand']).toBe('dark')
    await screen.findByText('Uw keuze is bewaard.')
    expect((await fake.api.settings.get()).appearance).toBe('dark')
  })

  it('takes the colour of a municipality, makes it readable, and gives it back', async () => {
    const { fake } = await start('#/instellingen')
    await fireEvent.input(await screen.findByLabelText('Kleur'), { target: { value: 'geel' } })
    await fireEvent.click(screen.getByRole('button', { name: 'Gebruik deze kleur' }))
    await screen.findByText(/staat geen kleur/)
    await fireEvent.input(screen.getByLabelText('Kleur'), { target: { value: 'ffcc00' } })
    await fireEvent.click(screen.getByRole('button', { name: 'Gebruik deze kleur' }))
    await screen.findByText(/U gebruikt uw eigen kleur. Uw kleur is donkerder gemaakt/)
    await waitFor(() => expect(document.documentElement.style.getPropertyValue('--basis-accent')).toMatch(/^#[0-9a-f]{6}$/))
    expect((await fake.api.settings.get()).theme).toBe('{"accent":"#ffcc00"}')
    await fireEvent.click(screen.getByRole('button', { name: 'Terug naar de kleuren van Raadwijzer' }))
    await waitFor(() => expect(document.documentElement.style.getPropertyValue('--basis-accent')).toBe(''))
  })

  it('refuses a house style that cannot be read, with the figure', async () => {
    const { fake } = await start('#/instellingen', { themeFile: ':root { --basis-accent: #7a1f3d; --basis-text: #bbbbbb }' })
    await fireEvent.click(await screen.findByRole('button', { name: 'Kies een bestand' }))
    await screen.findByText(/tekst op achtergrond heeft contrast 1,9, en nodig is 4,5/)
    expect((await fake.api.settings.get()).theme).toBe('')
  })

  it('looks into a backup before it is put back', async () => {
    const { fake } = await start('#/instellingen')
    await fireEvent.click(await screen.findByRole('button', { name: 'Zet een reservekopie terug' }))
    await screen.findByRole('dialog', { name: 'Deze reservekopie terugzetten?' })
    expect(fake.calls.some((call) => call.method === 'backups.restore')).toBe(false)
    await fireEvent.click(screen.getByRole('button', { name: 'Zet terug' }))
    await screen.findByText(/De reservekopie staat terug/)
  })

  it('seals a backup with a password, and never with an empty one', async () => {
    const { fake } = await start('#/instellingen')
    await fireEvent.click(await screen.findByRole('button', { name: 'Maak een reservekopie' }))
    const go = await screen.findByRole('button', { name: 'Kies waar u de kopie bewaart' })
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Beveilig de kopie met een wachtwoord' }))
    expect(go).toHaveProperty('disabled', true)
    await fireEvent.input(screen.getByLabelText('Wachtwoord'), { target: { value: 'kort' } })
    await fireEvent.click(go)
    await screen.findByText(/Dit wachtwoord is te kort/)
    await fireEvent.input(screen.getByLabelText('Wachtwoord'), { target: { value: 'vier losse woorden hier' } })
    await fireEvent.click(go)
    await screen.findByText(/De reservekopie is gecontroleerd en staat in .*\.age/)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(fake.calls.findLast((call) => call.method === 'backups.make')?.args).toEqual(['vier losse woorden hier'])
  })

  it('asks for the password of a sealed backup before it looks into it', async () => {
    const { fake } = await start('#/instellingen', { sealedBackup: true })
    await fireEvent.click(await screen.findByRole('button', { name: 'Zet een reservekopie terug' }))
    await screen.findByText('Deze reservekopie is beveiligd met een wachtwoord.')
    expect(screen.queryByRole('button', { name: 'Zet terug' })).toBeNull()
    await fireEvent.input(screen.getByLabelText('Wachtwoord'), { target: { value: 'een ander wachtwoord' } })
    await fireEvent.click(screen.getByRole('button', { name: 'Bekijk de kopie' }))
    await screen.findByText(/past niet bij deze reservekopie/)
    await fireEvent.input(screen.getByLabelText('Wachtwoord'), { target: { value: 'vier losse woorden hier' } })
    await fireEvent.click(screen.getByRole('button', { name: 'Bekijk de kopie' }))
    await fireEvent.click(await screen.findByRole('button', { name: 'Zet terug' }))
    await screen.findByText(/De reservekopie staat terug/)
    expect(fake.calls.findLast((call) => call.method === 'backups.restore')?.args[1]).toBe('vier losse woorden hier')
  })

  it('keeps a copy in a second place until the user stops it', async () => {
    await start('#/instellingen')
    await fireEvent.click(await screen.findByRole('button', { name: 'Kies een tweede plek' }))
    await screen.findByText('/media/voorbeeld/stick')
    await fireEvent.click(screen.getByRole('button', { name: 'Stop met de tweede plek' }))
    await screen.findByText('U hebt nog geen tweede plek gekozen.')
  })

  it('tells what became of the data after an unclean end', async () => {
    const { fake } = await start('#/')
    fake.emit('checked')
    await screen.findByText(/niet goed afgesloten. Uw gegevens zijn nagekeken en in orde/)
    fake.emit('damaged')
    await fireEvent.click(await screen.findByRole('button', { name: 'Instellingen' }))
    await screen.findByRole('heading', { name: 'Reservekopieën' })
  })
})
