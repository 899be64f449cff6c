import type { Api, ImportProgress } from './api'
import { Problem } from './problem'

/** An import of three files, one of which fails. */
export function fakeImports(add: (title: string) => void): Api['imports'] {
  let progress: ImportProgress = { done: 0, total: 0 }
  let cancelled = false
  const known = new Set<string>()
  return {
    choose: async (what) => [what === 'folder' ? '/home/voorbeeld/Notities' : '/home/voorbeeld/Notities.zip'],
    start: async (paths) => {
      if (paths.length === 0) throw new Problem('nothing_selected')
      cancelled = false
      progress = { done: 1200, total: 10000 }
      // A moment, in which it can be cancelled.
      await new Promise((resolve) => setTimeout(resolve, 0))
      const titles = ['Uit een ander programma', 'Nog een notitie'].slice(0, cancelled ? 1 : 2)
      const fresh = titles.filter((title) => !known.has(title))
      for (const title of fresh) {
        known.add(title)
        add(title)
      }
      progress = { done: 0, total: 0 }
      return {
        imported: fresh.length, unchanged: titles.length - fresh.length, trashed: 0, cancelled,
        failed: cancelled ? [] : [{ path: `${paths[0]}/oud.txt`, reason: 'Deze tekst heeft tekens die het programma niet kan lezen.' }],
      }
    },
    progress: async () => progress,
    cancel: async () => void (cancelled = true),
  }
}
