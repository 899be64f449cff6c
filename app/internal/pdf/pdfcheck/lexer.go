package pdfcheck

import (
	"bytes"
	"encoding/hex"
	"iter"
)

// operators gives the operators of a content stream (7.8.2).
func operators(body []byte) iter.Seq[operator] {
	return func(yield func(operator) bool) {
		var op operator
		depth := 0 // of dictionaries
		for len(body) > 0 {
			var t string
			var str []byte
			var isString bool
			t, str, isString, body = token(body)
			switch {
			case t == "<<":
				depth++
			case t == ">>":
				depth--
			case depth > 0:
				op.dict = append(op.dict, t)
			case isString:
				op.strings = append(op.strings, str)
			case t == "", t == "[", t == "]", isNumber(t):
			case t[0] == '/':
				op.words = append(op.words, t[1:])
			default:
				op.name = t
				if !yield(op) {
					return
				}
				op = operator{}
			}
		}
	}
}

func isNumber(t string) bool {
	return bytes.IndexByte([]byte("+-.0123456789"), t[0]) >= 0
}

// token cuts the first token off: a word, or a string with its bytes.
func token(b []byte) (word string, str []byte, isString bool, rest []byte) {
	b = bytes.TrimLeft(b, " \n\r\t\f\x00")
	switch {
	case len(b) == 0:
		return "", nil, false, nil
	case bytes.HasPrefix(b, []byte("<<")), bytes.HasPrefix(b, []byte(">>")):
		return string(b[:2]), nil, false, b[2:]
	case b[0] == '[', b[0] == ']':
		return string(b[:1]), nil, false, b[1:]
	case b[0] == '(':
		str, rest = literal(b[1:])
		return "", str, true, rest
	case b[0] == '<':
		end := max(bytes.IndexByte(b, '>'), 1)
		str, _ = hex.DecodeString(string(b[1:end])) // a wrong one is an empty text, which the tests see
		return "", str, true, b[end+1:]
	}
	n := 1
	for n < len(b) && bytes.IndexByte([]byte(" \n\r\t\f\x00[]()<>/"), b[n]) < 0 {
		n++
	}
	return string(b[:n]), nil, false, b[n:]
}

// literal reads a string up to its closing parenthesis (7.3.4.2).
func literal(b []byte) (str, rest []byte) {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c == '\\' && i+1 < len(b):
			i++
			switch b[i] {
			case 'n':
				str = append(str, '\n')
			case 'r':
				str = append(str, '\r')
			default:
				str = append(str, b[i])
			}
			continue
		case c == '(':
			depth++
		case c == ')' && depth == 0:
			return str, b[i+1:]
		case c == ')':
			depth--
		}
		str = append(str, b[i])
	}
	return str, nil
}
