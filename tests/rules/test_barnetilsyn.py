"""Stønad til barnetilsyn: folketrygdloven § 15-10, in both wordings.

The official amounts stand in the `.feature` files and tests of navikt/familie-ef-sak (2026-08-21).
"""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household


def lone(month: str, child: str = "", children: int = 0, **given: Any) -> Simulation:
    """A lone parent granted the benefit; `children` is the number applied for."""
    parent: dict[str, Any] = {"born": "1990-06", "innvilget_barnetilsyn": {month: True}}
    barn: dict[str, Any] = {"born": child or f"{int(month[:4]) - 1}-12"}
    if children:
        given["barnetilsyn_antall_barn"] = children
    for name, value in given.items():
        owner, fact = (barn, name[6:]) if name.startswith("barn__") else (parent, name)
        owner[fact] = {"ETERNITY" if fact == "barnetilsyn_30_juni_2026" else month: value}
    return household({"mor": parent, "barn": barn}, foreldre=["mor"], barna=["barn"])


def benefit(month: str, **given: Any) -> float:
    return float(lone(month, **given).calculate("stonad_til_barnetilsyn", month)[0])


def right(month: str, **given: Any) -> bool:
    return bool(lone(month, **given).calculate("rett_til_barnetilsyn", month)[0])


def cost(expenses: float, cash: float = 0, grant: float = 0, children: int = 1) -> dict[str, Any]:
    return {
        "barnetilsyn_utgifter": float(expenses),
        "kontantstotte_fratrekk": float(cash),
        "barnetilsyn_tilleggsstonad_fratrekk": float(grant),
        "children": children,
    }


# expenses, kontantstøtte, supplementary grant, children, month, amount before rounding up
ONE_MONTH = [
    (1000000, 0, 0, 3, "2022-01", 6284),
    (1000000, 0, 0, 4, "2022-01", 6284),
    (1000000, 0, 0, 2, "2022-01", 5545),
    (1000000, 0, 0, 1, "2022-01", 4250),
    (100, 0, 0, 2, "2022-01", 64),
    (1234, 300, 0, 2, "2022-01", 597.76),
    (500.13, 300.13, 0, 3, "2022-01", 128),
    (7000, 0, 70, 3, "2022-01", 4410),
    (7000, 0, 70, 2, "2022-01", 4410),
    (7000, 0, 70, 1, "2022-01", 4180),
    (3200, 0, 0, 1, "2022-01", 2048),
    (5000, 0, 0, 1, "2022-01", 3200),
    (7000, 1, 0, 1, "2022-01", 4250),
    (6000, 6000, 0, 1, "2022-01", 0),
    (6000, 1500, 0, 1, "2022-01", 2880),
    (6000, 1500, 980, 1, "2022-01", 1900),
    (6400, 1500, 0, 2, "2022-01", 3136),
    (9000, 0, 0, 2, "2022-01", 5545),
    (9600, 0, 0, 3, "2022-01", 6144),
    (12800, 1500, 0, 4, "2022-01", 6284),
    (12800, 0, 0, 4, "2021-12", 6203),
    (9000, 0, 0, 3, "2021-12", 5760),
    (12000, 7500, 0, 3, "2022-01", 2880),
    (3600, 6000, 0, 1, "2022-01", 0),
    (7000, 4500, 0, 1, "2022-01", 1600),
    (3500, 0, 2940, 1, "2022-01", 0),
    (8000, 0, 0, 2, "2022-01", 5120),
    (11200, 0, 0, 4, "2022-01", 6284),
    (16000, 0, 0, 4, "2022-01", 6284),
]


@pytest.mark.parametrize(("expenses", "cash", "grant", "children", "month", "amount"), ONE_MONTH)
def test_official_one_month(
    expenses: float, cash: float, grant: float, children: int, month: str, amount: float
) -> None:
    """beregning_barnetilsyn_en_mnd.feature; what is paid is rounded up (roundUp)."""
    paid = benefit(month, **cost(expenses, cash, grant, children))
    assert paid == math.ceil(amount)


@pytest.mark.parametrize(
    ("month", "expenses", "cash", "grant", "amount"),
    [
        ("2022-04", 100, 0, 0, 64),
        ("2022-05", 100, 10, 0, 58),
        ("2022-07", 100, 10, 15, 43),
        ("2022-08", 20, 10, 15, 0),
        ("2022-10", 20, 0, 15, 0),
        ("2022-12", 20, 0, 0, 13),
    ],
)
def test_official_periods(
    month: str, expenses: float, cash: float, grant: float, amount: float
) -> None:
    """beregning_barnetilsyn.feature."""
    assert benefit(month, **cost(expenses, cash, grant)) == amount


@pytest.mark.parametrize(
    ("month", "cash", "grant", "children", "amount"),
    [
        ("2021-07", 0, 0, 1, 4195),
        ("2021-09", 0, 0, 2, 5474),
        ("2022-04", 0, 0, 2, 5545),
        ("2022-05", 100, 0, 2, 5545),
        ("2022-07", 100, 200, 2, 5345),
        ("2022-08", 100, 200, 3, 6084),
        ("2022-10", 0, 200, 3, 6084),
        ("2022-12", 0, 0, 3, 6284),
    ],
)
def test_official_at_the_ceiling(
    month: str, cash: float, grant: float, children: int, amount: float
) -> None:
    """beregning_barnetilsyn_mangeperioder_maxbeløp_barn.feature: expenses of 39 000."""
    assert benefit(month, **cost(39000, cash, grant, children)) == amount


CEILINGS = {
    "2019-01": (3977, 5190, 5881),
    "2020-01": (4053, 5289, 5993),
    "2021-01": (4195, 5474, 6203),
    "2022-01": (4250, 5545, 6284),
    "2023-01": (4369, 5700, 6460),
    "2023-07": (4480, 5844, 6623),
    "2024-01": (4650, 6066, 6875),
    "2025-01": (4790, 6248, 7081),
    "2026-01": (4895, 6385, 7237),
}


@pytest.mark.parametrize("month", CEILINGS)
def test_official_ceilings(month: str) -> None:
    """BeregningBarnetilsynUtilKtTest (2026 from BeregningBarnetilsynUtil): one to four children."""
    one, two, three = CEILINGS[month]
    for children, amount in ((1, one), (2, two), (3, three), (4, three)):
        assert benefit(month, **cost(30000, children=children)) == amount


def test_children_are_counted_when_no_number_is_stated() -> None:
    """Two children in early school, one of eleven: the ceiling of two."""
    parent = {
        "born": "1990-06",
        "innvilget_barnetilsyn": {"2025-03": True},
        "barnetilsyn_utgifter": {"2025-03": 30000.0},
    }
    births = {"a": "2020-01", "b": "2018-01", "c": "2013-05"}
    children = {name: {"born": born} for name, born in births.items()}
    case = household({"mor": parent} | children, foreldre=["mor"], barna=list(children))
    assert case.calculate("stonad_til_barnetilsyn", "2025-03")[0] == 6248


def test_cash_for_care_comes_off_from_march_2020() -> None:
    """BeregningBarnetilsynServiceTest: in force 2020-03. 0.64 x 5 000 and 0.64 x 2 000."""
    assert benefit("2020-02", **cost(5000, 3000)) == 3200
    assert benefit("2020-03", **cost(5000, 3000)) == 1280


def test_nothing_above_six_g() -> None:
    """6 x 130 160 = 780 960 from May 2025; 6 x 124 028 = 744 168 before."""
    facts = cost(5000)
    assert benefit("2025-06", forventet_arsinntekt=780960 / 12, **facts) == 3200
    assert benefit("2025-06", forventet_arsinntekt=780961 / 12, **facts) == 0
    assert benefit("2025-04", lonn=744169 / 12, **facts) == 0


@pytest.mark.parametrize(
    ("month", "child", "expected"),
    [
        # Born in 2013: ends the fourth grade in June 2023 (AlderPåBarnRegelUtil).
        ("2023-06", "2013-01", True),
        ("2023-06", "2013-12", True),
        ("2023-07", "2013-12", False),
        ("2026-06", "2016-12", True),
        ("2026-07", "2016-12", False),
        # From July 2026: to and with the month in which the child is 14 months.
        ("2026-07", "2025-05", True),
        ("2026-07", "2025-04", False),
    ],
)
def test_age_of_the_child(month: str, child: str, expected: bool) -> None:
    """§ 15-10 first and second paragraphs."""
    assert right(month, child=child) == expected


def test_older_children_who_need_more_care() -> None:
    """§ 15-10 second paragraph, in both wordings; not past the month of the 18th birthday."""
    for month in ("2025-06", "2026-08"):
        assert not right(month, child="2012-05")
        assert right(month, child="2012-05", barn__barn_trenger_mer_tilsyn=True)
        assert right(month, child="2012-05", fravaer_utenom_vanlig_arbeidsdag=True)
    assert not right("2026-08", child="2008-07", barn__barn_trenger_mer_tilsyn=True)


def test_late_school_start_gives_a_year_more() -> None:
    assert right("2024-06", child="2013-05", barn__utsatt_skolestart=True)
    assert not right("2024-06", child="2013-05")


def test_work_business_and_illness() -> None:
    """§ 15-10: work; a business until June 2026; illness for a year."""
    idle: dict[str, Any] = {"tilsyn_av_andre_pa_grunn_av_arbeid": False}
    assert not right("2025-06", **idle)
    assert right("2025-06", etablerer_egen_virksomhet=True, **idle)
    assert not right("2026-07", etablerer_egen_virksomhet=True, **idle)
    ill = {"forbigaende_sykdom_hindrer_arbeid": True} | idle
    assert right("2026-07", barnetilsyn_sykdom_maneder=11, **ill)
    assert not right("2026-07", barnetilsyn_sykdom_maneder=12, **ill)


def test_who_had_the_benefit_on_30_june_2026_keeps_the_former_rules() -> None:
    before: dict[str, Any] = {"barnetilsyn_30_juni_2026": True, "child": "2018-01"}
    assert right("2026-09", **before)
    assert not right("2026-09", child="2018-01")
    idle = {"tilsyn_av_andre_pa_grunn_av_arbeid": False, "etablerer_egen_virksomhet": True}
    assert right("2026-09", **before, **idle)


@pytest.mark.parametrize("fact", ["lever_med_partner", "naere_boforhold", "barn__delt_bosted"])
def test_who_is_not_alone(fact: str) -> None:
    assert right("2025-06")
    assert not right("2025-06", **{fact: True})


def test_not_granted_and_no_expenses() -> None:
    assert benefit("2025-06", innvilget_barnetilsyn=False, **cost(5000)) == 0
    assert benefit("2025-06", **cost(0)) == 0


@settings(max_examples=25, deadline=None)
@given(
    month=st.sampled_from(["2019-05", "2022-05", "2026-02"]),
    expenses=st.integers(0, 30000),
    more=st.integers(0, 5000),
    cash=st.integers(0, 7500),
    children=st.integers(1, 5),
)
def test_within_the_ceiling_and_rising_in_expenses(
    month: str, expenses: int, more: int, cash: int, children: int
) -> None:
    low = benefit(month, **cost(expenses, cash, 0, children))
    high = benefit(month, **cost(expenses + more, cash, 0, children))
    ceiling = CEILINGS[f"{month[:4]}-01"][min(children, 3) - 1]
    assert 0 <= low <= high <= ceiling
    assert high == math.floor(high)
    assert low <= math.ceil(0.64 * expenses)
