// The runs of the fake: what Go does with them, as far as the interface
// depends on it. Undo goes back to a copy, where Go reads its log.
import type {
  Answer, Api, DateView, LogLine, NoteCard, OwnStep, Phase, Progress, Recess, RunCard, RunView, Source, Step,
} from './api'
import { templates as shipped, type FakeStep, type FakeTemplate } from './fake-checklists'
import { Problem } from './problem'

export interface FakeRun { view: RunView; offsets: Map<string, number>; log: LogLine[]; past: RunView[] }

interface House {
  today: string
  now: () => string
  newId: (kind: string) => string
  who: () => string
  notesOf: (run: string, step: string) => NoteCard[]
}

const clone = <T>(value: T): T => structuredClone(value)
const none: Source = { title: '', url: '' }

export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

function count(steps: Step[]): Progress {
  const counted = steps.filter((step) => step.kind !== 'topic')
  return {
    done: counted.filter((step) => step.state === 'done').length,
    total: counted.filter((step) => step.state !== 'skipped').length,
    skipped: counted.filter((step) => step.state === 'skipped').length,
  }
}

/** A regular election falls on a Wednesday in March, one after a redivision in November. */
function electionOn(date: string): string {
  const at = new Date(`${date}T00:00:00Z`)
  if (at.getUTCDay() !== 3) return ''
  if (at.getUTCMonth() === 2 && at.getUTCDate() >= 15 && at.getUTCDate() <= 21) return 'gewoon'
  return at.getUTCMonth() === 10 ? 'herindeling' : ''
}

export function createRuns(house: House) {
  const { today, now, newId } = house
  const runs = new Map<string, FakeRun>()
  const own: FakeTemplate[] = []
  const recesses: Recess[] = []
  const all = () => [...shipped, ...own]

  function runOf(id: string): FakeRun {
    const run = runs.get(id)
    if (!run) throw new Problem('run_unknown', id)
    return run
  }
  const stepsOf = (run: FakeRun) => run.view.phases.flatMap((phase) => phase.steps)
  function stepOf(run: FakeRun, id: string): Step {
    const step = stepsOf(run).find((one) => one.id === id)
    if (!step) throw new Problem('step_unknown', id)
    return step
  }
  function ownStep(run: FakeRun, id: string): Step {
    const step = stepOf(run, id)
    if (step.origin !== 'eigen') throw new Problem('step_not_own', id)
    return step
  }
  function phaseOf(run: FakeRun, id: string): Phase {
    const phase = run.view.phases.find((one) => one.id === id)
    if (!phase) throw new Problem('phase_unknown', id)
    return phase
  }
  function templateOf(id: string): FakeTemplate {
    const template = all().find((one) => one.id === id)
    if (!template) throw new Problem('template_unknown', id)
    return template
  }
  const remarks = (date: string) => [
    ...(date ? [{ 0: 'zondag', 6: 'zaterdag' }[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''] : []),
    ...recesses.filter((one) => date >= one.first && date <= one.last).map((one) => one.name),
  ].filter(Boolean)

  function calendar(election: string, anchor: string): DateView[] {
    if (!anchor || !election || (election === 'gewoon' && electionOn(anchor) !== 'gewoon')) return []
    const date = election === 'gewoon' ? addDays(anchor, 14) : `${Number(anchor.slice(0, 4)) + 1}-01-04`
    return [{
      step: '', text: election === 'gewoon' ? 'De nieuwe raad begint.' : 'De nieuwe raad vergadert voor het eerst.', date, origin: 'wet',
      article: election === 'gewoon' ? 'Kieswet, artikel C 4' : 'Wet arhi, artikel 56', source: { title: 'Kiesraad', url: 'https://www.kiesraad.nl' },
      note: '', until: '', calculated: anchor > '2030', reference: false, remarks: remarks(date),
    }]
  }
  const kindFor = (template: { election: boolean }, anchor: string, wanted: string) =>
    template.election ? wanted || electionOn(anchor) || 'gewoon' : ''

  function refresh(run: FakeRun): RunView {
    const shown = run.view
    const steps = stepsOf(run)
    for (const step of steps) {
      const offset = run.offsets.get(step.id)
      step.proposed = offset !== undefined && shown.anchor ? addDays(shown.anchor, offset) : ''
      if (!step.pinned) step.deadline = step.proposed
      const todo = step.kind !== 'topic' && (step.state === 'open' || step.state === 'busy')
      step.late = todo && step.deadline !== '' && step.deadline < today
      step.remarks = remarks(step.deadline)
      step.notes = house.notesOf(shown.id, step.id)
    }
    shown.notes = house.notesOf(shown.id, '')
    for (const phase of shown.phases) phase.progress = count(phase.steps)
    const todo = steps.filter((step) => step.kind !== 'topic' && (step.state === 'open' || step.state === 'busy'))
    const due = todo.filter((step) => step.deadline).sort((a, b) => (a.deadline < b.deadline ? -1 : 1))[0]
    const dates = calendar(shown.election, shown.anchor)
    Object.assign(shown, {
      progress: count(steps), nextStep: todo[0]?.text ?? '', deadline: due?.deadline ?? '', deadlineStep: due?.text ?? '',
      late: due?.late ?? false, dates, unsure: shown.election !== '' && shown.anchor !== '' && dates.length === 0,
      canUndo: run.past.length > 0,
    })
    return clone(shown)
  }
  function write(run: FakeRun, what: string, step: string, from: string, to: string, by = house.who()) {
    const at = now()
    run.view.updated = at
    const id = stepsOf(run).find((one) => one.text === step)?.id ?? ''
    run.log.push({ at, by, id, step, what, from, to, undone: false, undoes: false })
  }
  /** Keeps a copy for undo, changes, and shows the run anew. What fails changes nothing. */
  function change(id: string, act: (run: FakeRun) => void): RunView {
    const run = runOf(id)
    const before = clone(run.view)
    const lines = run.log.length
    act(run)
    if (run.log.length > lines) run.past.push(before)
    return refresh(run)
  }

  function newStep(step: FakeStep): Step {
    const { id, kind, text, why, origin, article, source, parent, options, people } = clone(step)
    return {
      id, kind, text, why, origin, article, source, parent, people, state: 'open', reason: '', by: '', at: '', options: options.map((one) => ({ ...one, chosen: false })),
      questions: [], deadline: '', proposed: '', pinned: false, late: false, remarks: [], who: '', note: '', link: '', notes: [],
    }
  }
  function startRun(template: FakeTemplate, name: string, more: { municipality?: string; period?: string; anchor?: string; election?: string } = {}): FakeRun {
    if (!name.trim()) throw new Problem('name_missing')
    const { municipality = '', period = '', anchor = '', election = '' } = more
    const offsets = new Map<string, number>()
    for (const step of template.phases.flatMap((phase) => phase.steps)) if (step.offset !== null) offsets.set(step.id, step.offset)
    const at = now()
    const view: RunView = {
      id: newId('r'), template: template.id, title: template.title, name: name.trim(), municipality, period, anchor,
      anchorLabel: template.anchorLabel, progress: { done: 0, total: 0, skipped: 0 }, nextStep: '', deadline: '', deadlineStep: '',
      late: false, archived: false, created: at, updated: at, notice: template.notice, item: template.item,
      election: kindFor(template, anchor, election), notes: [], dates: [], unsure: false, canUndo: false, offers: 0,
      phases: template.phases.map(({ id, title, goal, origin, steps }) => ({
        id, title, goal, origin, source: none, progress: { done: 0, total: 0, skipped: 0 }, steps: steps.map(newStep),
      })),
    }
    const run: FakeRun = { view, offsets, log: [], past: [] }
    runs.set(view.id, run)
    write(run, 'started', '', '', view.name)
    return run
  }
  /** The steps of a run as a checklist, to start or keep. */
  function asTemplate(run: FakeRun, id: string, title: string): FakeTemplate {
    const { notice, anchorLabel, item, election, phases } = run.view
    return {
      id, version: 1, title, summary: '', notice, anchorLabel, item, election: election !== '', own: true,
      phases: phases.map((phase) => ({
        ...phase, steps: phase.steps.map((step) => ({ ...clone(step), offset: run.offsets.get(step.id) ?? null })),
      })),
    }
  }
  const shifts = (run: FakeRun, anchor: string) => stepsOf(run).flatMap((step) => {
    const offset = run.offsets.get(step.id)
    if (step.pinned || offset === undefined) return []
    const to = anchor ? addDays(anchor, offset) : ''
    return to === step.deadline ? [] : [{ step: step.id, text: step.text, from: step.deadline, to }]
  })
  function place(run: FakeRun, id: string) {
    const phase = run.view.phases.findIndex((one) => one.steps.some((step) => step.id === id))
    return { phase, at: run.view.phases[phase]?.steps.findIndex((step) => step.id === id) ?? -1 }
  }
  function move(run: FakeRun, id: string, up: boolean) {
    const step = ownStep(run, id)
    const { phase, at } = place(run, id)
    const here = run.view.phases[phase]
    if (!here) return
    let to = at + (up ? -1 : 1)
    while (here.steps[to]?.parent) to += up ? -1 : 1
    const other = run.view.phases[phase + (up ? -1 : 1)]
    if (to >= 0 && to < here.steps.length) {
      here.steps.splice(at, 1)
      here.steps.splice(to, 0, step)
    } else if (other) {
      here.steps.splice(at, 1)
      other.steps.splice(up ? other.steps.length : 0, 0, step)
    } else return
    write(run, 'moved', step.text, '', '')
  }
  function set<K extends 'who' | 'note' | 'link' | 'text' | 'why' | 'reason'>(run: FakeRun, step: Step, what: K, to: string) {
    if (step[what] === to) return
    write(run, what, step.text, step[what], to)
    step[what] = to
  }
  function questionOf(step: Step, id: string) {
    const found = step.questions.find((one) => one.id === id)
    if (!found) throw new Problem('question_unknown', id)
    return found
  }

  const api: Api['checklists'] = {
    templates: async () => all().map(({ phases, ...rest }) => ({
      ...rest, steps: phases.flatMap((phase) => phase.steps).filter((step) => step.kind !== 'topic').length,
      phases: phases.map((phase) => phase.title),
    })),
    saveTemplate: async (run, title) => {
      if (!title.trim()) throw new Problem('name_missing')
      own.push(asTemplate(runOf(run), newId('t'), title.trim()))
      return (await api.templates()).at(-1) as Awaited<ReturnType<typeof api.importTemplate>>
    },
    importTemplate: async () => api.saveTemplate([...runs.keys()][0] ?? '', 'Ingelezen checklist'),
    exportTemplate: async (id) => ({ path: `/home/voorbeeld/Documenten/${templateOf(id).title}.md`, bytes: 4000, leftOut: 0, cancelled: false }),
    removeTemplate: async (id) => {
      const at = own.findIndex((one) => one.id === id)
      if (at < 0) throw new Problem('template_unknown', id)
      own.splice(at, 1)
    },
    previewDates: async ({ template: id, anchor, election: wanted }) => {
      const template = templateOf(id)
      const election = kindFor(template, anchor, wanted)
      const year = Number(anchor.slice(0, 4))
      const steps: DateView[] = template.phases.flatMap((phase) => phase.steps).flatMap((step) => step.offset === null ? [] : [{
        step: step.id, text: step.text, date: addDays(anchor, step.offset), origin: 'voorstel', article: '', source: none, note: '',
        until: '', calculated: false, reference: false, remarks: remarks(addDays(anchor, step.offset)),
      }])
      const dates = [...steps, ...calendar(election, anchor)].sort((a, b) => (a.date < b.date ? -1 : 1))
      return {
        election, period: election === 'gewoon' ? `${year}-${year + 4}` : election ? `vanaf ${year + 1}` : '',
        unsure: election !== '' && calendar(election, anchor).length === 0, dates,
      }
    },
    start: async ({ template, from, name, ...more }) =>
      refresh(startRun(from ? asTemplate(runOf(from), runOf(from).view.template, runOf(from).view.title) : templateOf(template), name, more)),
    list: async () => [...runs.values()].map((run): RunCard => {
      const {
        id, template, title, name, municipality, period, anchor, anchorLabel, progress, nextStep, deadline, deadlineStep, late, archived,
        created, updated,
      } = refresh(run)
      return {
        id, template, title, name, municipality, period, anchor, anchorLabel, progress, nextStep, deadline, deadlineStep, late, archived,
        created, updated,
      }
    }).sort((a, b) => Number(a.archived) - Number(b.archived) || Number(b.late) - Number(a.late) || b.updated.localeCompare(a.updated)),
    get: async (id) => refresh(runOf(id)),
    setStep: async ({ run: id, step: stepId, state, reason, by, options: chosen }) => change(id, (run) => {
      const step = stepOf(run, stepId)
      if (step.kind === 'topic') throw new Problem('topic_not_tickable', stepId)
      if (state === 'skipped' && !reason.trim()) throw new Problem('reason_missing', stepId)
      if (step.kind === 'choice') {
        const before = step.options.filter((one) => one.chosen).map((one) => one.id).join(',')
        for (const one of step.options) one.chosen = chosen.includes(one.id)
        if (before !== chosen.join(',')) write(run, 'choice', step.text, before, chosen.join(','), by)
      }
      if (step.state !== state) {
        write(run, 'state', step.text, step.state, state, by)
        Object.assign(step, { state, by, at: now() })
      }
      set(run, step, 'reason', state === 'skipped' ? reason : '')
    }),
    setFacts: async ({ run: id, step: stepId, who, note, link }) => change(id, (run) => {
      if (link && !/^https?:\/\/\S+$/.test(link)) throw new Problem('link_invalid', link)
      const step = stepOf(run, stepId)
      set(run, step, 'who', who)
      set(run, step, 'note', note)
      set(run, step, 'link', link)
    }),
    setDeadline: async (id, stepId, date) => change(id, (run) => {
      const step = stepOf(run, stepId)
      write(run, 'deadline', step.text, step.deadline, date)
      Object.assign(step, { deadline: date, pinned: true })
    }),
    followAnchor: async (id, stepId) => change(id, (run) => {
      const step = stepOf(run, stepId)
      write(run, 'deadline', step.text, step.deadline, step.proposed)
      step.pinned = false
    }),
    moveAnchor: async ({ run: id, date, election }) => change(id, (run) => {
      write(run, 'anchor', '', run.view.anchor, date)
      run.view.anchor = date
      if (run.view.election) run.view.election = election || electionOn(date) || run.view.election
    }),
    previewAnchor: async ({ run, date, election }) => {
      const kind = election || (date.slice(5, 7) === '11' ? 'herindeling' : runOf(run).view.election)
      return { election: kind, unsure: kind !== '' && date !== '' && calendar(kind, date).length === 0, shifts: shifts(runOf(run), date) }
    },
    setHeading: async ({ run: id, ...heading }) => change(id, (run) => {
      if (!heading.name.trim()) throw new Problem('name_missing')
      for (const what of ['name', 'municipality', 'period'] as const) {
        if (run.view[what] !== heading[what]) write(run, what, '', run.view[what], heading[what])
      }
      Object.assign(run.view, heading)
    }),
    archive: async (id, away) => change(id, (run) => {
      if (run.view.archived !== away) write(run, 'archived', '', away ? '' : '1', away ? '1' : '')
      run.view.archived = away
    }),
    undo: async (id) => {
      const run = runOf(id)
      const before = run.past.pop()
      if (!before) throw new Problem('nothing_to_undo')
      const last = run.log.findLast((line) => !line.undone && !line.undoes && line.what !== 'started')
      if (last) {
        last.undone = true
        run.log.push({ ...last, at: now(), by: house.who(), from: last.to, to: last.from, undone: false, undoes: true })
      }
      run.view = before
      return refresh(run)
    },
    addStep: async ({ run: id, phase, text, why, topic }: OwnStep) => change(id, (run) => {
      if (!text.trim()) throw new Problem('name_missing')
      phaseOf(run, phase).steps.push(newStep({
        id: newId('s'), kind: topic ? 'topic' : 'tick', text, why, origin: 'eigen', article: '', source: none, parent: '', offset: null, options: [], people: [],
      }))
      write(run, 'added', text, '', '')
    }),
    editStep: async ({ run: id, step: stepId, text, why }: OwnStep) => change(id, (run) => {
      const step = ownStep(run, stepId)
      if (!text.trim()) throw new Problem('name_missing')
      set(run, step, 'text', text)
      set(run, step, 'why', why)
    }),
    removeStep: async (id, stepId) => change(id, (run) => {
      const step = ownStep(run, stepId)
      for (const phase of run.view.phases) phase.steps = phase.steps.filter((one) => one.id !== stepId)
      write(run, 'removed', step.text, '', '')
    }),
    moveStep: async (id, stepId, up) => change(id, (run) => move(run, stepId, up)),
    setQuestion: async ({ run: id, step: stepId, question, text }: Answer) => change(id, (run) => {
      const step = stepOf(run, stepId)
      if (!text.trim()) throw new Problem('name_missing')
      if (question) questionOf(step, question).text = text
      else step.questions.push({ id: newId('q'), text, answers: step.people.map(() => '') })
      write(run, 'question', step.text, '', text)
    }),
    removeQuestion: async (id, stepId, question) => change(id, (run) => {
      const step = stepOf(run, stepId)
      const gone = questionOf(step, question)
      step.questions = step.questions.filter((one) => one !== gone)
      write(run, 'question', step.text, gone.text, '')
    }),
    setAnswer: async ({ run: id, step: stepId, question, column, text }) => change(id, (run) => {
      const step = stepOf(run, stepId)
      const asked = questionOf(step, question)
      write(run, 'answer', step.text, asked.answers[column] ?? '', text)
      asked.answers[column] = text
    }),
    offers: async (id) => (runOf(id).view.offers === 0 ? [] : [
      { step: 'new-1', phase: runOf(id).view.phases[0]?.title ?? '', fresh: false, text: 'Een nieuwe stap in de checklist.', why: '', origin: 'ldib' },
    ]),
    takeOffers: async (id, steps) => change(id, (run) => {
      run.view.offers = 0
      for (const step of steps) {
        run.view.phases[0]?.steps.push(newStep({
          id: step, kind: 'tick', text: 'Een nieuwe stap in de checklist.', why: '', origin: 'ldib', article: '', source: none, parent: '', offset: null, options: [], people: [],
        }))
      }
      write(run, 'template', '', '1', '2')
    }),
    compare: async (left, right) => {
      const [one, two] = [runOf(left), runOf(right)]
      const course = (run: FakeRun, id: string) => {
        const step = stepsOf(run).find((other) => other.id === id)
        const done = step && (step.state === 'done' || step.state === 'skipped') && step.at ? step.at.slice(0, 10) : ''
        return {
          present: step !== undefined, state: step?.state ?? '', reason: step?.reason ?? '',
          chosen: step?.options.filter((option) => option.chosen).map((option) => option.text) ?? [],
          done, dated: done !== '' && run.view.anchor !== '', offset: done && run.view.anchor ? daysBetween(run.view.anchor, done) : 0, days: 0,
        }
      }
      const card = async (id: string) => (await api.list()).find((run) => run.id === id) as RunCard
      return {
        left: await card(left), right: await card(right), leftDays: 3, rightDays: 0,
        pairs: one.view.phases.flatMap((phase) => phase.steps.filter((step) => step.kind !== 'topic').map((step) => ({
          phase: phase.title, step: step.id, text: step.text, left: course(one, step.id), right: course(two, step.id),
        }))),
      }
    },
    recesses: async () => clone(recesses),
    addRecess: async ({ name, first, last }) => {
      if (!name.trim()) throw new Problem('name_missing')
      if (!first || !last || last < first) throw new Problem('date_invalid', last)
      const recess = { id: newId('v'), name, first, last }
      recesses.push(recess)
      return clone(recess)
    },
    removeRecess: async (id) => {
      const at = recesses.findIndex((one) => one.id === id)
      if (at < 0) throw new Problem('recess_unknown', id)
      recesses.splice(at, 1)
    },
    log: async (id) => clone(runOf(id).log),
  }
  return { api, runs, runOf, stepOf, startRun, templateOf, write }
}
