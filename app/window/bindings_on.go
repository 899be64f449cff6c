//go:build bindings && !cli

package window

// generating is true in the program that writes the TypeScript of the bound
// methods. It must not touch anybody's data.
const generating = true
