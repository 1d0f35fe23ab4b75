"""Dagpenger: folketrygdloven §§ 4-3 to 4-26, on both sides of each limit."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

DAYS = 260 / 12
BASIC = {
    "2019-03": 96883,
    "2019-06": 99858,
    "2020-11": 101351,
    "2021-06": 106399,
    "2022-06": 111477,
    "2023-06": 118620,
    "2024-06": 124028,
    "2025-06": 130160,
    "2026-06": 136549,
}


def index(month: str) -> int:
    year, number = (int(part) for part in month.split("-"))
    return 12 * year + number - 1


def person(month: str, born: str = "1990-06", **facts: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"born": born, "innvilget_dagpenger": {month: True}}
    for name, value in facts.items():
        eternal = name.startswith(("dagpenger_inntekt", "dagpengegrunnlag", "dagpenger_soknad"))
        given[name] = {"ETERNITY" if eternal else month: value}
    return given


def alone(month: str, **facts: Any) -> Simulation:
    return household({"ola": person(month, **facts)}, foreldre=["ola"])


def value(rule: str, month: str, **facts: Any) -> float:
    return float(alone(month, **facts).calculate(rule, month)[0])


@pytest.mark.parametrize(("month", "basic"), BASIC.items())
def test_ceiling_of_six_g_each_year(month: str, basic: int) -> None:
    """§ 4-11 third paragraph: 0.24 per cent of 6 G, 2 G in the month's G for the long period. In
    November 2020 and June 2021 the temporary rate: (0.8 + 0.624) x 3 G / 260."""
    facts = {"dagpenger_inntekt_1": 2000000.0, "dagpenger_soknadsmaned": index(month)}
    assert value("dagpengegrunnlag", month, **facts) == 6 * basic
    corona = month in ("2020-11", "2021-06")
    rate = 3 * basic * 1.424 / 260 if corona else 0.0024 * 6 * basic
    assert value("dagpenger_dagsats", month, **facts) == int(rate + 0.5)


@pytest.mark.parametrize(
    ("month", "least"),
    [
        # § 4-4: 1.5 x 118 620 (the new G counts from 29 May 2023) and 1.5 x 111 477 in May.
        ("2023-06", 177930.0),
        ("2023-05", 167215.5),
        # Three quarters of G 99 858 from 20 March 2020, G 101 351 from 21 September 2020.
        ("2020-03", 149787.0),
        ("2020-04", 74893.5),
        ("2020-10", 76013.25),
        ("2020-11", 152026.5),
        ("2021-02", 152026.5),
        ("2021-03", 76013.25),
        ("2021-10", 159598.5),
        ("2022-01", 79799.25),
        ("2022-04", 159598.5),
    ],
)
def test_minimum_income_of_twelve_months(month: str, least: float) -> None:
    assert value("oppfyller_minsteinntekt", month, dagpenger_inntekt_1=least)
    assert not value("oppfyller_minsteinntekt", month, dagpenger_inntekt_1=least - 1)


@pytest.mark.parametrize(
    ("month", "least"), [("2024-07", 372084.0), ("2021-03", 228039.75), ("2026-06", 409647.0)]
)
def test_minimum_income_of_36_months(month: str, least: float) -> None:
    """§ 4-4: 3 G, 2.25 G of 101 351 in March 2021."""
    assert value("oppfyller_minsteinntekt", month, dagpenger_inntekt_3=least)
    assert not value("oppfyller_minsteinntekt", month, dagpenger_inntekt_3=least - 1)


def test_income_is_adjusted_evenly_when_its_months_are_not_stated() -> None:
    """§ 4-11: applied August 2024 for 240 000 of August 2022 to July 2023 (block 2): nine
    months (August to April) at 111 477, three at 118 620, lifted to 124 028; a third in the mean:
    (180 000 x 124 028 / 111 477 + 60 000 x 124 028 / 118 620) / 3 = 87 667.01."""
    facts = {"dagpenger_inntekt_2": 240000.0, "dagpenger_soknadsmaned": index("2024-08")}
    assert value("dagpengegrunnlag", "2024-08", **facts) == 87667


def test_the_basis_keeps_the_basic_amount_of_the_application() -> None:
    """§ 4-11: 6 G of April 2024 (118 620), also after 1 May 2024 and 2025."""
    facts = {"dagpenger_inntekt_1": 2000000.0, "dagpenger_soknadsmaned": index("2024-04")}
    for month in ("2024-04", "2024-05", "2025-06"):
        assert value("dagpengegrunnlag", month, **facts) == 711720


def test_unstated_application_takes_income_as_it_stands() -> None:
    assert value("dagpengegrunnlag", "2024-06", dagpenger_inntekt_1=400000.4) == 400000


def test_nothing_without_a_decision_or_income() -> None:
    case = household(
        {"ola": {"born": "1990-06", "dagpenger_inntekt_1": {"ETERNITY": 400000.0}}},
        foreldre=["ola"],
    )
    assert case.calculate("dagpenger", "2024-06")[0] == 0
    assert value("dagpenger", "2024-06") == 0


def test_a_whole_month() -> None:
    """§ 4-12: 0.0024 x 400 000 = 960 a day, 260 / 12 days."""
    assert value("dagpenger", "2025-06", dagpengegrunnlag_fastsatt=400000.0) == 20800


@pytest.mark.parametrize(("hours", "paid"), [(37.5, 480 * DAYS), (37.6, 0.0)])
def test_half_of_working_time_may_be_worked(hours: float, paid: float) -> None:
    """§ 4-13: 75 hours are usual in 14 days."""
    facts = {"dagpengegrunnlag_fastsatt": 400000.0, "dagpenger_arbeidstimer": hours}
    assert value("dagpenger", "2025-06", **facts) == pytest.approx(paid)


@pytest.mark.parametrize(
    ("month", "share", "paid"),
    [
        ("2020-03", 0.6, False),
        ("2020-04", 0.6, True),
        ("2020-04", 0.61, False),
        ("2022-03", 0.6, True),
        ("2022-04", 0.6, False),
    ],
)
def test_sixty_per_cent_work_during_the_pandemic(month: str, share: float, paid: bool) -> None:
    assert bool(value("oppfyller_tapt_arbeidstid", month, dagpenger_arbeidet_andel=share)) is paid


@pytest.mark.parametrize(
    ("month", "met"),
    [("2020-05", True), ("2020-12", False), ("2021-05", True), ("2021-11", False)],
)
def test_first_month_has_its_own_threshold(month: str, met: bool) -> None:
    """§ 4-3: 40 per cent lost is enough only in the corona periods for a new case."""
    facts = {"dagpenger_arbeidet_andel": 0.6, "dagpenger_soknadsmaned": index(month)}
    assert bool(value("oppfyller_tapt_arbeidstid", month, **facts)) is met


@pytest.mark.parametrize(
    ("month", "applied", "rate"),
    [
        ("2020-04", "2020-02", 720),
        ("2020-04", "2020-03", 923),
        ("2021-01", "2020-02", 720),
        ("2021-02", "2020-02", 923),
        ("2022-03", "2022-01", 923),
        ("2022-04", "2022-01", 720),
    ],
)
def test_temporary_rate(month: str, applied: str, rate: int) -> None:
    """Regulation 2020-03-20 no. 368 § 2-3: 0.8 x 300 000 / 260 = 923.08; otherwise 720."""
    facts = {"dagpengegrunnlag_fastsatt": 300000.0, "dagpenger_soknadsmaned": index(applied)}
    assert value("dagpenger_dagsats", month, **facts) == rate


@pytest.mark.parametrize(
    ("month", "own"),
    [("2019-06", 2160), ("2020-05", 0), ("2021-01", 2160), ("2021-05", 0), ("2025-01", 2160)],
)
def test_own_share_by_year(month: str, own: int) -> None:
    """§ 4-9: three days of 720, none while waiting days were suspended."""
    facts = {"dagpengegrunnlag_fastsatt": 300000.0, "dagpenger_soknadsmaned": index(month)}
    expected = 3 * 923 if month == "2021-01" else own
    assert value("dagpenger_egenandel", month, **facts) == expected


def test_own_share_only_in_the_month_of_the_application() -> None:
    """§ 4-9: 720 x 260 / 12 = 15 600, less 2 160 in the first month."""
    facts = {"dagpengegrunnlag_fastsatt": 300000.0, "dagpenger_soknadsmaned": index("2024-06")}
    assert value("dagpenger", "2024-06", **facts) == 13440
    assert value("dagpenger", "2024-07", **facts) == 15600


@pytest.mark.parametrize(("weeks", "paid"), [(103.9, True), (104, False)])
def test_long_period_ends(weeks: float, paid: bool) -> None:
    facts = {"dagpenger_inntekt_1": 300000.0, "dagpenger_brukte_uker": weeks}
    assert bool(value("dagpenger_maned", "2024-06", **facts)) is paid


@pytest.mark.parametrize(("weeks", "paid"), [(51.9, True), (52, False)])
def test_short_period_ends(weeks: float, paid: bool) -> None:
    facts = {"dagpenger_inntekt_1": 200000.0, "dagpenger_brukte_uker": weeks}
    assert bool(value("dagpenger_maned", "2024-06", **facts)) is paid


@pytest.mark.parametrize(
    ("month", "supplement"),
    [
        ("2022-06", 17),
        ("2023-01", 17),
        ("2023-02", 35),
        ("2024-06", 36),
        ("2025-06", 37),
        ("2026-06", 38),
    ],
)
def test_child_supplement_by_year(month: str, supplement: float) -> None:
    facts = person(month, dagpengegrunnlag_fastsatt=400000.0)
    case = household({"mor": facts, "barn": {"born": "2015-05"}}, foreldre=["mor"], barna=["barn"])
    assert case.calculate("dagpenger_dagsats_med_barnetillegg", month)[0] == 960 + supplement


@pytest.mark.parametrize(("month", "each"), [("2022-06", 8.5), ("2023-06", 35)])
def test_two_parents_with_dagpenger(month: str, each: float) -> None:
    """§ 4-12: one supplement of 17 between them until 2022, one each from 2023."""
    facts = person(month, dagpengegrunnlag_fastsatt=400000.0)
    case = household(
        {"mor": facts, "far": facts, "barn": {"born": "2015-05"}},
        foreldre=["mor", "far"],
        barna=["barn"],
    )
    assert list(case.calculate("dagpenger_barnetillegg", month)) == [each, each, 0]


def test_no_supplement_from_the_18th_birthday() -> None:
    facts = person("2024-06", dagpengegrunnlag_fastsatt=400000.0)
    case = household({"mor": facts, "barn": {"born": "2006-06"}}, foreldre=["mor"], barna=["barn"])
    assert case.calculate("dagpenger_barnetillegg", "2024-06")[0] == 0


def test_sanction_and_childrens_pension_come_off() -> None:
    """720 x (260 / 12 - 5) = 12 000, less 1 000."""
    facts = {
        "dagpengegrunnlag_fastsatt": 300000.0,
        "dagpenger_sanksjonsdager": 5.0,
        "dagpenger_fradrag": 1000.0,
    }
    assert value("dagpenger", "2024-06", **facts) == pytest.approx(11000)


@pytest.mark.parametrize(
    "fact", ["har_krav_pa_lonn", "i_hoyere_utdanning", "i_fengsel", "i_utdanning_eller_opplaring"]
)
def test_what_excludes_dagpenger(fact: str) -> None:
    facts = {"dagpengegrunnlag_fastsatt": 300000.0, fact: True}
    assert value("dagpenger", "2024-06", **facts) == 0


def test_who_does_not_seek_work_gets_nothing() -> None:
    facts = {"dagpengegrunnlag_fastsatt": 300000.0, "reell_arbeidssoker": False}
    assert value("dagpenger", "2024-06", **facts) == 0


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 900000), st.integers(0, 900000), st.floats(0, 1))
def test_more_income_and_less_work_never_pay_less(first: int, second: int, worked: float) -> None:
    low, high = sorted((first, second))
    paid = [
        value(
            "dagpenger",
            "2025-06",
            dagpengegrunnlag_fastsatt=float(basis) + 1,
            dagpenger_arbeidet_andel=share,
        )
        for basis, share in ((low, worked), (high, worked), (high, 0.0))
    ]
    assert 0 <= paid[0] <= paid[1] <= paid[2]


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 1500000), st.integers(0, 8))
def test_never_above_90_per_cent_of_the_basis(basis: int, children: int) -> None:
    names = {f"b{number}": {"born": "2018-01"} for number in range(children)}
    case = household(
        {"mor": person("2025-06", dagpengegrunnlag_fastsatt=float(basis))} | names,
        foreldre=["mor"],
        barna=list(names),
    )
    rate = case.calculate("dagpenger_dagsats_med_barnetillegg", "2025-06")[0]
    assert 0 <= rate <= 0.9 * basis / 260 + 0.5


@settings(max_examples=20, deadline=None)
@given(st.permutations(["mor", "far", "b1", "b2"]))
def test_order_of_members_does_not_matter(order: list[str]) -> None:
    facts = {
        "mor": person("2025-06", dagpengegrunnlag_fastsatt=300000.0),
        "far": person("2025-06", dagpengegrunnlag_fastsatt=500000.0),
        "b1": {"born": "2018-01"},
        "b2": {"born": "2012-01"},
    }
    case = household(
        {name: facts[name] for name in order}, foreldre=["mor", "far"], barna=["b1", "b2"]
    )
    paid = dict(zip(order, case.calculate("dagpenger", "2025-06"), strict=True))
    # 720 + 74 and 1 200 + 74 a day.
    assert paid["mor"] == pytest.approx(794 * DAYS)
    assert paid["far"] == pytest.approx(1274 * DAYS)
