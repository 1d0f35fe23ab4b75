"""The map of payers and payees: every flow of the law, and the state accounts of its post.

Accounts and budgets are the government agency for financial management's, million kroner by chapter
and post (state accounts, NLOD; by way of github.com/Lippen1995/Project_statsbudsjett). A post is
checked against the rules where the number of recipients is published; the others have no total.
"""

import csv
from functools import lru_cache

import msgspec
import numpy

from effektlov.errors import UnknownNameError
from effektlov.law import PACKAGE, Flow, Label, LegalBasis
from effektlov.population import Population, year_sums
from effektlov.regime import law_in_force

__all__ = ["FlowLine", "FlowMap", "PostLine", "flow_map"]

_ACCOUNTS = PACKAGE / "evidence" / "state_accounts.csv"
_INHABITANTS = PACKAGE / "evidence" / "inhabitants_by_age.csv"
_EXPLAIN_FROM = 0.10
_MILLION = 1_000_000
_CHILD_BENEFIT = (845, "70")
_COUNTED_YEAR = 2025


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
    """One post of the state budget in a year, million kroner.

    `by_rules`: what the rules give for the published number of recipients, else None. A deviation
    above 10 per cent is explained in `note`.
    """

    chapter: int
    post: str
    year: int
    accounts: float | None
    approved_budget: float | None
    flows: tuple[str, ...]
    by_rules: float | None = None
    deviation: float | None = None
    note: Label | None = None


class FlowMap(msgspec.Struct, frozen=True):
    """All flows, by payer and payee, and the posts that state flows stand on."""

    year: int
    flows: tuple[FlowLine, ...]
    posts: tuple[PostLine, ...]


def flow_map(year: int = _COUNTED_YEAR) -> FlowMap:
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
    flows = {
        name: flow
        for name, flow in law_in_force().flows.items()
        if (flow.from_ is None or flow.from_.year <= year)
        and (flow.to is None or flow.to.year >= year)
    }
    lines = [_line(name, flow) for name, flow in flows.items()]
    lines.sort(key=lambda line: (line.payer, line.payee, line.id))
    return FlowMap(year, tuple(lines), tuple(_posts(flows, year)))


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
        if flow.budget is not None and flow.budget.chapter and flow.budget.post:
            on_post.setdefault((flow.budget.chapter, flow.budget.post.zfill(2)), []).append(name)
    return [_post(key, tuple(names), year) for key, names in sorted(on_post.items())]


def _post(key: tuple[int, str], names: tuple[str, ...], year: int) -> PostLine:
    accounts, budget = _accounts().get((*key, year), (None, None))
    line = PostLine(*key, year, accounts, budget, names)
    if key == _CHILD_BENEFIT and year == _COUNTED_YEAR and accounts:
        computed = _ordinary_child_benefit(year)
        deviation = computed / accounts - 1
        return msgspec.structs.replace(
            line,
            by_rules=computed,
            deviation=deviation,
            note=_CHILD_BENEFIT_NOTE if abs(deviation) > _EXPLAIN_FROM else None,
        )
    return line


_CHILD_BENEFIT_NOTE = Label(
    nb=(
        "Regnet for alle barn under 18 år (SSBs tall for 1. januar) med ordinær sats; utvidet "
        "barnetrygd, småbarnstillegg og tillegget i nord er på samme post, og antallet mottakere "
        "er ikke funnet"
    ),
    en=(
        "Computed for all children under 18 (Statistics Norway, 1 January) at the ordinary rate; "
        "extended benefit, the infant and northern additions are on the same post, and their "
        "numbers of recipients were not found"
    ),
)


def _ordinary_child_benefit(year: int) -> float:
    """Million kroner: the rule for a child of each birth month, times the children of that age."""
    ages = _inhabitants(year)
    born = [12 * (year - age) - month for age in range(19) for month in range(1, 13)]
    born += [12 * year + month for month in range(12)]
    newborn = _inhabitants(year + 1)[0]
    weights = [ages[age] / 12 for age in range(19) for _ in range(12)] + [newborn / 12] * 12
    population = Population(
        household=numpy.arange(len(born)),
        role=numpy.full(len(born), "barn"),
        born=numpy.array(born),
        kommune=numpy.full(len(born), 1103),
    )
    paid = year_sums(law_in_force(), population, year, ["barnetrygd_per_barn"])
    return float(paid["barnetrygd_per_barn"] @ numpy.array(weights)) / _MILLION


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


def _inhabitants(year: int) -> list[int]:
    with _INHABITANTS.open(encoding="utf-8", newline="") as stream:
        return [int(row[str(year)]) for row in csv.DictReader(stream)]
