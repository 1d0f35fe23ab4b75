"""Persons with disability benefit for a whole year, for the tests of the benefit."""

from typing import Any

from openfisca_core.simulations import Simulation
from situations import household

__all__ = [
    "MEAN_G",
    "ROUNDING",
    "alone",
    "disabled",
    "every",
    "index",
    "months",
    "with_children",
    "year_sum",
]

MEAN_G = {2023: 116_239, 2024: 122_225, 2025: 128_116, 2026: 134_419}
FIXED = {
    "trygdetid_ar",
    "uforetrygd_siden",
    "ufor_siden",
    "krav_om_uforetrygd_maned",
    "yrkesaktiv_etter_26",
    "institusjonsopphold_siden",
}
ROUNDING = 12 * 0.5  # § 22-11: each month in whole kroner


def index(month: str) -> int:
    year, number = (int(part) for part in month.split("-"))
    return 12 * year + number - 1


def months(year: int, first: int = 1, last: int = 12) -> list[str]:
    return [f"{year}-{month:02}" for month in range(first, last + 1)]


def every(year: int, value: Any, first: int = 1, last: int = 12) -> dict[str, Any]:
    return dict.fromkeys(months(year, first, last), value)


def disabled(year: int, born: str = "1995-06", **given: Any) -> dict[str, Any]:
    """A person with disability benefit all year; `lonn` per year, other facts all year."""
    person: dict[str, Any] = {"born": born, "innvilget_uforetrygd": every(year, True)}
    for name, value in given.items():
        if name == "lonn":
            person[name] = every(year, value / 12)
        elif name.endswith("_g") or name in FIXED or name.startswith("uforetrygd_inntekt_ar"):
            person[name] = {"ETERNITY": value}
        else:
            person[name] = value if isinstance(value, dict) else every(year, value)
    return person


def alone(person: dict[str, Any]) -> Simulation:
    return household({"ola": person}, foreldre=["ola"])


def year_sum(case: Simulation, rule: str, year: int, person: int = 0) -> float:
    return float(case.calculate_add(rule, str(year))[person])


def with_children(
    year: int, parents: dict[str, dict[str, Any]], *births: str, **child: Any
) -> Simulation:
    children = {f"barn{number}": {"born": born} | child for number, born in enumerate(births)}
    return household(parents | children, foreldre=list(parents), barna=list(children))
