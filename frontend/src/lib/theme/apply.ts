import { colorNames, type Palette } from './names'

/** What a house style shows on the page. */
export interface Shown { font: string; palette: Palette }

/** Shows a house style on the page, or takes it away. */
export function applyTheme(shown: Shown | null): void {
  const style = document.documentElement.style
  for (const name of colorNames) {
    const color = shown?.palette[name]
    if (color) style.setProperty(`--basis-${name}`, color)
    else style.removeProperty(`--basis-${name}`)
  }
  if (shown?.font) style.setProperty('--basis-font', `'${shown.font}', 'Source Sans 3', system-ui, sans-serif`)
  else style.removeProperty('--basis-font')
}
