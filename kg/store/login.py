"""The Authorization header that a server asks for: Basic, or Digest (Virtuoso)."""

from __future__ import annotations

import base64
import os
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    Request,
    parse_http_list,
    parse_keqv_list,
    urlopen,
)

from kg.model.errors import StoreError


def authorization(address: str, method: str, user: str, timeout: float) -> dict[str, str]:
    """The header for one request; the password stands in the environment, as KG_PASSWORD.

    The server is asked first (by GET, which changes nothing) how it wants to be told.
    """
    if not user:
        return {}
    password = os.environ.get("KG_PASSWORD", "")
    challenge = _challenge(address, timeout)
    if challenge.lower().startswith("digest "):
        passwords = HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, address, user, password)
        asked = parse_keqv_list(parse_http_list(challenge.partition(" ")[2]))
        told = HTTPDigestAuthHandler(passwords).get_authorization(Request(address, method=method), asked)
        return {"Authorization": f"Digest {told}"}
    secret = base64.b64encode(f"{user}:{password}".encode()).decode()
    return {"Authorization": f"Basic {secret}"}


def _challenge(address: str, timeout: float) -> str:
    """What the server wants, "" where it lets everybody read."""
    try:
        urlopen(Request(address, method="GET", headers={"Accept": "text/turtle"}), timeout=timeout).close()
    except HTTPError as error:
        return error.headers.get("WWW-Authenticate", "") if error.code == 401 else ""
    except (URLError, OSError) as error:
        raise StoreError(f"{address}: no answer ({error}); is the server running there?") from error
    return ""
