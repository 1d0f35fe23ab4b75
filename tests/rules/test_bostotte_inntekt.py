"""Bostøtte: whose income counts, which costs, the extra payments for power, and what always holds.

Expected amounts are worked out by hand from forskrift om bustøtte §§ 2 to 7.
"""

from typing import Any

import pytest
from bostotte_home import GROUP_1, GROUP_2, GROUP_4, home, paid, value
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household

MONTH = "2025-10"


def family(month: str, child: dict[str, Any], mother: dict[str, Any] | None = None) -> Any:
    """A mother who has applied and a child of hers."""
    persons = {
        "mor": {"born": "1980-01", "soker_bostotte": {month: True}} | (mother or {}),
        "barn": child,
    }
    return household(
        persons, foreldre=["mor"], barna=["barn"], husstand={"boutgifter": {month: 20_000}}
    )


@pytest.mark.parametrize(
    ("month", "born", "counts"),
    [
        ("2024-09", "2006-08", True),  # fylte 18 i august: voksen fra september
        ("2024-09", "2006-09", False),  # 17 år 1. september
        ("2024-10", "2006-08", False),  # fra oktober 2024: ikke før 20
        ("2024-10", "2004-09", True),
        ("2024-10", "2004-10", False),
        ("2026-06", "2007-01", False),
    ],
)
def test_income_of_a_child_or_young_adult_at_home(month: str, born: str, counts: bool) -> None:
    case = family(month, {"born": born, "lonn": {month: 20_000}})
    found = case.calculate("inntekt_for_bostotte_person", month)[1]
    assert found == (20_000 if counts else 0)


def test_income_of_a_main_applicant_of_19_counts() -> None:
    given = {"born": "2006-08", "soker_bostotte": {MONTH: True}, "lonn": {MONTH: 20_000}}
    case = household({"ung": given}, andre=["ung"], husstand={"boutgifter": {MONTH: 7_000}})
    assert case.calculate("inntekt_for_bostotte_person", MONTH) == [20_000]
    # 25 752 + 0,1644 x (240 000 - 133 200) + 0,6356 x (240 000 - 237 672) = 44 789,60
    # 0,737 x (84 000 - 44 789,60) / 12 = 2 408,17
    assert case.calculate("bostotte", MONTH) == [2_408]


@pytest.mark.parametrize(("month", "expected"), [("2024-12", 15_000), ("2025-01", 10_000)])
def test_two_thirds_of_three_fortnightly_payments_from_2025(month: str, expected: float) -> None:
    benefit = {
        "arbeidsavklaringspenger": {month: 15_000.0},
        "aap_barnetillegg": {month: 0.0},
        "tre_meldekort_i_maneden": {month: True},
    }
    case = home(month, applicant=benefit)
    assert case.calculate("inntekt_for_bostotte_person", month)[0] == pytest.approx(expected)


def test_business_and_capital_income_are_spread_over_the_year() -> None:
    """§ 5: 120 000 in business in one month, and 18 672 in capital, of which 6 672 is left out:
    (120 000 + 12 000) / 12."""
    more = {"naeringsinntekt": {"2025-03": 120_000}, "kapitalinntekt": {"2025": 18_672}}
    case = home(MONTH, applicant=more)
    assert case.calculate("inntekt_for_bostotte_person", MONTH)[0] == pytest.approx(11_000)


def test_capital_income_up_to_the_limit_and_losses_do_not_count() -> None:
    for amount in (6_672, -50_000):
        case = home(MONTH, income=9_000, applicant={"kapitalinntekt": {"2025": amount}})
        assert case.calculate("inntekt_for_bostotte_person", MONTH)[0] == 9_000


def test_income_stated_beside_the_rules_and_income_left_out() -> None:
    more = {
        "andre_inntekter_til_bostotte": {MONTH: 4_000},
        "skjermet_inntekt_bostotte": {MONTH: 1_500},
    }
    case = home(MONTH, income=9_000, applicant=more)
    assert case.calculate("inntekt_for_bostotte_person", MONTH)[0] == 11_500


@pytest.mark.parametrize(
    ("month", "wealth", "expected"),
    [
        ("2025-10", 333_557, 0),
        ("2025-10", 433_557, 65_000),  # 0,65 x 100 000
        ("2021-11", 380_342, 65_000),
        ("2022-01", 380_342, 0),  # desember 2021 til februar 2022: 0 prosent
        ("2022-03", 380_342, 65_000),
    ],
)
def test_wealth_in_a_rented_dwelling(month: str, wealth: float, expected: float) -> None:
    given = {"netto_formue_bostotte": {month[:4]: wealth}}
    found = value("formuestillegg_bostotte", month, applicant=given)
    assert found == pytest.approx(expected)


@pytest.mark.parametrize(
    ("tax_value", "expected"),
    [
        (500_000, 195_000),  # 0,65 x (800 000 - 500 000)
        (900_000, 64_695.8),  # 0,65 x (800 000 - 700 468)
    ],
)
def test_wealth_in_an_own_dwelling(tax_value: float, expected: float) -> None:
    found = value(
        "formuestillegg_bostotte",
        MONTH,
        applicant={"netto_formue_bostotte": {"2025": 800_000}},
        husstand={
            "bolig_til_bostotte": {MONTH: "annen_eid"},
            "formuesverdi_egen_bolig": {"2025": tax_value},
        },
    )
    assert found == pytest.approx(expected)


def test_wealth_is_added_before_the_weight() -> None:
    """§ 7: (12 x 15 000 + 65 000) / 1,15 for a lone parent with a child."""
    given = {"netto_formue_bostotte": {"2025": 433_557}}
    found = value("omregnet_inntekt_bostotte", MONTH, minors=1, income=15_000, applicant=given)
    assert found == pytest.approx(245_000 / 1.15)


def test_costs_stated_for_sosialhjelp_stand_in() -> None:
    stated = {"boutgifter": {MONTH: 6_000}, "boutgifter_bostotte": {MONTH: 0}}
    assert value("boutgifter_til_bostotte", MONTH, rent=0, husstand=stated) == 72_000
    stated["boutgifter_bostotte"] = {MONTH: 5_000}
    assert value("boutgifter_til_bostotte", MONTH, husstand=stated) == 60_000


def test_whoever_has_moved_out_pays_a_rent_of_her_own() -> None:
    own = {"egne_boutgifter": {MONTH: 7_000}}
    assert value("boutgifter_til_bostotte", MONTH, rent=0, applicant=own) == 84_000
    shared = {"boutgifter": {MONTH: 6_000}}
    assert value("boutgifter_til_bostotte", MONTH, rent=0, applicant=own, husstand=shared) == 72_000


def test_running_costs_and_heating() -> None:
    """§ 2: 14 732 for a house, 7 366 for heating outside the rent (from June 2025)."""
    house = {"bolig_til_bostotte": {MONTH: "annen_eid"}, "betaler_oppvarming_selv": {MONTH: True}}
    found = value("boutgifter_til_bostotte", MONTH, rent=4_000, husstand=house)
    assert found == 48_000 + 14_732 + 7_366
    shared = {"bolig_til_bostotte": {MONTH: "felleskostnader"}}
    assert value("boutgifter_til_bostotte", MONTH, rent=4_000, husstand=shared) == 48_000


@pytest.mark.parametrize(
    ("month", "pensioner", "expected"),
    [
        ("2024-08", False, 48_000),
        ("2024-08", True, 48_000 + 7_076),
        ("2024-09", False, 48_000 + 7_076),
        ("2019-03", True, 48_000 + 6_230),
    ],
)
def test_heating_was_for_pensioners_until_september_2024(
    month: str, pensioner: bool, expected: float
) -> None:
    found = value(
        "boutgifter_til_bostotte",
        month,
        rent=4_000,
        husstand={"betaler_oppvarming_selv": {month: True}},
        applicant={"mottar_etterlattepensjon": {month: pensioner}},
    )
    assert found == expected


@pytest.mark.parametrize(
    ("kommune", "minors", "adapted", "expected"),
    [
        (GROUP_1, 0, False, 89_029 + 27_010),
        (4601, 0, False, 89_029 + 18_416),  # Bergen
        (1108, 0, False, 89_029 + 12_278),  # Sandnes
        (GROUP_4, 5, False, 145_159),  # seks personer: som fem
        (GROUP_4, 0, True, 89_029 + 5_525),
    ],
)
def test_ceilings_of_2025(kommune: int, minors: int, adapted: bool, expected: float) -> None:
    found = value(
        "godkjente_boutgifter_bostotte",
        MONTH,
        kommune=kommune,
        minors=minors,
        husstand={"spesialtilpasset_bolig": {MONTH: adapted}},
    )
    assert found == expected


def test_single_pensioners_had_no_limits_of_their_own_before_september_2019() -> None:
    for month, first in (("2019-08", 103_167), ("2019-09", 107_167)):
        found = value(
            "egenandel_bostotte",
            month,
            income=120_000 / 12,
            applicant={"mottar_alderspensjon": {month: True}},
        )
        assert found == pytest.approx(20_925 + 0.1644 * (120_000 - first))
    partner = {"mottar_alderspensjon": {MONTH: True}, "lever_med_partner": {MONTH: True}}
    assert value("egenandel_bostotte", MONTH, income=20_000, applicant=partner) == pytest.approx(
        44_789.60
    )


# --- extra payments for power ---


@pytest.mark.parametrize(("persons", "expected"), [(1, 2_950), (2, 3_070), (5, 3_430)])
def test_official_extra_payment_for_february_2019(persons: int, expected: float) -> None:
    """Husbanken to the press, April 2019: 2 950 for one, 3 070 for a couple, 3 430 for a family
    with three children."""
    adults = min(persons, 2)
    case = home("2019-02", adults=adults, minors=persons - adults)
    assert case.calculate("bostotte_strom", "2019-02") == [expected]


@pytest.mark.parametrize(
    ("paid_for", "expected"),
    [
        *((f"{year}-{month:02d}", 0) for year, month in ((2021, 1), (2021, 3), (2021, 9))),
        ("2021-02", 2_950),
        ("2021-11", 1_500),
        ("2021-12", 1_500),  # AR 2022 tabell 3.11: utbetalt januar 2022
        ("2022-01", 2_500),
        ("2022-02", 2_500),
        ("2022-03", 1_000),
        ("2022-05", 1_000),
        ("2022-06", 0),
        ("2022-10", 2_000),
        ("2022-11", 2_500),
        ("2022-12", 1_500),  # AR 2023 tabell 3.8: utbetalt januar 2023
        ("2023-04", 1_500),
        ("2023-05", 0),
        ("2023-10", 1_000),
        ("2023-11", 1_500),
        ("2024-03", 1_000),  # Husbanken: utbetalt april 2024
        ("2024-04", 0),
    ],
)
def test_official_extra_payments_by_month(paid_for: str, expected: float) -> None:
    """Årsrapport 2021 pkt. 3, 2022 tabell 3.11 and 2023 tabell 3.8 give the month of payment,
    which is the month after."""
    assert value("bostotte_strom", paid_for) == expected


@pytest.mark.parametrize(
    ("kommune", "expected"), [(GROUP_1, 2_950), (5025, 2_950), (GROUP_2, 0), (5601, 0)]
)
def test_extra_payment_for_october_2021_was_for_the_south(kommune: int, expected: float) -> None:
    """Årsrapport 2021: Oslo, Viken, Innlandet, Vestfold og Telemark, Agder, Rogaland, Vestland and
    Røros."""
    assert value("bostotte_strom", "2021-10", kommune=kommune) == expected


def test_no_extra_payment_without_bostotte() -> None:
    assert value("bostotte_strom", "2023-01", income=60_000) == 0


# --- what always holds ---

MONTHS = st.sampled_from(["2019-02", "2020-05", "2022-02", "2023-07", "2024-08", "2025-06"])
NUMBER = st.integers(0, 3)


@settings(max_examples=25, deadline=None)
@given(MONTHS, st.integers(0, 60_000), st.integers(0, 25_000), st.integers(1, 3), NUMBER)
def test_within_its_bounds_and_falling_with_income(
    month: str, income: int, rent: int, adults: int, minors: int
) -> None:
    given = {"adults": adults, "minors": minors, "rent": rent}
    amount = paid(month, income=income, **given)
    assert amount == round(amount)
    assert 0 <= amount <= round(0.737 * rent) + 1
    assert paid(month, income=income + 1_000, **given) <= amount
    assert paid(month, income=income, **(given | {"rent": rent + 500})) >= amount


@settings(max_examples=20, deadline=None)
@given(MONTHS, st.integers(0, 40_000), st.integers(0, 40_000), NUMBER)
def test_it_matters_not_who_earns_or_in_which_order_they_stand(
    month: str, mine: int, yours: int, minors: int
) -> None:
    persons = {
        "a": {"born": "1985-01", "soker_bostotte": {month: True}, "lonn": {month: mine}},
        "b": {"born": "1985-01", "lonn": {month: yours}},
    } | {f"c{number}": {"born": f"{int(month[:4]) - 5}-01"} for number in range(minors)}
    children = [name for name in persons if name.startswith("c")]
    rent = {"boutgifter": {month: 15_000}}
    one = household(persons, foreldre=["a", "b"], barna=children, husstand=rent)
    turned = dict(reversed(persons.items()))
    turned["a"] = turned["a"] | {"lonn": {month: yours}}
    turned["b"] = turned["b"] | {"lonn": {month: mine}}
    other = household(turned, foreldre=["b", "a"], barna=children[::-1], husstand=rent)
    assert one.calculate("bostotte", month)[0] == other.calculate("bostotte", month)[0]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 60_000))
def test_a_further_child_never_takes_away(income: int) -> None:
    amounts = [paid("2025-09", income=income, minors=minors) for minors in range(6)]
    assert amounts == sorted(amounts)
