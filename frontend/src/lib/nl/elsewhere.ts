/** Every Dutch word about a text that cannot be stored: B1, "u". */
const causes: Record<string, string> = {
  disk_full: 'Ook die schijf is vol.',
  target_too_large: 'Uw tekst is te groot voor die schijf.',
  file_name_too_long: 'Die naam is te lang.',
}

export const elsewhereLabels = {
  button: 'Bewaar op een andere plek',
  confidential: 'Deze notitie is vertrouwelijk. Kies een plek waar alleen u bij kunt.',
  done: (path: string) => `Uw tekst staat in ${path}. In het programma is de notitie nog niet bewaard.`,
  failed: (code: string) =>
    `${causes[code] ?? 'Ook op die plek lukt bewaren niet.'} Kies een andere plek, of kopieer uw tekst naar een ander programma.`,
}
