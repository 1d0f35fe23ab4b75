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
@format_option("table", "json", "csv")
@lang_option
def command(
    case: str,
    reforms: tuple[str, ...],
    law_date: str | None,
    horizon: int | None,
    output: str,
    lang: str,
) -> None:
    """Print who must act, who pays and who benefits in CASE, a file or a shipped case's name."""
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
