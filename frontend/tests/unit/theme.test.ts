import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, tone } from '../../src/lib/theme/color'
import { applyTheme } from '../../src/lib/theme/apply'
import { colorNames } from '../../src/lib/theme/names'
import { palettes, unreadable } from '../../src/lib/theme/palette'
import { fromColor, readTheme, type Theme } from '../../src/lib/theme/theme'

const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

function theme(text: string): Theme {
  const result = readTheme(text)
  if ('fault' in result) throw new Error(JSON.stringify(result.fault))
  return result.theme
}

describe('a palette from a colour', () => {
  it('can be read, whatever the colour, in light and in dark', () => {
    fc.assert(fc.property(color, color, (accent, action) => {
      const made = palettes(accent, action)
      expect(made).not.toBeNull()
      for (const palette of [made?.light ?? {}, made?.dark ?? {}]) {
        expect(Object.keys(palette).sort()).toEqual([...colorNames].sort())
        expect(unreadable(palette)).toEqual([])
      }
    }), { numRuns: 300 })
  })

  it('keeps a colour that can be read, and its hue when it must become darker', () => {
    expect(palettes('#12586b')?.light['accent']).toBe('#12586b')
    const yellow = palettes('#ffcc00')?.light['accent'] ?? ''
    expect(contrast(yellow, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(Math.abs((tone(yellow)?.h ?? 0) - (tone('#ffcc00')?.h ?? 0))).toBeLessThan(6)
  })

  it('is not made of what is no colour', () => {
    for (const bad of ['', 'rood', '#12', '#12345', 'url(x)', 'rgb(0 0 0)', '#12586b;']) expect(palettes(bad)).toBeNull()
  })
})

describe('a house style in a file', () => {
  it('is read from huisstijl.json', () => {
    const made = theme('{"naam": " Gemeente  Voorbeelddam ", "accent": "#7a1f3d", "actie": "#1c5c2e", "lettertype": "Noto Sans"}')
    expect(made).toMatchObject({ name: 'Gemeente Voorbeelddam', font: 'Noto Sans' })
    expect(made.palettes.light).toMatchObject({ accent: '#7a1f3d', action: '#1c5c2e' })
  })

  it('is read from custom properties, for light and for dark', () => {
    const made = theme('/* Voorbeelddam */ :root { --basis-accent: #7a1f3d; --basis-side: #F0F0F0; }\n[data-kleurstand="dark"] { --basis-accent: #f0b0c4 }')
    expect(made.palettes.light).toMatchObject({ accent: '#7a1f3d', side: '#f0f0f0' })
    expect(made.palettes.dark['accent']).toBe('#f0b0c4')
  })

  it.each([
    ['', 'form'], ['{', 'form'], ['[]', 'form'], ['{"accent": 1}', 'form'], ['{"accent": "rood"}', 'color'], ['{}', 'color'],
    ['{"accent": "#7a1f3d", "logo": "x"}', 'name'], ['{"accent": "#7a1f3d", "lettertype": "x\'; color: red"}', 'name'],
    [':root { --basis-accent: #7a1f3d; background: url(https://example.org) }', 'name'], [':root { --basis-accent: url(x) }', 'name'],
    [':root { --basis-accent: #7a1f3d; --basis-space-1: 9rem }', 'name'], [':root { --basis-side: #ffffff }', 'color'],
    ['@import "https://example.org/x.css"; :root { --basis-accent: #7a1f3d }', 'form'], ['hallo', 'form'],
    [':root{--basis-accent:#7a1f3d} a{--basis-accent:#7a1f3d} b{--basis-accent:#7a1f3d}', 'form'],
  ])('%s is refused', (text, kind) => {
    const result = readTheme(text)
    expect('fault' in result && result.fault.kind).toBe(kind)
  })

  it('is refused when it is too long to be one', () => {
    expect(readTheme(`:root { --basis-accent: #7a1f3d } ${' '.repeat(5)}/*${'x'.repeat(20_000)}*/`)).toEqual({ fault: { kind: 'form' } })
  })

  it('is refused with the figure when it cannot be read', () => {
    const result = readTheme(':root { --basis-accent: #7a1f3d; --basis-text: #bbbbbb }')
    expect(result).toMatchObject({ fault: { kind: 'contrast', dark: false, pair: { front: 'text', needed: 4.5 } } })
  })

  it('never throws and never lets anything but colours through', () => {
    const pieces = fc.constantFrom(':root', '{', '}', ';', ':', '--basis-accent', '#fff', '#7a1f3d', 'url(x)', '/*', '*/', '@import', '"', '\\', 'var(--x)', ' ')
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(pieces).map((all) => all.join(''))), (text) => {
      const result = readTheme(text)
      if ('fault' in result) return
      for (const palette of [result.theme.palettes.light, result.theme.palettes.dark]) {
        for (const value of Object.values(palette)) expect(value).toMatch(/^#[0-9a-f]{3,6}$/)
      }
      expect(result.theme.font).toMatch(/^[\p{L}\p{N} _-]{0,60}$/u)
    }), { numRuns: Number(process.env['RAADWIJZER_FUZZ'] ?? 2000) })
  })
})

describe('a house style on the page', () => {
  it('comes and goes', () => {
    const result = fromColor('#7a1f3d')
    if ('fault' in result) throw new Error('a plain colour is refused')
    const { font, palettes: made } = result.theme
    const style = document.documentElement.style
    applyTheme({ font, palette: made.light })
    expect(style.getPropertyValue('--basis-accent')).toBe('#7a1f3d')
    applyTheme({ font, palette: made.dark })
    expect(style.getPropertyValue('--basis-accent')).toBe(made.dark['accent'])
    applyTheme(null)
    expect(style.getPropertyValue('--basis-accent')).toBe('')
  })
})
