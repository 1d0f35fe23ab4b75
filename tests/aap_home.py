"""A person granted arbeidsavklaringspenger in one month, for the tests of the allowance."""

from typing import Any

from openfisca_core.simulations import Simulation
from situations import household

__all__ = ["DAYS", "first", "index", "on_aap", "paid_per_day"]

DAYS = 260 / 12
FIXED = {
    "aap_grunnlag_g",
    "aap_siden",
    "aap_nedsatt_siden",
    "aap_inntekt_siste_ar",
    "aap_inntekt_nest_siste_ar",
    "aap_inntekt_tredje_siste_ar",
    "aap_uforegrad_i_inntektsarene",
    "aap_yrkesskade_andel",
    "aap_yrkesskade_inntekt",
    "aap_yrkesskade_maned",
    "institusjonsopphold_siden",
}


def index(month: str) -> int:
    year, number = (int(part) for part in month.split("-"))
    return 12 * year + number - 1


def on_aap(month: str, born: str = "1985-01", children: int = 0, **given: Any) -> Simulation:
    person: dict[str, Any] = {"born": born, "innvilget_aap": {month: True}}
    for name, value in given.items():
        person[name] = {"ETERNITY" if name in FIXED else month: value}
    kids = {f"barn{number}": {"born": "2015-01"} for number in range(children)}
    return household({"ola": person} | kids, foreldre=["ola"], barna=list(kids))


def first(case: Simulation, rule: str, month: str) -> float:
    return float(case.calculate(rule, month)[0])


def paid_per_day(case: Simulation, month: str) -> float:
    both = ("arbeidsavklaringspenger", "aap_barnetillegg")
    return sum(first(case, rule, month) for rule in both) / DAYS
