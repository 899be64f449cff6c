// Both checklists as templates of the fake, with the points and origins of
// the real ones; the program itself gets them from content/.
import type { Source } from './api'

export interface FakeStep {
  id: string; kind: string; text: string; why: string; origin: string; article: string; source: Source
  parent: string; offset: number | null; options: { id: string; text: string }[]; people: string[]
}
export interface FakePhase { id: string; title: string; goal: string; origin: string; steps: FakeStep[] }
export interface FakeTemplate {
  id: string; version: number; title: string; summary: string; notice: string; anchorLabel: string; item: string
  election: boolean; own: boolean; phases: FakePhase[]
}

const ldibForm: Source = { title: 'Checklist Anders formeren', url: 'https://www.lokale-democratie.nl/ervaring/checklist-anders-formeren' }
const ldibTri: Source = { title: 'Versterken lokale driehoeken', url: 'https://www.lokale-democratie.nl/ervaring/versterken-lokale-driehoeken' }
const none: Source = { title: '', url: '' }

function step(id: string, text: string, more: Partial<FakeStep> = {}): FakeStep {
  const origin = more.origin ?? 'ldib'
  return { id, kind: 'tick', text, why: '', origin, article: '', source: origin === 'ldib' ? ldibForm : none, parent: '', offset: null, options: [], people: [], ...more }
}
const tri = (id: string, text: string, more: Partial<FakeStep> = {}) => step(id, text, { source: ldibTri, ...more })
const own = (id: string, text: string, offset: number | null = null) => step(id, text, { origin: 'voorstel', source: none, offset })

export const templates: FakeTemplate[] = [
  {
    id: 'anders-formeren', version: 1, title: 'Anders formeren', item: 'anders-formeren', anchorLabel: 'Verkiezingsdag', election: true, own: false,
    summary: 'Van het eerste gesprek met alle partijen tot een akkoord dat inwoners kunnen volgen.',
    notice: 'De checklist is overgenomen tot en met punt 17. De rest van de bron was niet te lezen.',
    phases: [
      {
        id: 'voor', title: 'Vóór de verkiezingen', origin: 'ldib', goal: 'Alle partijen weten hoe de formatie gaat.',
        steps: [
          step('af-01', 'Er is op tijd een gesprek met alle partijen over de manier van formeren.', { offset: -180, why: 'Voor de verkiezingen is nog niet duidelijk wie er wint. Afspraken maken is dan makkelijker. Bepaal ook of het gesprek openbaar is.' }),
          step('af-03', 'Welke toon willen we in de debatten tijdens de campagne?', { kind: 'topic', parent: 'af-01' }),
          step('af-04', 'Op welke manier spreken partijen over elkaar?', { kind: 'topic', parent: 'af-01' }),
          step('af-05', 'Hoe willen we dat inwoners naar hun lokale bestuurders kijken?', { kind: 'topic', parent: 'af-01' }),
          step('af-02', 'Het is duidelijk wie het gesprek begeleidt.', { offset: -150, why: 'Dat kan de griffier zijn, de burgemeester of een begeleider van buiten.' }),
          step('x-01', 'De griffie heeft een informatieavond gehouden voor kandidaten.', { origin: 'bron', offset: -30, source: { title: 'Checklist raadsakkoord, raadsakkoord.nl', url: 'https://raadsakkoord.nl' } }),
        ],
      },
      {
        id: 'na', title: 'Na de verkiezingen', origin: 'ldib', goal: 'De raad bepaalt samen welke weg de formatie volgt.',
        steps: [
          step('w-01', 'De oude raad onderzoekt de geloofsbrieven en beslist over de toelating.', { origin: 'wet', article: 'Kieswet, artikel V 4', offset: 13, source: { title: 'Kieswet', url: 'https://wetten.overheid.nl/BWBR0004627' } }),
          step('af-06', 'Kies hoe het formatieproces eruitziet: welke stappen, in welke volgorde.', { offset: 7 }),
          step('af-07', 'Spreek af of partijen de uitslag in een openbaar raadsgesprek bespreken.', { offset: 7 }),
          step('af-09', 'Bepaal wie de eerste stap zet.'),
          step('af-10', 'Ga na of elke partij een uitnodiging krijgt.'),
        ],
      },
      {
        id: 'akkoord', title: 'Wat voor type akkoord wil je?', origin: 'ldib', goal: '',
        steps: [
          step('af-11', 'Kies samen welk soort akkoord past.', {
            kind: 'choice', why: 'De drie richtingen zijn ook te mengen.',
            options: [
              { id: 'inhoud', text: 'Vooral inhoud, met doelen waarop u het bestuur later kunt beoordelen' },
              { id: 'proces', text: 'Vooral afspraken over het proces en de manier van werken' },
              { id: 'agenda', text: 'Vooral een agenda: welk doel, langs welke route, met wie en wanneer' },
            ],
          }),
          step('af-15', 'Spreek af waar en hoe het resultaat van de formatie wordt besproken.', { offset: 64 }),
        ],
      },
      {
        id: 'deelnemers', title: 'Deelnemers', origin: 'ldib', goal: '',
        steps: [
          step('af-16', 'Bepaal welke plek inwoners en organisaties krijgen, en wanneer.'),
          step('af-17', 'Bespreek of formeren alleen werk van politieke partijen is, of dat anderen meedoen.'),
          own('x-14', 'Inwoners weten hoe de formatie loopt en wanneer er nieuws is.', 21),
        ],
      },
    ],
  },
  {
    id: 'lokale-driehoeken', version: 1, title: 'Versterken lokale driehoeken', item: 'versterken-lokale-driehoeken',
    anchorLabel: 'Startdatum', election: false, own: false, summary: 'Vijf stappen voor burgemeester, griffier en gemeentesecretaris.', notice: '',
    phases: [
      { id: 's1', title: '1. startgesprek', origin: 'ldib', goal: 'Uitspreken wat u van elkaar en van dit traject verwacht.', steps: [
        tri('ld-01', 'Het gesprek staat gepland met alle drie.', { offset: 14 }), tri('ld-02', 'Ieder heeft zijn verwachtingen verteld.'),
        own('ld-03', 'Er is afgesproken wie de voortgang bewaakt.') ] },
      { id: 's2', title: '2. foto', origin: 'ldib', goal: 'Zien hoe de driehoek er nu voor staat.', steps: [
        tri('ld-04', 'De burgemeester heeft de vragenlijst ingevuld.', { offset: 42 }), tri('ld-05', 'De griffier heeft de vragenlijst ingevuld.', { offset: 42 }),
        tri('ld-06', 'De gemeentesecretaris heeft de vragenlijst ingevuld.', { offset: 42 }),
        step('ld-14', 'Leg de drie uitkomsten naast elkaar.', { kind: 'form', origin: 'voorstel', source: none, people: ['burgemeester', 'griffier', 'gemeentesecretaris'] }) ] },
      { id: 's3', title: '3. analyse', origin: 'ldib', goal: 'Wat willen we verbeteren, hoe, en met wie?', steps: [
        tri('ld-07', 'Er is gekozen wat beter moet.'), tri('ld-08', 'Er is bepaald hoe.'), tri('ld-09', 'Er is bepaald met wie.') ] },
      { id: 's4', title: '4. bewegen', origin: 'ldib', goal: 'Aan de hand van een echt voorbeeld bespreken welke kant u op wilt.', steps: [
        tri('ld-10', 'Er is een concreet lokaal voorbeeld gekozen.'), tri('ld-11', 'De richting en het tempo zijn besproken.') ] },
      { id: 's5', title: '5. verankeren', origin: 'ldib', goal: 'Terugkijken en het plan bijwerken.', steps: [
        tri('ld-12', 'Er is een vast moment om terug te kijken.'), own('ld-13', 'De volgende foto is gepland.', 365) ] },
    ],
  },
]
