/** Values for the names of styles/tokens.css, without "--basis-". */
export type Palette = Record<string, string>

/** Every colour of the palette that a house style may change. */
export const colorNames = [
  'canvas', 'side', 'panel', 'sunken', 'raised', 'line', 'line-panel', 'control', 'text', 'text-subtle', 'accent',
  'accent-strong', 'accent-soft', 'on-accent', 'action', 'action-strong', 'on-action', 'focus-inner', 'focus-outer',
] as const
