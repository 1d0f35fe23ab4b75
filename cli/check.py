"""`effektlov check`: what is wrong with the law data that is shipped."""

import sys

import click

from effektlov.cli._options import format_option, lang_option, print_json

__all__ = ["command"]


@click.command("check")
@format_option("table", "json")
@lang_option
def command(output: str, lang: str) -> None:
    """Check parameters, rules, flows, duties, evidence, reforms and cases.

    Ends with exit code 1 when there is an error; warnings alone are no error.
    """
    from effektlov.check import check

    found = check()
    counts = {
        level: sum(finding.level == level for finding in found)
        for level in ("error", "warning", "info")
    }
    if output == "json":
        findings = [
            {
                "level": finding.level,
                "file": finding.file,
                "name": finding.name,
                "check": finding.check,
                "message": finding.message(lang),
            }
            for finding in found
        ]
        print_json({"counts": counts, "findings": findings})
    else:
        from effektlov.words import word

        file = None
        for finding in found:
            if finding.file != file:
                file = finding.file
                click.echo(file)
            level = word(finding.level, lang)
            click.echo(f"  {level:<9}{finding.name}: {finding.message(lang)}")
        names = ("feil", "advarsler", "til opplysning")
        if lang == "en":
            names = ("errors", "warnings", "to be known")
        click.echo(
            ", ".join(f"{count} {name}" for count, name in zip(counts.values(), names, strict=True))
        )
    sys.exit(1 if counts["error"] else 0)
