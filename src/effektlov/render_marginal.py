"""The effective marginal rates of a household as a table of jumps."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from effektlov.case import Case
from effektlov.effective_rates import EffectiveRates, Jump
from effektlov.words import kroner, share, word

__all__ = ["render_marginal"]

_WORTH_SHOWING = 100.0


def render_marginal(case: Case, found: EffectiveRates, lang: str, console: Console) -> None:
    """Print where the rate begins, each jump, and what turns there."""
    console.print(Text(case.title.text(lang), style="bold"))
    console.print(Text(_about(found, lang), style="dim"))
    console.print(Text(_first(found, lang)))
    if not found.jumps:
        console.print(Text(word("no_jump", lang)))
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for name in ("yearly_wage", "rate_before", "rate_after", "lost_at_once"):
        table.add_column(word(name, lang), justify="right", no_wrap=True)
    table.add_column(word("turns_in", lang), overflow="fold")
    for jump in found.jumps:
        table.add_row(
            kroner(jump.wage, lang),
            share(jump.before, lang),
            share(jump.after, lang),
            kroner(jump.lost, lang) if abs(jump.lost) >= _WORTH_SHOWING else "",
            _reasons(jump, lang),
        )
    console.print(table)


def _about(found: EffectiveRates, lang: str) -> str:
    highest = kroner(found.wages[-1], lang)
    if lang == "nb":
        return (
            f"Effektiv marginalskatt i {found.year} når {found.person} tjener fra 0 til {highest} "
            "kroner: den delen av én krone mer i lønn som husstanden mister i skatt, ytelser og "
            "egenbetaling."
        )
    return (
        f"Effective marginal rate in {found.year} when {found.person} earns from 0 to {highest} "
        "kroner: the part of one more krone of wage that the household loses in tax, benefits and "
        "fees."
    )


def _first(found: EffectiveRates, lang: str) -> str:
    net, rate = kroner(found.net[0], lang), share(found.rates[0], lang)
    if lang == "nb":
        return f"Uten lønn har husstanden {net} kroner i året; av den første kronen tas {rate}."
    return f"Without a wage the household has {net} kroner a year; of the first krone {rate} goes."


def _reasons(jump: Jump, lang: str) -> str:
    return "; ".join(f"{reason.label.text(lang)} ({reason.section})" for reason in jump.reasons)
