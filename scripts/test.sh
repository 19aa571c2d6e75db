#!/bin/sh
# All checks and tests, the quickest first.
set -eu

cd "$(dirname "$0")/.."

step() {
    echo "test: $*" >&2
    "$@"
}

step cargo fmt --check
step scripts/check-layers.sh
step cargo clippy --locked --all-features --all-targets -- -D warnings
step cargo clippy --locked --no-default-features --lib -- -D warnings
step scripts/build.sh
step cargo test --locked --all-features
step cargo test --locked --no-default-features --lib
