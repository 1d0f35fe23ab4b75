"""`effektlov situations`: who pays before and after a change, each amount with its §."""

import click

from effektlov.cli._options import format_option, lang_option, print_json, reform_option

__all__ = ["command"]


@click.command("situations")
@click.argument("names", nargs=-1, metavar="[ID]...")
@reform_option
@format_option("table", "json")
@lang_option
def command(names: tuple[str, ...], reforms: tuple[str, ...], output: str, lang: str) -> None:
    """List the typical situations, or print who pays before and after in each ID."""
    import msgspec

    from effektlov.reform import apply_reforms, find_reforms
    from effektlov.regime import law_in_force
    from effektlov.situations import find_situations, who_pays

    regime = law_in_force()
    if reforms:
        regime = apply_reforms(regime, find_reforms(reforms))
    found = find_situations(names)
    if not names and output == "table":
        for one in found:
            click.echo(f"{one.name}\t{one.year}\t{one.title.text(lang)}")
        return
    tables = [who_pays(one, regime) for one in found]
    if output == "json":
        print_json(msgspec.to_builtins(tables))
        return
    from rich.console import Console

    from effektlov.render import WIDTH
    from effektlov.render_situations import render_situations

    console = Console(width=WIDTH, highlight=False, soft_wrap=False)
    render_situations(tables, regime, lang, console)
