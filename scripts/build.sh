#!/bin/sh
# Builds dist/ in release, if a source is newer than the last build.
set -eu

cd "$(dirname "$0")/.."

stamp=.tools/dist.stamp
sources="src static index.html Trunk.toml Cargo.toml Cargo.lock rust-toolchain.toml scripts/build.sh scripts/stamp.sh scripts/bin"

# shellcheck disable=SC2086 # a list of names
if [ -f dist/index.html ] && [ -f "$stamp" ] && [ -z "$(find $sources -newer "$stamp" -print -quit)" ]; then
    exit 0
fi

mkdir -p .tools
# The time at which the build began: what is changed while it runs is built the next time.
touch "$stamp.began"
PATH="$PWD/scripts/bin:$PATH" NO_COLOR=true trunk build --release
mv "$stamp.began" "$stamp"
