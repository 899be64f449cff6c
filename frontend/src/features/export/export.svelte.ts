import type { Api, ExportRequest, ItemCard, NoteCard, RunCard } from '../../lib/api/api'
import { type Problem, toProblem } from '../../lib/api/problem'
import { Exporter } from '../../lib/parts/exporter.svelte'
import { formatsOf } from '../../lib/parts/formats'

export type What = 'all' | 'notes' | 'run' | 'handover' | 'item'

const pageSize = 200

/** What goes into the file, in which form. An empty choice is never "everything". */
export class ExportController {
  what: What = $state('all')
  format = $state('pdf')
  /** Of a run: the notes that hang on it. */
  withNotes = $state(false)
  includeConfidential = $state(false)
  words = $state('')
  notes: NoteCard[] = $state.raw([])
  total = $state(0)
  chosen: string[] = $state([])
  runs: RunCard[] = $state.raw([])
  run = $state('')
  items: ItemCard[] = $state.raw([])
  item = $state('')
  fileName = $state('')
  /** How many of the notes asked for are confidential. */
  confidential = $state(0)
  loaded = $state(false)
  problem: Problem | null = $state(null)
  readonly exporter: Exporter
  #api: Api
  #suggesting = 0
  #asked = 0

  constructor(api: Api) {
    this.#api = api
    this.exporter = new Exporter(api)
  }

  /** Notes go along that were not chosen one by one. */
  readonly unnamed = $derived(this.what === 'all' || this.what === 'handover' || (this.what === 'run' && this.withNotes))

  readonly request: ExportRequest = $derived.by(() => {
    const ids = { all: [], notes: this.chosen, run: this.run ? [this.run] : [], handover: this.run ? [this.run] : [], item: this.item ? [this.item] : [] }[this.what]
    const format = this.what === 'handover' ? 'zip' : this.format
    return {
      what: this.what, ids: [...ids], format, withNotes: this.what === 'run' && this.withNotes,
      includeConfidential: this.unnamed && this.includeConfidential,
    }
  })

  readonly possible = $derived(this.what === 'all' || this.request.ids.length > 0)

  async load(): Promise<void> {
    try {
      const [runs, library] = await Promise.all([this.#api.checklists.list(), this.#api.library.list('')])
      this.runs = runs
      this.items = library.items
      this.run ||= runs[0]?.id ?? ''
      this.item ||= library.items[0]?.id ?? ''
      await this.find()
      this.loaded = true
      this.problem = null
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }

  /** The notes to choose from. What was chosen stays chosen. */
  async find(more = false): Promise<void> {
    const asked = ++this.#asked
    const offset = more ? this.notes.length : 0
    try {
      const page = await this.#api.notes.list({
        words: this.words, tag: '', pinned: false, trashed: false, item: '', run: '', step: '', sort: 'updated', offset, limit: pageSize,
      })
      if (asked !== this.#asked) return
      this.notes = more ? [...this.notes, ...page.notes] : page.notes
      this.total = page.total
    } catch (reason) {
      this.problem = toProblem(reason)
    }
  }

  /** Asks for something else. A form that it does not have gives way to the first. */
  ask(what: What): void {
    this.what = what
    const formats = formatsOf(what)
    if (!formats.includes(this.format)) this.format = formats[0] ?? ''
  }

  choose(id: string, on: boolean): void {
    this.chosen = on ? [...this.chosen, id] : this.chosen.filter((one) => one !== id)
  }

  /** Confidential notes are chosen by hand only. */
  chooseShown(): void {
    const open = this.notes.filter((note) => !note.confidential).map((note) => note.id)
    this.chosen = [...new Set([...this.chosen, ...open])]
  }

  /** Only hints on the screen; saving tells what is wrong. */
  async suggest(request: ExportRequest): Promise<void> {
    const { exports } = this.#api
    const suggesting = ++this.#suggesting
    const [name, confidential] = await Promise.all([
      exports.suggest(request).catch(() => ''),
      exports.confidential(request).catch(() => 0),
    ])
    if (suggesting === this.#suggesting) Object.assign(this, { fileName: name, confidential })
  }
}
