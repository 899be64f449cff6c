import { Extension, type Editor } from '@tiptap/core'
import { redo, undo } from '@tiptap/pm/history'
import { liftListItem, sinkListItem } from '@tiptap/pm/schema-list'
import { type Command, Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import { addRowAfter, goToNextCell, isInTable } from '@tiptap/pm/tables'
import { type DirectTool, run } from '../tools'
import { toggleTask } from './list-items'

interface Options {
  /** Alt+F10 */
  ontoolbar: () => void
}

/** The keys of the editor. Ctrl+Alt is AltGr on Dutch keyboards and stays free. */
export const Keys = Extension.create<Options>({
  name: 'keys',
  priority: 1000,

  addOptions: () => ({ ontoolbar: () => undefined }),

  addKeyboardShortcuts() {
    const { editor } = this
    const tool = (name: DirectTool) => () => {
      run(editor, name)
      return true
    }
    const command = (what: Command) => () => what(editor.state, editor.view.dispatch, editor.view)
    return {
      'Mod-b': tool('bold'),
      'Mod-i': tool('italic'),
      'Mod-Shift-7': tool('orderedList'),
      'Mod-Shift-8': tool('bulletList'),
      'Mod-Shift-9': tool('taskList'),
      'Mod-z': command(undo),
      'Mod-Shift-z': command(redo),
      'Mod-y': command(redo),
      'Mod-Enter': () => toggleTask(editor.view) || !editor.isActive('codeBlock'),
      'Shift-Enter': () => lineBreak(editor),
      Enter: () => cellBelow(editor) || splitItem(editor),
      Backspace: () => startOfItem(editor),
      'Alt-F10': () => {
        this.options.ontoolbar()
        return true
      },
    }
  },

  addProseMirrorPlugins() {
    const { editor } = this
    // "Esc, dan Tab" always leaves the text.
    let leaving = false
    return [
      new Plugin({
        props: {
          handleKeyDown(_view, event) {
            if (event.key === 'Escape') {
              leaving = true
              return false
            }
            // WebKitGTK gives Shift+Tab a code and no name.
            if (event.code !== 'Tab' && event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) {
              if (event.key !== 'Shift') leaving = false
              return false
            }
            if (leaving) return false
            return event.shiftKey ? tabBack(editor) : tab(editor)
          },
          handleDOMEvents: {
            blur: () => void (leaving = false),
            mousedown: () => void (leaving = false),
          },
        },
      }),
    ]
  },
})

function tab({ state, view, schema }: Editor): boolean {
  const { listItem } = schema.nodes
  if (isInTable(state)) {
    if (goToNextCell(1)(state, view.dispatch)) return true
    return addRowAfter(state, view.dispatch) && goToNextCell(1)(view.state, view.dispatch)
  }
  return listItem ? sinkListItem(listItem)(state, view.dispatch) : false
}

function tabBack({ state, view, schema }: Editor): boolean {
  if (isInTable(state)) return goToNextCell(-1)(state, view.dispatch)
  const { listItem } = schema.nodes
  const { $from } = state.selection
  const depth = itemDepth(state.selection)
  const nested = depth > 2 && $from.node(depth - 2).type === listItem
  return listItem && nested ? liftListItem(listItem)(state, view.dispatch) : false
}

function itemDepth({ $from }: Selection): number {
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type.name === 'listItem') return depth
  return 0
}

/** Headings and cells are one line. */
function lineBreak(editor: Editor): boolean {
  if (editor.isActive('codeBlock')) return editor.commands.newlineInCode()
  if (editor.isActive('heading')) return editor.commands.splitBlock()
  if (isInTable(editor.state)) return true
  const { hardBreak } = editor.schema.nodes
  if (!hardBreak) return false
  const marks = editor.state.storedMarks ?? editor.state.selection.$from.marks()
  editor.view.dispatch(editor.state.tr.replaceSelectionWith(hardBreak.create(), false).ensureMarks(marks).scrollIntoView())
  return true
}

function splitItem(editor: Editor): boolean {
  const { selection } = editor.state
  const depth = itemDepth(selection)
  if (depth === 0 || selection.$from.depth !== depth + 1) return false
  const checked = selection.$from.node(depth).attrs['checked'] === null ? null : false
  return editor.commands.splitListItem('listItem', { checked })
}

/** Enter in a table goes down, and out of it at the end. */
function cellBelow(editor: Editor): boolean {
  const { state, view } = editor
  if (!isInTable(state)) return false
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name !== 'table') continue
    const row = $from.index(depth)
    const column = $from.index(depth + 1)
    const table = $from.node(depth)
    const { tr } = state
    if (row + 1 < table.childCount) {
      const target = $from.posAtIndex(row + 1, depth) + 1
      let inside = target
      for (let cell = 0; cell < column; cell += 1) inside += table.child(row + 1).maybeChild(cell)?.nodeSize ?? 0
      tr.setSelection(TextSelection.near(tr.doc.resolve(inside + 1)))
    } else {
      const after = $from.after(depth)
      const next = tr.doc.nodeAt(after)
      if (!next?.isTextblock) tr.insert(after, editor.schema.node('paragraph'))
      tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1)))
    }
    view.dispatch(tr.scrollIntoView())
    return true
  }
  return false
}

/** At the start of an item Backspace takes away the checkbox, then the sign of the list. */
function startOfItem(editor: Editor): boolean {
  if (editor.commands.undoInputRule()) return true
  const { selection } = editor.state
  const { $from, empty } = selection
  const depth = itemDepth(selection)
  if (!empty || $from.parentOffset > 0 || depth === 0 || $from.depth !== depth + 1 || $from.index(depth) > 0) return false
  if ($from.node(depth).attrs['checked'] !== null) {
    editor.view.dispatch(editor.state.tr.setNodeAttribute($from.before(depth), 'checked', null))
    return true
  }
  return editor.commands.liftListItem('listItem')
}
