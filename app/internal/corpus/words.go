package corpus

import (
	"math"
	"math/rand/v2"
	"sort"
	"strings"
)

// The words that every text is full of, the most usual first.
var usual = strings.Fields(`de het een van en in is dat op te met voor zijn niet aan er om ook als dan maar bij of uit
door over nog naar die dit deze wordt worden was waren heeft hebben had kan kunnen zal zullen moet moeten mag wil ik je
hij zij ze we wij hun haar ons onze mijn jouw uw wat wie waar wanneer waarom hoe welke geen wel al alleen meer veel
weinig minder tot tussen onder tegen zonder na sinds tijdens omdat zodat terwijl hoewel want dus toch toen nu hier daar
altijd nooit soms vaak iets niets iemand niemand ander andere eigen zelf zoals eerst later vandaag morgen gisteren week
maand jaar dag uur tijd eén coöperatie financiën reünie ruïne`)

// What councils write about; also the parts of longer words.
var subjects = strings.Fields(`vergadering gemeente raad besluit verslag agenda notulen commissie bestuur wethouder
burgemeester voorstel motie amendement begroting beleid subsidie vergunning bezwaar procedure advies overleg werkgroep
planning taak controle lijst stap onderdeel bijlage bewoner wijk straat project onderzoek rapport conclusie aanbeveling
afspraak actie termijn budget factuur contract overeenkomst privacy veiligheid onderhoud kwaliteit evaluatie presentatie
informatie dossier archief huisarts zorg school leerling docent verzekering belasting aanvraag formulier handtekening
uitspraak woning bouw grond water energie verkeer fiets parkeer groen park afval milieu klimaat natuur sport cultuur
jeugd ouderen armoede schuld werk inkomen participatie inspraak verkiezing partij fractie coalitie oppositie akkoord`)

// The parts of a syllable.
var (
	onsets = strings.Fields("b d g h k l m n p r s t v w z st br gr kl pl sch vr zw")
	vowels = strings.Fields("a e i o u aa ee oo uu ie oe ij ui eu")
	codas  = strings.Split(" n r s t l k ng cht rs", " ")
)

// words is a vocabulary in which each word has its chance.
type words struct {
	list []string
	upTo []float64 // the chance of a word and those before it together
}

// size is how many different words there are, as in a large pile of notes.
const size = 40_000

var vocabulary = makeVocabulary()

// makeVocabulary adds to the usual words some that are put together as Dutch
// does (raadsbesluit), and many short ones that only sound like Dutch. The
// further back, the rarer.
func makeVocabulary() words {
	v := words{list: append(append([]string{}, usual...), subjects...)}
	seen := map[string]bool{}
	for _, word := range v.list {
		seen[word] = true
	}
	r := rand.New(rand.NewPCG(seed, 0))
	for len(v.list) < size {
		word := ""
		if len(v.list)%8 == 0 {
			word = one(r, subjects) + one(r, []string{"", "s"}) + one(r, subjects)
		} else {
			for range 1 + r.IntN(3) {
				word += one(r, onsets) + one(r, vowels) + one(r, codas)
			}
		}
		if len(word) > 2 && !seen[word] {
			seen[word] = true
			v.list = append(v.list, word)
		}
	}
	total := 0.0
	for i := range v.list {
		// Zipf's law: the word at place k is there once for k times the first.
		total += math.Pow(float64(i+1)+2.7, -1.02)
		v.upTo = append(v.upTo, total)
	}
	for i := range v.upTo {
		v.upTo[i] /= total
	}
	return v
}

func one(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

// pick returns the word at a place between 0 and 1.
func (v words) pick(at float64) string {
	return v.list[min(sort.SearchFloat64s(v.upTo, at), len(v.list)-1)]
}
