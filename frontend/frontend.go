// Package frontend holds the built page. "npm run build" makes it.
package frontend

import "embed"

// Dist is the built page, in the folder "dist".
//
//go:embed all:dist
var Dist embed.FS
