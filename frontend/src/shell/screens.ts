/**
 * The screens behind the first one. Each is read when it is asked for, so that
 * the window opens without them.
 */
export const screens = {
  notes: () => import('../features/notes/NotesView.svelte'),
  runs: () => import('../features/checklists/ChecklistsView.svelte'),
  run: () => import('../features/checklists/RunDetail.svelte'),
  compare: () => import('../features/checklists/CompareScreen.svelte'),
  exports: () => import('../features/export/ExportView.svelte'),
  help: () => import('../features/help/ManualView.svelte'),
  settings: () => import('../features/settings/SettingsScreen.svelte'),
}
