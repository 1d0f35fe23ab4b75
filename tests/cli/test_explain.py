"""`effektlov explain`: every figure walks back to inputs, parameters with their date, and §.

Expected amounts are worked out from the law's own figures, in the comment beside each.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from effektlov.accounts import evaluate, plan_of
from effektlov.answer import Answer
from effektlov.case import shipped_cases
from effektlov.cli import main
from effektlov.decompose import model_of
from effektlov.errors import UnknownNameError
from effektlov.explain import explain
from effektlov.explanation import Explanation, Node, ParameterRead
from effektlov.measures import measures
from effektlov.regime import law_years
from effektlov.session import answer_of, open_case, regimes_of

EFFECT_DUTY = "felles_effektplikt_gjennomforing"


@cache
def explained(case: str, target: str, *reforms: str, **options: Any) -> Explanation:
    return explain(case, target, reforms, **options)


@cache
def answered(case: str, *reforms: str) -> Answer:
    return answer_of(case, reforms)


def nodes(tree: Node | None) -> Iterator[Node]:
    assert tree is not None
    yield tree
    for child in tree.children:
        yield from nodes(child)


def node(found: Explanation, name: str) -> Node:
    """The first place of a rule or input in the tree of a flow, rule or duty."""
    tree = found.rule or (found.flow and found.flow.rule) or (found.duty and found.duty.trigger)
    return next(one for one in nodes(tree or None) if one.name == name)


def parameter(found: Explanation, rule: str, name: str) -> ParameterRead:
    return next(one for one in node(found, rule).parameters if one.name == name)


def line_of(case: str, text: str) -> int:
    lines = shipped_cases()[case].read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["explain", *arguments])
    assert ended.value.code == 0
    return capsys.readouterr().out


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["explain", *arguments])
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


# A benefit tested against work income: folketrygdloven § 12-14


def test_disability_benefit_beside_a_wage_of_450_000_is_what_section_12_14_leaves() -> None:
    """2.959 G less (2.959 / 4.5) x (450 000 - 0.4 G), with G of 2025 on average 128 116:
    379 095 - 0.65756 x (450 000 - 51 246) = 116 893, in whole kroner a month 116 888."""
    found = explained("ung_ufor_i_jobb", "uforetrygd", course="i_jobb")
    assert found.flow is not None
    assert 116_888 <= found.flow.nominal <= 116_893
    assert found.flow.expected_nominal == found.flow.nominal
    assert (found.flow.payer, found.flow.payee) == ("stat.folketrygd", "husstand")
    assert found.flow.legal_basis.href.startswith("https://lovdata.no/lov/1997-02-28-19/")
    left = node(found, "uforetrygd_andel_igjen")
    assert left.section.startswith("folketrygdloven § 12-14")
    assert left.href == "https://lovdata.no/lov/1997-02-28-19/§12-14"
    limit = node(found, "uforetrygd_bunnfradrag")
    assert limit.values[0].of["kaja"] == pytest.approx(0.4 * (4 * 124_028 + 8 * 130_160) / 12)


def test_the_free_amount_is_read_as_0_4_g_from_2015() -> None:
    found = explained("ung_ufor_i_jobb", "uforetrygd", course="i_jobb")
    free = parameter(found, "uforetrygd_fribelop", "trygd.uforetrygd.fribelop")
    assert [(value.value, value.holds_from) for value in free.values] == [(0.4, "2015-01-01")]
    assert (free.unit, free.confidence) == ("G", "official")
    assert "https://lovdata.no/lov/1997-02-28-19/§12-14" in [one.href for one in free.references]


def test_the_base_amount_has_both_values_of_the_year_with_their_dates() -> None:
    found = explained("ung_ufor_i_jobb", "uforetrygd", course="i_jobb")
    base = parameter(found, "uforetrygd_fribelop", "trygd.grunnbelop.grunnbelop")
    assert [(value.value, value.holds_from) for value in base.values] == [
        (124_028, "2024-05-01"),
        (130_160, "2025-05-01"),
    ]
    monthly = node(found, "uforetrygd_fribelop").values
    assert [value.months for value in monthly] == [(1, 4), (5, 12)]


@pytest.mark.parametrize(("year", "waits"), [(2025, False), (2026, True)])
def test_only_the_formula_in_force_is_shown(year: int, waits: bool) -> None:
    """The free amount after 24 months is law from 2026."""
    found = explained("ung_ufor_i_jobb", "uforetrygd_fribelop", course="i_jobb", year=year)
    read = [one.name for one in node(found, "uforetrygd_fribelop").parameters]
    assert ("trygd.uforetrygd.fribelop_etter_ventetid" in read) is waits
    names = [one.name for one in nodes(found.rule)]
    assert ("uforetrygd_siden" in names) is waits
    assert ("2026-01-01" in node(found, "uforetrygd_fribelop").formulas) is waits


def test_inputs_say_where_they_are_stated_and_defaults_say_that_they_are() -> None:
    found = explained("ung_ufor_i_jobb", "uforetrygd", course="i_jobb")
    (stated,) = node(found, "ung_ufor").origins
    assert (stated.kind, stated.where) == (
        "case",
        f"ung_ufor_i_jobb.yaml:{line_of('ung_ufor_i_jobb', 'ung_ufor: true')}",
    )
    (wage,) = node(found, "lonn").origins
    assert (wage.kind, wage.where) == (
        "course",
        f"ung_ufor_i_jobb.yaml:{line_of('ung_ufor_i_jobb', 'lonn:')}",
    )
    assert [origin.kind for origin in node(found, "uforegrad").origins] == ["default"]
    assert node(found, "uforetrygd_for_inntekt").origins == ()


def test_a_rule_explained_once_is_not_explained_again() -> None:
    found = explained("ung_ufor_i_jobb", "uforetrygd", course="i_jobb")
    assert found.flow is not None
    shown = [one for one in nodes(found.flow.rule) if one.name == "uforetrygd_maned"]
    assert [one.repeated for one in shown] == [False] + [True] * (len(shown) - 1)
    assert all(not one.children and not one.parameters for one in shown[1:])


# A benefit by month: barnetrygdloven § 10


def test_child_benefit_of_a_lone_mother_in_finnmark_by_month() -> None:
    """January 2026: 2 x 1 968 + 2 516 + 2 x 500 = 7 452. From February: 2 x 2 012 + 2 572 +
    2 x 512 = 7 620. The year: 7 452 + 11 x 7 620 = 91 272."""
    found = explained("alenemor_aap_finnmark", "barnetrygd")
    assert found.kind == "rule"
    assert found.also == ("duty:barnetrygd",)
    assert found.rule is not None
    assert [(value.months, value.of["husstand"]) for value in found.rule.values] == [
        ((1, 1), 7_452),
        ((2, 12), 7_620),
    ]
    assert found.rule.year_total == {"husstand": 91_272}
    assert found.expected == 91_272
    rate = parameter(found, "barnetrygd_per_barn", "familie.barnetrygd.ordinaer")
    assert [value.holds_from for value in rate.values] == ["2025-05-01", "2026-02-01"]
    (zone,) = node(found, "i_tiltakssonen").origins
    assert (zone.kind, zone.where) == ("table", "evidence/kommuner.csv")


def test_a_duty_says_whether_it_is_triggered_and_why() -> None:
    found = explained("alenemor_aap_finnmark", "duty:barnetrygd").duty
    assert found is not None
    assert found.triggered
    assert found.triggered_months == tuple(range(1, 13))
    assert found.probability == 1
    assert found.trigger.values[0].of == {"siri": 0, "mikkel": 1, "elle": 1}


def test_a_duty_that_is_not_triggered_shows_the_condition_that_fails() -> None:
    found = explained("ung_ufor_i_jobb", "duty:barnetrygd").duty
    assert found is not None
    assert not found.triggered
    assert found.triggered_months == ()
    assert found.trigger.values[0].of == {"kaja": 0}


# Who pays: barnevernsloven § 16-5


def test_the_co_payment_is_the_rate_of_2022_for_each_month_in_the_institution() -> None:
    """June to December 2022: 7 x 170 000."""
    found = explained("institusjon_eller_mst", "egenandel_institusjon").flow
    assert found is not None
    assert found.nominal == 7 * 170_000
    assert (found.payer, found.payee, found.budget) == (
        "kommune.barnevern",
        "stat.bufetat",
        "3855-60",
    )
    assert found.legal_basis.section == "§ 16-5"
    assert found.rule is not None
    assert found.rule.values[1].months == (6, 12)
    place = next(one for one in nodes(found.rule) if one.name == "plassering")
    assert [value.of["jonas"] for value in place.values] == ["hjemme", "institusjon"]
    assert {origin.of: origin.kind for origin in place.origins} == {
        "jonas": "course",
        "mona": "default",
    }


def test_the_law_before_the_reform_is_marked_where_it_differs() -> None:
    """June to December: 7 x 68 740, the rate before 2022."""
    found = explained(
        "institusjon_eller_mst", "egenandel_institusjon", "barnevernsreformen_2022:reversed"
    )
    assert found.flow is not None
    assert found.flow.nominal == 7 * 68_740
    rate = parameter(found, "egenandel_institusjon", "barnevern.egenandel.institusjon")
    assert [(one.value, one.changed_by_reform) for one in rate.values] == [(68_740, True)]


def test_an_open_norm_is_shown_with_its_practices() -> None:
    found = explained("institusjon_eller_mst", "egenandel_institusjon")
    offered = node(found, "bufetat_tilbyr_plass").open_norm
    assert offered is not None
    assert (offered.least, offered.usual, offered.most) == (0, 1, 1)


def test_a_service_is_volume_times_unit_cost() -> None:
    """Seven months at 473 344, the price of 2022 in 2022."""
    found = explained("institusjon_eller_mst", "institusjon_drift").flow
    assert found is not None
    assert found.unit_cost is not None
    assert (found.units, found.unit_cost.price) == (7, 473_344)
    assert found.nominal == 7 * 473_344
    assert (found.unit_cost.price_year, found.unit_cost.confidence) == (2022, "derived")


def test_a_unit_cost_of_another_price_year_follows_the_base_amount() -> None:
    found = explained("elev_pa_vei_ut", "oppfolgingstjenesten", year=2031).flow
    assert found is not None
    cost = found.unit_cost
    assert cost is not None
    assert cost.per_month_of_year
    by_hand = cost.value * cost.deflator_law_year / cost.deflator_price_year / 12
    assert cost.price == pytest.approx(by_hand)
    assert cost.deflator_price_year == pytest.approx((4 * 118_620 + 8 * 124_028) / 12)


def test_the_measure_s_own_cost_falls_only_in_courses_with_it() -> None:
    with_measure = explained("elev_pa_vei_ut", "tiltak_1", course="uten_hjelp+").flow
    without = explained("elev_pa_vei_ut", "tiltak_1").flow
    assert with_measure is not None
    assert without is not None
    assert with_measure.unit_cost is not None
    assert with_measure.nominal == pytest.approx(with_measure.unit_cost.price)
    assert without.nominal == 0


def test_a_scale_is_shown_with_the_dates_of_its_steps() -> None:
    """Skattevedtaket 2025 § 3-1: step 1 is 1.7 per cent above 217 400."""
    found = explained("ung_ufor_i_jobb", "rule:trinnskatt")
    scale = parameter(found, "trinnskatt", "skatt.trinnskatt.landet")
    first = scale.brackets[1]
    assert (first.threshold, first.threshold_from) == (217_400, "2025-01-01")
    assert first.value == 0.017
    assert len(scale.brackets) == 6


# Courses that follow the life-course model


def test_the_most_probable_row_is_explained_and_the_expected_value_given() -> None:
    found = explained("elev_pa_vei_ut", "skatt_kommune", year=2031)
    assert found.row is not None
    assert found.flow is not None
    assert found.row.rows > 10
    assert 0 < found.row.probability < 1
    assert found.row.states
    assert found.flow.expected_nominal != pytest.approx(found.flow.nominal)
    (wage, *_) = node(found, "lonn").origins
    assert (wage.of, wage.kind) == ("amina", "state")


@pytest.mark.parametrize(("case", "year"), [("elev_pa_vei_ut", 2031), ("kvp_eller_aap", 2026)])
def test_every_flow_that_carries_money_is_explained_as_it_stands_in_the_account(
    case: str, year: int
) -> None:
    read = open_case(case)
    regimes, _ = regimes_of(read, ())
    plans = plan_of(read.courses, measures()[read.measure] if read.measure else None)
    years = law_years(regimes, read.start)
    accounts = evaluate(regimes[0], read, plans[:1], model_of(read), years)[plans[0].name]
    at = year - read.start
    carried = {
        line.name: (nominal[at], real[at])
        for line, nominal, real in zip(accounts.lines, accounts.nominal, accounts.real, strict=True)
        if abs(nominal[at]) >= 0.5
    }
    assert carried
    for name, (nominal, real) in carried.items():
        found = explained(case, f"flow:{name}", year=year).flow
        assert found is not None
        assert found.expected_nominal == pytest.approx(nominal), name
        assert found.expected_real == pytest.approx(real), name


# Accounts and break-even


def test_a_budget_holder_is_the_flows_that_make_its_net() -> None:
    found = explained("ung_ufor_i_jobb", "kommune", course="i_jobb").account
    assert found is not None
    assert found.nominal == pytest.approx(sum(line.nominal for line in found.lines), abs=1)
    inside = set(found.members)
    for line in found.lines:
        assert (line.payee in inside) == (line.nominal > 0)
        assert line.legal_basis.href.startswith("https://")
    budget = answered("ung_ufor_i_jobb").regimes[0].budget[1]
    (holder,) = [one for one in budget.holders if one.holder == "kommune"]
    assert found.nominal == pytest.approx(holder.nominal[0])


def test_an_account_in_the_household_s_view_is_its_disposable_income() -> None:
    found = explained("alenemor_aap_finnmark", "husstand").account
    assert found is not None
    household = answered("alenemor_aap_finnmark").regimes[0].budget[0].household
    assert found.nominal == pytest.approx(household[0])


def test_the_break_even_of_the_kommune_is_five_months_of_mst_over_twelve_of_institution() -> None:
    found = explained("institusjon_eller_mst", "break_even:kommune").break_even
    assert found is not None
    lines = {line.flow: line for line in found.lines}
    assert lines["egenandel_mst"].cost == 5 * 15_000
    assert lines["egenandel_institusjon"].gain == 12 * 170_000
    assert found.cost == 75_000
    assert found.break_even == pytest.approx(found.cost / found.gain)


@pytest.mark.parametrize("reforms", [(), (EFFECT_DUTY,)])
@pytest.mark.parametrize("course", ["uten_hjelp", "fullforer~"])
def test_break_evens_are_those_of_the_answer_and_the_sum_of_their_flows(
    reforms: tuple[str, ...], course: str
) -> None:
    rings = ("budget_holder", "public", "society")
    accounts = [
        account
        for account in answered("elev_pa_vei_ut", *reforms).regimes[-1].accounts
        if account.ring in rings
    ]
    assert {account.name for account in accounts} >= {"kommune", "public", "society"}
    low = course.endswith("~")
    for account in accounts:
        target = f"break_even:{account.name}"
        found = explained("elev_pa_vei_ut", target, *reforms, course=course).break_even
        assert found is not None
        assert sum(line.cost for line in found.lines) == pytest.approx(found.cost, abs=20)
        assert sum(line.gain for line in found.lines) == pytest.approx(found.gain, abs=20)
        wanted = account.break_even_low if low else account.break_even[-1]
        assert found.break_even_after == pytest.approx(wanted), account.name
        if not low:
            assert found.break_even_cashable == pytest.approx(account.break_even_cashable)
        assert len(found.settlements) == len(reforms)


def test_a_duty_of_the_reform_is_marked_as_new() -> None:
    regimes, _ = regimes_of(open_case("elev_pa_vei_ut"), (EFFECT_DUTY,))
    new = sorted(set(regimes[-1].duties) - set(regimes[0].duties))
    assert new
    found = explained("elev_pa_vei_ut", f"duty:{new[0]}", EFFECT_DUTY).duty
    assert found is not None
    assert found.new_by_reform


# The command


def test_the_table_in_bokmal(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "ung_ufor_i_jobb", "uforetrygd", "--course", "i_jobb")
    for text in (
        "116\u00a0888\u00a0kr i året 2025",
        "Betaler: Folketrygden",
        "Hjemmel: folketrygdloven",
        "https://lovdata.no/lov/1997-02-28-19/§12-14",
        "0,4\u00a0G fra",
        "STANDARDVERDI, ikke oppgitt",
        "oppgitt i saken (ung_ufor_i_jobb.yaml:",
        "forklart over",
        "offisiell",
    ):
        assert text in out, text
    assert max(len(line) for line in out.splitlines()) <= 118
    assert "\ue000" not in out


def test_the_table_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "ung_ufor_i_jobb", "uforetrygd", "--course", "i_jobb", "--lang", "en")
    for text in ("116,888\u00a0kr in the year 2025", "Payer: National", "DEFAULT, not stated"):
        assert text in out, text
    assert "Hjemmel" not in out


@pytest.mark.parametrize(
    "target",
    ["kommune", "break_even:kommune", "duty:oppfolgingstjenesten", "tiltak_2", "lonn", "public"],
)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_kind_of_target_prints_and_parses(
    capsys: pytest.CaptureFixture[str], target: str, lang: str
) -> None:
    assert printed(capsys, "elev_pa_vei_ut", target, "--lang", lang)
    data = json.loads(printed(capsys, "elev_pa_vei_ut", target, "--format", "json"))
    assert data["target"] == target
    parts = ("flow", "rule", "duty", "account", "break_even")
    assert sum(data[part] is not None for part in parts) == 1


def test_the_most_probable_row_is_named_in_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "elev_pa_vei_ut", "skatt_kommune", "--year", "2031", "--depth", "0")
    assert "mest sannsynlige av" in out
    assert "Forventet, alle rader veid" in out
    assert "mer under (--depth)" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ung_ufor_i_jobb", "uforetryg"), "Did you mean 'uforetrygd'?"),
        (("ung_ufor_i_jobb", "flow:uforetryg"), "Did you mean 'flow:uforetrygd'?"),
        (("ung_ufor_i_jobb", "break_even:komune"), "Did you mean 'break_even:kommune'?"),
        (("ung_ufor_i_jobb", "uforetrygd", "--course", "jobb"), "Did you mean 'i_jobb'?"),
        (("ung_ufor_i_jobb", "uforetrygd", "--year", "2050"), "2025-2030"),
        (("ung_ufor_i_job", "uforetrygd"), "Did you mean 'ung_ufor_i_jobb'?"),
        (("ung_ufor_i_jobb", "uforetrygd", "--reform", "feles"), "unknown reform"),
        (("ung_ufor_i_jobb", "break_even:kommune"), "has no measure"),
        (("elev_pa_vei_ut", "break_even:husstand"), "public accounts and society"),
        (("elev_pa_vei_ut", "nav"), "no flow, rule, input, duty or actor with an account"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert said in complaint(capsys, *arguments)


def test_a_script_gets_the_same_error() -> None:
    with pytest.raises(UnknownNameError, match="barnetrygd"):
        explain("alenemor_aap_finnmark", "barnetryg")
