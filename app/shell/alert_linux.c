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

int raadwijzer_ask(const char *title, const char *text, const char *yes, const char *no) {
	if (!gtk_init_check(NULL, NULL)) {
		return 0;
	}
	GtkWidget *box = gtk_message_dialog_new(NULL, 0, GTK_MESSAGE_WARNING, GTK_BUTTONS_NONE, "%s", title);
	gtk_message_dialog_format_secondary_text(GTK_MESSAGE_DIALOG(box), "%s", text);
	gtk_window_set_title(GTK_WINDOW(box), "Raadwijzer");
	gtk_dialog_add_button(GTK_DIALOG(box), no, GTK_RESPONSE_CLOSE);
	gtk_dialog_add_button(GTK_DIALOG(box), yes, GTK_RESPONSE_YES);
	gtk_dialog_set_default_response(GTK_DIALOG(box), GTK_RESPONSE_YES);
	int answer = gtk_dialog_run(GTK_DIALOG(box));
	gtk_widget_destroy(box);
	// Without this the box stays on the screen until the window's own loop runs.
	while (gtk_events_pending()) {
		gtk_main_iteration();
	}
	return answer == GTK_RESPONSE_YES;
}
