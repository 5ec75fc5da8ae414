#!/usr/bin/env bash
# A PostgreSQL cluster for one run of the tests: in a temporary folder, by an unprivileged user,
# reached through a socket in that folder. ctest starts and stops it as a fixture.
#   throwaway_postgres.sh start FOLDER    writes FOLDER/address, which the tests read
#   throwaway_postgres.sh stop FOLDER
set -euo pipefail

what=$1
folder=$2
mkdir -p "$folder"

binaries=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)
if [ ! -x "$binaries/initdb" ]; then
  echo "The store is tested on PostgreSQL too, and there is none: run script/bootstrap." >&2
  exit 1
fi

# PostgreSQL does not run as root.
unprivileged() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

stop() {
  [ -f "$folder/cluster" ] || return 0
  local cluster
  cluster=$(cat "$folder/cluster")
  if [ -d "$cluster" ]; then
    (cd "$cluster" && unprivileged "$binaries/pg_ctl" -D "$cluster/data" -m immediate -s stop) || true
    rm -rf "$cluster"
  fi
  rm -f "$folder/cluster" "$folder/address"
}

start() {
  stop # One that an interrupted run has left.
  local cluster
  cluster=$(unprivileged mktemp -d /tmp/gongkai_postgres_XXXXXX)
  echo "$cluster" >"$folder/cluster"
  cd "$cluster"
  unprivileged "$binaries/initdb" -D "$cluster/data" -U gongkai --auth=trust --no-sync \
    --encoding=UTF8 --locale=C.UTF-8 >"$folder/initdb.log"
  # Nothing of it is to survive, so it need not wait for the disk.
  unprivileged "$binaries/pg_ctl" -D "$cluster/data" -s -w -l "$cluster/log" start -o \
    "-c listen_addresses='' -c unix_socket_directories='$cluster' -c fsync=off -c max_connections=200"
  echo "postgres://gongkai@/postgres?host=${cluster//\//%2F}" >"$folder/address"
}

"$what"
