package app

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"

	"raadwijzer/app/internal/domain"
	"raadwijzer/app/internal/export"
	"raadwijzer/app/internal/library"
	"raadwijzer/app/internal/markdown"
	"raadwijzer/app/internal/store"
)

// SaveTemplate keeps the steps of a run as a checklist of the user's own. One
// with the same title is replaced. Errors: CodeRunUnknown, CodeNameMissing,
// CodeNameTooLong.
func (c *Checklists) SaveTemplate(run, title string) (view TemplateView, err error) {
	defer c.app.guard(&err)
	r, err := c.app.store.Run(c.app.ctx, run)
	if err != nil {
		return view, err
	}
	list := r.Checklist()
	if list.Title = strings.Join(strings.Fields(title), " "); list.Title == "" {
		return view, domain.Fail(domain.CodeNameMissing, "")
	}
	var text bytes.Buffer
	if err := export.WriteMarkdownChecklist(&text, list); err != nil {
		return view, err
	}
	return c.app.ImportTemplate(text.String())
}

// ImportTemplate asks for a Markdown file and keeps it as a checklist of the
// user's own. Closing the dialog gives an empty view. Errors: CodeFileUnreadable,
// CodeFileTooLarge, CodeNotUTF8, CodeChecklistEmpty, CodeChecklistInvalid.
func (c *Checklists) ImportTemplate() (view TemplateView, err error) {
	defer c.app.guard(&err)
	path, err := c.app.config.Desktop.OpenFile("Checklist kiezen", "md")
	if err != nil || path == "" {
		return view, err
	}
	text, err := ReadTextFile(path)
	if err != nil {
		return view, err
	}
	return c.app.ImportTemplate(text)
}

// ExportTemplate asks for a place and writes a checklist there as Markdown.
// Errors: CodeTemplateUnknown, CodeTargetUnwritable, CodeDiskFull.
func (c *Checklists) ExportTemplate(id string) (result ExportResult, err error) {
	defer c.app.guard(&err)
	list, err := c.app.checklist(id)
	if err != nil {
		return result, err
	}
	path, err := c.app.config.Desktop.SaveFile("Checklist bewaren", export.FileName(list.Title, formatMarkdown), formatMarkdown)
	if err != nil || path == "" {
		return ExportResult{Cancelled: err == nil}, err
	}
	if filepath.Ext(path) == "" {
		path += "." + formatMarkdown
	}
	return c.app.ExportTemplateTo(id, path, true) // the dialog asked about an existing file
}

// RemoveTemplate removes a checklist of the user's own. Runs are copies, so
// they stay. Errors: CodeTemplateUnknown.
func (c *Checklists) RemoveTemplate(id string) (err error) {
	defer c.app.guard(&err)
	return c.app.store.RemoveChecklist(c.app.ctx, id)
}

// ImportTemplate keeps Markdown as a checklist of the user's own. Errors:
// CodeNotUTF8, CodeChecklistEmpty, CodeChecklistInvalid.
func (a *App) ImportTemplate(text string) (TemplateView, error) {
	_, body, err := markdown.FrontMatter(text)
	if err != nil {
		return TemplateView{}, err
	}
	list, err := library.ParseChecklist("", 1, body)
	if err != nil {
		return TemplateView{}, err
	}
	saved, err := a.store.SaveChecklist(a.ctx, store.NewID(), list.Title, body)
	if err != nil {
		return TemplateView{}, err
	}
	list.ID, list.Version = saved.ID, saved.Version
	return templateView(list), nil
}

// ExportTemplateTo writes a checklist as Markdown. Errors: as
// Checklists.ExportTemplate, and CodeTargetExists without force.
func (a *App) ExportTemplateTo(id, target string, force bool) (ExportResult, error) {
	if a.store.Holds(target) {
		return ExportResult{}, domain.Fail(domain.CodeTargetUnwritable, target)
	}
	if _, err := a.checklist(id); err != nil {
		return ExportResult{}, err
	}
	bytes, err := export.Atomic(target, force, func(w io.Writer) error { return a.WriteTemplate(id, w) })
	return ExportResult{Path: target, Bytes: int(bytes)}, err
}

// WriteTemplate writes a checklist as Markdown. Errors: CodeTemplateUnknown.
func (a *App) WriteTemplate(id string, w io.Writer) error {
	list, err := a.checklist(id)
	if err != nil {
		return err
	}
	return export.WriteMarkdownChecklist(w, list)
}

// checklist returns a checklist of the program or of the user. Errors:
// CodeTemplateUnknown.
func (a *App) checklist(id string) (domain.Checklist, error) {
	shipped, err := a.library.Checklist(id)
	if err == nil {
		return shipped, nil
	}
	own, storeErr := a.store.OwnChecklists(a.ctx)
	if storeErr != nil {
		return domain.Checklist{}, storeErr
	}
	for _, c := range own {
		if c.ID == id {
			return library.ParseChecklist(c.ID, c.Version, c.Body)
		}
	}
	return domain.Checklist{}, err
}

func (a *App) ownChecklists() ([]domain.Checklist, error) {
	own, err := a.store.OwnChecklists(a.ctx)
	if err != nil {
		return nil, err
	}
	var lists []domain.Checklist
	for _, c := range own {
		list, err := library.ParseChecklist(c.ID, c.Version, c.Body)
		if err != nil {
			return nil, err
		}
		lists = append(lists, list)
	}
	return lists, nil
}
