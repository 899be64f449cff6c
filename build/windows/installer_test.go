//go:build wine

package windows

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// profile is the folder of Wine's user; local is %LocalAppData%.
func profile(t *testing.T) (local, menu string) {
	t.Helper()
	found, err := filepath.Glob(absolute(t, bin+"wine/prefix/drive_c/users/*/AppData"))
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	return filepath.Join(found[0], "Local"), filepath.Join(found[0], "Roaming/Microsoft/Windows/Start Menu/Programs")
}

// registered returns a value of the program's line in the list of installed
// programs, "" without one.
func registered(t *testing.T, value string) string {
	t.Helper()
	key := `HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Raadwijzer`
	out, _ := wine(t, ".", "reg", "query", key, "/v", value).Output() // status 1: there is none
	if found := regexp.MustCompile(`REG_\w+\s+(.*?)\r?\n`).FindSubmatch(out); found != nil {
		return string(found[1])
	}
	return ""
}

// signedPackages makes packages of an older version, signed with a certificate
// made here, and returns their folder and the certificate.
func signedPackages(t *testing.T, older string) (dir, certificate string) {
	t.Helper()
	dir = t.TempDir()
	certificate, key := filepath.Join(dir, "certificaat.pem"), filepath.Join(dir, "sleutel.pem")
	output(t, exec.Command("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Proef van Raadwijzer",
		"-addext", "extendedKeyUsage=codeSigning", "-keyout", key, "-out", certificate))
	t.Setenv("SIGN_CERT", certificate)
	t.Setenv("SIGN_KEY", key)
	script(t, "package.sh", older, dir)
	return dir, certificate
}

func signed(t *testing.T, file, certificate string) {
	t.Helper()
	out, err := exec.Command("osslsigncode", "verify", "-CAfile", certificate, file).CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte("Signature verification: ok")) {
		t.Errorf("%s: %v\n%s", filepath.Base(file), err, out)
	}
}

// installation is where the installer puts things.
type installation struct {
	program, window, remover, shortcut string // files
	folder, data                       string
}

func installed(t *testing.T) installation {
	local, menu := profile(t)
	folder, data := filepath.Join(local, "Programs/Raadwijzer"), filepath.Join(local, "Raadwijzer")
	clear := func() { output(t, exec.Command("rm", "-rf", folder, data)) }
	clear()
	t.Cleanup(clear)
	return installation{
		program: filepath.Join(folder, "raadwijzer-cli.exe"), window: filepath.Join(folder, "raadwijzer.exe"),
		remover: filepath.Join(folder, "verwijderen.exe"), shortcut: filepath.Join(menu, "Raadwijzer.lnk"),
		folder: folder, data: data,
	}
}

func TestInstallUpgradeRemove(t *testing.T) {
	in := installed(t)
	dir, certificate := signedPackages(t, "0.0.9")
	older, installer := filepath.Join(dir, "raadwijzer-0.0.9-windows-amd64-installatie.exe"), absolute(t, bin+name+"-installatie.exe")
	output(t, wine(t, dir, older, "/S"))
	for _, file := range []string{older, in.program, in.window, in.remover} {
		signed(t, file, certificate)
	}
	if got := registered(t, "DisplayVersion"); got != "0.0.9" || !exists(in.shortcut) {
		t.Errorf("version %q, shortcut %v", got, exists(in.shortcut))
	}
	write(t, filepath.Join(dir, "notitie.md"), "# Blijft\n")
	output(t, wine(t, dir, in.program, "notes", "add", "notitie.md"))
	if !exists(filepath.Join(in.data, "raadwijzer.db")) {
		t.Error("the data are not in the user's own folder")
	}

	in.refusesAnOpenProgram(t, installer)
	output(t, wine(t, dir, installer, "/S"))
	if got := registered(t, "DisplayVersion"); got != version {
		t.Errorf("version %q after the upgrade", got)
	}
	if !bytes.Equal(read(t, in.program), read(t, absolute(t, bin+"windows/raadwijzer-cli.exe"))) {
		t.Error("the program was not replaced")
	}
	if out := output(t, wine(t, dir, in.program, "notes", "list")); !strings.Contains(string(out), "Blijft") {
		t.Errorf("after the upgrade: %s", out)
	}
	in.leavesWhatIsTheUsers(t, installer)
}

// refusesAnOpenProgram: a program that is open is not replaced.
func (in installation) refusesAnOpenProgram(t *testing.T, installer string) {
	t.Helper()
	before := read(t, in.program)
	open := hold(t, wine(t, in.folder, in.program, "backup", "-"))
	err := wine(t, in.folder, installer, "/S").Run()
	if status, ok := err.(*exec.ExitError); !ok || status.ExitCode() != 2 || !bytes.Equal(before, read(t, in.program)) {
		t.Error("an open program: ", err)
	}
	open.release(t)
}

// leavesWhatIsTheUsers: data go only when the user asks, and files of his own
// beside the program never.
func (in installation) leavesWhatIsTheUsers(t *testing.T, installer string) {
	t.Helper()
	own := filepath.Join(in.folder, "van de gebruiker.txt")
	write(t, own, "van mij")
	in.remove(t)
	if exists(in.program) || exists(in.shortcut) || registered(t, "DisplayVersion") != "" {
		t.Error("something of the program is left")
	}
	if !exists(own) || !exists(filepath.Join(in.data, "raadwijzer.db")) {
		t.Error("something of the user is gone")
	}
	output(t, wine(t, in.folder, installer, "/S"))
	in.remove(t, "/GEGEVENS=wissen")
	if exists(in.data) || !exists(own) {
		t.Error("the data were to go, and nothing else")
	}
}

// remove runs the uninstaller, which works from a copy of itself, so that it
// ends before its work does. What it removes last is what tells.
func (in installation) remove(t *testing.T, args ...string) {
	t.Helper()
	output(t, wine(t, filepath.Dir(in.folder), in.remover, append([]string{"/S"}, args...)...))
	until(t, "the uninstaller", func() bool {
		return !exists(in.remover) && registered(t, "DisplayVersion") == "" && (len(args) == 0 || !exists(in.data))
	})
}

func TestPortable(t *testing.T) {
	local, _ := profile(t)
	folder := filepath.Join(unpack(t, bin+name+".zip"), name)
	before := exists(filepath.Join(local, "Raadwijzer"))
	write(t, filepath.Join(folder, "notitie.md"), "# Onderweg\n")
	output(t, wine(t, folder, filepath.Join(folder, "raadwijzer-cli.exe"), "notes", "add", "notitie.md"))
	if !exists(filepath.Join(folder, "data/raadwijzer.db")) || exists(filepath.Join(local, "Raadwijzer")) != before {
		t.Error("the data are not beside the program")
	}
}

// Wine has no WebView2, like the computers on which the window must say so.
// Without a display nobody has to close its box.
func TestWithoutWebView2(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("DISPLAY", "")
	out, err := wine(t, folder, absolute(t, bin+"windows/raadwijzer.exe"), "--data", "data").CombinedOutput()
	if status, ok := err.(*exec.ExitError); !ok || status.ExitCode() != 1 || !bytes.Contains(out, []byte("Raadwijzer heeft het onderdeel WebView2")) {
		t.Errorf("%v\n%s", err, out)
	}
	if exists(filepath.Join(folder, "data")) {
		t.Error("data were made for a window that cannot open")
	}
}
