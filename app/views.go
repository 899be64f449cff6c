package app

// The structs that cross the bridge to the front end. Dates are "2026-03-18",
// moments RFC 3339 in UTC, an absent date is "". Nothing here is a pointer, a
// map or an interface, so that the generated TypeScript says what arrives.

// SourceView is a source with its address.
type SourceView struct {
	Title string `json:"title"`
	URL   string `json:"url"`
}

// ItemCard is an item in a list.
type ItemCard struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Roles     []string `json:"roles"`
	Summary   string   `json:"summary"`
	Takeaways []string `json:"takeaways"`
	Minutes   int      `json:"minutes"` // reading time, at least 1
	Read      bool     `json:"read"`
	Checklist string   `json:"checklist"` // id of the checklist that belongs to it, or ""
}

// RoleCount is a choice of the filter. Role "" is "Alle".
type RoleCount struct {
	Role  string `json:"role"`
	Count int    `json:"count"`
}

// LibraryView is the screen "Aan de slag".
type LibraryView struct {
	Items  []ItemCard  `json:"items"` // those for the asked role, in the order of the source
	Total  int         `json:"total"` // items for all roles
	Counts []RoleCount `json:"counts"`
}

// TermView is a word of the glossary.
type TermView struct {
	Term        string `json:"term"`
	Explanation string `json:"explanation"`
}

// ItemView is one item with its text.
type ItemView struct {
	ItemCard
	Sections  []ItemSection `json:"sections"` // the whole text
	Sources   []SourceView  `json:"sources"`
	CheckedOn string        `json:"checkedOn"`
	Terms     []TermView    `json:"terms"` // glossary terms that occur in the text
	Notes     []NoteCard    `json:"notes"` // my notes that hang on this item or a part of it
	Previous  string        `json:"previous"`
	Next      string        `json:"next"` // ids within the asked role, or ""
}

// NoteCard is a note in a list.
type NoteCard struct {
	ID           string   `json:"id"`
	Title        string   `json:"title"`
	Excerpt      string   `json:"excerpt"` // first words of the plain text
	Tags         []string `json:"tags"`
	Item         string   `json:"item"`
	Part         string   `json:"part"`
	Run          string   `json:"run"`
	Step         string   `json:"step"`
	Context      string   `json:"context"` // title of the item or run that the note hangs on, with the part or step, or ""
	Meeting      string   `json:"meeting"` // subject
	MeetingDate  string   `json:"meetingDate"`
	Confidential bool     `json:"confidential"`
	Pinned       bool     `json:"pinned"`
	Created      string   `json:"created"`
	Updated      string   `json:"updated"`
	Trashed      string   `json:"trashed"` // moment, "" when not in the trash
}

// NoteView is one note with its text.
type NoteView struct {
	NoteCard
	Rev        int    `json:"rev"`
	TitleGiven bool   `json:"titleGiven"` // false: the title was derived from the text
	Body       string `json:"body"`
}

// NoteQuery asks for a page of notes.
type NoteQuery struct {
	Words   string `json:"words"` // "" for all notes
	Tag     string `json:"tag"`
	Pinned  bool   `json:"pinned"`
	Trashed bool   `json:"trashed"`
	Item    string `json:"item"`
	Part    string `json:"part"`
	Run     string `json:"run"`
	Step    string `json:"step"`
	Meeting string `json:"meeting"` // subject
	Sort    string `json:"sort"`    // "updated" (default), "created" or "title"
	Offset  int    `json:"offset"`
	Limit   int    `json:"limit"` // 0: 200

	MeetingDate string `json:"meetingDate"`
}

// NotePage is an answer to NoteQuery.
type NotePage struct {
	Notes []NoteCard `json:"notes"`
	Total int        `json:"total"` // matches, not only those on this page
	Tags  []TagCount `json:"tags"`
	Trash int        `json:"trash"` // notes in the trash
}

// TagCount is a tag with the number of notes that have it.
type TagCount struct {
	Tag   string `json:"tag"`
	Count int    `json:"count"`
}

// NewNote is a note to be made.
type NewNote struct {
	Title string `json:"title"`
	Body  string `json:"body"`
	Item  string `json:"item"`
	Part  string `json:"part"`
	Run   string `json:"run"`
	Step  string `json:"step"`
}

// NoteTemplate is a text to begin a note with. Own is a note of the user with
// the tag "sjabloon"; its summary are the first words.
type NoteTemplate struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Summary string `json:"summary"`
	Own     bool   `json:"own"`
}

// NoteFromTemplate is a note to be made with the text of a template. Title ""
// takes that of the template.
type NoteFromTemplate struct {
	Template string `json:"template"`
	Title    string `json:"title"`
	Item     string `json:"item"`
	Part     string `json:"part"`
	Run      string `json:"run"`
	Step     string `json:"step"`
}

// NoteEdit is a note to be saved. Rev is the revision that was edited; Title
// "" derives the title from the text. KeepOld keeps the replaced text as a
// version even within ten minutes of the last one: for a text that replaces
// another as a whole.
type NoteEdit struct {
	ID      string `json:"id"`
	Rev     int    `json:"rev"`
	Title   string `json:"title"`
	Body    string `json:"body"`
	KeepOld bool   `json:"keepOld"`
}

// NoteSaved answers a save. It holds no body: the editor owns the text.
type NoteSaved struct {
	ID      string `json:"id"`
	Rev     int    `json:"rev"`
	Title   string `json:"title"`
	Updated string `json:"updated"`
}

// NoteProperties are the properties of a note besides its text.
type NoteProperties struct {
	ID           string   `json:"id"`
	Tags         []string `json:"tags"`
	Pinned       bool     `json:"pinned"`
	Confidential bool     `json:"confidential"`
}

// VersionView is an older text of a note.
type VersionView struct {
	ID    string `json:"id"`
	Rev   int    `json:"rev"`
	Title string `json:"title"`
	Saved string `json:"saved"`
	Body  string `json:"body"`
}

// ExportRequest asks for a file. What is "note", "notes", "all", "run",
// "handover" (of runs, as a zip) or "item"; IDs names them. "all" needs no ids; an empty list otherwise is an
// error and never means all. IncludeConfidential is for "all", "handover" and a run with its notes: notes
// that are named were chosen by hand.
type ExportRequest struct {
	What                string   `json:"what"`
	IDs                 []string `json:"ids"`
	Format              string   `json:"format"`    // pdf, md or html; of a run ics or csv too; zip of a hand-over
	WithNotes           bool     `json:"withNotes"` // of a run: the notes that hang on it and on its steps
	IncludeConfidential bool     `json:"includeConfidential"`
}

// ExportResult says what was written. Cancelled means that the user closed
// the dialog; nothing was written.
type ExportResult struct {
	Path      string `json:"path"`
	Bytes     int    `json:"bytes"`
	LeftOut   int    `json:"leftOut"` // confidential notes that were left out
	Cancelled bool   `json:"cancelled"`
}

// ExportProgress tells how far an export is: Done of Total notes. A Total of 0
// is not known.
type ExportProgress struct {
	Busy  bool `json:"busy"`
	Done  int  `json:"done"`
	Total int  `json:"total"`
}

// ExportPreview is the first pages of a PDF, each as SVG, and the number of
// all.
type ExportPreview struct {
	Pages []string `json:"pages"`
	Total int      `json:"total"`
}

// SearchHit is one result. Snippet is plain text; Marks are pairs of begin
// and end positions in UTF-16 units, as JavaScript counts them.
type SearchHit struct {
	Kind    string `json:"kind"` // note, item, step
	ID      string `json:"id"`
	Run     string `json:"run"` // for a step
	Title   string `json:"title"`
	Context string `json:"context"`
	Snippet string `json:"snippet"`
	Marks   []int  `json:"marks"`
	// Of a note; "" and false for others.
	Updated      string `json:"updated"`
	Confidential bool   `json:"confidential"`
}

// SearchQuery asks for results. An empty field does not choose. Tag and days
// choose among notes, so with one of them only notes are found.
type SearchQuery struct {
	Words string   `json:"words"`
	Kinds []string `json:"kinds"` // note, item, step; none is every kind
	Tag   string   `json:"tag"`
	From  string   `json:"from"`  // last changed on this day or later, "2026-03-18"
	To    string   `json:"to"`    // last changed on this day or before
	Limit int      `json:"limit"` // of each kind; 0: 20
}

// SearchView holds results in groups, best first within each.
type SearchView struct {
	Notes []SearchHit `json:"notes"`
	Items []SearchHit `json:"items"`
	Steps []SearchHit `json:"steps"`
	More  bool        `json:"more"` // there are more results than shown
}

// SettingsView are the choices of the user.
type SettingsView struct {
	Role         string `json:"role"`         // "" is Alle
	RoleAsked    bool   `json:"roleAsked"`    // the first-start question was answered or put off
	Appearance   string `json:"appearance"`   // system, light, dark
	TextSize     int    `json:"textSize"`     // per cent, 100 to 200
	Name         string `json:"name"`         // who ticks, for the log; may be ""
	NameAsked    bool   `json:"nameAsked"`    // the question for the name was answered or put off
	Municipality string `json:"municipality"` // may be ""

	WordsPerMinute int `json:"wordsPerMinute"` // how fast the user speaks, 60 to 200
	LecternSize    int `json:"lecternSize"`    // per cent of the ordinary text, 125 to 400

	Theme string `json:"theme"` // a house style as its file has it; "": none

	TourSeen bool `json:"tourSeen"` // the three sentences of the first start were put away
}

// AboutView tells what this program is and where its data are.
type AboutView struct {
	Version    string `json:"version"`
	DataFolder string `json:"dataFolder"`
	Notes      int    `json:"notes"`
	Runs       int    `json:"runs"`
	LastBackup string `json:"lastBackup"` // moment, or ""
	Recovered  bool   `json:"recovered"`  // the program did not end cleanly before
	Checked    bool   `json:"checked"`    // after that the data were looked at and found sound
}
