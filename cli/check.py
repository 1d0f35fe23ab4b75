"""`effektlov check`: what is wrong with the law data that is shipped."""

import sys
from itertools import groupby
from typing import TYPE_CHECKING

import click

from effektlov.cli._options import format_option, lang_option, print_json

if TYPE_CHECKING:
    from effektlov.check import Finding

__all__ = ["command"]

_LEVELS = {
    "error": {"nb": ("feil", "feil"), "en": ("error", "errors")},
    "warning": {"nb": ("advarsel", "advarsler"), "en": ("warning", "warnings")},
    "info": {"nb": ("til opplysning",) * 2, "en": ("to be known",) * 2},
}


@click.command("check")
@format_option("table", "json")
@lang_option
def command(output: str, lang: str) -> None:
    """Check parameters, rules, flows, duties, evidence, reforms and cases.

    Ends with exit code 1 when there is an error; warnings alone are no error.
    """
    from effektlov.check import check

    found = check()
    counts = {level: sum(finding.level == level for finding in found) for level in _LEVELS}
    if output == "json":
        print_json({"counts": counts, "findings": [_plain(finding, lang) for finding in found]})
    else:
        for file, findings in groupby(found, key=lambda finding: finding.file):
            click.echo(file)
            for finding in findings:
                level = _LEVELS[finding.level][lang][0]
                click.echo(f"  {level:<9} {finding.name}: {finding.message(lang)}")
        click.echo(", ".join(f"{n} {_LEVELS[level][lang][n != 1]}" for level, n in counts.items()))
    sys.exit(1 if counts["error"] else 0)


def _plain(finding: "Finding", lang: str) -> dict[str, str]:
    return {
        "level": finding.level,
        "file": finding.file,
        "name": finding.name,
        "check": finding.check,
        "message": finding.message(lang),
    }
