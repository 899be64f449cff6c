package store

import (
	"net/url"
	"runtime"
	"testing"
)

func TestTheAddressOfADatabase(t *testing.T) {
	paths := map[string]string{"/home/é ?#%/a.db": "file:///home/%C3%A9%20%3F%23%25/a.db"}
	if runtime.GOOS == "windows" {
		paths = map[string]string{
			`C:\map é#%\a.db`:        "file:///C:/map%20%C3%A9%23%25/a.db",
			`\\server\deel\map\a.db`: "file:////server/deel/map/a.db",
		}
	}
	for path, want := range paths {
		if got := fileURI(path, url.Values{}); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}
