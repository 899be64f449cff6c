package app

import "raadwijzer/app/internal/domain"

// Tags is the dialog "Labels beheren".
type Tags struct{ app *App }

// List returns every tag with the number of notes outside the trash that have
// it.
func (t *Tags) List() (views []TagCount, err error) {
	defer t.app.guard(&err)
	tags, err := t.app.store.Tags(t.app.ctx)
	views = []TagCount{}
	for _, tag := range tags {
		views = append(views, TagCount(tag))
	}
	return views, err
}

// Rename gives every note with a tag another one instead and returns how many
// that were. Errors: CodeTagUnknown, CodeTagInvalid, CodeTagExists.
func (t *Tags) Rename(old, tag string) (count int, err error) {
	defer t.app.guard(&err)
	tag, err = oneTag(tag)
	if err != nil {
		return 0, err
	}
	return t.app.store.RenameTag(t.app.ctx, old, tag)
}

// Merge makes one tag of several; it may be one of them, or another that is
// there already. It returns how many notes had one of them. Errors:
// CodeTagUnknown, CodeTagInvalid.
func (t *Tags) Merge(tags []string, into string) (count int, err error) {
	defer t.app.guard(&err)
	into, err = oneTag(into)
	if err != nil {
		return 0, err
	}
	return t.app.store.MergeTags(t.app.ctx, tags, into)
}

// Remove takes a tag from every note and returns how many that were. Errors:
// CodeTagUnknown.
func (t *Tags) Remove(tag string) (count int, err error) {
	defer t.app.guard(&err)
	return t.app.store.RemoveTag(t.app.ctx, tag)
}

// oneTag returns a tag in its kept form. Errors: CodeTagInvalid, also for
// nothing.
func oneTag(tag string) (string, error) {
	tags, err := domain.NormalizeTags([]string{tag})
	if err == nil && len(tags) == 0 {
		err = domain.Fail(domain.CodeTagInvalid, tag)
	}
	if err != nil {
		return "", err
	}
	return tags[0], nil
}
