# The two commands are `make run` and `make test`; everything is installed into .venv at the first use.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
CODE := bot core adapters tests bench
.DEFAULT_GOAL := run
.PHONY: run test check format bench lock clean

run: $(VENV)/run.stamp
	@$(BIN)/python -m bot run

test: check
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile

check: $(VENV)/dev.stamp
	@$(BIN)/ruff format --check -q $(CODE)
	@$(BIN)/ruff check -q $(CODE)
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(VENV)/dev.stamp
	@$(BIN)/ruff check -q --fix $(CODE) || true
	@$(BIN)/ruff format -q $(CODE)

bench: $(VENV)/dev.stamp
	@$(BIN)/python -m bench

# The first Python that is new enough, whatever it is called here.
$(VENV)/bin/python:
	@for python in "$$PYTHON" python3 python3.14 python3.13 python3.12 python3.11; do \
	  if [ -n "$$python" ] && "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    "$$python" -m venv $(VENV) </dev/null && exit 0; \
	    echo "$$python cannot make a virtual environment: install its venv package (on Debian: python3-venv)." >&2; exit 1; \
	  fi; \
	done; \
	echo "Python 3.11 or newer is needed. If it has another name, say: PYTHON=/path/to/python make" >&2; exit 1

$(VENV)/run.stamp: requirements.lock | $(VENV)/bin/python
	@echo "Installing what the bot needs into $(VENV) (once, about a minute) ..." >&2
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock </dev/null >&2
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock | $(VENV)/bin/python
	@echo "Installing what the tests need into $(VENV) (once, a minute or two) ..." >&2
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock </dev/null >&2
	@touch $@ $(VENV)/run.stamp

# Resolves pyproject.toml anew, for every platform and Python at once; no registry's address is written down.
COMPILE := pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links -q
lock: $(VENV)/dev.stamp
	@$(BIN)/python -m pip install -q uv </dev/null
	@$(BIN)/uv $(COMPILE) -o requirements.lock
	@$(BIN)/uv $(COMPILE) --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
