package cli

import (
	"fmt"
	"regexp"
	"strings"
	"text/tabwriter"

	"github.com/spf13/pflag"
)

// commands returns every command in the order of the help.
func commands() []command {
	return []command{
		{"items", "[--role FUNCTIE]", "toont de artikelen van Aan de slag", itemsCommand},
		{"item", "ID [--format md|html|json]", "toont één artikel", itemCommand},
		{"notes add", "[--title T] [--tag T]... [--item ID [--part DEEL] | --run ID [--step ID]] [--meeting ONDERWERP] [--meeting-date DATUM] [--confidential] [--pinned] BESTAND|- | --template ID", "bewaart een nieuwe notitie", notesAdd},
		{"notes templates", "", "toont de sjablonen voor een notitie", notesTemplates},
		{"notes list", "[--tag T] [--item ID [--part DEEL]] [--run ID] [--meeting ONDERWERP] [--meeting-date DATUM] [--pinned] [--trash]", "toont de notities", notesList},
		{"notes show", "ID", "toont één notitie", notesShow},
		{"notes edit", "ID [--title T] BESTAND|-", "vervangt de tekst van een notitie", notesEdit},
		{"notes set", "ID [--pinned[=false]] [--confidential[=false]] [--tag T]...", "verandert wat een notitie is: vastgezet, vertrouwelijk, labels", notesSet},
		{"notes trash", "ID | --list | --empty", "legt een notitie in de prullenbak, toont die of maakt die leeg", notesTrash},
		{"notes restore", "ID [--version ID]", "haalt een notitie of een eerdere tekst terug", notesRestore},
		{"notes history", "ID", "toont de eerdere teksten van een notitie", notesHistory},
		{"notes link", "ID [--clear] [--item ID [--part DEEL] | --run ID [--step ID]] [--meeting ONDERWERP] [--meeting-date DATUM]", "verandert waar een notitie bij hoort", notesLink},
		{"tags", "", "toont de labels en hoe vaak ze voorkomen", tagsCommand},
		{"tags rename", "OUD NIEUW", "geeft een label een andere naam", tagsRename},
		{"tags merge", "LABEL... --into LABEL", "voegt labels samen tot één label", tagsMerge},
		{"tags remove", "LABEL", "haalt een label van alle notities", tagsRemove},
		{"import", "PAD...", "leest Markdown, tekst, mappen en zips in", importCommand},
		{"search", "WOORDEN... [--kind note|item|step] [--tag T] [--from DATUM] [--to DATUM] [--limit N]", "zoekt in notities, artikelen en stappen", searchCommand},
		{"templates", "", "toont de checklists die u kunt starten", templatesCommand},
		{"templates save", "TRAJECT TITEL", "bewaart de stappen van een traject als eigen checklist", templatesSave},
		{"templates import", "BESTAND|-", "leest een eigen checklist in, geschreven in Markdown", templatesImport},
		{"templates export", "CHECKLIST BESTAND|- [--force]", "schrijft een checklist als Markdown", templatesExport},
		{"templates remove", "CHECKLIST", "haalt een eigen checklist weg", templatesRemove},
		{"runs dates", "CHECKLIST --anchor DATUM [--election gewoon|herindeling]", "toont de datums die een traject zou krijgen", runsDates},
		{"runs start", "CHECKLIST|--from TRAJECT --name NAAM [--municipality G] [--period P] [--anchor DATUM] [--election gewoon|herindeling]", "start een traject", runsStart},
		{"runs list", "[--archived]", "toont de trajecten", runsList},
		{"runs show", "ID", "toont één traject", runsShow},
		{"runs edit", "ID [--name NAAM] [--municipality G] [--period P]", "verandert hoe een traject heet", runsEdit},
		{"runs archive", "ID [--back]", "legt een traject in het archief", runsArchive},
		{"runs set", "TRAJECT STAP open|busy|done|skipped [--reason R] [--by NAAM] [--choose ID,ID]", "zet de stand van een stap", runsSet},
		{"runs facts", "TRAJECT STAP [--who NAAM] [--note TEKST] [--link ADRES]", "zet bij een stap wie die doet, een notitie en een link", runsFacts},
		{"runs deadline", "TRAJECT STAP DATUM|-|auto", "zet de datum van een stap", runsDeadline},
		{"runs anchor", "TRAJECT DATUM|- [--election gewoon|herindeling] [--look]", "verzet de dag waarvan de datums afhangen", runsAnchor},
		{"runs add", "TRAJECT FASE TEKST [--why W] [--topic]", "voegt een eigen stap toe", runsAdd},
		{"runs change", "TRAJECT STAP TEKST [--why W]", "verandert een eigen stap", runsChange},
		{"runs move", "TRAJECT STAP up|down", "verplaatst een eigen stap", runsMove},
		{"runs remove", "TRAJECT STAP", "haalt een eigen stap weg", runsRemove},
		{"runs ask", "TRAJECT STAP VRAAG [--question ID] [--remove]", "zet een vraag bij de foto van een driehoek", runsAsk},
		{"runs answer", "TRAJECT STAP VRAAG WIE TEKST", "zet een antwoord op een vraag", runsAnswer},
		{"runs offers", "TRAJECT [--take STAP,STAP | --none]", "toont nieuwe stappen van een checklist", runsOffers},
		{"runs compare", "TRAJECT TRAJECT", "legt twee trajecten naast elkaar", runsCompare},
		{"runs undo", "ID", "maakt de laatste wijziging ongedaan", runsUndo},
		{"runs log", "ID", "toont wat er in een traject is veranderd", runsLog},
		{"runs who", "[NAAM]", "toont of zet de naam voor het logboek", runsWho},
		{"recess list", "", "toont de recessen", recessList},
		{"recess add", "NAAM EERSTE-DAG LAATSTE-DAG", "voegt een reces toe", recessAdd},
		{"recess remove", "ID", "haalt een reces weg", recessRemove},
		{"export", "--notes ID,ID | --all | --run ID | --handover ID,ID | --item ID --format pdf|html|md|ics|csv --out BESTAND|MAP|ZIP|- [--with-notes] [--include-confidential] [--date DATUM] [--force]", "maakt een bestand om te lezen of te delen", exportCommand},
		{"backup", "BESTAND|- [--password-file BESTAND] [--force]", "maakt een reservekopie", backupCommand},
		{"backups", "", "toont de reservekopieën die het programma zelf maakt", backupsCommand},
		{"restore", "BESTAND|- [--password-file BESTAND] [--look]", "zet een reservekopie terug, of toont wat erin staat", restoreCommand},
		{"rescue", "MAP", "haalt uit beschadigde gegevens de notities die nog te lezen zijn", rescueCommand},
		{"erase", "[--yes] [--copies]", "verwijdert alle gegevens, of toont wat er weg zou gaan", eraseCommand},
		{"check", "", "controleert de gegevens", checkCommand},
		{"version", "", "toont de versie", versionCommand},
	}
}

// overview is the page of "help": of every command, or of those whose names
// begin with one word. It is empty where there is none.
func overview(group string) string {
	var lines strings.Builder
	for _, c := range commands() {
		if first, _, _ := strings.Cut(c.name, " "); group == "" || first == group {
			fmt.Fprintf(&lines, "  %-18s %s\n", c.name, c.help)
		}
	}
	if lines.Len() == 0 {
		return ""
	}
	return "Raadwijzer\n\nGebruik: raadwijzer [--data MAP] [--json] OPDRACHT\nZonder opdracht opent het venster.\n\n" +
		lines.String() +
		"\nTyp 'raadwijzer OPDRACHT --help' voor uitleg bij één opdracht.\n" +
		"Uitkomst: 0 is gelukt, 1 is geweigerd of mislukt, 2 is een verkeerde opdracht.\n"
}

// helpFor is the page of a command, or of the commands that begin with the
// word; empty for a word that is neither.
func helpFor(words []string) string {
	if cmd, _ := find(words); cmd != nil {
		return cmd.page()
	}
	return overview(words[0])
}

// page is the help of one command.
func (c *command) page() string {
	flags := newFlags(c.name)
	c.setup(flags)
	(&Options{}).define(flags)
	return fmt.Sprintf("raadwijzer %s: %s\n\nGebruik: raadwijzer %s\n\n%s", c.name, c.help,
		strings.TrimSpace(c.name+" "+c.usage), c.options(flags))
}

// options shows each flag with the word that the usage has for its value. The
// library would name the kind of value, in English.
func (c *command) options(flags *pflag.FlagSet) string {
	var lines strings.Builder
	table := tabwriter.NewWriter(&lines, 0, 0, 3, ' ', 0)
	flags.VisitAll(func(f *pflag.Flag) {
		name := "--" + f.Name
		if f.Value.Type() != "bool" {
			if word := regexp.MustCompile(name + ` ([^\s\]]+)`).FindStringSubmatch(c.usage + " --data MAP"); word != nil {
				name += " " + word[1]
			}
		}
		_, _ = fmt.Fprintf(table, "  %s\t%s\n", name, f.Usage) // into memory
	})
	_ = table.Flush()
	return lines.String()
}
