package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/google/uuid"
	sqlite3 "github.com/mattn/go-sqlite3" // registers the driver "sqlite3" too

	"raadwijzer/app/internal/domain"
)

// FileName is the name of the database inside the data folder.
const FileName = "raadwijzer.db"

// Config tells where the data are and how their text is read.
type Config struct {
	Folder string // made when absent, readable for the user alone
	// Read reads the Markdown of a note. It is given so that this package
	// needs no Markdown of its own.
	Read func(domain.Note) NoteText
	Now  func() time.Time // nil: time.Now
	// Writing is told of each file that Open or Restore makes of its own accord;
	// what it returns is called when the file is there. It may be nil.
	Writing func(path string) (over func())
}

// NoteText is what a note says, without its marks.
type NoteText struct {
	Plain   string   // all of it, to be searched
	Excerpt string   // the first words, for lists
	Refs    []string // what it refers to, as typed, each once
}

// Store is an open data folder. It is safe for use from several goroutines.
type Store struct {
	db     *sql.DB // for reading
	writer *sql.DB // one connection: writes wait for each other here instead of in SQLite
	config Config
	path   string
	file   os.FileInfo // what was at the path when it was opened
	upkeep upkeep
}

// Open opens the database in the folder and brings it to the present schema;
// a copy is kept before a migration. Errors: CodeDataUnwritable,
// CodeDataDamaged, CodeDataNewer, CodeDataBusy, CodeDiskFull.
func Open(ctx context.Context, config Config) (*Store, error) {
	if config.Now == nil {
		config.Now = time.Now
	}
	absolute, err := filepath.Abs(config.Folder)
	if err != nil {
		return nil, wrap(domain.CodeDataUnwritable, config.Folder, err)
	}
	config.Folder = absolute
	if err := os.MkdirAll(config.Folder, 0o700); err != nil {
		return nil, wrap(domain.CodeDataUnwritable, config.Folder, err)
	}
	path := filepath.Join(config.Folder, FileName)
	if err := createPrivate(path); err != nil {
		return nil, wrap(domain.CodeDataUnwritable, config.Folder, err)
	}
	s, err := connect(path, config)
	if err != nil {
		return nil, err
	}
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func connect(path string, config Config) (*Store, error) {
	file, err := os.Stat(path)
	if err != nil {
		return nil, wrap(domain.CodeDataUnwritable, config.Folder, err)
	}
	s := &Store{config: config, path: path, file: file, db: sql.OpenDB(connector(dsn(path))), writer: sql.OpenDB(connector(dsn(path)))}
	s.db.SetMaxOpenConns(4)
	s.db.SetMaxIdleConns(4)
	s.db.SetConnMaxIdleTime(time.Minute) // each keeps up to 16 MB of pages
	s.writer.SetMaxOpenConns(1)
	s.upkeep.start(s)
	return s, nil
}

// writing is Config.Writing.
func (s *Store) writing(path string) (over func()) {
	if s.config.Writing == nil {
		return func() {}
	}
	return s.config.Writing(path)
}

// Close writes the log back into the database file and closes it.
func (s *Store) Close() error {
	s.upkeep.stop()
	return failure(errors.Join(s.db.Close(), s.writer.Close()))
}

// connector opens connections with the settings that have no place in a DSN.
type connector string

// Connect implements driver.Connector.
func (c connector) Connect(context.Context) (driver.Conn, error) {
	return (&sqlite3.SQLiteDriver{ConnectHook: func(conn *sqlite3.SQLiteConn) error {
		_, err := conn.Exec(logSettings+"; "+safeSettings, nil)
		return err
	}}).Open(string(c))
}

// Driver implements driver.Connector.
func (connector) Driver() driver.Driver { return &sqlite3.SQLiteDriver{} }

// aside opens the database once more, for work that reads all of it. The pages
// that such work leaves in the cache of a connection are of no use to the next
// question, so this one keeps few, and they go when it is closed.
func (s *Store) aside() *sql.DB {
	db := sql.OpenDB(connector(dsnCaching(filepath.Join(s.config.Folder, FileName), 1000)))
	db.SetMaxOpenConns(1)
	return db
}

// createPrivate makes the file before SQLite does, because SQLite would let
// the umask decide who may read it. The -wal and -shm files copy its mode.
func createPrivate(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// dsn holds every setting, because a PRAGMA that is sent later reaches one
// connection of the pool only. The driver's own default for synchronous is
// NORMAL, which may lose the last commits in a power cut.
func dsn(path string) string { return dsnCaching(path, 16_000) }

// dsnCaching is dsn with so many KiB of pages in memory at most.
func dsnCaching(path string, kib int) string {
	options := url.Values{
		"_busy_timeout": {"5000"},
		"_journal_mode": {"WAL"},
		"_synchronous":  {"FULL"},
		"_foreign_keys": {"on"},
		"_txlock":       {"immediate"},
		"_cache_size":   {strconv.Itoa(-kib)},
	}
	return fileURI(path, options)
}

// dsnToRead opens a file that nobody writes to and leaves it as it is.
func dsnToRead(path string) string {
	return fileURI(path, url.Values{"mode": {"ro"}, "immutable": {"1"}})
}

// fileURI keeps "?" and "#" in a folder name out of the options. The path
// becomes absolute. SQLite takes what follows two slashes for the name of a
// computer, so that stays empty: file:///C:/map, and for a folder on a share
// file:////server/map. See https://www.sqlite.org/uri.html.
func fileURI(path string, options url.Values) string {
	if absolute, err := filepath.Abs(path); err == nil { // else SQLite says what is wrong
		path = absolute
	}
	slashed := filepath.ToSlash(path)
	if slashed[0] != '/' {
		slashed = "/" + slashed
	}
	escaped := (&url.URL{Path: slashed}).EscapedPath()
	return (&url.URL{Scheme: "file", Opaque: "//" + escaped, RawQuery: options.Encode()}).String()
}

// write runs f in one transaction. Every change of the data comes through here.
func (s *Store) write(ctx context.Context, f func(tx *sql.Tx) error) error {
	defer s.upkeep.written()
	return s.transaction(ctx, f)
}

// inPlace fails when the database is no longer where it was opened: the system
// would still write to a file that was moved or removed, and nobody would ever
// read it again. Errors: CodeDataGone.
func (s *Store) inPlace() error {
	now, err := os.Stat(s.path)
	if err != nil || !os.SameFile(s.file, now) {
		return domain.Wrap(domain.CodeDataGone, s.config.Folder, err)
	}
	return nil
}

// transaction is write for the upkeep, which is not work that asks for upkeep.
// The result is named so that an error of the commit reaches the caller.
func (s *Store) transaction(ctx context.Context, f func(tx *sql.Tx) error) (err error) {
	if err := s.inPlace(); err != nil {
		return err
	}
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return failure(err)
	}
	defer func() {
		if err != nil {
			_ = tx.Rollback() // the first error is the one to tell
			return
		}
		if e := tx.Commit(); e != nil {
			err = failure(e)
			return
		}
		err = s.inPlace() // it may have gone meanwhile
	}()
	if err := f(tx); err != nil {
		return failure(err)
	}
	return nil
}

// now returns the present moment in UTC, as precise as it is stored.
func (s *Store) now() time.Time { return s.config.Now().UTC().Truncate(time.Millisecond) }

// momentLayout has a fixed width, so that text sorts as time does.
const momentLayout = "2006-01-02T15:04:05.000Z"

func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(momentLayout)
}

func parseMoment(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339, s)
}

// NewID returns a new UUIDv7: unique everywhere and sorted by time.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// DataVersion changes when another program writes to the database, and not
// when this one does: every write of this one goes through the connection that
// is asked. See https://www.sqlite.org/pragma.html#pragma_data_version.
func (s *Store) DataVersion(ctx context.Context) (v int, err error) {
	err = s.writer.QueryRowContext(ctx, "PRAGMA data_version").Scan(&v)
	return v, failure(err)
}
