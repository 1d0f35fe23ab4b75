"""The effective marginal rates of a household as a table of jumps, and who keeps what."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from effektlov.case import Case
from effektlov.effective_rates import EffectiveRates, Jump
from effektlov.one_more_krone import GrantChange, OneMoreKrone, PurseChange
from effektlov.regime import Regime
from effektlov.render_parts import close_table
from effektlov.words import kroner, share, word

__all__ = ["render_marginal", "render_one_more_krone"]

_WORTH_SHOWING = 100.0


def render_marginal(case: Case, found: EffectiveRates, lang: str, console: Console) -> None:
    """Print where the rate begins, each jump, and what turns there."""
    console.print(Text(case.title.text(lang), style="bold"))
    console.print(Text(_about(found, lang), style="dim"))
    console.print(Text(_first(found, lang)))
    if not found.jumps:
        console.print(Text(word("no_jump", lang)))
        return
    table = close_table()
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


def render_one_more_krone(found: OneMoreKrone, regime: Regime, lang: str, console: Console) -> None:
    """Print what each purse gains or pays of the higher wage, and the kommune's equalisation."""
    table = close_table(_split_of(found, lang))
    table.add_column(word("purse", lang), overflow="fold", ratio=3)
    table.add_column(word("change_in_kroner", lang), justify="right", no_wrap=True)
    table.add_column(word("of_the_krone", lang), justify="right", no_wrap=True)
    table.add_column(word("through", lang), overflow="fold", ratio=7)
    for purse in found.purses:
        table.add_row(
            regime.records.actors[purse.actor].label.text(lang),
            kroner(purse.kroner, lang),
            share(purse.kroner / found.more, lang),
            _through(purse, lang),
        )
    console.print(table)
    if found.grant:
        console.print(_equalised(found, lang))


def _split_of(found: OneMoreKrone, lang: str) -> str:
    more, wage = kroner(found.more, lang), kroner(found.wage, lang)
    if lang == "nb":
        return (
            f"Hvem får hva av {more} kroner mer i lønn ({kroner(found.more / 12, lang)} i måneden) "
            f"når {found.person} har {wage} kroner i årslønn"
        )
    return (
        f"Who keeps what of {more} kroner more of wage ({kroner(found.more / 12, lang)} a month) "
        f"when {found.person} earns {wage} kroner a year"
    )


def _through(purse: PurseChange, lang: str) -> str:
    return "; ".join(
        f"{one.label.text(lang)} {kroner(one.kroner, lang)} ({one.legal_basis})"
        for one in purse.through
    )


def _equalised(found: OneMoreKrone, lang: str) -> Table:
    table = close_table(word("after_equalisation", lang))
    table.add_column(word("line", lang), overflow="fold", ratio=4)
    table.add_column(word("section", lang), overflow="fold", ratio=4)
    for name in ("this_kommune_alone", "all_alike", "after_next_budget"):
        table.add_column(word(name, lang), justify="right", ratio=2)
    columns = [_columns(line) for line in found.grant]
    for line, values in zip(found.grant, columns, strict=True):
        name = f"{line.label.text(lang)} ({found.year + line.lag_years})"
        table.add_row(name, line.section, *(kroner(value, lang) for value in values))
    totals = (sum(column) for column in zip(*columns, strict=True))
    kept = Text(word("kommune_keeps", lang), style="bold")
    table.add_row(kept, "", *(kroner(total, lang) for total in totals))
    return table


def _columns(line: GrantChange) -> tuple[float, float, float]:
    return line.this_kommune_alone, line.all_alike, line.after_next_budget
