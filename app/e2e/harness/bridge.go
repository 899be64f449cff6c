//go:build e2e

package main

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// bridge calls bound methods by name, as Wails does.
type bridge struct {
	types  map[string]reflect.Value
	format func(error) any
}

func newBridge(bound []any, format func(error) any) bridge {
	b := bridge{types: map[string]reflect.Value{}, format: format}
	for _, value := range bound {
		v := reflect.ValueOf(value)
		b.types[v.Elem().Type().Name()] = v
	}
	return b
}

// names returns the methods of every type.
func (b bridge) names() map[string][]string {
	names := map[string][]string{}
	for name, v := range b.types {
		for m := range v.Type().Methods() {
			names[name] = append(names[name], m.Name)
		}
	}
	return names
}

// call returns what the promise resolves to, or what it is rejected with.
func (b bridge) call(typ, method string, args []json.RawMessage) (result, problem any) {
	target, ok := b.types[typ]
	if !ok {
		return nil, fmt.Sprintf("no type %q", typ)
	}
	f := target.MethodByName(method)
	if !f.IsValid() {
		return nil, fmt.Sprintf("no method %s.%s", typ, method)
	}
	if f.Type().NumIn() != len(args) {
		return nil, fmt.Sprintf("%s.%s takes %d arguments, not %d", typ, method, f.Type().NumIn(), len(args))
	}
	in := make([]reflect.Value, len(args))
	for i, arg := range args {
		v := reflect.New(f.Type().In(i))
		if err := json.Unmarshal(arg, v.Interface()); err != nil {
			return nil, fmt.Sprintf("argument %d of %s.%s: %v", i+1, typ, method, err)
		}
		in[i] = v.Elem()
	}
	for _, out := range f.Call(in) {
		if err, ok := out.Interface().(error); ok {
			return nil, b.format(err)
		}
		if out.Type() != reflect.TypeFor[error]() {
			result = out.Interface()
		}
	}
	return result, nil
}
