import type { Api } from '../../lib/api/api'
import { toProblem } from '../../lib/api/problem'
import { nl, problemText } from '../../lib/nl'
import { notice } from '../../lib/notice.svelte'
import { router, to } from '../../lib/router.svelte'

/** Goes to the note that a reference means, or offers to make it. */
export async function openReference(api: Api, target: string): Promise<void> {
  const link = await api.notes.resolve(target)
  if (link.id) router.go(to.note(link.id))
  else notice.show(nl.references.absent(link.title), nl.references.make, () => void makeNote(api, link.title))
}

/** Makes a note with a title and goes to it. */
export async function makeNote(api: Api, title: string): Promise<void> {
  try {
    const note = await api.notes.create({ title, body: '', item: '', run: '', step: '' })
    router.go(to.freshNote(note.id))
  } catch (reason) {
    notice.show(problemText(toProblem(reason)))
  }
}
