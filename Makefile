# dossier: `make run` shows the dashboard, `make test` checks everything, `make help` says more.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?=

# The program that people run is linked statically: it starts in a fifth of the time and goes on
# working where there is no Swift. Debian's -dev packages hold the archives; where one is
# missing, the shared libraries are linked instead. ncursesw's archive needs tinfo's beside it.
archives = ncursesw tinfo yaml cmark-gfm cmark-gfm-extensions
archive_folders = /usr/lib/$(shell uname -m)-linux-gnu /usr/local/lib /usr/lib64 /usr/lib
archive = $(firstword $(wildcard $(archive_folders:%=%/lib$(1).a)))
missing_archives = $(foreach name,$(archives),$(if $(call archive,$(name)),,lib$(name).a))
static_flags = -Xswiftc -static-executable -Xswiftc -use-ld=lld -Xlinker -s -Xlinker -ltinfo
release_flags = -c release $(if $(strip $(missing_archives)),,$(static_flags))
release = .build/release/dossier
formatted = Package.swift Sources Tests

.PHONY: run test bench install dist lint format clean help setup setup-test build

## run: build and show the dashboard (ARGS="…" are its arguments)
run: build
	@$(release) $(ARGS)

## test: lint and all tests; what continuous integration runs
test: setup-test lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

## bench: measure beside less, tig and htop, where they are installed
bench: setup-test build
	@$(SWIFT) build $(release_flags) --product dossier-bench
	@.build/release/dossier-bench $(release) $(ARGS)

## dist: one file, dist/dossier, that runs on any Linux of this architecture
dist: build
	@[ -z '$(strip $(missing_archives))' ] || \
	  { echo 'dossier: cannot link statically without $(missing_archives).' >&2; exit 1; }
	@mkdir -p dist
	cp $(release) dist/dossier

## install: put program, manual page, completions and licence below PREFIX
install: build
	install -D -m 755 $(release) $(DESTDIR)$(PREFIX)/bin/dossier
	install -D -m 644 LICENSE $(DESTDIR)$(PREFIX)/share/doc/dossier/LICENSE
	install -m 644 docs/*.md $(DESTDIR)$(PREFIX)/share/doc/dossier

## lint: check the layout of all Swift source
lint:
	$(SWIFT) format lint --strict --recursive --parallel $(formatted)

## format: lay out all Swift source
format:
	$(SWIFT) format --in-place --recursive --parallel $(formatted)

## clean: remove what was built
clean:
	rm -rf .build .bench dist

## help: this list
help:
	@sed -n 's/^## //p' Makefile

build: setup
	@$(SWIFT) build $(release_flags) --product dossier

setup:
	@SWIFT='$(SWIFT)' .ci/setup

setup-test:
	@SWIFT='$(SWIFT)' .ci/setup test
