#!/usr/bin/env bash
# Makes an authority of one's own and a certificate signed by it, for hocon/tls.hocon.
# Usage: hocon/make-certificates.sh FOLDER ADDRESS…   e.g. hocon/make-certificates.sh tls 10.0.0.1 10.0.0.2 node3.example.org
# FOLDER gets ca.pem (to trust, on every machine: SSL_CERT_FILE=…/ca.pem), ca.key (keep it off the nodes) and node.pfx
# (password: the variable PASSWORD, or changeit). Run it again with the same FOLDER for further addresses: the authority stays.
set -eu
[ $# -ge 2 ] || { grep '^#' "$0" | sed 's/^# \?//' >&2; exit 2; }
folder=$1
shift
mkdir -p "$folder"
umask 077
if [ ! -e "$folder/ca.key" ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -days 825 -subj "/CN=ActorLearning authority" \
    -addext "basicConstraints=critical,CA:TRUE" -addext "keyUsage=critical,keyCertSign,cRLSign" \
    -keyout "$folder/ca.key" -out "$folder/ca.pem" 2>/dev/null
fi
names=
for address in "$@"; do
  case $address in
    *[!0-9.]*) names="$names,DNS:$address" ;;
    *) names="$names,IP:$address" ;;
  esac
done
openssl req -newkey rsa:3072 -nodes -subj "/CN=ActorLearning node" -keyout "$folder/node.key" -out "$folder/node.csr" 2>/dev/null
printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth,clientAuth\n' "${names#,}" > "$folder/node.ext"
openssl x509 -req -in "$folder/node.csr" -CA "$folder/ca.pem" -CAkey "$folder/ca.key" -CAcreateserial -days 397 \
  -extfile "$folder/node.ext" -out "$folder/node.pem" 2>/dev/null
openssl pkcs12 -export -in "$folder/node.pem" -inkey "$folder/node.key" -certfile "$folder/ca.pem" \
  -passout "pass:${PASSWORD:-changeit}" -out "$folder/node.pfx"
rm "$folder/node.csr" "$folder/node.ext" "$folder/node.key"
echo "$folder/ca.pem: trust it on every machine; $folder/node.pfx: for the machine(s) $*"
