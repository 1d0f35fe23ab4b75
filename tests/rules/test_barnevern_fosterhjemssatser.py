"""KS's monthly rates of ordinary foster homes by age, 2015-2026, and who bears them.

Tables read: July 2015, July 2017, July 2021, October 2022, July 2023 and July 2024.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

OSLO, BERGEN = 301, 4601
AGES = {0: 0, 5: 0, 6: 1, 10: 1, 11: 2, 14: 2, 15: 3, 17: 3}
# Month, pay, cover at 0-5, 6-10, 11-14 and from 15: KS.
TABLES = {
    "2015-07": (7600, (4870, 6040, 6600, 7175)),
    "2017-07": (7900, (5140, 6375, 6970, 7570)),
    "2021-07": (8867, (5656, 7020, 7675, 8330)),
    "2022-10": (9383, (6161, 7647, 8360, 9074)),
    "2023-07": (9885, (6350, 7882, 8617, 9352)),
    "2024-07": (10336, (6875, 8533, 9328, 10125)),
}


def foster(month: str, age: int, kommune: int = BERGEN, extra: float = 0.0) -> Simulation:
    """A child in an ordinary foster home, turning `age` in January."""
    return household(
        {
            "barn": {
                "born": f"{int(month[:4]) - age}-01",
                "plassering": {month: "fosterhjem"},
                "fosterhjem_forsterkning": {month: extra},
            }
        },
        barna=["barn"],
        kommune={"kommunenummer": {"ETERNITY": kommune}},
    )


@pytest.mark.parametrize("month", TABLES)
@pytest.mark.parametrize(("age", "bracket"), AGES.items())
def test_official_tables_of_ks(month: str, age: int, bracket: int) -> None:
    """KS, veiledende satser for fosterhjem, the page of each year."""
    pay, cover = TABLES[month]
    case = foster(month, age)
    assert case.calculate("fosterhjem_godtgjoring", month) == [pay]
    assert case.calculate("fosterhjem_utgiftsdekning", month) == [cover[bracket]]


@pytest.mark.parametrize(("year", "step"), [(2018, 1), (2019, 2), (2020, 3)])
@pytest.mark.parametrize(("age", "bracket"), AGES.items())
def test_cover_rises_evenly_between_the_tables_of_2017_and_2021(
    year: int, step: int, age: int, bracket: int
) -> None:
    first, last = TABLES["2017-07"][1][bracket], TABLES["2021-07"][1][bracket]
    expected = round(first * (last / first) ** (step / 4))
    assert foster(f"{year}-07", age).calculate("fosterhjem_utgiftsdekning", f"{year}-07") == [
        expected
    ]


@pytest.mark.parametrize(
    ("month", "basic_amount"),
    [
        ("2018-07", 96883),
        ("2019-07", 99858),
        ("2020-07", 101351),
        ("2021-07", 106399),
        ("2022-07", 111477),
        ("2023-07", 118620),
        ("2024-07", 124028),
        ("2025-07", 130160),
        ("2026-07", 136549),
    ],
)
def test_pay_is_a_twelfth_of_the_basic_amount(month: str, basic_amount: int) -> None:
    """KS: the basic support equals the basic amount of folketrygden (G as regulated each May)."""
    pay = foster(month, 8).calculate("fosterhjem_godtgjoring", month)[0]
    assert pay == pytest.approx(basic_amount / 12, abs=1)


@pytest.mark.parametrize(("month", "rate"), [("2025-12", 9328), ("2026-12", 9328)])
def test_the_last_table_read_stands_until_the_next(month: str, rate: int) -> None:
    """The tables of 2025 and 2026 are not read."""
    assert foster(month, 12).calculate("fosterhjem_utgiftsdekning", month) == [rate]


@pytest.mark.parametrize(
    ("year", "own"),
    [(2016, 31500), (2017, 32370), (2019, 34180), (2020, 35130), (2021, 36100)],
)
def test_the_state_refunded_what_exceeded_the_own_share(year: int, own: int) -> None:
    """Letters for 2016 (31 500) and 2017 (32 370); 2019-2021 interpolated."""
    month = f"{year}-12"
    case = foster(month, 12, extra=60000)
    spent = case.calculate("fosterhjem_utgifter", month)[0]
    assert case.calculate("fosterhjem_refusjon", month)[0] == pytest.approx(spent - own)


@pytest.mark.parametrize("year", range(2022, 2027))
def test_from_2022_the_kommune_bears_it_all(year: int) -> None:
    """Act 2017-06-16-46; letter for 2022."""
    case = foster(f"{year}-01", 12, extra=60000)
    assert case.calculate("fosterhjem_refusjon", f"{year}-01") == [0]


@pytest.mark.parametrize(("zone", "rate"), [("sone_1", 0.141), ("sone_4", 0.051), ("sone_5", 0.0)])
def test_contribution_on_the_pay_alone(zone: str, rate: float) -> None:
    """KS: taxed as wages, contribution by the kommune; none on cover. 10 336 kr in July 2024."""
    case = household(
        {"barn": {"born": "2012-01", "plassering": {"2024-07": "fosterhjem"}}},
        barna=["barn"],
        kommune={"kommunenummer": {"ETERNITY": BERGEN}, "aga_sone": {"ETERNITY": zone}},
    )
    paid = case.calculate("fosterhjem_arbeidsgiveravgift", "2024-07")[0]
    assert paid == pytest.approx(10336 * rate)


@settings(max_examples=30, deadline=None)
@given(
    age=st.integers(0, 16),
    year=st.integers(2019, 2026),
    extra=st.floats(0, 100_000),
    kommune=st.sampled_from([OSLO, BERGEN]),
)
def test_cover_rises_with_age_and_the_refund_stays_below_the_outlay(
    age: int, year: int, extra: float, kommune: int
) -> None:
    month = f"{year}-09"
    younger, older = foster(month, age, kommune, extra), foster(month, age + 1, kommune, extra)
    cover = "fosterhjem_utgiftsdekning"
    assert younger.calculate(cover, month)[0] <= older.calculate(cover, month)[0]
    refund = younger.calculate("fosterhjem_refusjon", month)[0]
    assert 0 <= refund <= younger.calculate("fosterhjem_utgifter", month)[0]
