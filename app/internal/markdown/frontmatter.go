package markdown

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"raadwijzer/app/internal/domain"
)

// maxFrontMatter is the longest front matter that is read, in bytes.
const maxFrontMatter = 64 << 10

// Meta is what front matter tells about a note. A zero moment is an unknown
// one.
type Meta struct {
	ID      string
	Title   string
	Tags    []string
	Former  []string // titles it had
	Created time.Time
	Updated time.Time
	domain.Place
	Confidential bool
	Pinned       bool
	// Extra is YAML with the keys that are not ours, or ours with a value that
	// cannot be read: kept, and otherwise ignored.
	Extra string
}

// FrontMatter splits a file into what its front matter tells and the body,
// byte for byte. Text between two lines "---" is front matter only when it is
// a YAML mapping with a key of ours; otherwise, and when it is damaged,
// everything is body. The only error is CodeNotUTF8.
func FrontMatter(src string) (meta Meta, body string, err error) {
	return frontMatter(src, false)
}

// AnyFrontMatter is FrontMatter for a file of a program whose every file may
// begin with front matter: a mapping needs no key of ours.
func AnyFrontMatter(src string) (meta Meta, body string, err error) {
	return frontMatter(src, true)
}

func frontMatter(src string, anyKey bool) (meta Meta, body string, err error) {
	if !utf8.ValidString(src) {
		return Meta{}, "", domain.Fail(domain.CodeNotUTF8, "")
	}
	yamlText, body, ok := split(src)
	if !ok {
		return Meta{}, src, nil
	}
	// "{}" is how WriteFrontMatter shields a body that looks like front matter.
	if strings.TrimSpace(yamlText) == "{}" {
		return Meta{}, body, nil
	}
	doc, ok := parseYAML(yamlText)
	if !ok || !meta.read(doc, anyKey) {
		return Meta{}, src, nil
	}
	return meta, body, nil
}

// parseYAML returns the one value of a YAML text. Nothing is decoded into Go
// values, so an alias is never unfolded.
func parseYAML(text string) (node *yaml.Node, ok bool) {
	defer func() {
		if recover() != nil { // a bug in the parser makes it damaged, no more
			ok = false
		}
	}()
	var doc yaml.Node
	if yaml.Unmarshal([]byte(text), &doc) != nil || len(doc.Content) != 1 {
		return nil, false
	}
	return doc.Content[0], true
}

// split finds the lines of the front matter, whatever the line ends.
func split(src string) (yamlText, body string, ok bool) {
	rest := strings.TrimPrefix(src, "\uFEFF")
	first, rest, ok := strings.Cut(rest, "\n")
	if !ok || strings.TrimRight(first, " \t\r") != "---" {
		return "", "", false
	}
	for pos := 0; pos < len(rest) && pos <= maxFrontMatter; {
		line, _, more := strings.Cut(rest[pos:], "\n")
		end := pos + len(line)
		if more {
			end++
		}
		if trimmed := strings.TrimRight(line, " \t\r"); trimmed == "---" || trimmed == "..." {
			return rest[:pos], rest[end:], true
		}
		pos = end
	}
	return "", "", false
}

// read fills the meta from a mapping and reports whether it is front matter:
// it has a key of ours, or any key is enough.
func (m *Meta) read(node *yaml.Node, anyKey bool) bool {
	if node.Kind != yaml.MappingNode {
		return false
	}
	known := anyKey
	extra := &yaml.Node{Kind: yaml.MappingNode}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		name := strings.ToLower(key.Value)
		isOurs := key.Kind == yaml.ScalarNode && ours(name)
		known = known || isOurs
		if !isOurs || !m.set(name, value) {
			extra.Content = append(extra.Content, key, value)
		}
	}
	if known && len(extra.Content) > 0 {
		text, err := yaml.Marshal(extra)
		if err != nil {
			return false
		}
		// An alias to a value of ours would stand alone in what is left.
		if _, ok := parseYAML(string(text)); !ok {
			return false
		}
		m.Extra = string(text)
	}
	return known
}

func ours(name string) bool {
	switch name {
	case "id", "title", "titel", "tags", "created", "updated", "item", "part", "run", "step",
		"meeting", "meeting_date", "former_titles", "confidential", "vertrouwelijk", "pinned":
		return true
	}
	return false
}

// set takes over one value and reports whether it could be read.
func (m *Meta) set(name string, value *yaml.Node) bool {
	texts := map[string]*string{"id": &m.ID, "title": &m.Title, "titel": &m.Title, "item": &m.Item, "part": &m.Part,
		"run": &m.Run, "step": &m.Step, "meeting": &m.Meeting}
	if target, ok := texts[name]; ok {
		if value.Kind != yaml.ScalarNode {
			return false
		}
		if value.Tag != "!!null" {
			*target = value.Value
		}
		return true
	}
	switch name {
	case "tags":
		tags, ok := readTags(value)
		m.Tags = append(m.Tags, tags...)
		return ok
	case "former_titles":
		titles, ok := readTexts(value)
		m.Former = append(m.Former, titles...)
		return ok
	case "created":
		return readTime(value, &m.Created)
	case "updated":
		return readTime(value, &m.Updated)
	case "meeting_date":
		return readDate(value, &m.MeetingDate)
	case "confidential", "vertrouwelijk":
		return readBool(value, &m.Confidential)
	}
	return readBool(value, &m.Pinned)
}

// readTags reads a list, or words between commas.
func readTags(value *yaml.Node) ([]string, bool) {
	if value.Kind != yaml.ScalarNode || value.Tag == "!!null" {
		return readTexts(value)
	}
	var tags []string
	for tag := range strings.SplitSeq(value.Value, ",") {
		if tag = strings.TrimSpace(tag); tag != "" {
			tags = append(tags, tag)
		}
	}
	return tags, true
}

// readTexts reads a list, or one text.
func readTexts(value *yaml.Node) ([]string, bool) {
	nodes := value.Content
	if value.Kind == yaml.ScalarNode {
		nodes = []*yaml.Node{value}
	} else if value.Kind != yaml.SequenceNode {
		return nil, false
	}
	var list []string
	for _, node := range nodes {
		if node.Kind != yaml.ScalarNode {
			return nil, false
		}
		if node.Tag != "!!null" {
			list = append(list, node.Value)
		}
	}
	return list, true
}

func readTime(value *yaml.Node, t *time.Time) bool {
	if value.Kind != yaml.ScalarNode {
		return false
	}
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02 15:04:05Z07:00", "2006-01-02T15:04:05", "2006-01-02 15:04:05",
		"2006-01-02 15:04", "2006-01-02T15:04", time.DateOnly} {
		if read, err := time.Parse(layout, value.Value); err == nil {
			*t = read.UTC()
			return true
		}
	}
	return value.Tag == "!!null"
}

func readDate(value *yaml.Node, d *domain.Date) bool {
	if value.Kind != yaml.ScalarNode {
		return false
	}
	if value.Tag == "!!null" {
		return true
	}
	read, err := domain.ParseDate(value.Value)
	if err == nil {
		*d = read
	}
	return err == nil
}

func readBool(value *yaml.Node, b *bool) bool {
	if value.Kind != yaml.ScalarNode {
		return false
	}
	switch strings.ToLower(value.Value) {
	case "true", "yes", "ja", "1":
		*b = true
		return true
	case "false", "no", "nee", "0", "", "null", "~":
		return true
	}
	return false
}

// WriteFrontMatter returns a file that FrontMatter splits into the same meta
// and the same body, byte for byte. Without any meta the file is the body.
func WriteFrontMatter(meta Meta, body string) string {
	node := meta.node()
	if len(node.Content) == 0 && meta.Extra == "" {
		if _, _, ok := split(body); ok {
			return "---\n{}\n---\n" + body
		}
		return body
	}
	text := ""
	if len(node.Content) > 0 {
		// A mapping of plain strings always has a form in YAML.
		out, _ := yaml.Marshal(node)
		text = string(out)
	}
	return "---\n" + text + meta.Extra + "---\n" + body
}

func (m Meta) node() *yaml.Node {
	node := &yaml.Node{Kind: yaml.MappingNode}
	add := func(key string, value *yaml.Node) {
		node.Content = append(node.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: key}, value)
	}
	text := func(key, value string) {
		if value != "" {
			add(key, textNode(value))
		}
	}
	moment := func(key string, t time.Time) {
		if !t.IsZero() {
			add(key, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!timestamp", Value: t.UTC().Format(time.RFC3339Nano)})
		}
	}
	flag := func(key string, on bool) {
		if on {
			add(key, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "true"})
		}
	}
	texts := func(key string, values []string) {
		if len(values) == 0 {
			return
		}
		list := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
		for _, value := range values {
			list.Content = append(list.Content, textNode(value))
		}
		add(key, list)
	}
	text("id", m.ID)
	text("title", m.Title)
	texts("former_titles", m.Former)
	texts("tags", m.Tags)
	moment("created", m.Created)
	moment("updated", m.Updated)
	text("item", m.Item)
	text("part", m.Part)
	text("run", m.Run)
	text("step", m.Step)
	text("meeting", m.Meeting)
	if day := m.MeetingDate.String(); day != "" {
		add("meeting_date", &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!timestamp", Value: day})
	}
	flag("confidential", m.Confidential)
	flag("pinned", m.Pinned)
	return node
}

// textNode is a text in YAML. The library writes one with a line break as a
// block, which it cannot always read again: a tab at its beginning is refused.
func textNode(value string) *yaml.Node {
	node := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value}
	if strings.ContainsFunc(value, unicode.IsControl) {
		node.Style = yaml.DoubleQuotedStyle
	}
	return node
}

// Extra returns YAML for pairs of keys and values, for Meta.Extra. A pair with
// an empty value is left out.
func Extra(pairs ...string) string {
	node := &yaml.Node{Kind: yaml.MappingNode}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			node.Content = append(node.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: pairs[i]},
				textNode(pairs[i+1]))
		}
	}
	if len(node.Content) == 0 {
		return ""
	}
	text, _ := yaml.Marshal(node) // a mapping of strings always has a form
	return string(text)
}
