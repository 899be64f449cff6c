/**
 * The codes of app/internal/domain/errors.go. lib/nl gives each of them a
 * sentence; a code without one does not compile.
 */
export const codes = [
  'item_unknown', 'role_unknown', 'note_unknown', 'version_unknown', 'template_unknown', 'note_template_unknown', 'run_unknown',
  'step_unknown', 'state_unknown', 'format_unknown', 'setting_invalid', 'date_invalid', 'anchor_missing',
  'name_missing', 'name_too_long', 'reason_missing', 'topic_not_tickable', 'choice_unknown', 'not_utf8',
  'not_text', 'note_too_large', 'note_trashed', 'tag_invalid', 'tag_unknown', 'tag_exists', 'place_invalid', 'part_unknown', 'conflict', 'nothing_selected', 'no_notes', 'only_confidential', 'file_unreadable', 'file_too_large',
  'archive_damaged', 'target_unwritable', 'target_exists', 'disk_full', 'target_too_large', 'data_unwritable', 'data_damaged',
  'data_newer', 'data_busy', 'data_in_use', 'data_gone', 'webview_missing', 'backup_invalid', 'check_failed', 'password_missing', 'password_short', 'password_wrong', 'cancelled',
  'phase_unknown', 'question_unknown', 'election_unknown', 'step_not_own', 'form_missing', 'link_invalid', 'nothing_to_undo', 'recess_unknown',
  'checklist_invalid', 'checklist_empty', 'no_dates', 'internal',
] as const

export type Code = (typeof codes)[number]

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
  return (codes as readonly unknown[]).includes(value)
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
