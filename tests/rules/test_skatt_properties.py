"""What must hold of deductions, credits and the settlement with the north, for any facts."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household

TAX = ["skatt_kommune", "skatt_fylkeskommune", "skatt_fellesskatt", "trinnskatt", "trygdeavgift"]
years = st.integers(2019, 2026)
kroner = st.integers(0, 1_200_000)
small = st.integers(0, 150_000)


def person(year: int, *, zone: bool = False, born: str = "1998-05", **facts: object):
    monthly = {"lonn", "annen_pensjon", "annen_barnepensjon", "mottar_etterlattepensjon"}
    inputs = {
        name: {f"{year}-03" if name in monthly else str(year): value}
        for name, value in facts.items()
    }
    return household(
        {"a": {"born": born} | inputs},
        andre=["a"],
        kommune={"i_tiltakssonen": {"ETERNITY": zone}},
    )


def value(case, name: str, year: int) -> float:
    return float(case.calculate(name, str(year))[0])


@settings(max_examples=30, deadline=None)
@given(years, kroner, small, small, small)
def test_a_deduction_never_raises_the_tax(
    year: int, wage: int, fee: int, kilometres: int, cost: int
) -> None:
    plain = person(year, lonn=wage)
    facts = {"fagforeningskontingent": fee, "arbeidsreise_km": kilometres}
    case = person(year, lonn=wage, andre_reisekostnader=cost, **facts)
    assert value(case, "inntektsskatt", year) <= value(plain, "inntektsskatt", year)
    assert value(case, "personinntekt", year) == value(plain, "personinntekt", year)
    assert 0 <= value(case, "fagforeningsfradrag", year) <= min(fee, 8_700)
    assert 0 <= value(case, "reisefradrag", year) <= 108_000


@settings(max_examples=30, deadline=None)
@given(years, kroner, small, st.booleans())
def test_bsu_never_makes_the_tax_negative(year: int, wage: int, deposit: int, owns: bool) -> None:
    case = person(year, lonn=wage, bsu_innskudd=deposit, eier_bolig_ved_arets_slutt=owns)
    credit = value(case, "bsu_skattefradrag", year)
    assert 0 <= credit <= min(5_500, 0.2 * deposit + 1)
    assert value(case, "inntektsskatt", year) >= 0
    parts = sum(value(case, name, year) for name in TAX)
    assert value(case, "inntektsskatt", year) == parts - credit


@settings(max_examples=30, deadline=None)
@given(years, kroner, kroner, st.integers(-500_000, 500_000), st.booleans())
def test_the_limit_for_survivors_only_lowers(
    year: int, pension: int, wage: int, capital: int, zone: bool
) -> None:
    facts = {"annen_pensjon": pension, "lonn": wage, "kapitalinntekt": capital, "zone": zone}
    plain = person(year, **facts)
    case = person(year, mottar_etterlattepensjon=True, **facts)
    for name in TAX:
        assert 0 <= value(case, name, year) <= value(plain, name, year)


@settings(max_examples=30, deadline=None)
@given(years, kroner, st.booleans())
def test_the_state_makes_good_what_finnmarksfradraget_takes(
    year: int, wage: int, zone: bool
) -> None:
    """Kommune and fylkeskommune have what they would have had without the deduction."""
    case = person(year, lonn=wage, zone=zone)
    south = person(year, lonn=wage)
    for name, settled in (
        ("skatt_kommune", "finnmarksfradrag_oppgjor_kommune"),
        ("skatt_fylkeskommune", "finnmarksfradrag_oppgjor_fylkeskommune"),
    ):
        received = value(case, name, year) + value(case, settled, year)
        assert received == pytest.approx(value(south, name, year), abs=1)
        assert value(case, settled, year) >= 0
        assert zone or value(case, settled, year) == 0


@settings(max_examples=30, deadline=None)
@given(years, st.lists(kroner, min_size=2, max_size=6).map(sorted))
def test_tax_rises_with_barnepensjon(year: int, pensions: list[int]) -> None:
    persons = {
        f"p{i}": {"born": f"{year - 19}-05", "annen_barnepensjon": {f"{year}-03": pension}}
        for i, pension in enumerate(pensions)
    }
    case = household(persons, andre=list(persons))
    tax = case.calculate("inntektsskatt", str(year))
    assert (numpy.diff(tax) >= 0).all()
    assert (tax <= [0.5 * pension for pension in pensions]).all()
    deducted = case.calculate("fradrag_for_barnepensjon", str(year))
    assert (deducted >= 0).all()
    assert (deducted <= pensions).all()
