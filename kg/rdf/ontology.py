"""Where the files of ontology/ are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import kg
from kg.model.errors import KgError


@cache
def ontology_folder() -> Path:
    """The folder with kg.ttl, shapes.ttl, event-types.ttl, alignments.ttl, context.jsonld and queries/.

    Raises:
        KgError: the installation is not whole.
    """
    package = Path(kg.__file__).parent
    for folder in (package / "ontology", package.parent / "ontology"):
        if (folder / "kg.ttl").is_file():
            return folder
    raise KgError(f"{package}: the ontology is missing; install the package again")
