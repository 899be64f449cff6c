-- Moments are RFC 3339 text in UTC, days are "2026-03-18", absent is ''.
-- Ids are UUIDv7 text. The integer keys are for SQLite alone.

CREATE TABLE notes (
    key          INTEGER PRIMARY KEY,
    id           TEXT    NOT NULL UNIQUE,
    rev          INTEGER NOT NULL DEFAULT 1,
    title        TEXT    NOT NULL,
    title_given  INTEGER NOT NULL DEFAULT 0,
    body         TEXT    NOT NULL,
    excerpt      TEXT    NOT NULL DEFAULT '',
    item         TEXT    NOT NULL DEFAULT '',
    run          TEXT    NOT NULL DEFAULT '',
    step         TEXT    NOT NULL DEFAULT '',
    confidential INTEGER NOT NULL DEFAULT 0,
    pinned       INTEGER NOT NULL DEFAULT 0,
    created      TEXT    NOT NULL,
    updated      TEXT    NOT NULL,
    trashed      TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX notes_updated ON notes (trashed, updated);
CREATE INDEX notes_item ON notes (item) WHERE item <> '';
CREATE INDEX notes_run ON notes (run, step) WHERE run <> '';

CREATE TABLE note_tags (
    note TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    tag  TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (note, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_tags_tag ON note_tags (tag);

-- Older texts of a note. A row is never changed.
CREATE TABLE note_versions (
    id    TEXT    PRIMARY KEY,
    note  TEXT    NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    rev   INTEGER NOT NULL,
    title TEXT    NOT NULL,
    title_given INTEGER NOT NULL DEFAULT 0,
    body  TEXT    NOT NULL,
    saved TEXT    NOT NULL
) STRICT;
CREATE INDEX note_versions_note ON note_versions (note, saved);

-- What was imported from files that carry no id, so that a second import
-- finds it again.
CREATE TABLE imports (
    digest TEXT PRIMARY KEY,
    note   TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
    id               TEXT    PRIMARY KEY,
    template         TEXT    NOT NULL,
    template_version INTEGER NOT NULL,
    title            TEXT    NOT NULL,
    notice           TEXT    NOT NULL,
    anchor_label     TEXT    NOT NULL,
    item             TEXT    NOT NULL,
    name             TEXT    NOT NULL,
    municipality     TEXT    NOT NULL,
    anchor           TEXT    NOT NULL,
    rev              INTEGER NOT NULL DEFAULT 1,
    created          TEXT    NOT NULL,
    updated          TEXT    NOT NULL
) STRICT;

CREATE TABLE run_phases (
    run          TEXT    NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    id           TEXT    NOT NULL,
    position     INTEGER NOT NULL,
    title        TEXT    NOT NULL,
    goal         TEXT    NOT NULL,
    origin       TEXT    NOT NULL,
    source_title TEXT    NOT NULL,
    source_url   TEXT    NOT NULL,
    PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_steps (
    run          TEXT    NOT NULL,
    id           TEXT    NOT NULL,
    phase        TEXT    NOT NULL,
    position     INTEGER NOT NULL,
    kind         TEXT    NOT NULL,
    text         TEXT    NOT NULL,
    why          TEXT    NOT NULL,
    origin       TEXT    NOT NULL,
    article      TEXT    NOT NULL,
    source_title TEXT    NOT NULL,
    source_url   TEXT    NOT NULL,
    parent       TEXT    NOT NULL,
    "offset"     INTEGER,                 -- days from the anchor, NULL: none
    options      TEXT    NOT NULL,        -- JSON: [{"id","text"}]
    state        TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    done_by      TEXT    NOT NULL,
    chosen       TEXT    NOT NULL,        -- ids of options with a comma between
    deadline     TEXT    NOT NULL,
    pinned       INTEGER NOT NULL,
    PRIMARY KEY (run, id),
    FOREIGN KEY (run, phase) REFERENCES run_phases (run, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The log is only ever added to; the triggers make that a rule of the file.
CREATE TABLE run_log (
    key        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    run        TEXT NOT NULL,
    at         TEXT NOT NULL,
    by         TEXT NOT NULL,
    step       TEXT NOT NULL,
    text       TEXT NOT NULL,
    what       TEXT NOT NULL,
    from_value TEXT NOT NULL,
    to_value   TEXT NOT NULL
) STRICT;
CREATE INDEX run_log_run ON run_log (run, key);
CREATE TRIGGER run_log_no_update BEFORE UPDATE ON run_log
BEGIN SELECT RAISE(ABORT, 'the log is never rewritten'); END;
CREATE TRIGGER run_log_no_delete BEFORE DELETE ON run_log
BEGIN SELECT RAISE(ABORT, 'the log is never rewritten'); END;

CREATE TABLE read_items (
    item TEXT PRIMARY KEY,
    at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One index over notes, items and steps. The rows hold plain text, not
-- Markdown, so that a phrase over **bold** words is found and a snippet can
-- be shown as it is.
CREATE TABLE search_docs (
    key     INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,               -- note, item, step
    ref     TEXT NOT NULL,               -- id of the note, item or step
    run     TEXT NOT NULL,               -- run of a step, else ''
    title   TEXT NOT NULL,
    text    TEXT NOT NULL,
    updated TEXT NOT NULL,
    UNIQUE (kind, run, ref)
) STRICT;
-- Trigrams, because a part of a Dutch compound must be found.
CREATE VIRTUAL TABLE search USING fts5 (
    title, text,
    content = 'search_docs', content_rowid = 'key',
    tokenize = 'trigram remove_diacritics 1'
);
CREATE TRIGGER search_docs_insert AFTER INSERT ON search_docs BEGIN
    INSERT INTO search (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE TRIGGER search_docs_delete AFTER DELETE ON search_docs BEGIN
    INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
END;
CREATE TRIGGER search_docs_update AFTER UPDATE OF title, text ON search_docs BEGIN
    INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
    INSERT INTO search (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
