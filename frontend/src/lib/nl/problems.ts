import sentences from '../../../../content/problems.json'
import type { Problem } from '../api/problem'

/** Says in Dutch what happened and what the user can do. */
export function problemText(problem: Problem): string {
  return sentences[problem.code].replaceAll('{field}', problem.field).replaceAll('{ref}', problem.ref)
}
