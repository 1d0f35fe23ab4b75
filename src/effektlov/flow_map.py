"""The map of payers and payees: every flow of the law, and the state accounts of its post.

Accounts and budgets are the government agency for financial management's, million kroner by chapter
and post (state accounts, NLOD; by way of github.com/Lippen1995/Project_statsbudsjett). A post is
checked against the rules where the number of recipients is published; the others have no total.
"""

import csv
from functools import lru_cache

import msgspec

from effektlov.errors import UnknownNameError
from effektlov.law import PACKAGE, Confidence, Flow, Label, LegalBasis, Source
from effektlov.post_checks import (
    PostCount,
    flows_of_post,
    flows_of_year,
    million_by_rules,
    post_counts,
    post_of,
)
from effektlov.regime import law_in_force

__all__ = ["EXPLAIN_FROM", "Counted", "FlowLine", "FlowMap", "PostCheck", "PostLine", "flow_map"]

EXPLAIN_FROM = 0.10
"""A deviation above this share of the accounts is explained."""

_ACCOUNTS = PACKAGE / "evidence" / "state_accounts.csv"
_LATEST = 2025


class FlowLine(msgspec.Struct, frozen=True):
    """One flow: who pays whom, of which kind, by which § and budget line."""

    id: str
    label: Label
    payer: str
    payee: str
    kind: str
    legal_basis: LegalBasis
    budget: str


class PostLine(msgspec.Struct, frozen=True):
    """One post of the state budget in a year, million kroner."""

    chapter: int
    post: str
    year: int
    accounts: float | None
    approved_budget: float | None
    flows: tuple[str, ...]


class Counted(msgspec.Struct, frozen=True):
    """Recipients of a kind and how many they are."""

    label: Label
    count: float


class PostCheck(msgspec.Struct, frozen=True):
    """A post's accounts against the rules times the published number of recipients, million kroner.

    Either `by_rules` and its `deviation` as a share of the accounts, or the limits `lower` and
    `upper` between which the accounts must lie. `note` explains.
    """

    chapter: int
    post: str
    year: int
    accounts: float
    flows: tuple[str, ...]
    recipients: tuple[Counted, ...]
    source: Source
    confidence: Confidence
    by_rules: float | None = None
    deviation: float | None = None
    lower: float | None = None
    upper: float | None = None
    note: Label | None = None


class FlowMap(msgspec.Struct, frozen=True):
    """All flows by payer and payee, the posts that state flows stand on, and the posts checked.

    A post is checked in the year if recipients are counted in it, else in the newest year counted.
    """

    year: int
    flows: tuple[FlowLine, ...]
    posts: tuple[PostLine, ...]
    checks: tuple[PostCheck, ...]


def flow_map(year: int = _LATEST) -> FlowMap:
    """Every flow in force in a year, and the state accounts of its post.

    Raises:
        UnknownNameError: no state accounts or budget are held for the year.
    """
    accounts = _accounts()
    years = sorted({key[2] for key in accounts})
    if year not in years:
        raise UnknownNameError(
            f"no state accounts are held for {year}",
            field="--year",
            allowed=[f"{years[0]} to {years[-1]}"],
        )
    flows = flows_of_year(year, law_in_force().flows)
    lines = [_line(name, flow) for name, flow in flows.items()]
    lines.sort(key=lambda line: (line.payer, line.payee, line.id))
    return FlowMap(year, tuple(lines), tuple(_posts(flows, year)), tuple(_checks(year)))


def _line(name: str, flow: Flow) -> FlowLine:
    return FlowLine(
        id=name,
        label=flow.label,
        payer=flow.payer,
        payee=flow.payee,
        kind=flow.kind,
        legal_basis=flow.legal_basis,
        budget=str(flow.budget or ""),
    )


def _posts(flows: dict[str, Flow], year: int) -> list[PostLine]:
    on_post: dict[tuple[int, str], list[str]] = {}
    for name, flow in flows.items():
        post = post_of(flow)
        if post is not None:
            on_post.setdefault(post, []).append(name)
    accounts = _accounts()
    return [
        PostLine(*post, year, *accounts.get((*post, year), (None, None)), tuple(names))
        for post, names in sorted(on_post.items())
    ]


def _checks(year: int) -> list[PostCheck]:
    """Each post checked once, the greatest deviation first."""
    found = []
    for post, counts in sorted(post_counts().items()):
        counted = {count.year for count in counts}
        shown = year if year in counted else max(counted)
        found.append(_check(post, [count for count in counts if count.year == shown]))
    return sorted(found, key=lambda check: -abs(check.deviation or 0))


def _check(post: tuple[int, str], counts: list[PostCount]) -> PostCheck:
    """One record, or two that state the limits.

    Raises:
        UnknownNameError: no accounts of the post are held for the year, or no flow stands on it.
    """
    year, first = counts[0].year, counts[0]
    accounts = _accounts().get((*post, year), (None, None))[0]
    flows = flows_of_post(post, year, law_in_force().flows)
    if accounts is None or not flows:
        raise UnknownNameError(f"no accounts or no flow of post {post[0]}-{post[1]} in {year}")
    amounts = {count.bound: million_by_rules(count, flows, law_in_force()) for count in counts}
    by_rules = amounts.get(None)
    return PostCheck(
        *post,
        year,
        accounts,
        tuple(flows),
        tuple(Counted(one.recipients.label, one.recipients.count) for one in first.groups),
        first.source,
        first.confidence,
        by_rules=by_rules,
        deviation=by_rules / accounts - 1 if by_rules is not None else None,
        lower=amounts.get("lower"),
        upper=amounts.get("upper"),
        note=first.note,
    )


@lru_cache(maxsize=1)
def _accounts() -> dict[tuple[int, str, int], tuple[float | None, float | None]]:
    found = {}
    with _ACCOUNTS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            key = (int(row["chapter"]), row["post"], int(row["year"]))
            found[key] = (
                _number(row["accounts_mnok"]),
                _number(row["approved_budget_mnok"]),
            )
    return found


def _number(text: str) -> float | None:
    return float(text) if text else None
