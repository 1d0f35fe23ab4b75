"""A household case: who lives there, where, what is known of them, and the courses open to one."""

import hashlib
import itertools
import re
from collections.abc import Mapping as AnyMapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from effektlov import schema, yaml_reader
from effektlov.errors import CaseError, EffektlovError, UnknownNameError
from effektlov.given import Given, date_of, month_number, parse_given, truth
from effektlov.inputs import Input, inputs_of
from effektlov.kommuner import Kommune, find_kommune
from effektlov.law import PACKAGE, Label
from effektlov.yaml_reader import Mapping, Node, Scalar, Sequence

__all__ = [
    "DEFAULT_START",
    "Case",
    "Course",
    "Person",
    "State",
    "find_case",
    "parse_household",
    "parse_inputs",
    "parse_kommune",
    "read_case",
    "shipped_cases",
]

DEFAULT_START = 2026
"""The first year of a case that names none: fixed here, never today."""

Role = Literal["forelder", "barn", "annen"]
_ROLES = ("forelder", "barn", "annen")
_CASE_FIELDS = (
    "case",
    "title",
    "about",
    "kommune",
    "household",
    "husstand",
    "courses",
    "measure",
    "law_year",
    "start",
    "horizon",
)
_COURSE_FIELDS = ("label", "focus", "states", "then", "years_in_state")
_WHOLE = re.compile("[0-9]{1,4}")
_YOUNGEST_PARENT = 12
_MOST_PERSONS, _MOST_COURSES = 30, 50


class Person(msgspec.Struct, frozen=True):
    """One person of the household; `born` is a month number."""

    name: str
    born: int
    role: Role
    focus: bool
    inputs: dict[str, Given]
    own_goal: str | None = None


class State(msgspec.Struct, frozen=True):
    """From a month on, the focus person is in a state of the life course."""

    since: int
    state: str
    completed: bool
    line: int


class Course(msgspec.Struct, frozen=True):
    """One course open to the focus person.

    `inputs` hold in every year; `states` are the steps that are known; after the last one the
    course follows the life-course model (`model`) or stays as it is (`stay`).
    """

    name: str
    label: Label
    inputs: dict[str, Given]
    states: tuple[State, ...]
    then: Literal["model", "stay"]
    years_in_state: int


class Case(msgspec.Struct, frozen=True):
    """One household case as read from its file."""

    name: str
    title: Label
    kommune: Kommune
    persons: tuple[Person, ...]
    husstand: dict[str, Given]
    kommune_inputs: dict[str, Given]
    courses: tuple[Course, ...]
    measure: str | None
    start: int
    horizon: int
    law_year: int | None
    about: Label | None
    fingerprint: str

    @property
    def focus(self) -> Person:
        """The child or young person whom the case is about."""
        return next(person for person in self.persons if person.focus)


def shipped_cases() -> dict[str, Path]:
    """The cases of the package by name."""
    return {path.stem: path for path in sorted((PACKAGE / "cases").glob("*.yaml"))}


def find_case(text: str) -> Path:
    """The file of a case: a path, or the name of a shipped case with or without `.yaml`.

    Raises:
        UnknownNameError: neither a file nor a shipped case.
    """
    path = Path(text)
    try:
        if path.is_file():
            return path
        is_folder = path.is_dir()
    except OSError as problem:
        raise UnknownNameError(f"no case file '{text}': {problem.strerror}") from None
    shipped = shipped_cases()
    if path.parent == Path() and path.name.removesuffix(".yaml") in shipped:
        return shipped[path.name.removesuffix(".yaml")]
    raise UnknownNameError(
        f"'{text}' is a folder, not a case file"
        if is_folder and text
        else f"no case file '{text}', nor a case of that name",
        allowed=shipped,
        got=path.stem,
    )


def read_case(path: Path, *, states: AnyMapping[str, Any], measures: AnyMapping[str, Any]) -> Case:
    """Read a case file.

    Args:
        path: the file.
        states: the states of the life course by name.
        measures: the measures of the evidence by name.

    Raises:
        CaseError: a field, value, date, person or kommune is wrong, with line and nearest name.
        YamlError: the file is not the YAML that we read.
    """
    top = schema.as_mapping(yaml_reader.read(path), path, CaseError)
    _known(top, _CASE_FIELDS, path, CaseError)
    for needed in ("case", "title", "kommune", "household"):
        if needed not in top.items:
            raise CaseError("missing", file=path, line=top.line, field=needed)
    kommune, kommune_inputs = parse_kommune(top.items["kommune"], path, CaseError)
    persons = parse_household(top.items["household"], path, CaseError)
    measure = _text(top, "measure", path)
    if measure is not None and measure not in measures:
        raise CaseError(
            f"unknown measure '{measure}'",
            file=path,
            line=top.key_lines["measure"],
            field="measure",
            allowed=measures,
            got=measure,
        )
    start = _year(top, "start", DEFAULT_START, path, (2019, 2100))
    return Case(
        name=_text(top, "case", path) or path.stem,
        title=schema.record(top.items["title"], Label, path, CaseError, "title"),
        kommune=kommune,
        persons=persons,
        husstand=parse_inputs(top.items.get("husstand"), "husstand", path, CaseError),
        kommune_inputs=kommune_inputs,
        courses=_courses(top.items.get("courses"), path, states),
        measure=measure,
        start=start,
        law_year=_year(top, "law_year", 0, path, (2019, 2100)) or None,
        horizon=_year(top, "horizon", 40, path, (1, 80)),
        about=(
            schema.record(top.items["about"], Label, path, CaseError, "about")
            if "about" in top.items
            else None
        ),
        fingerprint=hashlib.sha256(path.read_bytes()).hexdigest()[:16],
    )


def parse_household(
    node: Node,
    path: Path,
    error: type[EffektlovError],
    *,
    rules_too: bool = False,
    need_focus: bool = True,
) -> tuple[Person, ...]:
    """The persons of a household; `rules_too` lets a scenario pin the result of a rule.

    Without `need_focus`, the first child (else the first person) is the focus if none is named.

    Raises:
        EffektlovError: of class `error`.
    """
    fields = schema.as_mapping(node, path, error, "household")
    if not fields.items:
        raise error("nobody lives here", file=path, line=node.line, field="household")
    if len(fields.items) > _MOST_PERSONS:
        raise error(
            f"at most {_MOST_PERSONS} persons in a household, here {len(fields.items)}",
            file=path,
            line=fields.line,
            field="household",
        )
    persons = [_person(name, child, path, error, rules_too) for name, child in fields.items.items()]
    if not any(person.focus for person in persons) and (len(persons) == 1 or not need_focus):
        chosen = next((i for i, person in enumerate(persons) if person.role == "barn"), 0)
        persons[chosen] = msgspec.structs.replace(persons[chosen], focus=True)
    in_focus = [person.name for person in persons if person.focus]
    if len(in_focus) != 1:
        raise error(
            "exactly one person is the focus of a case (focus: true), here "
            + (", ".join(in_focus) or "nobody"),
            file=path,
            line=fields.line,
            field="household",
        )
    _plausible(persons, fields, path, error)
    return tuple(persons)


def _plausible(
    persons: list[Person], fields: Mapping, path: Path, error: type[EffektlovError]
) -> None:
    parents = [person for person in persons if person.role == "forelder"]
    if len(parents) > 2:
        raise error(
            "at most two parents in a household",
            file=path,
            line=fields.key_lines[parents[2].name],
            field=parents[2].name,
        )
    children = [person for person in persons if person.role == "barn"]
    for parent in parents:
        for child in children:
            if child.born - parent.born < 12 * _YOUNGEST_PARENT:
                raise error(
                    f"cannot be a parent of {child.name}: born less than {_YOUNGEST_PARENT} years "
                    "before",
                    file=path,
                    line=fields.key_lines[parent.name],
                    field=f"{parent.name}.role",
                    allowed=_ROLES,
                )


def _person(
    name: str, node: Node, path: Path, error: type[EffektlovError], rules_too: bool
) -> Person:
    fields = schema.as_mapping(node, path, error, name)
    allowed = inputs_of("person", rules_too=rules_too)
    structural = ("born", "role", "focus", "own_goal")
    _known(fields, (*structural, *allowed), path, error, name)
    for needed in ("born", "role"):
        if needed not in fields.items:
            raise error("missing", file=path, line=fields.line, field=f"{name}.{needed}")
    role = _scalar(fields.items["role"], path, error, f"{name}.role")
    if role.text not in _ROLES:
        raise error(
            f"unknown role '{role.text}'",
            file=path,
            line=role.line,
            field=f"{name}.role",
            allowed=_ROLES,
            got=role.text,
        )
    goal = fields.items.get("own_goal")
    return Person(
        name=name,
        born=_born(fields.items["born"], name, path, error),
        role=role.text,  # type: ignore[arg-type]
        focus=_truth(fields.items.get("focus"), path, error, f"{name}.focus"),
        inputs={
            key: parse_given(key, allowed[key], child, path, error, field=f"{name}.{key}")
            for key, child in fields.items.items()
            if key not in structural
        },
        own_goal=_scalar(goal, path, error, f"{name}.own_goal").text if goal else None,
    )


def _truth(node: Node | None, path: Path, error: type[EffektlovError], field: str) -> bool:
    """The answer of a field that is false when it is not there."""
    if node is None:
        return False
    scalar = _scalar(node, path, error, field)
    answer = truth(scalar.text)
    if answer is None:
        raise error(
            f"'{scalar.text}' is neither true nor false",
            file=path,
            line=scalar.line,
            field=field,
            allowed=("true", "false"),
        )
    return answer


def _born(node: Node, name: str, path: Path, error: type[EffektlovError]) -> int:
    scalar = _scalar(node, path, error, f"{name}.born")
    date = date_of(scalar.text)
    if date is None:
        raise error(
            f"'{scalar.text}' is no date",
            file=path,
            line=scalar.line,
            field=f"{name}.born",
            allowed=["a date such as 2010-03-14"],
        )
    if not 1900 <= date.year <= 2100:
        raise error(
            f"nobody of a case is born in {date.year}",
            file=path,
            line=scalar.line,
            field=f"{name}.born",
        )
    return 12 * date.year + date.month - 1


def parse_kommune(
    node: Node, path: Path, error: type[EffektlovError], *, rules_too: bool = False
) -> tuple[Kommune, dict[str, Given]]:
    """The kommune and what the file says of it: a number or name, or fields with `number`.

    Raises:
        EffektlovError: of class `error`.
    """
    if isinstance(node, Scalar):
        number = _scalar(node, path, error, "kommune")
        return find_kommune(number.text, error=error, file=path, line=number.line), {}
    fields = schema.as_mapping(node, path, error, "kommune")
    allowed = inputs_of("kommune", rules_too=rules_too)
    _known(fields, ("number", *allowed), path, error, "kommune")
    if "number" not in fields.items:
        raise error("missing", file=path, line=node.line, field="kommune.number")
    number = _scalar(fields.items["number"], path, error, "kommune.number")
    found = find_kommune(number.text, error=error, file=path, line=number.line)
    rest = Mapping(
        {key: child for key, child in fields.items.items() if key != "number"},
        fields.key_lines,
        fields.line,
    )
    return found, parse_inputs(rest, "kommune", path, error, rules_too=rules_too)


def parse_inputs(
    node: Node | None,
    entity: str,
    path: Path,
    error: type[EffektlovError],
    *,
    field: str | None = None,
    rules_too: bool = False,
) -> dict[str, Given]:
    """The facts stated about an entity; none when the file has no such block.

    Raises:
        EffektlovError: of class `error`: an unknown name or a wrong value.
    """
    field = field or entity
    if node is None:
        return {}
    fields = schema.as_mapping(node, path, error, field)
    allowed: AnyMapping[str, Input] = inputs_of(entity, rules_too=rules_too)
    _known(fields, tuple(allowed), path, error, field)
    return {
        key: parse_given(key, allowed[key], child, path, error, field=f"{field}.{key}")
        for key, child in fields.items.items()
    }


def _courses(node: Node | None, path: Path, states: AnyMapping[str, Any]) -> tuple[Course, ...]:
    if node is None:
        unchanged = Label(nb="Som i dag", en="As today")
        return (Course("som_i_dag", unchanged, {}, (), "stay", 0),)
    fields = schema.as_mapping(node, path, CaseError, "courses")
    if not 0 < len(fields.items) <= _MOST_COURSES:
        raise CaseError(
            f"from 1 to {_MOST_COURSES} courses, here {len(fields.items)}",
            file=path,
            line=fields.line,
            field="courses",
        )
    return tuple(_course(name, child, path, states) for name, child in fields.items.items())


def _course(name: str, node: Node, path: Path, states: AnyMapping[str, Any]) -> Course:
    fields = schema.as_mapping(node, path, CaseError, name)
    _known(fields, _COURSE_FIELDS, path, CaseError, name)
    if "label" not in fields.items:
        raise CaseError("missing", file=path, line=fields.line, field=f"{name}.label")
    steps = _states(fields.items.get("states"), name, path, states)
    then = _text(fields, "then", path, name) or ("model" if steps else "stay")
    if then not in ("model", "stay"):
        raise CaseError(
            f"unknown value '{then}'",
            file=path,
            line=fields.key_lines["then"],
            field=f"{name}.then",
            allowed=("model", "stay"),
            got=then,
        )
    return Course(
        name=name,
        label=schema.record(fields.items["label"], Label, path, CaseError, f"{name}.label"),
        inputs=parse_inputs(
            fields.items.get("focus"), "person", path, CaseError, field=f"{name}.focus"
        ),
        states=steps,
        then=then,  # type: ignore[arg-type]
        years_in_state=_year(fields, "years_in_state", 0, path, (0, 50), name),
    )


def _states(
    node: Node | None, course: str, path: Path, states: AnyMapping[str, Any]
) -> tuple[State, ...]:
    if node is None:
        return ()
    if not isinstance(node, Sequence) or not node.items:
        raise CaseError(
            "a list of steps expected here",
            file=path,
            line=node.line,
            field=f"{course}.states",
            allowed=["- {from: 2026-08, state: vgo}"],
        )
    steps = tuple(_state(step, course, path, states) for step in node.items)
    for earlier, later in itertools.pairwise(steps):
        if later.since <= earlier.since:
            raise CaseError(
                f"a step begins no later than the one before it, on line {earlier.line}",
                file=path,
                line=later.line,
                field=f"{course}.states.from",
            )
    return steps


def _state(node: Node, course: str, path: Path, states: AnyMapping[str, Any]) -> State:
    fields = schema.as_mapping(node, path, CaseError, f"{course}.states")
    _known(fields, ("from", "state", "completed"), path, CaseError, f"{course}.states")
    begins = _text(fields, "from", path, f"{course}.states")
    since = month_number(begins or "")
    if since is None:
        raise CaseError(
            f"'{begins}' is no month" if begins else "missing: the month in which the step begins",
            file=path,
            line=fields.key_lines.get("from", fields.line),
            field=f"{course}.states.from",
            allowed=["a month such as 2026-08"],
        )
    state = _text(fields, "state", path, f"{course}.states") or ""
    if state not in states:
        raise CaseError(
            f"unknown state '{state}'" if state else "missing",
            file=path,
            line=fields.key_lines.get("state", fields.line),
            field=f"{course}.states.state",
            allowed=states,
            got=state,
        )
    completed = _truth(fields.items.get("completed"), path, CaseError, f"{course}.states.completed")
    return State(since, state, completed, fields.line)


def _known(
    fields: Mapping,
    allowed: tuple[str, ...],
    path: Path,
    error: type[EffektlovError],
    prefix: str = "",
) -> None:
    for key, line in fields.key_lines.items():
        if key in fields.items and key not in allowed:
            raise error(
                f"unknown field '{key}'",
                file=path,
                line=line,
                field=prefix or None,
                allowed=sorted(allowed),
                got=key,
            )


def _scalar(node: Node, path: Path, error: type[EffektlovError], field: str) -> Scalar:
    if not isinstance(node, Scalar) or not node.text:
        raise error(schema.instead(node, "one value"), file=path, line=node.line, field=field)
    return node


def _text(fields: Mapping, name: str, path: Path, prefix: str = "") -> str | None:
    """The text of a field, None when it is not there."""
    node = fields.items.get(name)
    field = f"{prefix}.{name}" if prefix else name
    return None if node is None else _scalar(node, path, CaseError, field).text


def _year(
    fields: Mapping,
    name: str,
    default: int,
    path: Path,
    bounds: tuple[int, int],
    prefix: str = "",
) -> int:
    text = _text(fields, name, path, prefix)
    if text is None:
        return default
    if not _WHOLE.fullmatch(text) or not bounds[0] <= int(text) <= bounds[1]:
        raise CaseError(
            f"'{text}' is not a whole number from {bounds[0]} to {bounds[1]}",
            file=path,
            line=fields.key_lines[name],
            field=f"{prefix}.{name}" if prefix else name,
        )
    return int(text)
