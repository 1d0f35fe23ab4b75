"""Legal scenarios: a household, a date, and what the law must give; written as sentences."""

import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
from openfisca_core.indexed_enums import EnumArray
from openfisca_core.periods import DateUnit

from effektlov import schema, yaml_reader
from effektlov.case import parse_household, parse_inputs, parse_kommune
from effektlov.errors import ScenarioError, UnknownNameError
from effektlov.given import date_of
from effektlov.ledger import active_months, flow_in_month, flow_in_year, per_row, year_sum
from effektlov.regime import Regime, law_in_force
from effektlov.rows import Household, Pattern, Rows, build_simulation
from effektlov.simulation import RowSimulation, months_of, year_of
from effektlov.yaml_reader import Mapping, Node, Scalar, Sequence

__all__ = ["Finding", "Scenario", "read_scenarios", "run_scenario"]

_FIELDS = (
    "scenario",
    "case",
    "law_date",
    "period",
    "reforms",
    "expect",
    "tolerance",
    "source",
    "note",
)
_EXPECT = ("rules", "flows", "duties", "accounts")
_PLACES = {
    "rule": "expect.rules",
    "flow": "expect.flows",
    "duty": "expect.duties",
    "actor": "expect.accounts",
}
_CASE_FIELDS = ("kommune", "household", "husstand")


@dataclass(frozen=True)
class Scenario:
    """One scenario as read; `month` is None when a whole year is meant."""

    name: str
    path: Path
    line: int
    household: Household
    year: int
    month: int | None
    reforms: tuple[str, ...]
    rules: dict[str, Node]
    flows: dict[str, Node]
    duties: dict[str, Node]
    accounts: dict[str, Node]
    tolerance: float
    source: str


@dataclass(frozen=True)
class Finding:
    """One expectation that did not hold."""

    what: str
    expected: str
    got: str
    section: str
    href: str
    line: int

    def __str__(self) -> str:
        basis = f"{self.section} {self.href}".strip()
        return f"line {self.line}: {self.what}: expected {self.expected}, got {self.got} ({basis})"


def read_scenarios(path: Path) -> list[Scenario]:
    """The scenarios of a file, one per YAML document.

    Raises:
        ScenarioError: a field is wrong, with its line.
        YamlError: the file is not the YAML that we read.
    """
    found = [_scenario(node, path) for node in yaml_reader.read_all(path)]
    if not found:
        raise ScenarioError("the file is empty", file=path)
    return found


def run_scenario(scenario: Scenario) -> list[Finding]:
    """What does not hold; empty when all of it does.

    Raises:
        ScenarioError: a rule, flow, duty, person or reform is unknown.
    """
    regime = _regime(scenario)
    rows = Rows(
        years=numpy.array([scenario.year]),
        pattern=numpy.zeros(1, dtype=numpy.int64),
        alone=numpy.zeros(1, dtype=bool),
        patterns=[Pattern()],
    )
    simulation = build_simulation(
        regime, scenario.household, rows, law_year=scenario.year, base_year=scenario.year
    )
    findings: list[Finding] = []
    for name, node in scenario.rules.items():
        findings += _check_rule(scenario, simulation, name, node)
    for name, node in scenario.flows.items():
        findings += _check_flow(scenario, regime, simulation, name, node)
    for name, node in scenario.duties.items():
        findings += _check_duty(scenario, regime, simulation, name, node)
    for name, node in scenario.accounts.items():
        findings += _check_account(scenario, regime, simulation, name, node)
    return findings


def _regime(scenario: Scenario) -> Regime:
    base = law_in_force()
    if not scenario.reforms:
        return base
    from effektlov.reform import apply_reforms, find_reforms

    try:
        return apply_reforms(base, find_reforms(scenario.reforms))
    except UnknownNameError as error:
        raise ScenarioError(
            error.problem,
            file=scenario.path,
            line=scenario.line,
            field="reforms",
            allowed=error.allowed,
            suggestion=error.suggestion,
        ) from None


def _scenario(node: Node, path: Path) -> Scenario:
    top = schema.as_mapping(node, path, ScenarioError)
    _known(top, _FIELDS, path)
    for needed in ("scenario", "case", "law_date", "expect", "source"):
        if needed not in top.items:
            raise ScenarioError("missing", file=path, line=top.line, field=needed)
    for name in ("scenario", "law_date", "period", "source", "note"):
        if name in top.items and not _text(top, name):
            raise ScenarioError(
                "one value expected here", file=path, line=top.key_lines[name], field=name
            )
    fields = schema.as_mapping(top.items["case"], path, ScenarioError, "case")
    if set(fields.items) == {"fragment"}:
        fields = schema.as_mapping(fields.items["fragment"], path, ScenarioError, "case.fragment")
    _known(fields, _CASE_FIELDS, path, "case")
    for needed in ("kommune", "household"):
        if needed not in fields.items:
            raise ScenarioError("missing", file=path, line=fields.line, field=f"case.{needed}")
    kommune, kommune_inputs = parse_kommune(
        fields.items["kommune"], path, ScenarioError, rules_too=True
    )
    persons = parse_household(
        fields.items["household"], path, ScenarioError, rules_too=True, need_focus=False
    )
    expect = schema.as_mapping(top.items["expect"], path, ScenarioError, "expect")
    _known(expect, _EXPECT, path, "expect")
    if not any(isinstance(child, Mapping) and child.items for child in expect.items.values()):
        raise ScenarioError(
            "nothing is expected", file=path, line=expect.line, field="expect", allowed=_EXPECT
        )
    year, month = _period(top, path)
    return Scenario(
        name=_text(top, "scenario"),
        path=path,
        line=top.line,
        household=Household(
            persons=persons,
            husstand=parse_inputs(
                fields.items.get("husstand"), "husstand", path, ScenarioError, rules_too=True
            ),
            kommune=kommune,
            kommune_inputs=kommune_inputs,
        ),
        year=year,
        month=month,
        reforms=_reforms(top.items["reforms"], path) if "reforms" in top.items else (),
        **{
            kind: schema.as_mapping(expect.items[kind], path, ScenarioError, f"expect.{kind}").items
            if kind in expect.items
            else {}
            for kind in _EXPECT
        },
        tolerance=_tolerance(top.items["tolerance"], path) if "tolerance" in top.items else 0.5,
        source=_text(top, "source"),
    )


def _reforms(node: Node, path: Path) -> tuple[str, ...]:
    if not isinstance(node, Sequence):
        raise ScenarioError("a list expected here", file=path, line=node.line, field="reforms")
    for child in node.items:
        if not isinstance(child, Scalar) or not child.text:
            raise ScenarioError(
                "the id of a reform expected here", file=path, line=child.line, field="reforms"
            )
    return tuple(child.text for child in node.items if isinstance(child, Scalar))


def _tolerance(node: Node, path: Path) -> float:
    value = _number(node, path, "tolerance")
    if value < 0:
        raise ScenarioError(
            f"'{_text_of(node)}' is negative", file=path, line=node.line, field="tolerance"
        )
    return value


def _period(top: Mapping, path: Path) -> tuple[int, int | None]:
    law_date, period = _text(top, "law_date"), _text(top, "period")
    text = period or law_date
    for name in ("law_date", "period"):
        if name in top.items and not _dated(_text(top, name)):
            raise ScenarioError(
                f"'{_text(top, name)}' is no date",
                file=path,
                line=top.key_lines[name],
                field=name,
                allowed=["2025", "2025-06", "2025-06-01"],
            )
    year, month = _dated(text) or (0, None)
    if not 1992 <= year <= 2100:
        raise ScenarioError(
            f"no law is encoded for {year}",
            file=path,
            line=top.key_lines["period" if period else "law_date"],
            field="period" if period else "law_date",
        )
    return year, month


def _dated(text: str) -> tuple[int, int | None] | None:
    if re.fullmatch("[0-9]{4}", text):
        return int(text), None
    date = date_of(text if len(text) == 10 else f"{text}-01")
    return (date.year, date.month) if date else None


def _known(fields: Mapping, allowed: tuple[str, ...], path: Path, prefix: str = "") -> None:
    for key in fields.items:
        if key not in allowed:
            raise ScenarioError(
                f"unknown field '{key}'",
                file=path,
                line=fields.key_lines[key],
                field=prefix or None,
                allowed=allowed,
                got=key,
            )


def _text(fields: Mapping, name: str) -> str:
    node = fields.items.get(name)
    return node.text if isinstance(node, Scalar) else ""


def _number(node: Node, path: Path, field: str, wanted: str = "a number") -> float:
    try:
        value = float(node.text) if isinstance(node, Scalar) else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ScenarioError(
            schema.instead(node, wanted),
            file=path,
            line=node.line,
            field=field,
        )
    return value


def _unknown(scenario: Scenario, kind: str, name: str, node: Node, allowed: Any) -> ScenarioError:
    return ScenarioError(
        f"unknown {kind} '{name}'",
        file=scenario.path,
        line=node.line,
        field=_PLACES.get(kind),
        allowed=sorted(allowed),
        got=name,
    )


def _values(scenario: Scenario, simulation: RowSimulation, name: str) -> Any:
    """The variable over the scenario's period, one element per member of its entity."""
    unit = simulation.tax_benefit_system.variables[name].definition_period
    if scenario.month is None:
        return (
            simulation.add_months(name, range(1, 13))
            if unit == DateUnit.MONTH
            else simulation.calculate(name, year_of(scenario.year))
        )
    if unit == DateUnit.YEAR:
        return simulation.calculate(name, year_of(scenario.year))
    return simulation.calculate(name, months_of(scenario.year)[scenario.month - 1])


def _check_rule(
    scenario: Scenario, simulation: RowSimulation, name: str, node: Node
) -> list[Finding]:
    variables = simulation.tax_benefit_system.variables
    if name not in variables:
        raise _unknown(scenario, "rule", name, node, variables)
    values = _values(scenario, simulation, name)
    declared = type(variables[name]).__rule__
    if isinstance(values, EnumArray):
        values = numpy.array([item.name for item in values.decode()], dtype=object)
    people = {person.name: i for i, person in enumerate(scenario.household.persons)}
    wanted: list[tuple[str, Any, Node]] = []
    if isinstance(node, Mapping):
        if variables[name].entity.key != "person":
            raise ScenarioError(
                f"'{name}' is a rule of the {variables[name].entity.key}, not of each person",
                file=scenario.path,
                line=node.line,
                field=name,
            )
        for person, child in node.items.items():
            if person not in people:
                raise _unknown(scenario, "person", person, child, people)
            wanted.append((f"{name} ({person})", values[people[person]], child))
    elif isinstance(node, Sequence):
        raise ScenarioError(
            "one value expected here, or one for each person",
            file=scenario.path,
            line=node.line,
            field=name,
        )
    elif values.dtype == object:
        wanted.append((name, values[0], node))
    else:
        wanted.append((name, values.sum() if values.dtype != bool else values.any(), node))
    possible = getattr(variables[name], "possible_values", None)
    for _, _, child in wanted:
        if possible is not None and _text_of(child) not in possible.__members__:
            raise ScenarioError(
                f"unknown value '{_text_of(child)}'",
                file=scenario.path,
                line=child.line,
                field=name,
                allowed=possible.__members__,
                got=_text_of(child),
            )
    return [
        Finding(
            what,
            _text_of(child),
            _shown(got),
            declared.section or declared.nb,
            declared.href,
            child.line,
        )
        for what, got, child in wanted
        if not _holds(got, child, scenario, name)
    ]


def _holds(got: Any, node: Node, scenario: Scenario, field: str) -> bool:
    text = _text_of(node)
    if isinstance(got, str):
        return got == text
    if text in ("true", "false"):
        return bool(got) is (text == "true")
    wanted = "true or false" if isinstance(got, bool | numpy.bool_) else "a number"
    return abs(float(got) - _number(node, scenario.path, field, wanted)) <= scenario.tolerance


def _text_of(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else str(schema.plain(node))


def _shown(value: Any) -> str:
    if isinstance(value, str | bool | numpy.bool_):
        return str(value).lower() if not isinstance(value, str) else value
    return f"{float(value):.2f}"


def _check_flow(
    scenario: Scenario, regime: Regime, simulation: RowSimulation, name: str, node: Node
) -> list[Finding]:
    if name not in regime.flows:
        raise _unknown(scenario, "flow", name, node, regime.flows)
    flow = regime.flows[name]
    amount = (
        flow_in_year(simulation, regime, flow, 1)
        if scenario.month is None
        else flow_in_month(simulation, regime, flow, scenario.month)
    )[0]
    if _holds(amount, node, scenario, name):
        return []
    basis = flow.legal_basis
    return [Finding(name, _text_of(node), _shown(amount), str(basis), basis.href, node.line)]


def _check_duty(
    scenario: Scenario, regime: Regime, simulation: RowSimulation, name: str, node: Node
) -> list[Finding]:
    if name not in regime.duties:
        raise _unknown(scenario, "duty", name, node, regime.duties)
    duty = regime.duties[name]
    months = active_months(scenario.year, duty.from_, duty.to)
    if scenario.month is None:
        triggered = bool((year_sum(simulation, duty.trigger, months, 1) > 0).any())
    else:
        value = per_row(simulation, duty.trigger, _values(scenario, simulation, duty.trigger), 1)
        triggered = scenario.month in months and bool(value[0] > 0)
    if _holds(triggered, node, scenario, name):
        return []
    basis = duty.legal_basis
    return [Finding(name, _text_of(node), _shown(triggered), str(basis), basis.href, node.line)]


def _check_account(
    scenario: Scenario, regime: Regime, simulation: RowSimulation, name: str, node: Node
) -> list[Finding]:
    """The account of an actor or a budget-holder over the year, all flows of the law."""
    actors = regime.records.actors
    holders = {actor.holder for actor in actors.values() if actor.holder}
    if name not in actors and name not in holders:
        raise _unknown(scenario, "actor", name, node, set(actors) | holders)
    total = 0.0
    for flow in regime.flows.values():
        sign = _is(flow.payee, name, actors) - _is(flow.payer, name, actors)
        if sign:
            total += sign * float(flow_in_year(simulation, regime, flow, 1)[0])
    if _holds(total, node, scenario, name):
        return []
    return [Finding(name, _text_of(node), _shown(total), "account", "", node.line)]


def _is(actor: str, name: str, actors: Any) -> int:
    return int(name in (actor, actors[actor].holder))
