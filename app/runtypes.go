package app

// TemplateView is a checklist that can be started. Own is one of the user.
type TemplateView struct {
	ID          string   `json:"id"`
	Version     int      `json:"version"`
	Title       string   `json:"title"`
	Summary     string   `json:"summary"`
	Notice      string   `json:"notice"`
	AnchorLabel string   `json:"anchorLabel"`
	Item        string   `json:"item"`
	Steps       int      `json:"steps"` // steps that count
	Phases      []string `json:"phases"`
	Election    bool     `json:"election"` // the anchor is the day of an election
	Own         bool     `json:"own"`
}

// DateView is a date with where it comes from.
type DateView struct {
	Step    string     `json:"step"` // "" for a date of the calendar
	Text    string     `json:"text"`
	Date    string     `json:"date"`
	Origin  string     `json:"origin"` // ldib, wet, bron, voorstel, eigen
	Article string     `json:"article"`
	Source  SourceView `json:"source"`
	Note    string     `json:"note"`
	Until   string     `json:"until"` // where a term runs on over days off, or ""
	// Calculated: worked out from the Act by us; no official calendar of that
	// election was seen.
	Calculated bool     `json:"calculated"`
	Reference  bool     `json:"reference"` // to compare with: nothing happens on this day
	Remarks    []string `json:"remarks"`   // what is special about the day: zaterdag, a holiday, a recess
}

// DatePreview asks for the dates that a run would get.
type DatePreview struct {
	Template string `json:"template"`
	Anchor   string `json:"anchor"`
	Election string `json:"election"` // gewoon, herindeling, or "" to let the day tell
}

// PreviewView answers it. Unsure: the day does not fit this kind of election,
// so there are no dates of the calendar.
type PreviewView struct {
	Election string     `json:"election"`
	Period   string     `json:"period"` // a council period that fits, or ""
	Unsure   bool       `json:"unsure"`
	Dates    []DateView `json:"dates"`
}

// NewRun is a run to be started. Anchor "" is a run without dates. From names
// a run whose steps are taken over, the user's own among them; Template is not
// used then.
type NewRun struct {
	Template     string `json:"template"`
	From         string `json:"from"`
	Name         string `json:"name"`
	Municipality string `json:"municipality"`
	Period       string `json:"period"`
	Anchor       string `json:"anchor"`
	Election     string `json:"election"`
}

// ProgressView counts the steps of a run or phase. Skipped steps and topics
// are not in Total.
type ProgressView struct {
	Done    int `json:"done"`
	Total   int `json:"total"`
	Skipped int `json:"skipped"`
}

// RunCard is a run in the overview.
type RunCard struct {
	ID           string       `json:"id"`
	Template     string       `json:"template"`
	Title        string       `json:"title"` // of the template
	Name         string       `json:"name"`
	Municipality string       `json:"municipality"`
	Period       string       `json:"period"`
	Anchor       string       `json:"anchor"`
	AnchorLabel  string       `json:"anchorLabel"`
	Progress     ProgressView `json:"progress"`
	NextStep     string       `json:"nextStep"` // text of the first step to do
	Deadline     string       `json:"deadline"` // earliest deadline of a step to do, or ""
	DeadlineStep string       `json:"deadlineStep"`
	Late         bool         `json:"late"`
	Archived     bool         `json:"archived"`
	Created      string       `json:"created"`
	Updated      string       `json:"updated"`
}

// RunView is one run with its steps.
type RunView struct {
	RunCard
	Notice   string      `json:"notice"`
	Item     string      `json:"item"`
	Election string      `json:"election"` // gewoon, herindeling, or "" when it has no calendar
	Phases   []PhaseView `json:"phases"`
	Notes    []NoteCard  `json:"notes"`   // that hang on the run and on no step
	Dates    []DateView  `json:"dates"`   // of the calendar of the election
	Unsure   bool        `json:"unsure"`  // the anchor does not fit the kind of election
	CanUndo  bool        `json:"canUndo"` // there is a change to take back
	Offers   int         `json:"offers"`  // new steps in a newer version of the template
}

// PhaseView is a group of steps.
type PhaseView struct {
	ID       string       `json:"id"`
	Title    string       `json:"title"`
	Goal     string       `json:"goal"`
	Origin   string       `json:"origin"`
	Source   SourceView   `json:"source"`
	Progress ProgressView `json:"progress"`
	Steps    []StepView   `json:"steps"`
}

// OptionView is one direction of a choice.
type OptionView struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Chosen bool   `json:"chosen"`
}

// QuestionView is one row of a form: an answer for each of the people.
type QuestionView struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	Answers []string `json:"answers"`
}

// StepView is one step of a run.
type StepView struct {
	ID        string         `json:"id"`
	Kind      string         `json:"kind"` // tick, choice, topic, form
	Text      string         `json:"text"`
	Why       string         `json:"why"`
	Origin    string         `json:"origin"`
	Article   string         `json:"article"`
	Source    SourceView     `json:"source"`
	Parent    string         `json:"parent"`
	State     string         `json:"state"` // open, busy, done, skipped
	Reason    string         `json:"reason"`
	By        string         `json:"by"` // who set the state
	At        string         `json:"at"` // moment, "" when the state was never set
	Options   []OptionView   `json:"options"`
	People    []string       `json:"people"`
	Questions []QuestionView `json:"questions"`
	Deadline  string         `json:"deadline"`
	Proposed  string         `json:"proposed"` // the date that follows the anchor, or ""
	Pinned    bool           `json:"pinned"`   // deadline set by hand
	Late      bool           `json:"late"`
	Remarks   []string       `json:"remarks"` // what is special about the deadline: zaterdag, a holiday, a recess
	Who       string         `json:"who"`     // who takes care of it
	Note      string         `json:"note"`
	Link      string         `json:"link"`
	Notes     []NoteCard     `json:"notes"`
}

// StepChange sets the state of a step. A choice step is done when one option
// or more is given; Options are ignored for other kinds. By "" is the name of
// the settings.
type StepChange struct {
	Run     string   `json:"run"`
	Step    string   `json:"step"`
	State   string   `json:"state"`
	Reason  string   `json:"reason"`
	By      string   `json:"by"`
	Options []string `json:"options"`
}

// StepFacts is what a user writes beside a step.
type StepFacts struct {
	Run  string `json:"run"`
	Step string `json:"step"`
	Who  string `json:"who"`
	Note string `json:"note"`
	Link string `json:"link"`
}

// OwnStep is a step of the user: a new one of a phase, or one to be changed.
type OwnStep struct {
	Run   string `json:"run"`
	Phase string `json:"phase"` // for a new one
	Step  string `json:"step"`  // "" for a new one
	Text  string `json:"text"`
	Why   string `json:"why"`
	Topic bool   `json:"topic"`
}

// Answer is a question of a form, or the answer to one of the person in this
// column, counted from 0.
type Answer struct {
	Run      string `json:"run"`
	Step     string `json:"step"`
	Question string `json:"question"` // "" for a new question
	Column   int    `json:"column"`
	Text     string `json:"text"`
}

// AnchorMove moves the anchor of a run. Election "" lets the day tell.
type AnchorMove struct {
	Run      string `json:"run"`
	Date     string `json:"date"`
	Election string `json:"election"`
}

// AnchorPreview is what a move of the anchor would change. Unsure: the day does
// not fit this kind of election, so there are no dates of the calendar.
type AnchorPreview struct {
	Election string        `json:"election"`
	Unsure   bool          `json:"unsure"`
	Shifts   []AnchorShift `json:"shifts"`
}

// AnchorShift is a date that moves with the anchor.
type AnchorShift struct {
	Step string `json:"step"` // "" for a date of the calendar
	Text string `json:"text"`
	From string `json:"from"` // "" when there was none
	To   string `json:"to"`   // "" when there will be none
}

// RunHeading is what a run is called and whom it is of.
type RunHeading struct {
	Run          string `json:"run"`
	Name         string `json:"name"`
	Municipality string `json:"municipality"`
	Period       string `json:"period"`
}

// LogLine is one line of a run's log, which is never rewritten.
type LogLine struct {
	At     string `json:"at"`
	By     string `json:"by"`
	ID     string `json:"id"`   // of the step, "" for the run itself
	Step   string `json:"step"` // text of the step at that moment
	What   string `json:"what"` // started, state, choice, reason, deadline, anchor, ...
	From   string `json:"from"`
	To     string `json:"to"`
	Undone bool   `json:"undone"` // a later line took this one back
	Undoes bool   `json:"undoes"` // this line takes an earlier one back, and What is that of the earlier one
}

// OfferView is a step that a newer version of the template has.
type OfferView struct {
	Step   string `json:"step"`
	Phase  string `json:"phase"` // title
	Fresh  bool   `json:"fresh"` // the run does not have this phase yet
	Text   string `json:"text"`
	Why    string `json:"why"`
	Origin string `json:"origin"`
}

// RecessView is a period in which the council does not meet.
type RecessView struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	First string `json:"first"`
	Last  string `json:"last"`
}
