"""Everything that an installation brings along: a table of licences for docs/dependencies.md, and a CycloneDX bill of materials.

`python tools/dependencies.py docs/dependencies.md docs/renmai.cdx.json` (`make sbom`). What is needed comes from the installed
packages, versions from constraints.txt; both files are the same bytes for the same lock. No clock, no network.
"""

from __future__ import annotations

import json
import re
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
EXTRAS = ("parquet", "warc", "plot", "shacl", "pandas")  # what extra dev installs too
BEGIN, END = "<!-- licences: make sbom -->", "<!-- end of licences -->"
SPDX = {
    "Apache 2.0": "Apache-2.0", "Apache License 2.0": "Apache-2.0", "Apache License": "Apache-2.0",
    "Apache Software License": "Apache-2.0", "BSD": "BSD-3-Clause", "BSD License": "BSD-3-Clause",
    "BSD 3-Clause License": "BSD-3-Clause", "The BSD 2-Clause License": "BSD-2-Clause", "MIT License": "MIT",
    "ISC license": "ISC", "ISC License (ISCL)": "ISC", "Python Software Foundation License": "PSF-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "W3C SOFTWARE NOTICE AND LICENSE": "W3C", "W3C License": "W3C",
}  # fmt: skip
"""What packages write where they do not use SPDX."""
COMPATIBLE = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "LGPL-2.1-or-later", "MIT", "MIT-CMU", "MPL-2.0",
    "PSF-2.0", "W3C", "W3C-20150513", "Zlib",
}  # fmt: skip
"""Licences under which a library may be used by Apache-2.0 code and shipped beside it; MPL-2.0 asks that its own files stay open."""


@dataclass(slots=True)
class Package:
    """One package; `needs` are the names of those it asks for, `by` the extras that bring it, none: always."""

    name: str
    version: str
    licence: str
    needs: set[str] = field(default_factory=set)
    by: set[str] = field(default_factory=set)


def locked() -> dict[str, str]:
    """Versions by name, as constraints.txt says."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pairs = (line.split("==") for line in lines if "==" in line)
    return {canonicalize_name(name): version.strip() for name, version in pairs}


def licence_of(found: Distribution) -> str:
    """The licence as an SPDX expression: as the package writes it, else by its classifier."""
    said = found.metadata.get("License-Expression") or ""
    short = (found.metadata.get("License") or "").strip()
    classified = [
        c.split(" :: ")[-1] for c in found.metadata.get_all("Classifier") or [] if c.startswith("License")
    ]
    for words in (said, short, *classified):
        spdx = SPDX.get(words, words)
        if said or spdx in COMPATIBLE or ((" OR " in spdx or " AND " in spdx) and "\n" not in spdx):
            return spdx
    return "unknown"


def is_compatible(expression: str) -> bool:
    """Whether one of its alternatives consists of compatible licences alone."""
    flat = re.sub(r"[()]", "", expression)
    if "OR" in flat.split() and "AND" in flat.split():  # A AND (B OR C)
        return all(is_compatible(part) for part in re.split(r" AND ", expression))
    if " OR " in flat:
        return any(is_compatible(part) for part in flat.split(" OR "))
    return all(part.strip() in COMPATIBLE for part in flat.split(" AND "))


def _asked_for(name: str, extras: frozenset[str]) -> Iterator[Requirement]:
    for line in distribution(name).requires or []:
        wish = Requirement(line)
        if wish.marker is None or any(wish.marker.evaluate({"extra": extra}) for extra in extras or {""}):
            yield wish


def packages() -> dict[str, Package]:
    """All packages that the base and the extras bring, by name."""
    versions, found = locked(), dict[str, Package]()
    for bringing in ("", *EXTRAS):
        waiting = [("renmai", frozenset({bringing}))]
        seen: set[tuple[str, frozenset[str]]] = set()
        while waiting:
            name, extras = waiting.pop()
            if (name, extras) in seen:
                continue
            seen.add((name, extras))
            for wish in _asked_for(name, extras):
                other = canonicalize_name(wish.name)
                if other == "renmai":
                    continue
                try:
                    package = found.setdefault(other, _package(other, versions))
                except PackageNotFoundError:
                    print(f"{other}: not installed, left out (asked for by {name})", file=sys.stderr)
                    continue
                package.by.add(bringing)
                if name != "renmai":
                    found[name].needs.add(other)
                waiting.append((other, frozenset(wish.extras)))
    return dict(sorted(found.items()))


def _package(name: str, versions: dict[str, str]) -> Package:
    found = distribution(name)
    return Package(name, versions.get(name, found.version), licence_of(found))


def table(found: dict[str, Package]) -> str:
    """Markdown: a row for each package."""
    rows = ["| package | version | licence | comes with |", "|---|---|---|---|"]
    for p in found.values():
        brought = "everything" if "" in p.by else ", ".join(sorted(p.by))
        rows.append(f"| {p.name} | {p.version} | {p.licence} | {brought} |")
    return "\n".join(rows) + "\n"


def bill(found: dict[str, Package]) -> str:
    """CycloneDX 1.6 as JSON."""
    own = {"type": "application", "bom-ref": "renmai", "name": "renmai", "version": distribution("renmai").version,
           "licenses": [{"license": {"id": "Apache-2.0"}}]}  # fmt: skip
    components = [
        {
            "type": "library",
            "bom-ref": _ref(p),
            "name": p.name,
            "version": p.version,
            "scope": "required" if "" in p.by else "optional",
            "licenses": [{"expression": p.licence} if " " in p.licence else {"license": _named(p.licence)}],
            "purl": _ref(p),
        }
        for p in found.values()
    ]
    links = [{"ref": "renmai", "dependsOn": sorted(_ref(found[n]) for n in _direct() if n in found)}]
    links += [{"ref": _ref(p), "dependsOn": sorted(_ref(found[n]) for n in p.needs)} for p in found.values()]
    rest = {"metadata": {"component": own}, "components": components, "dependencies": links}
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(rest, sort_keys=True))
    head = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
    }
    return json.dumps(head | rest, indent=1, ensure_ascii=False) + "\n"


def _ref(package: Package) -> str:
    return f"pkg:pypi/{package.name}@{package.version}"


def _named(licence: str) -> dict[str, str]:
    return {"name": licence} if licence in {"W3C", "unknown"} else {"id": licence}


def _direct() -> set[str]:
    wishes = _asked_for("renmai", frozenset({"", *EXTRAS}))
    return {canonicalize_name(w.name) for w in wishes} - {"renmai"}


def main(page: Path, sbom: Path) -> None:
    """Write the table into its place on the page, and the bill."""
    found = packages()
    text = page.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    page.write_text(f"{before}{BEGIN}\n\n{table(found)}\n{END}{after}", encoding="utf-8")
    sbom.write_text(bill(found), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
