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
