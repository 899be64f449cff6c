// Package windows tries what is made for Windows, under Wine: the commands
// give the same bytes as on Linux, the installer does what it promises, and
// signatures hold. See "make test-windows".
package windows
