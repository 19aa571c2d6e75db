#!/bin/sh
# Checks that imports go only to the left in
#
#     text <- words <- measures <- report <- engine <- web <- ui
#
# and that each outside library stays in its layer.
set -eu

cd "$(dirname "$0")/.."

faults=0

fault() {
    echo "check-layers: $1" >&2
    faults=1
}

# Code lines, without comments, of a folder or file that match an extended pattern.
code_lines() {
    grep -rnE --include='*.rs' "$2" "$1" | grep -vE '^[^:]+:[0-9]+: *//' || true
}

# forbid WHERE PATTERN REASON
forbid() {
    [ -e "$1" ] || return 0
    found=$(code_lines "$1" "$2")
    [ -z "$found" ] || fault "$3:
$found"
}

# not_right LAYER HIGHER: HIGHER are the layers to the right of it, divided by |.
not_right() {
    forbid "src/$1" "\bcrate::($2|cli)\b" "$1 may not import from ($2|cli)"
}

not_right text 'words|measures|report|engine|web|ui'
not_right words 'measures|report|engine|web|ui'
not_right measures 'report|engine|web|ui'
not_right report 'engine|web|ui'
not_right engine 'web|ui'
not_right web 'ui'
forbid src/ui '\b(crate|cijing)::(words|cli)\b' "ui may not import words or cli: the dictionary stays out of the page"
forbid src/cli '\bcrate::(web|ui)\b' "cli may not import web or ui"

for folder in src/text src/words src/measures src/report src/engine src/cli src/ui; do
    forbid "$folder" '\b(web_sys|js_sys|wasm_bindgen|gloo)(::|_)' "only web may name the browser"
done
for folder in src/text src/words src/measures src/report src/engine src/cli src/web; do
    forbid "$folder" '\byew::' "only ui may name Yew"
done
for folder in src/text src/measures src/report src/engine src/web src/ui src/cli; do
    forbid "$folder" '\bjieba_rs\b' "only words names jieba"
done
for folder in src/text src/words src/measures src/report src/engine; do
    forbid "$folder" '\bstd::(fs|env|net|process|thread|time)\b' "the pure layers touch neither disk nor clock"
done

if cargo tree --locked --edges normal --no-default-features --prefix none | grep -E '^(yew|web-sys|js-sys|clap) '; then
    fault "the crates above belong to a feature, and may not be needed without it"
fi

exit "$faults"
