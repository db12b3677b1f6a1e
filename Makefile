# Everything a newcomer types. Each target sets up what it needs, once.
#   make demo   [PORT=8000] [DATA=folder] [PHONES=30]
#   make test   [T=tests/cards]
#   make pictures [RENEW=1] [ONLY=cards]
#   make bench  [ONLY=cards|leads]
#   make check, make lock, make clean
PYTHON ?= python3
BIN := .venv/bin
T ?= tests
WORKERS ?= 2
VENV_WORKS = $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null
INSTALL = $(BIN)/pip install -qq --require-hashes
BUILT_FROM := pyproject.toml hatch_build.py static/package.json static/package-lock.json

.DEFAULT_GOAL := help
.PHONY: help demo test browser check bench pictures setup lock clean

help:
	@sed -n 's/^# \{0,1\}//p;/^PYTHON/q' Makefile

demo: setup
	@exec $(BIN)/workshop demo $(if $(PORT),--port "$(PORT)") $(if $(DATA),--data "$(DATA)") \
		$(if $(PHONES),--phones "$(PHONES)")

test: setup browser check
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup --ignore=tests/bench $(T)

browser: setup
	@$(BIN)/python -m tests.browser.chromium

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# All screens and all cards, to look at, into build/pictures/. With RENEW=1 the few small ones that test_looks.py
# and tests/cards/test_pictures.py go by; ONLY=cards needs no browser.
pictures: setup $(if $(ONLY),,browser)
	$(if $(ONLY),,$(BIN)/python -m tests.browser.pictures $(if $(RENEW),--renew))
	$(BIN)/python -m tests.cards.pictures $(if $(RENEW),--renew)

# All of it; or only the cards, beside Typst, fpdf2 and WeasyPrint: make bench ONLY=cards
bench: setup .venv/.peers
	$(BIN)/python -m tests.bench$(if $(ONLY),.$(ONLY))

# Nothing but the bench needs them. WeasyPrint also wants the system's Pango; the bench says so where it is missing.
.venv/.peers: tests/bench/requirements.txt .venv/.requirements
	@echo "installing the printers that ours is measured beside"
	@{ $(BIN)/uv pip install -qq --python $(BIN)/python --require-hashes --requirement $<; } 2>/dev/null || \
		$(INSTALL) --requirement $<
	@touch $@

setup: .venv/.installed

# The editable install runs hatch_build.py, which fills static/vendor/. Its build uses the hash-locked
# hatchling of the environment; only where npm is missing does pip make it a place of its own with Node.
.venv/.installed: .venv/.requirements static/vendor/.made-from $(BUILT_FROM)
	@echo "installing the project, with fonts and scripts for static/vendor"
	@$(BIN)/pip install -qq --no-deps $(if $(shell command -v npm),--no-build-isolation) --editable .
	@touch $@

# Written by the hook; where it is gone, the rule above runs again.
static/vendor/.made-from: ;

# By uv, in a third of pip's time; by pip where uv cannot (it does not read pip's settings).
.venv/.requirements: requirements.txt | $(BIN)/pip
	@echo "installing the Python packages of requirements.txt"
	@sed -n '/^uv==/,/[^\\]$$/p' requirements.txt > .venv/uv.txt
	@{ $(INSTALL) --requirement .venv/uv.txt && \
		$(BIN)/uv pip install -qq --python $(BIN)/python --compile-bytecode --require-hashes \
			--requirement requirements.txt; } 2>/dev/null || $(INSTALL) --requirement requirements.txt
	@touch $@

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name another with: make PYTHON=python3.12" >&2; exit 1; }
	@$(VENV_WORKS) || { test "$$(id -u)" = 0 && echo "getting python3-venv by apt-get" && \
		{ apt-get update -qq && apt-get install -y -qq python3-venv; } >/dev/null 2>&1 && $(VENV_WORKS); } || \
		{ echo "Python's venv is missing; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv

# After a change of the dependencies in pyproject.toml or static/package.json. Needs npm.
lock: .venv/.requirements
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate \
		--group dev --output-file requirements.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate \
		--group bench --constraint requirements.txt --output-file tests/bench/requirements.txt
	cd static && npm install --package-lock-only
	! grep --line-number '"resolved"\|--index-url\|--find-links' static/package-lock.json requirements.txt tests/bench/requirements.txt

clean:
	rm -rf .venv static/vendor build dist
