"""Inntektsutjevning: the final settlement of 2025 for all kommuner, and what a krone leaves."""

import csv
from pathlib import Path

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.simulations import Simulation
from situations import household, system

TABLE = Path(__file__).resolve().parents[2] / "evidence" / "kommuner.csv"
AVERAGE = 42269.58  # national tax per head 2025, KDD's settlement


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def all_kommuner() -> Simulation:
    """Every kommune of the table, one inhabitant each."""
    table = rows()
    names = [f"p{row['kommunenummer']}" for row in table]
    inputs = ("innbyggertall", "skatt_per_innbygger", "skattegrunnlag_andel")
    return SimulationBuilder().build_from_entities(
        system(),
        {
            "personer": {name: {} for name in names},
            "husstander": {"h": {"andre": names}},
            "kommuner": {
                row["kommunenummer"]: {"innbyggere": [name]}
                | {key: {"ETERNITY": float(row[key])} for key in inputs}
                for name, row in zip(names, table, strict=True)
            },
            "fylkeskommuner": {"f": {"fylkesinnbyggere": names}},
        },
    )


def one(share: float, tax: float, year: str, inhabitants: int = 1) -> Simulation:
    """A person who pays `tax` to a kommune whose base is `share` of the average."""
    return household(
        {"a": {"born": "1995-03", "skatt_kommune": {year: tax}}},
        andre=["a"],
        kommune={
            "skattegrunnlag_andel": {"ETERNITY": share},
            "skatt_per_innbygger": {"ETERNITY": share * AVERAGE},
            "innbyggertall": {"ETERNITY": inhabitants},
        },
    )


def test_the_settlement_of_2025_is_reproduced_for_all_357_kommuner() -> None:
    """KDD, løpende inntektsutjevning, final 2025, thousand kroner: within 1 000 kroner each."""
    table = rows()
    assert len(table) == 357
    official = numpy.array([float(row["inntektsutjevning_2025"]) for row in table])
    computed = all_kommuner().calculate("inntektsutjevning", "2025")
    assert numpy.abs(computed - official).max() < 1000


def test_what_is_given_equals_what_is_taken() -> None:
    """Zero-sum: the settlement adds to 10 000 kroner, of rounding to whole thousands."""
    assert abs(all_kommuner().calculate("inntektsutjevning", "2025").sum()) < 20_000


def test_the_symmetric_part_alone_is_zero_sum() -> None:
    """Sum of people x tax per head equals people x the average, to the øre of the average."""
    table = rows()
    people = numpy.array([int(row["innbyggertall"]) for row in table])
    tax = numpy.array([float(row["skatt_per_innbygger"]) for row in table])
    assert abs((people * (AVERAGE - tax)).sum()) / people.sum() < 0.01


def test_the_deduction_pays_for_the_additional_part() -> None:
    """0.35 x the distance to 0.90 of the average, over all heads, is f = 378.139."""
    table = rows()
    people = numpy.array([int(row["innbyggertall"]) for row in table])
    tax = numpy.array([float(row["skatt_per_innbygger"]) for row in table])
    paid = 0.35 * numpy.maximum(0.90 * AVERAGE - tax, 0) * people
    assert paid.sum() / people.sum() == pytest.approx(378.139, abs=0.001)


def test_203_kommuner_lie_below_nine_tenths() -> None:
    """The funding facts' count for 2025."""
    rates = all_kommuner().calculate("skatteutjevning_sats", "2025")
    assert int((rates > 0.9).sum()) == 203


@pytest.mark.parametrize(
    ("year", "above", "below"),
    [
        ("2022", 0.60, 0.95),
        ("2024", 0.60, 0.95),
        ("2025", 0.62, 0.97),
        ("2026", 0.64, 0.99),
    ],
)
def test_rates_by_year(year: str, above: float, below: float) -> None:
    """60 per cent to 2024, 62 in 2025, 64 from 2026; 35 more below nine tenths."""
    rich, poor = one(1.1, 1000, year), one(0.8, 1000, year)
    assert rich.calculate("skatteutjevning_sats", year) == pytest.approx([above])
    assert poor.calculate("skatteutjevning_sats", year) == pytest.approx([below])
    assert rich.calculate("skatteutjevning_av_egen_skatt", year) == pytest.approx([-1000 * above])


@pytest.mark.parametrize(
    ("share", "kept"),
    [
        (0.90 - 1 / AVERAGE, 0.03),  # a krone per head below 0.9 of the average
        (0.90, 0.38),
        (0.90 + 1 / AVERAGE, 0.38),
        (1.31, 0.38),
    ],
)
def test_what_the_kommune_keeps_of_a_krone_2025(share: float, kept: float) -> None:
    case = one(share, 100_000, "2025")
    lost = case.calculate("skatteutjevning_av_egen_skatt", "2025")[0]
    assert 100_000 + lost == pytest.approx(100_000 * kept)


def test_the_marginal_rate_is_the_slope_of_the_scheme() -> None:
    """One krone more per head, average and deduction still, moves the scheme by the rate."""
    for share in (0.7, 1.2):
        before, after = one(share, 0, "2025"), one(share + 1 / AVERAGE, 0, "2025")
        moved = after.calculate("inntektsutjevning", "2025") - before.calculate(
            "inntektsutjevning", "2025"
        )
        rate = before.calculate("skatteutjevning_sats", "2025")
        assert moved == pytest.approx(-rate)


def test_by_hand_in_2024() -> None:
    """100 inhabitants at 30 000: 100 x (0.6 x 8 444.41 + 0.35 x 4 599.969 - 413.626)."""
    case = one(30_000 / AVERAGE, 0, "2024", inhabitants=100)
    expected = 100 * (0.60 * 8444.41 + 0.35 * (0.90 * 38444.41 - 30_000) - 413.62582)
    assert case.calculate("inntektsutjevning", "2024") == pytest.approx([expected])


SETTLED = {  # tax and equalisation per head
    "Stavanger": {
        "2019": (39670.8671, -5036.9879),
        "2020": (38645.2660, -4663.6547),
        "2021": (43708.8368, -4848.7622),
        "2022": (49788.5460, -6037.2505),
        "2023": (49118.9917, -6977.7113),
        "2024": (48761.6871, -6603.9900),
    },
    "Alta": {
        "2019": (27504.1426, 2694.0618),
        "2020": (27155.4144, 2637.4249),
        "2021": (30772.0865, 3592.9681),
        "2022": (33706.8635, 4639.2955),
        "2023": (33065.3891, 3161.3775),
        "2024": (32225.8557, 4148.4496),
    },
    "Tynset": {
        "2019": (24724.9041, 5334.3384),
        "2020": (25256.8584, 4441.0531),
        "2021": (28359.1709, 5885.2380),
        "2022": (29793.9720, 8356.5423),
        "2023": (28957.9271, 7063.4663),
        "2024": (30792.8087, 5509.8443),
    },
    "Ullensaker": {
        "2019": (29849.7480, 855.6836),
        "2020": (28712.2936, 1296.1287),
        "2021": (33121.7094, 1503.5143),
        "2022": (36095.1265, 2370.4456),
        "2023": (33456.1457, 2790.1587),
        "2024": (32792.4044, 3610.2284),
    },
    "Tromsø": {
        "2019": (31101.7305, 104.4941),
        "2020": (30546.9141, 195.3564),
        "2021": (35298.1431, 197.6540),
        "2022": (37434.5931, 1375.1212),
        "2023": (36321.1238, 701.0094),
        "2024": (36925.4142, 497.7738),
    },
}


@pytest.mark.parametrize("name", SETTLED)
def test_official_settlements_of_2019_to_2024(name: str) -> None:
    """KDD, løpende inntektsutjevning, final settlements 2019-2024, per head, as kept in
    Lippen1995/Project_statsbudsjett (data/kostra/entities, 215c016): within two øre."""
    for year, (tax, official) in SETTLED[name].items():
        case = one(tax / AVERAGE, 0, year)
        assert case.calculate("inntektsutjevning", year) == pytest.approx([official], abs=0.02)


def test_no_settlement_before_2019() -> None:
    assert one(0.8, 0, "2018", inhabitants=100).calculate("inntektsutjevning", "2018") == [0]


def test_a_stated_average_and_deduction_replace_the_settled_ones() -> None:
    """A country of one: the average is its own tax and nothing is moved."""
    case = household(
        {"a": {"born": "1995-03"}},
        andre=["a"],
        kommune={
            "innbyggertall": {"ETERNITY": 100},
            "skatt_per_innbygger": {"ETERNITY": 30_000},
            "landets_skatt_per_innbygger": {"2025": 30_000},
            "trekk_per_innbygger": {"2025": 0},
        },
    )
    assert case.calculate("inntektsutjevning", "2025") == [0]


def test_oslos_tax_as_a_county_is_left_out() -> None:
    """2025: 12.75 and 2.65 per cent, so of 15 400 kroner 12 750 are a kommune's: x 0.62."""
    case = household(
        {"a": {"born": "1995-03", "skatt_kommune": {"2025": 15_400}}},
        andre=["a"],
        kommune={"kommunenummer": {"ETERNITY": 301}, "skattegrunnlag_andel": {"ETERNITY": 1.31}},
    )
    lost = case.calculate("skatteutjevning_av_egen_skatt", "2025")
    assert lost == pytest.approx([-12_750 * 0.62])


def test_the_tax_is_that_of_the_tax_rules() -> None:
    """The whole chain: a wage of 450 000 in 2025, tax to the kommune, 62 per cent of it gone."""
    case = household(
        {"a": {"born": "1995-03", "lonn": {f"2025-{m:02d}": 37_500 for m in range(1, 13)}}},
        andre=["a"],
        kommune={"skattegrunnlag_andel": {"ETERNITY": 1.0}},
    )
    paid = case.calculate("skatt_kommune", "2025")
    assert paid[0] > 20_000
    assert case.calculate("skatteutjevning_av_egen_skatt", "2025") == pytest.approx(-0.62 * paid)


def test_without_tax_nothing_is_equalised() -> None:
    assert one(0.8, 0, "2025").calculate("skatteutjevning_av_egen_skatt", "2025") == [0]


@given(
    share=st.floats(0, 5),
    tax=st.floats(-1e6, 1e9),
    year=st.sampled_from(["2019", "2022", "2024", "2025", "2026"]),
)
def test_equalisation_takes_between_nothing_and_the_whole_tax(
    share: float, tax: float, year: str
) -> None:
    lost = one(share, tax, year).calculate("skatteutjevning_av_egen_skatt", year)[0]
    assert -max(tax, 0) <= lost <= 0


@given(low=st.floats(0.1, 3), more=st.floats(0, 1))
def test_a_richer_kommune_never_gets_more_and_never_ends_poorer(low: float, more: float) -> None:
    """Monotone both ways: order is kept after equalisation."""
    poor, rich = one(low, 0, "2025"), one(low + more, 0, "2025")
    got_poor = poor.calculate("inntektsutjevning", "2025")[0]
    got_rich = rich.calculate("inntektsutjevning", "2025")[0]
    assert got_rich <= got_poor + 1e-6
    assert low * AVERAGE + got_poor <= (low + more) * AVERAGE + got_rich + 1e-6
