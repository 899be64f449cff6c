// The Dutch sentences of what notes hang on, of references between notes and
// of tags.
import { formatDate, plural } from './format'

export const place = {
  meeting: 'Vergadering',
  allMeetings: 'Alle vergaderingen',
  /** "Raad: begroting, 5 november 2026" */
  meetingName: (subject: string, date: string) => [subject, date && formatDate(date)].filter(Boolean).join(', '),
  none: 'Deze notitie hoort nog nergens bij.',
  change: 'Verander waar deze notitie bij hoort',
  title: 'Waar hoort deze notitie bij?',
  kind: 'Artikel of traject',
  kinds: { none: 'Geen artikel of traject', item: 'Een artikel', run: 'Een traject' },
  item: 'Artikel',
  part: 'Deel van het artikel',
  wholeItem: 'Het hele artikel',
  run: 'Traject',
  step: 'Stap',
  wholeRun: 'Het hele traject',
  chooseItem: 'Kies een artikel',
  chooseRun: 'Kies een traject',
  noRuns: 'U volgt nog geen traject.',
  meetingHint: 'Mag leeg blijven.',
  known: 'Vergadering die u al noemde',
  newMeeting: 'Een andere vergadering',
  subject: 'Onderwerp van de vergadering',
  date: 'Datum van de vergadering',
  save: 'Bewaar',
}

export const references = {
  here: 'Verwijzingen in deze notitie',
  back: 'Verwijzingen naar deze notitie',
  missing: 'Deze notitie is er nog niet.',
  make: 'Maak deze notitie',
  trashed: 'Ligt in de prullenbak.',
  same: (n: number) => `Er zijn ${n} notities met deze titel. Dit is de nieuwste.`,
  typed: (target: string) => `In de tekst staat: ${target}`,
  insert: 'Verwijs naar een notitie',
  insertHint: 'In de tekst komt de titel tussen dubbele haken: [[titel]].',
  search: 'Zoek op titel',
  found: (n: number) => (n === 0 ? 'Er is geen notitie met deze woorden in de titel.' : plural(n, 'notitie gevonden', 'notities gevonden')),
  makeNew: (title: string) => `Verwijs naar een nieuwe notitie: ${title}`,
  suggested: (n: number) => `${plural(n, 'notitie', 'notities')} om naar te verwijzen. Kies met pijl omlaag, of typ door.`,
  suggestion: (title: string, at: number, n: number) => `${title}, ${at} van ${n}. Enter kiest.`,
  absent: (title: string) => `Er is nog geen notitie met de titel ‘${title}’.`,
}

export const tags = {
  manage: 'Labels beheren',
  lead: 'Wat u hier verandert, geldt voor alle notities, ook die in de prullenbak.',
  none: 'U gebruikt nog geen labels.',
  count: (n: number) => plural(n, 'notitie', 'notities'),
  rename: 'Verander de naam',
  remove: 'Haal weg',
  newName: 'Nieuwe naam',
  save: 'Bewaar',
  mergeAsk: (old: string, tag: string, n: number) =>
    `Het label ‘${tag}’ is er al. ${n === 1 ? '1 notitie met' : `${n} notities met`} ‘${old}’ ${n === 1 ? 'krijgt' : 'krijgen'} dan ‘${tag}’. Daarna kunt u de labels niet meer uit elkaar halen.`,
  merge: 'Voeg samen',
  removeAsk: (tag: string, n: number) => `Het label ‘${tag}’ gaat van ${plural(n, 'notitie', 'notities')} af. ${n === 1 ? 'De notitie zelf blijft' : 'De notities zelf blijven'}.`,
  renamed: (old: string, tag: string, n: number) => `‘${old}’ heet nu ‘${tag}’ (${plural(n, 'notitie', 'notities')}).`,
  merged: (old: string, tag: string, n: number) => `‘${old}’ is samengevoegd met ‘${tag}’ (${plural(n, 'notitie', 'notities')}).`,
  removed: (tag: string, n: number) => `‘${tag}’ is van ${plural(n, 'notitie', 'notities')} af.`,
}
