package domain

// Source says where a fact was read.
type Source struct {
	Title string
	URL   string // absolute http(s) address
}

// Item is one of the nine "Aan de slag" items. Items come from the program
// itself and never change while it runs.
type Item struct {
	ID        string // slug, stable for ever
	Title     string // exactly as on the source page
	Roles     []Role
	Summary   string
	Takeaways []string
	Body      string // Markdown, the whole text
	Sources   []Source
	CheckedOn Date   // day on which the facts were compared with the sources
	Checklist string // id of the checklist that belongs to it, or ""
}

// For reports whether the item was made for role r.
func (i Item) For(r Role) bool {
	for _, have := range i.Roles {
		if have == r {
			return true
		}
	}
	return false
}

// Term is a word of the field with its explanation. Search treats the
// synonyms as the same word.
type Term struct {
	Term        string
	Explanation string
	Synonyms    []string
}

// Origin tells who a text, step or date comes from, so that our own proposals
// are never taken for the programme's or the law's.
type Origin string

// The origins, from the programme itself to our own idea.
const (
	OriginLDiB     Origin = "ldib"     // Lokale Democratie in Beweging
	OriginLaw      Origin = "wet"      // an Act, with its article
	OriginOther    Origin = "bron"     // another published source
	OriginProposal Origin = "voorstel" // Raadwijzer's own proposal
	OriginOwn      Origin = "eigen"    // added by the user; never in shipped content
)

// Valid reports whether shipped content may use this origin.
func (o Origin) Valid() bool {
	switch o {
	case OriginLDiB, OriginLaw, OriginOther, OriginProposal:
		return true
	}
	return false
}

// Election is the kind of election a calendar entry is true for.
type Election string

// A redivision election (herindeling) has its own calendar: its council does
// not start fourteen days after the vote.
const (
	ElectionRegular    Election = "gewoon"
	ElectionRedivision Election = "herindeling"
)

// CalendarEntry is a statutory or usual date relative to election day.
type CalendarEntry struct {
	ID       string
	Text     string
	Election Election
	Offset   int    // days from election day; ignored when Rule is set
	Rule     string // "" or "first-working-day-of-year", the year after election day
	Origin   Origin
	Article  string // legal article, "" when none
	Source   Source // empty only for proposals
	Note     string
	Extends  bool  // a term that runs on over a weekend or a holiday
	Years    []int // election years for which the offset is known to hold; empty: every election of this kind

	// Reference is a day to compare with, on which nothing happens.
	Reference bool

	// Calculated are election years for which the day was worked out from the
	// rules while no official calendar was seen. It is shown as such.
	Calculated []int
}
