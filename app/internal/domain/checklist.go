package domain

// StepKind says how a step is dealt with.
type StepKind string

// The kinds of steps. A topic is talked about and never counted.
const (
	StepTick   StepKind = "tick"
	StepChoice StepKind = "choice"
	StepTopic  StepKind = "topic"
)

// Valid reports whether k is a kind this version knows.
func (k StepKind) Valid() bool { return k == StepTick || k == StepChoice || k == StepTopic }

// Checklist is a template from which runs are started.
type Checklist struct {
	ID          string
	Version     int
	Title       string
	Summary     string
	Notice      string // what the reader must know about completeness, "" when nothing
	Item        string // id of the item it belongs to
	AnchorLabel string // what the anchor date is, for example "Verkiezingsdag"
	Phases      []ChecklistPhase
}

// ChecklistPhase groups steps under one heading.
type ChecklistPhase struct {
	ID     string
	Title  string
	Goal   string
	Origin Origin
	Source Source // empty only for proposals
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
	Source  Source // empty only for proposals
	Parent  string // step this topic hangs under, or ""
	Offset  *int   // days from the anchor, always Raadwijzer's proposal and never the law's; nil when there is none
	Options []ChoiceOption
}

// ChoiceOption is one direction of a choice step. Directions may be mixed.
type ChoiceOption struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}
