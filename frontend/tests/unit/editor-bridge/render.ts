import type { Node } from '@tiptap/pm/model'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { NoteText } from '../../../src/lib/editor/bridge/note-text'
import { createSchema } from '../../../src/lib/editor/schema/schema'

export const schema = createSchema()

/** The page a Markdown reader makes, where a line end within text is the same as a space. */
export function html(markdown: string): string {
  const page = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
  return page.replace(/(<pre>[\s\S]*?<\/pre>)|\s+/g, (_, pre: string | undefined) => pre ?? ' ').trim()
}

export function open(markdown: string): { note: NoteText; doc: Node } {
  const note = new NoteText(schema)
  return { note, doc: note.read(markdown) }
}

/** As if every block had been edited. */
export function rewritten(markdown: string): string {
  const { note, doc } = open(markdown)
  return note.write(doc, true)
}

/** A new note with these blocks. */
export function written(...blocks: Node[]): string {
  return open('').note.write(schema.node('doc', null, blocks))
}

export function words(text: string): Node {
  return schema.node('paragraph', null, text ? [schema.text(text)] : [])
}
