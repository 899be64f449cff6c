// Copies the few Tabler icons (MIT) that the interface uses into
// src/lib/ui/icons.ts, as path data: the page needs no icon file and no
// inserted HTML. Run `npm run icons` after changing the list.
import { readFileSync, writeFileSync } from 'node:fs'

const names = [
  'home', 'notes', 'list-check', 'file-export', 'settings', 'lock', 'search', 'clock', 'check', 'plus', 'arrow-left',
  'arrow-right', 'menu-2', 'x', 'pin', 'trash', 'history', 'eye', 'pencil', 'alert-triangle', 'info-circle',
  'circle-check', 'external-link', 'calendar', 'message-circle', 'scale', 'bulb', 'books', 'help', 'folder',
  'download', 'note', 'player-skip-forward', 'progress', 'tag', 'arrow-back-up', 'user', 'chevron-right',
  'building-community', 'file-type-pdf', 'markdown', 'template', 'podium', 'minus', 'file-import',
  'arrow-up', 'arrow-down', 'archive', 'copy', 'columns', 'link', 'user-edit', 'file-spreadsheet', 'calendar-down', 'briefcase', 'browser',
]

const lines = names.map((name) => {
  const svg = readFileSync(new URL(`../node_modules/@tabler/icons/icons/outline/${name}.svg`, import.meta.url), 'utf8')
  const paths = [...svg.matchAll(/<path[^>]*\sd="([^"]+)"/g)].filter((match) => match[1] !== 'M0 0h24v24H0z').map((match) => `'${match[1]}'`)
  return `  '${name}': [${paths.join(', ')}],`
})

writeFileSync(
  new URL('../src/lib/ui/icons.ts', import.meta.url),
  `// Made by scripts/icons.mjs from Tabler Icons (MIT). Do not edit by hand.\nexport const icons = {\n${lines.join('\n')}\n} as const\n\nexport type IconName = keyof typeof icons\n`,
)
