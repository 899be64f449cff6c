import type NoteEditor from './NoteEditor.svelte'

/**
 * The view that edits a note. With the formatted text it is half of the
 * program, and the first screen shows without it: it is loaded behind that.
 */
class EditorView {
  component: typeof NoteEditor | null = $state.raw(null)

  async load(): Promise<void> {
    this.component ??= (await import('./NoteEditor.svelte')).default
  }
}

export const editorView = new EditorView()
