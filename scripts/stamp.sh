#!/bin/sh
# Trunk calls this on the finished but not yet published build (TRUNK_STAGING_DIR). It
#   1. puts the hash of the content into the names of the files that Trunk leaves unhashed, and tells index.html;
#   2. writes the list of all files with their SHA-256, and the build's identity, into the service worker.
# It fails when anything is left unstamped.
set -eu

cd "${TRUNK_STAGING_DIR:?is set by trunk}"

fail() {
    echo "stamp.sh: $1" >&2
    exit 1
}

sha256() {
    sha256sum "$1" | cut -d ' ' -f 1
}

# What the attribute `integrity` wants.
integrity() {
    echo "sha256-$(openssl dgst -sha256 -binary "$1" | base64)"
}

# fill FILE MARK VALUE: replaces every @MARK@, of which there must be one. No value holds a `|` or `&`.
fill() {
    grep -q "@$2@" "$1" || fail "no @$2@ in $1"
    sed "s|@$2@|$3|g" "$1" > "$1.new"
    mv "$1.new" "$1"
}

# rename MARK FILE STEM EXTENSION: gives a file its hashed name, and index.html the name and the hash.
rename() {
    [ -f "$2" ] || fail "no $2 in the build"
    hashed="$3-$(sha256 "$2" | cut -c 1-16).$4"
    fill index.html "$1" "$hashed"
    fill index.html "$1_INTEGRITY" "$(integrity "$2")"
    mv "$2" "$hashed"
}

# The one file of a name with a hash in it; fails unless there is exactly one.
only() {
    [ $# -eq 1 ] && [ -f "$1" ] || fail "expected one file, found: $*"
    echo "$1"
}

fill index.html APP_GLUE_INTEGRITY "$(integrity "$(only app-*.js)")"
fill index.html APP_WASM_INTEGRITY "$(integrity "$(only app-*.wasm)")"
rename BOOT boot.js boot js
rename WORKER_GLUE worker.js worker js
rename WORKER_WASM worker_bg.wasm worker wasm
rename IDF idf.bin idf bin
rm -f ./*.d.ts

list=$(find . -type f ! -name service-worker.js | sed 's|^\./||' | LC_ALL=C sort)
if echo "$list" | grep -n '[^A-Za-z0-9._/-]'; then
    fail "a file name has a character outside A-Z a-z 0-9 . _ / -"
fi
rows=$(for file in $list; do printf "['%s','%s']," "$file" "$(sha256 "$file")"; done)
build_id=$( (printf '%s' "$rows"; cat service-worker.js) | sha256sum | cut -c 1-16)
fill service-worker.js BUILD_ID "$build_id"
fill service-worker.js FILES "*/ [$rows] /*"

if grep -nE '@[A-Z_]+@' index.html service-worker.js; then
    fail "the marks above were not filled in"
fi
echo "stamp.sh: build $build_id, $(echo "$list" | wc -l) files"
