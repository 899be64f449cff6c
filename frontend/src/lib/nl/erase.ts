import { plural } from './format'

const copies = (n: number) => plural(n, 'reservekopie', 'reservekopieën')

/** Every Dutch word about removing all data: B1, "u". */
export const eraseLabels = {
  title: 'Alles verwijderen',
  lead: 'Levert u deze computer in, of stopt u met Raadwijzer? Haal dan hier al uw gegevens weg. U ziet eerst wat er weggaat.',
  look: 'Bekijk wat er weggaat',
  list: 'Dit gaat weg uit het programma:',
  notes: (n: number) => `${plural(n, 'notitie', 'notities')}, met de eerdere teksten`,
  trashed: (n: number) => `${plural(n, 'notitie', 'notities')} in de prullenbak`,
  runs: (n: number) => `${plural(n, 'traject', 'trajecten')}, met het logboek`,
  rest: 'uw eigen checklists, uw huisstijl en al uw instellingen',
  copies,
  first: 'Wilt u iets houden? Maak dan eerst een reservekopie of een export, bijvoorbeeld op een usb-stick.',
  backup: 'Maak eerst een reservekopie',
  export: 'Exporteer eerst',
  withCopies: (n: number) =>
    n === 0 ? 'Houd ook geen reservekopie op deze computer' : `Verwijder ook ${n === 1 ? 'de reservekopie' : `de ${n} reservekopieën`} op deze computer`,
  kept: 'Uw gegevens worden eerst apart gezet als reservekopie. U kunt dus nog terug. Maar wie bij deze computer kan, kan ze ook nog lezen.',
  gone: 'Er blijft niets van uw gegevens in de map van Raadwijzer. U kunt dan niet meer terug.',
  understood: 'Ik begrijp dat ik mijn gegevens niet meer terugkrijg',
  second: (path: string) => `Op uw tweede plek blijven reservekopieën staan: ${path}. Die verwijdert u zelf.`,
  others: 'Wat u zelf ergens anders hebt bewaard, zoals een export, blijft staan.',
  go: 'Verwijder alles',
  doneKept: 'Al uw gegevens zijn weg uit het programma. Er staat nog een reservekopie van op deze computer.',
  doneGone: 'Al uw gegevens zijn voorgoed verwijderd.',
  undo: 'Zet terug',
  putBack: 'Uw gegevens staan weer terug.',
}
