#ifndef RAADWIJZER_SHELL_LINUX_H
#define RAADWIJZER_SHELL_LINUX_H

// May be called from any thread.
void raadwijzer_attach(void);

// Blocks until the user closes the box; does nothing without a display.
void raadwijzer_alert(const char *title, const char *text);

// Blocks until the user answers; 1 for yes, 0 for no and without a display.
int raadwijzer_ask(const char *title, const char *text, const char *yes, const char *no);

#endif
