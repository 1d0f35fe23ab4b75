"""The map of duties as a table."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from effektlov.duty_map import DutyLine
from effektlov.render_parts import close_table
from effektlov.words import word

__all__ = ["render_duty_map"]


def render_duty_map(lines: Sequence[DutyLine], lang: str, console: Console) -> None:
    """Print the duties that facts set off, then those that stand whatever the facts are."""
    running = [line for line in lines if line.runs]
    standing = [line for line in lines if not line.runs]
    console.print(Text(_summary(running, standing, lang)))
    console.print(_table(running, lang))
    if standing:
        console.print(Text(word("standing_duties", lang), style="bold"))
        console.print(_table(standing, lang))


def _summary(running: Sequence[DutyLine], standing: Sequence[DutyLine], lang: str) -> str:
    holders = len({line.holder for line in [*running, *standing]})
    effect = sum(line.formulation == "EFFECT" for line in running)
    if lang == "nb":
        return (
            f"{len(running)} plikter som fakta i en sak utløser, {len(standing)} som gjelder "
            f"uansett, hos {holders} pliktsubjekter; {effect} av de første måles på virkning."
        )
    return (
        f"{len(running)} duties that facts of a case set off, {len(standing)} that stand "
        f"regardless, on {holders} holders; {effect} of the first are measured by effect."
    )


def _table(lines: Sequence[DutyLine], lang: str) -> Table:
    table = close_table()
    table.add_column(word("age", lang), justify="right", no_wrap=True)
    table.add_column(word("duty", lang), overflow="fold", ratio=6)
    table.add_column(word("holder", lang), overflow="fold", ratio=3)
    table.add_column(word("kind", lang), overflow="fold", ratio=2)
    table.add_column(word("section", lang), overflow="fold", ratio=4)
    for line in lines:
        first, last = line.ages
        about = line.label.text(lang)
        if line.deadline is not None:
            about += f" ({word('deadline', lang)}: {line.deadline.text(lang)})"
        if line.reason is not None:
            about += f" – {line.reason.text(lang)}"
        table.add_row(
            f"{first}–{last}" if first != last else str(first),
            about,
            line.holder_label.text(lang),
            f"{word(line.kind, lang)}, {word(line.owes, lang)}",
            str(line.legal_basis),
        )
    return table
