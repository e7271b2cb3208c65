"""Files of our own that pages load: read once at the start, so that no path from outside reaches the disk."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.explorer.render import BUILT
from kg.serve.refuse import Refused

FOLDER = Path(__file__).parent / "explorer" / "static"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent."""

    content: bytes
    packed: bytes
    type: str
    tag: str


@cache
def assets() -> dict[str, Asset]:
    """Every file, by its name."""
    found = {}
    for path in sorted([*FOLDER.iterdir(), *(BUILT.iterdir() if BUILT.is_dir() else ())]):
        if path.suffix in TYPES:
            content = path.read_bytes()
            tag = hashlib.sha256(content).hexdigest()[:16]
            found[path.name] = Asset(content, gzip.compress(content, 9, mtime=0), TYPES[path.suffix], tag)
    return found


async def static(request: Request) -> Response:
    """One file.

    Raises:
        Refused: there is none of that name.
    """
    asset = assets().get(request.path_params["name"])
    if asset is None:
        raise Refused(404, "there is no such file")
    headers = {"etag": f'"{asset.tag}"', "cache-control": "no-cache", "vary": "accept-encoding"}
    if asset.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(asset.packed, media_type=asset.type, headers={**headers, "content-encoding": "gzip"})
    return Response(asset.content, media_type=asset.type, headers=headers)
