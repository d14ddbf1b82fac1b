# KKR Overblik. `make hjaelp` viser, hvad der kan gøres.

PYTHON ?= python3
PORT ?= 8501
CHROMIUM ?= /usr/bin/chromium
TESTS ?= tests
PROCESSER ?= 2
MUTANTER ?= 220
FROE ?= 1
SKAERM ?= baerbar
ANTAL ?= 20
SEKUNDER ?= 15
HVAD ?= app
RUM ?= analytics data dansk
DAEKNING := .pytest_cache/daekning.json

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
# Empty files that say what is installed: a second `make` installs only what has changed since.
DRIFT := $(VENV)/.drift
UDVIKLING := $(VENV)/.udvikling
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links
COMMENT := --custom-compile-command "make laas"

# The tests start Python many times: what it has made of the files is kept, also where the surroundings say no.
unexport PYTHONDONTWRITEBYTECODE
export KKR_CHROMIUM := $(CHROMIUM)
export KKR_FROE := $(FROE)

.DEFAULT_GOAL := hjaelp
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: hjaelp run data test check format lint typer lag pakker browser bench last guld kilder mutation grundig daekning skaerm skrifter laas

hjaelp: ## Vis denne liste
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: data ## Start KKR Overblik på http://localhost:8501 (anden port: make run PORT=8600)
	@echo "KKR Overblik åbner på http://localhost:$(PORT). Stop med Ctrl+C."
	@$(BIN)/streamlit run app.py --server.port $(PORT)

data: $(DRIFT) ## Byg databasen af CSV-filerne
	@$(BIN)/python -m data byg

test: $(UDVIKLING) browser ## Kør alle test (en del af dem: make test TESTS=tests/unit)
	@$(BIN)/python -m pytest -n $(PROCESSER) --dist worksteal $(ARGUMENTER) $(TESTS)

grundig: $(UDVIKLING) browser ## Det, der tager lang tid: alle tilfælde af de lange test, og mutationerne
	@KKR_GRUNDIG=1 $(BIN)/python -m pytest -n $(PROCESSER) --dist worksteal -m "grundig or hypothesis" $(TESTS)
	@$(MAKE) --no-print-directory mutation

check: format lint typer lag pakker daekning ## Alt, der skal være i orden, før noget lægges ind

daekning: $(UDVIKLING) browser ## Kør alle test, og sig, hvor meget af hvert modul de kommer forbi
	@$(BIN)/python -m pytest -n $(PROCESSER) --dist worksteal --cov=analytics --cov=data --cov-report= \
	  --cov-report=json:$(DAEKNING) tests
	@$(BIN)/python -m tests.linjedaekning $(DAEKNING)

format: $(UDVIKLING) ## Er koden stillet op, som den skal?
	@$(BIN)/ruff format --check .

lint: $(UDVIKLING) ## Find almindelige fejl i koden
	@$(BIN)/ruff check .

typer: $(UDVIKLING) ## Hold typerne efter
	@$(BIN)/mypy

lag: $(UDVIKLING) ## Hold lagene adskilt: sider, beregning, data og geografi
	@$(BIN)/lint-imports --no-cache

pakker: $(UDVIKLING) ## Spørg, om de låste pakker har kendte fejl, hvis listen over dem kan nås
	@$(BIN)/python -m tests.pakker --fejl

browser:
	@test -x "$(CHROMIUM)" || { \
	  echo "Testene bruger browseren Chromium, og den findes ikke som $(CHROMIUM)." >&2; \
	  echo "Debian og Ubuntu: sudo apt-get install chromium. Ligger den et andet sted: make test CHROMIUM=/sti/til/chromium" >&2; \
	  exit 1; }

guld: $(UDVIKLING) ## Skriv de gyldne tal i tests/guld på ny, og læs så forskellen
	@$(BIN)/python -m tests.guld

kilder: $(UDVIKLING) ## Skriv docs/kilder.md, hvad der er gjort med papirerne, på ny
	@$(BIN)/python -m tests.data.kildedaekning

mutation: $(UDVIKLING) ## Læg små fejl i koden, og se, om testene fanger dem (MUTANTER=40 FROE=7 RUM=data/sql)
	@$(BIN)/python -m tests.mutation --mutanter $(MUTANTER) --froe $(FROE) --rum $(RUM) --processer $(PROCESSER)

skaerm: $(UDVIKLING) browser ## Mål første skærm: billede, ord, overskrift (SIDE=metode SKAERM="telefon projektor" VISNING='kommune=ishoj' JSON=fil SKRIV=1)
	@$(BIN)/python -m tests.skaerm --skaerm $(SKAERM) $(if $(SIDE),--side $(SIDE)) $(if $(VISNING),--visning '$(VISNING)') \
	  $(if $(JSON),--json $(JSON)) $(if $(SKRIV),--skriv)

bench: $(UDVIKLING) browser ## Mål, om det går hurtigt nok (DEL="last hentning"; mod et andet checkout: MOD=/sti/til/det)
	@$(BIN)/python -m $(if $(MOD),tests.bench.sammenlign $(MOD),tests.bench $(if $(DEL),--del $(DEL)) $(if $(JSON),--json $(JSON)))

last: $(UDVIKLING) browser ## Lad mange besøge siden på én gang (ANTAL=20 SEKUNDER=15 HVAD=app, drift, idiomatisk eller udholdenhed; SOEG=1)
	@$(BIN)/python -m tests.bench.last --antal $(ANTAL) --sekunder $(SEKUNDER) --hvad $(HVAD) $(if $(SOEG),--soeg)

skrifter: $(UDVIKLING) ## Skær Streamlits skrifter til det, siderne bruger (efter et nyt ikon eller en ny Streamlit)
	@$(BIN)/python -m pages.server.fonts

laas: $(UDVIKLING) ## Lås pakkernes versioner efter requirements.in og requirements-dev.in
	@$(COMPILE) $(COMMENT) requirements.in -o requirements.txt
	@$(COMPILE) $(COMMENT) requirements-dev.in -o requirements-dev.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "KKR Overblik skal bruge Python 3.11 eller nyere. Peg på den: make run PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python mangler modulet venv. Debian og Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }

$(DRIFT): requirements.txt | $(VENV)/bin/python
	@echo "Henter de pakker, som KKR Overblik skal bruge (et minut eller to første gang) ..."
	@$(PIP) -r requirements.txt
	@touch $@

$(UDVIKLING): requirements-dev.txt $(DRIFT)
	@echo "Henter de pakker, som testene skal bruge ..."
	@$(PIP) -r requirements-dev.txt
	@touch $@
