/**
 * Waits for the letters that a text needs. Letters that come after the text
 * would move it: until then it stands in others, which have another width.
 */
export async function letters(style: 'normal' | 'italic' = 'normal'): Promise<void> {
  if ('fonts' in document) await document.fonts.load(`${style} 1rem "Source Sans 3"`).catch(() => [])
}
