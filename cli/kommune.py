"""`effektlov kommune`: a kommune's block grant and equalisation, line by line."""

from typing import TYPE_CHECKING

import click

from effektlov.cli._options import format_option, lang_option, print_json, reform_option

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["command"]


@click.command("kommune")
@click.argument("name", required=False, metavar="[KOMMUNE]")
@click.option("--year", default="2025", show_default=True, metavar="YEAR", help="Year of grant.")
@reform_option
@click.option(
    "--cost",
    metavar="FILE",
    help="With --reform: what the task costs each kommune (kommunenummer,kroner).",
)
@format_option("table", "json")
@lang_option
def command(
    name: str | None, year: str, reforms: tuple[str, ...], cost: str | None, output: str, lang: str
) -> None:
    """Print the grant of KOMMUNE (a number or a name) line by line, with what one person or one
    krone of tax more is worth to it; without KOMMUNE the sums over all kommuner.

    With --reform, what the reform's frame transfer does to each kommune: who wins and who loses
    after the cost key."""
    import msgspec
    from rich.console import Console

    from effektlov.kommune_country import distances, national_pass, year_of_grant
    from effektlov.kommune_grant import kommune_grant
    from effektlov.regime import law_in_force
    from effektlov.render import WIDTH
    from effektlov.render_kommune import render_kommune, render_national

    console = Console(width=WIDTH, highlight=False, soft_wrap=False)
    if reforms:
        _frame(name, year, reforms, cost, output, lang, console)
        return
    if cost is not None:
        raise click.UsageError("--cost needs --reform")
    regime, wanted = law_in_force(), year_of_grant(year)
    if name is None:
        found = national_pass(regime, wanted)
        off = distances(regime, found, wanted)
        if output == "json":
            totals = {rule: found.total(rule) for rule in found.lines}
            print_json({"year": wanted, "sums": totals, "own": dict(found.own)})
            return
        render_national(found, off, lang, console)
        return
    grant = kommune_grant(regime, name, wanted)
    if output == "json":
        print_json(msgspec.to_builtins(grant))
        return
    render_kommune(grant, lang, console)


def _frame(
    name: str | None,
    year: str,
    reforms: tuple[str, ...],
    cost: str | None,
    output: str,
    lang: str,
    console: "Console",
) -> None:
    import msgspec

    from effektlov.errors import UnknownNameError
    from effektlov.kommune_frame import frame_outcome, read_amounts
    from effektlov.kommuner import find_kommune
    from effektlov.reform import apply_reforms, find_reforms
    from effektlov.regime import law_in_force
    from effektlov.render_frame import render_frame

    if not (year.isdigit() and len(year) == 4):
        raise UnknownNameError(f"'{year}' is no year", field="--year", got=year)
    found = find_reforms(reforms)
    regime = apply_reforms(law_in_force(), found)
    number = None if name is None else find_kommune(name, error=UnknownNameError).number
    amounts = None if cost is None else read_amounts(cost)
    answer = frame_outcome(regime, tuple(found), int(year), amounts)
    if output == "json":
        rows = [row for row in answer.rows if number in (None, row.number)]
        print_json(msgspec.to_builtins(msgspec.structs.replace(answer, rows=tuple(rows))))
        return
    render_frame(answer, number, lang, console)
