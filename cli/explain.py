"""`effektlov explain`: a figure of a case, walked back to inputs, parameters with date, and §."""

import click

from effektlov.cli._options import format_option, lang_option, reform_option

__all__ = ["command"]


@click.command("explain")
@click.argument("case")
@click.argument("target")
@reform_option
@click.option(
    "--course",
    metavar="NAME",
    help="A course of the case, NAME+ for the one with the measure; the first by default.",
)
@click.option("--year", type=int, metavar="YEAR", help="Calendar year; the first by default.")
@click.option(
    "--law-date", metavar="DATE", help="First year of the case, such as 2025 or 2025-01-01."
)
@click.option("--horizon", type=click.IntRange(1, 80), metavar="N", help="Number of years.")
@click.option(
    "--depth", type=click.IntRange(0), metavar="N", help="Levels below TARGET; all by default."
)
@format_option("table", "json")
@lang_option
def command(
    case: str,
    target: str,
    reforms: tuple[str, ...],
    course: str | None,
    year: int | None,
    law_date: str | None,
    horizon: int | None,
    depth: int | None,
    output: str,
    lang: str,
) -> None:
    """Walk TARGET in CASE back to inputs, parameters with their date, and §.

    TARGET is the id of a flow, rule, input, duty, actor or budget-holder, or break_even:HOLDER.
    """
    from effektlov.explain import explain

    found = explain(
        case,
        target,
        reforms,
        course=course,
        year=year,
        law_date=law_date,
        horizon=horizon,
        depth=depth,
    )
    if output == "json":
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    else:
        from rich.console import Console

        from effektlov.render import WIDTH
        from effektlov.render_explanation import render_explanation

        render_explanation(found, lang, Console(width=WIDTH, highlight=False, soft_wrap=False))
