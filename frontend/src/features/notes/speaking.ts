/**
 * How many words of a Markdown text are spoken: marks, task boxes, the
 * numbers of a list, addresses and comments are not. A word has a letter or a
 * digit in it, so "-" between two words is none and "24/7" is one.
 */
export function spokenWords(markdown: string): number {
  const text = markdown
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/^ {0,3}\[[^\]\n]+\]:[ \t].*$/gm, ' ') // where a link goes, on a line of its own
    .replace(/\[\[[^[\]\n|]{0,200}\\?\|([^[\]\n|]{0,200})\]\]/g, '$1') // the words of a reference to a note
    .replace(/\]\([^)\n]{0,2000}\)/g, '] ')
    .replace(/<(?:https?|mailto):[^>\s]{0,2000}>/gi, ' ')
    .replace(/^[ \t>]*(?:```|~~~).*$/gm, ' ')
    .replace(/^(?:[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)+/gm, ' ')
    .replace(/^[ \t]*\[[ xX]\](?=\s)/gm, ' ')
  let count = 0
  for (const [piece] of text.matchAll(/[^\s|]+/g)) if (/[\p{L}\p{N}]/u.test(piece)) count++
  return count
}

/** How long so many words take, in whole seconds; a word takes at least one. */
export function speakingSeconds(words: number, wordsPerMinute: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round((words / wordsPerMinute) * 60))
}
