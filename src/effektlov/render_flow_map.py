"""The map of payers and payees as tables."""

from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from effektlov.flow_map import FlowMap, PostCheck
from effektlov.law import Actor
from effektlov.render_parts import close_table
from effektlov.words import kroner, share, word

__all__ = ["render_flow_map"]


def render_flow_map(found: FlowMap, actors: dict[str, Actor], lang: str, console: Console) -> None:
    """Print who pays whom, payer by payer, and then the posts of the state budget."""
    console.print(Text(_about(found, lang)))
    for payer, lines in groupby(found.flows, key=lambda line: line.payer):
        table = close_table(actors[payer].label.text(lang))
        table.add_column(word("gets_now", lang), overflow="fold", ratio=3)
        table.add_column(word("flow", lang).capitalize(), overflow="fold", ratio=5)
        table.add_column(word("section", lang), overflow="fold", ratio=4)
        table.add_column(word("budget", lang), no_wrap=True)
        for line in lines:
            table.add_row(
                actors[line.payee].label.text(lang),
                line.label.text(lang),
                str(line.legal_basis),
                line.budget,
            )
        console.print(table)
    console.print(_checks(found, lang))
    console.print(_posts(found, lang))


def _about(found: FlowMap, lang: str) -> str:
    pairs = len({(line.payer, line.payee) for line in found.flows})
    if lang == "nb":
        return (
            f"{len(found.flows)} pengestrømmer mellom {pairs} par av betaler og mottaker i "
            f"{found.year}."
        )
    return f"{len(found.flows)} flows between {pairs} pairs of payer and payee in {found.year}."


def _checks(found: FlowMap, lang: str) -> Table:
    table = close_table(word("posts_checked", lang))
    table.add_column(word("budget", lang), no_wrap=True)
    table.add_column(word("year", lang).capitalize(), no_wrap=True)
    for name in ("accounts_mnok", "by_rules_mnok", "deviation"):
        table.add_column(word(name, lang), justify="right", no_wrap=True)
    table.add_column(word("recipients_and_why", lang), overflow="fold")
    for check in found.checks:
        table.add_row(
            f"{check.chapter}-{check.post}",
            str(check.year),
            kroner(check.accounts, lang),
            _by_rules(check, lang),
            share(check.deviation, lang) if check.deviation is not None else "",
            _recipients(check, lang),
        )
    return table


def _posts(found: FlowMap, lang: str) -> Table:
    table = close_table(word("state_posts", lang))
    table.add_column(word("budget", lang), no_wrap=True)
    for name in ("accounts_mnok", "budget_mnok"):
        table.add_column(word(name, lang), justify="right", no_wrap=True)
    table.add_column(word("flow", lang).capitalize(), overflow="fold")
    for post in found.posts:
        table.add_row(
            f"{post.chapter}-{post.post}",
            *(_million(value, lang) for value in (post.accounts, post.approved_budget)),
            ", ".join(post.flows),
        )
    return table


def _million(value: float | None, lang: str) -> str:
    return "–" if value is None else kroner(value, lang)


def _by_rules(check: PostCheck, lang: str) -> str:
    limits = (check.lower, check.upper) if check.by_rules is None else (check.by_rules,)
    return "–".join(_million(limit, lang) for limit in limits)


def _recipients(check: PostCheck, lang: str) -> str:
    counted = "; ".join(
        f"{one.label.text(lang)}: {kroner(one.count, lang)}" for one in check.recipients
    )
    parts = [f"{counted} ({check.source.title}, {word(check.confidence, lang)})"]
    return ". ".join([*parts, check.note.text(lang)] if check.note else parts)
