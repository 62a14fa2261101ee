# Two commands do everything: `make serve` and `make test`. Both set up what is missing first.
PY ?= python3.11
UV := .tools/bin/uv
BIN := .venv/bin
STYLE := src/carrywell/web/static/carrywell/carrywell.css
SCRIPT := src/carrywell/web/static/carrywell/carrywell.js
BUNDLE := src/carrywell/knowledge/bundle.json
# The check without a network, one module: each part uses what stands before it.
OFFLINE := leads interview steps plan voice elements forms form_pages result phone whole_pages app start
export UV_PYTHON_DOWNLOADS := never
# Compiled once, beside the sources in no folder: else every start of Python compiles everything again.
export PYTHONPYCACHEPREFIX := $(CURDIR)/build/pycache
unexport PYTHONDONTWRITEBYTECODE

.PHONY: offline-cases setup serve test journeys check bench cases kill soak mutants mutmut assets lock browser reference docs shots pictures fonts clean

setup: .venv/.done $(BUNDLE)

# On one's own machine: with a diary and without an account, open to this machine alone.
serve: setup
	CARRYWELL_LOCAL=1 $(BIN)/python -m carrywell.web.serve

test: setup node_modules/.done check browser
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

# Every journey in every language; with `make test` those on which her care hangs, and the others in English.
journeys: setup node_modules/.done browser
	CARRYWELL_LANGUAGES=all $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder tests/journeys

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src
	$(BIN)/carrywell knowledge check

bench: setup
	$(BIN)/python -m benchmarks.run

cases: setup
	$(BIN)/python -m tests.cases.table

# What refuses a change to the rules; ARGS="--sample 40" for some of them. docs/how-to/try-the-mutants.md
mutants: setup
	nice -n 10 $(BIN)/python -m tests.mutants.run $(ARGS)

# What a change to decide/ does to its tests; MODULES="triage facts" for some of it. docs/explanation/mutation.md
mutmut: setup
	nice -n 10 $(BIN)/python -m tests.mutants.of_code $(MODULES)

# The site killed a hundred times while it writes, on SQLite and on PostgreSQL. docs/how-to/run-on-a-server.md
kill: setup
	nice -n 10 $(BIN)/python -m tests.lib.killing 100

# The check without a network beside the site's own, over so many made-up cases. docs/explanation/offline.md
offline-cases: setup
	nice -n 10 $(BIN)/python -m tests.lib.offline_script $(or $(CASES),100000)

# A day of mixed use without its pauses: whether a process or a table grows. docs/explanation/speed.md
soak: setup
	nice -n 10 $(BIN)/python -m benchmarks.soak

# Pages that are generated from the knowledge base and the code; a test compares them.
reference: setup
	$(BIN)/python -m tests.docs.write_reference

# The generated pages, and every picture of the figure side by side in build/contact-sheet, to look at.
docs: reference node_modules/.done browser
	$(BIN)/python -m tests.figure.contact_sheet build/contact-sheet

# Screenshots of the way through, for docs and for looking at.
shots: setup node_modules/.done browser
	$(BIN)/python -m tests.journeys.shots

# The pictures of the documents, made anew from the running pages.
pictures: setup node_modules/.done browser
	$(BIN)/python -m tests.journeys.shots docs

# Style sheet and script are committed, so that serving needs no node; tests rebuild and compare them. The script is its
# parts in this order, one module: each uses what stands before it.
assets: node_modules/.done
	cd src/carrywell/web/assets && cat kept.js steps.js resume.js print.js extra.js > $(CURDIR)/$(SCRIPT)
	cd src/carrywell/web/assets && cat decide.js $(OFFLINE:%=offline/%.js) > $(CURDIR)/$(dir $(SCRIPT))offline.js
	cd src/carrywell/web/assets/offline && cp sw.js install.js phone.js $(CURDIR)/$(dir $(SCRIPT))
	cp src/carrywell/web/assets/timer.js $(dir $(SCRIPT))timer.js
	cp src/carrywell/web/assets/passkey.js $(dir $(SCRIPT))passkey.js
	cp src/carrywell/web/assets/load.js $(dir $(SCRIPT))load.js
	npx sass --no-source-map --style=compressed --load-path=node_modules/nhsuk-frontend/dist \
	  src/carrywell/web/assets/carrywell.scss $(STYLE)

# The fonts of the PDF, which are committed: tests/docs/build_fonts.py.
fonts: setup
	for package in noto-sans-sc@5.3.0 noto-sans@5.3.0; do folder=build/fonts/$${package%@*}; mkdir -p $$folder; \
	  tar xzf $$(npm pack --silent --pack-destination build/fonts @fontsource/$$package | sed 's#^#build/fonts/#') -C $$folder; done
	$(BIN)/python -m tests.docs.build_fonts build/fonts

lock: $(UV)
	$(UV) lock -q --python $(PY)
	$(UV) export -q --frozen --all-extras --all-groups --no-emit-project --no-annotate --no-header \
	  --format requirements.txt -o requirements/dev.txt

# Debian's chromium; installed where this may be done, else said.
browser:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -q && apt-get install -y -q chromium; } \
	  || { echo "The browser tests need Debian's chromium: apt-get install chromium"; exit 1; }

$(UV): requirements/uv.txt
	$(PY) -m pip install -q --disable-pip-version-check --root-user-action=ignore --require-hashes --upgrade --target .tools -r $<
	touch $@

.venv/.done: requirements/dev.txt pyproject.toml | $(UV)
	$(UV) venv -q --clear --python $(PY) .venv
	$(UV) pip sync -q --python $(BIN)/python --require-hashes requirements/dev.txt
	$(UV) pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	touch $@

node_modules/.done: package-lock.json .npmrc
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

$(BUNDLE): .venv/.done $(shell find src/carrywell/kb src/carrywell/knowledge -name '*.yaml' -o -name '*.py' -o -name VERSION 2>/dev/null)
	$(BIN)/python -m carrywell.knowledge.bundle

clean:
	rm -rf .tools .venv node_modules build $(BUNDLE)
