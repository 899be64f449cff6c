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

func TestInstallUpgradeRemove(t *testing.T) {
	local, menu := profile(t)
	folder, data := filepath.Join(local, "Programs/Raadwijzer"), filepath.Join(local, "Raadwijzer")
	program, remover := filepath.Join(folder, "raadwijzer-cli.exe"), filepath.Join(folder, "verwijderen.exe")
	shortcut, own := filepath.Join(menu, "Raadwijzer.lnk"), filepath.Join(folder, "van de gebruiker.txt")
	output(t, exec.Command("rm", "-rf", folder, data))

	dir, certificate := signedPackages(t, "0.0.9")
	older := filepath.Join(dir, "raadwijzer-0.0.9-windows-amd64-installatie.exe")
	output(t, wine(t, dir, older, "/S"))
	for _, file := range []string{older, program, filepath.Join(folder, "raadwijzer.exe"), remover} {
		signed(t, file, certificate)
	}
	if got := registered(t, "DisplayVersion"); got != "0.0.9" || !exists(shortcut) {
		t.Errorf("version %q, shortcut %v", got, exists(shortcut))
	}
	write(t, filepath.Join(dir, "notitie.md"), "# Blijft\n")
	output(t, wine(t, dir, program, "notes", "add", "notitie.md"))
	if !exists(filepath.Join(data, "raadwijzer.db")) {
		t.Error("the data are not in the user's own folder")
	}

	// A program that is open is not replaced: the installer says no.
	installer := absolute(t, bin+name+"-installatie.exe")
	before := read(t, program)
	open := hold(t, wine(t, dir, program, "backup", "-"))
	err := wine(t, dir, installer, "/S").Run()
	if status, ok := err.(*exec.ExitError); !ok || status.ExitCode() != 2 || !bytes.Equal(before, read(t, program)) {
		t.Error("an open program: ", err)
	}
	open.release(t)

	// The newer version comes over the older one, in the same folder.
	output(t, wine(t, dir, installer, "/S"))
	if got := registered(t, "DisplayVersion"); got != version {
		t.Errorf("version %q after the upgrade", got)
	}
	if !bytes.Equal(read(t, program), read(t, absolute(t, bin+"windows/raadwijzer-cli.exe"))) {
		t.Error("the program was not replaced")
	}
	if out := output(t, wine(t, dir, program, "notes", "list")); !strings.Contains(string(out), "Blijft") {
		t.Errorf("after the upgrade: %s", out)
	}

	write(t, own, "van mij")
	remove(t, folder, remover, "/S")
	if exists(program) || exists(shortcut) || registered(t, "DisplayVersion") != "" {
		t.Error("something of the program is left")
	}
	if !exists(own) || !exists(filepath.Join(data, "raadwijzer.db")) {
		t.Error("something of the user is gone")
	}

	// Data go only when the user asks.
	output(t, wine(t, dir, installer, "/S"))
	remove(t, folder, remover, "/S", "/GEGEVENS=wissen")
	if exists(data) || !exists(own) {
		t.Error("the data were to go, and nothing else")
	}
	output(t, exec.Command("rm", "-rf", folder))
}

// remove runs the uninstaller, which works from a copy of itself and removes
// the original last.
func remove(t *testing.T, folder, remover string, args ...string) {
	t.Helper()
	output(t, wine(t, filepath.Dir(folder), remover, args...))
	until(t, "the uninstaller", func() bool { return !exists(remover) && registered(t, "DisplayVersion") == "" })
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
