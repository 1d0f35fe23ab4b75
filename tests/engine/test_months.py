"""The household's budget month by month."""

import pytest

from effektlov.case import shipped_cases
from effektlov.errors import UnknownNameError
from effektlov.months import household_months
from effektlov.session import answer_of

CASE = """
case: to_barn
title: {nb: To barn, en: Two children}
kommune: 1103
start: 2024
horizon: 2
household:
  mor: {born: 1990-03-01, role: forelder, lonn: {2024-01: 60000, 2024-02: 61000, 2025-01: 32000}}
  eldst: {born: 2015-05-01, role: barn, focus: true}
  yngst: {born: 2018-10-20, role: barn}
courses:
  naa: {label: {nb: Nå, en: Now}}
"""


def lines_of(path, year=None):
    (found,) = household_months(str(path), year=year)
    return found, {line.flow: line for line in found.lines}


def test_each_month_has_its_own_rate(tmp_path):
    """Barnetrygdloven § 10: 1 510 for a child of six, 1 766 below; one rate from September 2024."""
    path = tmp_path / "to_barn.yaml"
    path.write_text(CASE)
    found, lines = lines_of(path)
    # The younger turns six in October 2024: 1 766 to September, when the rate is 1 766 for all.
    assert lines["barnetrygd_ordinaer"].kroner == (1510 + 1766,) * 8 + (2 * 1766,) * 4
    assert lines["barnetrygd_utvidet"].kroner == (2516,) * 12
    assert lines["lonn"].kroner == (60000, 61000) + (0,) * 10
    assert not lines["lonn"].by_year
    assert lines["trygdeavgift"].by_year
    assert len(set(lines["trygdeavgift"].kroner)) == 1
    assert found.net == pytest.approx(
        [sum(line.kroner[month] for line in found.lines) for month in range(12)]
    )
    _, lines = lines_of(path, 2025)
    assert lines["barnetrygd_ordinaer"].kroner == (2 * 1766,) * 4 + (2 * 1968,) * 8


@pytest.mark.parametrize("name", sorted(shipped_cases()))
def test_the_months_add_up_to_the_year_of_the_answer(name):
    budgets = [b for b in answer_of(name).regimes[0].budget if not b.with_measure]
    start = answer_of(name).law_date
    for offset in range(min(2, len(budgets[0].household))):
        for year, budget in zip(household_months(name, year=start + offset), budgets, strict=True):
            assert year.course == budget.course
            assert sum(year.net) == pytest.approx(budget.household[offset], abs=0.01)


def test_a_year_outside_the_case(tmp_path):
    path = tmp_path / "to_barn.yaml"
    path.write_text(CASE)
    with pytest.raises(UnknownNameError, match=r"2030 is outside the years of the case, 2024-2025"):
        household_months(str(path), year=2030)
