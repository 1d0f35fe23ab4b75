"""Facts over time as a case states them: kroner per year or month, a status from a month on."""

import datetime
import math
import re
from pathlib import Path
from typing import Any, Literal

import msgspec
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit

from effektlov.errors import EffektlovError, nearest
from effektlov.schema import instead
from effektlov.yaml_reader import Mapping, Node, Scalar

__all__ = ["Given", "date_of", "month_number", "parse_given", "truth"]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_YEAR = re.compile(r"(19|20)[0-9]{2}|2100")
_NUMBER = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.?(nan|inf|infinity)", re.IGNORECASE)
_PER = ("per_month", "per_year")
_TRUE, _FALSE = {"true", "yes", "ja"}, {"false", "no", "nei"}


class Given(msgspec.Struct, frozen=True):
    """A fact over time.

    `constant`: the same in every period. `yearly`: kroner a year, a twelfth each month.
    `per_month`: kroner each month. `months`: kroner in the months named, else nothing.
    `years`: kroner of the years named, as they stand; the last holds on, nothing before the first.
    `steps`: a status from the month named until the next.
    """

    kind: Literal["constant", "yearly", "per_month", "months", "years", "steps"]
    values: tuple[tuple[int, float], ...]
    line: int

    @property
    def uprated(self) -> bool:
        """Whether a later year's amount follows the deflator: undated kroner do."""
        return self.kind in ("yearly", "per_month")

    def months(self, year: int, default: float = 0.0) -> tuple[float, ...]:
        """The twelve values of a calendar year."""
        first = 12 * year
        if self.kind in ("constant", "per_month"):
            return (self.values[0][1],) * 12
        if self.kind == "yearly":
            return (self.values[0][1] / 12,) * 12
        if self.kind == "months":
            stated = dict(self.values)
            nothing = default if math.isnan(default) else 0.0
            return tuple(stated.get(month, nothing) for month in range(first, first + 12))
        if self.kind == "years":
            return (self._step(first, 0.0) / 12,) * 12
        return tuple(self._step(month, default) for month in range(first, first + 12))

    def year(self, year: int, default: float = 0.0) -> float:
        """The value of a calendar year, for a variable by year."""
        if self.kind in ("constant", "yearly"):
            return self.values[0][1]
        if self.kind == "per_month":
            return 12 * self.values[0][1]
        if self.kind == "months":
            return sum(value for month, value in self.values if month // 12 == year)
        return self._step(12 * year, 0.0 if self.kind == "years" else default)

    def _step(self, month: int, default: float) -> float:
        reached = [value for start, value in self.values if start <= month]
        return reached[-1] if reached else default


def month_number(text: str) -> int | None:
    """Months since year 0 of "2026-08" (or of a date in it), None when it is no month."""
    date = date_of(f"{text}-01" if _MONTH.fullmatch(text) else text)
    if date is None or not _YEAR.fullmatch(f"{date.year:04d}"):
        return None
    return 12 * date.year + date.month - 1


def date_of(text: str) -> datetime.date | None:
    """The date that is written YYYY-MM-DD, None when there is no such day."""
    try:
        return datetime.date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def truth(text: str) -> bool | None:
    """Yes or no as people write it, None when it is neither."""
    return True if text.lower() in _TRUE else False if text.lower() in _FALSE else None


def parse_given(
    name: str,
    variable: Any,
    node: Node,
    path: Path,
    error: type[EffektlovError],
    *,
    field: str | None = None,
) -> Given:
    """The fact that a file states for a variable; `field` is its place in the file.

    Raises:
        EffektlovError: of class `error`: wrong type, unknown value, negative amount, or kroner
            without a period.
    """
    field = field or name
    if isinstance(node, Scalar):
        return _plain(name, variable, node, path, error, field)
    if not isinstance(node, Mapping) or not node.items:
        raise error(
            instead(node, "a value, or months with values"), file=path, line=node.line, field=field
        )
    amount = _is_amount(variable)
    if amount and set(node.items) == {"per_month"}:
        value = _value(variable, node.items["per_month"], path, error, field)
        return Given("per_month", ((0, value),), node.line)
    if amount and set(node.items) == {"per_year"}:
        value = _value(variable, node.items["per_year"], path, error, field)
        return Given("yearly", ((0, value),), node.line)
    if amount and all(_YEAR.fullmatch(key) for key in node.items):
        by_year = [
            (12 * int(key), _value(variable, child, path, error, field))
            for key, child in node.items.items()
        ]
        return Given("years", tuple(sorted(by_year)), node.line)
    stated: list[tuple[int, float]] = []
    for key, child in node.items.items():
        month = month_number(key)
        if month is None:
            raise error(
                f"'{key}' beside another kind of period"
                if amount and (key in _PER or _YEAR.fullmatch(key))
                else f"unknown period '{key}'",
                file=path,
                line=node.key_lines[key],
                field=field,
                allowed=[
                    "months such as 2026-08",
                    *(["years such as 2026", *_PER] if amount else []),
                ],
                suggestion=nearest(key, set(_PER) - {key}) if amount and key not in _PER else None,
            )
        if any(month == earlier for earlier, _ in stated):
            raise error(
                f"the month of '{key}' is given twice",
                file=path,
                line=node.key_lines[key],
                field=field,
            )
        stated.append((month, _value(variable, child, path, error, field)))
    return Given("months" if amount else "steps", tuple(sorted(stated)), node.line)


def _plain(
    name: str,
    variable: Any,
    node: Scalar,
    path: Path,
    error: type[EffektlovError],
    field: str,
) -> Given:
    value = _value(variable, node, path, error, field)
    if not _is_amount(variable):
        return Given("constant", ((0, value),), node.line)
    monthly = variable.definition_period == DateUnit.MONTH
    if monthly and variable.unit_of_case != "kr/year":
        raise error(
            "an amount without a period",
            file=path,
            line=node.line,
            field=field,
            allowed=[f"{name}: {{per_month: {node.text}}}", f"{name}: {{2026-03: {node.text}}}"],
        )
    return Given("yearly", ((0, value),), node.line)


def _is_amount(variable: Any) -> bool:
    return variable.value_type is float and variable.unit_of_case.startswith("kr")


def _value(variable: Any, node: Node, path: Path, error: type[EffektlovError], field: str) -> float:
    if not isinstance(node, Scalar):
        raise error(instead(node, "one value"), file=path, line=node.line, field=field)

    def wrong(problem: str, allowed: list[str] | None = None) -> EffektlovError:
        return error(
            problem, file=path, line=node.line, field=field, allowed=allowed, got=node.text
        )

    if not node.text:
        raise wrong(instead(node, "a value"))
    if variable.value_type is bool:
        answer = truth(node.text)
        if answer is not None:
            return float(answer)
        raise wrong(f"'{node.text}' is neither true nor false", ["true", "false"])
    if variable.value_type is Enum:
        names = variable.enum_names
        if node.text not in names:
            raise wrong(f"unknown value '{node.text}'", list(names))
        return float(names.index(node.text))
    if variable.of_month and month_number(node.text) is not None:
        return float(month_number(node.text) or 0)
    return _number(node.text, variable, wrong)


def _number(text: str, variable: Any, wrong: Any) -> float:
    if variable.of_month:
        raise wrong(f"'{text}' is no month", ["a month such as 2024-08"])
    if _NOT_FINITE.fullmatch(text):
        raise wrong(f"'{text}' is no amount")
    if not _NUMBER.fullmatch(text):
        raise wrong(f"'{text}' is not a number", ["a number such as 412000 or 0.25"])
    value = float(text)
    if abs(value) > 1e12:
        raise wrong(f"'{text}' is larger than any amount can be")
    if variable.value_type is int and value != int(value):
        raise wrong(f"'{text}' is not a whole number")
    if value < 0 and not variable.may_be_negative:
        raise wrong(f"'{text}' is negative")
    if variable.unit_of_case == "share" and value > 1:
        raise wrong(f"'{text}' is more than 1, the whole")
    return value
