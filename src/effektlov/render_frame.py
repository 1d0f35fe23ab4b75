"""What a reform's frame transfer does to the kommuner, as tables."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from effektlov.errors import UnknownNameError
from effektlov.kommune_frame import FrameAnswer, FrameRow
from effektlov.kommuner import find_kommune
from effektlov.render_parts import close_table
from effektlov.rules.kommune.rammeoverforing import NokkelSektor
from effektlov.words import kroner, share

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
    by_use, left_out = share(answer.by_use, lang), kroner(answer.left_out, lang)
    key = NokkelSektor[answer.sector].value.lower()
    named = ", ".join(_name(number) for number in answer.total_index)
    unknown, counted = len(answer.not_named), len(answer.rows)
    if lang == "nb":
        found = [
            f"{answer.reform}, {answer.year}: {amount} kroner i rammetilskuddet. Nøkkel: {key} "
            f"({answer.key_year}); {by_use} etter tidligere bruk",
            f"{answer.winners} kommuner vinner og {answer.losers} taper; {moved} kroner flytter "
            "mellom kommunene",
        ]
        notes = (
            "Målt mot det samme beløpet per innbygger: hva oppgaven koster den enkelte "
            "kommunen, er ikke oppgitt (--cost)",
            f"{left_out} kroner etter tidligere bruk er utelatt: bruken er ikke oppgitt",
            f"{unknown} av {counted} kommuner er ikke nevnt i fila og er regnet uten utgift",
            f"Behovet i sektoren er ikke funnet, og det samlede er brukt: {named}",
        )
    else:
        found = [
            f"{answer.reform}, {answer.year}: {amount} kroner in the block grant. Key: {key} "
            f"({answer.key_year}); {by_use} by earlier use",
            f"{answer.winners} kommuner win and {answer.losers} lose; {moved} kroner move between "
            "them",
        ]
        notes = (
            "Against the same amount per head: what the task costs each kommune is not stated "
            "(--cost)",
            f"{left_out} kroner by earlier use are left out: the use is not stated",
            f"{unknown} of {counted} kommuner are not named in the file and count as no cost",
            f"The need in the sector was not found and the total is used: {named}",
        )
    holds = (not answer.known_cost, answer.left_out, answer.not_named, answer.total_index)
    found += [note for note, applies in zip(notes, holds, strict=True) if applies]
    return [*found, f"{'Kilde' if lang == 'nb' else 'Source'}: {answer.source}"]


def _name(number: str) -> str:
    return find_kommune(number, error=UnknownNameError).name


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
