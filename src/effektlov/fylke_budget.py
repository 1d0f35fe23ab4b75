"""A county authority's free income line by line, and what one youth more is worth to it."""

import csv
from collections.abc import Mapping
from functools import lru_cache

import msgspec
import numpy

from effektlov.errors import UnknownNameError, nearest
from effektlov.kommuner import kommune_numbers
from effektlov.law import PACKAGE, Label
from effektlov.population import Population, simulate
from effektlov.regime import Regime
from effektlov.rules.rule import info
from effektlov.simulation import year_of

__all__ = ["YEARS", "FylkeBudget", "FylkeLine", "FylkeWorth", "fylke_budget"]

YEARS = (2025, 2026)
"""Years of the grant with inhabitants and the appropriation of chapter 572."""

_TABLE = PACKAGE / "evidence" / "fylkeskommuner.csv"
_COLUMNS = {
    "fylkets_innbyggere_1_juli": "innbyggere_1_juli",
    "fylkets_innbyggere_16_18": "alder_16_18",
    "fylkeskommunens_inntektsskatt": "skatt",
    "fylkeskommunens_andre_skatter": "andre_skatteinntekter",
    "fylkeskommunens_rammetilskudd": "rammetilskudd",
    "fylkeskommunens_utgift_videregaende": "netto_videregaende",
}
_GRANT = (
    "innbyggertilskudd_likt_belop_fylke",
    "omfordelt_i_rammetilskuddet_fylke",
    "fylkeskommunens_rammetilskudd",
    "fylkeskommunens_inntektsskatt",
    "fylkeskommunens_andre_skatter",
    "frie_inntekter_fylke",
)
_SUMS = ("fylkeskommunens_rammetilskudd", "frie_inntekter_fylke")
_OF_ACCOUNT = (
    "omfordelt_i_rammetilskuddet_fylke",
    "frie_inntekter_fylke",
    "videregaende_per_ungdom_fylke",
    "videregaende_andel_av_frie_inntekter",
)
_HEAD = "innbyggertilskudd_per_hode_fylke"
_UNREAD_ACT = "inntektssystemet"
_GROWN = 30


class FylkeLine(msgspec.Struct, frozen=True):
    """A line of the budget, kroner; None where the account was not read."""

    id: str
    label: Label
    section: str
    href: str
    kroner: float | None
    per_head: float | None
    is_sum: bool


class FylkeWorth(msgspec.Struct, frozen=True):
    """What one unit more is worth, in the columns of the block grant; None where the rate or weight
    was not read."""

    id: str
    label: Label
    this_fylkeskommune_alone: float | None
    all_alike: float | None
    after_next_budget: float | None


class FylkeBudget(msgspec.Struct, frozen=True):
    """The answer about one county authority and year.

    `upper_secondary`: net cost in kroner. `per_youth`: the same over the inhabitants of 16 to 18.
    `share`: of the free income. `not_read`: what is missing, and why.
    """

    number: str
    name: str
    year: int
    inhabitants: float
    youth: float
    lines: tuple[FylkeLine, ...]
    upper_secondary: float | None
    per_youth: float | None
    share: float | None
    worth: tuple[FylkeWorth, ...]
    not_read: tuple[Label, ...]


def fylke_budget(regime: Regime, text: str, year: int) -> FylkeBudget:
    """The free income of a county authority of 2024 and its cost of upper secondary education.

    Args:
        regime: the law.
        text: its number or name.
        year: of the grant, one of `YEARS`.

    Raises:
        UnknownNameError: the county authority or the year is unknown.
    """
    if year not in YEARS:
        raise UnknownNameError(
            f"the table of fylker holds no grant of {year}",
            field="--year",
            allowed=[str(known) for known in YEARS],
        )
    row = _find(text)
    cells = {name: row.get(f"{column}_{year}", "") for name, column in _COLUMNS.items()}
    asked = {*_COLUMNS, *_GRANT, *_OF_ACCOUNT, _HEAD}
    amounts = _ask(regime, row["fylkesnummer"], year, cells, asked)
    has_account = bool(cells["fylkeskommunens_rammetilskudd"])
    heads = amounts["fylkets_innbyggere_1_juli"]

    def known(name: str) -> float | None:
        of_account = name in _OF_ACCOUNT or name in _COLUMNS
        return amounts[name] if has_account or not of_account else None

    return FylkeBudget(
        number=row["fylkesnummer"],
        name=row["navn"],
        year=year,
        inhabitants=heads,
        youth=amounts["fylkets_innbyggere_16_18"],
        lines=tuple(_line(regime, name, known(name), heads) for name in _GRANT),
        upper_secondary=known("fylkeskommunens_utgift_videregaende"),
        per_youth=known("videregaende_per_ungdom_fylke"),
        share=known("videregaende_andel_av_frie_inntekter"),
        worth=_worth(regime, amounts[_HEAD]),
        not_read=_not_read(regime),
    )


def _ask(
    regime: Regime, number: str, year: int, cells: Mapping[str, str], names: set[str]
) -> dict[str, float]:
    kommune = next(one for one in kommune_numbers() if one.startswith(number))
    people = Population(
        household=numpy.zeros(1, dtype=numpy.int64),
        role=numpy.array(["annen"]),
        born=numpy.array([12 * (year - _GROWN)]),
        kommune=numpy.array([int(kommune)]),
    )
    simulation = simulate(regime, people, year)
    for name, cell in cells.items():
        simulation.give(name, [numpy.array([float(cell or 0)])])
    return {name: float(simulation.calculate(name, year_of(year))[0]) for name in sorted(names)}


def _line(regime: Regime, name: str, kroner: float | None, heads: float) -> FylkeLine:
    declared = info(regime.system.variables[name])
    return FylkeLine(
        id=name,
        label=Label(declared.nb, declared.en),
        section=declared.section,
        href=declared.href,
        kroner=kroner,
        per_head=None if kroner is None else kroner / heads,
        is_sum=name in _SUMS,
    )


def _worth(regime: Regime, head: float) -> tuple[FylkeWorth, ...]:
    """The next budget sets post and tax anew, and all alike share the same post: zero there."""
    declared = info(regime.system.variables[_HEAD])
    return (
        FylkeWorth(_HEAD, Label(declared.nb, declared.en), head, 0.0, 0.0),
        FylkeWorth(
            "kriterium_16_18",
            Label("Én til i kriteriet 16-18 år", "One more in the criterion 16-18"),
            None,
            0.0,
            0.0,
        ),
        FylkeWorth(
            "skattekrone",
            Label("Det som er igjen av én skattekrone til", "What is left of one more tax krone"),
            None,
            1.0,
            0.0,
        ),
    )


def _not_read(regime: Regime) -> tuple[Label, ...]:
    return tuple(
        Label(f"{one.section}: {one.reason.nb}", f"{one.section}: {one.reason.en}")
        for one in regime.records.uncoded.get(_UNREAD_ACT, ())
        if "fylkeskommune" in one.section or "videregående" in one.section
    )


@lru_cache(maxsize=1)
def _rows() -> dict[str, dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as stream:
        return {row["fylkesnummer"]: row for row in csv.DictReader(stream)}


def _find(text: str) -> dict[str, str]:
    rows = _rows()
    named = {row["navn"].casefold(): row for row in rows.values()}
    found = rows.get(text) or named.get(text.casefold().removesuffix(" fylkeskommune"))
    if found is None:
        raise UnknownNameError(
            f"unknown fylke '{text}'",
            field="fylke",
            allowed=[f"{number} ({row['navn']})" for number, row in rows.items()],
            suggestion=nearest(text, [row["navn"] for row in rows.values()]),
        )
    return found
