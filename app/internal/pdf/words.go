package pdf

// The few words that a document of this package says by itself.
const (
	wordDone         = "Afgevinkt: "
	wordOpen         = "Open: "
	wordConfidential = "Vertrouwelijk"
	wordPage         = "Pagina "
	wordOf           = " van "
	wordContents     = "Inhoud"
	wordUntitled     = "Zonder titel"
	wordNoAlt        = "Afbeelding zonder beschrijving"
	wordNote         = "Voetnoot "
	wordNoteBack     = "Terug naar de tekst bij voetnoot "
)
