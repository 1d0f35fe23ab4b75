"""What each formula reads, found in its source: variables, parameters and dated formulas.

OpenFisca's trace leaves scales out and sees only today's formula; the source holds them all, for
every date. A prefix of a parameter stands for everything under it, so reach is never too small.
"""

import ast
import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

__all__ = ["Reach", "Reads", "direct_reads", "formula_classes", "function_reads"]

_BACKWARDS = {"last_month", "last_year", "last_3_months", "last_day", "n_2", "offset"}


@dataclass(frozen=True)
class Reads:
    """What one rule reads itself, and what in its source is against the house rules."""

    variables: frozenset[str] = frozenset()
    parameters: frozenset[str] = frozenset()
    backwards: frozenset[str] = frozenset()
    numbers: frozenset[float] = frozenset()


@dataclass(frozen=True)
class Reach:
    """Reads of every rule, and their closure."""

    direct: dict[str, Reads]
    _known: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def variables(self, name: str) -> frozenset[str]:
        """Every variable that `name` reads, directly or through others, itself included."""
        if name not in self._known:
            self._known[name] = self._closure(name)
        return self._known[name]

    def _closure(self, name: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting += self.direct.get(current, Reads()).variables
        return frozenset(found)

    def parameters(self, name: str) -> frozenset[str]:
        """Every parameter prefix within reach of `name`."""
        return frozenset(
            prefix
            for variable in self.variables(name)
            for prefix in self.direct.get(variable, Reads()).parameters
        )

    def touched_by(self, changed: Iterable[str]) -> frozenset[str]:
        """Every rule within whose reach one of the changed variables or parameters lies."""
        targets = set(changed)
        found = {
            name
            for name, reads in self.direct.items()
            if name in targets
            or any(_overlap(target, prefix) for prefix in reads.parameters for target in targets)
        }
        grown = True
        while grown:
            more = {
                name
                for name, reads in self.direct.items()
                if name not in found and not found.isdisjoint(reads.variables)
            }
            found |= more
            grown = bool(more)
        return frozenset(found)


def _overlap(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def direct_reads(variable: Any) -> Reads:
    """What the formulas of a variable read, all dates, with the functions they call.

    Args:
        variable: an instance of a rule whose class stands in a module on disk.
    """
    module = importlib.import_module(type(variable).__module__)
    tree = formula_classes(module).get(type(variable).__name__)
    if tree is None:
        return Reads()
    seen: set[str] = set()
    nodes = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("formula")
    ]
    return _union(function_reads(node, module, seen) for node in nodes)


def _union(parts: Iterable[Reads]) -> Reads:
    collected = list(parts)
    return Reads(
        frozenset().union(*(part.variables for part in collected)),
        frozenset().union(*(part.parameters for part in collected)),
        frozenset().union(*(part.backwards for part in collected)),
        frozenset().union(*(part.numbers for part in collected)),
    )


@cache
def _source(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def formula_classes(module: ModuleType) -> dict[str, ast.ClassDef]:
    return {
        node.name: node
        for node in _source(Path(str(module.__file__))).body
        if isinstance(node, ast.ClassDef)
    }


def _functions(module: ModuleType) -> dict[str, ast.FunctionDef]:
    return {
        node.name: node
        for node in _source(Path(str(module.__file__))).body
        if isinstance(node, ast.FunctionDef)
    }


def function_reads(tree: ast.FunctionDef, module: ModuleType, seen: set[str]) -> Reads:
    aliases = dict(_parameter_aliases(tree))
    variables: set[str] = set()
    parameters: set[str] = set()
    backwards: set[str] = set()
    numbers: set[float] = set()
    called: list[Reads] = []
    skip = {id(node) for parent in ast.walk(tree) for node in _not_a_read(parent, aliases)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in skip:
            if isinstance(node.value, str):
                variables.add(node.value)
            elif isinstance(node.value, int | float) and not isinstance(node.value, bool):
                numbers.add(float(node.value))
        elif isinstance(node, ast.Attribute):
            if node.attr in _BACKWARDS:
                backwards.add(node.attr)
            path = _parameter_path(node, aliases)
            if path and id(node) not in skip:
                parameters.add(path)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in aliases:
            if id(node) not in skip:
                parameters.add(aliases[node.id])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            called.append(_called(node.func.id, module, seen))
    own = Reads(
        frozenset(variables), frozenset(parameters), frozenset(backwards), frozenset(numbers)
    )
    return _union([own, *called])


def _called(name: str, module: ModuleType, seen: set[str]) -> Reads:
    target = getattr(module, name, None)
    home = getattr(target, "__module__", "")
    key = f"{home}.{name}"
    if not home.startswith(("effektlov.rules", "effektlov.reforms")) or key in seen:
        return Reads()
    seen.add(key)
    source = importlib.import_module(home)
    tree = _functions(source).get(getattr(target, "__name__", name))
    return function_reads(tree, source, seen) if tree else Reads()


def _not_a_read(node: Any, aliases: dict[str, str]) -> Iterator[ast.AST]:
    """Docstrings, the inner links of a chain, and the chain that a name is bound to."""
    docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    bound = isinstance(node, ast.Assign) and _parameter_path(node.value, aliases) is not None
    if docstring or bound or isinstance(node, ast.Attribute):
        yield node.value


def _parameter_aliases(tree: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """Names bound to a part of the tree, such as `law = parameters(period).familie`."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            path = _parameter_path(node.value, known)
            if path is not None:
                known[node.targets[0].id] = path
                yield node.targets[0].id, path


def _parameter_path(node: ast.AST, aliases: dict[str, str]) -> str | None:
    """The dotted path of an attribute chain on `parameters(…)` or on a name bound to one."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if isinstance(node, ast.Subscript):
        return _parameter_path(node.value, aliases)
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "parameters"
    ):
        return ".".join(reversed(names))
    if isinstance(node, ast.Name) and node.id in aliases:
        return ".".join(part for part in (aliases[node.id], *reversed(names)) if part)
    return None
