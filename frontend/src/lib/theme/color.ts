import { clampChroma, converter, formatHex, parse, wcagContrast } from 'culori/fn'
import { modeLrgb, modeOklch, modeRgb, useMode as use } from 'culori/fn'

use(modeRgb)
use(modeLrgb)
use(modeOklch)
const toOklch = converter('oklch')

/** Lightness 0 to 1, chroma from 0, hue in degrees. */
export interface Tone { l: number; c: number; h: number }

/** The colour "#rrggbb" or "#rgb" as a tone, null for anything else. */
export function tone(color: string): Tone | null {
  if (!/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(color)) return null
  const parsed = toOklch(parse(color))
  return parsed ? { l: parsed.l, c: parsed.c, h: parsed.h ?? 0 } : null
}

/** The nearest colour that a screen has, as "#rrggbb". */
export function hex({ l, c, h }: Tone): string {
  return formatHex(clampChroma({ mode: 'oklch', l: Math.min(1, Math.max(0, l)), c: Math.max(0, c), h }, 'oklch'))
}

/** Contrast of two colours by WCAG 2: 1 to 21. */
export function contrast(one: string, other: string): number {
  return wcagContrast(one, other)
}

/**
 * The colour nearest to this tone in lightness that has the contrast with all
 * of the others, or null. Lighter or darker says which way to look.
 */
export function solve(wanted: Tone, others: string[], ratio: number, way: 'lighter' | 'darker'): string | null {
  const step = way === 'lighter' ? 0.005 : -0.005
  for (let l = wanted.l; l >= 0 && l <= 1; l += step) {
    const color = hex({ ...wanted, l })
    if (others.every((other) => contrast(color, other) >= ratio)) return color
  }
  const last = hex({ ...wanted, l: way === 'lighter' ? 1 : 0 })
  return others.every((other) => contrast(last, other) >= ratio) ? last : null
}
