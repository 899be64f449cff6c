//go:build e2e

package e2e

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/godbus/dbus/v5"
)

// The accessibility bus, as far as these tests need it. Facts that shaped this
// file: the socket that embeds the web page answers GetChildren with nothing,
// so children are counted and fetched one by one; WebKit gives no role names,
// only numbers; asking an object for an interface that it lacks makes GTK
// complain on the screen of whoever reads the test.

const (
	ifaceAccessible = "org.a11y.atspi.Accessible"
	ifaceAction     = "org.a11y.atspi.Action"
	ifaceComponent  = "org.a11y.atspi.Component"
	ifaceEditable   = "org.a11y.atspi.EditableText"
	ifaceHyperlink  = "org.a11y.atspi.Hyperlink"
	ifaceText       = "org.a11y.atspi.Text"
	ifaceValue      = "org.a11y.atspi.Value"

	// The answer of one object. A page that is busy answers late; a page that
	// is gone never does.
	answerTime = 5 * time.Second
)

// Role is what a thing is, by the numbers of AT-SPI.
type Role uint32

// The roles that the window uses.
const (
	Alert        Role = 2
	CheckBox     Role = 7
	ColumnHeader Role = 10
	ComboBox     Role = 11
	Dialog       Role = 16
	FileChooser  Role = 19
	Frame        Role = 23
	Image        Role = 27
	Label        Role = 29
	List         Role = 31
	ListItem     Role = 32
	MenuItem     Role = 35
	Panel        Role = 39 // role="group", the rich text
	Password     Role = 40
	ProgressBar  Role = 42
	Button       Role = 43
	RadioButton  Role = 44
	SpinButton   Role = 52 // a part of a date
	StatusBar    Role = 54 // role="status"
	Text         Role = 61
	ToggleButton Role = 62
	Paragraph    Role = 73
	Entry        Role = 79
	Heading      Role = 83
	Section      Role = 85
	Link         Role = 88
	TableRow     Role = 90
	DocumentWeb  Role = 95
	Article      Role = 109
	Landmark     Role = 110
	Static       Role = 116
	Any          Role = 0
)

// State is a number of AT-SPI too.
type State uint32

// The states that tests ask for.
const (
	Checked   State = 4
	Focusable State = 11
	Expanded  State = 10
	Focused   State = 12
	Visible   State = 30 // also what one has to scroll to
)

// bus is a connection to the accessibility bus.
type bus struct{ conn *dbus.Conn }

// openBus asks the session for its accessibility bus, which the answer starts
// when it is not there yet.
func openBus(ctx context.Context) (*bus, error) {
	session, err := dbus.ConnectSessionBus(dbus.WithContext(ctx))
	if err != nil {
		return nil, fmt.Errorf("session bus: %w", err)
	}
	defer func() { _ = session.Close() }()
	var address string
	err = session.Object("org.a11y.Bus", "/org/a11y/bus").CallWithContext(ctx, "org.a11y.Bus.GetAddress", 0).Store(&address)
	if err != nil {
		return nil, fmt.Errorf("address of the accessibility bus: %w", err)
	}
	conn, err := dbus.Connect(address)
	if err != nil {
		return nil, fmt.Errorf("accessibility bus: %w", err)
	}
	return &bus{conn}, nil
}

// ref points at one object of one program.
type ref struct {
	Name string
	Path dbus.ObjectPath
}

var root = ref{"org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"}

func (b *bus) call(r ref, method string, out []any, args ...any) error {
	ctx, cancel := context.WithTimeout(context.Background(), answerTime)
	defer cancel()
	return b.conn.Object(r.Name, r.Path).CallWithContext(ctx, method, 0, args...).Store(out...)
}

func (b *bus) property(r ref, iface, name string, out any) error {
	var v dbus.Variant
	if err := b.call(r, "org.freedesktop.DBus.Properties.Get", []any{&v}, iface, name); err != nil {
		return err
	}
	return dbus.Store([]any{v.Value()}, out)
}

func (b *bus) children(r ref) ([]ref, error) {
	var count int32
	if err := b.property(r, ifaceAccessible, "ChildCount", &count); err != nil {
		return nil, err
	}
	refs := make([]ref, 0, count)
	for i := range count {
		var child ref
		if err := b.call(r, ifaceAccessible+".GetChildAtIndex", []any{&child}, i); err != nil {
			return nil, err
		}
		refs = append(refs, child)
	}
	return refs, nil
}

// application returns the object of the program with this process id.
func (b *bus) application(pid int) (ref, error) {
	programs, err := b.children(root)
	if err != nil {
		return ref{}, err
	}
	for _, p := range programs {
		var owner uint32
		err := b.conn.BusObject().Call("org.freedesktop.DBus.GetConnectionUnixProcessID", 0, p.Name).Store(&owner)
		if err == nil && int(owner) == pid {
			return p, nil
		}
	}
	return ref{}, fmt.Errorf("process %d is not on the accessibility bus", pid)
}

// Node is one thing on the screen, as it was when it was looked at.
type Node struct {
	bus    *bus
	ref    ref
	Role   Role
	Name   string
	Depth  int
	States []State
}

func (b *bus) node(r ref, depth int) (*Node, error) {
	n := &Node{bus: b, ref: r, Depth: depth}
	var role uint32
	if err := b.call(r, ifaceAccessible+".GetRole", []any{&role}); err != nil {
		return nil, err
	}
	n.Role = Role(role)
	if err := b.property(r, ifaceAccessible, "Name", &n.Name); err != nil {
		return nil, err
	}
	var bits []uint32
	if err := b.call(r, ifaceAccessible+".GetState", []any{&bits}); err != nil {
		return nil, err
	}
	for i, word := range bits {
		for bit := range 32 {
			if word&(1<<bit) != 0 {
				n.States = append(n.States, State(i*32+bit))
			}
		}
	}
	return n, nil
}

// walk visits r and what is under it, parents first, until visit returns
// false. What vanishes during the walk is left out.
func (b *bus) walk(r ref, depth int, visit func(*Node) bool) bool {
	n, err := b.node(r, depth)
	if err != nil {
		return true
	}
	if !visit(n) {
		return false
	}
	children, err := b.children(r)
	if err != nil {
		return true
	}
	for _, child := range children {
		if !b.walk(child, depth+1, visit) {
			return false
		}
	}
	return true
}

// Is reports whether n had the state when it was looked at.
func (n *Node) Is(s State) bool {
	for _, have := range n.States {
		if have == s {
			return true
		}
	}
	return false
}

// has reports whether n offers an interface now.
func (n *Node) has(iface string) bool {
	var ifaces []string
	if err := n.bus.call(n.ref, ifaceAccessible+".GetInterfaces", []any{&ifaces}); err != nil {
		return false
	}
	for _, i := range ifaces {
		if i == iface {
			return true
		}
	}
	return false
}

// Text returns what n says itself, "" for a thing without text.
func (n *Node) Text() string {
	if !n.has(ifaceText) {
		return ""
	}
	var text string
	if err := n.bus.call(n.ref, ifaceText+".GetText", []any{&text}, int32(0), int32(-1)); err != nil {
		return ""
	}
	return text
}

// Address returns where a link leads, "" for what is no link.
func (n *Node) Address() string {
	var address string
	if !n.has(ifaceHyperlink) || n.bus.call(n.ref, ifaceHyperlink+".GetURI", []any{&address}, int32(0)) != nil {
		return ""
	}
	return address
}

// Value returns the number of a progress bar or slider.
func (n *Node) Value() (float64, error) {
	var value float64
	err := n.bus.property(n.ref, ifaceValue, "CurrentValue", &value)
	return value, err
}

// Press does what a screen reader does to press n.
func (n *Node) Press() error {
	var done bool
	if err := n.bus.call(n.ref, ifaceAction+".DoAction", []any{&done}, int32(0)); err != nil {
		return err
	}
	if !done {
		return fmt.Errorf("%q cannot be pressed", n.Name)
	}
	return nil
}

// SetText replaces the text of a GTK entry. Web content has no such way in:
// focus it and type.
func (n *Node) SetText(text string) error {
	var done bool
	if err := n.bus.call(n.ref, ifaceEditable+".SetTextContents", []any{&done}, text); err != nil {
		return err
	}
	if !done {
		return fmt.Errorf("the text of %q cannot be set", n.Name)
	}
	return nil
}

// Focus asks for the keyboard and waits until n has it.
func (n *Node) Focus() error {
	for end := time.Now().Add(answerTime); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		var done bool
		if err := n.bus.call(n.ref, ifaceComponent+".GrabFocus", []any{&done}); err != nil {
			return err
		}
		now, err := n.bus.node(n.ref, n.Depth)
		if err != nil {
			return err
		}
		if now.Is(Focused) {
			return nil
		}
	}
	return errors.New("the keyboard does not go to " + n.Name)
}

// Middle scrolls to n and returns its middle on the screen.
func (n *Node) Middle() (x, y int, err error) {
	const anywhere = uint32(6)
	var done bool
	// What cannot be scrolled, such as a native dialog, refuses this.
	_ = n.bus.call(n.ref, ifaceComponent+".ScrollTo", []any{&done}, anywhere)
	var box struct{ X, Y, W, H int32 }
	const screen = uint32(0)
	if err := n.bus.call(n.ref, ifaceComponent+".GetExtents", []any{&box}, screen); err != nil {
		return 0, 0, err
	}
	if box.W <= 0 || box.H <= 0 {
		return 0, 0, fmt.Errorf("%q has no size", n.Name)
	}
	return int(box.X + box.W/2), int(box.Y + box.H/2), nil
}
