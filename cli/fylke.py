"""`effektlov fylke`: a county authority's free income and its cost of upper secondary education."""

import click

from effektlov.cli._options import format_option, lang_option, print_json

__all__ = ["command"]


@click.command("fylke")
@click.argument("name", metavar="FYLKE")
@click.option("--year", type=int, default=2025, show_default=True, help="Year of grant.")
@format_option("table", "json")
@lang_option
def command(name: str, year: int, output: str, lang: str) -> None:
    """Print the free income of FYLKE (a number or a name) line by line with its §, what upper
    secondary education takes of it, and what one youth more is worth."""
    import msgspec

    from effektlov.fylke_budget import fylke_budget
    from effektlov.regime import law_in_force

    found = fylke_budget(law_in_force(), name, year)
    if output == "json":
        print_json(msgspec.to_builtins(found))
        return
    from rich.console import Console

    from effektlov.render import WIDTH
    from effektlov.render_fylke import render_fylke

    render_fylke(found, lang, Console(width=WIDTH, highlight=False, soft_wrap=False))
