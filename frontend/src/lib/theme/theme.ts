import { tone } from './color'
import { colorNames, type Palette } from './names'
import { type Palettes, palettes, unreadable, type Unreadable } from './palette'

/** A house style. Dark is made from the same colours. */
export interface Theme { name: string; font: string; palettes: Palettes }

export type ThemeFault =
  | { kind: 'form' }
  | { kind: 'color'; name: string }
  | { kind: 'name'; name: string }
  | { kind: 'contrast'; pair: Unreadable; dark: boolean }

export type ThemeResult = { theme: Theme } | { fault: ThemeFault }

/** The largest house style that is read, in characters. */
export const maxTheme = 20_000

/**
 * Reads a house style from one of its two forms: huisstijl.json (naam, accent,
 * actie, lettertype), or a theme file with nothing but custom properties, first
 * for light and then, behind a rule for dark, for dark. Nothing else is taken
 * over, so that a file cannot restyle the page or fetch anything.
 */
export function readTheme(text: string): ThemeResult {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > maxTheme) return { fault: { kind: 'form' } }
  return trimmed.startsWith('{') ? fromJson(trimmed) : fromCss(trimmed)
}

/** A house style from a colour alone. */
export function fromColor(accent: string): ThemeResult {
  return build('', '', accent, accent)
}

function fromJson(text: string): ThemeResult {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return { fault: { kind: 'form' } }
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { fault: { kind: 'form' } }
  const fields = data as Record<string, unknown>
  for (const [name, value] of Object.entries(fields)) {
    if (!['naam', 'accent', 'actie', 'lettertype'].includes(name)) return { fault: { kind: 'name', name } }
    if (typeof value !== 'string') return { fault: { kind: 'form' } }
  }
  const field = (name: string) => (fields[name] as string | undefined) ?? ''
  return build(field('naam'), field('lettertype'), field('accent'), field('actie') || field('accent'))
}

function build(name: string, font: string, accent: string, action: string): ThemeResult {
  for (const [label, color] of [['accent', accent], ['actie', action]] as const) {
    if (!tone(color)) return { fault: { kind: 'color', name: label } }
  }
  if (!isFont(font)) return { fault: { kind: 'name', name: 'lettertype' } }
  return checked({ name: clean(name), font, palettes: palettes(accent, action) as Palettes })
}

/** A name of a font on this computer, nothing that CSS could take for more. */
function isFont(font: string): boolean {
  return /^[\p{L}\p{N} _-]{0,60}$/u.test(font)
}

function clean(name: string): string {
  return name.replace(/\s+/g, ' ').trim().slice(0, 80)
}

const property = /^--basis-([a-z-]+)\s*:\s*(#[0-9a-f]{3}|#[0-9a-f]{6})$/i

function fromCss(text: string): ThemeResult {
  const rule = /[^{};@]*\{([^{}]*)\}/g
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, '')
  const rules = [...plain.matchAll(rule)]
  const rest = plain.replace(rule, '').trim()
  if (rules.length === 0 || rules.length > 2 || rest !== '') return { fault: { kind: 'form' } }
  const found: Palette[] = []
  for (const [, body] of rules) {
    const palette = properties(body as string)
    if ('fault' in palette) return palette
    found.push(palette.palette)
  }
  const [light = {}, dark = {}] = found
  const accent = light['accent']
  if (!accent) return { fault: { kind: 'color', name: 'accent' } }
  // What a file leaves open follows from its accent; what it names stands.
  const made = palettes(accent, light['action'] ?? accent) as Palettes
  return checked({ name: '', font: '', palettes: { light: { ...made.light, ...light }, dark: { ...made.dark, ...dark } } })
}

function properties(body: string): { palette: Palette } | { fault: ThemeFault } {
  const palette: Palette = {}
  for (const line of body.split(';').map((part) => part.trim()).filter(Boolean)) {
    const [, name = '', color = ''] = property.exec(line) ?? []
    if (!name) return { fault: { kind: 'name', name: line.slice(0, 60) } }
    if (!(colorNames as readonly string[]).includes(name)) return { fault: { kind: 'name', name: `--basis-${name}` } }
    palette[name] = color.toLowerCase()
  }
  return { palette }
}

function checked(theme: Theme): ThemeResult {
  for (const dark of [false, true]) {
    const [pair] = unreadable(dark ? theme.palettes.dark : theme.palettes.light)
    if (pair) return { fault: { kind: 'contrast', pair, dark } }
  }
  return { theme }
}
