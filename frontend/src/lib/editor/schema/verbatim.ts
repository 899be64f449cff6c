import { Node } from '@tiptap/core'
import { editorLabels } from '../../nl/editor'

// What the bridge does not know stays in the note word for word: a part that
// can be selected and removed, not edited. Only this window may make such
// parts through the clipboard; a web page must not plant Markdown or HTML.
const key = crypto.getRandomValues(new Uint32Array(3)).join('-')

const attributes = () => ({
  source: {
    default: '',
    parseHTML: (element: HTMLElement) => element.getAttribute('data-source') ?? '',
    renderHTML: ({ source }: Record<string, unknown>) => ({ 'data-source': source, 'data-key': key }),
  },
})

/** Long parts (a picture in the text) show their beginning only. */
function shown(source: unknown): string {
  const text = String(source)
  return text.length > 2000 ? `${text.slice(0, 2000)} ...` : text
}

export const Verbatim = Node.create({
  name: 'verbatim',
  group: 'block',
  atom: true,
  selectable: true,
  addAttributes: attributes,
  parseHTML: () => [{ tag: `pre[data-source][data-key="${key}"]`, priority: 60 }],
  renderHTML: ({ node, HTMLAttributes }) => ['pre', { ...HTMLAttributes, class: 'verbatim', spellcheck: 'false', 'data-label': editorLabels.verbatim }, shown(node.attrs['source'])],
  renderText: ({ node }) => String(node.attrs['source']),
})

export const VerbatimInline = Node.create({
  name: 'verbatimInline',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: attributes,
  parseHTML: () => [{ tag: `code[data-source][data-key="${key}"]`, priority: 60 }],
  renderHTML: ({ node, HTMLAttributes }) => ['code', { ...HTMLAttributes, class: 'verbatim', spellcheck: 'false', title: editorLabels.verbatim }, shown(node.attrs['source'])],
  renderText: ({ node }) => String(node.attrs['source']),
})
