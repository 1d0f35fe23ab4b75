"""Forskrift om foreldrebetaling i barnehager: prices, tables of kommuner and kindergartens, and
the order that the note to § 3c gives. Arithmetic stands in each test."""

from typing import Any

import pytest
from situations import household

Payments = dict[str, float]


def pay(
    month: str,
    children: dict[str, dict[str, Any]],
    *,
    income: float = 2_000_000,
    kommune: dict[str, Any] | None = None,
    rule: str = "foreldrebetaling_barnehage",
    **husstand: Any,
) -> Payments:
    """What each child costs in a month; other facts of a child hold in that month."""
    persons: dict[str, dict[str, Any]] = {"mor": {"born": "1985-01"}}
    for name, facts in children.items():
        inputs = {"bruker_av_barnehage": True, **facts}
        born = inputs.pop("born")
        group = inputs.pop("soskengruppe", None)
        persons[name] = {"born": born} | {key: {month: inputs[key]} for key in inputs}
        if group is not None:
            persons[name]["soskengruppe"] = {"ETERNITY": group}
    case = household(
        persons,
        foreldre=["mor"],
        barna=list(children),
        husstand={"foreldrebetaling_inntekt_siste_ar": {month[:4]: income}}
        | {key: {month: value} for key, value in husstand.items()},
        kommune={key: {"ETERNITY": value} for key, value in (kommune or {}).items()},
    )
    return dict(zip(persons, map(float, case.calculate(rule, month)), strict=True))


def one(month: str, born: str = "2020-03", **more: Any) -> float:
    facts = more.pop("facts", {})
    return pay(month, {"barn": {"born": born, **facts}}, **more)["barn"]


# Sources: metadata of parameters/barnehage/foreldrebetaling.yaml; each year is there.
PRICES = [
    ("2019-01", 2990),
    ("2019-06", 2990),
    ("2019-08", 3040),
    ("2020-01", 3135),
    ("2021-01", 3230),
    ("2022-01", 3315),
    ("2022-06", 3315),
    ("2022-08", 3050),
    ("2023-01", 3000),
    ("2024-06", 3000),
    ("2024-08", 2000),
    ("2025-06", 2000),
    ("2025-08", 1200),
    ("2026-01", 1200),
    ("2026-11", 1200),
]


@pytest.mark.parametrize(("month", "price"), PRICES)
def test_official_maximum_price(month: str, price: float) -> None:
    """§ 1 and Stortinget's budget votes as told by Songdalen, Nissedal, Harestua, Tønsberg, Stange
    and the grants of forskrift 2015-10-09-1166."""
    born = f"{int(month[:4]) - 3}-03"
    assert one(month, born) == price


@pytest.mark.parametrize(
    ("month", "children", "total"),
    [
        ("2024-08", 1, 2000),
        ("2024-08", 2, 3400),
        ("2024-08", 3, 3400),
        ("2025-08", 1, 1200),
        ("2025-08", 2, 2040),
        ("2025-08", 3, 2040),
        ("2025-08", 5, 2040),
    ],
)
def test_official_family_totals(month: str, children: int, total: float) -> None:
    """NTB 5 September 2023 (vl.no): at most 3 400 however many children; Tusenbein barnehage's
    table from 1 August 2025: 1 200, 2 040, 2 040."""
    born = {str(n): {"born": f"{2020 + n}-12"} for n in range(children)}
    assert sum(pay(month, born).values()) == pytest.approx(total)


@pytest.mark.parametrize(
    ("month", "limit", "price"),
    [
        ("2020-02", 574_750, 3135),  # lundasen-barnehage.no
        ("2021-02", 592_167, 3230),  # nissedal.kommune.no
        ("2022-08", 559_167, 3050),  # oppdal.kommune.no
        ("2023-02", 550_000, 3000),  # tonsberg.kommune.no
        ("2024-08", 366_667, 2000),  # stord.kommune.no
        ("2026-08", 220_000, 1200),  # ks-no/workshop-ai data/satser.json
    ],
)
def test_official_income_limit_of_the_six_per_cent_rule(
    month: str, limit: float, price: float
) -> None:
    """The household that earns the published limit pays the maximum; at a thousand less, six per
    cent of the income in eleven months."""
    born = f"{int(month[:4]) - 1}-03"
    assert one(month, born, income=limit) == pytest.approx(price, abs=0.01)
    assert one(month, born, income=limit - 1000) == pytest.approx((limit - 1000) * 0.06 / 11)


@pytest.mark.parametrize(
    ("month", "limit"),
    [
        ("2019-02", 533_500),  # gjennestadbarnehage.no, sigdal: from 1 August 2018
        ("2019-08", 548_500),  # nord-odal.kommune.no, nissedal.kommune.no
        ("2020-08", 566_100),  # udir.no, Fakta om barnehager 2020
        ("2021-08", 583_650),  # eidfjord.kommune.no, heim.kommune.no
        ("2022-08", 598_825),  # heim.kommune.no
        ("2023-08", 615_590),  # vestby.kommune.no, tonsberg.kommune.no
        ("2024-08", 642_700),  # holmestrand.kommune.no, stord.kommune.no
        ("2026-08", 692_465),  # ks-no/workshop-ai data/satser.json
    ],
)
def test_official_income_limit_of_free_core_time(month: str, limit: float) -> None:
    """§ 3c: lower than the limit gives the right, the limit itself does not."""
    born = {"barn": {"born": f"{int(month[:4]) - 4}-03"}}
    rule = "rett_til_gratis_kjernetid"
    assert pay(month, born, income=limit - 1, rule=rule)["barn"] == 1
    assert pay(month, born, income=limit, rule=rule)["barn"] == 0


@pytest.mark.parametrize(("hours", "price"), [(45, 2990), (36, 2392), (27, 1794), (18, 1196)])
def test_official_part_time_prices_of_eigersund(hours: float, price: float) -> None:
    """eigersund.kommune.no 2019: five, four, three and two days of nine hours."""
    paid = one("2019-02", "2018-01", facts={"avtalt_oppholdstid_i_barnehage": hours})
    assert paid == pytest.approx(price)


@pytest.mark.parametrize(
    ("month", "share", "price"),
    [
        ("2025-02", 0.85, 1700),
        ("2025-02", 0.7, 1400),
        ("2025-02", 0.5, 1000),
        ("2023-02", 0.9, 2700),
        ("2023-02", 0.7, 2100),
        ("2023-02", 0.6, 1800),
    ],
)
def test_official_part_time_prices_by_share(month: str, share: float, price: float) -> None:
    """stange.kommune.no 2025 and tonsberg.kommune.no 2023: shares of the full price."""
    facts = {"avtalt_oppholdstid_i_barnehage": 27, "deltidspris_andel": share}
    assert one(month, facts=facts) == pytest.approx(price)


@pytest.mark.parametrize("hours", [5, 15, 20])
def test_official_only_the_free_hours_cost_nothing(hours: float) -> None:
    """Note to § 3c: whoever uses no more than the 20 hours has the place for free."""
    facts = {"avtalt_oppholdstid_i_barnehage": hours}
    assert one("2025-02", "2022-05", income=500_000, facts=facts) == 0


def test_the_order_of_the_note() -> None:
    """August 2022, income 300 000, born 2018 and 2019: six per cent is 18 000 in eleven months;
    then 30 per cent off for the younger; then 20 of 45 hours."""
    month, children = "2022-08", {"stor": {"born": "2018-02"}, "liten": {"born": "2019-02"}}
    full = 18_000 / 11
    parts = {
        rule: pay(month, children, income=300_000, rule=rule)
        for rule in ("barnehage_etter_inntekt", "barnehage_etter_sosken", "barnehage_kjernetid")
    }
    assert parts["barnehage_etter_inntekt"]["liten"] == pytest.approx(full)
    assert parts["barnehage_etter_sosken"]["stor"] == pytest.approx(full)
    assert parts["barnehage_etter_sosken"]["liten"] == pytest.approx(full * 0.7)
    assert parts["barnehage_kjernetid"]["liten"] == pytest.approx(full * 0.7 * 20 / 45)
    paid = pay(month, children, income=300_000)
    assert paid["stor"] == pytest.approx(full * 25 / 45)
    assert paid["liten"] == pytest.approx(full * 0.7 * 25 / 45)


def test_part_time_pays_the_hours_above_twenty() -> None:
    """February 2023, income 600 000 (no reduction by income): 36 hours, 16 of 45 are paid."""
    facts = {"avtalt_oppholdstid_i_barnehage": 36}
    assert one("2023-02", "2019-02", income=590_000, facts=facts) == pytest.approx(3000 * 16 / 45)


@pytest.mark.parametrize(
    ("hours", "of", "price"), [(41, 45, 3000), (40.9, 45, 3000 * 40.9 / 45), (40.9, 41, 2992.68)]
)
def test_a_full_day_is_41_hours(hours: float, of: float, price: float) -> None:
    """§§ 1, 2."""
    paid = one(
        "2023-02",
        facts={"avtalt_oppholdstid_i_barnehage": hours},
        kommune={"heldagstimer_i_barnehage": of},
    )
    assert paid == pytest.approx(price, abs=0.01)


def test_kommune_that_spreads_the_price_over_41_hours() -> None:
    paid = one("2023-02", "2019-02", income=590_000, kommune={"heldagstimer_i_barnehage": 41.0})
    assert paid == pytest.approx(3000 * 21 / 41)


@pytest.mark.parametrize(
    ("month", "shares"), [("2023-06", [1, 0.7, 0.5, 0.5]), ("2023-08", [1, 0.7, 0, 0])]
)
def test_third_child_before_and_after_august_2023(month: str, shares: list[float]) -> None:
    """§ 3a, amended by forskrift 2023-05-16-710: 50 per cent becomes 100."""
    born = {"a": "2019-01", "b": "2020-01", "c": "2021-01", "d": "2022-01"}
    paid = pay(month, {name: {"born": when} for name, when in born.items()})
    assert [paid[name] for name in born] == pytest.approx([3000 * share for share in shares])


def test_the_oldest_is_number_one_whatever_the_order_of_the_case() -> None:
    paid = pay("2023-02", {"liten": {"born": "2021-05"}, "stor": {"born": "2019-05"}})
    assert (paid["stor"], paid["liten"]) == pytest.approx((3000, 2100))


def test_twins_of_different_places_save_on_the_cheaper() -> None:
    """Lindesnes: with different places the discount falls on the lowest. 3 000 + 0.7 x 1 500."""
    half = {"born": "2020-05", "avtalt_oppholdstid_i_barnehage": 25, "deltidspris_andel": 0.5}
    whole = {"born": "2020-05"}
    for children in ({"a": half, "b": whole}, {"a": whole, "b": half}):
        assert sum(pay("2023-02", children).values()) == pytest.approx(3000 + 0.7 * 1500)


@pytest.mark.parametrize(
    "younger",
    [
        {"barnehage_i_annen_kommune": True},
        {"soskengruppe": 2},
    ],
)
def test_no_sibling_reduction_in_another_kommune_or_for_step_siblings(
    younger: dict[str, Any],
) -> None:
    """§ 3a second dash and its note."""
    paid = pay("2023-02", {"stor": {"born": "2019-05"}, "liten": {"born": "2021-05", **younger}})
    assert paid["liten"] == 3000


def test_a_sibling_of_shared_residence_counts_in_both_homes() -> None:
    """Note to § 3a; § 3d: the place is paid where the child is registered."""
    elder = {"born": "2019-05", "delt_bosted": True, "folkeregistrert_hos_den_andre": True}
    paid = pay("2023-02", {"stor": elder, "liten": {"born": "2021-05"}})
    assert paid == {"mor": 0, "stor": 0, "liten": pytest.approx(2100)}


def test_a_sibling_placed_elsewhere_does_not_count() -> None:
    elder = {"born": "2019-05", "plassering": "fosterhjem"}
    paid = pay("2023-02", {"stor": elder, "liten": {"born": "2021-05"}})
    assert paid == {"mor": 0, "stor": 0, "liten": 3000}


@pytest.mark.parametrize(
    ("month", "born", "right"),
    [
        ("2019-06", "2016-12", 0),  # turned two in 2018: not three before August 2019
        ("2019-06", "2015-12", 1),
        ("2019-08", "2017-12", 1),  # turns two in 2019
        ("2019-08", "2018-01", 0),
        ("2025-06", "2023-01", 0),  # turns two in 2025, but August has not come
        ("2025-08", "2023-01", 1),
        ("2025-08", "2023-12", 1),
        ("2025-08", "2024-01", 0),
        ("2025-06", "2019-06", 1),  # the last month before school
        ("2025-08", "2019-06", 0),
    ],
)
def test_ages_of_free_core_time(month: str, born: str, right: int) -> None:
    """§ 3c: from 1 August of the year of turning two (three before August 2019) until school."""
    children = {"barn": {"born": born}}
    got = pay(month, children, income=100_000, rule="rett_til_gratis_kjernetid")
    assert got["barn"] == right


@pytest.mark.parametrize(
    ("month", "kommune", "price"),
    [
        ("2023-06", {"i_tiltakssonen": True}, 3000),
        ("2023-08", {"i_tiltakssonen": True}, 0),
        ("2024-08", {"i_tiltakssonen": True, "sentralitetsklasse": 6}, 0),
        ("2024-06", {"sentralitetsklasse": 5}, 3000),
        ("2024-08", {"sentralitetsklasse": 4}, 2000),
        ("2024-08", {"sentralitetsklasse": 5}, 1500),
        ("2025-08", {"sentralitetsklasse": 6}, 700),
        ("2026-10", {"sentralitetsklasse": 5}, 700),
        ("2026-10", {"i_tiltakssonen": True}, 0),
    ],
)
def test_price_of_the_place(month: str, kommune: dict[str, Any], price: float) -> None:
    """Free in the action zone from August 2023; 1 500 and 700 in centrality 5 and 6 from August
    2024 and 2025."""
    assert one(month, "2022-05", kommune=kommune) == price


@pytest.mark.parametrize(
    ("stated", "paying"),
    [({}, {"2025-06": True, "2025-07": False, "2025-08": True}),
     ({"2025-06": True}, {"2025-06": False, "2025-07": True, "2025-08": True})],
)  # fmt: skip
def test_the_month_without_payment(stated: dict[str, bool], paying: dict[str, bool]) -> None:
    """July, unless the case states another month."""
    months = {f"2025-{n:02}": True for n in range(1, 13)}
    barn = {"born": "2022-03", "bruker_av_barnehage": months, "betalingsfri_maned": stated}
    case = household(
        {"mor": {"born": "1985-01"}, "barn": barn},
        foreldre=["mor"],
        barna=["barn"],
        husstand={"foreldrebetaling_inntekt_siste_ar": {"2025": 900_000}},
    )
    for month, pays in paying.items():
        assert bool(case.calculate("foreldrebetaling_barnehage", month)[1] > 0) is pays


def test_a_year_is_eleven_months() -> None:
    """2021: 11 x 3 230 = 35 530, as harestua.barnehage.no says."""
    months = {f"2021-{n:02}": True for n in range(1, 13)}
    case = household(
        {"mor": {"born": "1985-01"}, "barn": {"born": "2018-03", "bruker_av_barnehage": months}},
        foreldre=["mor"],
        barna=["barn"],
        husstand={"foreldrebetaling_inntekt_siste_ar": {"2021": 900_000}},
    )
    assert case.calculate_add("foreldrebetaling_barnehage", "2021")[1] == 35_530


def test_own_price_below_and_above_the_maximum() -> None:
    """§ 1: at most the maximum; § 4: above it with the consent of the parents' council."""
    low, high = {"barnehagens_pris": 2500.0}, {"barnehagens_pris": 3400.0}
    agreed = high | {"samtykke_til_hoyere_foreldrebetaling": True}
    assert one("2023-02", facts=low) == 2500
    assert one("2023-02", facts=high) == 3000
    assert one("2023-02", facts=agreed) == 3400
    # § 3a: the 30 per cent are of the maximum: 3 400 - 900.
    younger = {"stor": {"born": "2019-05"}, "liten": {"born": "2021-05", **agreed}}
    assert pay("2023-02", younger)["liten"] == pytest.approx(2500)


def test_without_an_application_the_income_does_not_matter() -> None:
    """§ 3d."""
    got = one("2023-02", "2019-05", income=200_000, sokt_redusert_foreldrebetaling=False)
    assert got == 3000


def test_private_kindergarten_is_paid_the_reduction_by_the_kommune() -> None:
    """§ 3f: income 220 000 in February 2024: six per cent is 1 200 a month, 25 of 45 hours paid."""
    children = {"barn": {"born": "2020-05", "privat_barnehage": True}}
    paid = 1200 * 25 / 45
    for rule, expected in {
        "foreldrebetaling_privat_barnehage": paid,
        "foreldrebetaling_kommunal_barnehage": 0,
        "barnehage_moderasjon_privat": 3000 - paid,
    }.items():
        assert pay("2024-02", children, income=220_000, rule=rule)["barn"] == pytest.approx(
            expected
        )


def test_local_reduction_stops_at_nothing() -> None:
    """§ 3: the kommune may give more, such as a free place."""
    facts = {"lokal_reduksjon_i_foreldrebetaling": 5000.0}
    assert one("2023-02", facts=facts) == 0
    facts = {"lokal_reduksjon_i_foreldrebetaling": 500.0}
    assert one("2023-02", facts=facts) == 2500
