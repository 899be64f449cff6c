package shell

import (
	"syscall"
	"unsafe"
)

// mbIconError is MB_ICONERROR of winuser.h.
const mbIconError = 0x10

// Alert shows a message before there is a window, and waits until it is
// closed.
func Alert(title, text string) {
	t, err := syscall.UTF16PtrFromString(title)
	if err != nil {
		return
	}
	s, err := syscall.UTF16PtrFromString(text)
	if err != nil {
		return
	}
	box := syscall.NewLazyDLL("user32.dll").NewProc("MessageBoxW")
	_, _, _ = box.Call(0, uintptr(unsafe.Pointer(s)), uintptr(unsafe.Pointer(t)), mbIconError)
}
