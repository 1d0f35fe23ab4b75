"""Fresh processes and what they cost: wall time, peak memory, medians, the machine.

Nothing heavy is imported here: a child's peak memory counts from that of its parent.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

__all__ = [
    "Outcome",
    "costs",
    "environment",
    "last_line",
    "machine",
    "medians",
    "print_costs",
    "print_machine",
    "print_parts",
    "print_table",
    "print_targets",
    "run",
    "spread",
    "steps",
    "verdict",
]

_LIBRARIES = ("effektlov", "openfisca-core", "numpy", "numexpr", "msgspec", "click", "rich")
_PER_MB = 1_000_000 if sys.platform == "darwin" else 1000


@dataclass(frozen=True)
class Outcome:
    """One fresh process: when it started and ended (`perf_counter`), seconds of CPU, peak resident
    memory in MB, and what it printed."""

    started: float
    ended: float
    cpu_s: float
    peak_mb: float
    output: str

    @property
    def wall_s(self) -> float:
        """Seconds from start to end."""
        return self.ended - self.started


def environment(cache: Path | None = None, path: Path | None = None) -> dict[str, str]:
    """The environment of a child: bytecode is kept; a cache folder and a package of its own."""
    found = dict(os.environ)
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    if cache is not None:
        found["EFFEKTLOV_CACHE"] = str(cache)
    if path is not None:
        found["PYTHONPATH"] = os.pathsep.join(
            [str(path), *filter(None, [os.environ.get("PYTHONPATH")])]
        )
    return found


def run(command: Sequence[str], env: Mapping[str, str]) -> Outcome:
    """Run a command in a fresh process and wait for it, from an empty folder.

    Raises:
        SystemExit: the command failed; its last words are shown.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        child = subprocess.Popen(
            command, stdout=out, stderr=err, env=dict(env), cwd=tempfile.gettempdir()
        )
        _, status, usage = os.wait4(child.pid, 0)
        end = time.perf_counter()
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if child.returncode != 0:
            words = err.read().decode(errors="replace")[-2000:]
            raise SystemExit(f"{' '.join(command)} ended with {child.returncode}:\n{words}")
        cpu = usage.ru_utime + usage.ru_stime
        return Outcome(start, end, cpu, usage.ru_maxrss / _PER_MB, out.read().decode())


def last_line(outcome: Outcome) -> dict[str, Any]:
    """The JSON object that a worker prints as its last line."""
    found: dict[str, Any] = json.loads(outcome.output.strip().splitlines()[-1])
    return found


def steps(outcome: Outcome) -> dict[str, float]:
    """The parts that a worker timed, with the start and the end of Python around them.

    `perf_counter` is one clock for all processes of a machine, on Linux and macOS.
    """
    found = last_line(outcome)
    parts = {"start Python": found["began"] - outcome.started, **found["parts"]}
    return {**parts, "end Python": outcome.ended - found["ended"], "whole": outcome.wall_s}


def costs(outcomes: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    """Wall time, CPU time and peak memory over several runs."""
    return {
        "wall_s": spread(outcome.wall_s for outcome in outcomes),
        "cpu_s": spread(outcome.cpu_s for outcome in outcomes),
        "peak_mb": spread(outcome.peak_mb for outcome in outcomes),
    }


def spread(values: Iterable[float]) -> dict[str, float]:
    """Median, least and most."""
    found = sorted(values)
    return {
        "median": round(statistics.median(found), 4),
        "min": round(found[0], 4),
        "max": round(found[-1], 4),
    }


def medians(parts: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The median of each part over several runs."""
    return {name: round(statistics.median(part[name] for part in parts), 4) for name in parts[0]}


def machine() -> dict[str, Any]:
    """The machine, what else runs on it, and the versions that were measured."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    versions = {}
    for name in _LIBRARIES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            versions[name] = "not installed"
    return {
        "cpu": _cpu(),
        "cores": usable,
        "ram_gib": round(pages / 2**30, 1),
        "system": f"{platform.system()} {platform.release()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "load_1_min": round(os.getloadavg()[0], 2),
        "versions": versions,
    }


def verdict(measured: Mapping[str, float], targets: Mapping[str, float]) -> dict[str, Any]:
    """Each measured figure beside its target."""
    return {
        name: {"measured": measured[name], "target": target, "met": measured[name] <= target}
        for name, target in targets.items()
    }


def print_table(title: str, rows: Iterable[Sequence[Any]]) -> None:
    """A table of words and figures; figures are set right."""
    lines = [[_text(cell) for cell in row] for row in rows]
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    print(f"\n{title}")
    for line in lines:
        first, *rest = line
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
        print(f"  {'  '.join(cells)}".rstrip())


def print_machine(here: Mapping[str, Any], load_after: float) -> None:
    """The machine and the versions, in two lines."""
    print(
        f"{here['cpu']}, {here['cores']} cores, {here['ram_gib']} GiB, {here['python']}, "
        f"load {here['load_1_min']} before and {load_after} after"
    )
    print(", ".join(f"{name} {version}" for name, version in here["versions"].items()))


def print_costs(
    title: str, named: Mapping[str, Any], ratios: Mapping[str, float] | None = None
) -> None:
    """Wall, CPU and memory of each command; `ratios` says how many times its wall the job takes."""
    print_table(
        title,
        [
            ("", "wall s", "min", "max", "cpu s", "peak MB", *(["job is x"] if ratios else [])),
            *(
                (
                    name,
                    *found["wall_s"].values(),
                    found["cpu_s"]["median"],
                    round(found["peak_mb"]["median"], 1),
                    *([ratios.get(name, "")] if ratios else []),
                )
                for name, found in named.items()
            ),
        ],
    )


def print_parts(title: str, parts: Mapping[str, Mapping[str, float]]) -> None:
    """Breakdowns side by side."""
    names = next(iter(parts.values()))
    print_table(
        title,
        [
            ("", *parts),
            *((name, *(column[name] for column in parts.values())) for name in names),
        ],
    )


def print_targets(targets: Mapping[str, Any]) -> None:
    """Each figure beside its target."""
    print_table(
        "Targets",
        [
            ("", "measured", "target", "met"),
            *((name, *line.values()) for name, line in targets.items()),
        ],
    )


def _text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "NO"
    return f"{cell:,.3f}" if isinstance(cell, float) else str(cell)


def _cpu() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()
