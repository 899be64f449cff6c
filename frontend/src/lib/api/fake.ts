// A complete Api in memory, with Dutch data. It keeps the rules of Go that
// the interface depends on (revisions, what counts as progress, pinned
// deadlines), and it can be told to fail.
import type {
  Api, Backup, Backups, EventName, Meeting, NoteCard, NoteView, SearchHit, SettingsView, TagCount, Version,
} from './api'
import { fakeErase } from './fake-erase'
import { glossary, items } from './fake-items'
import { fakeImports } from './fake-imports'
import { fold, refs, resolve, sections, titles } from './fake-links'
import { createRuns } from './fake-runs'
import { noteTemplates } from './fake-templates'
import { formatDate } from '../nl'
import { type Code, Problem } from './problem'

export interface FakeOptions { fresh?: boolean; asked?: boolean; sealedBackup?: boolean; themeFile?: string; today?: string; notes?: number; nameless?: boolean }

interface FakeNote extends NoteView { versions: Version[]; formerTitles: string[] }

const roles = ['', 'burgemeester', 'wethouder', 'gemeentesecretaris', 'raadslid', 'griffier']
const clone = <T>(value: T): T => structuredClone(value)

function derive(title: string, body: string): string {
  const first = body.split('\n').map((line) => line.replace(/^[#>\s*-]+/, '').trim()).find(Boolean)
  return title.trim() || (first ?? 'Notitie zonder titel').slice(0, 80)
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Enough Markdown for a preview: headings, lists, tasks, bold and italics. */
export function previewHtml(body: string): string {
  const inline = (text: string) =>
    escape(text).replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>').replace(/\*(.+?)\*/g, '<em>$1</em>')
  const blocks = body.trim().split(/\n{2,}/).filter(Boolean)
  return blocks.map((block) => {
    const lines = block.split('\n')
    const heading = /^(#{1,4}) (.*)$/.exec(lines[0] ?? '')
    if (heading && lines.length === 1) {
      const level = Math.min(6, (heading[1] ?? '').length + 1)
      return `<h${level}>${inline(heading[2] ?? '')}</h${level}>`
    }
    if (lines.every((line) => /^- /.test(line))) {
      const rows = lines.map((line) => {
        const task = /^- \[([ x])\] (.*)$/.exec(line)
        if (!task) return `<li>${inline(line.slice(2))}</li>`
        return `<li class="task"><input type="checkbox" disabled${task[1] === 'x' ? ' checked' : ''} aria-label="taak"> ${inline(task[2] ?? '')}</li>`
      })
      return `<ul>${rows.join('')}</ul>`
    }
    return `<p>${lines.map(inline).join('<br>')}</p>`
  }).join('')
}

const fakePage = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595.28 841.89"><rect width="100%" height="100%" fill="#fff"/><path fill="#141414" d="M71 85h220v16h-220z"/></svg>'

export function createFake(options: FakeOptions = {}) {
  const today = options.today ?? '2026-03-24'
  let clock = Date.parse(`${today}T09:30:00Z`)
  let serial = 0
  // What is there at the start is from `today`; what is done from now on is of now.
  let started = false
  const now = () => {
    clock = started ? Math.max(clock + 1, Date.now()) : clock + 1000
    return new Date(clock).toISOString()
  }
  const newId = (kind: string) => `${kind}-${++serial}`

  const usual = { appearance: 'system', textSize: 100, wordsPerMinute: 130, lecternSize: 225, theme: '', tourSeen: !options.fresh }
  const unset: SettingsView = { role: '', roleAsked: false, name: '', nameAsked: false, municipality: '', ...usual }
  let settings: SettingsView = options.fresh
    ? { ...unset, roleAsked: options.asked ?? false }
    : { role: 'griffier', roleAsked: true, name: options.nameless ? '' : 'Griffie', nameAsked: !options.nameless, municipality: 'Gemeente Voorbeelddam', ...usual }
  let lastBackup = ''
  const read = new Set<string>(options.fresh ? [] : ['trots-op-de-raad', 'pionieren-in-participatieland'])
  const notes = new Map<string, FakeNote>()
  const handlers = new Map<EventName, Set<() => void>>()
  const failures = new Map<string, Problem[]>()
  const held = new Map<string, Promise<void>>()
  const calls: { method: string; args: unknown[] }[] = []

  function noteOf(id: string): FakeNote {
    const note = notes.get(id)
    if (!note) throw new Problem('note_unknown', id)
    return note
  }
  function context(note: { item: string; part: string; run: string; step: string }): string {
    const item = items.find((one) => one.id === note.item)
    const part = item && sections(item.html, []).find((one) => one.id === note.part && note.part !== '')
    if (note.item) return [item?.title ?? '', part?.title ?? ''].filter(Boolean).join(': ')
    const run = runs.get(note.run)
    if (!run) return ''
    return note.step ? stepOf(run, note.step).text : run.view.name
  }
  function card(note: FakeNote): NoteCard {
    const { id, title, tags, item, part, run, step, meeting, meetingDate, confidential, pinned, created, updated, trashed } = note
    const plain = note.body.replace(/[#*>_`[\]]/g, '').replace(/\s+/g, ' ').trim()
    return {
      id, title, excerpt: plain.slice(0, 140), tags: [...tags], item, part, run, step, context: context(note), meeting, meetingDate,
      confidential, pinned, created, updated, trashed,
    }
  }
  const view = (note: FakeNote): NoteView => ({ ...card(note), rev: note.rev, titleGiven: note.titleGiven, body: note.body })
  const living = () => [...notes.values()].filter((note) => !note.trashed)
  const isTemplate = (note: FakeNote) => note.tags.some((tag) => tag.toLowerCase() === 'sjabloon')

  function countTags(): TagCount[] {
    const tags = new Map<string, number>()
    for (const note of living()) for (const tag of note.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1)
    return [...tags].map(([tag, n]) => ({ tag, count: n })).sort((a, b) => a.tag.localeCompare(b.tag, 'nl'))
  }
  function retag(old: string[], into: string): number {
    if (/[,\n]/.test(into) || into.length > 60) throw new Problem('tag_invalid', into)
    const has = (note: FakeNote, tag: string) => note.tags.some((one) => one.toLowerCase() === tag.toLowerCase())
    const all = [...notes.values()]
    for (const tag of old) if (!all.some((note) => has(note, tag))) throw new Problem('tag_unknown', tag)
    const changed = all.filter((note) => old.some((tag) => has(note, tag)))
    for (const note of changed) {
      const rest = note.tags.filter((tag) => ![...old, into].some((one) => one.toLowerCase() === tag.toLowerCase()))
      note.tags = [...rest, into].filter(Boolean).sort((a, b) => a.localeCompare(b, 'nl'))
    }
    return changed.filter((note) => !note.trashed).length
  }
  function checked<T extends { item: string; part: string; run: string; step: string }>(place: T): T {
    const item = items.find((one) => one.id === place.item)
    if (place.item && place.run) throw new Problem('place_invalid')
    if (place.item && !item) throw new Problem('item_unknown', place.item)
    if (place.part && !(item && sections(item.html, []).some((one) => one.id === place.part))) throw new Problem('part_unknown', place.part)
    if (place.step) stepOf(runsOfFake.runOf(place.run), place.step)
    else if (place.run) runsOfFake.runOf(place.run)
    return place
  }

  function addNote(title: string, body: string, more: Partial<FakeNote> = {}): FakeNote {
    const at = now()
    const note: FakeNote = {
      id: newId('n'), title: derive(title, body), titleGiven: title.trim() !== '', body, excerpt: '', tags: [], item: '', part: '', run: '',
      step: '', context: '', meeting: '', meetingDate: '', formerTitles: [], confidential: false, pinned: false, created: at, updated: at, trashed: '', rev: 1, versions: [], ...more,
    }
    notes.set(note.id, note)
    return note
  }

  const runsOfFake = createRuns({
    today, now, newId, who: () => settings.name,
    notesOf: (run, step) => living().filter((note) => note.run === run && note.step === step).map(card),
  })
  const { runs, stepOf } = runsOfFake

  function hit(kind: string, id: string, run: string, title: string, about: string, text: string, words: string[]): SearchHit | null {
    const haystack = fold(`${title}\n${text}`)
    if (!words.every((one) => haystack.includes(one))) return null
    const plain = text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim()
    const first = Math.max(0, fold(plain).indexOf(words[0] ?? ''))
    const from = Math.max(0, first - 40)
    const snippet = plain.slice(from, from + 160)
    const marks = words.flatMap((one) => {
      const at = fold(snippet).indexOf(one)
      return at < 0 ? [] : [[at, at + one.length]]
    }).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)).flat()
    return { kind, id, run, title, context: about, snippet, marks, updated: '', confidential: false }
  }

  if (!options.fresh) {
    const formation = runsOfFake.startRun(runsOfFake.templateOf('anders-formeren'), 'Formatie 2026', { municipality: 'Gemeente Voorbeelddam', period: '2026-2030', anchor: '2026-03-18' })
    for (const id of ['af-01', 'af-02']) Object.assign(stepOf(formation, id), { state: 'done', by: 'Griffie' })
    Object.assign(stepOf(formation, 'af-06'), { state: 'busy', by: 'Griffie' })
    runsOfFake.write(formation, 'state', stepOf(formation, 'af-01').text, 'open', 'done')
    runsOfFake.write(formation, 'state', stepOf(formation, 'af-02').text, 'open', 'done')
    const triangle = runsOfFake.startRun(runsOfFake.templateOf('lokale-driehoeken'), 'Onze driehoek', { municipality: 'Gemeente Voorbeelddam', anchor: '2026-04-15' })
    Object.assign(stepOf(triangle, 'ld-01'), { state: 'done', by: 'Griffie' })
    addNote('Commissie Ruimte: woningbouw Oostrand', 'Vragen voor **donderdag**.\n\n- [x] Startnotitie gelezen\n- [ ] Bellen met de wijkraad\n- [ ] Vraag over parkeren aan de *wethouder*\n\n## Mijn punt\n\nEerst de bereikbaarheid, dan de aantallen.', { tags: ['commissie', 'wonen'] })
    addNote('', 'Gesprek met de wijkraad Noord over de speeltuin en de verlichting bij het fietspad.', { tags: ['wijk'] })
    addNote('Ideeën voor de begroting', 'Wat kan er eenvoudiger? Vraag de griffie om het overzicht van vorig jaar.', { pinned: true, tags: ['begroting'] })
    addNote('Duidingsdebat voorbereiden', 'Alle fractievoorzitters krijgen vijf minuten.\n\nDe griffie maakt het verslag.', { run: formation.view.id, step: 'af-07', tags: ['formatie'] })
    addNote('Vragen bij de checklist', 'Welke punten horen bij de oude raad en welke bij de nieuwe?', { item: 'anders-formeren', tags: ['formatie'] })
    addNote('Verwachtingen startgesprek', 'Wat wij van elkaar vragen in de driehoek.', { run: triangle.view.id, step: 'ld-02', confidential: true })
    const gone = addNote('Oude agenda', 'Deze agenda is niet meer nodig.')
    gone.trashed = now()
    const first = [...notes.values()][0]
    first?.versions.push({ id: 'v-1', rev: 1, title: first.title, saved: now(), body: 'Vragen voor donderdag.' })
  }
  for (let i = 0; i < (options.notes ?? 0); i++) addNote(`Notitie ${i + 1}`, `Tekst van notitie ${i + 1}.`)

  started = true

  const backup = (path: string, sealed = false): Backup => ({
    path, made: now(), notes: living().length, runs: runs.size, aside: '', chosen: true, sealed, version: 1,
  })
  const secret = { path: '/home/voorbeeld/Documenten/raadwijzer-2026-03-24.age', password: 'vier losse woorden hier' }
  const opened = (path: string, password: string): Backup => {
    if (path === secret.path && password !== secret.password) throw new Problem(password ? 'password_wrong' : 'password_missing')
    return backup(path)
  }
  let second = { secondPlace: '', secondLast: '', secondProblem: '' }
  const copies = (): Backups => ({
    copies: [backup('/home/voorbeeld/.local/share/raadwijzer/reservekopieen/dagelijks-2026-03-24.db')], ...second,
  })

  const erasing = fakeErase({
    notes, runs, read,
    get settings() { return settings },
    set settings(next) { settings = next },
  }, unset, () => second.secondPlace)

  const plain: Api = {
    library: {
      list: async (role) => {
        if (!roles.includes(role)) throw new Problem('role_unknown', role)
        const of = (name: string) => items.filter((one) => name === '' || one.roles.includes(name))
        return {
          items: of(role).map(({ id, title, roles: forRoles, summary, takeaways, minutes, checklist }) =>
            ({ id, title, roles: forRoles, summary, takeaways, minutes, checklist, read: read.has(id) })),
          total: items.length,
          counts: roles.map((name) => ({ role: name, count: of(name).length })),
        }
      },
      item: async (id, role) => {
        const found = items.find((one) => one.id === id)
        if (!found) throw new Problem('item_unknown', id)
        const { html, ...rest } = found
        const mine = living().filter((note) => note.item === id).map(card)
        const within = items.filter((one) => role === '' || one.roles.includes(role))
        const at = within.findIndex((one) => one.id === id)
        return {
          ...rest, sections: sections(html, mine), read: read.has(id), notes: mine,
          previous: at > 0 ? (within[at - 1]?.id ?? '') : '', next: at >= 0 ? (within[at + 1]?.id ?? '') : '',
        }
      },
      markRead: async (id, isRead) => void (isRead ? read.add(id) : read.delete(id)),
      glossary: async () => clone(glossary),
    },
    notes: {
      list: async (query) => {
        const words = fold(query.words).split(/\s+/).filter(Boolean)
        const found = [...notes.values()].filter((note) =>
          (note.trashed !== '') === query.trashed && (!query.tag || note.tags.includes(query.tag)) && (!query.pinned || note.pinned) &&
          (!query.item || note.item === query.item) && (!query.part || note.part === query.part) &&
          (!query.meeting || fold(note.meeting) === fold(query.meeting)) && (!query.meetingDate || note.meetingDate === query.meetingDate) && (!query.run || note.run === query.run) && (!query.step || note.step === query.step) &&
          words.every((word) => fold(`${note.title} ${note.body} ${note.tags.join(' ')}`).includes(word)))
        found.sort((a, b) => Number(b.pinned) - Number(a.pinned) || (query.sort === 'title'
          ? a.title.localeCompare(b.title, 'nl')
          : query.sort === 'created' ? b.created.localeCompare(a.created) : b.updated.localeCompare(a.updated)))
        return {
          notes: found.slice(query.offset, query.offset + (query.limit || 200)).map(card), total: found.length,
          tags: countTags(),
          trash: [...notes.values()].filter((note) => note.trashed).length,
        }
      },
      get: async (id) => view(noteOf(id)),
      create: async ({ title, body, item, part = '', run, step }) => view(addNote(title, body, checked({ item, part, run, step }))),
      templates: async () => [
        ...living().filter(isTemplate).sort((a, b) => a.title.localeCompare(b.title, 'nl'))
          .map((note) => ({ id: note.id, title: note.title, summary: card(note).excerpt, own: true })),
        ...noteTemplates.map(({ id, title, summary }) => ({ id, title, summary, own: false })),
      ],
      createFrom: async ({ template, title, item, part = '', run, step }) => {
        const own = living().find((note) => note.id === template && isTemplate(note))
        const text = own ?? noteTemplates.find((one) => one.id === template)
        if (!text) throw new Problem('note_template_unknown', template)
        const tags = own?.tags.filter((tag) => tag.toLowerCase() !== 'sjabloon') ?? []
        const body = text.body.replaceAll('{{datum}}', formatDate(today))
        return view(addNote(title || text.title, body, { item, part, run, step, tags, confidential: own?.confidential ?? false }))
      },
      save: async ({ id, rev, title, body }) => {
        const note = noteOf(id)
        if (note.rev !== rev) throw new Problem('conflict', id)
        if (note.body !== body && note.body) note.versions.unshift({ id: newId('v'), rev: note.rev, title: note.title, saved: note.updated, body: note.body })
        // A title that something refers to goes on leading here.
        const referred = living().some((one) => refs(one.body).some((ref) => fold(ref.split('#')[0] ?? '') === fold(note.title)))
        if (referred && derive(title, body) !== note.title) note.formerTitles.push(note.title)
        Object.assign(note, { title: derive(title, body), titleGiven: title.trim() !== '', body, rev: rev + 1, updated: now() })
        return { id, rev: note.rev, title: note.title, updated: note.updated }
      },
      saveElsewhere: async ({ title, body }) => ({
        path: `/home/voorbeeld/Documenten/${derive(title, body)}.md`, bytes: body.length, leftOut: 0, cancelled: false,
      }),
      setProperties: async ({ id, tags, pinned, confidential }) => view(Object.assign(noteOf(id), { tags: [...tags], pinned, confidential })),
      setPlace: async ({ id, ...place }) => view(Object.assign(noteOf(id), checked(place))),
      meetings: async () => {
        const meetings = new Map<string, Meeting>()
        for (const { meeting: subject, meetingDate: date } of living()) {
          const key = `${date} ${fold(subject)}`
          if (subject || date) meetings.set(key, { subject, date, count: (meetings.get(key)?.count ?? 0) + 1 })
        }
        return [...meetings.values()].sort((a, b) => b.date.localeCompare(a.date) || a.subject.localeCompare(b.subject, 'nl'))
      },
      links: async (id) => {
        const all = [...notes.values()]
        return {
          links: refs(noteOf(id).body).map((ref) => resolve(ref, all)),
          backlinks: living().filter((one) => one.id !== id && refs(one.body).some((ref) => resolve(ref, all).id === id)).map(card),
        }
      },
      resolve: async (target) => resolve(target, [...notes.values()]),
      titles: async (words) => titles(words, [...notes.values()]),
      trash: async (id) => void (noteOf(id).trashed = now()),
      restore: async (id) => view(Object.assign(noteOf(id), { trashed: '' })),
      emptyTrash: async () => {
        const gone = [...notes.values()].filter((note) => note.trashed)
        for (const note of gone) notes.delete(note.id)
        return gone.length
      },
      history: async (id) => clone(noteOf(id).versions),
      restoreVersion: async (id, version) => {
        const note = noteOf(id)
        const old = note.versions.find((one) => one.id === version)
        if (!old) throw new Problem('version_unknown', version)
        note.versions.unshift({ id: newId('v'), rev: note.rev, title: note.title, saved: note.updated, body: note.body })
        return view(Object.assign(note, { body: old.body, title: old.title, rev: note.rev + 1, updated: now() }))
      },
      preview: async (body) => previewHtml(body),
      flushed: async (_saved) => undefined,
    },
    tags: {
      list: async () => countTags(),
      rename: async (old, tag) => {
        if (fold(old) !== fold(tag) && countTags().some((one) => fold(one.tag) === fold(tag))) throw new Problem('tag_exists', tag)
        return retag([old], tag)
      },
      merge: async (tags, into) => retag(tags, into),
      remove: async (tag) => retag([tag], ''),
    },
    checklists: runsOfFake.api,
    imports: fakeImports((title) => void addNote(title, `Tekst van ${title}.`)),
    exports: {
      confidential: async ({ what, ids }) => living().filter((note) => note.confidential && (what === 'all' || ids.includes(note.id))).length,
      suggest: async ({ what, format }) => `raadwijzer-${what}.${format === 'md' && what !== 'run' && what !== 'item' ? 'zip' : format}`,
      save: async ({ what, ids, format, includeConfidential }) => {
        if (what !== 'all' && ids.length === 0) throw new Problem('nothing_selected')
        const secret = what === 'all' ? living().filter((note) => note.confidential).length : 0
        return {
          path: `/home/voorbeeld/Documenten/raadwijzer-${what}.${format}`, bytes: 48213,
          leftOut: includeConfidential ? 0 : secret, cancelled: false,
        }
      },
      preview: async () => ({ pages: [fakePage, fakePage], total: 12 }),
      progress: async () => ({ busy: false, done: 0, total: 0 }),
      cancel: async () => undefined,
      openFolder: async () => undefined,
    },
    search: {
      find: async (query) => {
        const words = fold(query.words).split(/\s+/).filter(Boolean)
        const none = { notes: [], items: [], steps: [], more: false }
        if (words.length === 0) return none
        const asked = (kind: string) => (query.kinds.length === 0 || query.kinds.includes(kind)) && (kind === 'note' || !(query.tag || query.from || query.to))
        const found = (kind: string, list: (SearchHit | null)[]) => asked(kind) ? list.filter((one) => one !== null).slice(0, query.limit) : []
        const chosen = living().filter((note) => (!query.tag || note.tags.includes(query.tag)) &&
          (!query.from || note.updated.slice(0, 10) >= query.from) && (!query.to || note.updated.slice(0, 10) <= query.to))
        return {
          ...none,
          notes: found('note', chosen.map((note) => {
            const one = hit('note', note.id, '', note.title, context(note), note.body, words)
            return one && { ...one, updated: note.updated, confidential: note.confidential }
          })),
          items: found('item', items.map((one) => hit('item', one.id, '', one.title, '', `${one.summary} ${one.html}`, words))),
          steps: found('step', [...runs.values()].flatMap((run) => run.view.phases.flatMap((phase) => phase.steps.map((step) =>
            hit('step', step.id, run.view.id, step.text, run.view.name, `${step.text} ${step.why}`, words))))),
        }
      },
    },
    settings: {
      get: async () => clone(settings),
      set: async (next) => clone((settings = clone(next))),
      about: async () => ({
        version: '0.1.0', dataFolder: '/home/voorbeeld/.local/share/raadwijzer', notes: living().length, runs: runs.size, lastBackup, recovered: false,
        checked: false,
      }),
      manual: async () => [
        { id: 'handleiding', title: 'Handleiding', level: 2, html: '<p>Raadwijzer helpt u bij uw werk.</p>' },
        { id: 'notities', title: 'Notities', level: 2, html: '<p>Schrijf wat u wilt onthouden.</p>' },
        { id: 'schrijven', title: 'Schrijven', level: 3, html: '<p>Kies Nieuwe notitie.</p>' },
        { id: 'dit-programma-maakt-geen-verbinding', title: 'Dit programma maakt geen verbinding', level: 2, html: '<p>Alles blijft hier.</p>' },
      ],
      toErase: erasing.toErase,
      erase: erasing.erase,
      readTheme: async () => options.themeFile ?? '',
      openLink: async () => undefined,
      shade: async () => undefined,
      ready: async () => undefined,
    },
    backups: {
      list: async () => copies(),
      make: async (password) => {
        if (password !== '' && password.trim().length < 10) throw new Problem('password_short')
        const made = backup(password ? secret.path : '/home/voorbeeld/Documenten/raadwijzer-reservekopie.db')
        lastBackup = made.made
        return made
      },
      choose: async () => (options.sealedBackup ? backup(secret.path, true) : backup('/home/voorbeeld/Documenten/raadwijzer-reservekopie.db')),
      look: async (path, password) => opened(path, password),
      restore: async (path, password) => {
        erasing.putBack(path)
        return { ...opened(path, password), aside: '/home/voorbeeld/.local/share/raadwijzer/opzij' }
      },
      chooseSecondPlace: async () => {
        second = { secondPlace: '/media/voorbeeld/stick', secondLast: now(), secondProblem: '' }
        return copies()
      },
      forgetSecondPlace: async () => {
        second = { secondPlace: '', secondLast: '', secondProblem: '' }
        return copies()
      },
    },
    events: {
      on: (name, handler) => {
        const set = handlers.get(name) ?? new Set()
        handlers.set(name, set.add(handler))
        return () => set.delete(handler)
      },
    },
  }

  /** Writes down every call and lets the asked ones fail. */
  function watched<T extends object>(feature: string, methods: T): T {
    return new Proxy(methods, {
      get(target, key) {
        const method: unknown = Reflect.get(target, key)
        const name = `${feature}.${String(key)}`
        if (typeof method !== 'function' || feature === 'events') return method
        return async (...args: unknown[]) => {
          calls.push({ method: name, args: clone(args) })
          await held.get(name)
          const failure = failures.get(name)?.shift()
          if (failure) throw failure
          return (await Reflect.apply(method, target, clone(args))) as unknown
        }
      },
    })
  }

  const api = Object.fromEntries(Object.entries(plain).map(([name, methods]) => [name, watched(name, methods)])) as unknown as Api

  return {
    api,
    calls,
    /** The next call of this method ("notes.save") fails with this code. */
    failNext(method: string, code: Code, field = '') {
      failures.set(method, [...(failures.get(method) ?? []), new Problem(code, field, 'K3F9')])
    },
    /** Calls of this method wait until the returned function is called. */
    hold(method: string): () => void {
      let finish: () => void = () => undefined
      held.set(method, new Promise((resolve) => (finish = resolve)))
      return () => {
        held.delete(method)
        finish()
      }
    },
    /** What Go would send. */
    emit(name: EventName) {
      for (const handler of handlers.get(name) ?? []) handler()
    },
    /** Changes a note behind the page's back, as a second program would. */
    changeBehind(id: string, body: string) {
      const note = noteOf(id)
      Object.assign(note, { body, rev: note.rev + 1, updated: now() })
    },
  }
}

export type Fake = ReturnType<typeof createFake>
