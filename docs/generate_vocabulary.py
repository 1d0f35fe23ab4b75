"""Write `docs/vocabulary.md`, all inputs and results: `python docs/generate_vocabulary.py`."""

import importlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from openfisca_core.periods import DateUnit

from effektlov.inputs import Input, inputs_of
from effektlov.rules.rule import RuleInfo, info
from effektlov.system import load_law

HERE = Path(__file__).resolve().parent
TARGET = HERE / "vocabulary.md"
HEAD = HERE / "vocabulary_head.md"
SCENARIOS = HERE.parent / "tests" / "scenarios"
ENTITIES = ("person", "husstand", "kommune", "fylkeskommune")
PERIODS = {DateUnit.MONTH: "month", DateUnit.YEAR: "year", DateUnit.ETERNITY: "fixed"}
INPUT_COLUMNS = ("input", "about", "form", "period", "bokmål", "English", "§", "default", "example")
RULE_COLUMNS = ("result", "about", "unit", "period", "bokmål", "English", "§", "example")


@dataclass
class Examples:
    """How our scenarios write each name, and the scenario that shows a result best."""

    stated: dict[str, str] = field(default_factory=dict)
    expected: dict[str, str] = field(default_factory=dict)
    scenario: dict[str, tuple[tuple[bool, int], str]] = field(default_factory=dict)


def page() -> str:
    """The page as it must be for the law of the package."""
    return "\n".join([HEAD.read_text(encoding="utf-8"), *_contents(), *_sectors()])


@cache
def _modules() -> dict[str, dict[str, list[str]]]:
    """Names by sector and module, in the order of the law."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, variable in load_law().system.variables.items():
        sector, module = type(variable).__module__.split(".")[-2:]
        found.setdefault(sector, {}).setdefault(module, []).append(name)
    return {sector: dict(sorted(modules.items())) for sector, modules in sorted(found.items())}


def _contents() -> Iterator[str]:
    yield "\n## Contents\n"
    for sector, modules in _modules().items():
        links = ", ".join(f"[{module}](#{sector}-{module})" for module in modules)
        yield f"- **{sector}**: {links}"
    yield ""


def _sectors() -> Iterator[str]:
    for sector, modules in _modules().items():
        yield f"## {sector}\n"
        for module, names in modules.items():
            yield from _module(sector, module, names)


def _module(sector: str, module: str, names: list[str]) -> Iterator[str]:
    variables = load_law().system.variables
    text = importlib.import_module(f"effektlov.rules.{sector}.{module}").__doc__ or ""
    yield f'<a id="{sector}-{module}"></a>\n\n### {sector}: {module}\n\n{text.strip()}\n'
    rules = [name for name in names if info(variables[name]).kind == "rule"]
    inputs = [name for name in names if name in _inputs()]
    if rules:
        yield from _table(RULE_COLUMNS, (_rule_row(name) for name in rules))
    if inputs:
        yield from _table(INPUT_COLUMNS, (_input_row(name) for name in inputs))
    shown = [_examples().scenario[name] for name in rules if name in _examples().scenario]
    if shown:
        yield f"```yaml\n{min(shown)[1]}\n```\n"


def _table(columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield "|---" * len(columns) + "|"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"
    yield ""


def _rule_row(name: str) -> tuple[str, ...]:
    variable = load_law().system.variables[name]
    declared = info(variable)
    return (
        f"`{name}`",
        variable.entity.key,
        declared.unit,
        PERIODS[variable.definition_period],
        declared.nb,
        declared.en,
        _section(declared),
        _examples().expected.get(name) or _result_form(name),
    )


def _input_row(name: str) -> tuple[str, ...]:
    stated, variable = _inputs()[name], load_law().system.variables[name]
    declared = info(variable)
    more = " ".join((type(variable).__doc__ or "").split())
    return (
        f"`{name}`",
        stated.entity,
        _form(stated),
        PERIODS[variable.definition_period],
        declared.nb,
        f"{declared.en}. {more}" if more else declared.en,
        _section(declared),
        _default(stated, declared),
        _examples().stated.get(name) or _made_up(stated),
    )


def _result_form(name: str) -> str:
    """How a result is asked for, where no scenario of ours asks for it."""
    variable = load_law().system.variables[name]
    if variable.value_type is bool:
        return f"`{name}: true`"
    if variable.entity.key == "person":
        return f"`{name}: {{mor: 0}}`"
    return f"`{name}: 0`"


def _section(declared: RuleInfo) -> str:
    return f"[{declared.section}]({declared.href})" if declared.href else declared.section


@cache
def _inputs() -> dict[str, Input]:
    return {name: found for entity in ENTITIES for name, found in inputs_of(entity).items()}


def _form(stated: Input) -> str:
    if stated.enum_names:
        return ", ".join(f"`{name}`" for name in stated.enum_names)
    if stated.of_month:
        return "month"
    if stated.value_type is bool:
        return "true / false"
    if stated.unit_of_case == "kr/year":
        return "kr per year"
    if stated.unit_of_case == "kr":
        monthly = stated.definition_period == DateUnit.MONTH
        return "kr, with a period" if monthly else "kr, yearly"
    return stated.unit_of_case


def _default(stated: Input, declared: RuleInfo) -> str:
    norm = declared.open_norm
    if norm is not None:
        least, usual, most = (_shown(stated, float(v)) for v in (norm.least, norm.usual, norm.most))
        return f"{usual}; open norm, from {least} to {most}"
    return _shown(stated, stated.default)


def _shown(stated: Input, value: float) -> str:
    if stated.enum_names:
        return f"`{stated.enum_names[int(value)]}`"
    if stated.of_month:
        return "none"
    if stated.value_type is bool:
        return str(bool(value)).lower()
    return f"{value:g}"


def _made_up(stated: Input) -> str:
    """An example of the form, for what no scenario states."""
    if stated.enum_names:
        return f"`{stated.name}: {stated.enum_names[-1]}`"
    if stated.of_month:
        return f"`{stated.name}: 2024-08`"
    if stated.value_type is bool:
        return f"`{stated.name}: {str(not stated.default).lower()}`"
    if stated.unit_of_case == "kr" and stated.definition_period == DateUnit.MONTH:
        return f"`{stated.name}: {{per_month: 1000}}`"
    if stated.unit_of_case in ("kr", "kr/year"):
        return f"`{stated.name}: 100000`"
    return f"`{stated.name}: {0.5 if stated.unit_of_case == 'share' else 1}`"


@cache
def _examples() -> Examples:
    found = Examples()
    for path in sorted(SCENARIOS.rglob("*.scenario.yaml")):
        for text in path.read_text(encoding="utf-8").split("\n---\n"):
            _read(found, yaml.load(text, yaml.BaseLoader), text, "offisiell" in path.name)
    return found


def _read(found: Examples, document: dict[str, Any], text: str, official: bool) -> None:
    case = document.get("case", {})
    if not isinstance(case, dict):
        return
    household = case.get("household", {})
    persons = list(household.values()) if isinstance(household, dict) else []
    for facts in [*persons, case.get("husstand", {}), case.get("kommune", {})]:
        if isinstance(facts, dict):
            for name, value in facts.items():
                found.stated.setdefault(name, f"`{name}: {_flow(value)}`")
    for name, value in document.get("expect", {}).get("rules", {}).items():
        found.expected.setdefault(name, f"`{name}: {_flow(value)}`")
        best = ((not official, len(text)), text.strip())
        found.scenario[name] = min(found.scenario.get(name, best), best)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(child)}" for name, child in value.items()) + "}"
    return str(value)


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
