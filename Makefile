# Everything a person or a machine does with this repository. Needs Python 3.11 or newer, make, and the package index.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test check bench docs lock clean

help: ## show this list
	@echo "make TARGET, where TARGET is one of:"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1@\2/p' $(MAKEFILE_LIST) | awk -F@ '{ printf "%-8s %s\n", $$1, $$2 }'

demo: $(VENV)/run.stamp ## read five short invented reports and print their claims
	@$(BIN)/sayso read --format table examples/idlib-2019-03-13/reports

test: $(VENV)/dev.stamp ## run the tests
	@$(BIN)/python -m pytest

check: $(VENV)/dev.stamp ## style, types, import law, docs
	@$(BIN)/ruff check src tests bench docs train
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python docs/cli_page.py --check
	@$(BIN)/python docs/lexicon_page.py --check
	@$(BIN)/python docs/readme_output.py --check

bench: $(VENV)/dev.stamp ## measure, and hold the floors
	@$(BIN)/python -m bench gate

docs: $(VENV)/dev.stamp ## write docs/cli.md, docs/lexicon.md and the output in README.md anew
	@$(BIN)/python docs/cli_page.py
	@$(BIN)/python docs/lexicon_page.py
	@$(BIN)/python docs/readme_output.py

lock: $(VENV)/run.stamp ## pin every dependency anew, with hashes (needs uv)
	@test -x $(BIN)/uv || $(PIP) install uv
	@for part in run dev; do \
	  extra=$$(test $$part = dev && echo "--extra dev"); \
	  $(BIN)/uv pip compile pyproject.toml $$extra --universal --python-version 3.11 --generate-hashes \
	    --custom-compile-command "make lock" --quiet --output-file requirements/$$part.txt; done
	@$(BIN)/uv pip compile requirements/build.in --constraint requirements/dev.txt --universal --python-version 3.11 \
	  --generate-hashes --custom-compile-command "make lock" --quiet --output-file requirements/build.txt

clean: ## remove the environment and every cache
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# The stamps are newer than the locks they were made from; a changed lock makes the environment anew, from nothing.
$(VENV)/run.stamp: requirements/run.txt requirements/build.txt pyproject.toml
	@echo "making $(VENV) (a minute or so)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sayso needs Python 3.11 or newer: make PYTHON=...")'
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install --require-hashes -r requirements/run.txt -r requirements/build.txt
	@$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@
