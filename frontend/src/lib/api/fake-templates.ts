// The templates of the fake are the real ones of content/.
const files = import.meta.glob<string>('../../../../content/templates/*.md', { query: '?raw', import: 'default', eager: true })

interface FakeNoteTemplate { id: string; title: string; summary: string; body: string }

function read(text: string): FakeNoteTemplate {
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n\n(.*)$/s.exec(text) ?? []
  const value = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(front)?.[1] ?? ''
  return { id: value('id'), title: value('title'), summary: value('summary'), body }
}

export const noteTemplates = Object.keys(files).sort().map((name) => read(files[name] ?? ''))
