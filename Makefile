# `make run` and `make test` set up all they need, once; afterwards they start at once.

VENV := .venv
STAMP := $(VENV)/.ready
PACKAGES := $(VENV)/bin/python -m
# Of several Pythons the first that works and is new enough; a shim may be there for one that is not.
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11 python
CHECK := import sys; sys.exit(sys.version_info < (3, 11))

.PHONY: run test setup
.DEFAULT_GOAL := run

run: $(STAMP)
	@$(PACKAGES) bot run --or-sandbox

# Compiled files are kept, whatever the environment says: the tests start the bot and the sandbox again and again.
test: $(STAMP)
	@PYTHONDONTWRITEBYTECODE= $(PACKAGES) pytest -n 3 --dist loadfile --no-loadscope-reorder -rs

setup: $(STAMP)

$(STAMP): pyproject.toml
	@python=; for each in $(PYTHONS); do \
	  if $$each -c '$(CHECK)' >/dev/null 2>&1; then python=$$each; break; fi; \
	done; \
	if [ -z "$$python" ]; then echo "Redvest needs Python 3.11 or newer; none is on the PATH" >&2; exit 1; fi; \
	if ! $$python -c 'import sqlite3, sys; sys.exit(sqlite3.sqlite_version_info < (3, 35))' 2>/dev/null; then \
	  echo "Redvest needs SQLite 3.35 or newer; the one of $$python is too old or missing" >&2; exit 1; fi; \
	if ! $$python -c 'import venv, ensurepip' 2>/dev/null; then \
	  echo "$$python has no venv module; install it (on Debian and Ubuntu: apt install python3-venv)" >&2; exit 1; fi; \
	if ! $(VENV)/bin/python -c '$(CHECK)' 2>/dev/null; then \
	  echo "Setting up $(VENV) …"; $$python -m venv --clear $(VENV); fi
	@$(PACKAGES) pip install --quiet --disable-pip-version-check --root-user-action=ignore -e '.[dev]'
	@touch $@
