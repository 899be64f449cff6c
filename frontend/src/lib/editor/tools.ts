import type { Editor } from '@tiptap/core'
import { closeHistory, redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import {
  addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable,
} from '@tiptap/pm/tables'
import type { Command } from '@tiptap/pm/state'
import { inList, selectedItems, setChecked } from './plugins/list-items'

export const tools = [
  'bold', 'italic', 'strike', 'heading2', 'heading3', 'bulletList', 'orderedList', 'taskList', 'blockquote',
  'link', 'noteLink', 'table', 'code', 'undo', 'redo', 'addRow', 'deleteRow', 'addColumn', 'deleteColumn', 'deleteTable',
] as const
export type Tool = (typeof tools)[number]

export const tableTools: readonly Tool[] = ['addRow', 'deleteRow', 'addColumn', 'deleteColumn', 'deleteTable']

/** What holds at the cursor, for the toolbar. */
export interface Active {
  pressed: Partial<Record<Tool, boolean>>
  unavailable: Partial<Record<Tool, boolean>>
  inTable: boolean
}

export const nothing: Active = { pressed: {}, unavailable: {}, inTable: false }

export function activeAt(editor: Editor): Active {
  const { state } = editor
  if (!editor.isEditable) return { ...nothing, unavailable: Object.fromEntries(tools.map((tool) => [tool, true])) }
  const items = selectedItems(state)
  const tasks = items.length > 0 && items.every(({ node }) => node.attrs['checked'] !== null)
  const list = inList(state)
  const inTable = isInTable(state)
  const inCode = editor.isActive('codeBlock')
  const blockOnly = inTable || inCode
  return {
    inTable,
    pressed: {
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      strike: editor.isActive('strike'),
      heading2: editor.isActive('heading', { level: 2 }),
      heading3: editor.isActive('heading', { level: 3 }),
      bulletList: list === 'bulletList' && !tasks,
      orderedList: list === 'orderedList' && !tasks,
      taskList: tasks,
      blockquote: editor.isActive('blockquote'),
      link: editor.isActive('link'),
      code: editor.isActive('code') || inCode,
    },
    unavailable: {
      bold: inCode, italic: inCode, strike: inCode, link: inCode, noteLink: inCode,
      heading2: inTable, heading3: inTable, bulletList: blockOnly, orderedList: blockOnly, taskList: blockOnly,
      blockquote: inTable, table: blockOnly,
      undo: undoDepth(state) === 0,
      redo: redoDepth(state) === 0,
    },
  }
}

type ListName = 'bulletList' | 'orderedList'

/** Tools that change the text at once; the others ask something first. */
export type DirectTool = Exclude<Tool, 'link' | 'noteLink'>

const actions: Record<DirectTool, (editor: Editor) => unknown> = {
  bold: (editor) => editor.commands.toggleMark('bold'),
  italic: (editor) => editor.commands.toggleMark('italic'),
  strike: (editor) => editor.commands.toggleMark('strike'),
  heading2: (editor) => editor.commands.toggleNode('heading', 'paragraph', { level: 2 }),
  heading3: (editor) => editor.commands.toggleNode('heading', 'paragraph', { level: 3 }),
  bulletList: (editor) => toList(editor, 'bulletList'),
  orderedList: (editor) => toList(editor, 'orderedList'),
  taskList: toTasks,
  blockquote: (editor) => editor.commands.toggleWrap('blockquote'),
  table: insertTable,
  code: toCode,
  undo: (editor) => direct(editor, undo),
  redo: (editor) => direct(editor, redo),
  addRow: (editor) => direct(editor, addRowAfter),
  deleteRow: (editor) => direct(editor, deleteRow) || direct(editor, deleteTable),
  addColumn: (editor) => direct(editor, addColumnAfter),
  deleteColumn: (editor) => direct(editor, deleteColumn) || direct(editor, deleteTable),
  deleteTable: (editor) => direct(editor, deleteTable),
}

export function run(editor: Editor, tool: DirectTool): void {
  if (!editor.isEditable) return
  // Undo takes back one button at a time.
  if (tool !== 'undo' && tool !== 'redo') editor.view.dispatch(closeHistory(editor.state.tr))
  actions[tool](editor)
}

function direct(editor: Editor, command: Command): boolean {
  return command(editor.state, editor.view.dispatch)
}

/** Items with a checkbox lose it first: they become what the button says. */
function toList(editor: Editor, name: ListName): void {
  const tasks = selectedItems(editor.state).filter(({ node }) => node.attrs['checked'] !== null)
  const chain = editor.chain().command(({ tr }) => setChecked(tr, tasks, null) === tr)
  if (tasks.length === 0 || inList(editor.state) !== name) chain.toggleList(name, 'listItem')
  chain.run()
}

function toTasks(editor: Editor): void {
  const chain = editor.chain()
  if (selectedItems(editor.state).length === 0) chain.toggleList('bulletList', 'listItem')
  chain.command(({ state, tr }) => {
    const items = selectedItems(state)
    const all = items.every(({ node }) => node.attrs['checked'] !== null)
    setChecked(tr, items.filter(({ node }) => all || node.attrs['checked'] === null), all ? null : false)
    return true
  }).run()
}

/** Words become code within the sentence; whole lines become a block of code. */
function toCode(editor: Editor): void {
  const { selection } = editor.state
  const { $from, $to, empty } = selection
  const withinLine = !empty && $from.sameParent($to)
  if (editor.isActive('code') || (withinLine && !editor.isActive('codeBlock')) || isInTable(editor.state)) editor.commands.toggleMark('code')
  else editor.commands.toggleNode('codeBlock', 'paragraph')
}

function insertTable(editor: Editor): void {
  const { schema, tr } = editor.state
  const cell = (type: string): Node => schema.node(type, null, [schema.node('paragraph')])
  const row = (type: string): Node => schema.node('tableRow', null, [cell(type), cell(type), cell(type)])
  const table = schema.node('table', null, [row('tableHeader'), row('tableCell'), row('tableCell')])
  const at = tr.selection.from
  tr.replaceSelectionWith(table)
  editor.view.dispatch(tr)
  // The cursor goes to the first cell.
  let target = -1
  editor.state.doc.descendants((node, position) => {
    if (target < 0 && node.type.name === 'table' && position >= at - 2) target = position + 4
    return target < 0
  })
  if (target >= 0) editor.commands.setTextSelection(target)
  editor.commands.scrollIntoView()
}
