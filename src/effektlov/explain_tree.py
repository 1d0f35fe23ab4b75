"""The tree under a figure: each rule with values, parameters and what it reads, to the inputs."""

import ast
import datetime
import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.accounts import household_of
from effektlov.case import Case
from effektlov.decompose import model_of
from effektlov.explanation import (
    Bracket,
    Node,
    Norm,
    Origin,
    ParameterRead,
    ParameterValue,
    Plain,
    Reference,
    Value,
)
from effektlov.given import Given
from effektlov.law import Label
from effektlov.life_course import LifeCourse
from effektlov.plans import Plan, RowName, rows_of, weights_of
from effektlov.reach import Reads, formula_classes, function_reads
from effektlov.regime import LawYears, Regime
from effektlov.rests_on import parameter_quality
from effektlov.rows import build_simulation, deflator
from effektlov.simulation import RowSimulation, months_of, year_of

__all__ = ["Situation", "Walk", "situation_of"]

Array = NDArray[Any]


@dataclass(frozen=True)
class Situation:
    """One year of one course under a regime, ready to be asked.

    `shares` are the probabilities of the rows; `at` is the row that is explained.
    """

    case: Case
    file: str
    regime: Regime
    plan: Plan
    model: LifeCourse
    year: int
    simulation: RowSimulation
    shares: Array
    at: int
    key: RowName
    alone: bool

    @property
    def rows(self) -> int:
        """How many rows the year has."""
        return len(self.shares)

    @property
    def law_year(self) -> int:
        """The year whose law the rows live under."""
        return self.simulation.year

    @property
    def to_price_year(self) -> float:
        """From kroner of the law-year to kroner of the price year."""
        return deflator(self.regime, self.case.start) / deflator(self.regime, self.law_year)


def situation_of(
    case: Case, regime: Regime, plan: Plan, years: LawYears, year: int, *, file: str = ""
) -> Situation:
    """The rows of one calendar year of a course, with the most probable one pointed out.

    Args:
        case: the household.
        regime: the law.
        plan: the course, with or without the measure.
        years: the law-years that compared regimes share.
        year: a calendar year of the case.
        file: name of the case file, for the lines that inputs are stated on.
    """
    model = model_of(case)
    weight = weights_of(case, [plan], model)[0][year]
    law_year = years.of(year)
    placed, table = rows_of(case, [{year: weight}], [year], model, regime, law_year)
    simulation = build_simulation(
        regime, household_of(case), table, law_year=law_year, base_year=case.start
    )
    rows, found = placed[0][year]
    shares = numpy.zeros(len(table))
    shares[rows] = found
    at = int(shares.argmax())
    return Situation(
        case=case,
        file=file,
        regime=regime,
        plan=plan,
        model=model,
        year=year,
        simulation=simulation,
        shares=shares,
        at=at,
        key=list(weight)[list(rows).index(at)],
        alone=bool(table.alone[at]),
    )


# The tree of rules


class Walk:
    """A walk from a rule down to its inputs; what was shown once is not shown again."""

    def __init__(self, here: Situation, depth: int | None) -> None:
        self.here = here
        self.depth = depth
        self.seen: set[str] = set()

    def node(self, name: str, level: int = 0) -> Node:
        """A rule or input with everything below it."""
        here = self.here
        variable = here.simulation.tax_benefit_system.variables[name]
        declared = type(variable).__rule__
        origins = _origins(here, name)
        repeated = name in self.seen
        cut = self.depth is not None and level >= self.depth
        active = _active_formulas(here, variable)
        reads = _reads_of(here, name, active.values())
        expand = not origins and not repeated
        parameters: tuple[ParameterRead, ...] = ()
        children: tuple[Node, ...] = ()
        if expand:
            self.seen.add(name)
            parameters = tuple(_parameters(here, variable, reads))
            if not cut:
                known = here.simulation.tax_benefit_system.variables
                order = _in_order(active.values(), reads.variables & set(known) - {name})
                children = tuple(self.node(child, level + 1) for child in order)
        values = tuple(_values(here, variable))
        original = here.regime.law.system.variables.get(name)
        return Node(
            name=name,
            label=Label(nb=declared.nb, en=declared.en),
            kind=declared.kind,
            unit=declared.unit,
            period=str(variable.definition_period),
            section=declared.section,
            href=declared.href,
            says=_first_sentence(type(variable).__doc__),
            formulas=tuple(active),
            values=values,
            year_total=_year_total(variable, values),
            confidence=declared.confidence,
            reason=declared.reason,
            changed_by_reform=original is None or type(original) is not type(variable),
            open_norm=_norm(declared.open_norm),
            origins=origins,
            parameters=parameters,
            children=children,
            repeated=repeated and declared.kind == "rule" and not origins,
            cut=expand and cut and bool(reads.variables),
        )


def _norm(norm: Any) -> Norm | None:
    if norm is None:
        return None
    return Norm(
        least=float(norm.least),
        usual=float(norm.usual),
        most=float(norm.most),
        decides=norm.decides,
        label=Label(nb=norm.nb, en=norm.en),
    )


def _first_sentence(text: str | None) -> str:
    flat = " ".join((text or "").split())
    return re.split(r"(?<=\.)\s+(?=[A-ZÆØÅ§])", flat, maxsplit=1)[0]


def _periods(here: Situation, variable: Any) -> tuple[Any, ...]:
    """The periods of the year that a variable has values for."""
    if variable.definition_period == DateUnit.MONTH:
        return months_of(here.law_year)
    return (year_of(here.law_year),)


def _active_formulas(here: Situation, variable: Any) -> dict[str, Any]:
    """The formulas in force in the year by the date from which each holds."""
    found: dict[str, Any] = {}
    for period in _periods(here, variable):
        formula = variable.get_formula(period)
        if formula is not None:
            dates = [date for date, one in variable.formulas.items() if one is formula]
            found[dates[0] if dates else ""] = formula
    return found


def _definition(formula: Any) -> ast.FunctionDef | None:
    """The source of a formula."""
    owner, _, name = formula.__qualname__.partition(".")
    tree = formula_classes(importlib.import_module(formula.__module__)).get(owner)
    body = tree.body if tree is not None else []
    return next((n for n in body if isinstance(n, ast.FunctionDef) and n.name == name), None)


def _reads_of(here: Situation, name: str, formulas: Iterable[Any]) -> Reads:
    """What the formulas in force in the year read: a later formula's law is not shown."""
    variables: set[str] = set()
    parameters: set[str] = set()
    for formula in formulas:
        tree = _definition(formula)
        if tree is None:
            return here.regime.reach.direct.get(name, Reads())
        found = function_reads(tree, importlib.import_module(formula.__module__), set())
        variables |= found.variables
        parameters |= found.parameters
    known = here.regime.system.variables
    return Reads(frozenset(variables & set(known)), frozenset(parameters))


def _in_order(formulas: Iterable[Any], names: Iterable[str]) -> list[str]:
    """Names in the order in which the formulas mention them; those read in helpers come last."""
    wanted = set(names)
    found: dict[str, None] = {}
    for formula in formulas:
        tree = _definition(formula)
        constants = [
            node
            for node in (ast.walk(tree) if tree is not None else ())
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        for node in sorted(constants, key=lambda node: (node.lineno, node.col_offset)):
            if node.value in wanted:
                found.setdefault(str(node.value))
    return [*found, *sorted(wanted - set(found))]


def _of_row(here: Situation, variable: Any, period: Any) -> dict[str, Plain]:
    """The values of the row explained by person, household or kommune."""
    raw = numpy.asarray(here.simulation.calculate(variable.name, period))
    case = here.case
    entity = variable.entity.key
    if entity == "person":
        row = raw.reshape(here.rows, -1)[here.at]
        members = {person.name: row[at] for at, person in enumerate(case.persons)}
    elif entity == "husstand":
        own, family = raw.reshape(here.rows, 2)[here.at]
        members = {"husstand": family} | ({"egen_husstand": own} if here.alone else {})
    else:
        members = {case.kommune.number: raw[0]}
    return {name: _plain(here, variable, value) for name, value in members.items()}


def _plain(here: Situation, variable: Any, value: Any) -> Plain:
    if variable.value_type is Enum:
        return str(list(variable.possible_values)[int(value)].name)
    if variable.value_type is bool:
        return bool(value)
    declared = type(variable).__rule__
    if declared.unit == "month index":
        months = int(value)
        if months and declared.shift == "relative":
            months -= 12 * (here.law_year - here.year)
        return f"{months // 12:04d}-{months % 12 + 1:02d}" if months else ""
    return float(value)


def _values(here: Situation, variable: Any) -> Iterator[Value]:
    """The values of the year, months with the same values together."""
    if variable.definition_period != DateUnit.MONTH:
        yield Value(None, _of_row(here, variable, year_of(here.law_year)))
        return
    periods = months_of(here.law_year)
    stands_for = here.simulation.stands_for(variable.name)
    start, current = 1, _of_row(here, variable, periods[0])
    for month in range(2, 13):
        if stands_for[month - 1] == stands_for[month - 2]:
            continue
        value = _of_row(here, variable, periods[month - 1])
        if value != current:
            yield Value((start, month - 1), current)
            start, current = month, value
    yield Value((start, 12), current)


def _year_total(variable: Any, values: Sequence[Value]) -> dict[str, float] | None:
    """The year's sum of an amount by month."""
    declared = type(variable).__rule__
    if variable.definition_period != DateUnit.MONTH or declared.unit != "kr":
        return None
    total: dict[str, float] = {}
    for value in values:
        first, last = value.months or (1, 12)
        for name, amount in value.of.items():
            total[name] = total.get(name, 0.0) + float(amount) * (last - first + 1)
    return total


# Parameters


def _parameters(here: Situation, variable: Any, reads: Reads) -> Iterator[ParameterRead]:
    """The parameters that a formula reads, with what they are in the year."""
    instants = [str(period.start) for period in _periods(here, variable)]
    for path in sorted(reads.parameters):
        node = _at_path(here.regime.system.parameters, path)
        base = _at_path(here.regime.law.system.parameters, path)
        for leaf in _leaves(node, _chosen(here, reads)):
            found = _parameter(here, leaf, _leaf_of(base, leaf.name), instants)
            if found.values or found.brackets:
                yield found


def _at_path(node: Any, path: str) -> Any:
    """The node of a path; a path below a parameter is that parameter."""
    for part in path.split("."):
        children = getattr(node, "children", None)
        if not isinstance(children, dict) or part not in children:
            break
        node = children[part]
    return node


def _leaf_of(node: Any, name: str) -> Any:
    return next((leaf for leaf in _leaves(node, set()) if leaf.name == name), None)


def _leaves(node: Any, chosen: set[str]) -> Iterator[Any]:
    """The parameters under a node; of a branch that is indexed by a choice, only the one chosen."""
    children = getattr(node, "children", None)
    if hasattr(node, "values_list") or hasattr(node, "brackets") or not isinstance(children, dict):
        yield node
        return
    picked = [name for name in children if name in chosen] or list(children)
    for name in picked:
        yield from _leaves(children[name], chosen)


def _chosen(here: Situation, reads: Reads) -> set[str]:
    """The values that the enumerations read have in the row."""
    known = here.simulation.tax_benefit_system.variables
    return {
        str(choice)
        for name in reads.variables
        if known[name].value_type is Enum
        for value in _values(here, known[name])
        for choice in value.of.values()
    }


def _parameter(here: Situation, leaf: Any, base: Any, instants: Sequence[str]) -> ParameterRead:
    metadata = getattr(leaf, "metadata", None) or {}
    confidence, reason, until = parameter_quality(leaf, here.law_year)
    brackets: tuple[Bracket, ...] = ()
    values: tuple[ParameterValue, ...] = ()
    if hasattr(leaf, "brackets"):
        brackets = tuple(sorted({b for date in instants for b in _brackets(leaf, date)}, key=_step))
    else:
        values = tuple(_in_force(leaf, base, instants, confidence))
    name = str(leaf.description or leaf.name)
    return ParameterRead(
        name=leaf.name,
        label=Label(nb=name, en=str(metadata.get("en", name))),
        unit=str(metadata.get("unit", "")),
        values=values,
        brackets=brackets,
        law=str(metadata.get("law", "")),
        references=tuple(_references(metadata.get("reference"))),
        confidence=confidence,
        reason=reason,
        known_until=until.isoformat() if until else None,
        stale=until is not None and until < datetime.date(here.law_year, 1, 1),
    )


def _references(stated: Any) -> Iterator[Reference]:
    for entry in stated if isinstance(stated, list) else [stated] if stated else []:
        if isinstance(entry, dict):
            yield Reference(str(entry.get("title", "")), str(entry.get("href", "")))
        else:
            yield Reference(str(entry), str(entry))


def _value_at(leaf: Any, instant: str) -> Any:
    """The dated value that holds at an instant, or None."""
    return next(
        (
            value
            for value in getattr(leaf, "values_list", ())
            if value.instant_str <= instant and value.value is not None
        ),
        None,
    )


def _in_force(
    leaf: Any, base: Any, instants: Sequence[str], confidence: str
) -> Iterator[ParameterValue]:
    last = ""
    for instant in instants:
        found = _value_at(leaf, instant)
        if found is None or found.instant_str == last:
            continue
        last = found.instant_str
        before = _value_at(base, instant)
        own = (getattr(found, "metadata", None) or {}).get("confidence", confidence)
        yield ParameterValue(
            value=", ".join(map(str, found.value))
            if isinstance(found.value, list)
            else float(found.value),
            holds_from=found.instant_str,
            confidence=str(own),
            changed_by_reform=before is None or before.value != found.value,
        )


def _step(bracket: Bracket) -> tuple[float, str, str]:
    return bracket.threshold, bracket.threshold_from, bracket.holds_from


def _brackets(scale: Any, instant: str) -> Iterator[Bracket]:
    for bracket in scale.brackets:
        children = bracket.children
        threshold = _value_at(children["threshold"], instant)
        kind = next(name for name in ("rate", "amount", "average_rate") if name in children)
        value = _value_at(children[kind], instant)
        if threshold is not None and value is not None:
            yield Bracket(
                float(threshold.value), threshold.instant_str, float(value.value), value.instant_str
            )


# Where inputs come from


def _origins(here: Situation, name: str) -> tuple[Origin, ...]:
    """Where a variable's values are given, for each person or entity; empty when it is computed."""
    variable = here.simulation.tax_benefit_system.variables[name]
    case = here.case
    is_input = type(variable).__rule__.kind == "input"
    entity = variable.entity.key
    if name in ("fodselsmaned", "fodselskohort"):
        return tuple(Origin(person.name, "case", here.file) for person in case.persons)
    if name == "kommunenummer":
        return (Origin(case.kommune.number, "case", here.file),)
    if entity == "person":
        found = [_of_person(here, name, at) for at in range(len(case.persons))]
        names = [person.name for person in case.persons]
    elif entity == "husstand":
        family = case.husstand.get(name)
        found = [_stated(here, "husstand", family) if family else None]
        names = ["husstand"]
        if here.alone:
            found.append(None)
            names.append("egen_husstand")
    else:
        found, names = [_of_kommune(here, name)], [case.kommune.number]
    if not is_input and not any(found):
        return ()
    return tuple(
        origin or Origin(of, "default", "") for origin, of in zip(found, names, strict=True)
    )


def _stated(here: Situation, of: str, given: Given, course: Label | None = None) -> Origin:
    return Origin(
        of,
        "course" if course else "case",
        f"{here.file}:{given.line}",
        label=course,
        uprated_from=here.case.start
        if given.uprated and here.law_year != here.case.start
        else None,
    )


def _of_person(here: Situation, name: str, at: int) -> Origin | None:
    """The measure goes before the state, the state before the course, the course before the
    person's own facts."""
    person = here.case.persons[at]
    if person.focus:
        if name in dict(here.key.measure) and here.plan.measure is not None:
            return Origin(person.name, "measure", "evidence/measures.yaml", here.plan.measure.label)
        for span in reversed(here.key.spans):
            state = here.model.states[span.state]
            said = {*state.inputs, *state.since} | (
                set(state.when_completed) if span.completed else set()
            )
            if name in said:
                return Origin(
                    person.name,
                    "state",
                    "evidence/life_course.yaml",
                    state.label,
                    assumed=state.confidence == "assumed",
                    uprated_from=here.model.price_year
                    if name == "lonn" and here.law_year != here.model.price_year
                    else None,
                )
        course = here.plan.course
        if name in course.inputs:
            return _stated(here, person.name, course.inputs[name], course.label)
    given = person.inputs.get(name)
    return _stated(here, person.name, given) if given else None


def _of_kommune(here: Situation, name: str) -> Origin | None:
    kommune = here.case.kommune
    given = here.case.kommune_inputs.get(name)
    if given is not None:
        return _stated(here, kommune.number, given)
    if name in kommune.cells:
        return Origin(
            kommune.number, "table", "evidence/kommuner.csv", assumed=name in kommune.assumed
        )
    return None
