import { describe, expect, it } from 'vitest'
import { nl } from '../../src/lib/nl'

const sources = Object.values(import.meta.glob<string>(['../../src/**/*.{svelte,ts}', '!../../src/lib/nl/**'], { query: '?raw', import: 'default', eager: true }))

/** Whether a file says nl.section.key, or gives nl.section a name and says name.key. */
function says(source: string, section: string, key: string): boolean {
  const names = [...source.matchAll(new RegExp(`(\\w+) = nl\\.${section}\\b(?!\\.)`, 'g'))].map((found) => found[1])
  return [`nl\\.${section}`, ...names].some((name) => new RegExp(`\\b${name}\\.${key}\\b`).test(source))
}

describe('Words', () => {
  it('are all said somewhere', () => {
    const unsaid = Object.entries(nl).flatMap(([section, words]) =>
      Object.keys(words).filter((key) => !sources.some((source) => says(source, section, key))).map((key) => `${section}.${key}`),
    )
    expect(unsaid).toEqual([])
  })
})
