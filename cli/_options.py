"""Options that several commands share."""

import json
from collections.abc import Callable
from typing import Any, TypeVar

import click

from effektlov.words import LANGUAGES

__all__ = ["format_option", "lang_option", "print_json", "reform_option"]

F = TypeVar("F", bound=Callable[..., Any])


def lang_option(function: F) -> F:
    """`--lang nb|en`."""
    return click.option(
        "--lang", type=click.Choice(LANGUAGES), default="nb", show_default=True, help="Language."
    )(function)


def format_option(*formats: str) -> Callable[[F], F]:
    """`--format`, the first one by default."""
    return click.option(
        "--format",
        "output",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="Output format.",
    )


def reform_option(function: F) -> F:
    """`--reform ID`, several times."""
    return click.option(
        "--reform",
        "reforms",
        multiple=True,
        metavar="ID",
        help="A reform by id, by the path of its file, or ID:reversed for the law before it.",
    )(function)


def print_json(data: Any) -> None:
    """Indented JSON with Norwegian letters as they are."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
