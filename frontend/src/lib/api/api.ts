// The whole contract with Go on one screen. The interfaces mirror
// app/views.go: dates are "2026-03-18", moments RFC 3339 in UTC, absent is "".
// A call that fails rejects with a Problem (problem.ts).

export type Role = '' | 'burgemeester' | 'wethouder' | 'gemeentesecretaris' | 'raadslid' | 'griffier'
export type Origin = 'ldib' | 'wet' | 'bron' | 'voorstel' | 'eigen'
export type StepState = 'open' | 'busy' | 'done' | 'skipped'
export type Appearance = 'system' | 'light' | 'dark'
export type ExportFormat = 'pdf' | 'html' | 'md'

export interface Source { title: string; url: string }

export interface ItemCard {
  id: string; title: string; roles: string[]; summary: string; takeaways: string[]
  minutes: number; read: boolean; checklist: string
}
export interface RoleCount { role: string; count: number }
export interface LibraryView { items: ItemCard[]; total: number; counts: RoleCount[] }
export interface Term { term: string; explanation: string }
/** A part of the text of an item; what stands before the first heading has no id and no title. */
export interface ItemSection { id: string; title: string; level: number; html: string; notes: number }
export interface ItemView extends ItemCard {
  sections: ItemSection[]; sources: Source[]; checkedOn: string; terms: Term[]; notes: NoteCard[]; previous: string; next: string
}

export interface NoteCard {
  id: string; title: string; excerpt: string; tags: string[]; item: string; part: string; run: string; step: string
  context: string; meeting: string; meetingDate: string
  confidential: boolean; pinned: boolean; created: string; updated: string; trashed: string
}
export interface NoteView extends NoteCard { rev: number; titleGiven: boolean; body: string }
export interface NoteQuery {
  words: string; tag: string; pinned: boolean; trashed: boolean; item: string; run: string; step: string
  part?: string; meeting?: string; meetingDate?: string
  sort: string; offset: number; limit: number
}
export interface TagCount { tag: string; count: number }
export interface NotePage { notes: NoteCard[]; total: number; tags: TagCount[]; trash: number }
export interface NewNote { title: string; body: string; item: string; part?: string; run: string; step: string }
export interface NotePlace {
  id: string; item: string; part: string; run: string; step: string; meeting: string; meetingDate: string
}
export interface Meeting { subject: string; date: string; count: number }
/** A reference in a note. Without an id there is no such note, and the title is the one it would get. */
export interface LinkView { target: string; id: string; title: string; trashed: boolean; same: number }
export interface NoteLinks { links: LinkView[]; backlinks: NoteCard[] }
/** A note to refer to; `text` is what to put in a note. */
export interface TitleView { id: string; title: string; updated: string; text: string }
export interface NoteTemplate { id: string; title: string; summary: string; own: boolean }
export interface NoteFromTemplate { template: string; title: string; item: string; part?: string; run: string; step: string }
export interface NoteEdit { id: string; rev: number; title: string; body: string; keepOld: boolean }
export interface NoteSaved { id: string; rev: number; title: string; updated: string }
export interface NoteProperties { id: string; tags: string[]; pinned: boolean; confidential: boolean }
export interface Version { id: string; rev: number; title: string; saved: string; body: string }

export interface Template {
  id: string; version: number; title: string; summary: string; notice: string; anchorLabel: string
  item: string; steps: number; phases: string[]; election: boolean; own: boolean
}
export interface DateView {
  step: string; text: string; date: string; origin: string; article: string; source: Source; note: string
  until: string; calculated: boolean; reference: boolean; remarks: string[]
}
export interface DatePreview { template: string; anchor: string; election: string }
export interface PreviewView { election: string; period: string; unsure: boolean; dates: DateView[] }
export interface NewRun {
  template: string; from: string; name: string; municipality: string; period: string; anchor: string; election: string
}
export interface Progress { done: number; total: number; skipped: number }
export interface RunCard {
  id: string; template: string; title: string; name: string; municipality: string; period: string
  anchor: string; anchorLabel: string; progress: Progress
  nextStep: string; deadline: string; deadlineStep: string; late: boolean; archived: boolean; created: string; updated: string
}
export interface RunView extends RunCard {
  notice: string; item: string; election: string; phases: Phase[]; notes: NoteCard[]; dates: DateView[]; unsure: boolean
  canUndo: boolean; offers: number
}
export interface Phase {
  id: string; title: string; goal: string; origin: string; source: Source; progress: Progress; steps: Step[]
}
export interface Option { id: string; text: string; chosen: boolean }
export interface Question { id: string; text: string; answers: string[] }
export interface Step {
  id: string; kind: string; text: string; why: string; origin: string; article: string; source: Source; parent: string
  state: string; reason: string; by: string; at: string; options: Option[]; people: string[]; questions: Question[]
  deadline: string; proposed: string; pinned: boolean; late: boolean; remarks: string[]
  who: string; note: string; link: string; notes: NoteCard[]
}
export interface StepChange { run: string; step: string; state: string; reason: string; by: string; options: string[] }
export interface StepFacts { run: string; step: string; who: string; note: string; link: string }
export interface OwnStep { run: string; phase: string; step: string; text: string; why: string; topic: boolean }
export interface Answer { run: string; step: string; question: string; column: number; text: string }
export interface AnchorMove { run: string; date: string; election: string }
export interface AnchorPreview { election: string; unsure: boolean; shifts: AnchorShift[] }
/** Of a step, or of the calendar of the election when `step` is empty. */
export interface AnchorShift { step: string; text: string; from: string; to: string }
export interface RunHeading { run: string; name: string; municipality: string; period: string }
export interface LogLine {
  at: string; by: string; id: string; step: string; what: string; from: string; to: string; undone: boolean; undoes: boolean
}
export interface Offer { step: string; phase: string; fresh: boolean; text: string; why: string; origin: string }
export interface Recess { id: string; name: string; first: string; last: string }
export interface Course {
  present: boolean; state: string; reason: string; chosen: string[]; done: string; dated: boolean; offset: number; days: number
}
export interface Pair { phase: string; step: string; text: string; left: Course; right: Course }
export interface CompareView { left: RunCard; right: RunCard; leftDays: number; rightDays: number; pairs: Pair[] }

export interface ExportRequest { what: string; ids: string[]; format: string; withNotes?: boolean; includeConfidential: boolean }
export interface ExportResult { path: string; bytes: number; leftOut: number; cancelled: boolean }
/** The first pages of a PDF, each as SVG, and the number of all. */
export interface ExportPreview { pages: string[]; total: number }
export interface ExportProgress { busy: boolean; done: number; total: number } // total 0: not known

export interface ImportProgress { done: number; total: number } // files
export interface ImportResult { imported: number; unchanged: number; trashed: number; failed: ImportFailed[]; cancelled: boolean }
export interface ImportFailed { path: string; reason: string }

export interface SearchHit {
  kind: string; id: string; run: string; title: string; context: string; snippet: string
  marks: number[] // pairs of begin and end in UTF-16 units
  updated: string; confidential: boolean // of a note
}
/** Tag and days choose among notes: with one of them only notes are found. */
export interface SearchQuery { words: string; kinds: string[]; tag: string; from: string; to: string; limit: number }
export interface SearchView { notes: SearchHit[]; items: SearchHit[]; steps: SearchHit[]; more: boolean }

export interface SettingsView {
  role: string; roleAsked: boolean; appearance: string; textSize: number; name: string; nameAsked: boolean; municipality: string
  wordsPerMinute: number; lecternSize: number
  theme: string // a house style as its file has it, see lib/theme; "": none
  tourSeen: boolean // the three sentences of the first start were put away
}
export interface AboutView {
  version: string; dataFolder: string; notes: number; runs: number; lastBackup: string; recovered: boolean; checked: boolean
}
/** What removing all data takes away, or took away when it is erased. */
export interface Erasure {
  notes: number; trashed: number; runs: number; copies: number; secondPlace: string; aside: string; erased: boolean
}
export interface Backup {
  path: string; made: string; notes: number; runs: number; aside: string; chosen: boolean; sealed: boolean; version: number
}
export interface Backups { copies: Backup[]; secondPlace: string; secondLast: string; secondProblem: string }

export interface ManualSection { id: string; title: string; level: number; html: string }

/**
 * "flush": the window wants to close. "changed": data changed outside the page. "checked" and "damaged": the
 * program did not end as it should before, and this is what became of the data.
 */
export type EventName = 'flush' | 'changed' | 'checked' | 'damaged'

export interface Api {
  library: {
    list(role: string): Promise<LibraryView>
    item(id: string, role: string): Promise<ItemView>
    markRead(id: string, read: boolean): Promise<void>
    glossary(): Promise<Term[]>
  }
  notes: {
    list(query: NoteQuery): Promise<NotePage>
    get(id: string): Promise<NoteView>
    create(note: NewNote): Promise<NoteView>
    templates(): Promise<NoteTemplate[]> // one's own first
    createFrom(note: NoteFromTemplate): Promise<NoteView>
    save(edit: NoteEdit): Promise<NoteSaved> // "conflict" when rev is not the stored one
    saveElsewhere(note: NoteView): Promise<ExportResult> // opens the save dialog; needs nothing of the database
    setProperties(properties: NoteProperties): Promise<NoteView>
    setPlace(place: NotePlace): Promise<NoteView>
    meetings(): Promise<Meeting[]> // the latest first
    links(id: string): Promise<NoteLinks> // of the stored text
    resolve(target: string): Promise<LinkView>
    titles(words: string): Promise<TitleView[]>
    trash(id: string): Promise<void>
    restore(id: string): Promise<NoteView>
    emptyTrash(): Promise<number>
    history(id: string): Promise<Version[]>
    restoreVersion(id: string, version: string): Promise<NoteView>
    preview(body: string): Promise<string> // safe HTML
    flushed(saved: boolean): Promise<void> // false: the window must stay open
  }
  tags: { // each answers how many notes that were
    list(): Promise<TagCount[]>
    rename(old: string, tag: string): Promise<number> // "tag_exists" when there is such a tag
    merge(tags: string[], into: string): Promise<number>
    remove(tag: string): Promise<number>
  }
  checklists: {
    templates(): Promise<Template[]> // one's own last
    saveTemplate(run: string, title: string): Promise<Template>
    importTemplate(): Promise<Template> // opens a dialog; id "" when it was closed
    exportTemplate(id: string): Promise<ExportResult>
    removeTemplate(id: string): Promise<void>
    previewDates(preview: DatePreview): Promise<PreviewView>
    start(run: NewRun): Promise<RunView>
    list(): Promise<RunCard[]> // archived ones too, last
    get(id: string): Promise<RunView>
    setStep(change: StepChange): Promise<RunView>
    setFacts(facts: StepFacts): Promise<RunView>
    setDeadline(run: string, step: string, date: string): Promise<RunView> // "" removes it
    followAnchor(run: string, step: string): Promise<RunView>
    moveAnchor(move: AnchorMove): Promise<RunView>
    previewAnchor(move: AnchorMove): Promise<AnchorPreview>
    setHeading(heading: RunHeading): Promise<RunView>
    archive(run: string, away: boolean): Promise<RunView>
    undo(run: string): Promise<RunView>
    addStep(step: OwnStep): Promise<RunView>
    editStep(step: OwnStep): Promise<RunView>
    removeStep(run: string, step: string): Promise<RunView>
    moveStep(run: string, step: string, up: boolean): Promise<RunView>
    setQuestion(question: Answer): Promise<RunView>
    removeQuestion(run: string, step: string, question: string): Promise<RunView>
    setAnswer(answer: Answer): Promise<RunView>
    offers(run: string): Promise<Offer[]>
    takeOffers(run: string, steps: string[]): Promise<RunView>
    compare(left: string, right: string): Promise<CompareView>
    recesses(): Promise<Recess[]>
    addRecess(recess: Recess): Promise<Recess>
    removeRecess(id: string): Promise<void>
    log(run: string): Promise<LogLine[]>
  }
  imports: {
    choose(what: 'files' | 'folder'): Promise<string[]> // opens a dialog; none when it was closed
    start(paths: string[]): Promise<ImportResult>
    progress(): Promise<ImportProgress>
    cancel(): Promise<void> // start then answers with what was done so far
  }
  exports: {
    confidential(request: ExportRequest): Promise<number> // how many are among what is asked for
    suggest(request: ExportRequest): Promise<string>
    save(request: ExportRequest): Promise<ExportResult> // opens the save dialog
    preview(request: ExportRequest): Promise<ExportPreview> // of the PDF, whatever the format
    progress(): Promise<ExportProgress> // of save or preview
    cancel(): Promise<void> // save or preview then rejects with "cancelled"
    openFolder(path: string): Promise<void>
  }
  search: {
    find(query: SearchQuery): Promise<SearchView>
  }
  settings: {
    get(): Promise<SettingsView>
    set(settings: SettingsView): Promise<SettingsView>
    about(): Promise<AboutView>
    manual(): Promise<ManualSection[]>
    toErase(): Promise<Erasure>
    erase(copies: boolean): Promise<Erasure> // without copies the data are kept as one, in aside
    readTheme(): Promise<string> // the text of a file that the user chooses; "" when the dialog was closed
    openLink(url: string): Promise<void>
    shade(dark: boolean): Promise<void> // the page is dark: the window behind it follows
    ready(): Promise<void> // the first screen stands: the window may be shown
  }
  backups: {
    list(): Promise<Backups>
    make(password: string): Promise<Backup> // "" makes one without a password
    choose(): Promise<Backup> // sealed: ask for the password, then look
    look(path: string, password: string): Promise<Backup>
    restore(path: string, password: string): Promise<Backup>
    chooseSecondPlace(): Promise<Backups>
    forgetSecondPlace(): Promise<Backups>
  }
  events: {
    on(name: EventName, handler: () => void): () => void // returns the way to stop listening
  }
}
