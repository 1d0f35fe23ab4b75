"""`effektlov case`: one household case, who must act, who pays, who benefits."""

import click

from effektlov.cli._options import format_option, lang_option, reform_option

__all__ = ["command"]


@click.command("case")
@click.argument("case")
@reform_option
@click.option(
    "--law-date", metavar="DATE", help="First year of the case, such as 2025 or 2025-01-01."
)
@click.option("--horizon", type=click.IntRange(1, 80), metavar="N", help="Number of years.")
@click.option(
    "--months",
    type=int,
    is_flag=False,
    flag_value=0,
    metavar="[YEAR]",
    help="The household's budget month by month instead, for the first year or YEAR.",
)
@format_option("table", "json", "csv")
@lang_option
def command(
    case: str,
    reforms: tuple[str, ...],
    law_date: str | None,
    horizon: int | None,
    months: int | None,
    output: str,
    lang: str,
) -> None:
    """Print who must act, who pays and who benefits in CASE, a file or a shipped case's name."""
    if months is not None:
        _months(case, reforms, law_date, horizon, months or None, output, lang)
        return
    from effektlov.session import answer_of

    found = answer_of(case, reforms, law_date=law_date, horizon=horizon)
    if output == "json":
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    elif output == "csv":
        from effektlov.tabular import csv_of

        click.echo(csv_of(found, lang), nl=False)
    else:
        from rich.console import Console

        from effektlov.render import WIDTH, render

        render(found, lang, Console(width=WIDTH, highlight=False, soft_wrap=False))


def _months(
    case: str,
    reforms: tuple[str, ...],
    law_date: str | None,
    horizon: int | None,
    year: int | None,
    output: str,
    lang: str,
) -> None:
    """The household's budget of one year."""
    from effektlov.months import household_months

    found = household_months(case, reforms, year=year, law_date=law_date, horizon=horizon)
    if output == "json":
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    elif output == "csv":
        from effektlov.tabular import months_csv

        click.echo(months_csv(found, lang), nl=False)
    else:
        from rich.console import Console

        from effektlov.render import WIDTH
        from effektlov.render_months import render_months

        render_months(found, lang, Console(width=WIDTH, highlight=False, soft_wrap=False))
