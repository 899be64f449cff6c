package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"syscall"

	sqlite3 "github.com/mattn/go-sqlite3"

	"raadwijzer/app/internal/domain"
)

// failure turns an error of the driver or the system into a domain.Error. An
// error that has a code keeps it.
func failure(err error) error {
	var known *domain.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	return &domain.Error{Code: codeOf(err), Err: err}
}

// wrap is failure with a code for what the system could not tell.
func wrap(code domain.Code, field string, err error) error {
	if c := codeOf(err); c != domain.CodeInternal && c != domain.CodeDataUnwritable {
		code = c
	}
	return domain.Wrap(code, field, err)
}

// unread is for a row that was read and does not hold what we write: a moment
// that is none, a text where a number should be. Only damage makes such a row.
// Errors of SQLite and those with another code stay as they are.
func unread(err error) error {
	var known *domain.Error
	var e sqlite3.Error
	if err == nil || errors.As(err, &e) || errors.Is(err, sql.ErrNoRows) || errors.Is(err, context.Canceled) ||
		errors.As(err, &known) && known.Code != domain.CodeDateInvalid {
		return err
	}
	return domain.Wrap(domain.CodeDataDamaged, "", err)
}

func codeOf(err error) domain.Code {
	var known *domain.Error
	if errors.As(err, &known) {
		return known.Code
	}
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return domain.CodeDiskFull
	}
	var e sqlite3.Error
	if !errors.As(err, &e) {
		if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
			return domain.CodeDataUnwritable
		}
		return domain.CodeInternal
	}
	if e.SystemErrno == syscall.ENOSPC || e.SystemErrno == syscall.EDQUOT {
		return domain.CodeDiskFull
	}
	switch e.Code {
	case sqlite3.ErrFull:
		return domain.CodeDiskFull
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
		return domain.CodeDataDamaged
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return domain.CodeDataBusy
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm, sqlite3.ErrIoErr, sqlite3.ErrAuth:
		return domain.CodeDataUnwritable
	}
	return domain.CodeInternal
}
