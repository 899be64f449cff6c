#ifndef RAADWIJZER_SHELL_LINUX_H
#define RAADWIJZER_SHELL_LINUX_H

// May be called from any thread.
void raadwijzer_attach(void);

// Blocks until the user closes the box; does nothing without a display.
void raadwijzer_alert(const char *title, const char *text);

void raadwijzer_alert(const char *title, const char *text);

#endif
