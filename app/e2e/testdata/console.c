// Makes the window under test write the console of its page to its standard
// error. The shipped program does not, and has no switch for it; this library
// is put before its own by LD_PRELOAD. It names no header of WebKit, so that a
// C compiler is all it needs.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>

enum { LOAD_FINISHED = 3 }; // WEBKIT_LOAD_FINISHED

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

// A tracer that starts the window hands the variable on; the window does not,
// so that its page, its network and a browser that it opens run as they ship.
__attribute__((constructor)) static void leave_children_alone(void) {
    if (real("webkit_web_view_load_uri")) unsetenv("LD_PRELOAD");
}

// Runs a script of the test in the page: the proof that the console is heard.
static void try_script(void *view, int event, void *script) {
    void (*evaluate)(void *, const char *, long, const char *, const char *, void *, void *, void *) =
        real("webkit_web_view_evaluate_javascript");
    if (event == LOAD_FINISHED) evaluate(view, script, -1, NULL, NULL, NULL, NULL, NULL);
}

void webkit_web_view_load_uri(void *view, const char *uri) {
    void *(*settings)(void *) = real("webkit_web_view_get_settings");
    void (*print_console)(void *, int) = real("webkit_settings_set_enable_write_console_messages_to_stdout");
    unsigned long (*connect)(void *, const char *, void *, void *, void *, int) = real("g_signal_connect_data");
    void (*load)(void *, const char *) = real("webkit_web_view_load_uri");

    print_console(settings(view), 1);
    char *script = getenv("RAADWIJZER_CONSOLE_SCRIPT");
    if (script) connect(view, "load-changed", try_script, script, NULL, 0);
    load(view, uri);
}
