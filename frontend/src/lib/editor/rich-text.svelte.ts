import { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { EditorState, Selection } from '@tiptap/pm/state'
import { NoteText } from './bridge/note-text'
import { editorLabels, type EditorLabels } from '../nl/editor'
import { Paste } from './paste/paste'
import { Keys } from './plugins/keys'
import { Links, toHref } from './plugins/links'
import { NoteLinks } from './plugins/note-links'
import { NoteSuggest, type Typed } from './plugins/note-suggest'
import { Order } from './plugins/order'
import { Tasks } from './plugins/task-view'
import { History, ListSigns, Placeholder } from './plugins/typing'
import { schemaExtensions } from './schema/schema'
import { type Active, activeAt, nothing, run, type Tool } from './tools'

export interface RichTextOptions {
  markdown: string
  /** The name of the text for assistive technology. */
  label: string
  disabled?: boolean
  placeholder?: string
  describedby?: string
}

/** Marks a change that is not of the user. */
const fromOutside = 'fromOutside'
/** The Markdown is not written at each key, which would slow down the keys, but this long after one, in milliseconds. */
const shortestWait = 50
const longestWait = 500
/** In between, so that of the time writing takes no more than one part in so many. */
const share = 10

/**
 * The rich text of one note. It holds the editor, so undo and redo live as
 * long as the editor is on the screen; the note outside it is Markdown.
 */
export class RichTextController {
  /** What holds at the cursor. */
  active: Active = $state.raw(nothing)
  /** The reference that is being typed, for a list of titles, or null. */
  typed: Typed | null = $state.raw(null)
  /** The link that is being edited, or null. */
  link: { href: string; text: string; isNew: boolean } | null = $state.raw(null)

  /** The user changed something; the Markdown of it may follow a moment later. */
  onedit: () => void = () => undefined
  onchange: (markdown: string) => void = () => undefined
  /** Opens an address outside the program. */
  onopenlink: (href: string) => void = () => undefined
  /** Opens the note that a reference means. */
  onopennote: (target: string) => void = () => undefined
  /** A key while a reference is typed; true when it was used. */
  ontypedkey: (key: string) => boolean = () => false
  /** Asks which note to refer to. */
  onnotelink: () => void = () => undefined
  ontoolbar: () => void = () => undefined
  onblur: () => void = () => undefined

  readonly labels: EditorLabels
  #editor: Editor | null = null
  #note: NoteText | null = null
  #told = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #took = 0

  constructor(labels: EditorLabels = editorLabels) {
    this.labels = labels
  }

  mount(element: HTMLElement, { markdown, label, disabled = false, placeholder = '', describedby = '' }: RichTextOptions): void {
    this.#editor = new Editor({
      element,
      injectCSS: false,
      enablePasteRules: false,
      enableCoreExtensions: { clipboardTextSerializer: false },
      extensions: [
        ...schemaExtensions,
        Keys.configure({ ontoolbar: () => this.ontoolbar() }),
        Links.configure({ onopenlink: (href) => this.onopenlink(href) }),
        NoteLinks.configure({ onopennote: (target) => this.onopennote(target), hint: this.labels.noteLink }),
        NoteSuggest.configure({
          // A moment later, as in onBlur.
          ontyped: (typed) => queueMicrotask(() => (this.typed = this.#editor ? typed : null)),
          onkey: (key) => this.ontypedkey(key),
        }),
        Tasks.configure({ labels: this.labels }),
        Placeholder.configure({ text: placeholder }),
        History, ListSigns, Order, Paste,
      ],
      editable: !disabled,
      editorProps: {
        attributes: {
          // WebKit hides headings and lists inside a textbox from assistive technology.
          role: 'group',
          'aria-label': label,
          ...(describedby ? { 'aria-describedby': describedby } : {}),
          lang: 'nl',
          spellcheck: 'true',
          class: 'rich-text',
        },
      },
      onUpdate: ({ transaction }) => this.#changed(Boolean(transaction.getMeta(fromOutside))),
      onTransaction: ({ editor, transaction }) => {
        if (transaction.docChanged || transaction.selectionSet || transaction.storedMarksSet) this.active = activeAt(editor)
      },
      // A moment later: a text that leaves the page with the focus in it may not change anything at that moment.
      onBlur: () => queueMicrotask(() => {
        this.flush()
        this.onblur()
      }),
    })
    this.#note = new NoteText(this.#editor.schema)
    this.open(markdown)
  }

  destroy(): void {
    this.flush()
    this.#editor?.destroy()
    this.#editor = null
    this.#note = null
    this.active = nothing
  }

  /** Another note: what could be undone is gone. */
  open(markdown: string): void {
    const { editor, note } = this.#parts()
    if (!editor || !note) return
    const { plugins } = editor.state
    editor.view.updateState(EditorState.create({ doc: note.read(markdown), plugins }))
    this.#told = markdown
    this.active = activeAt(editor)
  }

  /** The same note with another text, as one change that can be undone. Calls no `onedit` and no `onchange`. */
  setMarkdown(markdown: string): void {
    const { editor, note } = this.#parts()
    if (!editor || !note || markdown === this.getMarkdown()) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    const doc = note.read(markdown, true)
    const { tr } = editor.state
    // Only the part that differs is replaced; the rest keeps its place and its undo.
    let from = 0
    let end = 0
    const before = tr.doc.content
    const shared = Math.min(before.childCount, doc.childCount)
    while (from < shared && before.child(from).eq(doc.child(from))) from += 1
    while (end < shared - from && before.child(before.childCount - 1 - end).eq(doc.child(doc.childCount - 1 - end))) end += 1
    note.adopt(tr.doc, doc, from, end)
    const start = size(before.content.slice(0, from))
    const stop = before.size - size(before.content.slice(before.childCount - end))
    const slice = doc.content.content.slice(from, doc.childCount - end)
    if (stop > start || slice.length > 0) tr.replaceWith(start, stop, slice)
    this.#told = markdown
    editor.view.dispatch(closeHistory(tr).setMeta(fromOutside, true).setSelection(Selection.near(tr.doc.resolve(Math.min(start + 1, tr.doc.content.size)))))
    this.#told = markdown
  }

  /** The note as it is now; untouched blocks are byte for byte as they were. */
  getMarkdown(): string {
    const { editor, note } = this.#parts()
    return editor && note ? note.write(editor.state.doc) : this.#told
  }

  /** Tells `onchange` now what it would hear in a moment. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!this.#editor) return
    const begin = performance.now()
    const markdown = this.getMarkdown()
    this.#took = performance.now() - begin
    if (markdown === this.#told) return
    this.#told = markdown
    this.onchange(markdown)
  }

  setDisabled(disabled: boolean): void {
    if (this.#editor && this.#editor.isEditable === disabled) this.#editor.setEditable(!disabled, false)
  }

  setLabel(label: string): void {
    this.#editor?.view.dom.setAttribute('aria-label', label)
  }

  /** Without a place the cursor is where it was. */
  focus(place: 'start' | 'end' | null = null): void {
    this.#editor?.commands.focus(place)
    // The command waits for the next frame; a key may come before it.
    this.#editor?.view.focus()
  }

  undo(): void {
    this.run('undo')
  }

  redo(): void {
    this.run('redo')
  }

  run(tool: Tool): void {
    const editor = this.#editor
    if (!editor || this.active.unavailable[tool] || !editor.isEditable) return
    if (tool === 'link') this.#editLink(editor)
    else if (tool === 'noteLink') this.onnotelink()
    else run(editor, tool)
  }

  /** Puts a reference at the cursor; words that are selected become its words. */
  insertReference(reference: string): void {
    const editor = this.#editor
    if (!editor) return
    const { from, to } = editor.state.selection
    const words = editor.state.doc.textBetween(from, to, '\n', '\n').trim()
    const fits = words !== '' && !/[[\]|\\\n]/.test(words)
    const text = fits ? reference.replace(/(?:\|[^\]]*)?\]\]$/, () => `|${words}]]`) : reference
    // Words that cannot stand in a reference stay, and it comes behind them.
    editor.chain().focus().insertContentAt(fits ? { from, to } : to, { type: 'text', text }).run()
  }

  /** Puts a reference in the place of what is typed of it. */
  completeReference(text: string): void {
    const { typed } = this
    if (!typed || !this.#editor) return
    this.typed = null
    this.#editor.chain().focus().insertContentAt({ from: typed.from, to: typed.to }, { type: 'text', text }).run()
  }

  /** Ties a list that belongs to the text to it, for assistive technology; "" for none. */
  describeActive(list: string, active: string): void {
    for (const [name, value] of [['aria-controls', list], ['aria-activedescendant', active]] as const) {
      if (value) this.#editor?.view.dom.setAttribute(name, value)
      else this.#editor?.view.dom.removeAttribute(name)
    }
  }

  /** False when the address is none. */
  saveLink(address: string, text: string): boolean {
    const editor = this.#editor
    const href = toHref(address)
    if (!editor || !href) return false
    const chain = editor.chain().focus()
    if (this.link?.isNew) {
      const { from } = editor.state.selection
      const words = text.trim() || address.trim()
      chain.insertContentAt(from, { type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] }).run()
    } else {
      chain.extendMarkRange('link').setMark('link', { href }).run()
    }
    this.link = null
    return true
  }

  removeLink(): void {
    this.#editor?.chain().focus().extendMarkRange('link').unsetMark('link').run()
    this.link = null
  }

  #editLink(editor: Editor): void {
    const { href } = editor.getAttributes('link') as { href?: string }
    const { from, to, empty } = editor.state.selection
    this.link = { href: href ?? '', text: editor.state.doc.textBetween(from, to, ' '), isNew: empty && !href }
  }

  #changed(outside: boolean): void {
    if (!outside) this.onedit()
    // A wait that began goes on: otherwise who types without a pause would wait for ever.
    this.#timer ??= setTimeout(() => this.flush(), Math.min(Math.max(this.#took * share, shortestWait), longestWait))
  }

  #parts() {
    return { editor: this.#editor, note: this.#note }
  }
}

function size(nodes: readonly { nodeSize: number }[]): number {
  return nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
}
