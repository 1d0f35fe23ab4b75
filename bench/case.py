"""From a cold shell to an answer: what `effektlov case` costs, and where the time goes.

python bench/case.py [--runs N] [--format json] [--check]
"""

import argparse
import json
import sys
import tempfile
import time
from importlib import util
from pathlib import Path
from typing import Any

from measure import (
    Outcome,
    environment,
    last_line,
    machine,
    medians,
    print_table,
    run,
    spread,
    verdict,
)

CASE = "elev_pa_vei_ut"
REFORM = "felles_effektplikt_gjennomforing"
HORIZON = 40
TARGETS = {"wall_s": 0.6, "peak_mb": 200.0}
"""Issue 2, point 5: law in force against the reform over 40 years, two cores."""

_COMMAND = [
    sys.executable,
    "-c",
    "from effektlov.cli import main; main()",
    "case",
    CASE,
    "--reform",
    REFORM,
]
_FLOORS = {
    "python": "pass",
    "python + numpy + click": "import numpy, click",
    "python + openfisca-core": (
        "import openfisca_core.simulations, openfisca_core.taxbenefitsystems, click"
    ),
}
_TEMPLATE = """
from openfisca_country_template import CountryTaxBenefitSystem
from openfisca_core.simulation_builder import SimulationBuilder
case = {
    "persons": {"a": {"salary": {"2017-01": 3000}}, "b": {"salary": {"2017-01": 1000}}},
    "households": {"h": {"adults": ["a", "b"]}},
}
simulation = SimulationBuilder().build_from_entities(CountryTaxBenefitSystem(), case)
simulation.calculate("disposable_income", "2017-01")
"""


def measure(runs: int, horizon: int) -> dict[str, Any]:
    """Every figure of this benchmark."""
    before = machine()
    command = [*_COMMAND, "--horizon", str(horizon)]
    worker = [sys.executable, str(Path(__file__).resolve()), "--worker", "--horizon", str(horizon)]
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "kept"
        run(command, environment(kept))
        uncached, cached, inside = [], [], []
        for number in range(runs):
            uncached.append(run(command, environment(Path(folder) / f"empty-{number}")))
            cached.append(run(command, environment(kept)))
            inside.append(last_line(run(worker, environment(kept))))
        rebuilt = len(list(kept.glob("law-*.pickle"))) != 1
        size = sum(path.stat().st_size for path in kept.glob("law-*.pickle"))
        peers = {name: _costs(code, runs) for name, code in _FLOORS.items()}
        if util.find_spec("openfisca_country_template"):
            peers["openfisca country template"] = _costs(_TEMPLATE, runs)
    found = {"cached": _spreads(cached), "uncached": _spreads(uncached)}
    measured = {name: found["cached"][name]["median"] for name in TARGETS}
    return {
        "benchmark": "case",
        "command": f"effektlov case {CASE} --reform {REFORM} --horizon {horizon}",
        "runs": runs,
        **found,
        "breakdown_s": medians(inside),
        "cache_mb": round(size / 1e6, 2),
        "law_changed_meanwhile": rebuilt,
        "peers": peers,
        "ratio_to_peer": {
            name: round(measured["wall_s"] / peer["wall_s"]["median"], 2)
            for name, peer in peers.items()
        },
        "targets": verdict(measured, TARGETS),
        "machine": before,
        "load_1_min_after": machine()["load_1_min"],
    }


def _costs(code: str, runs: int) -> dict[str, Any]:
    command = [sys.executable, "-c", code]
    run(command, environment())
    return _spreads([run(command, environment()) for _ in range(runs)])


def _spreads(outcomes: list[Outcome]) -> dict[str, dict[str, float]]:
    return {
        "wall_s": spread(outcome.wall_s for outcome in outcomes),
        "peak_mb": spread(outcome.peak_mb for outcome in outcomes),
    }


def work(horizon: int) -> dict[str, float]:
    """The steps of the command one by one, in this process; seconds of each.

    `rules` is every evaluation of the law (rows, rules, flows, accounts); `answer` is what the
    answer makes of the accounts; the start of Python itself is in none of them.
    """
    parts: dict[str, float] = {}
    clock = _Clock(parts)
    import click
    import numpy  # noqa: F401

    clock.stop("import numpy, click")
    import openfisca_core.reforms
    import openfisca_core.simulations
    import openfisca_core.taxbenefitsystems  # noqa: F401

    clock.stop("import openfisca-core")
    from rich.console import Console

    clock.stop("import rich")
    from effektlov import assemble, decompose, session
    from effektlov.render import WIDTH, render
    from effektlov.system import load_law

    clock.stop("import effektlov")
    load_law()
    clock.stop("load law")
    case = session.open_case(CASE, horizon=horizon)
    clock.stop("read case")
    regimes, reforms = session.regimes_of(case, [REFORM])
    clock.stop("read reform")
    rules = _Timed(assemble.evaluate_all)
    assemble.evaluate_all = decompose.evaluate_all = rules
    found = session.answer(case, regimes, reforms)
    clock.stop("answer")
    parts["answer"] -= rules.seconds
    parts["rules"] = rules.seconds
    with open("/dev/null", "w", encoding="utf-8") as nowhere:
        render(found, "nb", Console(file=nowhere, width=WIDTH, highlight=False, soft_wrap=False))
    clock.stop("render")
    parts["sum"] = sum(parts.values())
    click.echo(json.dumps(parts))
    return parts


class _Clock:
    """Seconds since the last stop."""

    def __init__(self, parts: dict[str, float]) -> None:
        self._parts = parts
        self._last = time.perf_counter()

    def stop(self, name: str) -> None:
        now = time.perf_counter()
        self._parts[name] = now - self._last
        self._last = now


class _Timed:
    """A function that adds up the seconds spent in it."""

    def __init__(self, function: Any) -> None:
        self._function = function
        self.seconds = 0.0

    def __call__(self, *args: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            return self._function(*args, **named)
        finally:
            self.seconds += time.perf_counter() - start


def show(found: dict[str, Any]) -> None:
    """The figures as tables."""
    here = found["machine"]
    print(f"$ {found['command']}")
    print(
        f"{here['cpu']}, {here['cores']} cores, {here['ram_gib']} GiB, {here['python']}, "
        f"load {here['load_1_min']} before and {found['load_1_min_after']} after"
    )
    print(", ".join(f"{name} {version}" for name, version in here["versions"].items()))
    if found["law_changed_meanwhile"]:
        print("WARNING: a file of the law changed during the runs: some built the cache anew")
    named = {
        "with the cache": found["cached"],
        "without a cache": found["uncached"],
        **found["peers"],
    }
    print_table(
        f"Fresh processes, {found['runs']} runs",
        [
            ("", "wall s", "min", "max", "peak MB", "ratio"),
            *(
                (
                    name,
                    *costs["wall_s"].values(),
                    round(costs["peak_mb"]["median"], 1),
                    found["ratio_to_peer"].get(name, ""),
                )
                for name, costs in named.items()
            ),
        ],
    )
    total = found["breakdown_s"]["sum"]
    print_table(
        "Inside one process, medians",
        [
            ("", "s", "share"),
            *(
                (name, value, f"{value / total:.0%}")
                for name, value in found["breakdown_s"].items()
            ),
        ],
    )
    print_table(
        "Targets",
        [
            ("", "measured", "target", "met"),
            *((name, *line.values()) for name, line in found["targets"].items()),
        ],
    )


def main() -> None:
    """Measure, print, and with --check end with 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--horizon", type=int, default=HORIZON)
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument("--check", action="store_true", help="exit code 1 when over a target")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.worker:
        work(given.horizon)
        return
    found = measure(given.runs, given.horizon)
    if given.format == "json":
        print(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        show(found)
    if given.check and not all(line["met"] for line in found["targets"].values()):
        sys.exit(1)


if __name__ == "__main__":
    main()
