"""A county authority's free income as tables."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from effektlov.fylke_budget import FylkeBudget
from effektlov.render_parts import close_table
from effektlov.words import decimal, kroner, share, word

__all__ = ["render_fylke"]

_SMALL = 10


def render_fylke(found: FylkeBudget, lang: str, out: Console) -> None:
    """Print the free income line by line, upper secondary education, what one more is worth, and
    what was not read."""
    heads = f"{kroner(found.inhabitants, lang)} {word('inhabitants', lang)}"
    out.print(Text(f"{found.name} ({found.number}), {found.year}: {heads}", style="bold"))
    out.print(_lines(found, lang))
    out.print(Text(_school(found, lang)))
    out.print(Text(word("one_more_to_fylke", lang), style="bold"))
    out.print(_worth(found, lang))
    out.print(Text(word("not_read_why", lang), style="bold"))
    for label in found.not_read:
        out.print(Text(f"  {label.text(lang)}"))


def _lines(found: FylkeBudget, lang: str) -> Table:
    table = close_table()
    table.add_column(word("line", lang), overflow="fold", ratio=5)
    table.add_column(word("amount", lang), justify="right", ratio=3)
    table.add_column(word("per_head", lang), justify="right", ratio=2)
    table.add_column(word("section", lang), overflow="fold", ratio=6)
    for line in found.lines:
        table.add_row(
            line.label.text(lang),
            _kroner(line.kroner, lang),
            "" if line.per_head is None else kroner(line.per_head, lang),
            line.section,
            style="bold" if line.is_sum else "",
        )
    return table


def _school(found: FylkeBudget, lang: str) -> str:
    """The cost of upper secondary education in one sentence."""
    if found.upper_secondary is None or found.per_youth is None or found.share is None:
        return word("account_not_read", lang)
    cost, youth = kroner(found.upper_secondary, lang), kroner(found.youth, lang)
    each, part = kroner(found.per_youth, lang), share(found.share, lang)
    if lang == "nb":
        return (
            f"Videregående opplæring koster {cost} kroner netto, {part} av de frie inntektene: "
            f"{each} kroner for hver av {youth} innbyggere på 16–18 år. Det er et gjennomsnitt og "
            "ikke hva én elev til koster."
        )
    return (
        f"Upper secondary education costs {cost} kroner net, {part} of the free income: {each} "
        f"kroner for each of {youth} inhabitants aged 16–18. It is an average and not what one "
        "more pupil costs."
    )


def _worth(found: FylkeBudget, lang: str) -> Table:
    table = close_table()
    table.add_column(word("line", lang), overflow="fold", ratio=5)
    for name in ("this_fylkeskommune_alone", "all_fylker_alike", "after_next_budget"):
        table.add_column(word(name, lang), justify="right", ratio=2)
    for one in found.worth:
        columns = (one.this_fylkeskommune_alone, one.all_alike, one.after_next_budget)
        table.add_row(one.label.text(lang), *(_figure(value, lang) for value in columns))
    return table


def _figure(value: float | None, lang: str) -> str:
    if value is None:
        return word("not_read", lang)
    return kroner(value, lang) if abs(value) >= _SMALL else decimal(value, lang)


def _kroner(value: float | None, lang: str) -> str:
    return word("not_read", lang) if value is None else kroner(value, lang)
