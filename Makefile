# Two commands on a fresh machine: `make demo`, `make test`. Each sets up all it needs in .venv.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
KG := $(BIN)/kg
GOLD ?= ../shared/eval/gold
DATA ?= ../shared/data
EXAMPLES ?= 1000
SECONDS ?= 60
MINUTES ?= 60
SAMPLE ?= 120
.DEFAULT_GOAL := help

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

$(BIN)/python:
	@PYTHON=$(PYTHON) tools/system.sh venv
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e . -c constraints.txt
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]' -c constraints.txt
	@touch $@

web: $(VENV)/.ready-web  ## bundle the explorer's network from pinned npm packages; Node comes from PyPI

$(VENV)/.ready-web: $(VENV)/.ready web/package.json web/package-lock.json $(wildcard web/src/*.js) tools/build_web.py
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[web]' -c constraints.txt || echo "web: no Node from PyPI" >&2
	@$(BIN)/python tools/build_web.py
	@test ! -f kg/serve/explorer/built/.of || touch $@

demo: $(VENV)/.ready $(VENV)/.ready-web  ## build examples/ into outputs/demo and show what was found
	$(KG) build examples/articles -o outputs/demo
	@cp outputs/demo/graph.ttl outputs/graph.ttl
	@$(BIN)/python tools/demo.py outputs/demo

test: $(VENV)/.ready-dev $(VENV)/.ready-web  ## everything a change has to pass, in under five minutes
	@tools/system.sh browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict kg
	$(BIN)/pytest -n 2 -m "not slow"

slow: $(VENV)/.ready-dev  ## the tests that take longer: faults at random moments, a Spark cluster, large inputs
	@tools/system.sh browser
	$(BIN)/pytest -m slow

fuzz: $(VENV)/.ready-dev  ## try everything that reads on invented and broken input; EXAMPLES=20000 SECONDS=900 for a night
	RENMAI_FUZZ_EXAMPLES=$(EXAMPLES) $(BIN)/pytest tests/fuzz --durations=10
	$(BIN)/python -m tests.fuzz.drive --seconds $(SECONDS) --seed $$(date +%j) --broken outputs/broken

fuzz-guided: $(VENV)/.ready-dev  ## the same with atheris, which follows the branches that an input takes (Linux)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]' -c constraints.txt
	mkdir -p outputs/broken
	$(BIN)/python -m tests.fuzz.drive --guided --seconds $(SECONDS) --seed $$(date +%j) --broken outputs/broken

mutants: $(VENV)/.ready-dev  ## change our code in SAMPLE places of each room, count what its tests notice (ten minutes of processor)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[mutants]' -c constraints.txt
	for room in clean extract rdf; do $(BIN)/python -m tools.mutants kg/$$room --sample $(SAMPLE) || exit 1; done

soak: $(VENV)/.ready-dev  ## serve while building anew again and again for MINUTES; nothing may grow
	$(BIN)/python -m benchmarks.soak --minutes $(MINUTES)

load: $(VENV)/.ready-dev  ## 200 clients for a minute, hostile ones among them, against a server over the examples
	$(KG) build examples/articles -o outputs/demo --only facts,ttl,store
	$(BIN)/python -m benchmarks.load outputs/demo

sbom: $(VENV)/.ready-dev  ## write the table of licences and the CycloneDX bill of materials
	$(BIN)/python tools/dependencies.py docs/dependencies.md docs/renmai.cdx.json

audit: $(VENV)/.ready-dev  ## ask pip-audit for known holes in what is locked; needs the network
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[audit]' -c constraints.txt
	$(BIN)/pip-audit --requirement constraints.txt --no-deps --disable-pip

dist: $(VENV)/.ready-dev $(VENV)/.ready-web  ## wheel and sdist, the explorer's bundle in both, into dist/; the same bytes each time
	rm -rf dist
	$(BIN)/python -m hatchling build

test-oldest: $(BIN)/python  ## everyday tests with the oldest libraries that pyproject.toml allows, in .venv/oldest
	$(PYTHON) -m venv $(VENV)/oldest
	$(BIN)/python tools/oldest.py > $(VENV)/oldest.txt
	$(VENV)/oldest/bin/pip install --quiet --disable-pip-version-check '.[dev]' -c $(VENV)/oldest.txt
	$(VENV)/oldest/bin/pytest -m "not slow and not browser" --ignore tests/test_supply.py

bench: $(VENV)/.ready-dev  ## speed and memory of every stage, into benchmarks/results
	$(BIN)/python -m benchmarks

flame: $(VENV)/.ready-dev  ## draw where a build spends its time, into docs/images/flame.svg
	$(BIN)/python -m benchmarks.flame

bench-cleaning: $(VENV)/.ready-dev  ## dirty articles against clean ones, false alarms, speed of cleaning
	$(BIN)/python benchmarks/cleaning.py $(GOLD)/dev.articles.jsonl --gold $(GOLD)/dev.facts.jsonl \
		--dirty-with $(GOLD)/../dirty.py --seeds 1 2 3 --clean $(DATA)/articles/xwlb-2019.jsonl.xz $(DATA)/articles/xwlb-2024.jsonl.xz

evaluate: $(VENV)/.ready-dev  ## score the gold articles, where they lie beside the checkout
	@test -d $(GOLD) || { echo "no gold at $(GOLD); name its folder: make evaluate GOLD=..."; exit 1; }
	$(KG) build $(GOLD)/dev.articles.jsonl -o outputs/gold --only facts
	$(KG) evaluate $(GOLD)/dev.facts.jsonl outputs/gold --texts $(GOLD)/dev.articles.jsonl

train: $(VENV)/.ready-dev  ## make the tagger's weights again, from the articles beside the checkout
	$(BIN)/python tools/train_tagger.py $(DATA)/articles $(DATA)/ner/people98_nerpy.dev.jsonl.xz kg/extract/persons/tagger.bin \
		--but $(GOLD)/dev.articles.jsonl --but tests/gold/second.facts.jsonl --but tests/gold/third.facts.jsonl --but tests/gold/fourth.facts.jsonl

docs: $(VENV)/.ready-dev  ## write docs/commands.md and docs/ontology.html from the program
	$(BIN)/python tools/command_reference.py docs/commands.md
	$(BIN)/python tools/ontology_page.py docs/ontology.html

clean:  ## remove what was made here, .venv too
	rm -rf $(VENV) dist build outputs/demo outputs/gold .pytest_cache .mypy_cache .ruff_cache .hypothesis

.PHONY: help web demo test slow fuzz fuzz-guided mutants soak load sbom audit dist test-oldest bench flame bench-cleaning evaluate train docs clean
