import { number, plural } from './format'

/** Every Dutch word of "Importeren": B1, "u". */
export const importWords = {
  open: 'Importeren',
  title: 'Notities importeren',
  lead: 'Lees notities in uit een ander programma of uit een eerdere export: Markdown (.md), gewone tekst (.txt), een zip, of een map van Obsidian of Joplin.',
  safe: 'De bestanden zelf veranderen niet. Leest u ze nog eens in, dan komt er niets dubbel.',
  files: 'Kies bestanden of een zip',
  folder: 'Kies een map',
  busy: 'Bezig met inlezen...',
  progress: (done: number, total: number) => `${number(done)} van ${plural(total, 'bestand', 'bestanden')}`,
  cancel: 'Annuleer',
  cancelHint: 'Wat al is ingelezen, blijft staan.',
  cancelling: 'Bezig met stoppen...',
  cancelled: 'U bent gestopt. Wat al is ingelezen, blijft staan. Lees dezelfde bestanden opnieuw in om verder te gaan.',
  nothing: 'Er staan geen notities in wat u koos. Raadwijzer leest bestanden die eindigen op .md, .markdown of .txt, en zips daarmee.',
  imported: (n: number) => `${plural(n, 'notitie', 'notities')} ingelezen.`,
  unchanged: (n: number) => (n === 1 ? '1 notitie had u al.' : `${number(n)} notities had u al.`),
  trashed: (n: number) =>
    n === 1
      ? '1 notitie ligt in de prullenbak en is niet ingelezen. U kunt de notitie daar terugzetten.'
      : `${number(n)} notities liggen in de prullenbak en zijn niet ingelezen. U kunt ze daar terugzetten.`,
  toTrash: 'Naar de prullenbak',
  failed: (n: number) => (n === 1 ? '1 bestand is niet ingelezen:' : `${number(n)} bestanden zijn niet ingelezen:`),
  again: 'Lees nog iets in',
  done: 'Naar mijn notities',
}
