"""The barriers as text, the largest loss first."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from effektlov.barriers import Barrier
from effektlov.regime import Regime
from effektlov.words import kroner, word

__all__ = ["render_barriers"]


def render_barriers(found: Sequence[Barrier], regime: Regime, lang: str, console: Console) -> None:
    """Print who pays, what each ring is left with, and through which § the gain goes elsewhere."""
    console.print(Text(_about(found, lang)))
    for number, one in enumerate(found, start=1):
        console.print()
        console.print(Text(f"{number} {_headline(one, lang)}", style="bold"))
        for line in (_rings(one, regime, lang), _through(one, regime, lang)):
            console.print(Padding(Text(line), (0, 0, 0, 2)))


def _about(found: Sequence[Barrier], lang: str) -> str:
    if lang == "nb":
        return (
            f"{len(found)} steder der gevinsten havner hos andre enn den som betaler, størst tap "
            "først. For et tiltak er gevinsten den som kommer når det lykkes; om det gjør det, er "
            "et annet spørsmål. Forskyvninger mellom kommuner er ikke regnet med."
        )
    return (
        f"{len(found)} places where the gain lands with others than the one who pays, the largest "
        "loss first. The gain of a measure is that of a success; whether it succeeds is another "
        "question. Shifts between kommuner do not count."
    )


def _headline(one: Barrier, lang: str) -> str:
    lost = kroner(one.lost, lang)
    if lang == "nb":
        return f"{one.title.nb}: {lost} kroner havner hos andre ({one.years} år)"
    years = "1 year" if one.years == 1 else f"{one.years} years"
    return f"{one.title.en}: {lost} kroner land elsewhere ({years})"


def _rings(one: Barrier, regime: Regime, lang: str) -> str:
    actors = regime.records.actors
    payer, person = (actors[name].label.text(lang) for name in (one.payer, one.legal_person))
    rings = [f"{payer} {kroner(one.service_net, lang)}"]
    if person != payer:
        rings.append(f"{person} {kroner(one.legal_person_net, lang)}")
    rings.append(f"{word('net_public', lang).lower()} {kroner(one.public_net, lang)}")
    return f"{word('total_of', lang)}: {', '.join(rings)}"


def _through(one: Barrier, regime: Regime, lang: str) -> str:
    actors = regime.records.actors
    parts = [
        f"{part.label.text(lang)}, {kroner(part.kroner, lang)} "
        f"{word('to_actor', lang)} {actors[part.actor].label.text(lang)} ({part.legal_basis})"
        for part in one.through
    ]
    when = f" ({word('budget_years_only', lang)})" if one.source == "measure" else ""
    return f"{word('through', lang)}{when}: {'; '.join(parts)}"
