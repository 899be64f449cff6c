//go:build e2e

package e2e

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
)

// The X protocol, as far as these tests need it: to press keys at a moment
// that is known, and to see when the screen changes. Starting a program for
// each key or each look would take longer than what is looked at.
// See https://www.x.org/releases/current/doc/xproto/x11protocol.html.

// screen is a connection to the display.
type screen struct {
	conn  net.Conn
	root  uint32
	xtest byte
	keys  map[uint32]stroke // by key symbol; for Latin-1 that is the character
}

// stroke is the key that gives a symbol.
type stroke struct {
	code  byte
	shift bool
}

// The key symbols that are no characters.
const (
	keyShift   = 0xffe1
	keyControl = 0xffe3
	keyEnd     = 0xff57
	keyReturn  = 0xff0d
)

const (
	keyPress      = 2
	keyRelease    = 3
	buttonPress   = 4
	buttonRelease = 5
	motion        = 6
	headerBytes   = 32 // of every answer
)

// openScreen connects to the display that DISPLAY names, on this computer.
func openScreen() (*screen, error) {
	number := strings.TrimPrefix(os.Getenv("DISPLAY"), ":")
	conn, err := net.Dial("unix", "/tmp/.X11-unix/X"+number)
	if err != nil {
		return nil, err
	}
	s := &screen{conn: conn}
	if err := s.greet(); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return s, nil
}

// greet reads what the display is, finds its test extension and its keys.
func (s *screen) greet() error {
	if _, err := s.conn.Write([]byte{'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0}); err != nil {
		return err
	}
	head := make([]byte, 8)
	if _, err := io.ReadFull(s.conn, head); err != nil {
		return err
	}
	rest := make([]byte, 4*int(binary.LittleEndian.Uint16(head[6:])))
	if _, err := io.ReadFull(s.conn, rest); err != nil {
		return err
	}
	if head[0] != 1 {
		return fmt.Errorf("the display refuses: %q", rest)
	}
	vendor, formats := int(binary.LittleEndian.Uint16(rest[16:])), int(rest[21])
	first, last := rest[26], rest[27]
	s.root = binary.LittleEndian.Uint32(rest[32+(vendor+3)/4*4+formats*8:])

	const name = "XTEST"
	query := append([]byte{98, 0, 4, 0, byte(len(name)), 0, 0, 0}, name+"\x00\x00\x00"...)
	answer, err := s.ask(query)
	if err != nil {
		return err
	}
	if answer[8] == 0 {
		return errors.New("the display has no test extension")
	}
	s.xtest = answer[9]
	return s.readKeys(first, last)
}

func (s *screen) readKeys(first, last byte) error {
	answer, err := s.ask([]byte{101, 0, 2, 0, first, last - first + 1, 0, 0})
	if err != nil {
		return err
	}
	s.keys = map[uint32]stroke{}
	columns := int(answer[1])
	for i := range int(last-first) + 1 {
		for column := range min(columns, 2) {
			symbol := binary.LittleEndian.Uint32(answer[headerBytes+4*(i*columns+column):])
			if _, have := s.keys[symbol]; !have && symbol != 0 {
				s.keys[symbol] = stroke{first + byte(i), column == 1}
			}
		}
	}
	return nil
}

// ask sends a request and returns its answer. What the display tells unasked
// is passed by.
func (s *screen) ask(request []byte) ([]byte, error) {
	if _, err := s.conn.Write(request); err != nil {
		return nil, err
	}
	for {
		answer := make([]byte, headerBytes)
		if _, err := io.ReadFull(s.conn, answer); err != nil {
			return nil, err
		}
		switch answer[0] {
		case 0:
			return nil, fmt.Errorf("the display answers request %d with error %d", request[0], answer[1])
		case 1:
			more := make([]byte, 4*int(binary.LittleEndian.Uint32(answer[4:])))
			_, err := io.ReadFull(s.conn, more)
			return append(answer, more...), err
		}
	}
}

func (s *screen) fake(kind, detail byte, x, y int) error {
	request := make([]byte, 36)
	request[0], request[1], request[2] = s.xtest, 2, 9
	request[4], request[5] = kind, detail
	binary.LittleEndian.PutUint16(request[24:], uint16(x))
	binary.LittleEndian.PutUint16(request[26:], uint16(y))
	_, err := s.conn.Write(request)
	return err
}

// press presses a key with others held down, all given by their symbols.
func (s *screen) press(symbol uint32, held ...uint32) error {
	key, ok := s.keys[symbol]
	if !ok {
		return fmt.Errorf("no key gives %#x", symbol)
	}
	if key.shift {
		held = append(held, keyShift)
	}
	var err error
	for _, h := range held {
		err = errors.Join(err, s.fake(keyPress, s.keys[h].code, 0, 0))
	}
	err = errors.Join(err, s.fake(keyPress, key.code, 0, 0), s.fake(keyRelease, key.code, 0, 0))
	for _, h := range held {
		err = errors.Join(err, s.fake(keyRelease, s.keys[h].code, 0, 0))
	}
	return err
}

// area is a part of the screen, in pixels.
type area struct{ x, y, width, height int }

// look returns the pixels of an area, four bytes each.
func (s *screen) look(a area) ([]byte, error) {
	request := make([]byte, 20)
	request[0], request[1], request[2] = 73, 2, 5
	binary.LittleEndian.PutUint32(request[4:], s.root)
	for i, n := range []int{a.x, a.y, a.width, a.height} {
		binary.LittleEndian.PutUint16(request[8+2*i:], uint16(n))
	}
	binary.LittleEndian.PutUint32(request[16:], 0xffffffff)
	answer, err := s.ask(request)
	if err != nil {
		return nil, err
	}
	return answer[headerBytes:], nil
}
