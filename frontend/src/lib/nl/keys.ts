/** All keys, by where they work, as F1 shows them: B1, "u". */
export const keyGroups: { title: string; keys: [key: string, what: string][] }[] = [
  {
    title: 'Overal',
    keys: [
      ['Ctrl + 1 tot en met 5', 'Naar Aan de slag, Notities, Trajecten, Exporteren of Instellingen'],
      ['Ctrl + K', 'Zoek overal'],
      ['Ctrl + F', 'Zoek op dit scherm'],
      ['Ctrl + N', 'Nieuwe notitie'],
      ['Ctrl + E of Ctrl + P', 'Exporteren'],
      ['Ctrl + S', 'Niet nodig: alles wordt vanzelf bewaard'],
      ['Ctrl + plus, min of 0', 'Tekst groter, kleiner of gewoon'],
      ['F6 of Shift + F6', 'Naar het volgende of vorige deel van het scherm'],
      ['Tab of Shift + Tab', 'Naar de volgende of vorige knop of link'],
      ['Pijltoetsen', 'Kies een functie, of loop door de zoekresultaten'],
      ['Esc', 'Sluit een venster, of ga terug'],
      ['F1', 'Deze hulp'],
    ],
  },
  {
    title: 'In een notitie',
    keys: [
      ['Ctrl + B', 'Vet'],
      ['Ctrl + I', 'Cursief'],
      ['Ctrl + Shift + 7', 'Genummerde lijst'],
      ['Ctrl + Shift + 8', 'Opsomming'],
      ['Ctrl + Shift + 9', 'Taken'],
      ['Ctrl + Enter', 'Vink de taak af, of open de verwijzing bij de cursor'],
      ['Ctrl + Z of Ctrl + Y', 'Maak ongedaan, of doe opnieuw'],
      ['Alt + F10', 'Naar de knoppen voor opmaak'],
      ['Esc en dan Tab', 'Ga uit de tekst'],
      ['F9', 'Spreekweergave: de notitie met grote letters. Met plus en min kiest u de grootte, met Esc gaat u terug'],
    ],
  },
  {
    title: 'In een traject',
    keys: [
      ['Spatie', 'Vink een stap af'],
      ['Alt + pijl omhoog of omlaag', 'Verplaats een stap die u zelf hebt toegevoegd'],
      ['Ctrl + Z', 'Maak de laatste wijziging ongedaan, als u niet in een tekstvak staat'],
    ],
  },
]
