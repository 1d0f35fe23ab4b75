"""Barnebidrag: the examples of navikt/bidrag-beregn-felles, module bidrag-beregn-barnebidrag.

The API tests there (BeregnBarnebidragTest.kt and one file for each step) state what one step gets
from the others; where they do, those results are set here as well.
"""

from typing import Any

import pytest
from openfisca_core.simulations import Simulation
from situations import household


def case(
    month: str = "2024-08",
    born: str = "2015-02",
    payer: float = 500_000,
    receiver: float = 300_000,
    child_income: float = 0,
    results: dict[str, float] | None = None,
    **child: Any,
) -> Simulation:
    """A mother and her child, whose other parent lives elsewhere; `results` of steps are set."""
    year = month[:4]
    barn: dict[str, Any] = {
        "born": born,
        "nav_fastsetter_barnebidrag": {month: True},
        "annen_forelder_inntekt": {year: payer},
        "bidragsinntekt_oppgitt": {year: child_income},
    }
    barn |= {name: {month: value} for name, value in child.items()}
    simulation = household(
        {"mor": {"born": "1982-05", "bidragsinntekt_oppgitt": {year: receiver}}, "barn": barn},
        foreldre=["mor"],
        barna=["barn"],
    )
    for name, value in (results or {}).items():
        simulation.set_input(name, month, [0, value])
    return simulation


def of_child(simulation: Simulation, rule: str, month: str = "2024-08") -> float:
    return float(simulation.calculate(rule, month)[1])


# BeregnBidragsevneTest.kt, examples 1 to 19, August 2024: (number, income, shares home, children at
# home, of them half by shared residence, kroner a month).
ABILITY = [
    (1, 200_000, False, 0, 0),
    (2, 200_000, False, 1, 0),
    (3, 200_000, False, 2.5, 0),
    (4, 200_000, True, 0, 0),
    (5, 200_000, True, 1, 0),
    (6, 200_000, True, 2.5, 0),
    (7, 700_000, False, 0, 19_089.87),
    (8, 700_000, False, 1, 14_836.87),
    (9, 700_000, False, 2.5, 8_457.37),
    (10, 700_000, True, 0, 25_188.87),
    (11, 700_000, True, 1, 20_935.87),
    (12, 700_000, True, 2.5, 14_556.37),
    (13, 1_500_000, False, 0, 55_292.95),
    (14, 1_500_000, False, 1, 51_039.95),
    (15, 1_500_000, False, 2.5, 44_660.45),
    (16, 1_500_000, True, 0, 61_391.95),
    (17, 1_500_000, True, 1, 57_138.95),
    (18, 1_500_000, True, 2.5, 50_759.45),
    (19, 0, False, 0, 0),
]


@pytest.mark.parametrize(("number", "income", "shares", "children", "expected"), ABILITY)
def test_official_ability(
    number: int, income: int, shares: bool, children: float, expected: float
) -> None:
    """BeregnBidragsevneTest.kt."""
    simulation = case(
        payer=income,
        annen_forelder_deler_bolig=shares,
        annen_forelder_barn_i_husstanden=children,
    )
    found = of_child(simulation, "annen_forelder_bidragsevne")
    assert found == pytest.approx(expected, abs=0.001), number


@pytest.mark.parametrize(
    ("income", "expected"), [(200_000, 4_166.67), (700_000, 14_583.33), (1_500_000, 31_250)]
)
def test_official_quarter_of_income(income: int, expected: float) -> None:
    """BeregnBidragsevneTest.kt: sumInntekt25Prosent."""
    found = of_child(case(payer=income), "annen_forelder_inntektstak")
    assert found == pytest.approx(expected, abs=0.001)


# BeregnBpAndelUnderholdskostnadTest.kt, examples 1 to 6, August 2024: cost 9 000.
SHARES = [
    (1, 1_000_000, 500_000, 200_000, 0),
    (2, 1_000_000, 100_000, 100_000, 7_500.00),
    (3, 500_000, 100_000, 100_000, 7_021.38),
    (4, 500_000, 300_000, 10_000, 5_625.00),
    (5, 500_000, 300_000, 0, 5_625.00),
    (6, 0, 300_000, 10_000, 0),
]


@pytest.mark.parametrize(("number", "payer", "receiver", "child", "expected"), SHARES)
def test_official_share_of_cost(
    number: int, payer: int, receiver: int, child: int, expected: float
) -> None:
    """BeregnBpAndelUnderholdskostnadTest.kt."""
    simulation = case(payer=payer, receiver=receiver, child_income=child)
    share = of_child(simulation, "bidragspliktiges_andel")
    assert 9_000 * share == pytest.approx(expected, abs=0.005), number


# BeregnUnderholdskostnadTest.kt: (month, birth, childcare with benefit, net cost of care, kroner).
COSTS = [
    ("2024-06", "2017-09", "ingen", 0, 8_223),
    ("2024-07", "2017-09", "ingen", 0, 8_471),
    ("2024-02", "2017-09", "barnehage_heltid", 0, 8_853),
    ("2024-07", "2017-09", "barnehage_heltid", 0, 9_092),
    ("2024-01", "2017-09", "ingen", 300.60, 8_523.60),
    ("2024-02", "2017-09", "barnehage_heltid", 1_211.18, 10_064.18),
    ("2024-07", "2017-09", "sfo_heltid", 1_211.18, 10_368.18),
    ("2024-08", "2017-09", "ingen", 1_211.18, 9_682.18),
]


@pytest.mark.parametrize(("month", "born", "care", "net", "expected"), COSTS)
def test_official_cost_of_maintenance(
    month: str, born: str, care: str, net: float, expected: float
) -> None:
    """BeregnUnderholdskostnadTest.kt."""
    simulation = case(
        month, born, barnetilsyn_med_stonad=care, results={"netto_tilsynsutgift": net}
    )
    assert of_child(simulation, "underholdskostnad", month) == pytest.approx(expected)


# Same file: consumption and housing by table, less the child benefit that the test expects.
BENEFITS = [
    ("2024-01", "2024-01", 4_754 + 3_198),
    ("2024-02", "2024-01", 4_754 + 3_198 - 1_766),
    ("2024-07", "2024-01", 4_717 + 3_596 - 1_766),
    ("2021-06", "2017-09", 4_228 + 2_825 - 1_054),
    ("2021-07", "2017-09", 4_237 + 2_896 - 1_354),
    ("2024-06", "2018-09", 4_754 + 3_198 - 1_766),
    ("2024-07", "2018-09", 6_385 + 3_596 - 1_510),
]


@pytest.mark.parametrize(("month", "born", "expected"), BENEFITS)
def test_official_child_benefit_in_the_cost(month: str, born: str, expected: int) -> None:
    """BeregnUnderholdskostnadTest.kt: month of birth, before July 2021, the year of turning six."""
    assert of_child(case(month, born), "underholdskostnad", month) == expected


# BeregnSamværsfradragTest.kt: born 13 September 2012.
CONTACT = [
    ("2021-05", "klasse_1", 353),
    ("2021-07", "klasse_1", 354),
    ("2022-07", "klasse_1", 365),
    ("2023-01", "klasse_2", 1_209),
    ("2023-07", "klasse_2", 1_760),
    ("2024-07", "klasse_2", 1_813),
    ("2024-08", "klasse_1", 547),
]


@pytest.mark.parametrize(("month", "contact", "expected"), CONTACT)
def test_official_contact_deduction(month: str, contact: str, expected: int) -> None:
    """BeregnSamværsfradragTest.kt, and none with shared residence."""
    simulation = case(month, "2012-09", samvaersklasse=contact)
    assert of_child(simulation, "samvaersfradrag", month) == expected
    shared = case(month, "2012-09", samvaersklasse=contact, delt_bosted=True)
    assert of_child(shared, "samvaersfradrag", month) == 0


# BeregnNettoTilsynsutgiftTest.kt: (month, birth, cost, meals, grant a day, siblings: birth and
# cost, kroner).
CARE = [
    ("2024-01", "2022-09", 500, 100, 0, [("2005-12", 0)], 275.55),
    ("2024-02", "2022-09", 500, 100, 10, [("2005-12", 0)], 126.29),
    ("2024-07", "2022-09", 500, 100, 10, [("2005-12", 0)], 126.29),
    ("2024-04", "2022-09", 500, 100, 10, [("2015-12", 10_000), ("2005-02", 0)], 0),
    ("2024-07", "2022-09", 2_000, 0, 10, [("2015-12", 4_000), ("2017-07", 6_000)], 1_246.11),
    ("2024-02", "2012-09", 1_900, 0, 10, [], 1_159.61),
    ("2024-07", "2012-09", 3_550, 0, 0, [], 2_736.46),
    ("2024-07", "2012-09", 10, 10, 27, [], 0),
]


@pytest.mark.parametrize(("month", "born", "cost", "meals", "grant", "others", "expected"), CARE)
def test_official_net_cost_of_care(
    month: str,
    born: str,
    cost: float,
    meals: float,
    grant: float,
    others: list[tuple[str, float]],
    expected: float,
) -> None:
    """BeregnNettoTilsynsutgiftTest.kt."""
    barn = {
        "born": born,
        "tilsynsutgift": {month: cost},
        "tilsynsutgift_kost": {month: meals},
        "tilsyn_tilleggsstonad": {month: grant},
    }
    siblings = {
        f"s{number}": {"born": birth, "tilsynsutgift": {month: paid}}
        for number, (birth, paid) in enumerate(others)
    }
    simulation = household(
        {"mor": {"born": "1982-05"}, "barn": barn} | siblings,
        foreldre=["mor"],
        barna=["barn", *siblings],
    )
    found = of_child(simulation, "netto_tilsynsutgift", month)
    assert found == pytest.approx(expected, abs=0.011)


# BeregnEndeligBidragTest.kt, examples 1 to 9: ability, quarter, cost, share, contact, gross monthly
# supplements and incomes of payer and receiver, shared residence, computed and paid.
FINAL = [
    ("2", 999, 10_000, 20_000, 0.6, 0, 0, 200_000, 0, 500_000, True, 999, 1_000),
    ("3", 10_000, 999, 20_000, 0.6, 0, 0, 200_000, 0, 500_000, True, 999, 1_000),
    ("4A", 10_000, 10_000, 20_000, 0.6, 0, 0, 200_000, 0, 500_000, True, 2_000, 2_000),
    ("4B", 10_000, 10_000, 20_000, 0.4, 0, 6_000, 272_000, 0, 500_000, True, 0, 0),
    (
        "5",
        2_500,
        2_500,
        10_000,
        0.5,
        3_000,
        7_000,
        284_000,
        12_500,
        730_000,
        False,
        2_828.41,
        2_830,
    ),
    ("6", 1_800, 1_800, 10_000, 0.9, 999, 2_000, 224_000, 12_500, 730_000, False, 801, 800),
    ("7", 4_000, 1_800, 10_000, 0.9, 999, 2_000, 224_000, 12_500, 730_000, False, 801, 800),
    ("8A", 10_000, 3_500, 10_000, 0.6, 899, 2_000, 224_000, 12_500, 730_000, False, 990.37, 990),
    ("9", 10_000, 10_000, 10_000, 0.6, 999, 2_000, 224_000, 2_000, 604_000, False, 5_001, 5_000),
]


@pytest.mark.parametrize("row", FINAL, ids=[row[0] for row in FINAL])
def test_official_final_support(row: tuple[Any, ...]) -> None:
    """BeregnEndeligBidragTest.kt: the last step on stated results of the others."""
    _, able, quarter, cost, share, contact, bp, payer, bm, receiver, shared, computed, paid = row
    simulation = case(
        payer=payer,
        receiver=receiver,
        delt_bosted=shared,
        annen_forelder_barnetillegg=bp,
        bidragsmottaker_barnetillegg=bm,
        results={
            "annen_forelder_bidragsevne": able,
            "annen_forelder_inntektstak": quarter,
            "underholdskostnad": cost,
            "bidragspliktiges_andel": share,
            "samvaersfradrag": contact,
        },
    )
    assert of_child(simulation, "beregnet_barnebidrag") == pytest.approx(computed, abs=0.006)
    assert of_child(simulation, "barnebidrag") == paid


def test_official_final_support_of_a_self_supporting_child() -> None:
    """BeregnEndeligBidragTest.kt, example 1."""
    assert of_child(case(child_income=197_000), "barnebidrag") == 0
    assert of_child(case(child_income=196_999), "barnebidrag") > 0


def test_official_part_of_ability() -> None:
    """BeregnEndeligBidragTestV2.kt, andelavbidragsevne: 4 000 of 7 500 of an ability of 6 000."""
    simulation = case(
        annen_forelder_andre_bidrag=3_500,
        results={
            "bidrag_til_fordeling": 4_000,
            "annen_forelder_bidragsevne": 6_000,
            "annen_forelder_inntektstak": 8_000,
            "samvaersfradrag": 1_000,
        },
    )
    assert of_child(simulation, "beregnet_barnebidrag") == 3_200 - 1_000


def test_official_support_to_be_shared() -> None:
    """BeregnEndeligBidragTestV2.kt, bidragtilfordeling examples 1 and 2: 12 000 and 2 000."""
    for shared, contact, expected in ((False, 1_000, 12_000), (True, 0, 2_000)):
        results = {
            "underholdskostnad": 20_000,
            "bidragspliktiges_andel": 0.6,
            "samvaersfradrag": contact,
        }
        simulation = case(delt_bosted=shared, results=results)
        assert of_child(simulation, "bidrag_til_fordeling") == pytest.approx(expected)


# BeregnBarnebidragTest.kt: (example, birth, month, payer, receiver, further facts, kroner).
WHOLE = [
    ("1A", "2015-02", "2020-08", 500_000, 300_000, {}, 3_490),
    ("1B", "2002-11", "2020-08", 500_000, 300_000, {}, 5_550),
    ("1B", "2002-11", "2020-11", 500_000, 300_000, {}, 5_550),
    ("1B", "2002-11", "2020-12", 500_000, 300_000, {}, 0),
    (
        "2",
        "2015-02",
        "2020-08",
        524_000,
        348_000,
        {"annen_forelder_barnetillegg": 2_000, "bidragsmottaker_barnetillegg": 4_000},
        2_920,
    ),
    ("4A", "2015-02", "2020-08", 500_000, 300_000, {"lopende_barnebidrag": 3_500}, 3_500),
    ("6A", "2002-10", "2020-08", 500_000, 300_000, {}, 5_550),
    ("6B", "2001-10", "2020-08", 500_000, 300_000, {"bidrag_etter_18": True}, 6_210),
    (
        "7A",
        "2001-10",
        "2020-08",
        500_000,
        300_000,
        {"bidrag_etter_18": True, "lopende_barnebidrag": 3_500},
        6_210,
    ),
    (
        "7B",
        "2001-10",
        "2020-08",
        500_000,
        300_000,
        {"bidrag_etter_18": True, "lopende_barnebidrag": 6_100},
        6_100,
    ),
]


@pytest.mark.parametrize("row", WHOLE, ids=[f"{row[0]}-{row[2]}" for row in WHOLE])
def test_official_example(row: tuple[Any, ...]) -> None:
    """BeregnBarnebidragTest.kt: payer shares home, contact class 1."""
    _, born, month, payer, receiver, more, expected = row
    simulation = case(
        month,
        born,
        payer,
        receiver,
        annen_forelder_deler_bolig=True,
        samvaersklasse="klasse_1",
        **more,
    )
    assert of_child(simulation, "barnebidrag", month) == expected


def test_official_example_from_the_payers_side() -> None:
    """BeregnBarnebidragTest.kt, example 1A, seen from the household of the payer."""
    month = "2020-08"
    simulation = household(
        {
            "far": {
                "born": "1981-07",
                "lever_med_partner": {month: True},
                "bidragsinntekt_oppgitt": {"2020": 500_000},
                "mottakers_inntekt": {"2020": 300_000},
                "nav_fastsetter_bidragsplikt": {month: True},
                "bidragsbarn_0_5": {month: 1},
                "bidragsbarn_samvaersklasse": {month: "klasse_1"},
            }
        },
        foreldre=["far"],
    )
    assert simulation.calculate("bidragsevne", month) == [pytest.approx(16_357.14)]
    assert simulation.calculate("barnebidrag_betalt", month) == [3_490]
