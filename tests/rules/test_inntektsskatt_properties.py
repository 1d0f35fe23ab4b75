"""What must hold for any income: never negative, rising, never above what was earned."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household

TAX = ["skatt_kommune", "skatt_fylkeskommune", "skatt_fellesskatt", "trinnskatt", "trygdeavgift"]
years = st.integers(2019, 2026)
kroner = st.integers(0, 3_000_000)
incomes = st.lists(kroner, min_size=2, max_size=12).map(sorted)
zones = st.booleans()


def people(year: int, wages: list[int], *, zone: bool = False, **other: list[int]):
    """Adults in one household, one wage each, and other incomes in the same order."""
    persons = {
        f"p{i}": {"born": "1990-05", "lonn": {f"{year}-03": wage}}
        | {name: {f"{year}-04": amounts[i]} for name, amounts in other.items()}
        for i, wage in enumerate(wages)
    }
    return household(persons, andre=list(persons), kommune={"i_tiltakssonen": {"ETERNITY": zone}})


@settings(max_examples=40, deadline=None)
@given(years, incomes, zones)
def test_tax_rises_with_wage_and_never_by_more_than_the_wage(
    year: int, wages: list[int], zone: bool
) -> None:
    tax = people(year, wages, zone=zone).calculate("inntektsskatt", str(year))
    for i in range(len(wages) - 1):
        more = wages[i + 1] - wages[i]
        assert tax[i + 1] >= tax[i]
        assert tax[i + 1] - tax[i] <= more + 3  # five parts, each rounded
    assert (tax <= [max(wage * 0.5, 0) for wage in wages]).all()


@settings(max_examples=40, deadline=None)
@given(years, incomes, zones)
def test_marginal_tax_is_at_most_half(year: int, wages: list[int], zone: bool) -> None:
    """22 + 17.8 + 8.2 per cent at the top; 22 x 0.55 + 25 on the ramp."""
    tax = people(year, wages, zone=zone).calculate("inntektsskatt", str(year))
    for i in range(len(wages) - 1):
        assert tax[i + 1] - tax[i] <= 0.48 * (wages[i + 1] - wages[i]) + 4


@settings(max_examples=40, deadline=None)
@given(years, st.lists(st.tuples(kroner, kroner, kroner, kroner), min_size=1, max_size=6), zones)
def test_parts_are_whole_and_make_the_sum(year: int, given_incomes: list, zone: bool) -> None:
    wages, trygd, aap, kvp = (list(column) for column in zip(*given_incomes, strict=True))
    case = people(
        year,
        wages,
        zone=zone,
        uforetrygd=trygd,
        arbeidsavklaringspenger=aap,
        kvalifiseringsstonad=kvp,
    )
    found = {name: case.calculate(name, str(year)) for name in TAX}
    assert (sum(found.values()) == case.calculate("inntektsskatt", str(year))).all()
    base = case.calculate("skattegrunnlag", str(year))
    rate = 0.185 if zone else 0.22
    ordinary = found["skatt_kommune"] + found["skatt_fylkeskommune"] + found["skatt_fellesskatt"]
    assert (abs(ordinary - rate * base) <= 1.5).all()
    for part in found.values():
        assert (part >= 0).all()
        assert (part == part.round()).all()
    fradrag = case.calculate("minstefradrag", str(year))
    assert (fradrag >= 0).all()
    assert (fradrag <= case.calculate("personinntekt", str(year))).all()
    assert (fradrag <= 109_950).all()


@settings(max_examples=25, deadline=None)
@given(years, st.lists(kroner, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_order_of_members_does_not_matter(year: int, wages: list[int], random) -> None:
    order = list(range(len(wages)))
    random.shuffle(order)
    first = people(year, wages).calculate("inntektsskatt", str(year))
    second = people(year, [wages[i] for i in order]).calculate("inntektsskatt", str(year))
    assert [float(first[i]) for i in order] == second.tolist()


@settings(max_examples=25, deadline=None)
@given(years, incomes)
def test_living_in_the_action_zone_never_costs_more(year: int, wages: list[int]) -> None:
    north = people(year, wages, zone=True).calculate("inntektsskatt", str(year))
    south = people(year, wages).calculate("inntektsskatt", str(year))
    assert (north <= south).all()


@settings(max_examples=25, deadline=None)
@given(years, incomes, st.sampled_from(["sone_1", "sone_1a", "sone_3", "sone_4a", "sone_5"]))
def test_arbeidsgiveravgift_is_bounded_and_rising(year: int, wages: list[int], zone: str) -> None:
    persons = {f"p{i}": {"lonn": {f"{year}-03": wage}} for i, wage in enumerate(wages)}
    case = household(persons, andre=list(persons), kommune={"aga_sone": {"ETERNITY": zone}})
    paid = case.calculate("arbeidsgiveravgift", str(year))
    assert (paid >= 0).all()
    assert (paid <= [0.191 * wage + 1 for wage in wages]).all()
    assert all(paid[i] <= paid[i + 1] for i in range(len(wages) - 1))


@pytest.mark.parametrize("year", range(2019, 2027))
def test_a_very_large_income_keeps_its_kroner(year: int) -> None:
    tax = people(year, [50_000_000, 50_000_010]).calculate("inntektsskatt", str(year))
    assert 0 < tax[1] - tax[0] <= 8
