#!/usr/bin/env bash
# What a pull or merge request changes in the service: the difference as Markdown, and the pictures before and after.
#   compare.sh BASE OUT [PATH]   writes OUT/difference.md and OUT/pictures/; exit 0 without a difference, 1 with
set -euo pipefail
base=$1 out=$2 path=${3:-.}
blueprint=${BLUEPRINT:-blueprint}
mkdir -p "$out"

# A shallow clone may lack the commit to compare with.
git cat-file -e "$base^{commit}" 2>/dev/null || git fetch --quiet --no-tags --depth=1 origin "$base"

code=0
"$blueprint" diff "$path" --base "$base" --format md > "$out/difference.md" || code=$?
if [ "$code" -gt 1 ]; then exit "$code"; fi
if [ "$code" = 0 ]; then exit 0; fi

mkdir -p "$out/pictures"
then=$(mktemp -d)
git worktree add --quiet --force --detach "$then/tree" "$base"
trap 'git worktree remove --force "$then/tree"; rm -rf "$then"' EXIT

"$blueprint" diff "$path" --base "$base" --format json > "$then/changes.json" || true
python3 - "$then/changes.json" > "$then/pairs" << 'PYTHON'
import json, sys
for file in json.load(open(sys.argv[1], encoding="utf-8"))["files"]:
    if file["changes"]:
        print((file["old"] or "").partition(":")[2], file["new"] or "", sep="\t")
PYTHON
while IFS=$'\t' read -r old new; do
  name=$(printf '%s' "${new:-$old}" | sed -e 's/\.blueprint\.ya\{0,1\}ml$//' -e 's#[/ ]#-#g')
  if [ -n "$old" ]; then "$blueprint" render "$then/tree/$old" -o "$out/pictures/$name.before.svg" || true; fi
  if [ -n "$new" ]; then "$blueprint" render "$new" -o "$out/pictures/$name.after.svg" || true; fi
  if [ -n "$old" ] && [ -n "$new" ]; then
    "$blueprint" diff "$new" --base "$base" --format svg -o "$out/pictures/$name.change.svg" || true
  fi
done < "$then/pairs"
exit 1
