"""Every error a user can meet: one message that says where, what, what is allowed, what is near."""

import difflib
from collections.abc import Iterable
from pathlib import Path

__all__ = [
    "CaseError",
    "EffektlovError",
    "EvidenceError",
    "LawError",
    "ReformError",
    "ScenarioError",
    "UnknownNameError",
    "YamlError",
    "nearest",
]


def nearest(name: str, allowed: Iterable[str]) -> str | None:
    """The allowed name that a mistyped one most resembles, or None."""
    found = difflib.get_close_matches(str(name), [str(word) for word in allowed], n=1, cutoff=0.6)
    return found[0] if found else None


class EffektlovError(Exception):
    """Bad input or bad law data: the command line prints it and ends with `exit_code`.

    Attributes:
        file, line, field: where; each may be missing.
        allowed: the values that would be right.
        suggestion: the nearest right name.
    """

    exit_code = 2

    def __init__(
        self,
        problem: str,
        *,
        file: str | Path | None = None,
        line: int | None = None,
        field: str | None = None,
        allowed: Iterable[str] | None = None,
        got: str | None = None,
    ) -> None:
        self.problem = problem
        self.file = Path(file).name if file else None
        self.line = line
        self.field = field
        self.allowed = list(allowed) if allowed is not None else None
        self.suggestion = nearest(got, self.allowed) if got and self.allowed else None
        super().__init__(str(self))

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        parts = [
            f"{where}: " if where else "",
            f"{self.field}: " if self.field else "",
            self.problem,
        ]
        if self.suggestion:
            parts.append(f". Did you mean '{self.suggestion}'?")
        if self.allowed:
            shown = self.allowed if len(self.allowed) <= 24 else [*self.allowed[:24], "…"]
            parts.append(f" Allowed: {', '.join(shown)}.")
        return "".join(parts)


class YamlError(EffektlovError):
    """A file that is not the YAML we read: broken, hostile, or too large."""


class CaseError(EffektlovError):
    """A case file says something impossible or unknown."""


class ReformError(EffektlovError):
    """A reform file is wrong, or two reforms conflict."""


class ScenarioError(EffektlovError):
    """A legal scenario is wrongly written."""


class LawError(EffektlovError):
    """The law data itself breaks one of its checks."""


class EvidenceError(EffektlovError):
    """A file of evidence breaks its schema."""


class UnknownNameError(EffektlovError):
    """A name on the command line that nothing answers to."""
