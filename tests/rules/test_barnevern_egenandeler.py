"""The kommune's share of every state measure, 2014-2026, by type.

Letters of the ministry: 2016 (id2929947), 2017 (id2929949), 2022 (id2902438); for institutions also
the budget for 2015 (A to Z), which gives 2014 too. Years without a letter follow by arithmetic.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

OSLO, BERGEN = 301, 4601
BEFORE_REFORM = 12 * 2021 + 11


def child(month: str, *, kommune: int = BERGEN, **inputs: Any) -> Simulation:
    """One child of nine to thirteen years and what it has in a month."""
    since = inputs.pop("since", 0)
    facts = {name: {month: value} for name, value in inputs.items()}
    born = f"{int(month[:4]) - 13}-01"
    return household(
        {"barn": {"born": born, "plassert_siden": {"ETERNITY": since}, **facts}},
        barna=["barn"],
        kommune={"kommunenummer": {"ETERNITY": kommune}},
    )


MEASURES: dict[str, tuple[str, dict[str, Any]]] = {
    "institusjon": ("egenandel_institusjon", {"plassering": "institusjon"}),
    "akutt i institusjon": (
        "egenandel_institusjon",
        {"plassering": "institusjon", "akuttvedtak": True},
    ),
    "enslig mindreårig": (
        "egenandel_institusjon",
        {"plassering": "institusjon", "enslig_mindrearig_fra_mottak": True},
    ),
    "beredskapshjem": (
        "egenandel_spesialisert_fosterhjem",
        {"plassering": "fosterhjem", "spesialisert_fosterhjem": True, "akuttvedtak": True},
    ),
    "spesialisert fosterhjem": (
        "egenandel_spesialisert_fosterhjem",
        {"plassering": "fosterhjem", "spesialisert_fosterhjem": True},
    ),
    "plassert før 2022": (
        "egenandel_spesialisert_fosterhjem",
        {"plassering": "fosterhjem", "spesialisert_fosterhjem": True, "since": BEFORE_REFORM},
    ),
    "mst": ("egenandel_mst", {"har_mst": True}),
    "fft": ("egenandel_spesialisert_hjelpetiltak", {"spesialisert_hjelpetiltak": "fft"}),
    "pmto": ("egenandel_spesialisert_hjelpetiltak", {"spesialisert_hjelpetiltak": "pmto"}),
    "webster-stratton": (
        "egenandel_spesialisert_hjelpetiltak",
        {"spesialisert_hjelpetiltak": "webster_stratton"},
    ),
}

# The letters, kr a month: 2016 (id2929947), 2017 (id2929949), 2022 (id2902438).
LETTERS = {
    "institusjon": {2016: 66900, 2017: 68740, 2022: 170000},
    "akutt i institusjon": {2016: 66900, 2017: 68740, 2022: 170000},
    "enslig mindreårig": {2016: 33450, 2017: 34370, 2022: 85000},
    "beredskapshjem": {2016: 31500, 2017: 32370, 2022: 85000},
    "spesialisert fosterhjem": {2016: 31500, 2017: 32370, 2022: 85000},
    "plassert før 2022": {2022: 37100},
    "mst": {2016: 15750, 2017: 16185, 2022: 15000},
    "fft": {2016: 15750, 2017: 16185, 2022: 15000},
    "pmto": {2016: 0, 2017: 0, 2022: 0},
    "webster-stratton": {2016: 0, 2017: 0, 2022: 0},
}
CENTRE = {
    False: {2016: 66900, 2017: 68740, 2022: 71000},
    True: {2016: 24200, 2017: 24870, 2022: 11000},
}
# Read elsewhere: statsbudsjettet.no 2015 A to Z; 2024-2026 in a public repository (Befslokal).
INSTITUTION = {
    2014: 50304,
    2015: 65000,
    2023: 175000,
    2024: 182700,
    2025: 190190,
    2026: 197225,
}


def share(measure: str, year: int, month: int = 6) -> float:
    """What the kommune owes for one month of the measure."""
    variable, inputs = MEASURES[measure]
    when = f"{year}-{month:02}"
    return float(child(when, **dict(inputs)).calculate(variable, when)[0])


def centre(year: int, home_based: bool) -> float:
    """One parent and one small child in a centre after an assessment."""
    when = f"{year}-06"
    stay = {"i_senter_for_foreldre_og_barn": {when: True}}
    case = household(
        {"mor": {"born": "1990-01", **stay}, "barn": {"born": f"{year - 2}-01", **stay}},
        foreldre=["mor"],
        barna=["barn"],
        husstand={"senter_utredning": {when: True}, "senter_er_hjemmebasert": {when: home_based}},
        kommune={"kommunenummer": {"ETERNITY": BERGEN}},
    )
    return float(case.calculate("egenandel_senter", when)[0])


def to_ten(amount: float) -> int:
    """The nearest ten kroner, half up."""
    return int((amount + 5) // 10 * 10)


@pytest.mark.parametrize(
    ("measure", "year", "rate"),
    [(name, year, rate) for name, years in LETTERS.items() for year, rate in years.items()],
)
def test_official_letters(measure: str, year: int, rate: int) -> None:
    """The ministry's letters for 2016, 2017 and 2022; low rate of 2022 in note **."""
    assert share(measure, year, 1) == share(measure, year, 12) == rate


@pytest.mark.parametrize("home_based", [False, True])
@pytest.mark.parametrize("year", [2016, 2017, 2022])
def test_official_letters_of_the_centres(home_based: bool, year: int) -> None:
    """The same letters; before 2022 the lower rate is of families with their own household."""
    assert centre(year, home_based) == CENTRE[home_based][year]


@pytest.mark.parametrize(("year", "rate"), INSTITUTION.items())
def test_institution_in_the_years_without_a_letter(year: int, rate: int) -> None:
    """statsbudsjettet.no 2015 A to Z for 2014-2015; 182 700 / 1.044 for 2023; then Befslokal."""
    assert share("institusjon", year) == rate


@pytest.mark.parametrize("measure", [name for name, years in LETTERS.items() if 2017 in years])
@pytest.mark.parametrize("year", [2018, 2019, 2020, 2021])
def test_interpolated_between_the_letters_of_2017_and_2022(measure: str, year: int) -> None:
    """The unchanged scheme went from 32 370 (2017) to 37 100 (2022): one factor a year."""
    factor = (37100 / 32370) ** (1 / 5)
    expected = to_ten(LETTERS[measure][2017] * factor ** (year - 2017))
    assert share(measure, year) == expected


@pytest.mark.parametrize("measure", list(LETTERS))
@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_adjusted_as_the_institution_rate_after_2022(measure: str, year: int) -> None:
    expected = LETTERS[measure][2022] * INSTITUTION[year] / 170000
    assert share(measure, year) == pytest.approx(expected, abs=5.01)


@pytest.mark.parametrize("measure", ["enslig mindreårig", "spesialisert fosterhjem", "mst", "fft"])
def test_2015_by_the_price_adjustment_of_2016(measure: str) -> None:
    """The letter for 2016: the rise of all rates is a price adjustment; 66 900 / 65 000."""
    assert share(measure, 2015) == to_ten(LETTERS[measure][2016] * 65000 / 66900)


@pytest.mark.parametrize("home_based", [False, True])
def test_centres_in_the_years_without_a_letter(home_based: bool) -> None:
    factor = (37100 / 32370) ** (1 / 5)
    rates = CENTRE[home_based]
    for year in (2018, 2019, 2020, 2021):
        assert centre(year, home_based) == to_ten(rates[2017] * factor ** (year - 2017))
    for year in (2023, 2024, 2025, 2026):
        expected = rates[2022] * INSTITUTION[year] / 170000
        assert centre(year, home_based) == pytest.approx(expected, abs=5.01)


@pytest.mark.parametrize(("since", "rate"), [("2021-12", 37100), ("2022-01", 85000)])
def test_low_rate_for_a_home_from_before_the_reform(since: str, rate: int) -> None:
    year, month = (int(part) for part in since.split("-"))
    case = child(
        "2022-06",
        plassering="fosterhjem",
        spesialisert_fosterhjem=True,
        since=12 * year + month - 1,
    )
    assert case.calculate("egenandel_spesialisert_fosterhjem", "2022-06") == [rate]


def test_no_low_rate_for_an_institution_from_before_the_reform() -> None:
    """Note ** of the letter speaks of emergency and specialised foster homes only."""
    case = child("2022-06", plassering="institusjon", since=BEFORE_REFORM)
    assert case.calculate("egenandel_institusjon", "2022-06") == [170000]


@pytest.mark.parametrize(
    ("part", "fee"), [(1.0, 170000), (10 / 30, 170000 / 3), (0.0, 0), (1.5, 170000)]
)
def test_the_duty_to_pay_runs_from_admission_to_discharge(part: float, fee: float) -> None:
    """Regulation 2003-11-26-1397 § 4 last paragraph; ten days of the thirty of June."""
    case = child("2022-06", plassering="institusjon", del_av_maneden_plassert=part)
    assert case.calculate("egenandel_institusjon", "2022-06")[0] == pytest.approx(fee)
    months = case.calculate("institusjon_maned_bufetat", "2022-06")[0]
    assert months == pytest.approx(min(part, 1.0))
    assert case.calculate("institusjon_maned_kommune", "2022-06") == [0]


@pytest.mark.parametrize(("month", "by_state"), [("2022-12", 1), ("2023-01", 0)])
def test_pmto_went_to_the_kommune_in_2023(month: str, by_state: int) -> None:
    """Letter for 2022, note ***."""
    case = child(month, spesialisert_hjelpetiltak="pmto")
    assert case.calculate("spesialisert_hjelpetiltak_maned_bufetat", month) == [by_state]
    assert case.calculate("spesialisert_hjelpetiltak_maned_kommune", month) == [1 - by_state]


@pytest.mark.parametrize(
    ("kommune", "offered", "by_state"),
    [(BERGEN, True, 1), (BERGEN, False, 0), (OSLO, True, 0)],
)
def test_fft_that_the_state_does_not_pay(kommune: int, offered: bool, by_state: int) -> None:
    case = child(
        "2022-06",
        kommune=kommune,
        spesialisert_hjelpetiltak="fft",
        bufetat_tilbyr_hjelpetiltak=offered,
    )
    assert case.calculate("egenandel_spesialisert_hjelpetiltak", "2022-06") == [15000 * by_state]
    own = case.calculate("spesialisert_hjelpetiltak_maned_kommune", "2022-06")
    assert own == [1 - by_state]


@pytest.mark.parametrize(
    ("decision", "unsettled", "fee"), [(False, True, 0), (True, True, 85000), (True, False, 170000)]
)
def test_care_centre_is_shared_only_after_a_decision(
    decision: bool, unsettled: bool, fee: int
) -> None:
    """§§ 11-6 and 11-7; the applicant was 12."""
    case = household(
        {
            "barn": {
                "born": "2009-05",
                "sokte_beskyttelse_i": {"ETERNITY": 12 * 2021 + 8},
                "kom_uten_foreldreansvarlig": {"ETERNITY": True},
                "i_omsorgssenter": {"2022-06": True},
                "omsorgssenter_etter_vedtak": {"2022-06": decision},
                "enslig_mindrearig_fra_mottak": {"2022-06": unsettled},
            }
        },
        barna=["barn"],
        kommune={"kommunenummer": {"ETERNITY": BERGEN}},
    )
    assert case.calculate("omsorgssenter_maned_bufetat", "2022-06") == [1]
    assert case.calculate("omsorgssenter_maned_kommune", "2022-06") == [0]
    assert case.calculate("egenandel_omsorgssenter", "2022-06") == [fee]


@settings(max_examples=30, deadline=None)
@given(
    measure=st.sampled_from(list(MEASURES)),
    year=st.integers(2014, 2026),
    kommune=st.sampled_from([OSLO, BERGEN]),
)
def test_a_share_is_never_negative_and_never_owed_by_oslo(
    measure: str, year: int, kommune: int
) -> None:
    variable, inputs = MEASURES[measure]
    when = f"{year}-03"
    case = child(when, kommune=kommune, **dict(inputs))
    owed = case.calculate(variable, when)[0]
    assert owed >= 0
    assert kommune == BERGEN or owed == 0
    assert bool(case.calculate("skylder_egenandel", when)[0]) is bool(owed > 0)
