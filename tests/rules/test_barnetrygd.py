"""Barnetrygd: rates of barnetrygdloven § 10's footnote and NAV's published table."""

import pytest
from situations import household

# § 10 note 1: the ordinary rates by period (kr a month).
RATES = [
    ("2023-01", "2015-05", 1054),
    ("2023-03", "2015-05", 1083),
    ("2023-07", "2015-05", 1310),
    ("2024-01", "2015-05", 1510),
    ("2024-08", "2015-05", 1510),
    ("2024-09", "2015-05", 1766),
    ("2023-01", "2020-05", 1676),
    ("2023-03", "2020-05", 1723),
    ("2024-08", "2020-05", 1766),
]


@pytest.mark.parametrize(("month", "born", "expected"), RATES)
def test_ordinary_rate(month: str, born: str, expected: int) -> None:
    case = household(
        {"mor": {"born": "1990-01"}, "barn": {"born": born}}, foreldre=["mor"], barna=["barn"]
    )
    assert case.calculate("barnetrygd_ordinaer", month) == [expected]


@pytest.mark.parametrize(
    ("month", "paid"),
    [("2025-06", False), ("2025-07", True)],
)
def test_starts_the_month_after_birth(month: str, paid: bool) -> None:
    """§ 11 first paragraph."""
    case = household({"barn": {"born": "2025-06"}}, barna=["barn"])
    assert bool(case.calculate("barnetrygd_ordinaer", month)[0] > 0) is paid


@pytest.mark.parametrize(("month", "paid"), [("2026-02", True), ("2026-03", False)])
def test_ends_the_month_before_turning_18(month: str, paid: bool) -> None:
    """§ 11 second paragraph: born March 2008, so paid to and with February 2026."""
    case = household({"barn": {"born": "2008-03"}}, barna=["barn"])
    assert bool(case.calculate("barnetrygd_ordinaer", month)[0] > 0) is paid


@pytest.mark.parametrize(("month", "rate"), [("2024-05", 1766), ("2024-06", 1510)])
def test_high_rate_ends_the_month_before_turning_6(month: str, rate: int) -> None:
    case = household({"barn": {"born": "2018-06"}}, barna=["barn"])
    assert case.calculate("barnetrygd_ordinaer", month) == [rate]


def test_lone_parent_gets_one_more_amount_however_many_children() -> None:
    """§ 9; 2 516 in June 2025."""
    case = household(
        {"mor": {"born": "1990-01"}, "a": {"born": "2015-05"}, "b": {"born": "2017-05"}},
        foreldre=["mor"],
        barna=["a", "b"],
    )
    assert case.calculate("barnetrygd_utvidet", "2025-06") == [2516]
    assert case.calculate("barnetrygd", "2025-06") == [2 * 1968 + 2516]


def test_no_extended_benefit_with_a_partner() -> None:
    case = household(
        {
            "mor": {"born": "1990-01", "lever_med_partner": {"2025-06": True}},
            "a": {"born": "2015-05"},
        },
        foreldre=["mor"],
        barna=["a"],
    )
    assert case.calculate("barnetrygd_utvidet", "2025-06") == [0]


def test_shared_residence_halves() -> None:
    """§ 2 third paragraph: 50 per cent to each."""
    case = household(
        {"mor": {"born": "1990-01"}, "a": {"born": "2015-05", "delt_bosted": {"2025-06": True}}},
        foreldre=["mor"],
        barna=["a"],
    )
    assert case.calculate("barnetrygd", "2025-06") == [1968 / 2 + 2516 / 2]


@pytest.mark.parametrize(("born", "addition"), [("2022-06", 696), ("2022-05", 0)])
def test_official_infant_addition_to_the_month_of_the_third_birthday(
    born: str, addition: int
) -> None:
    """navikt/familie-ba-sak SmåbarnstilleggGeneratorTest.kt: the month of the third birthday."""
    case = household(
        {
            "mor": {"born": "1990-01", "mottar_overgangsstonad_i_full": {"2025-06": True}},
            "a": {"born": born},
        },
        foreldre=["mor"],
        barna=["a"],
    )
    assert case.calculate("smabarnstillegg", "2025-06") == [addition]


@pytest.mark.parametrize(
    ("month", "addition"), [("2025-09", 0), ("2025-10", 500), ("2026-02", 512)]
)
def test_finnmark_addition(month: str, addition: int) -> None:
    case = household(
        {"a": {"born": "2015-05"}},
        barna=["a"],
        kommune={"i_tiltakssonen": {"ETERNITY": True}},
    )
    assert case.calculate("finnmarkstillegg", month) == [addition]


def test_a_child_in_an_institution_brings_the_benefit_there() -> None:
    """§ 2 second paragraph."""
    case = household(
        {
            "mor": {"born": "1990-01"},
            "a": {"born": "2012-05", "plassering": {"2025-06": "institusjon"}},
        },
        foreldre=["mor"],
        barna=["a"],
    )
    assert case.calculate("barnetrygd", "2025-06") == [0]
    assert case.calculate("barnetrygd_institusjon", "2025-06").sum() == 1968
