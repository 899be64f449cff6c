package app

// NotePlace is what a note hangs on: an item or a part of it, or a run or a
// step of it, and beside that a meeting.
type NotePlace struct {
	ID          string `json:"id"` // of the note
	Item        string `json:"item"`
	Part        string `json:"part"` // id of a section of the item, "" for the whole
	Run         string `json:"run"`
	Step        string `json:"step"`
	Meeting     string `json:"meeting"` // subject
	MeetingDate string `json:"meetingDate"`
}

// MeetingView is a meeting with the number of notes that hang on it.
type MeetingView struct {
	Subject string `json:"subject"`
	Date    string `json:"date"`
	Count   int    `json:"count"`
}

// ItemSection is a part of an item, with its heading. What stands before the
// first heading has no id and no title.
type ItemSection struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Level int    `json:"level"` // of the heading on the page, from 2
	HTML  string `json:"html"`  // safe HTML of what stands below it
	Notes int    `json:"notes"` // my notes that hang on it
}

// LinkView is a reference in the text of a note.
type LinkView struct {
	Target  string `json:"target"`  // as it was typed
	ID      string `json:"id"`      // of the note that is meant, or ""
	Title   string `json:"title"`   // of that note, or the one it would get
	Trashed bool   `json:"trashed"` // that note is in the trash
	Same    int    `json:"same"`    // how many notes could be meant; the newest is
}

// NoteLinks are the references in the text of a note and those to it.
type NoteLinks struct {
	Links     []LinkView `json:"links"`
	Backlinks []NoteCard `json:"backlinks"`
}

// TitleView is a note that can be referred to. Text is the reference to put in
// a note.
type TitleView struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Updated string `json:"updated"`
	Text    string `json:"text"`
}
