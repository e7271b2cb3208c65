#!/usr/bin/env bash
# Installs from Debian, where we are root and it is missing, what pip cannot give: venv, a browser, Chinese letters.
# Usage: tools/system.sh venv | browser
set -euo pipefail

install() {
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        echo "missing: $*; install it (on Debian as root: apt-get install $*)" >&2
        return 0
    fi
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

case "${1:?say venv or browser}" in
    venv) "${PYTHON:-python3}" -c "import ensurepip, venv" 2>/dev/null || install python3-venv ;;
    browser)
        command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
            install chromium
        fc-list :lang=zh 2>/dev/null | grep -q . || install fontconfig fonts-noto-cjk ;;
    *) echo "say venv or browser, not $1" >&2; exit 2 ;;
esac
