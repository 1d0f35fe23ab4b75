"""Kommuneloven chapter 14 on a kommune's figures: each requirement on both sides."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektlov.kommune_country import BUDGET_TESTS, ask
from effektlov.regime import law_in_force

MILLION = 1_000_000
BALANCED = {  # a lawful budget, million kroner
    "driftsinntekter": 1000,
    "driftsutgifter": 930,
    "avdrag": 40,
    "avsetninger": 30,
    "investeringsutgifter": 200,
    "investeringsinntekter": 60,
    "nye_lan": 140,
    "laneramme": 150,
    "lan_egne_investeringer": 140,
    "mva_kompensasjon_investering": 40,
    "avskrivninger": 50,
    "lanegjeld_ved_inngangen": 800,
    "anleggsmidler_ved_inngangen": 1000,
}


def tried(year: int = 2026, **changed: float) -> dict[str, bool]:
    """The tests of the balanced budget with some figures changed; money in millions."""
    stated = {**BALANCED, **changed}
    counts = ("okonomiplan_ar", "dager", "maneder", "lovpalagt", "selskap", "vedtatt", "realistisk")
    counts += ("endring", "godkjent_lengre", "bevilget")
    inputs = {
        name: float(value) * (1 if any(part in name for part in counts) else MILLION)
        for name, value in stated.items()
    }
    found = ask(law_in_force(), year, BUDGET_TESTS, inputs, ("1103",))
    return {name: bool(values[0]) for name, values in found.items()}


def amount(name: str, year: int = 2026, **changed: float) -> float:
    inputs = {key: float(value) * MILLION for key, value in {**BALANCED, **changed}.items()}
    return float(ask(law_in_force(), year, [name], inputs, ("1103",))[name][0] / MILLION)


def test_a_balanced_budget_is_lawful_in_every_year_of_the_plan() -> None:
    """§ 14-10 sixth paragraph: each year by itself, 2026 to 2029."""
    for year in (2026, 2027, 2028, 2029):
        found = tried(year)
        assert found.pop("meldes_inn_i_robek") is False
        assert all(found.values())


@pytest.mark.parametrize(
    ("test", "changed"),
    [
        ("budsjett_i_balanse", {"driftsutgifter": 930.1}),  # § 14-10: 0.1 million short
        ("budsjett_i_balanse", {"nye_lan": 139.9, "lan_egne_investeringer": 139.9}),
        ("budsjett_i_balanse", {"udekket_investering_i_fjor": 0.1}),  # § 14-11 third paragraph
        ("budsjett_i_balanse", {"lan_refinansiering": 0.1}),  # of the 140: pays for nothing new
        ("lan_lovlige", {"lanetiltak_bevilget": 0}),  # § 14-14 second paragraph
        ("lan_lovlige", {"lan_annen_lov": 21}),  # 200 - 40 - 21 < 140
        ("drift_uten_lan", {"lan_brukt_til_drift": 1}),  # § 14-9
        ("avdrag_dekker_minimum", {"avdrag": 39.9}),  # §§ 14-10 and 14-18
        ("merforbruk_dekket_i_tide", {"merforbruk_to_ar_siden": 1}),  # § 14-11
        ("okonomi_behandlet_i_tide", {"okonomiplan_ar": 3}),  # § 14-3
        ("okonomi_behandlet_i_tide", {"budsjett_dager_etter_arsskiftet": 1}),
        ("okonomi_behandlet_i_tide", {"regnskap_maneder_etter_aret": 7}),
        ("okonomi_behandlet_i_tide", {"innstilling_offentlig_dager": 13}),
        ("budsjettet_er_realistisk", {"budsjettet_er_realistisk": 0}),  # § 14-4
        ("lan_lovlige", {"laneramme": 139}),  # § 14-14
        ("lan_lovlige", {"lan_egne_investeringer": 100}),  # 40 for no purpose of the act
        ("lan_lovlige", {"mva_kompensasjon_investering": 61}),  # § 14-15: 200 - 61 < 140
        ("lan_lovlige", {"lan_andres_investeringer": 10}),  # § 14-16: no duty by law
    ],
)
def test_one_figure_wrong_breaks_one_requirement(test: str, changed: dict[str, float]) -> None:
    found = tried(**changed)
    assert found[test] is False
    assert found["budsjettet_er_lovlig"] is False


@pytest.mark.parametrize(
    ("test", "changed"),
    [
        ("budsjett_i_balanse", {"driftsutgifter": 930}),
        ("budsjett_i_balanse", {"driftsutgifter": 935, "bruk_av_driftsfond": 5}),
        ("avdrag_dekker_minimum", {"avdrag": 40}),
        ("okonomi_behandlet_i_tide", {"budsjett_dager_etter_arsskiftet": 0}),
        ("okonomi_behandlet_i_tide", {"regnskap_maneder_etter_aret": 6}),
        ("okonomi_behandlet_i_tide", {"innstilling_offentlig_dager": 14}),
        ("lan_lovlige", {"laneramme": 140}),
        ("lan_lovlige", {"mva_kompensasjon_investering": 60}),
        ("lan_lovlige", {"lan_egne_investeringer": 120, "lan_annen_lov": 20}),  # a church
        ("lan_lovlige", {"lan_egne_investeringer": 120, "lan_refinansiering": 20}),
        (
            "okonomi_behandlet_i_tide",
            {"innstilling_offentlig_dager": 2, "innstilling_om_endring": 1},
        ),
    ],
)
def test_on_the_limit_the_requirement_is_met(test: str, changed: dict[str, float]) -> None:
    assert tried(**changed)[test] is True


def test_overspending_falls_due_in_the_second_year() -> None:
    """§ 14-11: last year's may wait one year more; that of two years ago falls due now."""
    assert amount("merforbruk_med_frist_i_ar", merforbruk_i_fjor=7) == 0
    assert amount("merforbruk_med_frist_i_ar", merforbruk_to_ar_siden=7) == 7
    due = {"merforbruk_to_ar_siden": 7, "inndekning_av_merforbruk": 7, "driftsutgifter": 923}
    assert tried(**due)["budsjettet_er_lovlig"] is True
    assert tried(**due | {"inndekning_av_merforbruk": 6.9})["merforbruk_dekket_i_tide"] is False


def test_in_a_special_case_the_council_has_four_years() -> None:
    """§ 14-11 second paragraph: with the council's decision the fourth year is the last."""
    later = {"merforbruk_to_ar_siden": 7, "merforbruk_tre_ar_siden": 5}
    assert tried(**later)["merforbruk_dekket_i_tide"] is False
    assert tried(**later, vedtatt_lengre_inndekning=1)["merforbruk_dekket_i_tide"] is True
    last = tried(merforbruk_fire_ar_siden=5, vedtatt_lengre_inndekning=1)
    assert last["merforbruk_dekket_i_tide"] is False


def test_an_approved_plan_says_what_falls_due() -> None:
    """§ 14-11 second paragraph, second sentence: by the plan 3 million this year, not all 9."""
    old = {"merforbruk_fire_ar_siden": 9}
    approved = old | {"godkjent_lengre_inndekning": 1, "inndekning_etter_godkjenning": 3}
    paid = {"inndekning_av_merforbruk": 3, "driftsutgifter": 927}
    assert tried(**old, **paid)["merforbruk_dekket_i_tide"] is False
    assert tried(**approved, **paid)["budsjettet_er_lovlig"] is True
    short = approved | {"inndekning_av_merforbruk": 2.9}
    assert tried(**short)["merforbruk_dekket_i_tide"] is False


def test_unused_income_goes_to_a_fund() -> None:
    """§ 14-9 second paragraph: 1 000 - 920 - 40 - 30 = 10; nothing when there is a deficit."""
    assert amount("skal_avsettes_til_driftsfond", driftsutgifter=920) == pytest.approx(10)
    assert amount("skal_avsettes_til_driftsfond", driftsutgifter=940) == 0


def test_guarantees_need_no_appropriation() -> None:
    """§ 14-14 second paragraph names no loan to honour a guarantee (§ 14-16 third paragraph)."""
    only = {"nye_lan": 5, "lan_egne_investeringer": 0, "lan_kausjoner": 5, "lanetiltak_bevilget": 0}
    assert tried(**only)["lan_lovlige"] is True


def test_minimum_repayment_by_the_formula_of_the_regulation() -> None:
    """Forskrift 2024-09-27-2348 § 3-1: 50 x 800 / 1000 = 40; § 3-4: repayments received and used
    for other loans are added to the debt; § 3-5: land apart, in fifty years from 2025."""
    assert amount("minimumsavdrag") == pytest.approx(40)
    assert amount("minimumsavdrag", videreutlan_brukt_til_avdrag=20) == pytest.approx(41)
    assert amount("minimumsavdrag", lan_til_tomter=100) == pytest.approx(42)
    assert amount("minimumsavdrag", 2024, lan_til_tomter=100) == pytest.approx(40)
    assert amount("minimumsavdrag", anleggsmidler_ved_inngangen=0) == 0


def test_a_loan_for_what_others_build_needs_a_duty_and_a_cap() -> None:
    """§ 14-16: 10 of the 140 go to another kommune; to a company at most 30 x 0.25 = 7.5."""
    given_ = {"lan_egne_investeringer": 130, "lan_andres_investeringer": 10}
    assert tried(**given_)["lan_lovlige"] is False
    duty = given_ | {"andres_investering_lovpalagt": 1}
    assert tried(**duty)["lan_lovlige"] is True
    company = duty | {"andres_investering_i_selskap": 1, "eiernes_tilskudd_etter_eierandel": 7.5}
    assert tried(**company)["lan_lovlige"] is False
    assert tried(**company | {"eiernes_tilskudd_etter_eierandel": 10})["lan_lovlige"] is True


@pytest.mark.parametrize(
    "changed",
    [
        {"driftsutgifter": 931},  # a: the operating budget has a deficit
        {"merforbruk_tre_ar_siden": 1},  # c: cover takes more than two years
        {"merforbruk_to_ar_siden": 1},  # c: not covered in the second year
        {"merforbruk_i_fjor": 1, "godkjent_lengre_inndekning": 1},  # c
        {"merforbruk_i_fjor": 30.1},  # d: more than three per cent of 1 000 million
        {"budsjett_dager_etter_arsskiftet": 5},  # e: late
        {"regnskap_maneder_etter_aret": 8},  # f: late
    ],
)
def test_robek_by_each_of_its_grounds(changed: dict[str, float]) -> None:
    """§ 28-1 first paragraph."""
    assert tried(**changed)["meldes_inn_i_robek"] is True


def test_late_publication_or_a_short_plan_is_no_ground_for_robek() -> None:
    """§ 28-1 letters e and f: what is passed after the deadline, not how it was prepared."""
    assert tried(innstilling_offentlig_dager=13)["meldes_inn_i_robek"] is False
    assert tried(okonomiplan_ar=3)["meldes_inn_i_robek"] is False


def test_three_per_cent_is_not_yet_robek() -> None:
    assert tried(merforbruk_i_fjor=30)["meldes_inn_i_robek"] is False


def test_not_before_the_act() -> None:
    """The chapter is in force from 1 January 2020."""
    assert not any(tried(2019)[name] for name in ("budsjett_i_balanse", "lan_lovlige"))


@settings(max_examples=25, deadline=None)
@given(extra=st.floats(0, 1000), fund=st.floats(0, 1000))
def test_more_income_never_breaks_the_balance(extra: float, fund: float) -> None:
    found = tried(driftsinntekter=1000 + extra, bruk_av_driftsfond=fund)
    assert found["budsjett_i_balanse"] is True


@settings(max_examples=25, deadline=None)
@given(debt=st.floats(0, 5000), assets=st.floats(1, 5000), worn=st.floats(0, 500))
def test_minimum_repayment_grows_with_the_debt(debt: float, assets: float, worn: float) -> None:
    figures = {"anleggsmidler_ved_inngangen": assets, "avskrivninger": worn}
    low = amount("minimumsavdrag", lanegjeld_ved_inngangen=debt, **figures)
    high = amount("minimumsavdrag", lanegjeld_ved_inngangen=debt + 1, **figures)
    assert 0 <= low <= high
    assert low == pytest.approx(worn * debt / assets)


def test_all_kommuner_at_once() -> None:
    """357 budgets in one run: only those with a deficit fail."""
    count = 357
    deficit = numpy.arange(count) % 3 == 0
    inputs = {name: numpy.full(count, float(v) * MILLION) for name, v in BALANCED.items()}
    inputs["driftsutgifter"] = inputs["driftsutgifter"] + deficit * MILLION
    found = ask(law_in_force(), 2026, ["budsjettet_er_lovlig"], inputs)["budsjettet_er_lovlig"]
    assert (found == ~deficit).all()
