package export

import (
	"fmt"
	"strings"

	"raadwijzer/app/internal/domain"
)

// The Dutch words of exported documents.
const (
	nlRun          = "Traject"
	nlMunicipality = "Gemeente"
	nlAnchor       = "Begindatum"
	nlGoal         = "Doel"
	nlWhy          = "Waarom"
	nlOptions      = "Mogelijkheden"
	nlChosen       = "Gekozen"
	nlBusy         = "Mee bezig"
	nlDone         = "Afgevinkt"
	nlSkipped      = "Overgeslagen, omdat"
	nlDeadline     = "Uiterlijk"
	nlSource       = "Bron"
	nlSources      = "Bronnen"
	nlTakeaways    = "Wat u meeneemt"
	nlText         = "Uitleg"
	nlFor          = "Voor"
	nlChecked      = "Nagekeken op"
	nlBelongsTo    = "Hoort bij"
	nlMeeting      = "Vergadering"
	nlTags         = "Labels"
	nlConfidential = "Vertrouwelijk"
	nlFootnotes    = "Voetnoten"
	nlBy           = "door"
	nlMade         = "Gemaakt op"
	nlUpdated      = "bijgewerkt op"
	nlPeriod       = "Raadsperiode"
	nlElection     = "Verkiezing"
	nlWho          = "Wie"
	nlNote         = "Notitie"
	nlLink         = "Link"
	nlDecided      = "Besloten"
	nlSetBy        = "Gezet door"
	nlOn           = "op"
	nlReason       = "Reden"
	nlState        = "Stand"
	nlStep         = "Stap"
	nlChecklist    = "Checklist"
	nlQuestion     = "Vraag"
	nlCalendar     = "Datums van deze verkiezing"
	nlCalculated   = "Door Raadwijzer uitgerekend, zonder officiële kalender"
	nlUntil        = "Loopt door tot en met"
	nlProposedDate = "De datum is een voorstel van Raadwijzer"
	nlProposal     = "een voorstel van Raadwijzer"
	nlOwnDate      = "Zelf gekozen"
	nlFormer       = "Deze datum geldt niet meer"
	nlLate         = "te laat"
	nlOverview     = "Overzicht"
	nlOpenDates    = "Open datums"
	nlNoOpenDates  = "Er zijn geen open datums."
	nlAuthor       = "Gemaakt door"

	nlSkippedSteps   = "Overgeslagen stappen"
	nlNoSkippedSteps = "Er zijn geen stappen overgeslagen."
	nlNotes          = "Notities"
	nlContents       = "Inhoud"
)

// nlDate returns "18 maart 2026", or "" for no date.
func nlDate(d domain.Date) string { return d.Dutch() }

func nlOrigin(o domain.Origin) string {
	switch o {
	case domain.OriginLDiB:
		return "Van LDiB"
	case domain.OriginLaw:
		return "Wet"
	case domain.OriginOther:
		return "Andere bron"
	case domain.OriginProposal:
		return "Voorstel van Raadwijzer"
	case domain.OriginOwn:
		return "Eigen stap"
	}
	return string(o)
}

// nlRunWithNotes is what stands on the cover of a run with its notes.
func nlRunWithNotes(notes int) string {
	if notes == 1 {
		return "Traject met 1 notitie"
	}
	return fmt.Sprintf("Traject met %d notities", notes)
}

// nlDocuments counts what is in an export of several documents.
func nlDocuments(n int) string { return fmt.Sprintf("%d notities", n) }

func nlProgress(p domain.Progress) string {
	steps := "stappen"
	if p.Total == 1 {
		steps = "stap"
	}
	text := fmt.Sprintf("Voortgang: %d van %d %s klaar", p.Done, p.Total, steps)
	if p.Skipped > 0 {
		text += fmt.Sprintf(", %d overgeslagen", p.Skipped)
	}
	return text
}

func nlRoles(roles []domain.Role) string {
	names := map[domain.Role]string{domain.Burgemeester: "burgemeesters", domain.Wethouder: "wethouders",
		domain.Gemeentesecretaris: "gemeentesecretarissen", domain.Raadslid: "raadsleden", domain.Griffier: "griffiers"}
	list := make([]string, 0, len(roles))
	for _, r := range roles {
		list = append(list, names[r])
	}
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " en " + list[n-1]
	}
	return strings.Join(list, "")
}

func nlStateWord(s domain.State) string {
	return map[domain.State]string{domain.StateOpen: "Nog te doen", domain.StateBusy: "Mee bezig", domain.StateDone: "Klaar",
		domain.StateSkipped: "Overgeslagen"}[s]
}

func nlKind(k domain.StepKind) string {
	return map[domain.StepKind]string{domain.StepTick: "Afvinken", domain.StepChoice: "Keuze", domain.StepTopic: "Bespreken",
		domain.StepForm: "Vragen"}[k]
}

func nlElectionWord(e domain.Election) string {
	return map[domain.Election]string{domain.ElectionRegular: "gewone verkiezing", domain.ElectionRedivision: "herindelingsverkiezing"}[e]
}

// nlProgressShort is nlProgress for a cell of a table.
func nlProgressShort(p domain.Progress) string {
	_, text, _ := strings.Cut(nlProgress(p), ": ")
	return text
}

func nlRuns(n int) string {
	if n == 1 {
		return "1 traject"
	}
	return fmt.Sprintf("%d trajecten", n)
}
