import sentences from '../../../../content/problems.json'

/** The codes of app/internal/domain/errors.go: the Go side starts only when each of them has its sentence. */
export type Code = keyof typeof sentences

/** What went wrong. Field names what the user gave; ref finds the log line. */
export class Problem extends Error {
  readonly code: Code
  readonly field: string
  readonly ref: string

  constructor(code: Code, field = '', ref = '') {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.field = field
    this.ref = ref
  }
}

function isCode(value: unknown): value is Code {
  return typeof value === 'string' && Object.hasOwn(sentences, value)
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/**
 * Makes a Problem of whatever a call rejected with. Wails wraps Go's JSON
 * string in an Error (older versions gave the bare string); everything that
 * is not such a string is "internal".
 */
export function toProblem(reason: unknown): Problem {
  if (reason instanceof Problem) return reason
  const message = reason instanceof Error ? reason.message : reason
  if (typeof message !== 'string') return new Problem('internal')
  try {
    const parsed: unknown = JSON.parse(message)
    if (typeof parsed !== 'object' || parsed === null) return new Problem('internal')
    const { code, field, ref } = parsed as Record<string, unknown>
    return new Problem(isCode(code) ? code : 'internal', text(field), text(ref))
  } catch {
    return new Problem('internal')
  }
}
