"""From a YAML node to a typed record, with the line and field of whatever is wrong."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from effektlov.errors import EffektlovError
from effektlov.yaml_reader import Mapping, Node, Scalar, Sequence

__all__ = ["as_mapping", "instead", "plain", "record", "records"]

T = TypeVar("T")
_STEP = re.compile(r"\.([A-Za-z_][\w]*)|\[(\d+)\]")
_EMPTY = {"", "null", "~"}
_NOT_FINITE = re.compile(r"[-+]?(\.?nan|\.?inf(inity)?|[\d.]+e\+?\d{3,})", re.IGNORECASE)
_KINDS = {
    "object": "fields",
    "array": "a list",
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "date": "a date",
}


def plain(node: Node) -> Any:
    """Dictionaries, lists and text; an empty or `null` scalar is None."""
    if isinstance(node, Mapping):
        return {key: plain(child) for key, child in node.items.items()}
    if isinstance(node, Sequence):
        return [plain(child) for child in node.items]
    return None if not node.quoted and node.text in _EMPTY else node.text


def as_mapping(
    node: Node, path: Path, error: type[EffektlovError], field: str | None = None
) -> Mapping:
    """The node as a mapping.

    Raises:
        EffektlovError: it is a list or a scalar.
    """
    if not isinstance(node, Mapping):
        raise error(instead(node, "fields"), file=path, line=node.line, field=field)
    return node


def record(
    node: Node, shape: type[T], path: Path, error: type[EffektlovError], field: str = ""
) -> T:
    """The node as `shape`; numbers, dates and truth values are read from the text.

    Raises:
        EffektlovError: of class `error`, with line, field, allowed values and the nearest name.
    """
    odd = next(_not_finite(node, field), None)
    if odd:
        name, scalar = odd
        raise error(
            f"'{scalar.text}' is no amount (text of that spelling needs quotation marks)",
            file=path,
            line=scalar.line,
            field=name,
        )
    try:
        return msgspec.convert(plain(node), shape, strict=False)
    except msgspec.ValidationError as problem:
        raise _explained(str(problem), node, path, error, field, shape) from None


def records(node: Node, shape: type[T], path: Path, error: type[EffektlovError]) -> dict[str, T]:
    """A mapping of name to `shape`, each read on its own so that an error has its name."""
    fields = as_mapping(node, path, error)
    return {
        name: record(child, shape, path, error, field=name) for name, child in fields.items.items()
    }


def _not_finite(node: Node, field: str) -> Iterator[tuple[str, Scalar]]:
    """Unquoted scalars that msgspec would read as NaN or infinity."""
    if isinstance(node, Scalar):
        if not node.quoted and _NOT_FINITE.fullmatch(node.text):
            yield field, node
    elif isinstance(node, Mapping):
        for name, child in node.items.items():
            yield from _not_finite(child, f"{field}.{name}" if field else name)
    else:
        for position, child in enumerate(node.items):
            yield from _not_finite(child, f"{field}[{position}]")


def instead(node: Node, wanted: str) -> str:
    """What is wrong with a node of another kind than the one wanted."""
    if isinstance(node, Scalar):
        given = f"'{node.text}'" if node.text else "nothing"
    else:
        given = "a list" if isinstance(node, Sequence) else "fields"
    return f"{wanted} expected here, not {given}"


def _explained(
    problem: str,
    node: Node,
    path: Path,
    error: type[EffektlovError],
    field: str,
    shape: type[Any],
) -> EffektlovError:
    text, _, where = problem.partition(" - at `$")
    found, names = node, [field] if field else []
    line = node.line
    for name, position in _STEP.findall(where):
        if name and isinstance(found, Mapping) and name in found.items:
            line, found = found.key_lines[name], found.items[name]
            names.append(name)
        elif position and isinstance(found, Sequence):
            found = found.items[int(position)]
            line = found.line
            names.append(f"[{position}]")
    steps = [name for name, _ in _STEP.findall(where) if name]
    if where.endswith("[...]`") and isinstance(found, Mapping):  # one of the values: which?
        for name, child in found.items.items():
            if not isinstance(child, Scalar) or not _is_number(child.text):
                line, found = found.key_lines[name], child
                names.append(name)
                break
    allowed: list[str] | None = None
    got: str | None = None
    absent = re.fullmatch(r"Object missing required field `(.+)`", text)
    types = re.match(r"Expected `(.+?)`", text)
    unknown = re.search(r"unknown field `(.+)`", text)
    if unknown:
        got = unknown[1]
        if isinstance(found, Mapping):
            line = found.key_lines.get(got, line)
        allowed = _fields_at(shape, steps)
        text = f"unknown field '{got}'"
    elif isinstance(found, Scalar) and "enum value" in text:
        got = found.text
        allowed = _literals(shape, steps)
        text = f"unknown value '{got}'"
    elif absent:
        names.append(absent[1])
        text = "missing"
    elif "RFC3339" in text and isinstance(found, Scalar):
        text, allowed = f"'{found.text}' is no date", ["a date such as 2027-01-01"]
    elif types:
        kinds = [kind for kind in types[1].split(" | ") if kind != "null"]
        text = instead(found, " or ".join(_KINDS.get(kind, kind) for kind in kinds))
        if kinds == ["object"]:
            allowed = _fields_at(shape, steps)
        elif "str" in kinds:
            allowed = _literals(shape, steps)
        elif kinds == ["bool"]:
            allowed = ["true", "false"]
    else:
        text = text[0].lower() + text[1:].replace("`", "'")
    at = ".".join(names).replace(".[", "[")
    return error(text, file=path, line=line, field=at or None, allowed=allowed, got=got)


def _is_number(text: str) -> bool:
    try:
        return float(text) == float(text)
    except ValueError:
        return False


def _descend(shape: Any, names: list[str]) -> Any:
    kind = msgspec.inspect.type_info(shape)
    for name in names:
        kind = _struct(kind)
        fields = {field.encode_name: field for field in kind.fields} if kind else {}
        if name not in fields:
            return None
        kind = fields[name].type
    return kind


def _struct(kind: Any) -> Any:
    options = kind.types if isinstance(kind, msgspec.inspect.UnionType) else (kind,)
    for option in options:
        if isinstance(option, msgspec.inspect.ListType | msgspec.inspect.VarTupleType):
            option = option.item_type
        if isinstance(option, msgspec.inspect.StructType):
            return option
    return None


def _fields_at(shape: Any, names: list[str]) -> list[str] | None:
    kind = _struct(_descend(shape, names))
    return sorted(field.encode_name for field in kind.fields) if kind else None


def _literals(shape: Any, names: list[str]) -> list[str] | None:
    kind = _descend(shape, names)
    options = kind.types if isinstance(kind, msgspec.inspect.UnionType) else (kind,)
    values = [
        str(value)
        for option in options
        if isinstance(option, msgspec.inspect.LiteralType)
        for value in option.values
    ]
    return sorted(values) or None
