#!/bin/sh
# Draws the PNG icons from their SVG sources with Chromium. Run by hand after a change of an icon; the PNGs are kept in
# the repository.
set -eu

cd "$(dirname "$0")/../static/icons"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# draw SOURCE SIZE TARGET
draw() {
    printf '<style>*{margin:0;overflow:hidden}</style><img src="%s" width="%s" height="%s">' \
        "$PWD/$1" "$2" "$2" > "$work/page.html"
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files \
        --user-data-dir="$work/profile" --default-background-color=00000000 \
        --window-size="$2,$2" --screenshot="$PWD/$3" "file://$work/page.html" 2> "$work/log" || {
        cat "$work/log" >&2
        exit 1
    }
}

draw icon.svg 192 icon-192.png
draw icon.svg 512 icon-512.png
draw maskable.svg 512 maskable-512.png
