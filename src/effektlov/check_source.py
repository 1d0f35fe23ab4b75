"""Checks of the source itself: what formulas read, numbers in them, parameter files."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from openfisca_core.parameters import ParameterNode

from effektlov.check_list import Finding, file_of_variable, relative_path
from effektlov.reach import Reads

__all__ = [
    "check_parameter_files",
    "check_reads",
    "check_source",
    "check_sources",
]

_ALLOWED_NUMBERS = (0, 1, 12, 100)


def check_reads(
    direct: Mapping[str, Reads], variables: Mapping[str, Any], tree: ParameterNode
) -> Iterator[Finding]:
    """No rule reads before its row's year; every parameter that is read exists."""
    for name, reads in direct.items():
        if name not in variables:
            continue
        file = file_of_variable(variables[name])
        for word in sorted(reads.backwards):
            yield Finding(file, name, "reads_backwards", word)
        for path in sorted(reads.parameters):
            if not _exists(tree, path):
                yield Finding(file, name, "parameter_unknown", path)


def check_source(file: str, text: str, known: Iterable[str]) -> Iterator[Finding]:
    """Numbers in formulas and their helpers, and variables that are read but do not exist.

    Helpers beside the sectors (months of an age, rounding) are no law and are not read here.
    """
    variables = set(known)
    for name, node in _formulas(ast.parse(text)):
        for inner in ast.walk(node):
            if isinstance(inner, ast.Constant) and type(inner.value) in (int, float):
                if inner.value not in _ALLOWED_NUMBERS:
                    yield Finding(file, name, "number_in_formula", str(inner.value))
            elif isinstance(inner, ast.Call) and len(inner.args) > 1:
                first = inner.args[0]
                read = first.value if isinstance(first, ast.Constant) else None
                if isinstance(read, str) and read not in variables:
                    yield Finding(file, name, "variable_unknown", read)


def _formulas(module: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Formulas under the name of their rule, helpers under their own, and constants."""
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef):
                    yield node.name, inner
        elif isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            yield ast.unparse(node).partition(" =")[0], node


def check_sources(sources: Mapping[str, str]) -> Iterator[Finding]:
    """Rules defined twice, in one module or in two; formulas of one name in a rule."""
    homes: dict[str, str] = {}
    for file, text in sources.items():
        for node in ast.parse(text).body:
            if not isinstance(node, ast.ClassDef) or not node.decorator_list:
                continue
            if node.name in homes:
                yield Finding(file, node.name, "defined_twice", homes[node.name])
            homes[node.name] = file
            formulas = Counter(
                inner.name for inner in node.body if isinstance(inner, ast.FunctionDef)
            )
            for formula, count in formulas.items():
                if count > 1:
                    yield Finding(file, node.name, "defined_twice", formula)


def check_parameter_files(files: Mapping[str, Path]) -> Iterator[Finding]:
    """Parameters defined twice: in two files, or two times in one.

    Args:
        files: file of each path in the tree, such as `trygd.grunnbelop`.
    """
    homes: dict[str, Path] = {}
    for prefix, path in files.items():
        file = relative_path(path)
        try:
            document = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        except yaml.YAMLError as error:
            yield Finding(file, prefix, "unreadable", str(error))
            continue
        seen: set[str] = set()
        twice: set[str] = set()
        for name, leaf in _names(document, prefix):
            if any(name.startswith(f"{outer}.") for outer in twice):
                continue
            if name in seen:
                twice.add(name)
                yield Finding(file, name, "defined_twice")
            elif leaf and name in homes:
                yield Finding(file, name, "defined_twice", relative_path(homes[name]))
            seen.add(name)
            if leaf:
                homes.setdefault(name, path)


def _names(node: yaml.Node | None, prefix: str) -> Iterator[tuple[str, bool]]:
    """Every key under a node by its dotted name, as written, and whether it is a parameter."""
    fields = node.value if isinstance(node, yaml.MappingNode) else []
    for key, child in fields:
        name = f"{prefix}.{key.value}"
        inner = child.value if isinstance(child, yaml.MappingNode) else []
        yield name, any(field.value in ("values", "brackets") for field, _ in inner)
        yield from _names(child, name)


def _exists(tree: ParameterNode, path: str) -> bool:
    """Whether a path leads to a branch or a parameter; what follows a parameter is its value's."""
    node: Any = tree
    for part in path.split(".") if path else ():
        if not isinstance(node, ParameterNode):
            return True
        if part not in node.children:
            return False
        node = node.children[part]
    return True
