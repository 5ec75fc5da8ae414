#!/usr/bin/env bash
# systemd takes the unit; the program and its manual page need not be installed for that.
set -euo pipefail

if ! command -v systemd-analyze >/dev/null; then
  echo "SKIPPED: systemd-analyze is not there"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -e 's#/usr/bin/gongkai#/bin/true#' -e '/^Documentation=/d' "$1/systemd/gongkai.service" \
  >"$work/gongkai.service"
said=$(systemd-analyze verify "$work/gongkai.service" 2>&1 | grep 'gongkai\.service' || true)
if [ -n "$said" ]; then
  echo "$said"
  exit 1
fi
