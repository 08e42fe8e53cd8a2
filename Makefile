# Chaperone. `make demo` shows it at work, `make test` runs every test.

PREFIX ?= /usr/local
SWIFT ?= swift
CHECK_IMPORTS = --explicit-target-dependency-import-check error
RELEASE = -c release --static-swift-stdlib $(CHECK_IMPORTS)

.PHONY: help setup test-tools build demo test lint install uninstall bench bench-peers clean

help: ## Show what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/ —/'

setup: ## Install the libraries it needs (Debian, Ubuntu or Homebrew) where they are missing
	@if pkg-config --exists libgit2 yaml-0.1 2>/dev/null && command -v git >/dev/null && command -v ssh-keygen >/dev/null; then :; \
	elif command -v apt-get >/dev/null; then \
	  root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$root apt-get update -qq && $$root apt-get install -y -qq --no-install-recommends \
	    libgit2-dev libyaml-dev pkg-config git openssh-client >/dev/null; \
	elif command -v brew >/dev/null; then brew install --quiet libgit2 libyaml pkgconf; \
	else echo "Install libgit2 and libyaml with their headers, pkg-config, git and ssh-keygen, then run this again." >&2; exit 1; fi

# The tests let exiftool write the metadata that Chaperone must find.
test-tools:
	@if command -v exiftool >/dev/null; then :; \
	elif command -v apt-get >/dev/null; then \
	  root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$root apt-get update -qq && $$root apt-get install -y -qq --no-install-recommends libimage-exiftool-perl >/dev/null; \
	elif command -v brew >/dev/null; then brew install --quiet exiftool; \
	else echo "Install exiftool, then run this again." >&2; exit 1; fi

build: setup ## Build both programs for use
	$(SWIFT) build $(RELEASE) --product chaperone
	$(SWIFT) build $(RELEASE) --product chaperone-hook

demo: build ## Play the founding story in a real repository in a temporary folder
	@sh Tests/Demo/demo.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)"

test: setup test-tools ## Run all tests
	$(SWIFT) test $(CHECK_IMPORTS)

lint: ## Check the formatting
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

bench: build ## Measure it beside git and the peers that are installed (a quarter of an hour)
	$(SWIFT) build $(RELEASE) --product bench
	@bin="$$($(SWIFT) build $(RELEASE) --show-bin-path)"; \
	PATH="$$PWD/.build/peers/bin:$$PATH" "$$bin/bench" --programs "$$bin" --json .build/bench.json $(BENCH)

bench-peers: ## Install the peers that PyPI has, for bench
	python3 -m venv .build/peers
	.build/peers/bin/pip install --quiet pre-commit detect-secrets typos codespell

install: build ## Install chaperone, git-chaperone and chaperone-hook under PREFIX (/usr/local)
	@bin="$$($(SWIFT) build $(RELEASE) --show-bin-path)"; \
	install -d "$(DESTDIR)$(PREFIX)/bin" && \
	install -m 755 "$$bin/chaperone" "$$bin/chaperone-hook" "$(DESTDIR)$(PREFIX)/bin/" && \
	ln -sf chaperone "$(DESTDIR)$(PREFIX)/bin/git-chaperone" && \
	echo "Installed in $(DESTDIR)$(PREFIX)/bin. In a repository of drafts, run: chaperone init"

uninstall: ## Remove what install put there
	rm -f "$(DESTDIR)$(PREFIX)/bin/chaperone" "$(DESTDIR)$(PREFIX)/bin/git-chaperone" "$(DESTDIR)$(PREFIX)/bin/chaperone-hook"

clean: ## Remove what was built
	$(SWIFT) package clean
