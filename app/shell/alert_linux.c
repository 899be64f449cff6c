//go:build linux && desktop

#include <gtk/gtk.h>

#include "shell_linux.h"

// The texts are arguments and never formats: they may hold a percent sign.
void raadwijzer_alert(const char *title, const char *text) {
	if (!gtk_init_check(NULL, NULL)) {
		return;
	}
	GtkWidget *box = gtk_message_dialog_new(NULL, 0, GTK_MESSAGE_ERROR, GTK_BUTTONS_NONE, "%s", title);
	gtk_message_dialog_format_secondary_text(GTK_MESSAGE_DIALOG(box), "%s", text);
	gtk_window_set_title(GTK_WINDOW(box), "Raadwijzer");
	gtk_dialog_add_button(GTK_DIALOG(box), "Sluit", GTK_RESPONSE_CLOSE);
	gtk_dialog_run(GTK_DIALOG(box));
	gtk_widget_destroy(box);
}
