//go:build !bindings && !cli

package window

const generating = false
