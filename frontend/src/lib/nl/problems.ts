import sentences from '../../../../content/problems.json'
import type { Code, Problem } from '../api/problem'

// A code without a sentence in content/problems.json does not compile here.
const known: Record<Code, string> = sentences

/** Says in Dutch what happened and what the user can do. */
export function problemText(problem: Problem): string {
  return known[problem.code].replaceAll('{field}', problem.field).replaceAll('{ref}', problem.ref)
}
