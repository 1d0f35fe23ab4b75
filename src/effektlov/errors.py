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


_MOST_SHOWN = 24
_LONGEST = 300


def nearest(name: str, allowed: Iterable[str]) -> str | None:
    """The allowed name that a mistyped one most resembles, or None; capitals do not count."""
    words = {str(word).casefold(): str(word) for word in allowed}
    found = difflib.get_close_matches(str(name)[:_LONGEST].casefold(), words, n=1, cutoff=0.6)
    return words[found[0]] if found else None


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
        suggestion: str | None = None,
    ) -> None:
        self.problem = problem
        self.file = _file_name(Path(file)) if file else None
        self.line = line
        self.field = field
        self.allowed = [str(word) for word in allowed] if allowed is not None else None
        self.suggestion = suggestion or (
            nearest(got, self.allowed) if got and self.allowed else None
        )
        self._got = got or ""
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
        elif self.allowed:
            parts.append(".")
        if self.allowed:
            parts.append(f" Allowed: {_listed(self.allowed, self._got)}.")
        return "".join(_printable(part) for part in parts)


def _file_name(path: Path) -> str:
    """Every reform is a `reform.yaml`, so that name comes with its folder."""
    return f"{path.parent.name}/{path.name}".lstrip("/") if path.stem == "reform" else path.name


def _listed(words: list[str], got: str) -> str:
    """All of a short list; of a long one those nearest to what was written."""
    if len(words) <= _MOST_SHOWN:
        return ", ".join(words)
    near = difflib.SequenceMatcher(b=got[:_LONGEST].casefold(), autojunk=False)

    def distance(word: str) -> float:
        near.set_seq1(word.casefold())
        return -near.ratio()

    shown = sorted(words, key=distance)[: _MOST_SHOWN // 2] if got else words[:_MOST_SHOWN]
    return f"{', '.join(shown)} … ({len(words)} in all)"


def _printable(text: str) -> str:
    """What a file says, on one line: no control characters, and not endless."""
    if len(text) > 10 * _LONGEST:
        text = f"{text[:_LONGEST]} … {text[-_LONGEST // 3 :]}"
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


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
