"""What holds of parents' payment whatever the family: bounds, order, names and months."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household

BORN = st.integers(min_value=0, max_value=59).map(lambda n: f"{2019 + n // 12}-{n % 12 + 1:02}")
CHILD = st.fixed_dictionaries(
    {
        "born": BORN,
        "hours": st.sampled_from([0, 10, 20, 25, 36, 41, 45, 50]),
        "group": st.sampled_from([0, 0, 1]),
        "private": st.booleans(),
    }
)
FAMILY = st.lists(CHILD, min_size=1, max_size=5)
MONTHS = st.sampled_from(["2023-03", "2023-09", "2024-03", "2024-09", "2025-03"])
INCOME = st.integers(min_value=1, max_value=1_200_000)
few = settings(max_examples=25, deadline=None)


def _case(family: list[dict[str, Any]], month: str, income: float, names: str = "abcde") -> Any:
    children = {
        names[n]: {
            "born": child["born"],
            "bruker_av_barnehage": {month: True},
            "avtalt_oppholdstid_i_barnehage": {month: child["hours"]},
            "soskengruppe": {"ETERNITY": child["group"]},
            "privat_barnehage": {month: child["private"]},
        }
        for n, child in enumerate(family)
    }
    return household(
        {**children, "mor": {"born": "1985-01"}},
        foreldre=["mor"],
        barna=list(children),
        husstand={"foreldrebetaling_inntekt_siste_ar": {month[:4]: income}},
    )


def _total(family: list[dict[str, Any]], month: str, income: float) -> float:
    return float(_case(family, month, income).calculate("foreldrebetaling_barnehage", month).sum())


@given(family=FAMILY, month=MONTHS, income=INCOME)
@few
def test_between_nothing_the_maximum_and_six_per_cent(
    family: list[dict[str, Any]], month: str, income: float
) -> None:
    case = _case(family, month, income)
    paid = case.calculate("foreldrebetaling_barnehage", month)
    highest = case.calculate("barnehage_makspris", month)[0]
    assert (paid >= 0).all()
    assert (paid <= highest + 1e-6).all()
    assert (paid <= income * 0.06 / 11 + 1e-6).all() or income * 0.06 / 11 >= highest


@given(family=FAMILY, month=MONTHS, income=INCOME)
@few
def test_the_parts_add_up(family: list[dict[str, Any]], month: str, income: float) -> None:
    """What is paid and what is reduced is the price of the place; each krone has one payee."""
    case = _case(family, month, income)

    def value(rule: str) -> Any:
        return case.calculate(rule, month)

    paid = value("foreldrebetaling_barnehage")
    whole = value("barnehage_heldagspris") * value("barnehage_plassandel")
    assert (paid + value("barnehage_moderasjon")) == pytest.approx(whole)
    by_owner = value("foreldrebetaling_kommunal_barnehage") + value(
        "foreldrebetaling_privat_barnehage"
    )
    assert by_owner == pytest.approx(paid)


@given(family=FAMILY, month=MONTHS, income=INCOME, order=st.randoms(use_true_random=False))
@few
def test_the_order_of_members_does_not_matter(
    family: list[dict[str, Any]], month: str, income: float, order: Any
) -> None:
    shuffled = list(family)
    order.shuffle(shuffled)
    assert _total(shuffled, month, income) == pytest.approx(_total(family, month, income))


@given(family=FAMILY, month=MONTHS, income=INCOME)
@few
def test_names_do_not_matter(family: list[dict[str, Any]], month: str, income: float) -> None:
    one = _case(family, month, income).calculate("foreldrebetaling_barnehage", month)
    other = _case(family, month, income, "zyxwv").calculate("foreldrebetaling_barnehage", month)
    assert one == pytest.approx(other)


@given(family=FAMILY, month=MONTHS, income=INCOME, more=st.integers(1, 300_000))
@few
def test_a_higher_income_never_pays_less(
    family: list[dict[str, Any]], month: str, income: float, more: int
) -> None:
    assert _total(family, month, income + more) >= _total(family, month, income) - 1e-6


@given(family=FAMILY, month=MONTHS, income=INCOME)
@few
def test_numbers_of_a_group_run_from_one(
    family: list[dict[str, Any]], month: str, income: float
) -> None:
    numbers = _case(family, month, income).calculate("barnehage_sosken_nummer", month)[:-1]
    for group in {child["group"] for child in family}:
        found = sorted(
            int(number)
            for number, child in zip(numbers, family, strict=True)
            if child["group"] == group and number > 0
        )
        assert found == list(range(1, len(found) + 1))


@given(
    price=st.integers(0, 5000),
    hours=st.integers(0, 30),
    income=INCOME,
    month=st.sampled_from(["2020-03", "2021-09", "2022-09", "2024-09", "2026-03"]),
    born=st.integers(2010, 2020),
)
@few
def test_sfo_between_nothing_and_its_price(
    price: int, hours: int, income: float, month: str, born: int
) -> None:
    pupil = {"born": f"{born}-05", "sfo_pris": {month: price}, "sfo_timer": {month: hours}}
    case = household(
        {"mor": {"born": "1985-01"}, "elev": pupil},
        foreldre=["mor"],
        barna=["elev"],
        husstand={"foreldrebetaling_inntekt_siste_ar": {month[:4]: income}},
    )
    paid = float(case.calculate("foreldrebetaling_sfo", month)[1])
    assert 0 <= paid <= price


@given(income=INCOME)
@settings(max_examples=10, deadline=None)
def test_the_year_is_the_sum_of_its_months(income: float) -> None:
    """The two prices of 2024: six months of 3 000 and five of 2 000, each within six per cent; the
    child is one, so no core time until August."""
    months = {f"2024-{n:02}": True for n in range(1, 13)}
    case = household(
        {"mor": {"born": "1985-01"}, "barn": {"born": "2023-01", "bruker_av_barnehage": months}},
        foreldre=["mor"],
        barna=["barn"],
        husstand={"foreldrebetaling_inntekt_siste_ar": {"2024": income}},
    )
    share = income * 0.06 / 11
    expected = 6 * min(3000, share) + 5 * min(2000, share)
    assert case.calculate_add("foreldrebetaling_barnehage", "2024")[1] == pytest.approx(expected)
