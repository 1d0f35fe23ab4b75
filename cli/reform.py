"""`effektlov reform`: list, show and check reforms."""

import click
import msgspec

from effektlov.cli._options import format_option, lang_option, print_json

__all__ = ["command"]


@click.group("reform")
def command() -> None:
    """List, show and check reforms."""


@command.command("list")
@format_option("table", "json")
@lang_option
def list_command(output: str, lang: str) -> None:
    """List the shipped reforms."""
    from effektlov.reform import find_reforms, shipped_reforms

    reforms = find_reforms(shipped_reforms())
    if output == "json":
        print_json(
            [
                {
                    "id": reform.id,
                    "title": msgspec.to_builtins(reform.title),
                    "in_force": reform.in_force.isoformat(),
                    "already_in_force": reform.already_in_force,
                    "blocks": [block.kind for block in reform.blocks],
                }
                for reform in reforms
            ]
        )
        return
    for reform in reforms:
        click.echo(f"{reform.id}\t{reform.in_force}\t{reform.title.text(lang)}")


@command.command("show")
@click.argument("reform", metavar="ID")
@format_option("table", "json")
@lang_option
def show_command(reform: str, output: str, lang: str) -> None:
    """Print what the reform ID (or the file of one) changes, its legal effect first."""
    from effektlov.reform_text import reform_data, reform_text

    if output == "json":
        print_json(reform_data(reform))
    else:
        click.echo(reform_text(reform, lang))


@command.command("check")
@click.argument("reforms", nargs=-1, required=True, metavar="ID...")
@format_option("table", "json")
@lang_option
def check_command(reforms: tuple[str, ...], output: str, lang: str) -> None:
    """Check that reforms read, apply together, and say what a law must say."""
    from effektlov.reform_text import reform_findings

    findings = reform_findings(reforms)
    if output == "json":
        print_json([msgspec.to_builtins(finding) for finding in findings])
        return
    for finding in findings:
        click.echo(f"{finding.reform}: {finding.message.text(lang)}")
    if not findings:
        click.echo("Ingen merknader." if lang == "nb" else "Nothing to remark.")
