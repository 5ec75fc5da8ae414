#!/usr/bin/env bash
# nginx takes the file, with a certificate made for the occasion, and doctor finds what it must have.
#   nginx.sh PACKAGING GONGKAI
set -euo pipefail

nginx=$(command -v nginx || echo /usr/sbin/nginx)
if [ ! -x "$nginx" ] || ! command -v openssl >/dev/null; then
  echo "SKIPPED: nginx or openssl is not there"
  exit 77
fi
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=gk.example.gov.cn \
  -addext subjectAltName=IP:127.0.0.1 \
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

# On ports of this test; nothing answers behind it, which the headers do not mind.
sed -i -e '/listen \[::\]/d' -e 's/listen 80;/listen 127.0.0.1:18490;/' \
  -e 's/listen 443/listen 127.0.0.1:18491/' "$work/gongkai.conf"
"$nginx" -c "$work/nginx.conf" -p "$work" -g 'daemon off;' 2>/dev/null &
for _ in $(seq 100); do
  found=$(GONGKAI_DATA_FOLDER=$work/data "$2" doctor --url https://127.0.0.1:18491 \
    --ca-file "$work/certificate.pem" || true)
  if grep -q '正常  网站地址' <<<"$found"; then break; fi
done
grep -q '正常  网站地址：https://127.0.0.1:18491 可以打开，证书有效。' <<<"$found"
grep -q '正常  HSTS：max-age=31536000。' <<<"$found"
# A certificate that nobody knows is found out.
found=$(GONGKAI_DATA_FOLDER=$work/data "$2" doctor --url https://127.0.0.1:18491 || true)
grep -q '有误  网站地址：https://127.0.0.1:18491 打不开' <<<"$found"
