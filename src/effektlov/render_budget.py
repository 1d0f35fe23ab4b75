"""The budget years of the answer: services, what a measure takes, the block grant, the frames."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from effektlov.answer import Answer, CourseBudget, RegimeAnswer
from effektlov.render_parts import account_label, new_table
from effektlov.words import kroner, word

__all__ = ["budget_years"]


def budget_years(answer: Answer, regime: RegimeAnswer, lang: str) -> RenderableType:
    """The budget years of each course, what the measure takes, the block grant, the frames."""
    parts: list[RenderableType] = []
    years = [str(answer.law_date + n) for n in range(len(regime.budget[0].household))]
    unit = (
        f"nominelle kroner, netto per tjeneste, {regime.label.nb}"
        if lang == "nb"
        else f"nominal kroner, net per service, {regime.label.en}"
    )
    plain = [budget for budget in regime.budget if not budget.with_measure]
    for number, budget in enumerate(plain):
        name = budget.label.text(lang)
        heading = f"{word('budget_years', lang)}, {unit}\n{name}" if number == 0 else name
        parts.append(_budget_table(answer, budget, heading, years, lang))
    helped = [b for b in regime.budget if b.with_measure and b.course == plain[0].course]
    if helped and answer.measure_label:
        parts.append(_measure_table(answer, plain[0], helped[0], years, lang))
    if regime.block_grant:
        parts.append(_grant_table(answer, regime, lang))
    for one in answer.regimes:
        if one.compensation:
            parts.append(_compensation(one, lang))
    return Group(*parts)


def _measure_table(
    answer: Answer,
    plain: CourseBudget,
    helped: CourseBudget,
    years: Sequence[str],
    lang: str,
) -> Table:
    """What the measure takes from each service in the budget years."""
    label = answer.measure_label.text(lang) if answer.measure_label else ""
    table = new_table(f"{word('measure_costs', lang)}: {label}", word("account", lang), *years)
    for service, values in helped.services.items():
        before = plain.services.get(service, (0.0,) * len(values))
        moved = [after - first for after, first in zip(values, before, strict=True)]
        if max(abs(value) for value in moved) >= 0.5:
            table.add_row(
                account_label(answer, service, lang), *(kroner(value, lang) for value in moved)
            )
    return table


def _budget_table(
    answer: Answer, budget: CourseBudget, heading: str, years: Sequence[str], lang: str
) -> Table:
    table = new_table(heading, word("account", lang), *years, word("lowest_balance", lang))
    for holder in budget.holders:
        members = [
            name
            for name in budget.services
            if name == holder.holder or name.startswith(f"{holder.holder}.")
        ]
        for service in members:
            if len(members) > 1:
                cells = (kroner(v, lang) for v in budget.services[service])
                table.add_row("  " + account_label(answer, service, lang), *cells, "")
        table.add_row(
            Text(account_label(answer, holder.holder, lang), style="bold"),
            *(kroner(v, lang) for v in holder.nominal),
            kroner(holder.lowest_balance, lang),
        )
        if any(abs(a - b) >= 1 for a, b in zip(holder.nominal, holder.cashable, strict=True)):
            table.add_row(
                "  " + word("cashable_sum", lang), *(kroner(v, lang) for v in holder.cashable), ""
            )
    table.add_row(
        word("husstand", lang), *(kroner(v, lang) for v in budget.household), "", style="italic"
    )
    return table


def _grant_table(answer: Answer, regime: RegimeAnswer, lang: str) -> Table:
    """The three columns for the first year in which something moves, each line with its lag."""
    names = list(answer.courses.values())
    first = min(
        next((n for n, v in enumerate(line.this_kommune_alone) if abs(v) >= 0.5), 99)
        - line.lag_years
        for line in regime.block_grant
    )
    if regime.low_link:
        first = len(regime.budget[0].household) - 1
    title = (
        f"{word('block_grant', lang)}: «{names[-1].text(lang)}» "
        + ("mot" if lang == "nb" else "against")
        + f" «{names[0].text(lang)}»"
    )
    table = Table(
        title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False
    )
    table.add_column(word("line", lang), max_width=46)
    table.add_column(word("section", lang), max_width=30)
    for column in ("this_kommune_alone", "all_alike", "after_next_budget"):
        table.add_column(word(column, lang), justify="right")
    totals = [0.0, 0.0, 0.0]
    for line in regime.block_grant:
        at = first + line.lag_years
        values = [
            column[at] if at < len(column) else 0.0
            for column in (line.this_kommune_alone, line.all_alike, line.after_next_budget)
        ]
        totals = [total + value for total, value in zip(totals, values, strict=True)]
        table.add_row(
            f"{line.label.text(lang)} ({answer.law_date + at})",
            line.section,
            *(kroner(v, lang) for v in values),
        )
    kept = Text(word("kommune_keeps", lang), style="bold")
    table.add_row(kept, "", *(kroner(v, lang) for v in totals))
    return table


def _compensation(regime: RegimeAnswer, lang: str) -> RenderableType:
    found = regime.compensation
    if found is None:
        return Text("")
    rows = [
        f"{year}: {kroner(amount, lang)} "
        + ("til sektoren" if lang == "nb" else "to the sector")
        + (
            f", {kroner(found.kommune_by_cost_key[year], lang)} "
            + (
                "til kommunen etter kostnadsnøkkel"
                if lang == "nb"
                else "to the kommune by cost key"
            )
            if found.kommune_by_cost_key.get(year)
            else ""
        )
        for year, amount in found.amounts.items()
    ]
    return Group(
        Text(word("compensation", lang), style="bold"),
        *(Text(row) for row in rows),
        Text(found.note.text(lang)),
        Text(""),
    )
