"""The data checks: the shipped law has no error, and every check finds a fault that is planted.

Each entry of `FAULTS` plants one fault in a copy of the law; together they break every check.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit

from effektlov import check as checks
from effektlov.check import CHECKS, Finding, check, missing_in_effect_duty
from effektlov.law import PACKAGE, Label, LegalBasis, Source
from effektlov.measures import Measure, measures
from effektlov.post_checks import post_counts
from effektlov.reach import Reads
from effektlov.reform import Block, EffectDuty, Reform, apply_reforms, find_reforms
from effektlov.regime import Regime, law_in_force
from effektlov.rules.entities import Person
from effektlov.rules.rule import OpenNorm, Rule, input_value, rule

BASE = law_in_force()
FLOWS, DUTIES, RECORDS = BASE.flows, BASE.duties, BASE.records
VARIABLES = BASE.system.variables
DIRECT = BASE.reach.direct
EVIDENCE = BASE.law.evidence
HREF = "https://lovdata.no/lov/2002-03-08-4/§10"
SERVICE = next(name for name, flow in FLOWS.items() if flow.kind == "service_cost")
TRANSFER = next(
    name
    for name, flow in FLOWS.items()
    if flow.kind == "transfer" and RECORDS.actors[flow.payer].public
)
NO_BASIS = LegalBasis(act="barnetrygdloven", section="", href=HREF)
LATE, EARLY = datetime.date(2026, 1, 1), datetime.date(2025, 1, 1)
GOOD = {
    "en": "A parameter",
    "unit": "kr/year",
    "reference": [{"title": "barnetrygdloven", "href": HREF}],
    "confidence": "official",
    "last_checked": "2026-11-25",
    "last_value_still_valid_on": "2026-12-31",
}

Found = Iterable[Finding]
Plant = Callable[[], Found]


def _parameter(values: dict[str, Any] | None = None, **changes: Any) -> Found:
    """The findings of one parameter that is good but for the changes; None takes a field away."""
    metadata = {key: value for key, value in (GOOD | changes).items() if value is not None}
    data = {
        "description": metadata.pop("description", "En parameter"),
        "metadata": metadata,
        "values": values or {"2025-01-01": {"value": 1}},
    }
    return checks.check_parameters(ParameterNode("", data={"test": data}, file_path="test.yaml"))


def _rule(unit: str = "kr", **changes: Any) -> type[Rule]:
    fields = {"nb": "Regel", "en": "Rule", "section": "barnetrygdloven § 10", "href": HREF}

    @rule(unit=unit, **(fields | changes))
    class en_regel(Rule):
        value_type = float
        entity = Person
        definition_period = DateUnit.MONTH

        def formula(person: Any, period: Any) -> Any:
            return 0.0

    return en_regel


def _input(unit: str = "bool", **changes: Any) -> type[Rule]:
    @input_value(**({"nb": "Opplysning", "en": "Fact", "unit": unit} | changes))
    class en_opplysning(Rule):
        value_type = bool
        entity = Person
        definition_period = DateUnit.MONTH

    return en_opplysning


def _declared(cls: type[Rule]) -> Found:
    return checks.check_rules({cls.__name__: cls()}, RECORDS.actors)


def _norm(usual: float, decides: str = "kommune") -> Found:
    norm = OpenNorm(least=0, usual=usual, most=1, decides=decides, nb="Skjønn", en="Judgement")
    return _declared(_input(open_norm=norm))


def _flow(name: str = TRANSFER, **changes: Any) -> Found:
    flow = msgspec.structs.replace(FLOWS[name], **changes)
    return checks.check_flows({name: flow}, RECORDS, VARIABLES)


def _duty(**changes: Any) -> Found:
    name, duty = next(iter(DUTIES.items()))
    changed = msgspec.structs.replace(duty, **changes)
    return checks.check_duties({name: changed}, RECORDS, VARIABLES)


def _unit_cost(**changes: Any) -> Found:
    cost = msgspec.structs.replace(RECORDS.unit_costs["bup_maned"], **changes)
    return checks.check_unit_costs({"bup_maned": cost}, RECORDS.files, 2026)


def _measure(**changes: Any) -> Found:
    measure = msgspec.structs.replace(measures()["los"], **changes)
    states = EVIDENCE["life_course"].states
    return checks.check_measures({"los": measure}, RECORDS, VARIABLES, EVIDENCE["effects"], states)


def _measure_cost(**changes: Any) -> Found:
    cost = msgspec.structs.replace(measures()["los"].costs[0], **changes)
    return _measure(costs=(cost,))


def _post_count(post: tuple[int, str] = (845, "70"), again: int = 1, **changes: Any) -> Found:
    count = msgspec.structs.replace(post_counts()[845, "70"][-1], **changes)
    return checks.check_post_counts({post: (count,) * again}, FLOWS)


def _life_course(**changes: Any) -> Found:
    model = EVIDENCE["life_course"]
    transition = msgspec.structs.replace(model.transitions[0], **changes)
    changed = msgspec.structs.replace(model, transitions=(transition,))
    return checks.check_life_course(changed, VARIABLES)


def _effect(**changes: Any) -> Found:
    effect = msgspec.structs.replace(EVIDENCE["effects"]["los_2014"], **changes)
    return checks.check_effects({"los_2014": effect}, EVIDENCE["measures"])


def _effect_duty_reform() -> Reform:
    return find_reforms(["felles_effektplikt_gjennomforing"])[0]


def _changed_duty(**changes: Any) -> Reform:
    reform = _effect_duty_reform()
    blocks = tuple(
        Block(effect_duty=msgspec.structs.replace(block.effect_duty, **changes))
        if block.effect_duty is not None
        else block
        for block in reform.blocks
    )
    return replace(reform, blocks=blocks)


def _reform(reform: Reform) -> Found:
    regime = apply_reforms(BASE, [_effect_duty_reform()])
    return checks.check_reform(reform, "reform.yaml", regime, measures())


def _reform_regime(**changes: Any) -> Found:
    name, flow = next(iter(FLOWS.items()))
    changed: Regime = replace(
        BASE, flows={**FLOWS, f"{name}:ny": msgspec.structs.replace(flow, **changes)}
    )
    return checks.check_reform_regime(BASE, changed, "reforms/ny/reform.yaml")


def _use(reads: dict[str, Reads] | None = None, **changes: Any) -> Found:
    return checks.check_use(replace(BASE, **changes), reads or {}, "")


def _reads(reads: Reads) -> Found:
    name = next(iter(VARIABLES))
    return checks.check_reads({name: reads}, VARIABLES, BASE.system.parameters)


def _source(line: str) -> Found:
    text = f"class ny(Rule):\n    def formula(person, period, parameters):\n        return {line}\n"
    return checks.check_source("rules/ny.py", text, VARIABLES)


ONE = "@rule()\nclass lonn_i_aret(Rule):\n    def formula(person): pass\n"

FAULTS: list[tuple[str, str, Plant]] = [
    ("parameter_unit", "no unit", lambda: _parameter(unit=None)),
    ("parameter_reference", "no reference", lambda: _parameter(reference=None)),
    ("parameter_reference", "no href", lambda: _parameter(reference=[{"title": "lov"}])),
    ("parameter_reference", "no title", lambda: _parameter(reference=[{"href": HREF}])),
    ("parameter_confidence", "no confidence", lambda: _parameter(confidence=None)),
    ("parameter_confidence", "another word", lambda: _parameter(confidence="sure")),
    (
        "parameter_confidence",
        "another word on a value",
        lambda: _parameter({"2025-01-01": {"value": 1, "metadata": {"confidence": "sure"}}}),
    ),
    ("parameter_last_checked", "no date", lambda: _parameter(last_checked=None)),
    ("parameter_last_checked", "no such date", lambda: _parameter(last_checked="2026-13-01")),
    ("reason_missing", "assumed parameter", lambda: _parameter(confidence="assumed")),
    (
        "reason_missing",
        "assumed value",
        lambda: _parameter({"2025-01-01": {"value": 1, "metadata": {"confidence": "assumed"}}}),
    ),
    ("reason_missing", "assumed rule", lambda: _declared(_rule(confidence="assumed"))),
    ("reason_missing", "unit cost", lambda: _unit_cost(reason=None)),
    (
        "parameter_not_carried",
        "regulated",
        lambda: _parameter(
            {"2025-01-01": {"value": 1}, "2026-01-01": {"value": 2}},
            last_value_still_valid_on=None,
        ),
    ),
    ("label_missing", "no English", lambda: _parameter(en=None)),
    ("label_missing", "no description", lambda: _parameter(description="")),
    ("label_missing", "rule", lambda: _declared(_rule(en=" "))),
    (
        "label_missing",
        "within a record",
        lambda: checks.check_labels("f", "n", (FLOWS[TRANSFER], {"a": Label(nb="", en="b")})),
    ),
    ("label_missing", "word", lambda: checks.check_words({"duty": ("Plikt", "")})),
    ("label_same", "word", lambda: checks.check_words({"duty": ("Who must", "Who must")})),
    ("label_is_name", "rule", lambda: _declared(_rule(nb="en_regel"))),
    ("rule_section", "no §", lambda: _declared(_rule(section=""))),
    ("rule_section", "no https", lambda: _declared(_rule(href="lovdata.no"))),
    ("input_unit", "no unit", lambda: _declared(_input(unit=""))),
    ("open_norm_bounds", "outside", lambda: _norm(2)),
    ("open_norm_default", "another", lambda: _norm(1)),
    ("actor_unknown", "open norm", lambda: _norm(0, decides="ingen")),
    ("reads_backwards", "offset", lambda: _reads(Reads(backwards=frozenset({"last_year"})))),
    (
        "parameter_unknown",
        "typo",
        lambda: _reads(Reads(parameters=frozenset({"trygd.grunnbelop.grunbelop"}))),
    ),
    ("number_in_formula", "a rate", lambda: _source("person('lonn', period) * 0.078")),
    ("number_in_formula", "a constant", lambda: checks.check_source("f", "LIMIT = 18", ())),
    ("variable_unknown", "typo", lambda: _source("person('lonnn', period)")),
    ("variable_unknown", "members", lambda: _source("husstand.members('lonnn', period)")),
    ("variable_unknown", "measure", lambda: _measure(inputs={"har_noe_annet": 5})),
    ("defined_twice", "rule", lambda: checks.check_sources({"a.py": ONE, "b.py": ONE})),
    (
        "defined_twice",
        "formula",
        lambda: checks.check_sources({"a.py": f"{ONE}    def formula(person): pass\n"}),
    ),
    ("flow_same_actor", "", lambda: _flow(payee=FLOWS[TRANSFER].payer)),
    ("actor_unknown", "payer", lambda: _flow(payer="stat.ingen")),
    ("actor_unknown", "payee", lambda: _flow(payee="ingen")),
    ("actor_without_account", "payer", lambda: _flow(payer="nav_kontor")),
    ("actor_without_account", "measure", lambda: _measure(provider="nav_kontor")),
    ("legal_basis", "flow", lambda: _flow(legal_basis=NO_BASIS)),
    ("flow_amount", "neither", lambda: _flow(amount=None)),
    ("flow_amount", "both", lambda: _flow(volume="lonn", unit_cost="bup_maned")),
    ("flow_amount", "no unit cost", lambda: _flow(SERVICE, unit_cost=None, amount=None)),
    ("flow_amount", "no volume", lambda: _flow(unit_cost="bup_maned", amount=None)),
    ("rule_unknown", "amount", lambda: _flow(amount="barnetrygdd")),
    ("rule_unknown", "volume", lambda: _flow(SERVICE, volume="barnetrygdd")),
    ("unit_cost_unknown", "flow", lambda: _flow(SERVICE, unit_cost="ingen")),
    ("flow_cashable", "", lambda: _flow(SERVICE, cashable=None)),
    ("flow_kind", "service paid to a household", lambda: _flow(SERVICE, payee="husstand")),
    ("flow_kind", "transfer to resources", lambda: _flow(payee="ressurser")),
    ("flow_kind", "production", lambda: _flow(kind="production")),
    ("flow_share", "", lambda: _flow(share=1.5)),
    ("budget_missing", "", lambda: _flow(budget=None)),
    ("dates_order", "flow", lambda: _flow(from_=LATE, to=EARLY)),
    ("actor_unknown", "holder", lambda: _duty(holder="ingen")),
    ("actor_unknown", "decides", lambda: _duty(decides="ingen")),
    ("actor_unknown", "appeal", lambda: _duty(appeal="ingen")),
    ("actor_unknown", "supervisor", lambda: _duty(supervisor="ingen")),
    ("rule_unknown", "trigger", lambda: _duty(trigger="ingen")),
    ("legal_basis", "duty", lambda: _duty(legal_basis=NO_BASIS)),
    ("open_norm_unknown", "", lambda: _duty(open_norms=("lonn",))),
    ("flow_unknown", "", lambda: _duty(cost="ingen")),
    ("dates_order", "duty", lambda: _duty(from_=LATE, to=EARLY)),
    ("actor_idle", "", lambda: checks.check_actors(RECORDS.actors, {}, {})),
    (
        "actor_unknown",
        "budget-holder",
        lambda: checks.check_actors(
            {"a": msgspec.structs.replace(RECORDS.actors["husstand"], holder="b")}, {}, {}
        ),
    ),
    ("uncoded_missing", "", lambda: checks.check_uncoded(VARIABLES, [])),
    (
        "unit_cost_source",
        "unit cost",
        lambda: _unit_cost(
            source=msgspec.structs.replace(RECORDS.unit_costs["bup_maned"].source, href="")
        ),
    ),
    ("unit_cost_price_year", "", lambda: _unit_cost(price_year=2027)),
    ("transition_source", "no source", lambda: _life_course(confidence="derived", source=None)),
    ("unit_cost_unknown", "measure", lambda: _measure_cost(unit_cost="ingen")),
    ("actor_unknown", "measure", lambda: _measure_cost(payer="ingen")),
    ("legal_basis", "measure", lambda: _measure_cost(legal_basis=NO_BASIS)),
    ("effect_unknown", "", lambda: _measure(effects=("ingen",))),
    ("state_unknown", "", lambda: _measure(states=("ingen",))),
    ("descriptive_effect", "", lambda: _effect(use="effect")),
    ("measure_unknown", "effect", lambda: _effect(measure="ingen")),
    ("unit_cost_source", "count", lambda: _post_count(source=Source("SSB"))),
    ("reason_missing", "count", lambda: _post_count(confidence="derived", note=None)),
    ("flow_unknown", "count", lambda: _post_count(post=(844, "70"))),
    ("flow_unknown", "no flow on the post", lambda: _post_count(post=(1, "01"))),
    ("defined_twice", "count", lambda: _post_count(again=2)),
    ("measure_unknown", "effect duty", lambda: _reform(_changed_duty(measures=("ingen",)))),
    ("rule_unknown", "effect duty", lambda: _reform(_changed_duty(triggers=("ingen",)))),
    ("effect_duty_silent", "", lambda: _reform(_changed_duty(remedy=None))),
    (
        "compensated_in_full",
        "",
        lambda: _reform(replace(_effect_duty_reform(), blocks=())),
    ),
    ("flow_same_actor", "reform", lambda: _reform_regime(payer="husstand", payee="husstand")),
    ("parameter_unread", "", lambda: _use()),
    ("rule_unused", "", lambda: _use(flows={}, duties={})),
    ("input_unread", "", lambda: _use()),
    (
        "unreadable",
        "case",
        lambda: checks.check_cases({"ingen": Path(__file__).with_name("ingen.yaml")}),
    ),
]


@pytest.mark.parametrize(
    ("name", "plant"),
    [pytest.param(name, plant, id=f"{name}-{what}") for name, what, plant in FAULTS],
)
def test_a_planted_fault_is_found(name: str, plant: Plant) -> None:
    assert name in {finding.check for finding in plant()}


def test_every_check_has_a_planted_fault() -> None:
    assert {name for name, _, _ in FAULTS} == set(CHECKS)


@pytest.mark.parametrize(
    "plant",
    [
        pytest.param(_parameter, id="parameter"),
        pytest.param(lambda: _declared(_rule()), id="rule"),
        pytest.param(lambda: _declared(_input()), id="input"),
        pytest.param(lambda: _norm(0), id="open norm"),
        pytest.param(_flow, id="flow"),
        pytest.param(lambda: _flow(SERVICE), id="service"),
        pytest.param(_duty, id="duty"),
        pytest.param(_unit_cost, id="unit cost"),
        pytest.param(_measure, id="measure"),
        pytest.param(_post_count, id="count of a post"),
        pytest.param(_effect, id="effect"),
        pytest.param(_life_course, id="transition"),
        pytest.param(lambda: _reads(Reads()), id="reads"),
        pytest.param(lambda: _source("12 * person('lonn', period)"), id="source"),
        pytest.param(lambda: checks.check_sources({"a.py": ONE}), id="one module"),
    ],
)
def test_what_is_whole_has_no_finding(plant: Plant) -> None:
    """The other side: each planted fault above starts from this."""
    assert list(plant()) == []


def test_the_shipped_law_has_no_error() -> None:
    errors = [finding for finding in check() if finding.level == "error"]
    assert errors == []


def test_findings_come_in_the_order_of_files() -> None:
    found = check()
    assert found == sorted(set(found))


def test_a_finding_says_what_is_broken_in_both_languages() -> None:
    finding = Finding("rules/a.yaml", "en_flyt", "actor_unknown", "stat.ingen")
    assert finding.message("nb") == "aktøren er ikke erklært: stat.ingen"
    assert finding.message("en") == "the actor is not declared: stat.ingen"


def test_a_finding_of_a_reform_names_its_file() -> None:
    found = _reform_regime(payer="husstand", payee="husstand")
    assert {finding.file for finding in found} == {"reforms/ny/reform.yaml"}


def test_a_parameter_defined_in_two_files_is_found(tmp_path: Path) -> None:
    text = "sats:\n  values:\n    '2025-01-01':\n      value: 1\n"
    one, other = tmp_path / "b.yaml", tmp_path / "index.yaml"
    one.write_text(text, encoding="utf-8")
    other.write_text(f"b:\n  {text.replace(chr(10), chr(10) + '  ')}", encoding="utf-8")
    found = list(checks.check_parameter_files({"a.b": one, "a": other}))
    assert [(finding.name, finding.check) for finding in found] == [("a.b.sats", "defined_twice")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sats:\n  values: {}\nsats:\n  values: {}\n", "a.sats"),
        (
            "sats:\n  values:\n    '2025-01-01': 1\n    '2025-01-01': 2\n",
            "a.sats.values.2025-01-01",
        ),
    ],
)
def test_a_name_given_twice_in_a_parameter_file_is_found(
    tmp_path: Path, text: str, name: str
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text, encoding="utf-8")
    found = list(checks.check_parameter_files({"a": file}))
    assert [(finding.name, finding.check) for finding in found] == [(name, "defined_twice")]


def test_a_broken_parameter_file_is_found(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("sats: [", encoding="utf-8")
    assert [one.check for one in checks.check_parameter_files({"a": file})] == ["unreadable"]


def test_an_anchor_is_no_second_definition(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("b: {values: {}, metadata: &m {unit: kr}}\nc: {values: {}, metadata: *m}\n")
    assert list(checks.check_parameter_files({"a": file})) == []


def test_law_that_cannot_be_read_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    from effektlov.errors import LawError

    def broken() -> Regime:
        raise LawError("flow 'a' is defined twice", file="rules/b/flows.yaml")

    monkeypatch.setattr(checks, "law_in_force", broken)
    assert [(one.file, one.check) for one in check()] == [("flows.yaml", "unreadable")]


@pytest.mark.parametrize(
    "plant",
    [
        pytest.param(lambda: _flow(SERVICE, payer="stat.ingen"), id="flow"),
        pytest.param(lambda: _duty(holder="ingen"), id="duty"),
        pytest.param(lambda: _unit_cost(reason=None), id="unit cost"),
        pytest.param(lambda: _reads(Reads(backwards=frozenset({"last_year"}))), id="rule"),
        pytest.param(lambda: _measure(effects=("ingen",)), id="measure"),
        pytest.param(lambda: _effect(use="effect"), id="effect"),
        pytest.param(check, id="all"),
    ],
)
def test_the_file_of_a_finding_stands_in_the_package(plant: Plant) -> None:
    files = {finding.file for finding in plant()}
    assert files
    assert all((PACKAGE / file).is_file() for file in files)


def test_what_is_used_is_not_reported_and_what_is_not_is() -> None:
    name = "barnetrygd_ordinaer"
    path = "familie.barnetrygd.ordinaer"
    assert name in {flow.amount for flow in FLOWS.values()}
    lone = {one: replace(found, variables=frozenset()) for one, found in DIRECT.items()}
    whole, without = (
        {finding.name for finding in _use(reads, flows=flows)}
        for reads, flows in ((lone, FLOWS), ({}, {}))
    )
    assert {name, path} & whole == set()
    assert {name, path} <= without


def _silent(**fields: Any) -> Reform:
    label = Label(nb="Mål", en="Goal")
    duty = EffectDuty(
        id="ny",
        label=label,
        goal=label,
        indicator="i",
        holders=("kommune",),
        triggers=("lonn",),
        measures=(),
        **fields,
    )
    return replace(_effect_duty_reform(), blocks=(Block(effect_duty=duty),))


def test_an_effect_duty_that_says_nothing_lacks_everything() -> None:
    assert missing_in_effect_duty(_silent()) == [
        "owes",
        "individual_right",
        "consent",
        "decides",
        "deadline",
        "appeal",
        "supervisor",
        "remedy",
    ]


def test_no_right_and_no_consent_are_answers() -> None:
    missing = missing_in_effect_duty(_silent(individual_right=False, consent=False))
    assert "individual_right" not in missing
    assert "consent" not in missing


def test_the_shipped_effect_duty_gives_no_appeal() -> None:
    assert missing_in_effect_duty(_effect_duty_reform()) == ["appeal"]


def test_a_reform_without_an_effect_duty_lacks_nothing() -> None:
    assert missing_in_effect_duty(find_reforms(["ettervern_refusjon_25"])[0]) == []


def test_a_measure_record_is_walked_for_labels() -> None:
    broken: Measure = msgspec.structs.replace(measures()["los"], for_whom=Label(nb="Unge", en=""))
    found = list(checks.check_labels("evidence/measures.yaml", "los", broken))
    assert [finding.check for finding in found] == ["label_missing"]
