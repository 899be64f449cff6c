// The nine items with their real titles, roles and order. The texts are short
// stand-ins: the program itself gets them from content/.
import type { ItemCard, Source, Term } from './api'

const all = ['burgemeester', 'wethouder', 'gemeentesecretaris', 'raadslid', 'griffier']
const site = 'https://www.lokale-democratie.nl'

export interface FakeItem extends ItemCard { html: string; sources: Source[]; checkedOn: string; terms: Term[] }

function item(
  id: string, title: string, roles: string[], minutes: number, summary: string, takeaways: string[],
  html: string, more: Partial<FakeItem> = {},
): FakeItem {
  return {
    id, title, roles, minutes, summary, takeaways, html, read: false, checklist: '',
    sources: [{ title: 'Lokale Democratie in Beweging', url: `${site}/ervaring/${id}` }],
    checkedOn: '2026-11-02', terms: [], ...more,
  }
}

export const glossary: Term[] = [
  { term: 'Griffier', explanation: 'De griffier ondersteunt de gemeenteraad. De raad benoemt de griffier zelf.' },
  { term: 'Lokale driehoek', explanation: 'De burgemeester, de griffier en de gemeentesecretaris samen. Dit is niet de driehoek die over veiligheid gaat.' },
  { term: 'Formatie', explanation: 'De tijd na de verkiezingen waarin partijen afspreken wie de gemeente gaat besturen.' },
  { term: 'Duidingsdebat', explanation: 'Een debat waarin de raad bespreekt wat de uitslag van de verkiezingen betekent.' },
  { term: 'Raadsbreed akkoord', explanation: 'Een akkoord waar alle fracties aan meewerken en dat de hele raad vaststelt.' },
]

const word = (...names: string[]) => glossary.filter(({ term }) => names.includes(term))

export const items: FakeItem[] = [
  item('raad-in-beraad', 'Raad in Beraad', ['burgemeester', 'wethouder', 'raadslid'], 4,
    'Workshops waarin raadsleden van één gemeente met elkaar praten over hun rol. Uit de gesprekken kwamen zes adviezen voor een sterke raad.',
    ['Praktische tips over wie in de gemeente welke rol heeft.', 'Een gesprek over uw rol komt in de drukte niet vanzelf. Plan het.'],
    '<h2>Waarom dit gesprek</h2><p>Raadsleden merken dat hun werk verandert. Anderen lijken steeds meer te bepalen. In de workshops kijken raadsleden welke plek de raad zelf kiest.</p><h2>Hoe het werkt</h2><ul><li>Vooraf is er een kort gesprek over wat er speelt.</li><li>De voorbeelden komen uit de eigen gemeente.</li><li>Politieke standpunten staan niet centraal.</li></ul><blockquote><p>Hoe stelt u kaders als de uitvoering steeds meer maatwerk is?</p></blockquote>'),
  item('pionieren-in-participatieland', 'Pionieren in participatieland', all, 3,
    'Een boek over inwoners die steeds meer zelf doen. Hoe verbindt u de gekozen raad met inwoners die meedoen?',
    ['Begin gewoon. Elke gemeente krijgt met participatie te maken.', 'Door te proberen merkt u wat in uw gemeente werkt.'],
    '<h2>Veertig gesprekken</h2><p>Het boek is gemaakt na ongeveer veertig gesprekken met burgemeesters, wethouders, gemeentesecretarissen, initiatiefnemers en wetenschappers.</p><h2>Waar het over gaat</h2><p>Over dilemma’s, mogelijke oplossingen en wat een gemeente kan loslaten.</p>'),
  item('anders-formeren', '‘Anders formeren’ -een handige checklist', all, 5,
    'Een checklist voor een formatie die kiezers kunnen volgen. Van het eerste gesprek voor de verkiezingen tot de keuze van het akkoord.',
    ['Partijen en inwoners raken beter verbonden.', 'Het bestuur krijgt meer steun.', 'De kennis van inwoners wordt gebruikt.'],
    '<h2>Voor de verkiezingen</h2><p>Praat op tijd met alle partijen over de manier van formeren. De <strong>griffier</strong>, de burgemeester of iemand van buiten kan dat gesprek begeleiden.</p><h2>Na de verkiezingen</h2><p>Kies welke stappen de formatie heeft. Spreek af of er een openbaar <em>duidingsdebat</em> komt.</p><h2>Drie soorten akkoord</h2><ul><li>Een akkoord met vooral inhoud.</li><li>Een akkoord met afspraken over de manier van werken.</li><li>Een agenda: welk doel, langs welke weg, met wie en wanneer.</li></ul>',
    {
      checklist: 'anders-formeren', terms: word('Formatie', 'Duidingsdebat', 'Raadsbreed akkoord', 'Griffier'),
      sources: [
        { title: 'Checklist Anders formeren, Lokale Democratie in Beweging', url: `${site}/ervaring/checklist-anders-formeren` },
        { title: 'De raad aan zet: het formatieproces, Nederlandse Vereniging voor Raadsleden', url: 'https://www.raadsleden.nl' },
      ],
    }),
  item('maaltijdgesprekken', 'Maaltijdgesprekken bestuurlijk- ambtelijk samenspel', ['burgemeester', 'wethouder', 'gemeentesecretaris'], 3,
    'Aan tafel over één vraag: hoe wordt het samenspel tussen wethouders en ambtenaren sterker?',
    ['Bestuurder en ambtenaar hebben elkaar nodig. Zij maken elkaar sterker.'],
    '<h2>De opzet</h2><p>Elk gesprek begint bij een echt voorbeeld uit een gemeente of regio. De sfeer is informeel.</p>'),
  item('versterken-lokale-driehoeken', 'Versterken lokale driehoeken', ['burgemeester', 'gemeentesecretaris', 'griffier'], 4,
    'Burgemeester, griffier en gemeentesecretaris werken in vijf stappen aan hun samenwerking.',
    ['Vijf concrete stappen: startgesprek, foto, analyse, bewegen en verankeren.'],
    '<h2>De vijf stappen</h2><ol><li>startgesprek</li><li>foto</li><li>analyse</li><li>bewegen</li><li>verankeren</li></ol><p>De driehoek werkt het best als alle drie meedoen.</p>',
    { checklist: 'lokale-driehoeken', terms: word('Lokale driehoek', 'Griffier') }),
  item('burgemeesters-aan-het-woord', 'Burgemeesters aan het woord', ['burgemeester', 'wethouder', 'gemeentesecretaris', 'griffier'], 2,
    'Artikelen uit het Burgemeestersblad. Burgemeesters vertellen over lokale democratie en vernieuwing.',
    ['Inspiratie van collega’s.'],
    '<h2>Uit het Burgemeestersblad</h2><p>De artikelen laten zien hoe burgemeesters naar de lokale democratie kijken.</p>'),
  item('trots-op-de-raad', 'Trots op de Raad', ['burgemeester', 'raadslid', 'griffier'], 4,
    'Zes bijeenkomsten over het aanzien van de gemeenteraad. Met tips die raden zelf gebruiken.',
    ['Vertel beter wat de raad kan en doet.', 'Geef de griffie ruimte om te ondersteunen.'],
    '<h2>De aanleiding</h2><p>Volgens een essay staat de gemeenteraad in minder hoog aanzien. Op zes plekken in het land is daarover gepraat.</p><h2>Tips</h2><ul><li>Bouw gezag op met persoonlijk contact.</li><li>Stel kaders vóór het besluit.</li></ul>'),
  item('luisteren-naar-de-werkvloer', 'Luisteren naar de werkvloer - Samenspel', all, 2,
    'Op bezoek bij gemeenten met één vraag: hoe pakt u samen problemen aan, en wat kan beter?',
    ['Leg verantwoordelijkheid waar die hoort.', 'Meer helpen, minder sturen.'],
    '<h2>Het voorbeeld</h2><p>De invoering van de Omgevingswet was het voorbeeld in de gesprekken.</p>'),
  item('democratie-nabij', 'Democratie nabij: Dna - lab', all, 3,
    'Een lab waarin deelnemers nieuwe vormen van democratie veilig konden uitproberen.',
    ['Verhalen over wat lukt, wat niet lukt en vooral waarom.'],
    '<h2>Het lab</h2><p>Deelnemers oefenden met echte gevallen, spellen en simulaties. Er verschenen acht artikelen op Platform O.</p>'),
]
