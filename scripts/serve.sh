#!/bin/sh
# Serves dist/ with the same static server that the tests use: serve.sh PORT
set -eu

cd "$(dirname "$0")/.."

target=${CARGO_TARGET_DIR:-target}
exec "$target/debug/examples/serve" --port "$1" dist
