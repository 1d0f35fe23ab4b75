"""The kommune table: one row per kommune of 2024, found by number, older number or name."""

import csv
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from effektlov.errors import EffektlovError
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
        EffektlovError: of class `error`: none, or an older number that was divided.
    """
    rows = _rows()
    by_name = {row["navn"].casefold(): number for number, row in rows.items()}
    number = text if text in rows else by_name.get(text.casefold())
    if number is None and text.isdigit():
        number = _older().get(text)
    if number is None or number not in rows:
        near = [row["navn"] for row in rows.values()] if not text.isdigit() else list(rows)
        raise error(
            f"unknown kommune '{text}'",
            file=file,
            line=line,
            field=field,
            allowed=[*_near(text, near), "a number or name of 2024, such as 4613 or Bømlo"],
            got=text,
        )
    row = rows[number]
    assumed = tuple(part for part in row.get("assumed", "").split(";") if part)
    cells = {
        key: value
        for key, value in row.items()
        if key not in ("kommunenummer", "navn", "assumed") and value != ""
    }
    return Kommune(number, row["navn"], cells, assumed)


def _near(text: str, names: list[str]) -> list[str]:
    import difflib

    return difflib.get_close_matches(text, names, n=3, cutoff=0.6)
