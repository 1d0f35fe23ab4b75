"""Own payments for health care: folketrygdloven § 5-3, the ceilings of each year, § 22-19."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household

FIRST, SECOND = "egenandeler_lege_og_legemidler", "egenandeler_fysioterapi_og_opptrening"


def year_of(
    year: int,
    first: dict[str, float],
    second: dict[str, float] | None = None,
    born: str = "1990-05",
) -> Any:
    return household(
        {"pasient": {"born": born, FIRST: first, SECOND: second or {}}}, foreldre=["pasient"]
    )


def paid(
    year: int, first: float, second: float = 0, rule: str = "egenandel_helse", **more: Any
) -> float:
    case = year_of(year, {f"{year}-03": first}, {f"{year}-09": second}, **more)
    return float(case.calculate(rule, str(year))[0])


@pytest.mark.parametrize(
    ("year", "ceiling"),
    [
        (2021, 2460),  # regjeringen.no id2815238
        (2022, 2921),  # NTB October 2021
        (2023, 3040),  # Helsedirektoratet's circular to § 5-3
        (2024, 3165),
        (2025, 3278),
        (2026, 3278),  # unicare.no
    ],
)
def test_official_joint_ceiling(year: int, ceiling: float) -> None:
    """One ceiling for all services from 2021: whoever is charged 6 000 pays the ceiling."""
    assert paid(year, 4000, 2000) == ceiling
    assert paid(year, 4000, 2000, rule="frikort_refusjon") == 6000 - ceiling


@pytest.mark.parametrize(("year", "first", "second"), [(2019, 2369, 2085), (2020, 2460, 2176)])
def test_official_two_ceilings(year: int, first: float, second: float) -> None:
    """Forskrifter 2018-12-17-2016 and -2017, 2019-12-16-1815 and -1816; Helfo's page of 2020."""
    assert paid(year, 4000) == first
    assert paid(year, 0, 4000) == second
    assert paid(year, 4000, 4000) == first + second


def test_official_saving_of_one_ceiling() -> None:
    """regjeringen.no id2815238 and id2768677: the two ceilings of 2020 sum to 4 636, the joint one
    of 2021 is 2 460: a patient with both saves 2 176."""
    assert paid(2020, 4000, 4000) - paid(2021, 4000, 4000) == 2176


def test_one_frikort_does_not_cover_the_other_services() -> None:
    """Helsedirektoratet's circular of 2019 to § 5-3."""
    assert paid(2019, 4000, 500) == 2369 + 500


@pytest.mark.parametrize(
    ("charged", "own", "card"), [(0, 0, 0), (3039, 3039, 0), (3040, 3040, 1), (3041, 3040, 1)]
)
def test_the_krone_at_the_ceiling(charged: float, own: float, card: int) -> None:
    """§§ 3, 5: paid up to the ceiling of 2023."""
    assert paid(2023, charged) == own
    assert paid(2023, charged, rule="rett_til_frikort") == card


@pytest.mark.parametrize(
    ("year", "above", "refunded"),
    [(2020, 199, 0), (2020, 200, 200), (2021, 199, 0), (2021, 200, 200), (2022, 1, 1)],
)
def test_small_amounts_were_not_paid_out(year: int, above: float, refunded: float) -> None:
    """§ 22-19 second paragraph: under 200 kroner, repealed by lov 2021-12-22-151."""
    ceiling = {2020: 2460, 2021: 2460, 2022: 2921}[year]
    assert paid(year, ceiling + above, rule="frikort_refusjon") == refunded
    assert paid(year, ceiling + above) == ceiling + above - refunded


def test_each_of_two_ceilings_has_its_own_frikort() -> None:
    assert paid(2020, 2459, 2175, rule="rett_til_frikort") == 0
    assert paid(2020, 2460, 0, rule="rett_til_frikort") == 1
    assert paid(2020, 0, 2176, rule="rett_til_frikort") == 1


def test_official_children_under_16_pay_nothing() -> None:
    """Helsedirektoratet's circular: outside the scheme."""
    assert paid(2023, 1000, 500, born="2007-05") == 500  # 15 in March, 16 in September
    assert paid(2023, 1000, 500, born="2010-05") == 0
    assert paid(2023, 5000, rule="frikort_refusjon", born="2010-05") == 0


@pytest.mark.parametrize(("month", "own"), [("2023-04", 0), ("2023-05", 700)])
def test_payment_begins_in_the_month_of_turning_16(month: str, own: float) -> None:
    case = year_of(2023, {month: 700}, born="2007-05")
    assert case.calculate("egenandel_helse", "2023")[0] == own


def test_the_ceiling_is_for_each_person_and_year() -> None:
    """§ 5-3: a member, a calendar year."""
    both = {FIRST: {"2023-11": 4000, "2024-02": 4000}}
    case = household(
        {"a": {"born": "1990-05", **both}, "b": {"born": "1990-05", **both}}, foreldre=["a", "b"]
    )
    assert list(case.calculate("egenandel_helse", "2023")) == [3040, 3040]
    assert list(case.calculate("egenandel_helse", "2024")) == [3165, 3165]


AMOUNTS = st.lists(st.integers(0, 900), min_size=12, max_size=12)


@given(year=st.integers(2019, 2026), first=AMOUNTS, second=AMOUNTS)
@settings(max_examples=30, deadline=None)
def test_what_is_charged_is_paid_by_one_of_two(
    year: int, first: list[int], second: list[int]
) -> None:
    """Never negative, never above the ceilings (and what was too small to pay out), and the month
    in which a krone is charged does not matter."""
    months = [f"{year}-{n:02}" for n in range(1, 13)]
    one = year_of(
        year, dict(zip(months, first, strict=True)), dict(zip(months, second, strict=True))
    )
    other = year_of(year, {months[0]: sum(first)}, {months[11]: sum(second)})
    own, refund = (one.calculate(r, str(year))[0] for r in ("egenandel_helse", "frikort_refusjon"))
    assert own + refund == sum(first) + sum(second)
    assert min(own, refund) >= 0
    highest = {2019: 2369 + 2085 + 398, 2020: 2460 + 2176 + 398}.get(year, 3278)
    assert own <= highest
    assert own == other.calculate("egenandel_helse", str(year))[0]


def _visits(born: str, **facts: dict[str, float]) -> Any:
    return household({"pasient": {"born": born, **facts}}, foreldre=["pasient"])


def test_consultations_counted_by_their_rates_go_into_the_ceiling() -> None:
    """Folketrygdloven §§ 5-3, 5-4 and 5-7: 179 kroner at the GP (2025), 443 at a psychologist
    (2026) for whoever is past the year of turning 26."""
    case = _visits("1990-05", fastlegekonsultasjoner={"2025-03": 2, "2025-09": 1})
    assert float(case.calculate("egenandel_helse", "2025")[0]) == 2 * 170 + 179
    months = {f"2026-{month:02d}": 1 for month in range(1, 11)}
    case = _visits("1990-05", psykologkonsultasjoner=months, henvist_til_psykolog=months)
    assert float(case.calculate("egenandel_helse", "2026")[0]) == 3278
    assert float(case.calculate("frikort_refusjon", "2026")[0]) == 10 * 443 - 3278
    assert bool(case.calculate("rett_til_frikort", "2026")[0])


def test_consultations_come_in_addition_to_what_the_case_states_in_kroner() -> None:
    stated = {FIRST: {"2025-10": 500.0}}
    case = _visits("1990-05", fastlegekonsultasjoner={"2025-09": 1}, **stated)
    assert float(case.calculate("egenandel_helse", "2025")[0]) == 679


def test_a_child_under_16_pays_nothing_at_the_gp() -> None:
    case = _visits("2012-05", fastlegekonsultasjoner={"2025-09": 3})
    assert float(case.calculate("egenandel_helse", "2025")[0]) == 0
