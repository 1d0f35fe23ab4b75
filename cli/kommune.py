"""`effektlov kommune`: a kommune's block grant and equalisation, line by line."""

import click

from effektlov.cli._options import format_option, lang_option, print_json

__all__ = ["command"]


@click.command("kommune")
@click.argument("name", required=False, metavar="[KOMMUNE]")
@click.option("--year", default="2025", show_default=True, metavar="YEAR", help="Year of grant.")
@format_option("table", "json")
@lang_option
def command(name: str | None, year: str, output: str, lang: str) -> None:
    """Print the grant of KOMMUNE (a number or a name) line by line, with what one person or one
    krone of tax more is worth to it; without KOMMUNE the sums over all kommuner."""
    import msgspec
    from rich.console import Console

    from effektlov.kommune_country import distances, national_pass, year_of_grant
    from effektlov.kommune_grant import kommune_grant
    from effektlov.regime import law_in_force
    from effektlov.render import WIDTH
    from effektlov.render_kommune import render_kommune, render_national

    regime, wanted = law_in_force(), year_of_grant(year)
    console = Console(width=WIDTH, highlight=False, soft_wrap=False)
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
