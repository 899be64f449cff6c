export type Command =
  | 'start' | 'notes' | 'runs' | 'exports' | 'settings'
  | 'search' | 'find' | 'new' | 'saved' | 'larger' | 'smaller' | 'normal' | 'part' | 'partBack' | 'help' | 'lectern' | 'back'

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const withCtrl: Record<string, Command> = {
  '1': 'start', '2': 'notes', '3': 'runs', '4': 'exports', '5': 'settings',
  k: 'search', f: 'find', n: 'new', e: 'exports', p: 'exports', s: 'saved',
  '+': 'larger', '=': 'larger', '-': 'smaller', '0': 'normal',
}

/**
 * Which command a key means, or null. Ctrl+Alt is AltGr on Dutch Windows
 * keyboards and stays free for signs such as the euro.
 */
export function commandOf(event: Key): Command | null {
  if (event.altKey) return null
  if (event.key === 'F1') return 'help'
  if (event.key === 'F9') return 'lectern'
  if (event.key === 'Escape' && !event.shiftKey && !event.ctrlKey && !event.metaKey) return 'back'
  if (event.key === 'F6') return event.shiftKey ? 'partBack' : 'part'
  if (!event.ctrlKey && !event.metaKey) return null
  return withCtrl[event.key.toLowerCase()] ?? null
}

/** Whether Esc has a meaning of its own here: it empties a field, or leaves a text. */
export function ownsEscape(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input:not([type=checkbox]), select, textarea, form, [contenteditable], [role=toolbar]') !== null
}

/** Goes back, where the screen has a way back. */
export function goBack(): void {
  const link = document.querySelector<HTMLElement>('[data-back]')
  if (link && link.getClientRects().length > 0) link.click()
}

/** Moves the focus to the next part of the screen: menu, content, side panel. */
export function nextPart(direction: 1 | -1): void {
  const visible = (part: HTMLElement) => part.getClientRects().length > 0
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')].filter(visible)
  if (parts.length === 0) return
  // The innermost part counts: the side panel lies within the content.
  const at = parts.findLastIndex((part) => part.contains(document.activeElement))
  const next = parts[at < 0 ? 0 : (at + direction + parts.length) % parts.length]
  next?.focus()
}
