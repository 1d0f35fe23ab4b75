"""A kommune's grant as tables: lines, what one unit more is worth, and what is published."""

from typing import Any

import numpy
from rich.console import Console
from rich.table import Table
from rich.text import Text

from effektlov.kommune_country import SECTORS, National
from effektlov.kommune_grant import GrantLine, KommuneGrant
from effektlov.render_parts import close_table
from effektlov.words import decimal, kroner, word

__all__ = ["render_kommune", "render_national"]

_SMALL = 10


def render_kommune(grant: KommuneGrant, lang: str, out: Console) -> None:
    """Print the grant line by line, the worth of one unit more, the checks and what is assumed."""
    heads = f"{kroner(grant.inhabitants, lang)} {word('inhabitants', lang)}"
    out.print(Text(f"{grant.name} ({grant.number}), {grant.year}: {heads}", style="bold"))
    out.print(_lines(grant, lang))
    basis, sum_line = word("section", lang), grant.lines[-1]
    out.print(f"{basis}: {sum_line.section} {sum_line.href}")
    out.print(Text(word("one_unit_more", lang), style="bold"))
    out.print(_worth(grant, lang))
    if grant.checks:
        out.print(Text(word("against_published", lang), style="bold"))
        out.print(_checks(grant, lang))
        out.print(word("deviation_why", lang))
    out.print(Text(word("pools", lang), style="bold"))
    out.print(_pools(grant, lang))
    for title, text in _notes(grant, lang):
        out.print(f"{word(title, lang)}: {text}")


def _table(*columns: tuple[str, bool, int]) -> Table:
    table = close_table()
    for title, figure, ratio in columns:
        table.add_column(title, justify="right" if figure else "left", overflow="fold", ratio=ratio)
    return table


def _lines(grant: KommuneGrant, lang: str) -> Table:
    table = _table(
        (word("line", lang), False, 5),
        (word("amount", lang), True, 3),
        (word("per_head", lang), True, 2),
        (word("budget", lang), False, 4),
        (word("confidence", lang), False, 2),
    )
    for line in grant.lines:
        amount = word("not_read", lang) if line.kroner is None else kroner(line.kroner, lang)
        head = "" if line.per_head is None else kroner(line.per_head, lang)
        style = "bold" if line.is_sum else ""
        table.add_row(
            line.label.text(lang), amount, head, _post(line), _sure(line, lang), style=style
        )
    return table


def _post(line: GrantLine) -> str:
    """Chapter and post; the § stands once below the table."""
    return line.section.rpartition("; ")[2].removeprefix("Stortingets budsjettvedtak ")


def _sure(line: GrantLine, lang: str) -> str:
    """The confidence, with a star where a value is carried past its last known year."""
    return word(line.confidence, lang) + ("*" if line.carried else "")


def _worth(grant: KommuneGrant, lang: str) -> Table:
    table = _table(
        (word("line", lang), False, 5),
        (word("this_kommune_alone", lang), True, 2),
        (word("all_alike", lang), True, 2),
        (word("after_next_budget", lang), True, 2),
        (word("confidence", lang), False, 2),
    )
    for one in grant.worth:
        columns = (one.this_kommune_alone, one.all_alike, one.after_next_budget)
        table.add_row(
            one.label.text(lang), *(_figure(v, lang) for v in columns), word(one.confidence, lang)
        )
    return table


def _figure(value: float | None, lang: str) -> str:
    if value is None or abs(value) < _SMALL:
        return decimal(value, lang)
    return kroner(value, lang)


def _checks(grant: KommuneGrant, lang: str) -> Table:
    table = _table(
        (word("line", lang), False, 4),
        (word("computed", lang), True, 3),
        (word("published", lang), True, 3),
        (word("deviation", lang), True, 3),
        (word("per_head", lang), True, 2),
    )
    for check in grant.checks:
        figures = (check.computed, check.published, check.deviation, check.per_head)
        table.add_row(check.label.text(lang), *(kroner(value, lang) for value in figures))
    return table


def _pools(grant: KommuneGrant, lang: str) -> Table:
    table = _table(
        (word("criterion", lang), False, 5),
        (word("service", lang), False, 3),
        (word("weight", lang), True, 2),
        (word("amount", lang), True, 3),
    )
    for pool in grant.pools:
        weight = f"{pool.weight:.5f}"
        table.add_row(
            pool.label.text(lang),
            pool.sector.text(lang),
            weight.replace(".", ",") if lang == "nb" else weight,
            kroner(pool.kroner, lang),
        )
    return table


def _notes(grant: KommuneGrant, lang: str) -> list[tuple[str, str]]:
    carried = sorted({name for line in grant.lines for name in line.carried})
    found = []
    unread = [line.label.text(lang) for line in grant.lines if line.kroner is None]
    if unread:
        found.append(("not_read", ", ".join(unread)))
    if carried:
        found.append(("stale", ", ".join(carried)))
    if grant.tax_year != grant.year:
        found.append(("tax_of_year", str(grant.tax_year)))
    if grant.assumed:
        found.append(("kommune_assumed", ", ".join(grant.assumed)))
    return found


def render_national(found: National, off: dict[str, Any], lang: str, out: Console) -> None:
    """Print the sums over all kommuner, and how far each published amount lies."""
    out.print(Text(word("all_kommuner", lang), style="bold"))
    sums = _table((word("line", lang), False, 5), (word("sum_of_all", lang), True, 3))
    spent = sum(found.total(f"utgiftsutjevning_{sector}") for sector in SECTORS)
    sums.add_row(word("expenditure_equalisation", lang), _figure(spent, lang))
    sums.add_row(word("income_equalisation", lang), _figure(found.total("inntektsutjevning"), lang))
    out.print(sums)
    own = _table((word("own_quantity", lang), False, 5), (word("value", lang), True, 3))
    for name, value in found.own.items():
        own.add_row(word(name, lang).replace("_", " "), f"{value:.4f}")
    out.print(own)
    distance = _table(
        (word("deviation", lang), False, 4),
        *((f"{share} %", True, 1) for share in (0, 5, 25, 50, 75, 95, 100)),
    )
    for title, values in off.items():
        points = numpy.percentile(numpy.asarray(values), (0, 5, 25, 50, 75, 95, 100))
        distance.add_row(word(title, lang), *(kroner(float(point), lang) for point in points))
    out.print(distance)
    out.print(word("deviation_why", lang))
