"""When the law changes: the months of every parameter, found for a leaf or for a whole branch."""

from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["ParameterChanges", "calendar_months", "changes_of"]

Month = tuple[int, int]


class ParameterChanges:
    """(year, month) of every change, for each parameter and for each branch above it.

    `calendar` holds parameters that name a month of the year (the school year begins in August):
    each year turns there too.
    """

    def __init__(
        self,
        leaves: Mapping[str, frozenset[Month]],
        calendar: Mapping[str, frozenset[int]] | None = None,
    ) -> None:
        self.leaves = dict(leaves)
        self.calendar = dict(calendar or {})
        known: dict[str, set[Month]] = {}
        for name, months in leaves.items():
            parts = name.split(".")
            for depth in range(len(parts) + 1):
                known.setdefault(".".join(parts[:depth]), set()).update(months)
        self._known = {name: frozenset(months) for name, months in known.items()}

    def of(self, path: str) -> frozenset[Month]:
        """Changes under a path; a path below a parameter (`.rates`) is that parameter."""
        while path not in self._known:
            path = path.rpartition(".")[0]
        return self._known[path]

    def months(self, path: str, year: int) -> set[int]:
        """The months of a year in which something under a path changes or turns."""
        found = {month for changed, month in self.of(path) if changed == year}
        for name, months in self.calendar.items():
            if name == path or name.startswith(f"{path}."):
                found |= months
        return found

    def with_changes(self, more: Mapping[str, frozenset[Month]]) -> "ParameterChanges":
        """These changes with those of a reform in place of the parameters that it touches."""
        return ParameterChanges({**self.leaves, **more}, self.calendar)


def calendar_months(node: Any) -> dict[str, frozenset[int]]:
    """The months that parameters of unit "month" name, and the month after each."""
    if hasattr(node, "children"):
        found: dict[str, frozenset[int]] = {}
        for child in node.children.values():
            found |= calendar_months(child)
        return found
    if (getattr(node, "metadata", None) or {}).get("unit") != "month":
        return {}
    months = {int(value.value) for value in node.values_list}
    return {node.name: frozenset(months | {month % 12 + 1 for month in months})}


def changes_of(node: Any) -> dict[str, frozenset[Month]]:
    """Changes of every parameter under an OpenFisca node.

    A change after the 1st counts from the next month, since rules read the first day of a period.
    """
    return {
        name: frozenset(_month(*map(int, date.split("-"))) for date in dates)
        for name, dates in _dates(node)
    }


def _month(year: int, month: int, day: int) -> Month:
    return (year, month) if day == 1 else (year + month // 12, month % 12 + 1)


def _dates(node: Any) -> Iterator[tuple[str, set[str]]]:
    if hasattr(node, "children"):
        for child in node.children.values():
            yield from _dates(child)
        return
    parts = (
        [part for bracket in node.brackets for part in bracket.children.values()]
        if hasattr(node, "brackets")
        else [node]
    )
    yield node.name, {value.instant_str for part in parts for value in part.values_list}
