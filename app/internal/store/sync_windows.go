package store

// syncFolder does nothing: Windows cannot sync a folder, and NTFS keeps the
// order of renames in its own log.
func syncFolder(string) error { return nil }
