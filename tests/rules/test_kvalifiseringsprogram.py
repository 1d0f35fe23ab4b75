"""Sosialtjenesteloven §§ 29-40: 2.041 G from July 2024, 2 G before; two thirds under 25.

G: 118 620 from May 2023, 124 028 from May 2024, 130 160 from May 2025.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openfisca_core.simulations import Simulation
from situations import household

MONTH = "2025-06"
G_2025 = 130160
FULL = 2.041 * G_2025 / 12


def takes_part(month: str = MONTH, **more: Any) -> dict[str, Any]:
    return {"innvilget_kvp": {month: True}, **more}


def one(born: str = "1990-01", month: str = MONTH, **more: Any) -> Simulation:
    return household({"a": {"born": born, **takes_part(month), **more}}, andre=["a"])


@pytest.mark.parametrize(
    ("month", "yearly"),
    [
        ("2024-04", 2 * 118620),
        ("2024-05", 2 * 124028),
        ("2024-06", 2 * 124028),
        ("2024-07", 2.041 * 124028),
        ("2025-05", 2.041 * 130160),
    ],
)
def test_two_g_until_june_2024_then_2_041_g(month: str, yearly: float) -> None:
    """Lov 20 December 2023 nr. 95, in force 1 July 2024."""
    assert one(month=month).calculate("kvalifiseringsstonad", month) == pytest.approx([yearly / 12])


@pytest.mark.parametrize(("born", "share"), [("2000-07", 2 / 3), ("2000-06", 1)])
def test_two_thirds_until_the_25th_birthday(born: str, share: float) -> None:
    """Born June 2000: 25 in June 2025."""
    assert one(born).calculate("kvalifiseringsstonad", MONTH) == pytest.approx([share * FULL])


def test_a_260th_of_the_year_per_benefit_day() -> None:
    """§ 35 third paragraph: 2.041 x 130 160 / 260 = 1 021.76 kr a day; three days lost."""
    case = one(kvp_dager_ugyldig_fravaer={MONTH: 3})
    assert case.calculate("kvalifiseringsstonad", MONTH) == pytest.approx(
        [FULL - 3 * 2.041 * G_2025 / 260]
    )


def test_nothing_without_a_programme_or_while_it_is_interrupted() -> None:
    assert household({"a": {"born": "1990-01"}}, andre=["a"]).calculate(
        "kvalifiseringsstonad", MONTH
    ) == [0]
    assert one(kvp_avbrutt={MONTH: True}).calculate("kvalifiseringsstonad", MONTH) == [0]


@pytest.mark.parametrize(
    ("used", "reasons", "paid"),
    [(23, False, True), (24, False, False), (24, True, True), (35, True, True), (36, True, False)],
)
def test_two_years_and_one_more_for_special_reasons(used: int, reasons: bool, paid: bool) -> None:
    """§ 32."""
    case = one(
        kvp_maneder_brukt={MONTH: used},
        kvp_saerlige_grunner_til_forlengelse={MONTH: reasons},
    )
    assert bool(case.calculate("kvalifiseringsstonad", MONTH)[0] > 0) is paid
    assert case.calculate("kvp_programmaneder", MONTH) == [1.0 if paid else 0.0]


@pytest.mark.parametrize(
    ("born", "paid"),
    [("2007-07", False), ("2007-06", True), ("1958-07", True), ("1958-06", False)],
)
def test_between_18_and_67(born: str, paid: bool) -> None:
    """§ 29 first paragraph, in June 2025."""
    assert bool(one(born).calculate("kvalifiseringsstonad", MONTH)[0] > 0) is paid


@pytest.mark.parametrize(("hours", "left"), [(0, 1), (18.75, 0.5), (37.5, 0), (45, 0)])
def test_working_hours_reduce_benefit_and_supplement_alike(hours: float, left: float) -> None:
    """§ 37: 37.5 hours is full time (regulation § 1)."""
    case = household(
        {
            "mor": {
                "born": "1990-01",
                "lonn": {MONTH: 15000},
                "kvp_arbeidstimer_per_uke": {MONTH: hours},
                **takes_part(),
            },
            "barn": {"born": "2016-01"},
        },
        foreldre=["mor"],
        barna=["barn"],
    )
    assert case.calculate("kvalifiseringsstonad", MONTH)[0] == pytest.approx(left * FULL)
    supplement = case.calculate("kvalifiseringsstonad_barnetillegg", MONTH)[0]
    assert supplement == pytest.approx(left * 37 * 260 / 12)


def test_other_benefits_are_deducted_krone_for_krone() -> None:
    """§ 38."""
    case = one(dagpenger_sykepenger_foreldrepenger={MONTH: 5000})
    assert case.calculate("kvalifiseringsstonad", MONTH) == pytest.approx([FULL - 5000])
    case = one(dagpenger_sykepenger_foreldrepenger={MONTH: 50000})
    assert case.calculate("kvalifiseringsstonad", MONTH) == [0]


@pytest.mark.parametrize(
    ("month", "rate"),
    [("2023-01", 27), ("2023-02", 35), ("2024-01", 36), ("2025-01", 37), ("2026-01", 38)],
)
def test_child_supplement_follows_the_rate_of_aap(month: str, rate: int) -> None:
    """Regulation § 3: the supplement is that of arbeidsavklaringspenger; two children."""
    case = household(
        {
            "mor": {"born": "1990-01", **takes_part(month)},
            "a": {"born": "2016-01"},
            "b": {"born": "2018-01"},
        },
        foreldre=["mor"],
        barna=["a", "b"],
    )
    found = case.calculate("kvalifiseringsstonad_barnetillegg", month)
    assert found == pytest.approx([2 * rate * 260 / 12, 0, 0])


@pytest.mark.parametrize(
    ("born", "place", "children"),
    [("2007-07", "hjemme", 1), ("2007-06", "hjemme", 0), ("2015-01", "fosterhjem", 0)],
)
def test_child_supplement_for_children_under_18_at_home(
    born: str, place: str, children: int
) -> None:
    case = household(
        {
            "mor": {"born": "1985-01", **takes_part()},
            "barn": {"born": born, "plassering": {MONTH: place}},
        },
        foreldre=["mor"],
        barna=["barn"],
    )
    found = case.calculate("kvalifiseringsstonad_barnetillegg", MONTH)[0]
    assert found == pytest.approx(children * 37 * 260 / 12)


def test_both_parents_in_a_programme_get_the_supplement() -> None:
    """Regulation § 3 first paragraph, third sentence."""
    case = household(
        {
            "mor": {"born": "1990-01", **takes_part()},
            "far": {"born": "1990-01", **takes_part()},
            "barn": {"born": "2016-01"},
        },
        foreldre=["mor", "far"],
        barna=["barn"],
    )
    found = case.calculate("kvalifiseringsstonad_barnetillegg", MONTH)
    assert found == pytest.approx([37 * 260 / 12, 37 * 260 / 12, 0])


def test_no_supplement_to_a_sibling_in_a_programme() -> None:
    case = household(
        {
            "mor": {"born": "1980-01"},
            "stor": {"born": "2003-01", **takes_part()},
            "liten": {"born": "2016-01"},
        },
        foreldre=["mor"],
        barna=["stor", "liten"],
    )
    assert case.calculate("kvalifiseringsstonad_barnetillegg", MONTH).sum() == 0


def test_absence_and_other_benefits_leave_the_supplement_alone() -> None:
    """§§ 36 and 38 name the benefit, § 37 the benefit with the supplement."""
    case = household(
        {
            "mor": {
                "born": "1990-01",
                "kvp_dager_ugyldig_fravaer": {MONTH: 5},
                "dagpenger_sykepenger_foreldrepenger": {MONTH: 90000},
                **takes_part(),
            },
            "barn": {"born": "2016-01"},
        },
        foreldre=["mor"],
        barna=["barn"],
    )
    assert case.calculate("kvalifiseringsstonad", MONTH)[0] == 0
    supplement = case.calculate("kvalifiseringsstonad_barnetillegg", MONTH)[0]
    assert supplement == pytest.approx(37 * 260 / 12)


APPLICANT = {"soker_kvp": True, "arbeidsevnevurdert": True}


@pytest.mark.parametrize(
    ("facts", "right"),
    [
        ({}, True),
        ({"soker_kvp": False}, False),
        ({"arbeidsevnevurdert": False}, False),
        ({"vesentlig_nedsatt_arbeids_og_inntektsevne": False}, False),
        ({"kvp_hensiktsmessig_og_nodvendig": False}, False),
        ({"kvp_uforholdsmessig_byrdefullt": True}, False),
        ({"innvilget_aap": True}, False),
        ({"innvilget_aap": True, "svart_begrensede_ytelser": True}, True),
        ({"dagpenger_sykepenger_foreldrepenger": 3000}, False),
    ],
)
def test_right_to_the_programme(facts: dict[str, Any], right: bool) -> None:
    """§ 29: each condition turned in its place."""
    stated = {name: {MONTH: value} for name, value in (APPLICANT | facts).items()}
    case = household({"a": {"born": "1995-01", **stated}}, andre=["a"])
    assert bool(case.calculate("rett_til_kvp", MONTH)[0]) is right


@pytest.mark.parametrize(("born", "right"), [("2007-07", False), ("2007-06", True)])
def test_right_to_the_programme_from_18(born: str, right: bool) -> None:
    stated = {name: {MONTH: value} for name, value in APPLICANT.items()}
    case = household({"a": {"born": born, **stated}}, andre=["a"])
    assert bool(case.calculate("rett_til_kvp", MONTH)[0]) is right


@pytest.mark.parametrize("born", ["2000-07", "2000-06"])
def test_kommune_and_state_pay_the_same_minimum(born: str) -> None:
    """Sosialtjenesteloven § 35 and folketrygdloven § 11-20, both 2.041 G and two thirds under 25:
    the same day rate to the øre, and the same month within Nav's rounding to whole kroner a day."""
    kvp = one(born)
    aap = household({"a": {"born": born, "innvilget_aap": {MONTH: True}}}, andre=["a"])
    per_day = kvp.calculate("kvalifiseringsstonad", MONTH) * 12 / 260
    assert aap.calculate("aap_dagsats", MONTH) == pytest.approx(per_day, abs=0.005)
    paid = aap.calculate("arbeidsavklaringspenger", MONTH)
    assert paid == pytest.approx(kvp.calculate("kvalifiseringsstonad", MONTH), abs=0.5 * 260 / 12)


AMOUNTS = st.floats(min_value=0, max_value=1e9, allow_nan=False)


@settings(max_examples=40, deadline=None)
@given(days=AMOUNTS, hours=AMOUNTS, others=AMOUNTS, age=st.integers(16, 70))
def test_between_nothing_and_the_full_benefit(
    days: float, hours: float, others: float, age: int
) -> None:
    case = one(
        f"{2025 - age}-03",
        kvp_dager_ugyldig_fravaer={MONTH: days},
        kvp_arbeidstimer_per_uke={MONTH: hours},
        dagpenger_sykepenger_foreldrepenger={MONTH: others},
    )
    assert 0 <= case.calculate("kvalifiseringsstonad", MONTH)[0] <= FULL + 1e-6


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(["mor", "far", "barn"]))
def test_order_of_the_members_does_not_matter(order: list[str]) -> None:
    persons = {
        "mor": {"born": "1990-01", **takes_part()},
        "far": {"born": "2003-01", **takes_part()},
        "barn": {"born": "2021-01"},
    }
    case = household(
        {name: persons[name] for name in order}, foreldre=["mor", "far"], barna=["barn"]
    )
    assert case.calculate("kvalifiseringsstonad", MONTH).sum() == pytest.approx(FULL * 5 / 3)
