package shell

import (
	"syscall"
	"unsafe"
)

// What MessageBoxW takes and answers, from winuser.h.
const (
	mbYesNo       = 0x04
	mbIconError   = 0x10
	mbIconWarning = 0x30
	idYes         = 6
)

// Alert shows a message before there is a window, and waits until it is
// closed.
func Alert(title, text string) { messageBox(title, text, mbIconError) }

// Ask asks a question before there is a window, and reports whether the answer
// was yes. The box has Windows' own buttons for yes and no, in its language.
func Ask(title, text, _, _ string) bool {
	return messageBox(title, text, mbYesNo|mbIconWarning) == idYes
}

func messageBox(title, text string, kind uintptr) uintptr {
	t, err := syscall.UTF16PtrFromString(title)
	if err != nil {
		return 0
	}
	s, err := syscall.UTF16PtrFromString(text)
	if err != nil {
		return 0
	}
	box := syscall.NewLazyDLL("user32.dll").NewProc("MessageBoxW")
	answer, _, _ := box.Call(0, uintptr(unsafe.Pointer(s)), uintptr(unsafe.Pointer(t)), kind)
	return answer
}
