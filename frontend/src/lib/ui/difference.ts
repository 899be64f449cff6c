import { diffWordsWithSpace } from 'diff'

export interface Piece { text: string; kind: 'same' | 'added' | 'removed' }

/** Above this many characters a comparison word by word would stall the page. */
const most = 60_000

/**
 * What changed between two texts, word by word. Null when they are too long to
 * compare while somebody waits.
 */
export function difference(before: string, after: string): Piece[] | null {
  if (before.length + after.length > most) return null
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }))
}
