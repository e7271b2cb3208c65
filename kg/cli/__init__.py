"""The command line: `kg COMMAND …`. One file per group of commands; each is loaded only when it is called."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from typing import Any

import click

from kg import __version__
from kg.model.errors import KgError

COMMANDS = {
    "build": "kg.cli.build:build",
    "clean": "kg.cli.clean:clean",
    "query": "kg.cli.query:query",
    "who": "kg.cli.who:who",
    "person": "kg.cli.person:person",
    "org": "kg.cli.org:org",
    "event": "kg.cli.event:event",
    "path": "kg.cli.path:path",
    "companions": "kg.cli.companions:companions",
    "order": "kg.cli.order:order",
    "turnover": "kg.cli.turnover:turnover",
    "last-seen": "kg.cli.last_seen:last_seen",
    "stats": "kg.cli.stats:stats",
    "diff": "kg.cli.diff:diff",
    "decide": "kg.cli.decide:decide",
    "review": "kg.cli.review:review",
    "background": "kg.cli.background:background",
    "serve": "kg.cli.serve:serve",
    "validate": "kg.cli.validate:validate",
    "publish": "kg.cli.publish:publish",
    "describe": "kg.cli.describe:describe",
    "evaluate": "kg.cli.evaluate:evaluate",
    "view": "kg.cli.view:view",
    "export": "kg.cli.export:export",
    "analyse": "kg.cli.analyse:analyse",
    "plot": "kg.cli.plot:plot",
}
"""Name of a command → where it is written; a new command needs a line here."""

STOPPED = 130  # what a shell expects of a program that was stopped by Ctrl-C


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself, or None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: Any = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
)
@click.version_option(__version__, prog_name="kg")
def kg() -> None:
    """Renmai 人脉: who held which post where, who took part in which event, and the sentence that proves it.

    \b
    Example:
        kg build examples/articles -o outputs/demo
        kg who outputs/demo 山西省总工会 主席
        kg view outputs/demo -o page.html
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; a `KgError` becomes one line and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.exit(kg.main(arguments, prog_name="kg", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except KgError as error:
        fail(str(error))
    except (KeyboardInterrupt, click.Abort):
        click.echo("kg: stopped; what was finished is kept, the same command goes on from there", err=True)
        sys.exit(STOPPED)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; say nothing more
        sys.exit(0)
    except OSError as error:
        fail(f"{error.filename or 'the system'}: {error.strerror or error}; mend that and run it again")


def fail(message: str) -> None:
    """Print one line and leave with exit code 1."""
    click.echo("kg: " + " ".join(message.split()), err=True)
    sys.exit(1)
