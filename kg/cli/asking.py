"""Commands that ask a graph: that of a build, or one behind a SPARQL endpoint."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

SCHEMES = ("http://", "https://")


class Place(click.Path):
    """The folder of a build as a Path, or the address of an endpoint as a str."""

    name = "out"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Leave an address as it is; a folder must be there."""
        if isinstance(value, str) and value.startswith(SCHEMES):
            return value
        return super().convert(value, param, ctx)


PLACE = click.argument("out", type=Place(exists=True, path_type=Path))


class Asking(click.Command):
    """A command whose first argument is OUT, in whose place `--endpoint URL` may be given."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = "Ask this SPARQL endpoint in place of OUT."
        self.params.append(click.Option(["--endpoint"], metavar="URL", expose_value=False, help=told))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the endpoint where OUT is read from."""
        return super().parse_args(ctx, _endpoint_first(args))


def _endpoint_first(args: list[str]) -> list[str]:
    for place, word in enumerate(args):
        if word == "--":
            break
        if word == "--endpoint" and place + 1 < len(args):
            return [args[place + 1], *args[:place], *args[place + 2 :]]
        if word.startswith("--endpoint="):
            return [word.partition("=")[2], *args[:place], *args[place + 1 :]]
    return args
