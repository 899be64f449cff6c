import { getSchema } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { Blockquote, CodeBlock, Doc, HardBreak, Heading, HorizontalRule, Paragraph, Text } from './blocks'
import { BulletList, ListItem, OrderedList } from './lists'
import { Bold, Code, Italic, Link, Strike } from './marks'
import { Table, TableCell, TableHeader, TableRow } from './tables'
import { Verbatim, VerbatimInline } from './verbatim'

export const schemaExtensions = [
  Doc, Text, Paragraph, Heading, Blockquote, CodeBlock, HorizontalRule, HardBreak,
  BulletList, OrderedList, ListItem,
  Table, TableRow, TableHeader, TableCell,
  Verbatim, VerbatimInline,
  Link, Italic, Bold, Strike, Code,
]

/** For work without a window: tests, conversions. An editor makes its own. */
export const createSchema = (): Schema => getSchema(schemaExtensions)
