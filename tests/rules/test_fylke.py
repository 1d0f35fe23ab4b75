"""The county authorities: the table of fylker, the equal amount of chapter 572, what is moved."""

import csv
from pathlib import Path
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.simulations import Simulation
from situations import system

from effektlov import schema, yaml_reader

EVIDENCE = Path(__file__).resolve().parents[2] / "evidence"
POST_60 = {"2025": 53_292_700_000, "2026": 56_772_300_000}
READ = ("11", "18", "31", "32", "33", "34", "42", "55")
ACCOUNTS = {
    "fylkeskommunens_inntektsskatt": "skatt",
    "fylkeskommunens_andre_skatter": "andre_skatteinntekter",
    "fylkeskommunens_rammetilskudd": "rammetilskudd",
    "fylkeskommunens_utgift_videregaende": "netto_videregaende",
}


def table() -> dict[str, dict[str, str]]:
    with (EVIDENCE / "fylkeskommuner.csv").open(encoding="utf-8", newline="") as stream:
        return {row["fylkesnummer"]: row for row in csv.DictReader(stream)}


def fylker(inputs: dict[str, dict[str, Any]]) -> Simulation:
    """One inhabitant in each fylke, with inputs by number."""
    names = {number: f"p{number}" for number in inputs}
    everyone = list(names.values())
    return SimulationBuilder().build_from_entities(
        system(),
        {
            "personer": {name: {} for name in everyone},
            "husstander": {"h": {"andre": everyone}},
            "kommuner": {"k": {"innbyggere": everyone}},
            "fylkeskommuner": {
                number: {"fylkesinnbyggere": [names[number]]} | values
                for number, values in inputs.items()
            },
        },
    )


def all_fylker(year: str) -> Simulation:
    """The table, as far as it is read."""
    inputs = {}
    for number, row in table().items():
        given: dict[str, Any] = {
            "fylkets_innbyggere_1_juli": {year: float(row[f"innbyggere_1_juli_{year}"])}
        }
        for name, column in ACCOUNTS.items():
            if row.get(f"{column}_{year}"):
                given[name] = {year: float(row[f"{column}_{year}"])}
        if year == "2025":
            given["fylkets_innbyggere_16_18"] = {year: float(row["alder_16_18_2026"])}
        inputs[number] = given
    return fylker(inputs)


def one(**given: float) -> Simulation:
    return fylker({"11": {name: {"2025": value} for name, value in given.items()}})


# The table


def test_the_fylker_hold_all_kommuner_and_all_inhabitants() -> None:
    rows = table().values()
    with (EVIDENCE / "kommuner.csv").open(encoding="utf-8", newline="") as stream:
        kommuner = list(csv.DictReader(stream))
    assert len(rows) == 15
    assert sum(int(row["antall_kommuner"]) for row in rows) == len(kommuner) == 357
    assert sum(int(row["innbyggere_2025"]) for row in rows) == 5_594_340
    assert sum(int(row["innbyggere_2026"]) for row in rows) == 5_627_400
    for row in rows:
        own = [k for k in kommuner if k["fylkesnummer"] == row["fylkesnummer"]]
        assert sum(int(k["innbyggertall"]) for k in own) == int(row["innbyggere_2025"])


NATION = {
    "0_18_2025": 1_176_458,
    "16_18_2025": 204_529,
    "19_24_2025": 400_701,
    "0_18_2026": 1_169_674,
    "16_18_2026": 207_690,
    "19_24_2026": 404_155,
}


@pytest.mark.parametrize(("ages", "nation"), NATION.items())
def test_the_ages_are_those_of_the_nation(ages: str, nation: int) -> None:
    """SSB 07459, 1 January: the sums of the single ages of the nation."""
    assert sum(int(row[f"alder_{ages}"]) for row in table().values()) == nation


def test_every_column_is_documented() -> None:
    documented = schema.plain(yaml_reader.read(EVIDENCE / "fylkeskommuner.yaml"))
    for column in next(iter(table().values())):
        name, _, year = column.rpartition("_")
        known = documented[column if column in documented else name]
        assert not known["years"] or year in map(str, known["years"])


@pytest.mark.parametrize(
    ("number", "skole", "tann", "vei"),
    [
        ("11", (8013, 8399), (726, 792), (5518, 5661)),
        ("18", (9883, 10414), (1074, 1180), (13439, 14762)),
        ("31", (7749, 7880), (430, 491), (3014, 3568)),
        ("32", (7418, 7454), (488, 556), (3842, 3457)),
        ("33", (7450, 7656), (609, 700), (4404, 4818)),
        ("34", (7946, 8418), (687, 783), None),
        ("42", (9010, 9504), (648, 729), None),
        ("55", (8568, 9032), (1127, 1255), (11535, 13653)),
    ],
)
def test_official_cost_per_inhabitant(
    number: str, skole: tuple[int, int], tann: tuple[int, int], vei: tuple[int, int] | None
) -> None:
    """SSB KOSTRA, net operating cost per inhabitant of FGF7, FGF8 and FGF4 in 2024 and 2025: the
    account over the inhabitants at the end of the year, in whole kroner; the count of inhabitants
    was revised by a few since."""
    row = table()[number]
    for column, published in (("videregaende", skole), ("tannhelse", tann), ("samferdsel", vei)):
        for year, heads, kroner in zip((2024, 2025), (2025, 2026), published or (), strict=False):
            amount = float(row[f"netto_{column}_{year}"])
            assert amount / int(row[f"innbyggere_{heads}"]) == pytest.approx(kroner, abs=1.2)


@pytest.mark.parametrize(
    ("number", "skatt", "rammetilskudd"),
    [
        ("11", 8832.20, 7751.56),
        ("18", 7593.85, 21649.97),
        ("31", 6821.34, 6437.32),
        ("32", 8795.03, 4040.45),
        ("33", 7766.24, 7473.56),
        ("34", 6912.13, 11247.40),
        ("42", 6876.84, 10418.14),
        ("55", 7826.02, 20322.84),
    ],
)
def test_official_income_per_inhabitant(number: str, skatt: float, rammetilskudd: float) -> None:
    """SSB table 13547 for 2025 by inhabitants: income tax and block grant."""
    row, simulation = table()[number], all_fylker("2025")
    place = list(table()).index(number)
    heads = int(row["innbyggere_2026"])
    assert float(row["skatt_2025"]) / heads == pytest.approx(skatt, rel=2e-4)
    assert float(row["rammetilskudd_2025"]) / heads == pytest.approx(rammetilskudd, rel=2e-4)
    free = simulation.calculate("frie_inntekter_fylke", "2025")[place]
    other = float(row["andre_skatteinntekter_2025"])
    assert (free - other) / heads == pytest.approx(skatt + rammetilskudd, rel=2e-4)


def test_county_tax_is_the_share_of_the_tax_rates_that_wealth_leaves() -> None:
    """2025: 2.65 per cent to the county against 12.75 to the kommune, whose tax holds wealth too:
    so a little below 2.65 / 12.75 = 20.8 per cent of the kommuner's tax, in another source."""
    with (EVIDENCE / "kommuner.csv").open(encoding="utf-8", newline="") as stream:
        kommuner = list(csv.DictReader(stream))
    for number in READ:
        own = [k for k in kommuner if k["fylkesnummer"] == number]
        theirs = sum(int(k["innbyggertall"]) * float(k["skatt_per_innbygger"]) for k in own)
        row = table()[number]
        ours = float(row["skatt_2025"]) + float(row["andre_skatteinntekter_2025"])
        assert 0.19 < ours / theirs < 0.0265 / 0.1275


# The grant


@pytest.mark.parametrize("year", ["2025", "2026"])
def test_the_equal_amounts_are_the_post(year: str) -> None:
    """DFØ: chapter 572 post 60, 53 292.7 million in 2025 and 56 772.3 passed for 2026. The nation's
    inhabitants are rounded to whole heads, so half a head is lost in 2025."""
    shared = all_fylker(year).calculate("innbyggertilskudd_likt_belop_fylke", year)
    assert shared.sum() == pytest.approx(POST_60[year], abs=5_000)


@pytest.mark.parametrize(("year", "kroner"), [("2025", 9563.91), ("2026", 10118.27)])
def test_one_head_more(year: str, kroner: float) -> None:
    """53 292.7 million / 5 572 272 and 56 772.3 million / 5 610 870, alike in every fylke."""
    per_head = all_fylker(year).calculate("innbyggertilskudd_per_hode_fylke", year)
    assert per_head == pytest.approx(numpy.full(15, kroner), abs=0.01)


def test_what_is_moved_adds_to_the_northern_grant_over_all() -> None:
    """2025, DFØ: posts 60 and 62 are 53 292.7 and 812.1 million. What the eight accounts hold
    beyond the equal amount and what is left for the other seven add to the 812.1."""
    simulation = all_fylker("2025")
    moved = simulation.calculate("omfordelt_i_rammetilskuddet_fylke", "2025")
    equal = simulation.calculate("innbyggertilskudd_likt_belop_fylke", "2025")
    places = [number in READ for number in table()]
    accounts = sum(float(table()[number]["rammetilskudd_2025"]) for number in READ)
    left = 53_292_700_000 + 812_100_000 - accounts
    assert left == pytest.approx(26_665_857_000)
    others = left - equal[numpy.logical_not(places)].sum()
    assert moved[places].sum() + others == pytest.approx(812_100_000, abs=5_000)
    assert (moved[numpy.logical_not(places)] == 0).all()


@pytest.mark.parametrize(
    ("number", "millions"), [("32", -4000), ("11", -856), ("18", 2940), ("55", 1853)]
)
def test_money_moves_from_akershus_to_the_north(number: str, millions: float) -> None:
    """Akershus: 3 027.1 - 734 741.5 x 9 563.91; Rogaland 3 945.0 - 501 956.5 x 9 563.91;
    Nordland 5 266.9 - 243 331.5 x 9 563.91; Troms 3 479.7 - 170 044.5 x 9 563.91."""
    moved = all_fylker("2025").calculate("omfordelt_i_rammetilskuddet_fylke", "2025")
    assert moved[list(table()).index(number)] / 1e6 == pytest.approx(millions, abs=1)


@pytest.mark.parametrize(
    ("number", "kroner"),
    [
        ("11", 207_503),
        ("18", 285_908),
        ("31", 208_713),
        ("32", 188_857),
        ("33", 205_957),
        ("34", 240_364),
        ("42", 237_434),
        ("55", 249_599),
    ],
)
def test_upper_secondary_per_youth(number: str, kroner: float) -> None:
    """SSB's definition: net operating cost over inhabitants of 16-18 on 31 December. 2025, such as
    4 274 557 000 / 20 600 in Rogaland and 1 546 518 000 / 6 196 in Troms."""
    per_youth = all_fylker("2025").calculate("videregaende_per_ungdom_fylke", "2025")
    assert per_youth[list(table()).index(number)] == pytest.approx(kroner, abs=1)


def test_half_of_the_free_income_goes_to_upper_secondary_in_rogaland() -> None:
    """2025, thousand kroner: net cost over block grant, income tax and other taxes."""
    share = all_fylker("2025").calculate("videregaende_andel_av_frie_inntekter", "2025")
    by_hand = 4_274_557 / (3_944_995 + 4_494_963 + 19_911)
    assert share[list(table()).index("11")] == pytest.approx(by_hand)
    assert by_hand == pytest.approx(0.505, abs=5e-4)


def test_nothing_stated_is_nothing_moved() -> None:
    simulation = one(fylkets_innbyggere_1_juli=500_000)
    assert simulation.calculate("omfordelt_i_rammetilskuddet_fylke", "2025")[0] == 0
    assert simulation.calculate("frie_inntekter_fylke", "2025")[0] == 0
    assert simulation.calculate("videregaende_per_ungdom_fylke", "2025")[0] == 0
    assert simulation.calculate("videregaende_andel_av_frie_inntekter", "2025")[0] == 0


def test_the_equal_amount_is_not_known_before_2025() -> None:
    """The inhabitants of the nation by whom it is shared were read from 2025."""
    simulation = fylker({"11": {"fylkets_innbyggere_1_juli": {"2024": 500_000}}})
    assert simulation.calculate("innbyggertilskudd_likt_belop_fylke", "2024")[0] == 0


kroner = st.floats(min_value=1, max_value=1e11)
heads = st.floats(min_value=1, max_value=1e6)


@settings(max_examples=30, deadline=None)
@given(first=heads, second=heads)
def test_the_equal_amount_follows_the_heads(first: float, second: float) -> None:
    simulation = fylker(
        {
            "a": {"fylkets_innbyggere_1_juli": {"2025": first}},
            "b": {"fylkets_innbyggere_1_juli": {"2025": second}},
            "c": {"fylkets_innbyggere_1_juli": {"2025": first + second}},
        }
    )
    shared = simulation.calculate("innbyggertilskudd_likt_belop_fylke", "2025")
    assert (shared > 0).all()
    assert shared[0] + shared[1] == pytest.approx(shared[2])


@settings(max_examples=30, deadline=None)
@given(people=heads, grant=kroner, tax=kroner, cost=kroner)
def test_moved_and_equal_are_the_grant(
    people: float, grant: float, tax: float, cost: float
) -> None:
    simulation = one(
        fylkets_innbyggere_1_juli=people,
        fylkeskommunens_rammetilskudd=grant,
        fylkeskommunens_inntektsskatt=tax,
        fylkeskommunens_utgift_videregaende=cost,
        fylkets_innbyggere_16_18=people,
    )
    moved = simulation.calculate("omfordelt_i_rammetilskuddet_fylke", "2025")[0]
    equal = simulation.calculate("innbyggertilskudd_likt_belop_fylke", "2025")[0]
    assert moved + equal == pytest.approx(grant)
    free = simulation.calculate("frie_inntekter_fylke", "2025")[0]
    assert free == pytest.approx(grant + tax)
    assert simulation.calculate("videregaende_per_ungdom_fylke", "2025")[0] >= 0
    share = simulation.calculate("videregaende_andel_av_frie_inntekter", "2025")[0]
    assert share * free == pytest.approx(cost)
