package pdf

import "math"

// sRGB makes an ICC profile, version 2.1 (ICC.1:1998-09), of the colour space
// of IEC 61966-2-1. Made here since it is shorter than a file with a licence.
func sRGB() []byte {
	text := "sRGB IEC61966-2.1"
	desc := be.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(text)+1))
	desc = append(append(desc, text...), make([]byte, 1+8+3+67)...) // no Unicode, no ScriptCode
	// The primaries are adapted to the white of the profile (D50).
	return assembleICC([]iccTag{
		{"desc", desc},
		{"cprt", []byte("text\x00\x00\x00\x00No copyright, use freely\x00")},
		{"wtpt", iccXYZ(0.9642, 1, 0.8249)},
		{"rXYZ", iccXYZ(0.43607, 0.22249, 0.01392)},
		{"gXYZ", iccXYZ(0.38515, 0.71687, 0.09708)},
		{"bXYZ", iccXYZ(0.14307, 0.06061, 0.71410)},
		{"rTRC", sRGBCurve()}, {"gTRC", nil}, {"bTRC", nil},
	})
}

// iccTag is an entry of a profile; without data it shares that of the entry
// before it.
type iccTag struct {
	name string
	data []byte
}

func iccXYZ(x, y, z float64) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range [...]float64{x, y, z} {
		b = be.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return b
}

// sRGBCurve tells how much light a value gives.
func sRGBCurve() []byte {
	const points = 1024
	curve := be.AppendUint32([]byte("curv\x00\x00\x00\x00"), points)
	for i := range points {
		v := float64(i) / (points - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = be.AppendUint16(curve, uint16(math.Round(v*65535)))
	}
	return curve
}

func assembleICC(tags []iccTag) []byte {
	table := be.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	base, at, size := 128+4+12*len(tags), 0, 0
	for _, t := range tags {
		if t.data != nil {
			at, size = base+len(data), len(t.data)
			data = append(data, t.data...)
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
		}
		table = append(table, t.name...)
		table = be.AppendUint32(table, uint32(at))
		table = be.AppendUint32(table, uint32(size))
	}
	head := make([]byte, 128)
	be.PutUint32(head, uint32(base+len(data)))
	be.PutUint32(head[8:], 0x02100000)
	copy(head[12:], "mntrRGB XYZ ")
	for i, v := range [...]uint16{2026, 1, 1} {
		be.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	copy(head[68:], iccXYZ(0.9642, 1, 0.8249)[8:])
	return append(append(head, table...), data...)
}
