package domain

// StepKind says how a step is dealt with.
type StepKind string

// The kinds of steps. A topic is talked about and never counted. A form holds
// questions with an answer of each person, side by side.
const (
	StepTick   StepKind = "tick"
	StepChoice StepKind = "choice"
	StepTopic  StepKind = "topic"
	StepForm   StepKind = "form"
)

// Valid reports whether k is a kind this version knows.
func (k StepKind) Valid() bool {
	return k == StepTick || k == StepChoice || k == StepTopic || k == StepForm
}

// Checklist is a template from which runs are started.
type Checklist struct {
	ID          string
	Version     int
	Title       string
	Summary     string
	Notice      string // what the reader must know about completeness, "" when nothing
	Item        string // id of the item it belongs to; "" for one of the user
	AnchorLabel string // what the anchor date is, for example "Verkiezingsdag"
	Election    bool   // the anchor is the day of an election, which has a calendar
	Own         bool   // made by the user
	Phases      []ChecklistPhase
}

// ChecklistPhase groups steps under one heading.
type ChecklistPhase struct {
	ID     string
	Title  string
	Goal   string
	Origin Origin
	Source Source // empty only for proposals and what the user wrote
	Steps  []ChecklistStep
}

// ChecklistStep is one step of a template.
type ChecklistStep struct {
	ID      string // stable for ever within its checklist
	Kind    StepKind
	Text    string
	Why     string
	Origin  Origin
	Article string // legal article when Origin is OriginLaw
	Source  Source // empty only for proposals and what the user wrote
	Parent  string // step this topic hangs under, or ""
	Offset  *int   // days from the anchor, always Raadwijzer's proposal and never the law's; nil when there is none
	// Redivision is the rule for the date after a redivision election, when
	// counting days from the vote would give a wrong one; "" counts days.
	Redivision string
	Options    []ChoiceOption // of a choice
	People     []string       // of a form, in the order of its columns
	Asks       []string       // questions that a form begins with; those of a run are its Questions
}

// ChoiceOption is one direction of a choice step. Directions may be mixed.
type ChoiceOption struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// DateFor returns the proposed date of a step, zero when it has none.
func (s ChecklistStep) DateFor(anchor Date, election Election) Date {
	switch {
	case s.Offset == nil || anchor.IsZero():
		return Date{}
	case election == ElectionRedivision && s.Redivision == RuleFirstWorkingDay:
		return FirstWorkingDayAfter(anchor)
	}
	return anchor.AddDays(*s.Offset)
}
