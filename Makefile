# `make help` lists what there is. Nothing needs to be activated, and the checkout may lie in a path with spaces:
# every path here is relative, and every tool is started with `.venv/bin/python -m`, since the kernel cannot
# follow the first line of a script whose interpreter has a space in its path.

PYTHON ?= python3
python := .venv/bin/python
code := archiver spiders tests

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help demo chromium test check test-all lint format docs bench clean

# Runs on whatever `python3` is, however old.
define can_make_environment
import sys
here = "Python " + ".".join(map(str, sys.version_info[:3]))
if sys.version_info < (3, 11):
    sys.exit("The archiver needs Python 3.11 or newer; this is " + here + ".\n"
             "Install a newer one and name it, for example: make PYTHON=python3.12 demo")
try:
    import ensurepip, venv
except ImportError:
    sys.exit(here + " cannot make virtual environments.\n"
             "On Debian and Ubuntu: sudo apt install python3-venv. Then run make again.")
endef
export can_make_environment

help: ## list what make can do
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name text; do \
	  printf 'make %-10s %s\n' "$$name" "$$text"; done

demo: .venv/ready ## set up, archive a small blog on loopback, show what came out
	@$(python) -m archiver demo

test: lint chromium ## set up, then linters, types, import contracts and tests
	$(python) -m pytest -n 2 --dist loadgroup -m "not slow"

check: test ## the same as test

test-all: lint chromium .venv-readers/ready ## the same, with the slow tests, and readers that are not ours
	$(python) -m pytest -n 2 --dist loadgroup --hypothesis-profile=thorough

# The tests in a browser need one; without it they are skipped, and say so. Whoever is root on Debian gets it installed.
chromium:
	@for name in "$${CHROMIUM:-chromium}" chromium chromium-browser google-chrome; do \
	  command -v "$$name" >/dev/null 2>&1 && exit 0; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	  echo "Installing Debian's chromium for the tests in a browser: once."; \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 && exit 0; fi; \
	echo "There is no Chromium: the tests in a browser are skipped. On Debian and Ubuntu: sudo apt install chromium." \
	  "One that lies elsewhere: make CHROMIUM=/path/to/chromium test"

lint: .venv/ready ## what can be said without running the code
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy
	$(python) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-logo
	$(python) -m interrogate --quiet $(code)
	$(python) -m cogapp --check --check-fail-msg='Run: make docs' README.md

format: .venv/ready ## mend what the linter can mend, and lay the code out
	$(python) -m ruff check --fix .
	$(python) -m ruff format .

docs: .venv/ready ## write each command's --help into the README
	$(python) -m cogapp -r -U README.md

bench: .venv/ready ## run every measurement in benchmarks/
	@for file in benchmarks/bench_*.py; do \
	  test -e "$$file" || continue; \
	  echo "$$file"; $(python) "$$file" || exit; done

clean: ## remove the environment, caches and the demo; archives are never touched
	rm -rf .venv .venv-readers .venv-extractors demo-archive build dist .coverage
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find $(code) benchmarks -type d -name __pycache__ -prune -exec rm -rf {} +

# pywb and py-wacz read in the slow tests what we write. Their packages (pywb is under the GPL) stay out of `.venv`.
.venv-readers/ready: constraints-readers.txt
	@command -v cc >/dev/null || { echo "pywb builds a package from source: there is no C compiler." \
	  "On Debian and Ubuntu: sudo apt install build-essential python3-dev. Then run make again."; exit 1; } >&2
	@"$(PYTHON)" -m venv --clear .venv-readers
	@.venv-readers/bin/python -m pip --disable-pip-version-check -qq install -c constraints-readers.txt pywb wacz
	@touch .venv-readers/ready

# Done again when what is needed changes. An environment that works is added to; half-made, too old, or made by a
# Python that is gone, it is made anew.
.venv/ready: pyproject.toml constraints.txt
	@command -v "$(PYTHON)" >/dev/null || { echo "There is no $(PYTHON). On Debian and Ubuntu:" \
	  "sudo apt install python3 python3-venv. Then run make again."; exit 1; } >&2
	@"$(PYTHON)" -c "$$can_make_environment"
	@echo "Setting up .venv from the package registry: a minute or so, once."
	@{ $(python) -c "$$can_make_environment" && $(python) -m pip --version; } >/dev/null 2>&1 \
	  || "$(PYTHON)" -m venv --clear .venv
	@$(python) -m pip --disable-pip-version-check -qq install -c constraints.txt -e '.[dev,datasette]'
	@touch .venv/ready

# The extractors that ours is held against (benchmarks/extraction.py), and what makes its weights: their pins are not ours.
.venv-extractors/ready: pyproject.toml
	@"$(PYTHON)" -m venv --clear .venv-extractors
	@.venv-extractors/bin/python -m pip --disable-pip-version-check -qq install -e . \
	  readability-lxml "newspaper4k[nlp]" tinysegmenter scikit-learn
	@touch .venv-extractors/ready
