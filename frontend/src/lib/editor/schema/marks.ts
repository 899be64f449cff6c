import { Mark } from '@tiptap/core'

// The words of a note can be bold, italic, struck through, code and a link,
// in any combination: nothing excludes anything else. There are no input
// rules: signs that are typed stay signs.

export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  excludes: 'link',
  addAttributes: () => ({ href: { default: '' }, title: { default: null } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (isWebAddress(element.getAttribute('href') ?? '') ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', { ...HTMLAttributes, rel: 'noreferrer' }, 0],
})

export const Italic = Mark.create({
  name: 'italic',
  priority: 900,
  excludes: 'italic',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }],
  renderHTML: () => ['em', 0],
})

export const Bold = Mark.create({
  name: 'bold',
  priority: 800,
  excludes: 'bold',
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }],
  renderHTML: () => ['strong', 0],
})

export const Strike = Mark.create({
  name: 'strike',
  priority: 700,
  excludes: 'strike',
  parseHTML: () => [{ tag: 'del' }, { tag: 's' }],
  renderHTML: () => ['del', 0],
})

export const Code = Mark.create({
  name: 'code',
  priority: 600,
  excludes: 'code',
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', { spellcheck: 'false' }, 0],
})

/** Other addresses are kept in the note, and are not made into links. */
export function isWebAddress(href: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s<>]+$/i.test(href)
}

export function isMailAddress(text: string): boolean {
  return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text)
}

/** Outermost first, where two marks cover the same words. */
export const markOrder = ['link', 'italic', 'bold', 'strike', 'code'] as const
