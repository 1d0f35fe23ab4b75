"""From a cold shell to an answer: what `effektlov case` costs, and where the time goes.

python bench/case.py [--runs N] [--format json] [--check]
"""

import argparse
import json
import sys
import tempfile
from importlib import util
from pathlib import Path
from typing import Any

from measure import (
    Outcome,
    costs,
    environment,
    machine,
    medians,
    print_costs,
    print_machine,
    print_parts,
    print_targets,
    run,
    steps,
    verdict,
)

CASE = "elev_pa_vei_ut"
REFORM = "felles_effektplikt_gjennomforing"
HORIZON = 40
_STEPS = Path(__file__).resolve().with_name("case_steps.py")
TARGETS = {"wall_s": 0.6, "peak_mb": 200.0}
"""Issue 2, point 5: law in force against the reform over 40 years, two cores."""

_COMMAND = [
    sys.executable,
    "-c",
    "from effektlov.cli import run; run()",
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
    worker = [sys.executable, str(_STEPS), CASE, REFORM, str(horizon)]
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "kept"
        run(command, environment(kept))
        uncached, cached, inside = [], [], []
        peers = _peers()
        others: dict[str, list[Outcome]] = {name: [] for name in peers}
        for code in peers.values():
            run([sys.executable, "-c", code], environment())
        for number in range(runs):
            uncached.append(run(command, environment(Path(folder) / f"empty-{number}")))
            cached.append(run(command, environment(kept)))
            inside.append(steps(run(worker, environment(kept))))
            for name, code in peers.items():
                others[name].append(run([sys.executable, "-c", code], environment()))
        rebuilt = len(list(kept.glob("law-*.pickle"))) != 1
        size = sum(path.stat().st_size for path in kept.glob("law-*.pickle"))
    found = {"cached": costs(cached), "uncached": costs(uncached)}
    peer_costs = {name: costs(outcomes) for name, outcomes in others.items()}
    measured = {name: found["cached"][name]["median"] for name in TARGETS}
    return {
        "benchmark": "case",
        "command": f"effektlov case {CASE} --reform {REFORM} --horizon {horizon}",
        "runs": runs,
        **found,
        "breakdown_s": medians(inside),
        "cache_mb": round(size / 1e6, 2),
        "law_changed_meanwhile": rebuilt,
        "peers": peer_costs,
        "ratio_to_peer": {
            name: round(measured["wall_s"] / peer["wall_s"]["median"], 2)
            for name, peer in peer_costs.items()
        },
        "targets": verdict(measured, TARGETS),
        "machine": before,
        "load_1_min_after": machine()["load_1_min"],
    }


def _peers() -> dict[str, str]:
    """The floor that nothing can go below, and another law of the same family when it is here."""
    if util.find_spec("openfisca_country_template"):
        return {**_FLOORS, "openfisca country template": _TEMPLATE}
    return _FLOORS


def show(found: dict[str, Any]) -> None:
    """The figures as tables."""
    print(f"$ {found['command']}")
    print_machine(found["machine"], found["load_1_min_after"])
    if found["law_changed_meanwhile"]:
        print("WARNING: a file of the law changed during the runs: some built the cache anew")
    named = {
        "with the cache": found["cached"],
        "without a cache": found["uncached"],
        **found["peers"],
    }
    print_costs(f"Fresh processes, {found['runs']} runs", named, found["ratio_to_peer"])
    print_parts("Inside one process, medians", {"s": found["breakdown_s"]})
    print_targets(found["targets"])


def main() -> None:
    """Measure, print, and with --check end with 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--horizon", type=int, default=HORIZON)
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument("--check", action="store_true", help="exit code 1 when over a target")
    given = parser.parse_args()
    found = measure(given.runs, given.horizon)
    if given.format == "json":
        print(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        show(found)
    if given.check and not all(line["met"] for line in found["targets"].values()):
        sys.exit(1)


if __name__ == "__main__":
    main()
