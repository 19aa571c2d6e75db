# The commands of this project. `make serve` and `make test` need nothing but git, make, curl and rustup: they set up
# the rest, on Debian by apt, elsewhere they say what to install.

PORT ?= 8080

# Tools of the project, pinned in scripts/setup.sh and kept in its own folder.
export PATH := $(CURDIR)/.tools/bin:$(PATH)

.PHONY: help serve test build bench clean setup

help:
	@echo "make serve   build the app and serve it on http://127.0.0.1:$(PORT) (PORT= for another)"
	@echo "make test    all checks and tests, the browser's included"
	@echo "make build   leave the app in dist/, for any static host and any sub-path"
	@echo "make bench   measure the budgets"
	@echo "make setup   install what the others need"
	@echo "make clean   remove everything that was built"

setup:
	@scripts/setup.sh all

build:
	@scripts/setup.sh build
	@scripts/build.sh

serve: build
	@cargo build --quiet --locked --example serve
	@scripts/serve.sh $(PORT)

test:
	@scripts/setup.sh all
	@scripts/test.sh

bench:
	@scripts/setup.sh all
	@scripts/build.sh
	cargo bench --locked --all-features --bench reading
	cargo bench --locked --all-features --bench budgets

clean:
	cargo clean
	rm -rf dist .tools/dist.stamp
