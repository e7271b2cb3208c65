"""Write docs/commands.md from the program: `python tools/command_reference.py docs/commands.md`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli import COMMANDS, kg

HEAD = """# Commands

Written by `make docs` from the program itself; do not edit.
Data goes to standard output, remarks to standard error. Exit codes: 0 done, 1 a mistake in the data or nothing
found to work on, 2 wrong usage, 130 stopped.
"""


def reference() -> str:
    """The help of every command, as Markdown."""
    parts = [HEAD]
    for name in COMMANDS:
        command = kg.get_command(click.Context(kg), name)
        assert command is not None
        parts += list(_sections(command, f"kg {name}"))
    return "\n".join(parts)


def _sections(command: click.Command, name: str) -> list[str]:
    context = click.Context(command, info_name=name, max_content_width=100, terminal_width=100)
    sections = [f"## {name}\n", "```", command.get_help(context), "```", ""]
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            below = command.get_command(context, child)
            assert below is not None
            sections += _sections(below, f"{name} {child}")
    return sections


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
