# The short verbs of the project. Each sets up what it needs: an environment in
# .venv from the hash-pinned requirements.lock, and nothing outside this folder,
# but for the browser that the tests look through, where the system has none.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000

LOCK := uv pip compile --universal --generate-hashes --upgrade --quiet --no-emit-index-url \
  --no-emit-find-links --custom-compile-command "make lock"

.PHONY: site test serve preview check check-html bench lint lock clean

site: .venv/ready            ## build every language into site/
	$(BIN)/alongside build

test: .venv/ready            ## run every check and test
	$(BIN)/ruff check scripts tests
	@$(BIN)/python -m tests.browser
	$(BIN)/pytest -q --numprocesses 2 --dist loadfile

serve: site                  ## serve site/ at http://localhost:8000/
	$(PYTHON) -m http.server $(PORT) --bind 127.0.0.1 --directory site

preview: .venv/ready         ## show one language and rebuild it on every change: make preview L=pl
	$(BIN)/alongside preview $(if $(L),--language $(L))

check: .venv/ready           ## run every check; that of links asks other sites
	$(BIN)/alongside check

check-html: site .cache/html/ready  ## look for mistakes in the HTML of site/ (needs Java)
	$(BIN)/python -m tests.check_html

bench: .venv/ready           ## compare our build with plain Material, our leaflets with WeasyPrint: make bench B="--pages 9"
	@mkdir -p .cache
	@$(MAKE) --silent .cache/bench/ready 2>.cache/bench.log || true  # the bench tells what is missing
	$(BIN)/python -m tests.bench $(B)

lint: .venv/ready            ## put the code in its house form
	$(BIN)/ruff check --fix scripts tests

lock:                        ## write requirements.lock and requirements-bench.lock anew (needs uv)
	$(LOCK) --all-extras --output-file requirements.lock pyproject.toml
	echo weasyprint | $(LOCK) --output-file requirements-bench.lock -

clean:                       ## remove what these commands made
	rm -rf .venv site leaflets .cache .site.new .site.old .site.lock

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Alongside needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 site")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch .venv/ready

.cache/html/ready: requirements-html.lock .venv/ready
	rm -rf .cache/html
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --target .cache/html -r requirements-html.lock
	@touch .cache/html/ready

.cache/bench/ready: requirements-bench.lock .venv/ready
	rm -rf .cache/bench
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --target .cache/bench -r requirements-bench.lock
	@touch .cache/bench/ready
