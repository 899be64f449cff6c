//go:build linux && desktop

#include "shell_linux.h"

#include <gtk/gtk.h>
#include <webkit2/webkit2.h>

// The same address as Origin in doc.go.
#define ORIGIN "wails://wails/"

// A page that crashes again this soon after a reload waits as long before the
// next one, so that a page that always crashes does not eat the processor.
#define CRASH_PAUSE_SECONDS 5

// No key for so long is a pause in typing.
#define PAUSE_MILLISECONDS 400

#define LAST_ADDRESS "raadwijzer-last-address"

static gboolean is_ours(const char *uri) {
    return uri != NULL && g_str_has_prefix(uri, ORIGIN);
}

// Where the page may go: our own pages, in our own window. The content
// security policy of the page does not cover navigation.
static gboolean decide_policy(WebKitWebView *view, WebKitPolicyDecision *decision, WebKitPolicyDecisionType type,
                              gpointer data) {
    (void)view, (void)data;
    if (type == WEBKIT_POLICY_DECISION_TYPE_RESPONSE) return FALSE; // the request was already let through
    WebKitNavigationAction *action =
        webkit_navigation_policy_decision_get_navigation_action(WEBKIT_NAVIGATION_POLICY_DECISION(decision));
    const char *uri = webkit_uri_request_get_uri(webkit_navigation_action_get_request(action));
    if (type == WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION && is_ours(uri)) return FALSE;
    webkit_policy_decision_ignore(decision);
    return TRUE;
}

// The context menu can start a download without any navigation.
static void refuse_download(WebKitWebContext *context, WebKitDownload *download, gpointer data) {
    (void)context, (void)data;
    webkit_download_cancel(download);
}

// WebKit forgets the address when the web process ends, so it is kept here: it
// says which screen was open.
static void address_changed(GObject *view, GParamSpec *property, gpointer data) {
    (void)property, (void)data;
    const char *uri = webkit_web_view_get_uri(WEBKIT_WEB_VIEW(view));
    if (is_ours(uri)) g_object_set_data_full(view, LAST_ADDRESS, g_strdup(uri), g_free);
}

static gboolean load_again(gpointer data) {
    const char *last = g_object_get_data(G_OBJECT(data), LAST_ADDRESS);
    char *again = g_strdup(last != NULL ? last : ORIGIN); // loading replaces the one that is kept
    webkit_web_view_load_uri(WEBKIT_WEB_VIEW(data), again);
    g_free(again);
    g_object_unref(data);
    return G_SOURCE_REMOVE;
}

static void web_process_ended(WebKitWebView *view, WebKitWebProcessTerminationReason reason, gpointer data) {
    (void)reason, (void)data;
    static gint64 last;
    gint64 now = g_get_monotonic_time();
    gboolean soon = last != 0 && now - last < CRASH_PAUSE_SECONDS * G_USEC_PER_SEC;
    last = now;
    g_timeout_add_seconds(soon ? CRASH_PAUSE_SECONDS : 0, load_again, g_object_ref(view));
}

static void find_view(GtkWidget *widget, gpointer found) {
    WebKitWebView **view = found;
    if (*view != NULL) return;
    if (WEBKIT_IS_WEB_VIEW(widget)) {
        *view = WEBKIT_WEB_VIEW(widget);
    } else if (GTK_IS_CONTAINER(widget)) {
        gtk_container_forall(GTK_CONTAINER(widget), find_view, found);
    }
}

static WebKitWebView *web_view(void) {
    WebKitWebView *view = NULL;
    GList *windows = gtk_window_list_toplevels();
    for (GList *at = windows; at != NULL; at = at->next) find_view(GTK_WIDGET(at->data), &view);
    g_list_free(windows);
    return view;
}

// WebKit takes the order of day and month in a date field from this list, and
// otherwise from the language of the system.
static void speak_dutch(WebKitWebContext *context) {
    const gchar *const languages[] = {"nl-NL", "nl", NULL};
    webkit_web_context_set_preferred_languages(context, languages);
}

// Reading the dictionary takes a fifth of the whole start, and 15 MB. So it
// waits for the first pause after a letter was typed.
static guint pause_timer;
static gulong key_handler;

static gboolean check_dutch_spelling(gpointer view) {
    const gchar *const languages[] = {"nl_NL", NULL};
    WebKitWebContext *context = webkit_web_view_get_context(WEBKIT_WEB_VIEW(view));
    webkit_web_context_set_spell_checking_languages(context, languages);
    webkit_web_context_set_spell_checking_enabled(context, TRUE);
    g_signal_handler_disconnect(view, key_handler);
    return G_SOURCE_REMOVE;
}

static gboolean key_pressed(GtkWidget *view, GdkEventKey *key, gpointer data) {
    (void)data;
    gboolean letter = g_unichar_isprint(gdk_keyval_to_unicode(key->keyval)) && !(key->state & GDK_CONTROL_MASK);
    if (pause_timer != 0) g_source_remove(pause_timer);
    if (letter || pause_timer != 0) pause_timer = g_timeout_add(PAUSE_MILLISECONDS, check_dutch_spelling, view);
    return FALSE; // the key goes on to the page
}

// Whatever asks WebKit for an address on the internet gets a proxy that does
// not exist, so that neither a lookup of the name nor a connection follows.
static void close_network(WebKitWebView *view) {
    WebKitNetworkProxySettings *nowhere = webkit_network_proxy_settings_new("socks5://127.0.0.1:9", NULL);
    webkit_website_data_manager_set_network_proxy_settings(webkit_web_view_get_website_data_manager(view),
                                                           WEBKIT_NETWORK_PROXY_MODE_CUSTOM, nowhere);
    webkit_network_proxy_settings_free(nowhere);
}

static gboolean attach(gpointer data) {
    (void)data;
    static gboolean attached;
    WebKitWebView *view = web_view();
    if (attached || view == NULL) return G_SOURCE_REMOVE;
    attached = TRUE;

    WebKitWebContext *context = webkit_web_view_get_context(view);
    close_network(view);
    speak_dutch(context);
    key_handler = g_signal_connect(view, "key-press-event", G_CALLBACK(key_pressed), NULL);
    g_signal_connect(view, "decide-policy", G_CALLBACK(decide_policy), NULL);
    g_signal_connect(view, "notify::uri", G_CALLBACK(address_changed), NULL);
    g_signal_connect(view, "web-process-terminated", G_CALLBACK(web_process_ended), NULL);
    g_signal_connect(context, "download-started", G_CALLBACK(refuse_download), NULL);
    return G_SOURCE_REMOVE;
}

void raadwijzer_attach(void) {
    g_idle_add_full(G_PRIORITY_HIGH, attach, NULL, NULL);
}
