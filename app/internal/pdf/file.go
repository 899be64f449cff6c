package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"slices"
	"strconv"
	"sync"
)

// ref is the number of an indirect object (ISO 32000-1 7.3.10). Generation
// numbers are always 0 in a file that is written once.
type ref int32

// String gives the reference as it stands in a file.
func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// place tells where an object is: at a byte offset, or as one of the objects
// in an object stream.
type place struct {
	stream ref   // object stream that holds it; 0: it stands on its own
	at     int64 // byte offset in the file, or index in the object stream
}

// maxPacked is the number of bytes after which an object stream is written.
const maxPacked = 32 << 10

// file writes the outer form of a PDF 1.7 file: objects, packed into object
// streams where that is allowed, and a cross-reference stream (ISO 32000-1
// 7.5). It keeps a few bytes for each object and nothing of its contents.
type file struct {
	out    io.Writer
	sum    hash.Hash // over everything written: makes an ID without a clock
	off    int64
	err    error // the first error of out; everything after it is dropped
	places []place

	packed   bytes.Buffer // objects waiting for their object stream
	packedID []ref
	packedAt []int

	jobs []*job // streams that are being compressed, in the order of the file
}

// job is a stream on its way into the file. Compressing takes a third of all
// the time, so it is done beside the setting of the next pages; the order in
// the file stays that of the calls.
type job struct {
	id   ref
	dict string
	data bytes.Buffer
	done chan struct{} // closed when data is ready to be written
}

// maxJobs bounds the pages that wait for their turn.
const maxJobs = 8

var compressors = sync.Pool{New: func() any { return zlib.NewWriter(io.Discard) }}

func (j *job) deflate(data []byte) {
	z := compressors.Get().(*zlib.Writer)
	z.Reset(&j.data)
	_, _ = z.Write(data) // writing into a buffer cannot fail
	_ = z.Close()
	compressors.Put(z)
	close(j.done)
}

func newFile(out io.Writer) *file {
	f := &file{out: out, sum: sha256.New(), places: make([]place, 1, 256)}
	// The four bytes above 127 mark the file as binary (ISO 19005-2 6.1.2).
	f.write([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
	return f
}

func (f *file) write(b []byte) {
	if f.err != nil {
		return
	}
	n, err := f.out.Write(b)
	if err == nil && n < len(b) {
		err = io.ErrShortWrite
	}
	f.err = err
	f.off += int64(n)
	f.sum.Write(b)
}

// alloc reserves an object number, so that it can be pointed at before it is
// written.
func (f *file) alloc() ref {
	f.places = append(f.places, place{at: -1})
	return ref(len(f.places) - 1)
}

// put writes an object that is not a stream.
func (f *file) put(id ref, body []byte) {
	if f.packed.Len()+len(body) > maxPacked {
		f.flushPacked()
	}
	f.packedID = append(f.packedID, id)
	f.packedAt = append(f.packedAt, f.packed.Len())
	f.packed.Write(body)
	f.packed.WriteByte('\n')
}

// flushPacked writes the waiting objects as one object stream (7.5.7).
func (f *file) flushPacked() {
	if len(f.packedID) == 0 {
		return
	}
	id := f.alloc()
	var head []byte
	for i, o := range f.packedID {
		head = strconv.AppendInt(head, int64(o), 10)
		head = append(head, ' ')
		head = strconv.AppendInt(head, int64(f.packedAt[i]), 10)
		head = append(head, ' ')
		f.places[o] = place{stream: id, at: int64(i)}
	}
	dict := fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(f.packedID), len(head))
	body := append(head, f.packed.Bytes()...)
	f.packedID, f.packedAt = f.packedID[:0], f.packedAt[:0]
	f.packed.Reset()
	f.stream(id, dict, body)
}

// stream writes a stream object, compressed. It keeps data until then.
func (f *file) stream(id ref, dict string, data []byte) {
	j := &job{id: id, dict: dict + "/Filter/FlateDecode", done: make(chan struct{})}
	f.jobs = append(f.jobs, j)
	go j.deflate(data)
	if len(f.jobs) > maxJobs {
		f.writeJobs(1)
	}
}

// rawStream writes a stream object as it is; the XMP packet has to stay
// readable for programs that know no PDF (ISO 19005-2 6.6.2.1).
func (f *file) rawStream(id ref, dict string, data []byte) {
	j := &job{id: id, dict: dict, done: make(chan struct{})}
	j.data.Write(data)
	close(j.done)
	f.jobs = append(f.jobs, j)
}

// writeJobs writes the first n streams that wait.
func (f *file) writeJobs(n int) {
	for _, j := range f.jobs[:n] {
		<-j.done
		f.places[j.id] = place{at: f.off}
		f.write(fmt.Appendf(nil, "%d 0 obj\n<<%s/Length %d>>\nstream\n", j.id, j.dict, j.data.Len()))
		f.write(j.data.Bytes())
		f.write([]byte("\nendstream\nendobj\n"))
	}
	f.jobs = append(f.jobs[:0], f.jobs[n:]...)
}

// close writes the cross-reference stream and the trailer. A zero id is
// replaced by one made from the contents, so that the same document always
// has the same ID and two documents never share one.
func (f *file) close(root, info ref, id [16]byte) {
	f.flushPacked()
	f.writeJobs(len(f.jobs))
	if id == ([16]byte{}) {
		id = [16]byte(f.sum.Sum(nil)[:16])
	}
	self := f.alloc()
	start := f.off
	f.places[self] = place{at: start}
	hexID := hex.EncodeToString(id[:])
	dict := fmt.Sprintf("/Type/XRef/Size %d/Root %v/Info %v/ID[<%s><%s>]/W[1 5 2]"+
		"/DecodeParms<</Predictor 12/Columns 8>>", len(f.places), root, info, hexID, hexID)
	f.stream(self, dict, f.xref())
	f.writeJobs(len(f.jobs))
	f.write([]byte(fmt.Sprintf("startxref\n%d\n%%%%EOF\n", start)))
}

// xref gives the rows of the cross-reference stream (7.5.8), each as the
// difference with the row before it (PNG predictor "up"), because rows look
// alike and then compress to almost nothing.
func (f *file) xref() []byte {
	const columns = 8
	rows := make([]byte, 0, len(f.places)*(columns+1))
	var prev [columns]byte
	for i, p := range f.places {
		row := [columns]byte{1}
		a, b := p.at, int64(0)
		if p.stream != 0 {
			row[0], a, b = 2, int64(p.stream), p.at
		}
		if i == 0 || p.at < 0 { // object 0, and numbers never used, are free
			row[0], a, b = 0, 0, 65535
		}
		for k := 5; k >= 1; k-- {
			row[k], a = byte(a), a>>8
		}
		row[6], row[7] = byte(b>>8), byte(b)
		rows = append(rows, 2)
		for k := range row {
			rows = append(rows, row[k]-prev[k])
		}
		prev = row
	}
	return slices.Clip(rows)
}
