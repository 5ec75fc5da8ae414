#!/usr/bin/env bash
# nginx takes the file, with a certificate made for the occasion.
set -euo pipefail

nginx=$(command -v nginx || echo /usr/sbin/nginx)
if [ ! -x "$nginx" ] || ! command -v openssl >/dev/null; then
  echo "SKIPPED: nginx or openssl is not there"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=gk.example.gov.cn \
  -keyout "$work/key.pem" -out "$work/certificate.pem" 2>/dev/null
sed "s#/etc/gongkai/tls#$work#" "$1/nginx/gongkai.conf" >"$work/gongkai.conf"
cat >"$work/nginx.conf" <<CONF
pid $work/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path $work; proxy_temp_path $work; fastcgi_temp_path $work;
  uwsgi_temp_path $work; scgi_temp_path $work;
  include $work/gongkai.conf;
}
CONF
"$nginx" -t -q -c "$work/nginx.conf" -p "$work"
