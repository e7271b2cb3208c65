"""One target under atheris: `python -m tests.fuzz.guided TARGET [options of libFuzzer]`; `drive.py --guided` calls it."""

from __future__ import annotations

import sys

import atheris


def main(arguments: list[str]) -> None:
    """Never returns: libFuzzer ends the process."""
    with atheris.instrument_imports(include=["kg"]):
        from tests.fuzz.all_targets import TARGETS

        TARGETS[arguments[1]](b"")  # targets import what they need when they are first called
    atheris.Setup([arguments[0], *arguments[2:]], TARGETS[arguments[1]])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
