import { contrast, hex, solve, type Tone, tone } from './color'
import type { Palette } from './names'

export interface Palettes { light: Palette; dark: Palette }

const surfaces = ['canvas', 'side', 'panel', 'sunken', 'raised']

/**
 * What must be told apart, and how well: WCAG 2.2, 1.4.3 for text (4.5:1) and
 * 1.4.11 for the edges of controls and the focus (3:1).
 */
export const pairs: { front: string; back: string; ratio: number }[] = [
  ...['text', 'text-subtle', 'accent', 'accent-strong'].flatMap((front) =>
    [...surfaces, 'accent-soft'].map((back) => ({ front, back, ratio: 4.5 }))),
  ...['accent', 'accent-strong'].map((back) => ({ front: 'on-accent', back, ratio: 4.5 })),
  ...['action', 'action-strong'].map((back) => ({ front: 'on-action', back, ratio: 4.5 })),
  ...surfaces.map((back) => ({ front: 'control', back, ratio: 3 })),
  ...surfaces.map((back) => ({ front: 'action', back, ratio: 3 })),
  ...surfaces.map((back) => ({ front: 'focus-outer', back, ratio: 3 })),
  { front: 'focus-inner', back: 'focus-outer', ratio: 3 },
]

export interface Unreadable { front: string; back: string; found: number; needed: number }

/** The pairs of a palette that cannot be told apart well enough. */
export function unreadable(palette: Palette): Unreadable[] {
  return pairs.flatMap(({ front, back, ratio }) => {
    const [one, other] = [palette[front], palette[back]]
    if (!one || !other) return []
    const found = contrast(one, other)
    return found < ratio ? [{ front, back, found, needed: ratio }] : []
  })
}

/** A light and a dark palette from one colour, or two when buttons have their own; null for what is no colour. */
export function palettes(accent: string, action = accent): Palettes | null {
  const [seed, second] = [tone(accent), tone(action)]
  if (!seed || !second) return null
  return { light: light(seed, second), dark: dark(seed, second) }
}

// Greys take a touch of the hue, less than the eye calls a colour: with more of
// it a burgundy makes the sidebar pink, and brown in the dark.
function grey(seed: Tone, l: number): string {
  return hex({ l, c: Math.min(seed.c * 0.03, 0.004), h: seed.h })
}

function tint(seed: Tone, l: number, most: number): string {
  return hex({ l, c: Math.min(seed.c, most), h: seed.h })
}

function light(seed: Tone, second: Tone): Palette {
  const back: Palette = {
    canvas: '#ffffff', raised: '#ffffff', side: grey(seed, 0.98), sunken: grey(seed, 0.97), panel: tint(seed, 0.963, 0.01),
    'accent-soft': tint(seed, 0.92, 0.022), line: grey(seed, 0.88), 'line-panel': tint(seed, 0.85, 0.035),
  }
  const under = ['canvas', 'raised', 'side', 'sunken', 'panel', 'accent-soft'].map((name) => back[name] as string)
  const ink = (from: Tone, ratio = 4.6) => solve(from, under, ratio, 'darker') ?? '#000000'
  const accent = ink(seed)
  const button = ink(second, 4.6)
  return {
    ...back,
    text: ink({ l: 0.28, c: Math.min(seed.c * 0.2, 0.02), h: seed.h }, 7),
    'text-subtle': ink({ l: 0.46, c: Math.min(seed.c * 0.2, 0.02), h: seed.h }),
    control: ink({ l: 0.55, c: Math.min(seed.c * 0.2, 0.02), h: seed.h }, 3.6),
    ...accents(accent, button, -0.08),
    'on-accent': '#ffffff', 'on-action': '#ffffff', 'focus-inner': '#ffffff',
    'focus-outer': ink({ l: 0.28, c: Math.min(seed.c, 0.05), h: seed.h }, 7),
  }
}

function dark(seed: Tone, second: Tone): Palette {
  const back: Palette = {
    canvas: grey(seed, 0.22), raised: grey(seed, 0.255), side: grey(seed, 0.2), sunken: grey(seed, 0.25),
    panel: tint(seed, 0.28, 0.014), 'accent-soft': tint(seed, 0.32, 0.025), line: grey(seed, 0.37), 'line-panel': tint(seed, 0.4, 0.025),
  }
  const under = ['canvas', 'raised', 'side', 'sunken', 'panel', 'accent-soft'].map((name) => back[name] as string)
  const ink = (from: Tone, ratio = 4.6) => solve(from, under, ratio, 'lighter') ?? '#ffffff'
  const pale = (from: Tone): Tone => ({ l: Math.max(from.l, 0.78), c: Math.min(from.c, 0.09), h: from.h })
  const on = (from: Tone, color: string) => solve({ l: 0.24, c: Math.min(from.c, 0.035), h: from.h }, [color], 4.6, 'darker') ?? '#000000'
  const accent = ink(pale(seed))
  const button = ink(pale(second))
  return {
    ...back,
    text: grey(seed, 0.94), 'text-subtle': ink({ l: 0.78, c: Math.min(seed.c * 0.15, 0.015), h: seed.h }),
    control: ink({ l: 0.66, c: Math.min(seed.c * 0.15, 0.015), h: seed.h }, 3.6),
    ...accents(accent, button, 0.07),
    'on-accent': on(seed, accent), 'on-action': on(second, button), 'focus-inner': '#0d1418', 'focus-outer': '#ffffff',
  }
}

/** The strong form is what a pointer shows: further from the page in the same way. */
function accents(accent: string, action: string, step: number): Palette {
  const strong = (color: string) => {
    const from = tone(color) as Tone
    return hex({ ...from, l: from.l + step })
  }
  return { accent, 'accent-strong': strong(accent), action, 'action-strong': strong(action) }
}
