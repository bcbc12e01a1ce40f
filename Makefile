# `make book` and `make test` need Python 3.11-3.13 and nothing else.
VENV ?= .venv
ifeq ($(OS),Windows_NT)
  BIN := $(VENV)/Scripts
  PYTHON ?= py -3
else
  BIN := $(VENV)/bin
  PYTHON ?= python3
endif
READY := $(VENV)/.ready
BUILD := $(BIN)/jupyter-book build book

export PYTHONUTF8 := 1
export D2LCODE_DATA_MIRROR

.PHONY: book test serve notebooks lint format bench mutants clean help

book: $(READY) ## build the executed book
	$(BUILD) --warningiserror --keep-going
	@$(BIN)/python -c "import pathlib; \
	print('The book: ' + pathlib.Path('_build/html/index.html').resolve().as_uri())"

test: $(READY) ## run the project's own tests
	$(BIN)/python -m pytest -n auto --dist loadgroup --no-loadscope-reorder

serve: book ## build, then show the book on http://localhost:8000
	$(BIN)/python -m http.server 8000 --bind 127.0.0.1 --directory _build/html

notebooks: book ## build, then say where the executed notebooks are
	@$(BIN)/python -c "import pathlib; \
	[print(p) for p in sorted(pathlib.Path('_build/html/_notebooks').rglob('*.ipynb'))]"

lint: $(READY) ## check format, style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY) ## put the code into the project's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY) ## measure speed side by side
	$(BIN)/python -m benchmarks --book

mutants: $(READY) ## change every solution in one place; do the graders notice?
	$(BIN)/python -m tests.mutation

clean: ## remove what was built here (not the caches of the user)
	$(PYTHON) -c "import shutil; [shutil.rmtree(p, True) for p in ('_build', '$(VENV)')]"

help: ## list the commands
	@$(PYTHON) -c "import re; \
	[print('make %-10s %s' % m) for m in re.findall(r'^(\w+):.*## (.+)', open('Makefile').read(), re.M)]"

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c "import sys; v = sys.version_info[:2]; \
	sys.exit(None if (3, 11) <= v <= (3, 13) else 'Python 3.11, 3.12 or 3.13 is needed; this is %d.%d. Name one: make PYTHON=python3.12' % v)"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -c constraints.txt -e ".[torch,paddle,exercises,book,test,lint]"
	@$(BIN)/python -c "import pathlib; pathlib.Path('$(READY)').touch()"
