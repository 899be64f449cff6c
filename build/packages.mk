# What is given to others: packages, what is in them, and the proof that they
# work. Everything is made in build/bin.

.PHONY: deb windows sbom linux-programs windows-programs test-deb test-windows test-reproducible

# What is given to others is built so that the system can load it anywhere in
# memory and can check its calls; that asks for a build of SQLite of its own.
RELEASE  := -trimpath -buildmode=pie
STAMP    := -s -w -buildid= -X main.version=$(VERSION)
HARDENED := CGO_CFLAGS="-O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong" $(GO) build $(RELEASE) \
	-ldflags "$(STAMP) -extldflags '-Wl,-z,relro,-z,now'"

deb: ## makes a package for Debian, and a tarball for other Linux
	@build/setup.sh build
	@$(MAKE) front linux-programs
	@build/licences.sh >$(BIN)/package/LICENTIES.txt
	@build/linux/deb.sh $(VERSION)

linux-programs:
	$(HARDENED) -tags $(WINDOW) -o $(BIN)/package/raadwijzer .
	$(HARDENED) -tags $(CONSOLE) -o $(BIN)/package/raadwijzer-cli .

# wv2runtime.error: without WebView2 the program says so and downloads nothing.
# Without a C compiler Go would build a program that cannot open a database, so
# package.sh looks at how it was made.
WINDOW_WINDOWS := desktop,production,sqlite_fts5,wv2runtime.error
FOR_WINDOWS    := CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=x86_64-w64-mingw32-gcc $(GO)

windows: ## makes an installer and a portable zip for Windows (SIGN_CERT=file signs them)
	@build/setup.sh windows
	@$(MAKE) front windows-programs
	@build/licences.sh --windows >$(BIN)/windows/LICENTIES.txt
	@build/windows/package.sh $(VERSION)

windows-programs:
	@build/windows/resources.sh $(VERSION)
	$(FOR_WINDOWS) build $(RELEASE) -ldflags "$(STAMP) -H windowsgui" -tags $(WINDOW_WINDOWS) -o $(BIN)/windows/raadwijzer.exe .
	$(FOR_WINDOWS) build $(RELEASE) -ldflags "$(STAMP)" -tags $(CONSOLE) -o $(BIN)/windows/raadwijzer-cli.exe .

sbom: ## writes what the packages are made of (CycloneDX), and checks it against the format
	@build/setup.sh windows
	@$(MAKE) front linux-programs windows-programs
	@build/sbom.sh $(VERSION)

test-deb: deb ## installs the package on a clean Debian 12 and removes it again (as root)
	@build/setup.sh deb
	@build/linux/test.sh $(VERSION)

# Wine runs Windows programs here. It is not Windows: it has no WebView2, so
# the window itself is not tried.
test-windows: windows ## runs the Go tests, the commands and the installer for Windows under Wine
	@build/setup.sh wine
	@build/windows/wine.sh setup
	@$(FOR_WINDOWS) test -p 1 -timeout 60m -overlay $(BIN)/wine/overlay.json -exec $(CURDIR)/build/windows/wine.sh -tags $(CONSOLE) ./content ./app ./app/cli ./app/internal/...
	@$(MAKE) linux-programs
	@$(GO) test -count=1 -timeout 60m -tags wine,sqlite_fts5 ./build/windows

test-reproducible: ## makes everything twice, in two folders, and compares the bytes
	@build/setup.sh windows
	@build/reproducible.sh $(VERSION)
