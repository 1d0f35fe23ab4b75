"""All kommuner at once: the rules of the whole kommune, asked for the country in one run.

All kommuner are one population, each with one inhabitant, so that a rule runs once for the country.
In the national pass the country's own quantities (average tax, deduction, average need) are sums
over that population and no published figures: what some get, others give.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.indexed_enums import Enum, EnumArray

from effektlov.errors import UnknownNameError
from effektlov.inputs import inputs_of
from effektlov.kommuner import find_kommune, kommune_numbers
from effektlov.law import PACKAGE
from effektlov.population import Population, simulate
from effektlov.regime import Regime, law_in_force
from effektlov.simulation import RowSimulation, year_of

__all__ = [
    "BUDGET_AMOUNTS",
    "BUDGET_TESTS",
    "BY_CRITERIA",
    "COUNTED",
    "FRAME_TRANSFER",
    "SECTORS",
    "WITHOUT_SCHOOLS",
    "YEARS",
    "National",
    "all_kommuner",
    "ask",
    "columns",
    "distances",
    "national_pass",
    "published",
    "row",
    "year_of_grant",
]

Array = NDArray[Any]

YEARS = (2025, 2026)
"""Years of grant for which the kommune table holds figures."""

SECTORS = (
    "grunnskole",
    "pleie_omsorg",
    "barnehage",
    "barnevern",
    "sosialhjelp",
    "kommunehelse",
    "administrasjon_landbruk",
)
COUNTED = (
    "alder_og_basis_grunnskole",
    "alder_og_basis_pleie_omsorg",
    "alder_og_basis_barnehage",
    "alder_og_basis_barnevern",
    "alder_og_basis_sosialhjelp",
    "alder_og_basis_kommunehelse",
    "alder_og_basis_administrasjon_landbruk",
)
"""The part of each sector index that rests on counted inhabitants."""

BY_CRITERIA = {
    "grunnskole": "utgiftsbehov_av_kriterier_grunnskole",
    "barnehage": "utgiftsbehov_av_kriterier_barnehage",
    "kommunehelse": "utgiftsbehov_av_kriterier_kommunehelse",
    "administrasjon_landbruk": "utgiftsbehov_av_kriterier_administrasjon_landbruk",
}
"""The sectors whose every criterion the table holds, in the years that have counted ages."""

BUDGET_TESTS = (
    "okonomi_behandlet_i_tide",
    "budsjettet_er_realistisk",
    "budsjett_i_balanse",
    "drift_uten_lan",
    "merforbruk_dekket_i_tide",
    "lan_lovlige",
    "avdrag_dekker_minimum",
    "budsjettet_er_lovlig",
    "meldes_inn_i_robek",
)
"""Kommuneloven's tests of a budget, to be asked with `ask`."""

BUDGET_AMOUNTS = ("minimumsavdrag", "merforbruk_med_frist_i_ar", "skal_avsettes_til_driftsfond")
"""What kommuneloven asks the budget to hold, in kroner."""

FRAME_TRANSFER = ("rammeendring", "oppgaveflytting_netto", "oppgaveflytting_overgang")
"""What a task that moves between the levels does to each kommune, to be asked with `ask`."""

WITHOUT_SCHOOLS: Mapping[str, Array] = {"trekk_for_privatskoleelever": numpy.array(0.0)}
"""No deduction for private schools: the table's is computed backwards from the published amount."""

_AFTER = ("inntektsutjevning_symmetrisk", "tilleggskompensasjon", "trekk_for_tilleggskompensasjon")
_GROWN = 30
_TABLE = PACKAGE / "evidence" / "kommuner_inntektssystem.csv"


@dataclass(frozen=True)
class National:
    """All kommuner of a year with the country's own average, deduction and need.

    `lines`: kroner by rule, one element per kommune. `own`: the country's own quantities.
    """

    numbers: tuple[str, ...]
    lines: Mapping[str, Array]
    own: Mapping[str, float] = field(default_factory=dict)

    def total(self, rule: str) -> float:
        """The sum of a line over all kommuner."""
        return float(self.lines[rule].sum())


@lru_cache(maxsize=1)
def columns() -> Mapping[str, Any]:
    """What is said of each column of the table."""
    from effektlov import schema, yaml_reader

    found: dict[str, Any] = schema.plain(yaml_reader.read(_TABLE.with_suffix(".yaml"))) or {}
    return found


@lru_cache(maxsize=1)
def _rows() -> dict[str, dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as stream:
        return {row["kommunenummer"]: row for row in csv.DictReader(stream)}


def row(number: str) -> Mapping[str, str]:
    """The row of a kommune, cells as written."""
    return _rows()[number]


def all_kommuner() -> tuple[str, ...]:
    """Every kommune number, in the order of the answers' arrays."""
    return tuple(sorted(kommune_numbers()))


def published(name: str, year: int, numbers: Sequence[str] | None = None) -> Array:
    """A column of the table for a year, nan where it was not read."""
    chosen = all_kommuner() if numbers is None else numbers
    cells = [_rows()[number].get(f"{name}_{year}", "") for number in chosen]
    return numpy.array([float(cell) if cell else numpy.nan for cell in cells])


def ask(
    regime: Regime,
    year: int,
    rules: Iterable[str],
    given: Mapping[str, Array] | None = None,
    numbers: Sequence[str] | None = None,
) -> dict[str, Array]:
    """Rules of the kommune for a year: one element per kommune, all in one run.

    Args:
        regime: the law.
        year: of the grant, or of the plan.
        rules: names of rules or inputs of the kommune.
        given: inputs that replace the table's, one element per kommune; of an enum, its place.
        numbers: the kommuner, in order; all of them by default.

    Raises:
        UnknownNameError: an input or rule is unknown.
    """
    chosen = all_kommuner() if numbers is None else tuple(numbers)
    simulation = _country(regime, year, chosen, given or {})
    found = {}
    for name in rules:
        if name not in regime.system.variables:
            raise UnknownNameError(
                f"no variable '{name}'", got=name, allowed=regime.system.variables
            )
        found[name] = simulation.calculate(name, year_of(year))
    simulation.forget()
    return found


def _country(
    regime: Regime, year: int, numbers: tuple[str, ...], given: Mapping[str, Array]
) -> RowSimulation:
    count = len(numbers)
    people = Population(
        household=numpy.arange(count),
        role=numpy.full(count, "annen"),
        born=numpy.full(count, 12 * (year - _GROWN)),
        kommune=numpy.array([int(number) for number in numbers]),
    )
    simulation = simulate(regime, people, year)
    known = inputs_of("kommune")
    for name, declared in known.items():
        column = published(name, year, numbers)
        if name not in given and not numpy.isnan(column).all():
            _give(simulation, name, numpy.where(numpy.isnan(column), declared.default, column))
    for name, values in given.items():
        if name not in known:
            raise UnknownNameError(f"unknown input '{name}'", got=name, allowed=known)
        _give(simulation, name, numpy.broadcast_to(values, count))
    return simulation


def _give(simulation: RowSimulation, name: str, values: Array) -> None:
    variable = simulation.tax_benefit_system.variables[name]
    if variable.value_type is Enum:
        places = numpy.asarray(values).astype(numpy.uint8)
        simulation.give(name, [EnumArray(places, variable.possible_values)])
        return
    simulation.give(name, [numpy.asarray(values).astype(variable.dtype)])


def national_pass(regime: Regime, year: int) -> National:
    """Both equalisations over all kommuner, with the country's own average tax and need, and a
    deduction that pays what the additional compensation costs."""
    numbers = all_kommuner()
    heads, tax = (
        ask(regime, year, ("innbyggertall", "skatt_per_innbygger"))[name].astype(float)
        for name in ("innbyggertall", "skatt_per_innbygger")
    )
    average = float((heads * tax).sum() / heads.sum())
    own: dict[str, Array] = {"landets_skatt_per_innbygger": numpy.array(average)}
    paid = ask(regime, year, ("tilleggskompensasjon",), own)["tilleggskompensasjon"]
    deduction = float(paid.sum() / heads.sum())
    own["trekk_per_innbygger"] = numpy.array(deduction)
    counted = published("innbyggertall_1_juli", year)
    total = published("utgiftsbehov_publisert", year)
    quantities = {"average_tax": average, "deduction": deduction}
    moved = _moved_needs(regime, year)
    for sector in SECTORS:
        index = published(f"utgiftsbehov_{sector}", year)
        index = numpy.where(numpy.isnan(index), total, index + moved.get(sector, 0.0))
        mean = float((counted * index).sum() / counted.sum())
        own[f"utgiftsbehov_{sector}"] = index / mean
        quantities[sector] = mean
    names = (*(f"utgiftsutjevning_{sector}" for sector in SECTORS), *_AFTER, "inntektsutjevning")
    return National(numbers, ask(regime, year, names, own), quantities)


def _moved_needs(regime: Regime, year: int) -> dict[str, Array]:
    """What a reform of a sub-key adds to the published index, where every criterion is held."""
    if not regime.reforms or numpy.isnan(published("kriterieindeks_heltid", year)).all():
        return {}
    names = BY_CRITERIA.values()
    after, before = ask(regime, year, names), ask(law_in_force(), year, names)
    return {sector: after[name] - before[name] for sector, name in BY_CRITERIA.items()}


def distances(regime: Regime, found: National, year: int) -> dict[str, Array]:
    """Computed less published, kroner per head, where the year has published amounts; expenditure
    equalisation without the deduction for private schools, which is read off the published one."""
    off = {}
    answer = published("utgiftsutjevning_publisert", year)
    if not numpy.isnan(answer).all():
        names = ("utgiftsutjevning", "innbyggertall_1_juli")
        asked = ask(regime, year, names, WITHOUT_SCHOOLS)
        off["expenditure_equalisation"] = (asked["utgiftsutjevning"] - answer) / asked[
            "innbyggertall_1_juli"
        ]
    settled = [
        find_kommune(number, error=UnknownNameError).cells.get(f"inntektsutjevning_{year}")
        for number in found.numbers
    ]
    if all(settled):
        heads = ask(regime, year, ("innbyggertall",))["innbyggertall"]
        official = numpy.array([float(cell or 0) for cell in settled])
        off["income_equalisation"] = (found.lines["inntektsutjevning"] - official) / heads
    return off


def year_of_grant(text: str) -> int:
    """A year of grant from what was written.

    Raises:
        UnknownNameError: the table holds nothing for it.
    """
    known = {str(year): year for year in YEARS}
    if text not in known:
        raise UnknownNameError(
            f"the kommune table holds no grant of '{text}'", field="--year", allowed=known
        )
    return known[text]
