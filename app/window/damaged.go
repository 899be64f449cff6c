//go:build !cli

package window

import (
	"fmt"
	"time"

	"raadwijzer/app"
	"raadwijzer/app/shell"
)

// openDamaged offers the way back from a data folder that cannot be opened:
// what can be read is saved first, and the newest sound copy is put in place
// when the user wants it. Without a copy, and when the answer is no, it returns
// the error that it came for.
func openDamaged(config app.Config, damaged error) (*app.App, error) {
	damage, err := app.LookAtDamage(config.DataDir)
	if err != nil {
		return nil, err
	}
	if damage.Backup.Path == "" {
		if damage.Rescued > 0 {
			shell.Alert("Uw gegevens zijn beschadigd", rescued(damage))
		}
		return nil, damaged
	}
	if !shell.Ask("Uw gegevens zijn beschadigd", question(damage), "Zet terug", "Sluit") {
		return nil, damaged
	}
	if err := damage.Restore(); err != nil {
		return nil, err
	}
	return app.Open(config)
}

func question(d app.Damage) string {
	made := d.Backup.Made
	if t, err := time.Parse(time.RFC3339, made); err == nil {
		made = t.Local().Format("2-1-2006 15:04")
	}
	text := fmt.Sprintf("Er is een goede reservekopie van %s. Aantal notities: %d. Aantal trajecten: %d.\n\nWilt u die terugzetten? Het beschadigde bestand blijft bewaard.",
		made, d.Backup.Notes, d.Backup.Runs)
	if d.Rescued > 0 {
		text += "\n\n" + rescued(d)
	}
	return text
}

func rescued(d app.Damage) string {
	return fmt.Sprintf("Wat nog te lezen was, is ook bewaard. Aantal notities: %d. Die staan in de map %s. Met Importeren haalt u ze terug.", d.Rescued, d.Folder)
}
