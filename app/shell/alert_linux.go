//go:build linux && desktop

package shell

/*
#include <stdlib.h>
#include "shell_linux.h"
*/
import "C"

import "unsafe"

// Alert shows a message before there is a window, and waits until it is
// closed. Without a display it does nothing.
func Alert(title, text string) {
	t, s := C.CString(title), C.CString(text)
	defer C.free(unsafe.Pointer(t))
	defer C.free(unsafe.Pointer(s))
	C.raadwijzer_alert(t, s)
}

// Ask asks a question before there is a window, and reports whether the answer
// was yes. Without a display the answer is no.
func Ask(title, text, yes, no string) bool {
	t, s, y, n := C.CString(title), C.CString(text), C.CString(yes), C.CString(no)
	defer C.free(unsafe.Pointer(t))
	defer C.free(unsafe.Pointer(s))
	defer C.free(unsafe.Pointer(y))
	defer C.free(unsafe.Pointer(n))
	return C.raadwijzer_ask(t, s, y, n) != 0
}
