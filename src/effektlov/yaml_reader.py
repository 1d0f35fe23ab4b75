"""Read YAML from outside: small, shallow, without tags or aliases, every scalar with its line.

Deep nesting kills libyaml's composer (a crash, not an exception), and aliases can blow up in
memory, so both are refused on the stream of events before anything is composed. Scalars stay text
as written: unquoted `0301` is 193 to YAML and Oslo to the user.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from effektlov.errors import YamlError

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Mapping", "Node", "Scalar", "Sequence", "read", "read_all"]

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Scalar:
    """A scalar as written; `quoted` tells `"1"` from `1`."""

    text: str
    line: int
    quoted: bool


@dataclass(frozen=True)
class Sequence:
    """A list with the line where it starts."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True)
class Mapping:
    """A mapping with the line of each key."""

    items: dict[str, "Node"]
    key_lines: dict[str, int]
    line: int


Node = Scalar | Sequence | Mapping


def read(path: Path) -> Node:
    """The one document of a file.

    Raises:
        YamlError: missing, unreadable, over 1 MB, broken, deep, with tags or aliases, or not
            exactly one document.
    """
    documents = read_all(path)
    if not documents:
        raise YamlError("the file is empty", file=path)
    if len(documents) > 1:
        raise YamlError(
            f"one document expected, {len(documents)} found: this file holds only one",
            file=path,
            line=documents[1].line,
        )
    return documents[0]


def read_all(path: Path) -> list[Node]:
    """The documents of a file, in order.

    Raises:
        YamlError: as `read`.
    """
    text = _text(path)
    try:
        return [
            _build(event, events, path, 1)
            for events in [iter(yaml.parse(text, Loader=_LOADER))]
            for event in events
            if not isinstance(event, _AROUND)
        ]
    except yaml.reader.ReaderError as error:
        raise YamlError(
            f"not valid YAML: the character U+{int(error.character):04X} is not allowed",
            file=path,
            line=len(_BREAK.findall(text[: error.position])) + 1,
        ) from None
    except yaml.YAMLError as error:
        raise _broken(error, text, path) from None
    except (ValueError, OverflowError):  # PyYAML's own loader on "\\U00110000"
        raise YamlError("not valid YAML: an escaped character does not exist", file=path) from None


def _broken(error: yaml.YAMLError, text: str, path: Path) -> YamlError:
    mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or "cannot be read"
    if mark is None:
        return YamlError(f"not valid YAML: {problem}", file=path)
    if "nesting depth" in problem:
        return YamlError(f"nested deeper than {MAX_DEPTH} levels", file=path, line=mark.line + 1)
    lines = _BREAK.split(text)
    if mark.line < len(lines) and _TAB.match(lines[mark.line]):
        problem = "a tab is used for indentation; use spaces"
    elif began is not None and began.line < mark.line:
        problem = f"{problem} ({error.context}, which begins on line {began.line + 1})"  # type: ignore[attr-defined]
    return YamlError(f"not valid YAML: {problem}", file=path, line=mark.line + 1)


_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_TAB = re.compile(r" *\t")
_AROUND = (
    yaml.StreamStartEvent,
    yaml.StreamEndEvent,
    yaml.DocumentStartEvent,
    yaml.DocumentEndEvent,
)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise YamlError(f"cannot be read: {error.strerror}", file=path) from None
    if len(raw) > MAX_BYTES:
        raise YamlError("larger than 1 MB, which no case or reform is", file=path)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise YamlError("not UTF-8 text", file=path, line=line) from None


def _build(event: yaml.Event, events: Iterator[yaml.Event], path: Path, depth: int) -> Node:
    line = event.start_mark.line + 1 if event.start_mark else 0
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise YamlError("anchors and aliases (& and *) are not allowed", file=path, line=line)
    tag = getattr(event, "tag", None)
    if tag is not None and tag != "!":
        short = tag.replace("tag:yaml.org,2002:", "!!")
        raise YamlError(f"the tag '{short}' is not allowed: plain YAML only", file=path, line=line)
    if depth > MAX_DEPTH:
        raise YamlError(f"nested deeper than {MAX_DEPTH} levels", file=path, line=line)
    if isinstance(event, yaml.ScalarEvent):
        if not event.value.isascii() and _SURROGATE.search(event.value):
            raise YamlError("half of a character (\\uD800-\\uDFFF)", file=path, line=line)
        return Scalar(event.value, line, event.style in ("'", '"', "|", ">"))
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        for inner in events:
            if isinstance(inner, yaml.SequenceEndEvent):
                break
            items.append(_build(inner, events, path, depth + 1))
        return Sequence(tuple(items), line)
    return _mapping(events, path, depth, line)


def _mapping(events: Iterator[yaml.Event], path: Path, depth: int, line: int) -> Mapping:
    fields: dict[str, Node] = {}
    key_lines: dict[str, int] = {}
    for key in events:
        if isinstance(key, yaml.MappingEndEvent):
            break
        name = _build(key, events, path, depth + 1)
        if not isinstance(name, Scalar):
            raise YamlError("a field name must be plain text", file=path, line=name.line)
        if name.text in fields:
            raise YamlError(
                f"given twice, first on line {key_lines[name.text]}",
                file=path,
                line=name.line,
                field=name.text,
            )
        fields[name.text] = _build(next(events), events, path, depth + 1)
        key_lines[name.text] = name.line
    return Mapping(fields, key_lines, line)
