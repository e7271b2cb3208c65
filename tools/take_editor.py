"""Take the editor of the query page out of its npm package.

`npm pack @zazuko/yasqe@4.6.2`, then `python tools/take_editor.py zazuko-yasqe-4.6.2.tgz`. The list of prefixes that the
package carries is left out: anyone may add to the site it comes from, and addresses of no vocabulary stand in it. The
page gives the editor the prefixes of the graph.
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
import tarfile
from pathlib import Path

INTEGRITY = "83iCLuBIgU04KBIaibxZTjKvrXD6sEe/+aqsHxLb4+ZVD4eaUwh5hFJEetuWkiKBY6WxTjVOmhKXvh2AAOR14g=="
"""The package's SHA-512 as its registry tells it; with another version comes another one."""
PLACE = Path(__file__).parents[1] / "kg" / "serve" / "explorer" / "static"
FILES = {"package/build/yasqe.min.js": "yasqe.js", "package/build/yasqe.min.css": "yasqe.css"}
PREFIXES = re.compile(r"(?:[\w$]+=`[^`]*`,){200,}(prefixes_default=\{)[^{}]*\}")
MAP = re.compile(r"\n?(?://|/\*)# sourceMappingURL=[^\n]*")


def main(package: Path) -> None:
    """Write the editor's files where the server finds them."""
    if base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode() != INTEGRITY:
        sys.exit(f"{package}: not the package that was looked at; look at it, then change INTEGRITY")
    with tarfile.open(package) as archive:
        for inside, outside in FILES.items():
            file = archive.extractfile(inside)
            assert file, inside
            text = MAP.sub("", file.read().decode("utf-8"))
            (PLACE / outside).write_text(_without_prefixes(text, outside), encoding="utf-8")


def _without_prefixes(text: str, name: str) -> str:
    cut, number = PREFIXES.subn(r"\1}", text)
    if number != name.endswith(".js"):
        sys.exit(f"{name}: its list of prefixes is written otherwise in this version")
    return cut


if __name__ == "__main__":
    main(Path(sys.argv[1]))
