"""The kommune table: one row per kommune of 2024, found by number, older number or name."""

import csv
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from effektlov.errors import EffektlovError, nearest
from effektlov.law import PACKAGE

__all__ = ["Kommune", "find_kommune", "kommune_numbers"]

_TABLE = PACKAGE / "evidence" / "kommuner.csv"
_OLDER = PACKAGE / "evidence" / "kommune_endringer.yaml"


class Kommune(msgspec.Struct, frozen=True):
    """A kommune: number, name and the cells of its row; `assumed` names cells with a fallback."""

    number: str
    name: str
    cells: dict[str, str]
    assumed: tuple[str, ...]


@lru_cache(maxsize=1)
def _rows() -> dict[str, dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as stream:
        return {row["kommunenummer"]: row for row in csv.DictReader(stream)}


@lru_cache(maxsize=1)
def _older() -> Mapping[str, str]:
    from effektlov import schema, yaml_reader

    found: dict[str, str] = schema.plain(yaml_reader.read(_OLDER)) or {}
    return found


def kommune_numbers() -> list[str]:
    """Every kommune number of the table."""
    return list(_rows())


def find_kommune(
    text: str,
    *,
    error: type[EffektlovError],
    file: Path | None = None,
    line: int | None = None,
    field: str = "kommune",
) -> Kommune:
    """The kommune of a number or a name.

    Raises:
        EffektlovError: of class `error`: none, a name that two kommuner have, or an older number
            that was divided.
    """

    def wrong(problem: str, allowed: list[str], suggestion: str | None = None) -> EffektlovError:
        return error(
            problem, file=file, line=line, field=field, allowed=allowed, suggestion=suggestion
        )

    rows = _rows()
    named = [key for key, row in rows.items() if row["navn"].casefold() == text.casefold()]
    if len(named) > 1:
        raise wrong(f"{len(named)} kommuner are called {rows[named[0]]['navn']}", _shown(named))
    older = _older().get(text, "")
    if older and older not in rows:
        heirs = [number for number in older.split() if number in rows]
        raise wrong(
            f"kommune {text} was divided or has no single successor: its number stands for no "
            "kommune of 2024",
            _shown(heirs) or ["the number or name of a kommune of 2024"],
        )
    number = text if text in rows else named[0] if named else older or None
    if number is None or number not in rows:
        raise wrong(
            f"unknown kommune '{text}'",
            ["a number or name of 2024, such as 4613 or Bømlo"],
            _near(text),
        )
    row = rows[number]
    assumed = tuple(part for part in row.get("assumed", "").split(";") if part)
    cells = {
        key: value
        for key, value in row.items()
        if key not in ("kommunenummer", "navn", "assumed") and value != ""
    }
    return Kommune(number, row["navn"], cells, assumed)


def _shown(numbers: Iterable[str]) -> list[str]:
    return [f"{number} ({_rows()[number]['navn']})" for number in numbers]


def _near(text: str) -> str | None:
    """The nearest name; of a number the nearest in its fylke, as the first digits say most."""
    rows = _rows()
    if not (text.isascii() and text.isdigit()):
        return nearest(text.casefold().removesuffix(" kommune"), [r["navn"] for r in rows.values()])
    near = [number for number in rows if len(text) == 4 and number[:2] == text[:2]]
    if not near:
        return None
    return _shown([min(near, key=lambda number: abs(int(number) - int(text)))])[0]
