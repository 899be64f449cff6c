package domain

import "errors"

// Code names a kind of failure. Every code has a Dutch sentence in
// content/problems.json, which says what happened and what the user can do.
type Code string

// The codes. They are part of the contract with the front end and with
// scripts that read --json, so a code is never renamed.
const (
	CodeItemUnknown      Code = "item_unknown"
	CodeRoleUnknown      Code = "role_unknown"
	CodeNoteUnknown      Code = "note_unknown"
	CodeVersionUnknown   Code = "version_unknown"
	CodeTemplateUnknown  Code = "template_unknown"
	CodeNoteTemplate     Code = "note_template_unknown"
	CodeRunUnknown       Code = "run_unknown"
	CodeStepUnknown      Code = "step_unknown"
	CodeStateUnknown     Code = "state_unknown"
	CodeFormatUnknown    Code = "format_unknown"
	CodeSettingInvalid   Code = "setting_invalid"
	CodeDateInvalid      Code = "date_invalid"
	CodeNameMissing      Code = "name_missing"
	CodeNameTooLong      Code = "name_too_long"
	CodeReasonMissing    Code = "reason_missing"
	CodeTopicNotTickable Code = "topic_not_tickable"
	CodeChoiceMissing    Code = "choice_missing"
	CodeChoiceUnknown    Code = "choice_unknown"
	CodeNotUTF8          Code = "not_utf8"
	CodeNotText          Code = "not_text"
	CodeNoteTooLarge     Code = "note_too_large"
	CodeNoteTrashed      Code = "note_trashed"
	CodeTagInvalid       Code = "tag_invalid"
	CodeTagUnknown       Code = "tag_unknown"
	CodeTagExists        Code = "tag_exists"
	CodePlaceInvalid     Code = "place_invalid"
	CodePartUnknown      Code = "part_unknown"
	CodeConflict         Code = "conflict"
	CodeNothingSelected  Code = "nothing_selected"
	CodeNoNotes          Code = "no_notes"
	CodeOnlyConfidential Code = "only_confidential"
	CodeFileUnreadable   Code = "file_unreadable"
	CodeFileTooLarge     Code = "file_too_large"
	CodeArchiveDamaged   Code = "archive_damaged"
	CodeTargetUnwritable Code = "target_unwritable"
	CodeTargetExists     Code = "target_exists"
	CodeFolderExists     Code = "folder_exists"
	CodeFileNameTooLong  Code = "file_name_too_long"
	CodeDiskFull         Code = "disk_full"
	CodeTargetTooLarge   Code = "target_too_large"
	CodeDataUnwritable   Code = "data_unwritable"
	CodeDataDamaged      Code = "data_damaged"
	CodeDataNewer        Code = "data_newer"
	CodeDataBusy         Code = "data_busy"
	CodeDataInUse        Code = "data_in_use"
	CodeDataGone         Code = "data_gone"
	CodeWebViewMissing   Code = "webview_missing"
	CodeBackupInvalid    Code = "backup_invalid"
	CodeEraseUnfinished  Code = "erase_unfinished"
	CodeCheckFailed      Code = "check_failed"
	CodePasswordMissing  Code = "password_missing"
	CodePasswordShort    Code = "password_short"
	CodePasswordWrong    Code = "password_wrong"
	CodeCancelled        Code = "cancelled"
	CodePhaseUnknown     Code = "phase_unknown"
	CodeQuestionUnknown  Code = "question_unknown"
	CodeElectionUnknown  Code = "election_unknown"
	CodeStepNotOwn       Code = "step_not_own"
	CodeFormMissing      Code = "form_missing"
	CodeLinkInvalid      Code = "link_invalid"
	CodeNothingToUndo    Code = "nothing_to_undo"
	CodeRecessOrder      Code = "recess_order"
	CodeRecessUnknown    Code = "recess_unknown"
	CodeChecklistInvalid Code = "checklist_invalid"
	CodeChecklistEmpty   Code = "checklist_empty"
	CodeNoDates          Code = "no_dates"
	CodeInternal         Code = "internal"
)

// Codes returns every code, so that a test can compare them with the
// sentences.
func Codes() []Code {
	return []Code{
		CodeItemUnknown, CodeRoleUnknown, CodeNoteUnknown, CodeVersionUnknown, CodeTemplateUnknown, CodeNoteTemplate,
		CodeRunUnknown, CodeStepUnknown, CodeStateUnknown, CodeFormatUnknown, CodeSettingInvalid,
		CodeDateInvalid, CodeNameMissing, CodeNameTooLong, CodeReasonMissing,
		CodeTopicNotTickable, CodeChoiceUnknown, CodeChoiceMissing, CodeNotUTF8, CodeNotText, CodeNoteTooLarge, CodeNoteTrashed,
		CodeTagInvalid, CodeTagUnknown, CodeTagExists, CodePlaceInvalid, CodePartUnknown, CodeConflict, CodeNothingSelected, CodeNoNotes, CodeOnlyConfidential, CodeFileUnreadable, CodeFileTooLarge,
		CodeArchiveDamaged, CodeTargetUnwritable, CodeTargetExists, CodeFolderExists, CodeFileNameTooLong, CodeDiskFull, CodeTargetTooLarge, CodeDataUnwritable,
		CodeDataDamaged, CodeDataNewer, CodeDataBusy, CodeDataInUse, CodeDataGone, CodeWebViewMissing, CodeBackupInvalid, CodeEraseUnfinished,
		CodeCheckFailed, CodePasswordMissing, CodePasswordShort, CodePasswordWrong, CodeCancelled,
		CodePhaseUnknown, CodeQuestionUnknown, CodeElectionUnknown, CodeStepNotOwn, CodeFormMissing,
		CodeLinkInvalid, CodeNothingToUndo, CodeRecessUnknown, CodeRecessOrder, CodeChecklistInvalid, CodeChecklistEmpty, CodeNoDates,
		CodeInternal,
	}
}

// Error is the one error type that reaches a user. Field names what the user
// gave (an id, a date, a path), never the text of a note.
type Error struct {
	Code  Code
	Field string
	Err   error // cause, for the log only; may be nil
}

// Error returns the code and the cause, for the log. Users see the Dutch
// sentence of the code.
func (e *Error) Error() string {
	if e.Err != nil {
		return string(e.Code) + ": " + e.Err.Error()
	}
	return string(e.Code)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Fail returns an Error without a cause.
func Fail(code Code, field string) error { return &Error{Code: code, Field: field} }

// Wrap returns an Error with a cause.
func Wrap(code Code, field string, err error) error {
	return &Error{Code: code, Field: field, Err: err}
}

// CodeOf returns the code of err, CodeInternal for an error without one, and
// "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}

// FieldOf returns what the error is about, or "".
func FieldOf(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Field
	}
	return ""
}
