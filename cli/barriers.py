"""`effektlov barriers`: where the gain lands with another purse than the one that pays."""

import click

from effektlov.cli._options import format_option, lang_option, print_json, reform_option

__all__ = ["command"]


@click.command("barriers")
@reform_option
@click.option(
    "--least",
    type=click.FloatRange(min=0),
    default=5_000.0,
    show_default=True,
    metavar="KRONER",
    help="The least loss that is shown.",
)
@format_option("table", "json")
@lang_option
def command(reforms: tuple[str, ...], least: float, output: str, lang: str) -> None:
    """Print where what one purse pays gives a gain to another, the largest loss first: every
    measure in every shipped case, every typical situation, and every age of it."""
    import msgspec

    from effektlov.barriers import barriers
    from effektlov.reform import apply_reforms, find_reforms
    from effektlov.regime import law_in_force

    regime = law_in_force()
    if reforms:
        regime = apply_reforms(regime, find_reforms(reforms))
    found = barriers(regime, least=least)
    if output == "json":
        print_json(msgspec.to_builtins(found))
        return
    from rich.console import Console

    from effektlov.render import WIDTH
    from effektlov.render_barriers import render_barriers

    console = Console(width=WIDTH, highlight=False, soft_wrap=False)
    render_barriers(found, regime, lang, console)
