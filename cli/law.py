"""`effektlov law`: look up rules, parameters, duties and flows with their §."""

import click
import msgspec

from effektlov.cli._options import format_option, lang_option, print_json

__all__ = ["command"]


@click.group("law")
def command() -> None:
    """Look up what is encoded: rules, parameters, duties, flows, actors, unit costs, acts."""


@command.command("show")
@click.argument("name", metavar="ID")
@format_option("table", "json")
@lang_option
def show_command(name: str, output: str, lang: str) -> None:
    """Print the rule, parameter, duty, flow, actor, unit cost or act ID with its § and link."""
    from effektlov.catalogue import show

    entries = show(name)
    if output == "json":
        print_json(msgspec.to_builtins(entries))
        return
    from effektlov.render_catalogue import entry_text

    click.echo("\n\n".join(entry_text(entry, lang) for entry in entries))


@command.command("list")
@click.argument(
    "kind",
    type=click.Choice(
        ("rule", "input", "parameter", "flow", "duty", "standing_duty", "actor", "unit_cost", "act")
    ),
)
@format_option("table", "json")
@lang_option
def list_command(kind: str, output: str, lang: str) -> None:
    """List every id of a KIND with its label and §."""
    from effektlov.catalogue import names_of, show

    entries = [entry for name in names_of(kind) for entry in show(name) if entry.kind == kind]
    if output == "json":
        print_json(msgspec.to_builtins(entries))
        return
    for entry in entries:
        click.echo(f"{entry.id}\t{entry.label.text(lang)}\t{entry.section}")


@command.command("duties")
@click.option("--age", default="0..29", show_default=True, metavar="AGES", help="16 or 0..29.")
@click.option("--date", metavar="DATE", help="A date such as 2025-07-01; today by default.")
@format_option("table", "json")
@lang_option
def duties_command(age: str, date: str | None, output: str, lang: str) -> None:
    """Print who owes what at which age: every duty in force, by age and urgency."""
    from effektlov.duty_map import duty_map

    lines = duty_map(age, date)
    if output == "json":
        print_json(msgspec.to_builtins(lines))
        return
    from rich.console import Console

    from effektlov.render import WIDTH
    from effektlov.render_duty_map import render_duty_map

    render_duty_map(lines, lang, Console(width=WIDTH, highlight=False, soft_wrap=False))


@command.command("flows")
@click.option("--year", type=int, default=2025, show_default=True, help="Year of the accounts.")
@format_option("table", "json")
@lang_option
def flows_command(year: int, output: str, lang: str) -> None:
    """Print who pays whom: every flow with its § and budget line, and the state accounts."""
    from effektlov.flow_map import flow_map

    found = flow_map(year)
    if output == "json":
        print_json(msgspec.to_builtins(found))
        return
    from rich.console import Console

    from effektlov.regime import law_in_force
    from effektlov.render import WIDTH
    from effektlov.render_flow_map import render_flow_map

    console = Console(width=WIDTH, highlight=False, soft_wrap=False)
    render_flow_map(found, law_in_force().records.actors, lang, console)


@command.command("rates")
@click.option("--date", required=True, metavar="DATE", help="A date such as 2025-07-01.")
@format_option("table", "json")
@lang_option
def rates_command(date: str, output: str, lang: str) -> None:
    """Print the rate sheet of a date: every value that the law reads then."""
    from effektlov.catalogue import rates

    found = rates(date)
    if output == "json":
        print_json(msgspec.to_builtins(found))
        return
    from effektlov.render_catalogue import rate_text

    for rate in found:
        click.echo(rate_text(rate, lang))
