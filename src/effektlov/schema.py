"""From a YAML node to a typed record, with the line and field of whatever is wrong."""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from effektlov.errors import EffektlovError
from effektlov.yaml_reader import Mapping, Node, Scalar, Sequence

__all__ = ["as_mapping", "plain", "record", "records"]

T = TypeVar("T")
_STEP = re.compile(r"\.([A-Za-z_][\w]*)|\[(\d+)\]")
_EMPTY = {"", "null", "~"}


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
        raise error("fields expected here", file=path, line=node.line, field=field)
    return node


def record(
    node: Node, shape: type[T], path: Path, error: type[EffektlovError], field: str = ""
) -> T:
    """The node as `shape`; numbers, dates and truth values are read from the text.

    Raises:
        EffektlovError: of class `error`, with line, field, allowed values and the nearest name.
    """
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
    allowed, got = None, None
    unknown = re.search(r"unknown field `(.+)`", text)
    if unknown:
        got = unknown[1]
        if isinstance(found, Mapping):
            line = found.key_lines.get(got, line)
        allowed = _fields_at(shape, [name for name, _ in _STEP.findall(where) if name])
        text = f"unknown field '{got}'"
    elif isinstance(found, Scalar) and "enum value" in text:
        got = found.text
        allowed = _literals(shape, [name for name, _ in _STEP.findall(where) if name])
        text = f"unknown value '{got}'"
    else:
        text = text[0].lower() + text[1:].replace("`", "'")
    return error(
        text, file=path, line=line, field=".".join(names) or None, allowed=allowed, got=got
    )


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
