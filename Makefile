# dossier: `make run` shows the dashboard, `make test` checks everything, `make help` says more.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?=

# The installed program is linked statically: it starts sooner, needs a third less memory and runs
# where there is no Swift. Debian's -dev packages hold the archives; where one is missing, the
# shared libraries are linked instead. ncursesw's archive needs tinfo's beside it.
archives = ncursesw tinfo yaml cmark-gfm cmark-gfm-extensions seccomp
archive_folders = /usr/lib/$(shell uname -m)-linux-gnu /usr/local/lib /usr/lib64 /usr/lib
archive = $(firstword $(wildcard $(archive_folders:%=%/lib$(1).a)))
missing_archives = $(foreach name,$(archives),$(if $(call archive,$(name)),,lib$(name).a))
static_flags = -Xswiftc -static-executable -Xswiftc -use-ld=lld -Xlinker -s -Xlinker -ltinfo
release_flags = -c release $(if $(strip $(missing_archives)),,$(static_flags))
release = .build/release/dossier
debug = .build/debug/dossier
generated = .
generated_folders = docs docs/pictures assets/completions
picture = $(debug) render --size 100x30 --format svg
peers = .build/peers
formatted = Package.swift Sources Tests

.PHONY: run test bench bench-import soak fuzz bench-peers install dist deb check-dist docs check-docs generate-docs lint format clean help setup setup-test build

## run: build for debugging, which is quick, and show the dashboard (ARGS="…" are its arguments)
run: setup
	@$(SWIFT) build --product dossier
	@$(debug) $(ARGS)

# With a copy of the original beside the project, the tests compare the built-in dossier with it.
original := $(firstword $(wildcard ../shared/report/*.txt))
ifneq ($(original),)
export DOSSIER_SOURCE ?= $(abspath $(original))
endif

# Tests with generated cases run a quarter of them, the same ones each time. DOSSIER_EFFORT=100 runs
# all (it is a percentage); DOSSIER_SEED=N starts from the seed that a failure names.
## test: lint, generated documents and all tests; what continuous integration runs
test: setup-test lint
	$(SWIFT) build --build-tests
	@$(MAKE) --no-print-directory check-docs
	@mkdir -p .build
	@{ $(SWIFT) test --skip-build 2>&1; echo $$? > .build/test-status; } | tee .build/test.log
	@status=$$(cat .build/test-status); [ $$status = 0 ] || \
	  { echo 'What failed:'; grep -a -A1 '^✘' .build/test.log | cut -c1-300 | tail -n 60; \
	    tail -n 1 .build/test.log; exit $$status; }

## bench: measure beside less, tig and htop, charts beside gnuplot and others, and a briefing
bench: setup-test build
	@$(SWIFT) build $(release_flags) --product dossier-bench
	@.build/release/dossier-bench $(release) $(ARGS)

## soak: run all tests with every case, then press a million random keys and check memory (ARGS="KEYS SEED")
soak: setup-test
	@$(SWIFT) build --build-tests
	@DOSSIER_EFFORT=100 $(SWIFT) test --skip-build
	@$(SWIFT) build $(release_flags) --product dossier-bench
	@.build/release/dossier-bench soak $(ARGS)

# With DOSSIER_REPORTS, a folder of reports and an INDEX.json of what is in them, it measures those too.
## bench-import: how much the rules of dossier import find, as a table (DOSSIER_REPORTS=folder)
bench-import: setup-test
	@$(SWIFT) build --build-tests
	@$(SWIFT) test --skip-build --filter ImportScoreTests 2>&1 | grep -aE '^(report  |[^ ]+ +[0-9]+/[0-9]+ of )|✘|failed' || true

# An input may take a second and 64 MiB. The sanitizer needs several times as much.
fuzz_build = .build/fuzz
SECONDS ?= 300

## fuzz: search for inputs that break a reader, for a while (SECONDS=300)
fuzz: setup-test
	@DOSSIER_FUZZ=1 $(SWIFT) build --scratch-path $(fuzz_build) -c release --sanitize=address \
	  -Xswiftc -use-ld=lld --product dossier-fuzz
	@mkdir -p $(fuzz_build)/found
	@$(fuzz_build)/release/dossier-fuzz -timeout=5 -malloc_limit_mb=64 -rss_limit_mb=1024 \
	  -artifact_prefix=$(fuzz_build)/ -max_len=1048576 -max_total_time=$(SECONDS) \
	  $(fuzz_build)/found Tests/Fuzz/Corpus

## bench-peers: install the programs that bench compares charts with into .build/peers
bench-peers:
	@SWIFT='$(SWIFT)' .ci/setup peers
	@[ -x $(peers)/bin/pip ] || python3 -m venv $(peers)
	@$(peers)/bin/pip install --quiet --disable-pip-version-check --upgrade plotext uniplot
	@$(peers)/bin/pip list --disable-pip-version-check | grep -E 'plotext|uniplot'

## dist: one file, dist/dossier, that runs on any Linux of this architecture
dist: build
	@[ -z '$(strip $(missing_archives))' ] || \
	  { echo 'dossier: cannot link statically without $(missing_archives).' >&2; exit 1; }
	@mkdir -p dist
	cp $(release) dist/dossier

deb_root = $(abspath .build/deb)

## deb: a Debian package with program, manual page, completions and documents, in dist
deb: dist
	@rm -rf $(deb_root)
	@umask 022 && $(MAKE) --no-print-directory install DESTDIR=$(deb_root) PREFIX=/usr
	@.ci/deb $(deb_root) dist

## install: install program, manual page, completions, documents and licence below PREFIX
install: build
	install -D -m 644 docs/dossier.1 $(DESTDIR)$(PREFIX)/share/man/man1/dossier.1
	install -D -m 644 assets/completions/bash \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/dossier
	install -D -m 644 assets/completions/zsh \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_dossier
	install -D -m 644 assets/completions/fish \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/dossier.fish
	install -D -m 755 $(release) $(DESTDIR)$(PREFIX)/bin/dossier
	install -D -m 644 LICENSE $(DESTDIR)$(PREFIX)/share/doc/dossier/LICENSE
	install -m 644 docs/*.md $(DESTDIR)$(PREFIX)/share/doc/dossier

## check-dist: run dist/dossier in a root that holds only it and a terminfo entry
check-dist: dist setup-test
	@$(SWIFT) build --build-tests
	@DOSSIER_DIST=$(CURDIR)/dist/dossier $(SWIFT) test --skip-build --filter DistTests

## docs: write the generated documents: keys, manual page, completions, charts, pictures
docs: setup
	@$(SWIFT) build --product dossier
	@$(MAKE) --no-print-directory generate-docs
	@git status --short -- $(generated_folders) 2>/dev/null || true

check-docs:
	@rm -rf .build/generated
	@$(MAKE) --no-print-directory generate-docs generated=.build/generated
	@cd .build/generated && find * -type f | while read -r file; do \
	  cmp -s "$$file" "$(CURDIR)/$$file" || \
	    { echo "dossier: $$file is not what the program prints; run make docs." >&2; exit 1; }; done

# Everything that the program writes about itself, below $(generated).
generate-docs:
	@mkdir -p $(generated_folders:%=$(generated)/%)
	@$(debug) keys --format md >$(generated)/docs/keys.md
	@$(debug) help --format man >$(generated)/docs/dossier.1
	@for shell in bash zsh fish; do \
	  $(debug) completions $$shell >$(generated)/assets/completions/$$shell; done
	@$(picture) --keys '' >$(generated)/docs/pictures/overview.svg
	@$(picture) --keys '4' >$(generated)/docs/pictures/chapter.svg
	@$(picture) --keys 'r j j' >$(generated)/docs/pictures/recommendations.svg
	@$(picture) --keys ': "goods trade with Mexico, Canada" Enter' >$(generated)/docs/pictures/indicator.svg
	@$(picture) --keys 'm' >$(generated)/docs/pictures/matrix.svg
	@for theme in light dark paper slate high-contrast; do \
	  $(picture) --keys ': "goods trade with Mexico, Canada" Enter' --theme $$theme \
	    >$(generated)/docs/pictures/theme-$$theme.svg; done
	@.ci/chart-page $(debug) $(generated)
	@.ci/linear-page $(debug) $(generated)

## lint: check the layout of all Swift source, and which folder uses which
lint:
	$(SWIFT) format lint --strict --recursive --parallel $(formatted)
	@.ci/arrows

## format: lay out all Swift source
format:
	$(SWIFT) format --in-place --recursive --parallel $(formatted)

## clean: remove what was built
clean:
	rm -rf .build .bench dist

## help: this list
help:
	@sed -n 's/^## //p' Makefile

# The program to install: optimised and, where possible, one static file.
build: setup
	@$(SWIFT) build $(release_flags) --product dossier

setup:
	@SWIFT='$(SWIFT)' .ci/setup

setup-test:
	@SWIFT='$(SWIFT)' .ci/setup test
