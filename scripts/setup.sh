#!/bin/sh
# Installs what is missing: `setup.sh build` for building and serving, `setup.sh all` for the tests as well.
# Runs in a second when nothing is missing.
set -eu

cd "$(dirname "$0")/.."

TRUNK_VERSION=0.21.14
# The wasm-bindgen command must be of the version of the crate: the two share a private format.
WASM_BINDGEN_VERSION=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)
RUST_VERSION=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
BUILD_PACKAGES="build-essential clang openssl"
TEST_PACKAGES="chromium chromium-driver fonts-noto-cjk"

say() {
    echo "setup: $1" >&2
}

has() {
    command -v "$1" > /dev/null 2>&1
}

has_build_commands() {
    has cc && has clang && has openssl
}

has_test_commands() {
    has chromium && has chromedriver && [ -n "$(find /usr/share/fonts -iname '*cjk*' -print -quit 2> /dev/null)" ]
}

is_debian() {
    [ -r /etc/os-release ] && grep -q '^ID=debian' /etc/os-release && has apt-get
}

apt_install() {
    if [ "$(id -u)" -eq 0 ]; then
        as_root=""
    elif has sudo; then
        as_root="sudo"
    else
        say "as root, run: apt-get install $*"
        exit 1
    fi
    say "installing by apt: $*"
    $as_root apt-get update -q
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
}

system_packages() {
    has_build_commands && build_missing="" || build_missing=$BUILD_PACKAGES
    test_missing=""
    if [ "$1" = all ] && ! has_test_commands && [ -z "${CHROMEDRIVER:-}" ]; then
        test_missing=$TEST_PACKAGES
    fi
    [ -n "$build_missing$test_missing" ] || return 0
    if is_debian; then
        # shellcheck disable=SC2086 # a list of names
        apt_install $build_missing $test_missing
        return 0
    fi
    say "this is not Debian; install these by hand, then run the command again:"
    [ -z "$build_missing" ] || say "  to build: a C compiler named cc, clang (with the wasm32 target), openssl"
    [ -z "$test_missing" ] || say "  to test: Chromium and its chromedriver as commands 'chromium' and 'chromedriver'
       (or set CHROMIUM and CHROMEDRIVER to their paths), and a font with Chinese characters"
    exit 1
}

toolchain() {
    if ! has rustup; then
        say "install rustup first, see https://rustup.rs"
        exit 1
    fi
    if ! rustup run "$RUST_VERSION" rustc --version > /dev/null 2>&1 ||
        ! rustup run "$RUST_VERSION" cargo fmt --version > /dev/null 2>&1 ||
        ! rustup run "$RUST_VERSION" cargo clippy --version > /dev/null 2>&1 ||
        ! [ -d "$(rustup run "$RUST_VERSION" rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
        say "installing Rust $RUST_VERSION with the wasm32 target"
        rustup toolchain install "$RUST_VERSION" --profile minimal \
            --component rustfmt --component clippy --target wasm32-unknown-unknown
    fi
}

# cargo_tool NAME VERSION OPT_LEVEL ARGUMENTS...: installs into .tools. The optimiser is turned down: these run for
# seconds, and would take a quarter of an hour to build as released.
cargo_tool() {
    name=$1 version=$2 opt_level=$3
    shift 3
    stamp=.tools/$name-$version.stamp
    [ -f "$stamp" ] && return 0
    say "installing $name $version into .tools"
    CARGO_PROFILE_RELEASE_OPT_LEVEL=$opt_level CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
        CARGO_TARGET_DIR=.tools/build cargo install "$name" --version "=$version" --root .tools --force "$@"
    rm -rf .tools/build ".tools/$name-"*.stamp
    touch "$stamp"
}

system_packages "$1"
toolchain
mkdir -p .tools
# Without --locked: its lock file names a crate that can no longer be had.
cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" 1
cargo_tool trunk "$TRUNK_VERSION" 0 --locked --no-default-features --features rustls
# Trunk builds offline. Newer than the lock file: fetched already.
if ! [ .tools/fetched.stamp -nt Cargo.lock ]; then
    cargo fetch --locked
    touch .tools/fetched.stamp
fi
