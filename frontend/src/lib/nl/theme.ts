import type { ThemeFault } from '../theme/theme'

const names: Record<string, string> = {
  text: 'tekst', 'text-subtle': 'lichte tekst', accent: 'accent', 'accent-strong': 'accent onder de muis', 'on-accent': 'tekst op accent',
  'on-action': 'tekst op knoppen', action: 'knoppen', 'action-strong': 'knoppen onder de muis', control: 'randen van velden',
  'focus-outer': 'rand om wat gekozen is', 'focus-inner': 'binnenrand om wat gekozen is', canvas: 'achtergrond', side: 'zijbalk',
  panel: 'paneel', sunken: 'verzonken vlak', raised: 'verhoogd vlak', 'accent-soft': 'zacht accent',
}
const figure = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 })

/** Every Dutch word about the house style: B1, "u". */
export const themeLabels = {
  title: 'Huisstijl',
  lead: 'Geef het programma de kleuren van uw gemeente. Het programma zorgt dat de tekst goed te lezen blijft, ook in het donker.',
  color: 'Kleur',
  colorHint: 'Een hekje en zes tekens, bijvoorbeeld #12586b.',
  use: 'Gebruik deze kleur',
  file: 'Kies een bestand',
  fileHint: 'Een bestand huisstijl.json, of een themabestand met alleen kleuren.',
  own: 'Terug naar de kleuren van Raadwijzer',
  active: (name: string) => (name ? `U gebruikt de huisstijl ${name}.` : 'U gebruikt uw eigen kleur.'),
  darker: 'Uw kleur is donkerder gemaakt, zodat de tekst goed te lezen is.',
  contrastOff: 'Uw computer vraagt om meer contrast. De huisstijl is daarom nu niet te zien.',
  fault: (fault: ThemeFault): string => {
    switch (fault.kind) {
      case 'form':
        return 'Dit bestand is geen huisstijl. Kies een bestand huisstijl.json of een themabestand met alleen kleuren.'
      case 'color':
        return `Bij ${fault.name} staat geen kleur. Schrijf een hekje en zes tekens, bijvoorbeeld #12586b.`
      case 'name':
        return `In dit bestand staat iets dat geen kleur van een huisstijl is: ${fault.name}. Haal dat weg en probeer het opnieuw.`
      case 'contrast': {
        const { front, back, found, needed } = fault.pair
        return `Deze huisstijl is ${fault.dark ? 'in het donker ' : ''}niet goed te lezen: ${names[front] ?? front} op ${names[back] ?? back} heeft contrast ${figure.format(found)}, en nodig is ${figure.format(needed)}. Kies andere kleuren.`
      }
    }
  },
}
