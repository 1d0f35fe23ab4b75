"""The data checks: what every parameter, rule, flow, duty and reform must say, and what is wrong.

Each check is a function over data that is already read, so that a planted fault can be tested.
A check says which rule is broken, where; `check` runs them all over the law that is shipped.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import msgspec
from openfisca_core.errors import ParameterParsingError, VariableNameConflictError
from openfisca_core.indexed_enums import Enum
from openfisca_core.parameters import Parameter, ParameterNode, ParameterScale

from effektlov.case import shipped_cases
from effektlov.check_evidence import (
    check_effects,
    check_life_course,
    check_measures,
    check_post_counts,
    check_unit_costs,
)
from effektlov.check_list import (
    CHECKS,
    Check,
    Finding,
    check_labels,
    file_of_variable,
    is_basis,
    is_section,
    is_source,
    relative_path,
)
from effektlov.check_source import check_parameter_files, check_reads, check_source, check_sources
from effektlov.errors import EffektlovError
from effektlov.law import (
    PACKAGE,
    Actor,
    Confidence,
    Duty,
    Flow,
    Label,
    Records,
)
from effektlov.measures import Measure, measures
from effektlov.post_checks import post_counts
from effektlov.reach import Reads
from effektlov.reform import Reform, apply_reforms, find_reforms, shipped_reforms
from effektlov.regime import Regime, law_in_force
from effektlov.rules import ROOT
from effektlov.rules.rule import RuleInfo, info
from effektlov.session import open_case
from effektlov.words import words

__all__ = [
    "CHECKS",
    "Check",
    "Finding",
    "check",
    "check_actors",
    "check_cases",
    "check_duties",
    "check_effects",
    "check_flows",
    "check_labels",
    "check_law",
    "check_life_course",
    "check_measures",
    "check_parameter_files",
    "check_parameters",
    "check_post_counts",
    "check_reads",
    "check_reform",
    "check_reform_regime",
    "check_rules",
    "check_source",
    "check_sources",
    "check_standing_duties",
    "check_uncoded",
    "check_unit_costs",
    "check_use",
    "check_words",
    "missing_in_effect_duty",
]

_CONFIDENCES = get_args(Confidence)


_DUTY_FIELDS = (
    "owes",
    "individual_right",
    "consent",
    "decides",
    "deadline",
    "appeal",
    "supervisor",
    "remedy",
)


_OF_REFORM = "reforms"


_RESOURCES = "ressurser"


def check() -> list[Finding]:
    """Everything wrong with the law, evidence, reforms and cases of the package, by file."""
    found = [
        *check_sources(_sources()),
        *check_parameter_files(_parameter_files()),
        *check_words(words()),
    ]
    try:
        base = law_in_force()
    except (EffektlovError, ParameterParsingError, VariableNameConflictError) as error:
        file = str(getattr(error, "file", None) or "rules")
        return sorted({*found, Finding(file, file, "unreadable", str(error))})
    found += [
        *check_law(base),
        *check_uncoded(base.system.variables, base.records.uncoded),
        *_check_evidence(base),
        *check_cases(shipped_cases()),
    ]
    reads: dict[str, Reads] = dict(base.reach.direct)
    known = set(base.system.variables)
    for name, path in shipped_reforms().items():
        file = relative_path(path)
        try:
            reform = find_reforms([name])[0]
            undone = find_reforms([f"{name}:reversed"]) if reform.already_in_force else []
            changed = [apply_reforms(base, [one]) for one in (reform, *undone)]
        except (EffektlovError, ParameterParsingError) as error:
            found.append(Finding(file, name, "unreadable", str(error)))
            continue
        found += check_reform(reform, file, changed[0], measures())
        for regime in changed:
            found += check_reform_regime(base, regime, file)
            reads |= regime.reach.direct
            known |= set(regime.system.variables)
    for file, text in _sources().items():
        found += check_source(file, text, known)
    found += check_use(base, reads, _engine_text())
    return sorted(set(found))


def check_law(regime: Regime) -> list[Finding]:
    """The checks of a regime by itself: parameters, rules, reads, flows, duties and records."""
    records, variables = regime.records, regime.system.variables
    return [
        *check_parameters(regime.system.parameters),
        *check_rules(variables, records.actors),
        *check_reads(regime.reach.direct, variables, regime.system.parameters),
        *check_flows(regime.flows, records, variables),
        *check_duties(regime.duties, records, variables),
        *check_standing_duties(records),
        *check_unit_costs(records.unit_costs, records.files, _year_of(regime)),
        *(
            finding
            for kind, group in _groups(records)
            for name, record in group.items()
            for finding in check_labels(_file(records, kind, name), name, record)
        ),
    ]


def check_parameters(tree: ParameterNode) -> Iterator[Finding]:
    """Unit, reference, confidence, date and texts of every parameter; texts of every branch that
    stands in a file."""
    for node in _nodes(tree):
        file, metadata = relative_path(node.file_path), node.metadata or {}
        if isinstance(node, ParameterNode) and not file.endswith(".yaml"):
            continue
        label = Label(nb=str(node.description or ""), en=str(metadata.get("en") or ""))
        yield from check_labels(file, node.name, label)
        if isinstance(node, ParameterNode):
            continue
        if not metadata.get("unit"):
            yield Finding(file, node.name, "parameter_unit")
        references = metadata.get("reference") or ()
        if not references or not all(_is_reference(one) for one in references):
            yield Finding(file, node.name, "parameter_reference")
        values = list(_values(node))
        stated = {str(metadata.get("confidence"))}
        stated |= {str(own["confidence"]) for own in map(_own, values) if "confidence" in own}
        for confidence in sorted(stated - set(_CONFIDENCES)):
            yield Finding(file, node.name, "parameter_confidence", confidence)
        explained = metadata.get("reason") or any("reason" in _own(value) for value in values)
        if stated & set(_CONFIDENCES) - {"official"} and not explained:
            yield Finding(file, node.name, "reason_missing", ", ".join(sorted(stated)))
        checked = _date(metadata.get("last_checked"))
        if checked is None:
            yield Finding(file, node.name, "parameter_last_checked")
        elif "last_value_still_valid_on" not in metadata:
            years = {int(value.instant_str[:4]) for value in values}
            if {checked.year, checked.year - 1} <= years:
                yield Finding(file, node.name, "parameter_not_carried")


def check_rules(variables: Mapping[str, Any], actors: Mapping[str, Actor]) -> Iterator[Finding]:
    """§ of every rule, unit of every input, texts of both, and the bounds of open norms."""
    for name, variable in variables.items():
        declared, file = info(variable), file_of_variable(variable)
        label = Label(nb=declared.nb, en=declared.en)
        yield from check_labels(file, name, label)
        if name in (label.nb, label.en):
            yield Finding(file, name, "label_is_name")
        if declared.kind == "rule" and not is_section(declared.section, declared.href):
            yield Finding(file, name, "rule_section", f"{declared.section} {declared.href}".strip())
        if declared.kind == "input" and not declared.unit:
            yield Finding(file, name, "input_unit")
        if declared.confidence != "official" and not declared.reason:
            yield Finding(file, name, "reason_missing", declared.confidence)
        yield from _open_norm(file, name, declared, variable)
        if declared.open_norm is not None and declared.open_norm.decides not in actors:
            yield Finding(file, name, "actor_unknown", declared.open_norm.decides)


def _open_norm(file: str, name: str, declared: RuleInfo, variable: Any) -> Iterator[Finding]:
    norm = declared.open_norm
    if norm is None:
        return
    yield from check_labels(file, name, Label(nb=norm.nb, en=norm.en))
    bounds = sorted((float(norm.least), float(norm.most)))
    if not bounds[0] <= float(norm.usual) <= bounds[1]:
        yield Finding(file, name, "open_norm_bounds")
    default = variable.default_value
    if variable.value_type is Enum or float(default) != float(norm.usual):
        yield Finding(file, name, "open_norm_default", str(default))


def check_flows(
    flows: Mapping[str, Flow], records: Records, variables: Mapping[str, Any]
) -> Iterator[Finding]:
    """One payer, one payee, a legal basis, one way to find the kroner, and a budget line."""
    for name, flow in flows.items():
        file = _file(records, "flow", name)

        def broken(check: str, detail: str = "", at: tuple[str, str] = (file, name)) -> Finding:
            return Finding(*at, check, detail)

        for actor in (flow.payer, flow.payee):
            if actor not in records.actors:
                yield broken("actor_unknown", actor)
            elif records.actors[actor].body:
                yield broken("actor_without_account", actor)
        if flow.payer == flow.payee:
            yield broken("flow_same_actor", flow.payer)
        if not is_basis(flow.legal_basis):
            yield broken("legal_basis", str(flow.legal_basis))
        counted = flow.volume is not None and flow.unit_cost is not None
        stated = (flow.amount, flow.volume, flow.unit_cost)
        if (flow.amount is not None) == counted or stated.count(None) == 0:
            yield broken("flow_amount")
        for rule in (flow.amount, flow.volume):
            if rule is not None and rule not in variables:
                yield broken("rule_unknown", rule)
        if flow.unit_cost is not None and flow.unit_cost not in records.unit_costs:
            yield broken("unit_cost_unknown", flow.unit_cost)
        if flow.payee == _RESOURCES and flow.cashable is None:
            yield broken("flow_cashable")
        if not _kind_fits(flow):
            yield broken("flow_kind", f"{flow.kind}: {flow.payer} → {flow.payee}")
        if not 0 < flow.share <= 1:
            yield broken("flow_share", str(flow.share))
        payer = records.actors.get(flow.payer)
        if payer is not None and payer.public and not str(flow.budget or ""):
            yield broken("budget_missing", flow.payer)
        if not _ordered(flow.from_, flow.to):
            yield broken("dates_order", f"{flow.from_} – {flow.to}")


def _kind_fits(flow: Flow) -> bool:
    """Services use up resources; production comes from them to the employer; nothing else does."""
    if flow.kind == "production":
        return flow.payer == _RESOURCES and flow.payee == "arbeidsgiver"
    return flow.payer != _RESOURCES and (flow.kind == "service_cost") == (flow.payee == _RESOURCES)


def check_duties(
    duties: Mapping[str, Duty], records: Records, variables: Mapping[str, Any]
) -> Iterator[Finding]:
    """A declared holder, an existing trigger, a legal basis, known norms and ordered dates."""
    norms = {name for name, variable in variables.items() if info(variable).open_norm is not None}
    for name, duty in duties.items():
        file = _file(records, "duty", name)
        for actor in (duty.holder, duty.decides, duty.appeal, duty.supervisor):
            if actor is not None and actor not in records.actors:
                yield Finding(file, name, "actor_unknown", actor)
        if duty.trigger not in variables:
            yield Finding(file, name, "rule_unknown", duty.trigger)
        if duty.cost is not None and duty.cost not in records.flows:
            yield Finding(file, name, "flow_unknown", duty.cost)
        if not is_basis(duty.legal_basis):
            yield Finding(file, name, "legal_basis", str(duty.legal_basis))
        for norm in duty.open_norms:
            if norm not in norms:
                yield Finding(file, name, "open_norm_unknown", norm)
        if not _ordered(duty.from_, duty.to):
            yield Finding(file, name, "dates_order", f"{duty.from_} – {duty.to}")


def check_standing_duties(records: Records) -> Iterator[Finding]:
    """A declared holder, a legal basis and ordered dates."""
    for name, duty in records.standing.items():
        file = _file(records, "standing duty", name)
        for actor in (duty.holder, duty.supervisor):
            if actor is not None and actor not in records.actors:
                yield Finding(file, name, "actor_unknown", actor)
        if not is_basis(duty.legal_basis):
            yield Finding(file, name, "legal_basis", str(duty.legal_basis))
        if not _ordered(duty.from_, duty.to):
            yield Finding(file, name, "dates_order", f"{duty.from_} – {duty.to}")


def check_actors(
    actors: Mapping[str, Actor],
    flows: Mapping[str, Flow],
    duties: Mapping[str, Duty],
    others: Iterable[str] = (),
) -> Iterator[Finding]:
    """Every budget-holder is declared; an actor without flow or duty is idle.

    Args:
        actors: those declared.
        flows: whose payers and payees count.
        duties: whose holders, deciders, appeal bodies and supervisors count.
        others: named elsewhere, such as by measures and open norms.
    """
    named = {*others, *(actor for flow in flows.values() for actor in (flow.payer, flow.payee))}
    for duty in duties.values():
        named |= {duty.holder, duty.decides, duty.appeal or "", duty.supervisor or ""}
    named |= {actor.holder or "" for name, actor in actors.items() if name in named}
    for name, actor in actors.items():
        if actor.holder is not None and actor.holder not in actors:
            yield Finding("rules/actors.yaml", name, "actor_unknown", actor.holder)
        if name not in named:
            yield Finding("rules/actors.yaml", name, "actor_idle")


def check_uncoded(variables: Mapping[str, Any], uncoded: Iterable[str]) -> Iterator[Finding]:
    """Every act with rules says which of its sections are not encoded."""
    listed = list(uncoded)
    seen: set[str] = set()
    for variable in variables.values():
        declared = info(variable)
        for act in _acts(declared.section) if declared.kind == "rule" else ():
            known = any(one == act or one.startswith(f"{act} ") for one in listed)
            if act not in seen and not known:
                yield Finding(file_of_variable(variable), act, "uncoded_missing")
            seen.add(act)


def _acts(section: str) -> list[str]:
    """The acts that a section names: whatever stands before a § or a chapter."""
    found = re.match(r"(.+?) (?:§|kapittel|kap\.)", section)
    return [found[1]] if found else []


def _check_evidence(base: Regime) -> Iterator[Finding]:
    variables, evidence = base.system.variables, base.law.evidence
    model, known, effects = evidence["life_course"], evidence["measures"], evidence["effects"]
    yield from check_life_course(model, variables)
    yield from check_measures(known, base.records, variables, effects, model.states)
    yield from check_effects(effects, known)
    yield from check_post_counts(post_counts(), base.flows)
    norms = (info(variable).open_norm for variable in variables.values())
    named = {norm.decides for norm in norms if norm is not None}
    for measure in known.values():
        named |= {measure.provider, *(cost.payer for cost in measure.costs)}
    yield from check_actors(base.records.actors, base.flows, base.duties, named)


def check_cases(cases: Mapping[str, Path]) -> Iterator[Finding]:
    """Every case reads."""
    for name, path in cases.items():
        try:
            case = open_case(str(path))
        except EffektlovError as error:
            yield Finding(relative_path(path), name, "unreadable", str(error))
        else:
            yield from check_labels(relative_path(path), name, case)


def check_reform(
    reform: Reform, file: str, regime: Regime, known: Mapping[str, Measure]
) -> Iterator[Finding]:
    """What a reform names exists; what its effect duty is silent about; who compensates."""
    parts = (reform.title, reform.legal_effect, reform.legal_basis, *reform.blocks)
    for part in parts:
        yield from check_labels(file, reform.id, part)
    for block in reform.blocks:
        named: tuple[str, ...] = ()
        if block.effect_duty is not None:
            named = block.effect_duty.measures
            for trigger in block.effect_duty.triggers:
                if trigger not in regime.system.variables:
                    yield Finding(file, reform.id, "rule_unknown", trigger)
        elif block.joint_fund is not None:
            named = block.joint_fund.pays
        for measure in named:
            if measure not in known:
                yield Finding(file, reform.id, "measure_unknown", measure)
    for field in missing_in_effect_duty(reform):
        yield Finding(file, reform.id, "effect_duty_silent", field)
    if reform.block("frame_transfer") is None:
        yield Finding(file, reform.id, "compensated_in_full")


def check_reform_regime(base: Regime, regime: Regime, file: str) -> list[Finding]:
    """What a reform's own parameters, rules, flows and duties break, beyond the law itself."""
    return [
        msgspec.structs.replace(finding, file=file) if finding.file == _OF_REFORM else finding
        for finding in sorted(set(check_law(regime)) - set(check_law(base)))
    ]


def missing_in_effect_duty(reform: Reform) -> list[str]:
    """The fields that a reform's effect duties leave empty: no law provides them."""
    duties = [block.effect_duty for block in reform.blocks if block.effect_duty is not None]
    return [name for name in _DUTY_FIELDS if any(getattr(duty, name) is None for duty in duties)]


def check_use(base: Regime, reads: Mapping[str, Reads], engine: str) -> Iterator[Finding]:
    """Parameters and inputs that no rule reads; rules that nothing uses.

    Args:
        base: the law.
        reads: what each rule reads, those of the reforms included.
        engine: the engine's own source, which names a few rules and parameters.
    """
    paths = {path for found in reads.values() for path in found.parameters}
    for node in _nodes(base.system.parameters):
        if isinstance(node, ParameterNode) or node.name in engine:
            continue
        parents = [node.name.rsplit(".", count)[0] for count in range(node.name.count(".") + 1)]
        if not paths & {node.name, *parents}:
            yield Finding(relative_path(node.file_path), node.name, "parameter_unread")
    used = {other for name, found in reads.items() for other in found.variables - {name}}
    for flow in base.flows.values():
        used |= {flow.amount or "", flow.volume or ""}
    for duty in base.duties.values():
        used |= {duty.trigger, *duty.open_norms}
    for line in base.records.block_grant.values():
        columns = (line.this_kommune_alone, line.all_alike, line.after_next_budget)
        used |= {column or "" for column in columns}
    for name, variable in base.system.variables.items():
        if name not in used and f'"{name}"' not in engine:
            unused = "input_unread" if info(variable).kind == "input" else "rule_unused"
            yield Finding(file_of_variable(variable), name, unused)


def check_words(known: Mapping[str, tuple[str, str]]) -> Iterator[Finding]:
    """Every word of the output in both languages."""
    for name, (nb, en) in known.items():
        yield from check_labels("words.py", name, Label(nb=nb, en=en))


def _groups(records: Records) -> list[tuple[str, Mapping[str, Any]]]:
    return [
        ("actor", records.actors),
        ("flow", records.flows),
        ("duty", records.duties),
        ("unit cost", records.unit_costs),
        ("act", records.uncoded),
        ("block grant line", records.block_grant),
    ]


def _file(records: Records, kind: str, name: str) -> str:
    """The file of a record; one that is in no file of the law is a reform's."""
    return records.files.get(f"{kind}:{name}", _OF_REFORM)


def _nodes(tree: ParameterNode) -> Iterator[Any]:
    """Every node under the root; a scale is one parameter."""
    for child in tree.children.values():
        yield child
        if isinstance(child, ParameterNode):
            yield from _nodes(child)


def _values(node: Parameter | ParameterScale) -> Iterator[Any]:
    """Every dated value of a parameter, or of the brackets of a scale."""
    if isinstance(node, Parameter):
        yield from node.values_list
    else:
        for bracket in node.brackets:
            for child in bracket.children.values():
                yield from child.values_list


def _own(value: Any) -> dict[str, Any]:
    return getattr(value, "metadata", None) or {}


def _is_reference(reference: Any) -> bool:
    return (
        isinstance(reference, dict)
        and bool(reference.get("title"))
        and is_source(str(reference.get("href", "")))
    )


def _ordered(start: datetime.date | None, end: datetime.date | None) -> bool:
    return start is None or end is None or start <= end


def _date(text: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(text))
    except ValueError:
        return None


def _year_of(regime: Regime) -> int:
    """The year in which a parameter was last checked: never today."""
    nodes = _nodes(regime.system.parameters)
    dates = (_date((node.metadata or {}).get("last_checked")) for node in nodes)
    return max((date.year for date in dates if date is not None), default=0)


def _sources() -> dict[str, str]:
    """The modules of the sectors and the reforms, by file."""
    paths = [*sorted(ROOT.glob("*/*.py")), *sorted((PACKAGE / "reforms").glob("*/*.py"))]
    return {relative_path(path): path.read_text(encoding="utf-8") for path in paths}


def _parameter_files() -> dict[str, Path]:
    """The parameter files by their place in the tree, those of reforms under the reform."""
    root = PACKAGE / "parameters"
    found = {}
    for path in sorted(root.rglob("*.yaml")):
        place = path.relative_to(root).with_suffix("")
        found[".".join(place.parts)] = path
    for path in sorted((PACKAGE / "reforms").glob("*/parameters.yaml")):
        found[path.parent.name] = path
    return found


def _engine_text() -> str:
    """The engine's own modules, without this one."""
    paths = (path for path in sorted(PACKAGE.glob("*.py")) if path.name != "check.py")
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)
