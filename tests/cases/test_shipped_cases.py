"""Every shipped case under the law in force and under every reform, and what each must show."""

import functools
import io
import json
import math
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from rich.console import Console

from effektlov.answer import Account, Answer, CourseBudget, RegimeAnswer, Triggered
from effektlov.case import shipped_cases
from effektlov.reform import shipped_reforms
from effektlov.render import WIDTH, render
from effektlov.session import answer_of
from effektlov.words import kroner, word

CASES = sorted(shipped_cases())
REFORMS = ["", *sorted(shipped_reforms()), "barnevernsreformen_2022:reversed"]
EFFECT_DUTY = "felles_effektplikt_gjennomforing"
SECTIONS = ("must_happen", "budget_years", "long_run", "the_person", "wrong_pocket")
SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "answer.schema.json"


@functools.cache
def answered(case: str, reform: str = "") -> Answer:
    return answer_of(case, (reform,) if reform else ())


def written(folder: Path, text: str, reform: str = "") -> Answer:
    """The answer of a case written as a user would."""
    path = folder / "sak.yaml"
    path.write_text(text, "utf-8")
    return answer_of(str(path), (reform,) if reform else ())


def changed(case: str, *changes: tuple[str, str]) -> str:
    text = shipped_cases()[case].read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


@functools.cache
def schema() -> Any:
    return msgspec.json.schema(Answer)


def as_json(answer: Answer) -> bytes:
    """What `--format json` prints."""
    return msgspec.json.format(msgspec.json.encode(answer), indent=2)


def table(answer: Answer, lang: str) -> str:
    stream = io.StringIO()
    render(answer, lang, Console(file=stream, width=WIDTH, highlight=False))
    return stream.getvalue()


def numbers(data: Any, path: str = "") -> Iterator[tuple[str, float]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from numbers(value, f"{path}.{key}")
    elif isinstance(data, list | tuple):
        for number, value in enumerate(data):
            yield from numbers(value, f"{path}[{number}]")
    elif isinstance(data, float | int) and not isinstance(data, bool):
        yield path, float(data)


def account(regime: RegimeAnswer, name: str, ring: str = "") -> Account:
    return next(a for a in regime.accounts if a.name == name and (not ring or a.ring == ring))


def holders(regime: RegimeAnswer) -> list[Account]:
    return [one for one in regime.accounts if one.ring == "budget_holder"]


def budget(regime: RegimeAnswer, course: str = "", *, with_measure: bool = False) -> CourseBudget:
    return next(
        one
        for one in regime.budget
        if (not course or one.course == course) and one.with_measure is with_measure
    )


def flows(one: CourseBudget) -> dict[str, tuple[float, ...]]:
    return {line.flow: line.nominal for line in one.lines}


def duties(regime: RegimeAnswer) -> dict[str, Triggered]:
    return {duty.duty: duty for duty in regime.duties}


both = pytest.mark.parametrize(("case", "reform"), [(c, r) for c in CASES for r in REFORMS])
each = pytest.mark.parametrize("case", CASES)


# Every case, every reform


def test_six_cases_and_three_reforms_are_shipped() -> None:
    assert CASES == [
        "alenemor_aap_finnmark",
        "elev_pa_vei_ut",
        "institusjon_eller_mst",
        "kvp_eller_aap",
        "ung_ufor_i_jobb",
        "ung_uten_uforetrygd",
    ]
    assert sorted(shipped_reforms()) == [
        "barnevernsreformen_2022",
        "ettervern_refusjon_25",
        "felles_effektplikt_gjennomforing",
    ]


@both
def test_the_answer_follows_its_published_schema(case: str, reform: str) -> None:
    jsonschema.validate(json.loads(as_json(answered(case, reform))), schema())


def test_the_schema_is_a_schema_and_refuses_what_is_no_answer() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    data = json.loads(as_json(answered("kvp_eller_aap")))
    data["regimes"][0]["budget"][0]["household"] = "mye"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema())


def test_the_schema_in_docs_is_that_of_the_answer() -> None:
    expected = json.dumps(schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert SCHEMA.read_text("utf-8") == expected, "stale: run python docs/generate.py"


@both
def test_every_figure_is_finite(case: str, reform: str) -> None:
    """Looked up before encoding too, for NaN would be written as null."""
    found = dict(numbers(msgspec.to_builtins(answered(case, reform))))
    assert not [path for path, value in found.items() if not math.isfinite(value)]
    text = as_json(answered(case, reform)).decode()
    assert "NaN" not in text
    assert "Infinity" not in text


@both
def test_the_same_bytes_twice(case: str, reform: str) -> None:
    again = answer_of(case, (reform,) if reform else ())
    assert as_json(again) == as_json(answered(case, reform))


@pytest.mark.parametrize("case", ["elev_pa_vei_ut", "institusjon_eller_mst"])
def test_the_same_bytes_whatever_the_hash_seed(case: str) -> None:
    program = (
        "import sys, msgspec; from effektlov.session import answer_of; "
        f"sys.stdout.buffer.write(msgspec.json.encode(answer_of({case!r}, ['{EFFECT_DUTY}'])))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


@both
def test_budgets_lines_services_and_holders_agree(case: str, reform: str) -> None:
    """A service is the sum of its lines, a holder of its services, the household of its lines."""
    for regime in answered(case, reform).regimes:
        for one in regime.budget:
            years = len(one.household)
            for service, values in one.services.items():
                for year in range(years):
                    total = sum(
                        ((line.payee == service) - (line.payer == service)) * line.nominal[year]
                        for line in one.lines
                    )
                    assert values[year] == pytest.approx(total, abs=2.5), service
            for holder in one.holders:
                members = [
                    name
                    for name in one.services
                    if name == holder.holder or name.startswith(f"{holder.holder}.")
                ]
                for year in range(years):
                    total = sum(one.services[name][year] for name in members)
                    assert holder.nominal[year] == pytest.approx(total, abs=2.5)
                balances = [sum(holder.nominal[: n + 1]) for n in range(years)]
                assert holder.lowest_balance == pytest.approx(min(0, *balances))


@both
def test_every_line_has_a_section_and_a_link(case: str, reform: str) -> None:
    for regime in answered(case, reform).regimes:
        for one in regime.budget:
            for line in one.lines:
                assert line.legal_basis.href.startswith("https://"), line.flow
                assert line.payer != line.payee
                assert line.label.nb
                assert line.label.en
        for duty in regime.duties:
            assert duty.legal_basis.href.startswith("https://"), duty.duty


@both
def test_what_changed_adds_up(case: str, reform: str) -> None:
    for part in answered(case, reform).changed:
        assert part.amount + part.incidence + part.behaviour == pytest.approx(
            part.difference, abs=0.01
        )


@both
def test_the_public_sum_is_that_of_the_holders(case: str, reform: str) -> None:
    """A fund and a gain share move money between holders, and none into or out of the sum."""
    for regime in answered(case, reform).regimes:
        if not regime.accounts:
            continue
        public = account(regime, "public", "public")
        for number, _ in enumerate(public.years):
            assert sum(one.cost[number] for one in holders(regime)) == pytest.approx(
                public.cost[number], abs=5
            )
            assert sum(one.gain[number] for one in holders(regime)) == pytest.approx(
                public.gain[number], abs=5
            )


@each
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_table_has_its_sections_in_the_order_of_the_answer(case: str, lang: str) -> None:
    """What must happen, the budget years, the long run, the person, the wrong pocket, what it
    rests on: all of them in every case, also where a section says that there is nothing to say."""
    text = table(answered(case), lang)
    titles = [word(name, lang) for name in (*SECTIONS, "rests_on")]
    places = [text.find(title) for title in titles]
    assert -1 not in places, [t for t, place in zip(titles, places, strict=True) if place < 0]
    assert places == sorted(places)
    assert word("what_changed", lang) not in text


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize(
    ("case", "reform"),
    [("elev_pa_vei_ut", EFFECT_DUTY), ("institusjon_eller_mst", "barnevernsreformen_2022")],
)
def test_what_changed_stands_between_the_wrong_pocket_and_the_basis(
    case: str, reform: str, lang: str
) -> None:
    text = table(answered(case, reform), lang)
    titles = [word(name, lang) for name in (*SECTIONS, "what_changed", "rests_on")]
    places = [text.find(title) for title in titles]
    assert -1 not in places
    assert places == sorted(places)


@each
def test_both_languages_say_the_same_of_the_same_figures(case: str) -> None:
    """Other words, other separators; the same number of figures."""
    nb, en = table(answered(case), "nb"), table(answered(case), "en")
    assert nb != en
    for household in budget(answered(case).regimes[0]).household:
        assert kroner(household, "nb") in nb
        assert kroner(household, "en") in en
    assert answered(case).title.nb in nb
    assert answered(case).title.en in en


@each
def test_a_line_of_the_table_fits_the_page(case: str) -> None:
    for lang in ("nb", "en"):
        assert max(map(len, table(answered(case), lang).splitlines())) <= WIDTH


@each
def test_the_answer_names_its_law_years_and_prices(case: str) -> None:
    found = answered(case)
    years = range(found.law_date, found.law_date + found.horizon)
    assert list(found.law_years) == [str(year) for year in years]
    assert found.price_year == found.law_date
    assert found.deflator


@each
def test_quality_of_life_is_not_measured_and_says_so(case: str) -> None:
    """All three goals of the national mission; not measured is a value."""
    indicators = answered(case).person
    assert {one.goal for one in indicators} == {"quality_of_life", "services", "ways_of_working"}
    unmeasured = {one.name for one in indicators if set(one.by_course.values()) == {None}}
    assert {"livskvalitet", "samordnet_hjelp"} <= unmeasured
    assert word("not_measured", "nb") in table(answered(case), "nb")


@each
def test_a_reform_that_does_not_reach_a_case_changes_nothing_in_it(case: str) -> None:
    """After-care concerns none of the six."""
    found = answered(case, "ettervern_refusjon_25")
    before, after = found.regimes
    assert found.changed == ()
    assert before.accounts == after.accounts
    assert [one.lines for one in before.budget] == [one.lines for one in after.budget]


# The qualification programme or AAP


def test_programme_or_aap_the_same_money_to_the_young_person() -> None:
    """sosialtjenesteloven § 35 and folketrygdloven § 11-20: two thirds of 2.041 G in both under
    25: 2/3 x 2.041 x 134 419 = 182 899; AAP is paid by the day, in whole kroner."""
    regime = answered("kvp_eller_aap").regimes[0]
    kvp, aap = budget(regime, "kvp"), budget(regime, "aap")
    amount = 2 / 3 * 2.041 * (4 * 130_160 + 8 * 136_549) / 12
    assert flows(kvp)["kvalifiseringsstonad"][0] == pytest.approx(amount, abs=1)
    assert flows(aap)["arbeidsavklaringspenger"][0] == pytest.approx(amount, abs=100)
    assert kvp.household[0] == pytest.approx(aap.household[0], abs=100)


def test_only_the_payer_differs() -> None:
    regime = answered("kvp_eller_aap").regimes[0]
    kvp, aap = budget(regime, "kvp"), budget(regime, "aap")
    payers = {line.flow: line.payer for line in (*kvp.lines, *aap.lines)}
    assert payers["kvalifiseringsstonad"] == "kommune.sosialtjeneste"
    assert payers["arbeidsavklaringspenger"] == "stat.folketrygd"
    both_have = {"trygdeavgift"}
    assert set(flows(kvp)) == both_have | {"kvalifiseringsstonad", "kvalifiseringsprogram_drift"}
    assert set(flows(aap)) == both_have | {"arbeidsavklaringspenger"}
    assert flows(kvp)["trygdeavgift"][0] == pytest.approx(flows(aap)["trygdeavgift"][0], abs=10)


def test_from_25_both_give_the_whole_amount(tmp_path: Path) -> None:
    """2.041 G in both: still only the payer differs."""
    text = changed("kvp_eller_aap", ("born: 2004-01-23", "born: 2000-01-23"))
    regime = written(tmp_path, text).regimes[0]
    amount = 2.041 * (4 * 130_160 + 8 * 136_549) / 12
    assert flows(budget(regime, "kvp"))["kvalifiseringsstonad"][0] == pytest.approx(amount, abs=1)
    assert flows(budget(regime, "aap"))["arbeidsavklaringspenger"][0] == pytest.approx(
        amount, abs=100
    )


# The lone mother in Finnmark


def test_the_lone_mother_gets_her_benefits_by_the_rates_of_2026() -> None:
    """January at the rates of 2025, eleven months at those of 1 February 2026."""
    found = flows(budget(answered("alenemor_aap_finnmark").regimes[0]))
    assert found["barnetrygd_ordinaer"][0] == 2 * (1_968 + 11 * 2_012)  # barnetrygdloven § 10
    assert found["barnetrygd_utvidet"][0] == 2_516 + 11 * 2_572  # §§ 9 and 10: one for her
    assert found["finnmarkstillegg"][0] == 2 * (500 + 11 * 512)  # one for each child
    # § 11-20: for a child and day, five days a week
    assert found["aap_barnetillegg"][0] == pytest.approx(2 * 38 * 260)
    assert found["arbeidsavklaringspenger"][0] == pytest.approx(
        0.66 * 3.2 * (4 * 130_160 + 8 * 136_549) / 12, abs=100
    )


def test_outside_the_action_zone_there_is_no_finnmark_addition(tmp_path: Path) -> None:
    text = changed("alenemor_aap_finnmark", ("kommune: 5601", "kommune: 4613"))
    found = flows(budget(written(tmp_path, text).regimes[0]))
    assert "finnmarkstillegg" not in found
    assert found["barnetrygd_utvidet"][0] == 2_516 + 11 * 2_572


def test_the_tax_of_the_zone_is_lower(tmp_path: Path) -> None:
    """skatteloven § 15-5 and the tax decision: Finnmarksfradrag and a lower fellesskatt."""
    text = changed("alenemor_aap_finnmark", ("kommune: 5601", "kommune: 4613"))
    outside = flows(budget(written(tmp_path, text).regimes[0]))
    inside = flows(budget(answered("alenemor_aap_finnmark").regimes[0]))
    assert inside["skatt_kommune"][0] < outside["skatt_kommune"][0]
    assert inside["skatt_fellesskatt"][0] < outside["skatt_fellesskatt"][0]


def test_with_a_second_parent_there_is_no_extended_child_benefit(tmp_path: Path) -> None:
    text = changed(
        "alenemor_aap_finnmark",
        ("  mikkel:", "  nils: {born: 1996-03-01, role: forelder}\n  mikkel:"),
    )
    found = flows(budget(written(tmp_path, text).regimes[0]))
    assert "barnetrygd_utvidet" not in found
    assert found["finnmarkstillegg"][0] == 2 * (500 + 11 * 512)


# The pupil on her way out


def pupil() -> Answer:
    return answered("elev_pa_vei_ut", EFFECT_DUTY)


def test_the_reform_puts_a_joint_duty_on_three() -> None:
    base, reformed = pupil().regimes
    new = [duty for duty in reformed.duties if duty.new_by_reform]
    assert {duty.holder for duty in new} == {"kommune", "fylkeskommune", "nav_kontor"}
    for duty in new:
        assert duty.duty.startswith("felles_effektplikt")
        assert duty.formulation == "EFFECT"
        assert (duty.kind, duty.owes) == ("must_ensure", "effort")
        assert not duty.individual_right
        assert duty.appeal is None
        assert duty.supervisor == "statsforvalter"
    assert not [duty for duty in base.duties if duty.new_by_reform]


def test_her_absence_triggers_it_in_the_first_year() -> None:
    for name, duty in duties(pupil().regimes[1]).items():
        if name.startswith("felles_effektplikt"):
            assert duty.probability[0] == 1


QUIET = (
    ("    hoyt_fravaer: {2027-01: true, 2028-01: false}\n", ""),
    ("then: model ", "then: stay "),
    ("    then: model\nmeasure", "    then: stay\nmeasure"),
)


def test_a_pupil_without_a_sign_does_not_trigger_it(tmp_path: Path) -> None:
    found = duties(written(tmp_path, changed("elev_pa_vei_ut", *QUIET), EFFECT_DUTY).regimes[1])
    assert not [name for name in found if name.startswith("felles_effektplikt")]
    assert "videregaende" in found


@pytest.mark.parametrize("sign", ["uten_plass_1_oktober", "soker_sosialhjelp"])
def test_each_sign_triggers_it(tmp_path: Path, sign: str) -> None:
    changes = (QUIET[0][0], f"    {sign}: {{2027-01: true, 2028-01: false}}\n")
    text = changed("elev_pa_vei_ut", changes, *QUIET[1:])
    found = duties(written(tmp_path, text, EFFECT_DUTY).regimes[1])
    assert found["felles_effektplikt:kommune"].probability[0] == 1


def test_who_drops_out_in_august_has_no_place_by_1_october(tmp_path: Path) -> None:
    """The reform's first sign. A course that goes from school to outside in August 2027 must
    trigger the duty in that year, without the case saying it twice."""
    text = changed(
        "elev_pa_vei_ut",
        *QUIET,
        (
            "      - {from: 2026-08, state: vgo}\n    then: stay ",
            "      - {from: 2026-08, state: vgo}\n      - {from: 2027-08, state: utenfor}\n"
            "    then: stay ",
        ),
    )
    regime = written(tmp_path, text, EFFECT_DUTY).regimes[1]
    assert duties(regime)["oppfolgingstjenesten"].probability[0] == 1
    assert "felles_effektplikt:fylkeskommune" in duties(regime)
    assert duties(regime)["felles_effektplikt:fylkeskommune"].probability[0] == 1


TO_NOVEMBER = "{2027-01: true, 2027-12: false}"


@pytest.mark.parametrize(
    ("born", "absent", "triggered"),
    [
        ("2011-11-30", TO_NOVEMBER, True),  # 16 in the last month of absence
        ("2011-12-01", TO_NOVEMBER, False),
        ("2002-02-28", "true", True),  # 24 in January
        ("2002-01-31", "true", False),
    ],
)
def test_the_duty_runs_from_16_until_the_month_of_turning_25(
    tmp_path: Path, born: str, absent: str, triggered: bool
) -> None:
    text = changed(
        "elev_pa_vei_ut",
        ("born: 2010-10-14", f"born: {born}"),
        ("{2027-01: true, 2028-01: false}", absent),
        ("born: 1984-06-02", "born: 1970-06-02"),
        ("horizon: 40", "horizon: 1"),
        *QUIET[1:],
    )
    regime = written(tmp_path, text, EFFECT_DUTY).regimes[1]
    assert ("felles_effektplikt:kommune" in duties(regime)) is triggered


def test_the_duty_is_not_in_force_before_2027(tmp_path: Path) -> None:
    text = changed(
        "elev_pa_vei_ut",
        ("start: 2027 ", "start: 2026 "),
        ("{2027-01: true, 2028-01: false}", "{2026-01: true, 2027-01: true}"),
        ("born: 2010-10-14", "born: 2009-10-14"),
    )
    found = duties(written(tmp_path, text, EFFECT_DUTY).regimes[1])
    assert found["felles_effektplikt:kommune"].probability[:2] == (0, 1)


def test_law_in_force_is_not_aligned_and_the_reform_is_on_the_high_link() -> None:
    base, reformed = pupil().regimes
    assert (base.aligned, reformed.aligned) == (False, True)
    assert base.gap is not None
    assert base.gap > 0.5
    assert reformed.gap == pytest.approx(0, abs=1e-9)
    target = account(reformed, "public").break_even[-1]
    for holder in holders(reformed):
        assert holder.break_even[-1] == pytest.approx(target, abs=1e-9)


def test_the_kommune_pays_alone_under_the_law_in_force() -> None:
    """LOS costs the kommune two years; the gains land elsewhere: no break-even in 40 years."""
    base = pupil().regimes[0]
    paying = [holder.name for holder in holders(base) if holder.cost[-1] > 0]
    assert paying == ["kommune"]
    assert (account(base, "kommune", "budget_holder").break_even[-1] or 0) > 1
    assert account(base, "stat.folketrygd", "budget_holder").break_even[-1] == 0


def test_the_public_sum_and_society_are_the_same_in_both_regimes() -> None:
    """The fund moves money; it makes none."""
    base, reformed = pupil().regimes
    for ring in ("public", "society"):
        assert account(base, ring).break_even == pytest.approx(account(reformed, ring).break_even)


def test_the_fund_is_paid_by_those_who_gain_by_what_they_gain() -> None:
    base, reformed = pupil().regimes
    gains = {one.name: one.gain[-1] for one in holders(base) if one.gain[-1] > 0}
    total = sum(gains.values())
    assert sum(reformed.contributions.values()) == pytest.approx(1)
    for name, part in reformed.contributions.items():
        assert part == pytest.approx(gains[name] / total, rel=1e-3)
        cost = account(reformed, name, "budget_holder").cost[-1]
        assert cost == pytest.approx(part * account(base, "public").cost[-1], abs=1)


def test_the_low_link_is_reported_and_the_alignment_fails_there() -> None:
    """Completing changes nothing later: the public sum doesn't get its money back in either
    regime, and the fund's members no longer share one break-even."""
    base, reformed = pupil().regimes
    assert base.low_link
    assert reformed.low_link
    for regime in (base, reformed):
        public = account(regime, "public")
        assert public.gain_low is not None
        assert public.gain_low < public.gain[-1]
        assert public.break_even_low is not None
        assert public.break_even_low > 1
    low = [one.break_even_low for one in holders(reformed)]
    assert len({round(share, 3) for share in low if share is not None}) > 1
    assert word("low_link", "nb")[:40] in table(pupil(), "nb")


def test_los_has_no_acting_effect() -> None:
    assert [known.acts for known in pupil().known_effects] == [False]
    assert pupil().known_effects[0].size is None
    for regime in pupil().regimes:
        assert {one.probability_of_gain for one in regime.accounts} == {None}
    assert "ingen kjent effekt" in table(pupil(), "nb")
    assert "no known effect" in table(pupil(), "en")


def test_her_own_goal_is_owed_by_nobody_and_the_reforms_goal_is_not_hers() -> None:
    text = table(pupil(), "nb")
    assert "fagbrev som helsefagarbeider" in text
    assert word("nobody_owes", "nb") in text
    assert word("reform_goal", "nb") in text


def test_the_wrong_pocket_index_falls_to_nothing() -> None:
    base, reformed = pupil().regimes
    first, last = base.wrong_pocket[-1], reformed.wrong_pocket[-1]
    assert first is not None
    assert first > 0.8
    assert last == pytest.approx(0, abs=1e-9)


def test_the_reform_alone_changes_no_amount() -> None:
    """It has neither a parameter nor a formula of money: what changes is who pays, and no behaviour
    is assumed for a measure without a known effect."""
    for part in pupil().changed:
        assert part.amount == pytest.approx(0, abs=0.01)
    assert sum(part.incidence for part in pupil().changed) == pytest.approx(0, abs=1)


# IPS: a measure with a known effect

IPS = """
case: ips
title: {{nb: Ung på AAP, en: Youth on AAP}}
kommune: 4613
start: 2026
horizon: 30
household:
  ida: {{born: {born}, role: forelder, focus: true, sykdom_skade_lyte: true,
        bruker_av_spesialisthelsetjenesten: {treated}}}
courses:
  uten:
    label: {{nb: Som nå, en: As now}}
    states: [{{from: 2025-01, state: {state}}}]
  arbeid:
    label: {{nb: I arbeid, en: In work}}
    states: [{{from: 2025-01, state: {state}}}, {{from: 2027-07, state: arbeid}}]
measure: ips
"""


def ips(
    folder: Path,
    *,
    born: str = "2004-03-10",
    state: str = "aap",
    treated: str = "true",
    reform: str = "",
) -> Answer:
    return written(folder, IPS.format(born=born, state=state, treated=treated), reform)


def test_ips_has_no_known_effect_for_who_is_not_in_treatment(tmp_path: Path) -> None:
    """The trial took in adults in treatment for moderate to severe mental illness."""
    assert ips(tmp_path, treated="false").known_effects == ()


def test_ips_on_aap_has_a_known_effect_of_10_3_points(tmp_path: Path) -> None:
    """Reme et al. 2019: 37.4 against 27.1 per cent in ordinary work after 18 months."""
    known = ips(tmp_path).known_effects
    assert [(one.effect, one.acts, one.grade) for one in known] == [("ips_2019", True, "A")]
    assert known[0].size == 0.103
    assert known[0].interval == (0.013, 0.193)
    assert known[0].source


def test_the_chance_of_gain_lies_between_none_and_certain(tmp_path: Path) -> None:
    """0 where success never pays, 1 where it costs nothing, else strictly between: the chance that
    the effect is above the break-even, by the interval of the study."""
    found = ips(tmp_path).regimes[0]
    deviation = (0.193 - 0.013) / (2 * 1.96)
    for one in found.accounts:
        share = one.break_even[-1]
        assert one.probability_of_gain is not None
        if share is None:
            assert one.probability_of_gain == 0
        elif share == 0:
            assert one.probability_of_gain == 1
        else:
            assert 0 < one.probability_of_gain < 1
            expected = 0.5 * math.erfc((share - 0.103) / (deviation * math.sqrt(2)))
            assert one.probability_of_gain == pytest.approx(expected)
    assert {one.probability_of_gain for one in found.accounts} >= {0, 1}
    assert 0.9 < (account(found, "public").probability_of_gain or 0) < 1


def test_nav_pays_ips_and_gains_nothing_by_it(tmp_path: Path) -> None:
    found = account(ips(tmp_path).regimes[0], "stat.nav_tiltak", "budget_holder")
    assert found.cost[-1] > 0
    assert found.break_even[-1] is None
    assert found.probability_of_gain == 0
    assert found.payback_year is None


def test_the_fund_pays_for_ips_too(tmp_path: Path) -> None:
    base, reformed = ips(tmp_path, reform=EFFECT_DUTY).regimes
    assert base.contributions == {}
    assert sum(reformed.contributions.values()) == pytest.approx(1)
    assert reformed.aligned
    target = account(reformed, "public").probability_of_gain
    for name in reformed.contributions:
        assert account(reformed, name, "budget_holder").probability_of_gain == pytest.approx(target)


def test_the_table_of_a_known_effect_can_be_read(tmp_path: Path) -> None:
    """No figure is broken over two lines and no heading cut."""
    found = ips(tmp_path)
    text = table(found, "nb")
    assert word("present_value", "nb") in text
    for holder in holders(found.regimes[0]):
        for value in (holder.gain[-1], holder.present_value_of_success):
            assert kroner(value, "nb") in text, holder.name


@pytest.mark.parametrize("state", ["utenfor", "sosialhjelp"])
def test_ips_at_17_has_no_known_effect(tmp_path: Path, state: str) -> None:
    """The trial's participants were adults: a break-even, never a guess."""
    found = ips(tmp_path, born="2009-03-10", state=state)
    assert found.known_effects == ()
    assert {one.probability_of_gain for one in found.regimes[0].accounts} == {None}
    assert {one.payback_year for one in found.regimes[0].accounts} == {None}


def test_ips_at_18_has_one(tmp_path: Path) -> None:
    assert len(ips(tmp_path, born="2008-03-10").known_effects) == 1


@pytest.mark.parametrize("state", ["vgo", "arbeid", "hoyere_utdanning"])
def test_ips_outside_the_trials_population_has_no_known_effect(tmp_path: Path, state: str) -> None:
    assert ips(tmp_path, state=state).known_effects == ()


# After-care to 25

AFTER_CARE = """
case: ettervern
title: {{nb: Ettervern i institusjon, en: After-care in an institution}}
kommune: {kommune}
start: 2027
horizon: 1
household:
  ung: {{born: {born}, role: forelder, focus: true, plassering: institusjon, ettervern: true}}
"""


def after_care(folder: Path, born: str, kommune: str = "4613") -> tuple[CourseBudget, CourseBudget]:
    text = AFTER_CARE.format(born=born, kommune=kommune)
    before, after = written(folder, text, "ettervern_refusjon_25").regimes
    return budget(before), budget(after)


def net(one: CourseBudget, service: str) -> float:
    return one.services.get(service, (0.0,))[0]


def test_at_21_the_kommune_pays_all_before_and_the_egenandel_after(tmp_path: Path) -> None:
    """barnevernsloven § 16-5: the state's duty stops at 20, the right (§ 3-6) at 25."""
    before, after = after_care(tmp_path, "2005-06-10")
    gross = flows(before)["institusjon_drift_kommune"][0]
    egenandel = flows(after)["egenandel_institusjon"][0]
    assert net(before, "kommune.barnevern") == pytest.approx(-gross)
    assert net(before, "stat.bufetat") == 0
    assert "institusjon_drift_kommune" not in flows(after)
    assert net(after, "kommune.barnevern") == pytest.approx(-egenandel)
    assert net(after, "stat.bufetat") == pytest.approx(egenandel - gross)
    assert egenandel < gross / 2


def test_at_19_the_state_pays_in_both(tmp_path: Path) -> None:
    before, after = after_care(tmp_path, "2008-01-10")
    assert before.lines == after.lines
    assert "institusjon_drift" in flows(before)
    assert net(before, "stat.bufetat") < 0


def test_the_year_of_turning_20_is_split_before_and_whole_after(tmp_path: Path) -> None:
    """The state to and with May; from June, the month of the birthday, the kommune."""
    before, after = after_care(tmp_path, "2007-06-10")
    gross = flows(after)["institusjon_drift"][0]
    assert flows(before)["institusjon_drift"][0] == pytest.approx(gross * 5 / 12)
    assert flows(before)["institusjon_drift_kommune"][0] == pytest.approx(gross * 7 / 12)


@pytest.mark.parametrize(("born", "months"), [("2002-12-10", 11), ("2002-01-10", 0)])
def test_the_year_of_turning_25_is_the_last(tmp_path: Path, born: str, months: int) -> None:
    before, after = after_care(tmp_path, born)
    full = flows(after_care(tmp_path, "2005-06-10")[1])["institusjon_drift"][0]
    assert flows(before).get("institusjon_drift_kommune", (0,))[0] == pytest.approx(
        full * months / 12
    )
    assert flows(after).get("institusjon_drift", (0,))[0] == pytest.approx(full * months / 12)


def test_oslo_is_outside_the_reform_too(tmp_path: Path) -> None:
    """§ 16-6."""
    before, after = after_care(tmp_path, "2005-06-10", '"0301"')
    assert before.lines == after.lines


def test_the_reform_moves_money_and_makes_none(tmp_path: Path) -> None:
    text = AFTER_CARE.format(born="2005-06-10", kommune="4613")
    parts = {one.holder: one for one in written(tmp_path, text, "ettervern_refusjon_25").changed}
    assert set(parts) == {"kommune", "stat.bufetat"}
    assert parts["kommune"].difference > 0
    assert sum(one.difference for one in parts.values()) == pytest.approx(0, abs=0.01)
