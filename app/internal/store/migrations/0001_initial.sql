-- Moments are RFC 3339 text in UTC, days are "2026-03-18", absent is ''.
-- Ids are UUIDv7 text. The integer keys are for SQLite alone.

-- The body stands last: a list reads what comes before it and no page more.
CREATE TABLE notes (
    key          INTEGER PRIMARY KEY,
    id           TEXT    NOT NULL UNIQUE,
    rev          INTEGER NOT NULL DEFAULT 1,
    title        TEXT    NOT NULL,
    title_key    TEXT    NOT NULL,               -- as references are compared with it
    title_given  INTEGER NOT NULL DEFAULT 0,
    excerpt      TEXT    NOT NULL DEFAULT '',
    item         TEXT    NOT NULL DEFAULT '',
    run          TEXT    NOT NULL DEFAULT '',
    step         TEXT    NOT NULL DEFAULT '',
    part         TEXT    NOT NULL DEFAULT '',    -- of the item
    meeting      TEXT    NOT NULL DEFAULT '' COLLATE NOCASE, -- subject
    meeting_date TEXT    NOT NULL DEFAULT '',
    confidential INTEGER NOT NULL DEFAULT 0,
    pinned       INTEGER NOT NULL DEFAULT 0,
    created      TEXT    NOT NULL,
    updated      TEXT    NOT NULL,
    trashed      TEXT    NOT NULL DEFAULT '',
    extra        TEXT    NOT NULL DEFAULT '',   -- YAML of other programs
    body         TEXT    NOT NULL
) STRICT;
-- One index for each order of the list, and one for the trash.
CREATE INDEX notes_updated ON notes (pinned, updated) WHERE trashed = '';
CREATE INDEX notes_created ON notes (pinned, created) WHERE trashed = '';
CREATE INDEX notes_title ON notes (pinned DESC, title COLLATE NOCASE) WHERE trashed = '';
CREATE INDEX notes_trashed ON notes (trashed) WHERE trashed <> '';
CREATE INDEX notes_item ON notes (item) WHERE item <> '';
CREATE INDEX notes_run ON notes (run, step) WHERE run <> '';
CREATE INDEX notes_meeting ON notes (meeting, meeting_date) WHERE meeting <> '';
CREATE INDEX notes_meeting_date ON notes (meeting_date) WHERE meeting_date <> '';
CREATE INDEX notes_title_key ON notes (title_key);

CREATE TABLE note_tags (
    note TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    tag  TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (note, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_tags_tag ON note_tags (tag);

-- What the text of a note refers to, such as [[title]]. Which note that is, is
-- found when it is asked: a note that is made later counts too.
CREATE TABLE note_links (
    note     TEXT    NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    target   TEXT    NOT NULL,               -- as typed
    whole    TEXT    NOT NULL,               -- key of all of it
    head     TEXT    NOT NULL,               -- key of what stands before a "#", else ''
    PRIMARY KEY (note, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_links_whole ON note_links (whole);
CREATE INDEX note_links_head ON note_links (head) WHERE head <> '';
-- Titles that a note had when something referred to it.
CREATE TABLE note_titles (
    note      TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    title_key TEXT NOT NULL,
    title     TEXT NOT NULL,
    PRIMARY KEY (note, title_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_titles_key ON note_titles (title_key);

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
    period           TEXT    NOT NULL,
    anchor           TEXT    NOT NULL,
    election         TEXT    NOT NULL,
    archived         INTEGER NOT NULL DEFAULT 0,
    rev              INTEGER NOT NULL DEFAULT 1,
    created          TEXT    NOT NULL,
    updated          TEXT    NOT NULL,
    -- What an overview shows, counted by the program with each change, so that
    -- it need not read the steps of every run.
    done             INTEGER NOT NULL DEFAULT 0,
    total            INTEGER NOT NULL DEFAULT 0,
    skipped          INTEGER NOT NULL DEFAULT 0,
    next_step        TEXT    NOT NULL DEFAULT '',
    due              TEXT    NOT NULL DEFAULT '',
    due_step         TEXT    NOT NULL DEFAULT ''
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
    redivision   TEXT    NOT NULL,        -- rule for the date after a redivision election
    options      TEXT    NOT NULL,        -- JSON: [{"id","text"}]
    people       TEXT    NOT NULL,        -- JSON: ["burgemeester"] of a form
    state        TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    state_by     TEXT    NOT NULL,
    state_at     TEXT    NOT NULL,
    chosen       TEXT    NOT NULL,        -- ids of options with a comma between
    deadline     TEXT    NOT NULL,
    pinned       INTEGER NOT NULL,
    who          TEXT    NOT NULL,
    note         TEXT    NOT NULL,
    link         TEXT    NOT NULL,
    questions    TEXT    NOT NULL,        -- JSON: [{"id","text","answers":[]}]
    PRIMARY KEY (run, id),
    FOREIGN KEY (run, phase) REFERENCES run_phases (run, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The log is only ever added to; the triggers make that a rule of the file.
CREATE TABLE run_log (
    key        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    run        TEXT NOT NULL,
    change     TEXT NOT NULL,            -- the same for the lines of one action
    undoes     TEXT NOT NULL,            -- change that is taken back, or ''
    at         TEXT NOT NULL,
    by         TEXT NOT NULL,
    step       TEXT NOT NULL,
    part       TEXT NOT NULL,
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

-- Checklists of the user, as the Markdown they are written in.
CREATE TABLE checklists (
    id      TEXT    PRIMARY KEY,
    version INTEGER NOT NULL,
    title   TEXT    NOT NULL,
    updated TEXT    NOT NULL,
    body    TEXT    NOT NULL
) STRICT;

-- Periods in which the council does not meet; both days belong to it.
CREATE TABLE recesses (
    id        TEXT PRIMARY KEY,
    name      TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL
) STRICT;

CREATE TABLE read_items (
    item TEXT PRIMARY KEY,
    at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One index over notes, items and steps. Each kind has its own range of keys
-- (see index.go), and what changes gets a new key, so that the order of the
-- keys is the order in which things were last written.
CREATE TABLE search_docs (
    key     INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,               -- note, item, step
    ref     TEXT NOT NULL,               -- id of the note, item or step
    run     TEXT NOT NULL,               -- run of a step, else ''
    updated TEXT NOT NULL,
    UNIQUE (kind, run, ref)
) STRICT;
-- Plain text, not Markdown, so that a phrase over **bold** words is found and
-- a snippet can be shown as it is. It has a table of its own, because a filter
-- must not read texts.
CREATE TABLE search_texts (
    key   INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    text  TEXT NOT NULL,
    more  TEXT NOT NULL                  -- other spellings: reintegratie for re-integratie
) STRICT;
-- The rows of the index follow in the same transaction, by hand: a trigger
-- would make FTS5 write a segment for every row of an import. Merging is done
-- when the program rests (see upkeep.go), not while somebody saves.
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, more,
    content = 'search_texts', content_rowid = 'key',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
-- Every word that is or was in the index, to find words by a part of them.
CREATE TABLE search_words (
    word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
