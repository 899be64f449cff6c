#!/usr/bin/env bash
# Signs programs for Windows, in place. Without a certificate it does nothing.
#
#   build/windows/sign.sh FILE...
#
# SIGN_CERT           the certificate: PKCS#12 (.p12, .pfx), or PEM with its chain
# SIGN_KEY            the key of a certificate in PEM
# SIGN_PASSWORD_FILE  a file with the password, if there is one
# SIGN_TIME           the address of a time stamp server. A signature without a
#                     time ends with its certificate.
set -euo pipefail

[ -n "${SIGN_CERT:-}" ] || exit 0

case $SIGN_CERT in
  *.p12 | *.pfx) with=(-pkcs12 "$SIGN_CERT") ;;
  *) with=(-certs "$SIGN_CERT" -key "${SIGN_KEY:?Zeg met SIGN_KEY waar de sleutel staat.}") ;;
esac
if [ -n "${SIGN_PASSWORD_FILE:-}" ]; then with+=(-readpass "$SIGN_PASSWORD_FILE"); fi
if [ -n "${SIGN_TIME:-}" ]; then with+=(-ts "$SIGN_TIME"); fi

for file in "$@"; do
  rm -f "$file.signed" # what an earlier run left
  osslsigncode sign "${with[@]}" -h sha256 -n Raadwijzer -in "$file" -out "$file.signed" >/dev/null
  mv "$file.signed" "$file"
done
