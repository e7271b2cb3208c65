"""What users write on the command line, checked."""

from __future__ import annotations

import datetime as dt

import click


def iso_date(text: str, option: str) -> str:
    """A date as given: YYYY, YYYY-MM or YYYY-MM-DD, or "".

    Raises:
        click.BadParameter: it is none of these, or no day of the calendar.
    """
    try:
        if text:
            if len(text) not in {4, 7, 10}:
                raise ValueError(text)
            dt.date.fromisoformat(text + "0001-01-01"[len(text) :])
    except ValueError as error:
        raise click.BadParameter(
            f"{text!r} is no date; write 2019, 2019-01 or 2019-01-21", param_hint=option
        ) from error
    return text
