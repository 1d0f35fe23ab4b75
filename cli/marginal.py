"""`effektlov marginal`: what the household keeps of one more krone of wage, and why."""

import click

from effektlov.cli._options import format_option, lang_option, reform_option

__all__ = ["command"]


@click.command("marginal")
@click.argument("case")
@reform_option
@click.option("--year", type=int, metavar="YEAR", help="The year; the case's first by default.")
@click.option(
    "--highest",
    type=int,
    default=900_000,
    show_default=True,
    metavar="KRONER",
    help="The highest yearly wage.",
)
@click.option(
    "--at",
    type=click.IntRange(0, 100_000_000),
    metavar="KRONER",
    help="The yearly wage of which one more krone is split; what the case says by default.",
)
@format_option("table", "json", "csv")
@lang_option
def command(
    case: str,
    reforms: tuple[str, ...],
    year: int | None,
    highest: int,
    at: int | None,
    output: str,
    lang: str,
) -> None:
    """Print the effective marginal rate of CASE's focus person, wage by wage, each jump with its §,
    and who keeps what of one more krone.

    As csv: the wages alone.
    """
    from effektlov.effective_rates import effective_rates
    from effektlov.one_more_krone import one_more_krone
    from effektlov.session import open_case, regimes_of

    opened = open_case(case)
    regime = regimes_of(opened, reforms)[0][-1]
    found = effective_rates(opened, regime, year=year, highest=highest)
    if output == "csv":
        from effektlov.tabular import wages_csv

        click.echo(wages_csv(found), nl=False)
        return
    split = one_more_krone(opened, regime, year=year, wage=at)
    if output == "json":
        import msgspec

        both = msgspec.to_builtins(found) | {"one_more_krone": split}
        click.echo(msgspec.json.format(msgspec.json.encode(both), indent=2).decode())
    else:
        from rich.console import Console

        from effektlov.render import WIDTH
        from effektlov.render_marginal import render_marginal, render_one_more_krone

        console = Console(width=WIDTH, highlight=False, soft_wrap=False)
        render_marginal(opened, found, lang, console)
        render_one_more_krone(split, regime, lang, console)
