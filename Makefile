# Every command of the project; `make help` lists them. CI calls only these.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 5500

.DEFAULT_GOAL := help
.PHONY: help site serve check ledger test lint format messages benchmark-fidelity benchmark-search benchmark-speed audit audit-tools requirements clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-19s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.site: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed: name one, as in 'make PYTHON=python3.12 site'."; exit 1; }
	@echo "Setting up $(VENV) (once) ..."
	@$(PYTHON) -m venv $(VENV) || { echo "No virtual environment could be made; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt || { echo "The packages could not be installed: is there a network? Then run make again."; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e . || exit 1
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.site
	@echo "Setting up the tools for tests (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt || { echo "The packages could not be installed: is there a network? Then run make again."; exit 1; }
	@touch $@

$(VENV)/.benchmark: requirements-benchmark.txt $(VENV)/.site
	@echo "Setting up what the benchmark compares with (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-benchmark.txt || { echo "The packages could not be installed: is there a network? Then run make again."; exit 1; }
	@touch $@

site: $(VENV)/.site ## check the content and build the site into site/
	@$(BIN)/taiyaku build

serve: $(VENV)/.site ## build, serve on http://127.0.0.1:5500, rebuild and reload at every change
	@$(BIN)/taiyaku serve --port $(PORT)

check: $(VENV)/.site ## tell every problem of the content; write nothing
	@$(BIN)/taiyaku check

ledger: $(VENV)/.site ## list every figure of every document and the sentences that state it
	@$(BIN)/taiyaku ledger

test: $(VENV)/.dev ## run the tests (browser tests too, where Chromium is installed)
	@$(BIN)/python -m pytest -n auto --maxprocesses 8 --dist loadfile

lint: $(VENV)/.dev ## ruff and mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/.dev ## let ruff format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix --quiet .

messages: $(VENV)/.site ## collect the interface's messages from the templates into locales/
	@$(BIN)/pybabel --quiet extract -F babel.cfg --no-location --sort-output --omit-header --width 120 -o locales/messages.pot .
	@for l in en ja; do $(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-pot-creation-date --ignore-obsolete --width 120 -i locales/messages.pot -d locales -l $$l; done
	@echo "Now translate what is empty in locales/*/LC_MESSAGES/messages.po; 'make check' names each line."

benchmark-fidelity: $(VENV)/.benchmark ## planted errors found, false alarms and speed of the comparison, beside other programs
	@$(BIN)/python benchmarks/fidelity.py

benchmark-search: $(VENV)/.dev ## size and speed of the search at 5, 1,000 and 10,000 sources (takes a while)
	@$(BIN)/python benchmarks/search.py

benchmark-speed: $(VENV)/.site ## the whole program beside Hugo and Zola, which it fetches: ARGS="--sizes 5,100", "--row serve" (takes hours)
	@$(BIN)/python benchmarks/speed.py $(ARGS)

AUDIT := tools/audit/node_modules/.package-lock.json
$(AUDIT): tools/audit/package-lock.json
	@command -v npm >/dev/null || { echo "Node and npm are needed for axe-core and the HTML checker; on Debian: apt install nodejs npm"; exit 1; }
	@echo "Setting up the audit's tools (once) ..."
	@cd tools/audit && npm ci --silent || { echo "They could not be installed: is there a network? Then run make again."; exit 1; }
	@touch $@

audit-tools: $(AUDIT) ## fetch axe-core, the Nu HTML checker and Lighthouse for the audit and its tests

audit: site $(VENV)/.dev $(AUDIT) ## measure what every page must reach, in Chromium: ARGS="--kinds", "--pages 'ja/*'", "--lighthouse"
	@$(BIN)/python -m tools.audit $(ARGS)

requirements: $(VENV)/.dev ## renew the pinned requirements from pyproject.toml
	@$(BIN)/python -m pip install --quiet pip-tools
	@$(BIN)/pip-compile --quiet --upgrade --strip-extras --no-header --no-emit-index-url --no-emit-find-links --annotation-style line -o requirements.txt pyproject.toml
	@$(BIN)/pip-compile --quiet --upgrade --strip-extras --extra dev -c requirements.txt --no-header --no-emit-index-url --no-emit-find-links --annotation-style line -o requirements-dev.txt pyproject.toml
	@$(BIN)/pip-compile --quiet --upgrade --strip-extras --extra benchmark -c requirements.txt --no-header --no-emit-index-url --no-emit-find-links --annotation-style line -o requirements-benchmark.txt pyproject.toml

clean: ## remove site/ and everything that was made
	rm -rf site .taiyaku $(VENV) .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis build src/*.egg-info
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
