"""The household's budget month by month as a table."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from effektlov.months import HouseholdYear, MonthLine
from effektlov.words import kroner, word

__all__ = ["render_months"]

_SAME_BELOW = 0.005
_NAMES = {
    "nb": ("jan", "feb", "mars", "apr", "mai", "juni", "juli", "aug", "sep", "okt", "nov", "des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def render_months(years: Sequence[HouseholdYear], lang: str, console: Console) -> None:
    """Print one table for each course, and once where each line comes from."""
    first = years[0]
    console.print(Text(first.title.text(lang), style="bold"))
    console.print(_about(first, lang))
    for year in years:
        console.print(_table(year, lang))
    console.print(_sources(years, lang))


def _about(year: HouseholdYear, lang: str) -> RenderableType:
    regime = year.regime.text(lang)
    if lang == "nb":
        text = f"Husstandens budsjett {year.year}, {regime}. Kroner i måneden; betalt har minus."
        if year.law_year != year.year:
            text += f" Loven er den for {year.law_year}, og kronene er omregnet til det året."
    else:
        text = f"The household's budget {year.year}, {regime}. Kroner a month; paid has a minus."
        if year.law_year != year.year:
            text += f" The law is that of {year.law_year}, in kroner of that year."
    return Group(Text(text, style="dim"), Text(""))


def _table(year: HouseholdYear, lang: str) -> Table:
    """One column for each run of equal months, and one for the year."""
    table = Table(
        title=year.label.text(lang),
        title_justify="left",
        title_style="bold",
        box=SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 0, 0, 1),
    )
    runs = _runs(year)
    table.add_column("", overflow="fold")
    for first, last in runs:
        names = _NAMES[lang][first], _NAMES[lang][last]
        table.add_column("–".join(dict.fromkeys(names)), justify="right", no_wrap=True)
    table.add_column(word("the_year", lang), justify="right", no_wrap=True)
    for line in year.lines:
        mark = "*" if line.by_year else ""
        table.add_row(line.label.text(lang) + mark, *_cells(line.kroner, runs, lang))
    table.add_section()
    table.add_row(word("household_net", lang), *_cells(year.net, runs, lang), style="bold")
    return table


def _runs(year: HouseholdYear) -> list[tuple[int, int]]:
    """First and last position of each run of months in which every line is the same."""
    columns = list(zip(*(line.kroner for line in year.lines), year.net, strict=True))
    starts = [0, *(at for at in range(1, 12) if _differ(columns[at], columns[at - 1]))]
    lasts = [*(start - 1 for start in starts[1:]), 11]
    return list(zip(starts, lasts, strict=True))


def _differ(one: Sequence[float], other: Sequence[float]) -> bool:
    return any(abs(a - b) >= _SAME_BELOW for a, b in zip(one, other, strict=True))


def _cells(values: Sequence[float], runs: Sequence[tuple[int, int]], lang: str) -> list[str]:
    return [kroner(value, lang) for value in (*(values[first] for first, _ in runs), sum(values))]


def _sources(years: Sequence[HouseholdYear], lang: str) -> RenderableType:
    lines: dict[str, MonthLine] = {}
    for year in years:
        lines |= {line.flow: line for line in year.lines}
    texts = []
    if any(line.by_year for line in lines.values()):
        texts.append(Text(word("twelfth", lang), style="dim"))
    texts += [
        Text(
            f"{line.label.text(lang)}: {line.legal_basis}"
            + (f", {word('budget', lang).lower()} {line.budget}" if line.budget else "")
            + f" · {line.other_side.text(lang)}"
        )
        for line in lines.values()
    ]
    return Group(*texts)
