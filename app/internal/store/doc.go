// Package store keeps notes, runs and settings in one SQLite file.
//
// The rules of this package are: it is the only place that knows SQL and the
// SQLite driver; every write is one transaction through [Store.write], whose
// commit error reaches the caller; every error that leaves is a domain.Error.
//
// The build tag sqlite_fts5 is needed: without it the search index cannot be
// made and Open fails.
package store
