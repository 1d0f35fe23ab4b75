"""Aktivitetspenger for unge: the trial in Trondheim, as navikt/ung-sak pays it.

The regulation was not found; October 2026 is the assumed start. G: 136 549 from May 2026.
2.041 x 136 549 / 260 = 1 071.9097 kr a day, two thirds of it 714.6065 kr.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

MONTH = "2026-11"
TRONDHEIM, BERGEN = 5001, 4601
G = 136549
HIGH = 2.041 * G / 260


def youth(
    born: str = "2006-01", month: str = MONTH, kommune: int = TRONDHEIM, **more: Any
) -> Simulation:
    stated = {
        name: {"2026" if name == "aktivitetspenger_fastsatt_grunnlag" else month: value}
        for name, value in more.items()
    }
    return household(
        {"a": {"born": born, "innvilget_aktivitetspenger": {month: True}, **stated}},
        andre=["a"],
        kommune={"kommunenummer": {"ETERNITY": kommune}},
    )


@pytest.mark.parametrize(
    ("days", "of_month", "income", "paid"),
    [(22, 0, 10000, 8382), (23, 0, 10000, 9062), (22, 0, 23000, 0), (7, 22, 10000, 2667)],
)
def test_official_cut_for_income(days: float, of_month: float, income: int, paid: int) -> None:
    """ung-sak aktivitetspenger EndringInntektTest: the low rate of G 130 160, 681.1707 a day."""
    case = youth(
        aktivitetspenger_dagsats=2.041 * 130160 * 2 / 3 / 260,
        aktivitetspenger_virkedager=days,
        aktivitetspenger_virkedager_i_maneden=of_month,
        lonn=income,
    )
    assert case.calculate("aktivitetspenger", MONTH) == [paid]


def test_official_basis_of_three_years() -> None:
    """ung-sak BeregningTjenesteTest, 2 May 2026: 300 000 in 2023 alone; G average 116 239."""
    case = youth(aktivitetspenger_inntekt_to_ar_for_g=300000 / 116239)
    found = case.calculate("aktivitetspenger_grunnlag", MONTH)
    assert found == pytest.approx([117472.62107], abs=1e-4)


def test_official_day_rate_from_a_basis_of_300_000() -> None:
    """ung-sak FørstegangsInnvilgelseTest: 66 per cent of 300 000 / 260 = 762 kroner a day."""
    case = youth(aktivitetspenger_fastsatt_grunnlag=300000, aktivitetspenger_virkedager=20)
    assert case.calculate("aktivitetspenger", MONTH) == [20 * 762]


@pytest.mark.parametrize(
    ("incomes", "basis_g"),
    [
        # 600 000, 200 000, 200 000: the last year; averages 128 116, 122 225, 116 239.
        ((600000 / 128116, 200000 / 122225, 200000 / 116239), 600000 / 128116),
        # 300 000 and 400 000, the third year missing: the last year.
        ((300000 / 128116, 400000 / 122225, 0), 300000 / 128116),
        # 100 000, 500 000, 500 000: the mean of three.
        (
            (100000 / 128116, 500000 / 122225, 500000 / 116239),
            (100000 / 128116 + 500000 / 122225 + 500000 / 116239) / 3,
        ),
        # Nine G counts as six (PgiKalkulatorTest).
        ((9, 0, 0), 6),
        ((0, 0, 0), 0),
    ],
)
def test_official_choice_of_years(incomes: tuple[float, float, float], basis_g: float) -> None:
    """ung-sak BeregningTjenesteTest and PgiKalkulatorTest: the better of last year and mean."""
    last, before, earliest = incomes
    case = youth(
        aktivitetspenger_inntekt_siste_ar_g=last,
        aktivitetspenger_inntekt_aret_for_g=before,
        aktivitetspenger_inntekt_to_ar_for_g=earliest,
    )
    found = case.calculate("aktivitetspenger_grunnlag", MONTH)
    assert found == pytest.approx([basis_g * G])


@pytest.mark.parametrize(
    ("born", "share"), [("2001-12", 2 / 3), ("2001-11", 1), ("1996-11", 1), ("2008-11", 2 / 3)]
)
def test_minimum_by_age(born: str, share: float) -> None:
    found = youth(born).calculate("aktivitetspenger_dagsats", MONTH)
    assert found == pytest.approx([share * HIGH])


@pytest.mark.parametrize(
    ("basis", "rate"),
    [(281000, 714.6065), (282000, 0.66 * 282000 / 260)],
)
def test_the_higher_of_minimum_and_basis(basis: int, rate: float) -> None:
    """0.66 x 281 000 / 260 = 713.31, below the minimum of 714.61; 282 000 gives 715.85."""
    found = youth(aktivitetspenger_fastsatt_grunnlag=basis).calculate(
        "aktivitetspenger_dagsats", MONTH
    )
    assert found == pytest.approx([rate], abs=1e-3)


@pytest.mark.parametrize(
    ("month", "kommune", "tie", "paid"),
    [
        ("2026-09", TRONDHEIM, False, False),
        ("2026-10", TRONDHEIM, False, True),
        ("2026-11", BERGEN, False, False),
        ("2026-11", BERGEN, True, True),
    ],
)
def test_by_date_and_place(month: str, kommune: int, tie: bool, paid: bool) -> None:
    case = youth(month=month, kommune=kommune, tilknytning_til_forsokskommunen=tie)
    assert bool(case.calculate("aktivitetspenger", month)[0] > 0) is paid


@pytest.mark.parametrize(
    ("born", "paid"),
    [("2008-12", False), ("2008-11", True), ("1996-11", True), ("1996-10", False)],
)
def test_from_18_until_the_30th_birthday(born: str, paid: bool) -> None:
    assert bool(youth(born).calculate("aktivitetspenger", MONTH)[0] > 0) is paid


@pytest.mark.parametrize(("used", "paid"), [(11, True), (12, False)])
def test_at_most_a_year(used: int, paid: bool) -> None:
    case = youth(aktivitetspenger_maneder_brukt=used)
    assert bool(case.calculate("aktivitetspenger", MONTH)[0] > 0) is paid


@pytest.mark.parametrize(
    "beside",
    [
        {"innvilget_aap": True},
        {"mottar_annen_livsoppholdsytelse": True},
        {"innvilget_kvp": True},
    ],
)
def test_not_beside_another_benefit(beside: dict[str, Any]) -> None:
    assert youth(**beside).calculate("aktivitetspenger", MONTH) == [0]


@pytest.mark.parametrize(
    ("facts", "right"),
    [
        ({}, True),
        ({"soker_aktivitetspenger": False}, False),
        ({"forutgaende_medlemskap": False}, False),
        ({"behov_for_bistand_til_arbeid": False}, False),
    ],
)
def test_right(facts: dict[str, Any], right: bool) -> None:
    case = youth(**{"soker_aktivitetspenger": True, **facts})
    assert case.calculate("rett_til_aktivitetspenger", MONTH) == [right]


def test_child_supplement_to_both_parents() -> None:
    """(714.6065 + 38) x 20 / 20 = 752.6 -> 753 a day."""
    young = {
        "born": "2004-01",
        "innvilget_aktivitetspenger": {MONTH: True},
        "aktivitetspenger_virkedager": {MONTH: 20},
    }
    case = household(
        {"a": dict(young), "b": dict(young), "c": {"born": "2024-01"}},
        foreldre=["a", "b"],
        barna=["c"],
        kommune={"kommunenummer": {"ETERNITY": TRONDHEIM}},
    )
    assert list(case.calculate("aktivitetspenger", MONTH)) == [20 * 753, 20 * 753, 0]


@given(low=st.integers(0, 50000), step=st.integers(0, 20000), basis=st.integers(0, 900000))
@settings(max_examples=25, deadline=None)
def test_never_negative_and_never_rising_with_income(low: int, step: int, basis: int) -> None:
    fixed = {"aktivitetspenger_fastsatt_grunnlag": basis, "aktivitetspenger_virkedager": 22}
    less = youth(lonn=low, **fixed).calculate("aktivitetspenger", MONTH)[0]
    more = youth(lonn=low + step, **fixed).calculate("aktivitetspenger", MONTH)[0]
    assert 0 <= more <= less
