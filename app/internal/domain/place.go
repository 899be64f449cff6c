package domain

import "unicode/utf8"

// Place is what a note hangs on: an item or a part of it, or a run or a step
// of it, and beside that a meeting.
type Place struct {
	Item        string // id, or ""
	Part        string // id of a heading in the text of the item, or "" for the whole
	Run         string
	Step        string
	Meeting     string // subject of the meeting, or ""
	MeetingDate Date
}

// With returns the place with what another names instead of its own; what the
// other says nothing of stays.
func (p Place) With(other Place) Place {
	if other.Item != "" || other.Run != "" {
		p.Item, p.Part, p.Run, p.Step = other.Item, other.Part, other.Run, other.Step
	}
	if other.Meeting != "" || !other.MeetingDate.IsZero() {
		p.Meeting, p.MeetingDate = other.Meeting, other.MeetingDate
	}
	return p
}

// Normal returns the place with the subject of the meeting on one line.
// Errors: CodePlaceInvalid for an item and a run at once, CodeItemUnknown for
// a part and CodeRunUnknown for a step of nothing, CodeNameTooLong,
// CodeNotUTF8.
func (p Place) Normal() (Place, error) {
	switch {
	case p.Item != "" && (p.Run != "" || p.Step != ""):
		return p, Fail(CodePlaceInvalid, "")
	case p.Part != "" && p.Item == "":
		return p, Fail(CodeItemUnknown, "")
	case p.Step != "" && p.Run == "":
		return p, Fail(CodeRunUnknown, "")
	case !utf8.ValidString(p.Meeting):
		return p, Fail(CodeNotUTF8, "")
	}
	p.Meeting = oneLine(p.Meeting)
	if utf8.RuneCountInString(p.Meeting) > MaxTitleRunes {
		return p, Fail(CodeNameTooLong, "")
	}
	return p, nil
}
