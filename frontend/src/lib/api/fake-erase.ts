import type { Erasure, SettingsView } from './api'

interface Data { notes: Map<string, { trashed: string }>; runs: Map<string, unknown>; read: Set<string>; settings: SettingsView }

/** What Go does when all data are removed, and when they are put back. */
export function fakeErase(data: Data, unset: SettingsView, secondPlace: () => string) {
  const aside = '/home/voorbeeld/.local/share/raadwijzer/reservekopieen/voor-verwijderen-20260324-093000.000.db'
  let kept: (() => void) | null = null
  const what = (): Erasure => {
    const trashed = [...data.notes.values()].filter((note) => note.trashed).length
    return { notes: data.notes.size - trashed, trashed, runs: data.runs.size, copies: 3, secondPlace: secondPlace(), aside: '', erased: false }
  }
  return {
    toErase: async () => what(),
    erase: async (copies: boolean) => {
      const erased = { ...what(), aside: copies ? '' : aside, erased: true }
      const before = { notes: [...data.notes], runs: [...data.runs], settings: data.settings }
      kept = copies ? null : () => {
        for (const [id, note] of before.notes) data.notes.set(id, note)
        for (const [id, run] of before.runs) data.runs.set(id, run)
        data.settings = before.settings
      }
      for (const all of [data.notes, data.runs, data.read]) all.clear()
      data.settings = structuredClone(unset)
      return erased
    },
    putBack: (path: string) => {
      if (path === aside) kept?.()
    },
  }
}
