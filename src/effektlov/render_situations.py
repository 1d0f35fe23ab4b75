"""Who pays before and after, as a table for each situation."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from effektlov.regime import Regime
from effektlov.render_parts import close_table
from effektlov.situations import FlowChange, WhoPays
from effektlov.weak_values import WeakValue
from effektlov.words import kroner, word

__all__ = ["render_situations"]

_WORTH_SHOWING = 0.5


def render_situations(
    tables: Sequence[WhoPays], regime: Regime, lang: str, console: Console
) -> None:
    """Print each situation's flows with their §, and the net of every legal person."""
    actors = regime.records.actors
    for found in tables:
        console.print(Text(f"{found.title.text(lang)}, {found.year}", style="bold"))
        before, after = (label.text(lang) for label in found.labels)
        flows = close_table()
        flows.add_column(word("flow", lang), overflow="fold", ratio=4)
        flows.add_column(word("pays_now", lang), overflow="fold", ratio=3)
        flows.add_column(word("gets_now", lang), overflow="fold", ratio=3)
        flows.add_column(before, justify="right", overflow="fold", ratio=2)
        flows.add_column(after, justify="right", overflow="fold", ratio=2)
        flows.add_column(word("section", lang), overflow="fold", ratio=4)
        for flow in found.flows:
            basis = str(flow.legal_basis)
            flows.add_row(
                flow.label.text(lang) + ("*" if _assumed(flow) else ""),
                actors[flow.payer].label.text(lang),
                actors[flow.payee].label.text(lang),
                kroner(flow.before, lang),
                kroner(flow.after, lang),
                f"{basis} ({flow.budget})" if flow.budget else basis,
            )
        console.print(flows)
        for line in _weakest(found, lang):
            console.print(Text(line))
        console.print(_net(found, regime, lang))


def _assumed(flow: FlowChange) -> list[WeakValue]:
    return [value for value in flow.weak if value.confidence == "assumed"]


def _weakest(found: WhoPays, lang: str) -> list[str]:
    """Each assumed value once, with the reason (in bokmål, as it is written)."""
    values = {value.name: value for flow in found.flows for value in _assumed(flow)}
    return [
        f"* {value.label.text(lang)}: {word(value.confidence, lang)}. {value.reason}".rstrip(". ")
        for value in values.values()
    ]


def _net(found: WhoPays, regime: Regime, lang: str) -> Table:
    actors = regime.records.actors
    table = close_table()
    table.add_column(word("total_of", lang))
    for label in found.labels:
        table.add_column(label.text(lang), justify="right")
    table.add_column(word("change_in_kroner", lang), justify="right")
    for holder, (before, after) in sorted(found.holders.items(), key=lambda one: one[1][1]):
        if max(abs(before), abs(after)) >= _WORTH_SHOWING:
            name = actors[holder].label.text(lang)
            table.add_row(name, *(kroner(v, lang) for v in (before, after, after - before)))
    table.add_section()
    before, after = found.public
    table.add_row(
        word("net_public", lang),
        *(kroner(value, lang) for value in (before, after, after - before)),
        style="bold",
    )
    return table
