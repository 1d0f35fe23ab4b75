"""Look up anything in the law by its id: a rule, parameter, duty, flow, actor, unit cost, act."""

from collections.abc import Iterable
from typing import Any

import msgspec

from effektlov.errors import UnknownNameError
from effektlov.given import date_of
from effektlov.law import Label
from effektlov.system import Law, load_law

__all__ = ["KINDS", "Entry", "Rate", "Value", "names_of", "rates", "show"]

KINDS = (
    "rule",
    "input",
    "parameter",
    "flow",
    "duty",
    "standing_duty",
    "actor",
    "unit_cost",
    "act",
)


class Value(msgspec.Struct, frozen=True):
    """A value from a date on; a bracket says which of a scale's it is."""

    start: str
    value: float | bool | str | None
    bracket: str = ""
    confidence: str = ""


class Entry(msgspec.Struct, frozen=True):
    """What the law says of one id.

    `fields` are the facts of its kind, as text; `section` and `href` the legal basis.
    """

    id: str
    kind: str
    label: Label
    section: str
    href: str
    unit: str = ""
    text: str = ""
    fields: dict[str, str] = {}
    values: tuple[Value, ...] = ()
    reads: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    read_by: tuple[str, ...] = ()
    uncoded: tuple[tuple[str, Label], ...] = ()
    file: str = ""


class Rate(msgspec.Struct, frozen=True):
    """The value of a parameter on a date, since when, and to which date it is known."""

    name: str
    label: Label
    value: float | bool | str
    since: str
    unit: str
    section: str
    confidence: str
    bracket: str = ""
    known_to: str = ""


def rates(text: str) -> list[Rate]:
    """The rate sheet of a date: every parameter with a value then, in order of name.

    Args:
        text: a date such as 2025-07-01.

    Raises:
        UnknownNameError: it is no date.
    """
    date = date_of(text)
    if date is None:
        raise UnknownNameError(
            f"'{text}' is no date", field="--date", allowed=["a date such as 2025-07-01"]
        )
    law = load_law()
    found = []
    for name in sorted(law.changes.leaves):
        entry = _parameter(law, name)
        latest: dict[str, Value] = {}
        for value in entry.values if entry else ():
            if value.start <= date.isoformat():
                latest[value.bracket] = value
        for value in latest.values():
            if entry is not None and value.value is not None:
                found.append(
                    Rate(
                        name=name,
                        label=entry.label,
                        value=value.value,
                        since=value.start,
                        unit=entry.unit,
                        section=entry.section,
                        confidence=value.confidence or entry.fields.get("confidence", ""),
                        bracket=value.bracket,
                        known_to=entry.fields.get("last_value_still_valid_on", ""),
                    )
                )
    return found


def names_of(kind: str) -> list[str]:
    """Every id of a kind, in order."""
    law = load_law()
    records = law.records
    by_kind: dict[str, Iterable[str]] = {
        "rule": (n for n, v in law.system.variables.items() if type(v).__rule__.kind == "rule"),
        "input": (n for n, v in law.system.variables.items() if type(v).__rule__.kind == "input"),
        "parameter": law.changes.leaves,
        "flow": records.flows,
        "duty": records.duties,
        "standing_duty": records.standing,
        "actor": records.actors,
        "unit_cost": records.unit_costs,
        "act": records.uncoded,
    }
    return sorted(by_kind[kind])


def show(name: str) -> list[Entry]:
    """Every entry with this id: a rule and a flow may share one.

    Raises:
        UnknownNameError: nothing has it.
    """
    law = load_law()
    makers = (_variable, _parameter, _flow, _duty, _standing_duty, _actor, _unit_cost, _act)
    found = [entry for make in makers for entry in [make(law, name)] if entry is not None]
    if not found:
        known = [other for kind in KINDS for other in names_of(kind)]
        raise UnknownNameError(
            f"nothing in the law is called '{name}'", allowed=_close(name, known), got=name
        )
    return found


def _close(name: str, known: list[str]) -> list[str]:
    import difflib

    return difflib.get_close_matches(name, known, n=5, cutoff=0.4) or ["effektlov law list rule"]


def _variable(law: Law, name: str) -> Entry | None:
    variable = law.system.variables.get(name)
    if variable is None:
        return None
    declared = type(variable).__rule__
    fields = {
        "entity": variable.entity.key,
        "period": str(variable.definition_period),
        "type": variable.value_type.__name__,
        "confidence": declared.confidence,
    }
    if declared.reason:
        fields["reason"] = declared.reason
    if declared.kind == "input":
        default = variable.default_value
        fields["default"] = getattr(default, "name", str(default))
    if getattr(variable, "possible_values", None):
        fields["values"] = ", ".join(item.name for item in variable.possible_values)
    norm = declared.open_norm
    if norm is not None:
        fields |= {
            "open_norm": f"{norm.least} / {norm.usual} / {norm.most}",
            "decides": norm.decides,
            "open_norm_nb": norm.nb,
            "open_norm_en": norm.en,
        }
    formulas = variable.formulas or {}
    if len(formulas) > 1:
        fields["formulas_from"] = ", ".join(formulas)
    direct = law.reach.direct[name]
    return Entry(
        id=name,
        kind=declared.kind,
        label=Label(nb=declared.nb, en=declared.en),
        section=declared.section,
        href=declared.href,
        unit=declared.unit,
        text=" ".join((type(variable).__doc__ or "").split()) if declared.kind == "rule" else "",
        fields=fields,
        reads=tuple(sorted(direct.variables)),
        parameters=tuple(sorted(direct.parameters)),
        read_by=tuple(
            sorted(other for other, reads in law.reach.direct.items() if name in reads.variables)
        ),
        file=type(variable).__module__.removeprefix("effektlov.").replace(".", "/") + ".py",
    )


def _parameter(law: Law, name: str) -> Entry | None:
    if name not in law.changes.leaves:
        return None
    node = law.system.parameters
    for part in name.split("."):
        node = node.children[part]
    metadata: dict[str, Any] = node.metadata
    fields = {
        key: str(metadata[key])
        for key in ("confidence", "last_checked", "last_value_still_valid_on", "reason")
        if metadata.get(key)
    }
    sources = metadata.get("reference", [])
    for number, source in enumerate(sources, start=1):
        fields[f"source_{number}"] = f"{source.get('title', '')} {source.get('href', '')}".strip()
    return Entry(
        id=name,
        kind="parameter",
        label=Label(nb=str(node.description), en=str(metadata.get("en", ""))),
        section=str(metadata.get("law", "")),
        href=str(sources[0].get("href", "")) if sources else "",
        unit=str(metadata.get("unit", "")),
        fields=fields,
        values=tuple(_values(node)),
        read_by=tuple(
            sorted(
                rule
                for rule, reads in law.reach.direct.items()
                if any(name == path or name.startswith(f"{path}.") for path in reads.parameters)
            )
        ),
    )


def _values(node: Any) -> Iterable[Value]:
    if hasattr(node, "values_list"):
        for value in reversed(node.values_list):
            own = (getattr(value, "metadata", None) or {}).get("confidence", "")
            yield Value(value.instant_str, value.value, confidence=str(own))
        return
    for number, bracket in enumerate(node.brackets, start=1):
        for part, child in bracket.children.items():
            for value in reversed(child.values_list):
                yield Value(value.instant_str, value.value, bracket=f"{number} {part}")


def _flow(law: Law, name: str) -> Entry | None:
    flow = law.records.flows.get(name)
    if flow is None:
        return None
    fields = {
        "kind": flow.kind,
        "payer": flow.payer,
        "payee": flow.payee,
        "amount": flow.amount or f"{flow.volume} x {flow.unit_cost}",
        "budget": str(flow.budget or ""),
        "cashable": flow.cashable or "",
        "lag_years": str(flow.lag_years),
        "from": str(flow.from_ or ""),
        "to": str(flow.to or ""),
    }
    basis = flow.legal_basis
    return Entry(
        id=name,
        kind="flow",
        label=flow.label,
        section=str(basis),
        href=basis.href,
        unit="kr",
        fields={key: value for key, value in fields.items() if value},
        reads=tuple(rule for rule in (flow.amount, flow.volume) if rule),
        file=law.records.files.get(f"flow:{name}", ""),
    )


def _duty(law: Law, name: str) -> Entry | None:
    duty = law.records.duties.get(name)
    if duty is None:
        return None
    fields = {
        "holder": duty.holder,
        "trigger": duty.trigger,
        "ages": _span(duty.ages),
        "cost": duty.cost or "",
        "decides": duty.decides,
        "delivers_nb": duty.delivers.nb,
        "delivers_en": duty.delivers.en,
        "kind": duty.kind,
        "owes": duty.owes,
        "formulation": duty.formulation,
        "individual_right": str(duty.individual_right).lower(),
        "appeal": duty.appeal or "",
        "supervisor": duty.supervisor or "",
        "deadline_nb": duty.deadline.nb if duty.deadline else "",
        "deadline_en": duty.deadline.en if duty.deadline else "",
        "finance_nb": duty.finance.nb,
        "finance_en": duty.finance.en,
        "from": str(duty.from_ or ""),
        "to": str(duty.to or ""),
        "open_norms": ", ".join(_norms_of(law, duty.trigger)),
    }
    basis = duty.legal_basis
    return Entry(
        id=name,
        kind="duty",
        label=duty.label,
        section=str(basis),
        href=basis.href,
        fields={key: value for key, value in fields.items() if value},
        reads=(duty.trigger,),
        file=law.records.files.get(f"duty:{name}", ""),
    )


def _standing_duty(law: Law, name: str) -> Entry | None:
    duty = law.records.standing.get(name)
    if duty is None:
        return None
    fields = {
        "holder": duty.holder,
        "ages": _span(duty.ages),
        "delivers_nb": duty.delivers.nb,
        "delivers_en": duty.delivers.en,
        "kind": duty.kind,
        "owes": duty.owes,
        "formulation": duty.formulation,
        "supervisor": duty.supervisor or "",
        "finance_nb": duty.finance.nb,
        "finance_en": duty.finance.en,
        "reason_nb": duty.reason.nb,
        "reason_en": duty.reason.en,
        "from": str(duty.from_ or ""),
        "to": str(duty.to or ""),
    }
    basis = duty.legal_basis
    return Entry(
        id=name,
        kind="standing_duty",
        label=duty.label,
        section=str(basis),
        href=basis.href,
        fields={key: value for key, value in fields.items() if value},
        file=law.records.files.get(f"standing duty:{name}", ""),
    )


def _span(ages: tuple[int, int]) -> str:
    return f"{ages[0]}–{ages[1]}"


def _norms_of(law: Law, trigger: str) -> list[str]:
    """The conditions within reach of a trigger that the law leaves to judgement."""
    return sorted(
        name
        for name in law.reach.variables(trigger)
        if type(law.system.variables[name]).__rule__.open_norm is not None
    )


def _actor(law: Law, name: str) -> Entry | None:
    actor = law.records.actors.get(name)
    if actor is None:
        return None
    flows = law.records.flows
    fields = {
        "level": actor.level,
        "holder": actor.holder or "",
        "appropriation": actor.appropriation or "",
        "pays": ", ".join(n for n, flow in flows.items() if flow.payer == name),
        "receives": ", ".join(n for n, flow in flows.items() if flow.payee == name),
        "owes": ", ".join(n for n, duty in law.records.duties.items() if duty.holder == name),
    }
    return Entry(
        id=name,
        kind="actor",
        label=actor.label,
        section="",
        href="",
        fields={key: value for key, value in fields.items() if value},
        file="rules/actors.yaml",
    )


def _unit_cost(law: Law, name: str) -> Entry | None:
    cost = law.records.unit_costs.get(name)
    if cost is None:
        return None
    basis = cost.basis
    fields = {
        "value": f"{cost.value:g}",
        "price_year": str(cost.price_year),
        "fees": basis.fees,
        "employer_tax": basis.employer_tax,
        "pension": basis.pension,
        "overhead": basis.overhead,
        "vat": basis.vat,
        "confidence": cost.confidence,
        "cashable": cost.cashable,
        "reason_nb": cost.reason.nb if cost.reason else "",
        "reason_en": cost.reason.en if cost.reason else "",
    }
    return Entry(
        id=name,
        kind="unit_cost",
        label=cost.label,
        section=cost.source.title,
        href=cost.source.href,
        unit=cost.unit,
        fields={key: value for key, value in fields.items() if value},
        file=law.records.files.get(f"unit cost:{name}", ""),
    )


def _act(law: Law, name: str) -> Entry | None:
    entries = law.records.uncoded.get(name)
    if entries is None:
        return None
    return Entry(
        id=name,
        kind="act",
        label=Label(nb=name, en=name),
        section="",
        href="",
        fields={
            "rules": ", ".join(
                rule
                for rule, variable in law.system.variables.items()
                if type(variable).__rule__.section.startswith(name)
            )
        },
        uncoded=tuple((entry.section, entry.reason) for entry in entries),
        file=law.records.files.get(f"act:{name}", ""),
    )
