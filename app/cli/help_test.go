package cli

import (
	"regexp"
	"testing"

	"github.com/spf13/pflag"
)

func TestEveryOptionIsInTheUsage(t *testing.T) {
	for _, c := range commands() {
		flags := newFlags(c.name)
		c.setup(flags)
		flags.VisitAll(func(f *pflag.Flag) {
			value := ` [^\s\]]`
			if f.Value.Type() == "bool" {
				value = `\b`
			}
			if !regexp.MustCompile("--" + f.Name + value).MatchString(c.usage) {
				t.Errorf("%s: --%s is not in the usage: %s", c.name, f.Name, c.usage)
			}
			if f.Usage == "" {
				t.Errorf("%s: --%s is not explained", c.name, f.Name)
			}
		})
	}
}
