"""What a reform's frame transfer does to the kommuner, as tables."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from effektlov.kommune_frame import FrameAnswer, FrameRow
from effektlov.render_parts import close_table
from effektlov.words import decimal, kroner

__all__ = ["render_frame"]

_SHOWN = 8

_HEADS = {
    "nb": ("Kommune", "Rammen", "Oppgaven koster", "Gevinst", "Per hode", "Overgang første år"),
    "en": ("Kommune", "The frame", "The task costs", "Gain", "Per head", "Transition, first year"),
}
_SAME = {"nb": "Likt per hode", "en": "Same per head"}


def render_frame(answer: FrameAnswer, number: str | None, lang: str, out: Console) -> None:
    """Print the sums, who wins and loses most per head, or one kommune."""
    for line in _summary(answer, lang):
        out.print(Text(line))
    ranked = sorted(answer.rows, key=lambda row: row.per_head)
    if number is not None:
        ranked = [row for row in ranked if row.number == number]
        out.print(_table(answer, ranked, lang))
        return
    most, least = ranked[-_SHOWN:][::-1], ranked[:_SHOWN]
    out.print(Text("Vinner mest per hode" if lang == "nb" else "Win most per head", style="bold"))
    out.print(_table(answer, most, lang))
    out.print(Text("Taper mest per hode" if lang == "nb" else "Lose most per head", style="bold"))
    out.print(_table(answer, least, lang))


def _summary(answer: FrameAnswer, lang: str) -> list[str]:
    amount, moved = kroner(answer.amount, lang), kroner(answer.moved, lang)
    share = decimal(answer.by_use, lang)
    if lang == "nb":
        found = [
            f"{answer.reform}, {answer.year}: {amount} kroner i rammetilskuddet, "
            f"nøkkel {answer.sector} ({answer.key_year}), del etter tidligere bruk {share}",
            f"{answer.winners} kommuner vinner og {answer.losers} taper; {moved} kroner flytter "
            "mellom kommunene",
        ]
        if not answer.known_cost:
            found.append(
                "Målt mot det samme beløpet per innbygger: hva oppgaven koster den enkelte "
                "kommunen, er ikke oppgitt (--cost)"
            )
        if answer.left_out:
            found.append(
                f"{kroner(answer.left_out, lang)} kroner etter tidligere bruk er utelatt: bruken "
                "er ikke oppgitt"
            )
        return [*found, f"Kilde: {answer.source}"]
    found = [
        f"{answer.reform}, {answer.year}: {amount} kroner in the block grant, key {answer.sector} "
        f"({answer.key_year}), part by earlier use {share}",
        f"{answer.winners} kommuner win and {answer.losers} lose; {moved} kroner move between them",
    ]
    if not answer.known_cost:
        found.append(
            "Against the same amount per head: what the task costs each kommune is not stated "
            "(--cost)"
        )
    if answer.left_out:
        found.append(
            f"{kroner(answer.left_out, lang)} kroner by earlier use are left out: the use is not "
            "stated"
        )
    return [*found, f"Source: {answer.source}"]


def _table(answer: FrameAnswer, rows: list[FrameRow], lang: str) -> Table:
    titles = list(_HEADS[lang])
    if not answer.known_cost:
        titles[2] = _SAME[lang]
    table = close_table()
    for place, title in enumerate(titles):
        table.add_column(title, justify="right" if place else "left", overflow="fold")
    for row in rows:
        figures = (row.frame, row.against, row.net, row.per_head, row.transition)
        table.add_row(f"{row.name} ({row.number})", *(kroner(value, lang) for value in figures))
    return table
