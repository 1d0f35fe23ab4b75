"""100 000 random households for a year: no crash, no NaN; and three schemes beside numpy by hand.

python bench/households.py [--runs N] [--households N] [--format json] [--check]
"""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from measure import (
    environment,
    last_line,
    machine,
    print_machine,
    print_table,
    print_targets,
    run,
    spread,
    verdict,
)

TARGETS = {"ratio_to_hand": 3.0, "not_finite": 0.0, "furthest_apart_kroner": 1.0}
"""Issue 3, point 5."""
HOUSEHOLDS = 100_000

_STEPS = Path(__file__).resolve().with_name("households_steps.py")


def measure(runs: int, households: int) -> dict[str, Any]:
    """Every figure of this benchmark, each run in a fresh process.

    Bytes per person: the peak memory less that of a process which only loads the law, divided by
    all persons; the persons are there as arrays, the rules a chunk at a time.
    """
    before = machine()
    env = environment()
    empty = last_line(run(_command("empty"), env))["peak_bytes"]
    law = last_line(run(_command("law", households), env))
    whole = [last_line(run(_command("income", households), env)) for _ in range(runs)]
    schemes = [last_line(run(_command("schemes", households), env)) for _ in range(runs)]
    ratios = [sum(one["by_rules_s"].values()) / sum(one["by_hand_s"].values()) for one in schemes]
    measured = {
        "ratio_to_hand": spread(ratios)["median"],
        "not_finite": float(len(law["not_finite"])),
        "furthest_apart_kroner": max(max(one["furthest_apart_kroner"].values()) for one in schemes),
    }
    persons = whole[0]["persons"]
    return {
        "machine": before,
        "load_after": round(os.getloadavg()[0], 2),
        "households": households,
        "persons": persons,
        "chunk": law["chunk"],
        "rules": law["rules"],
        "not_finite": law["not_finite"],
        "disposable_income_s": spread(one["disposable_income_s"] for one in whole),
        "persons_per_s": spread(persons / one["disposable_income_s"] for one in whole),
        "bytes_per_person": spread((one["peak_bytes"] - empty) / persons for one in whole),
        "schemes": {
            name: {
                "by_rules_s": spread(one["by_rules_s"][name] for one in schemes),
                "by_hand_s": spread(one["by_hand_s"][name] for one in schemes),
                "ratio": spread(
                    one["by_rules_s"][name] / one["by_hand_s"][name] for one in schemes
                ),
            }
            for name in schemes[0]["by_rules_s"]
        },
        "ratio_to_hand": spread(ratios),
        "targets": verdict(measured, TARGETS),
    }


def _command(job: str, households: int = 0) -> list[str]:
    return [sys.executable, str(_STEPS), job, str(households)]


def show(found: dict[str, Any]) -> None:
    """The figures as tables."""
    print_machine(found["machine"], found["load_after"])
    print_table(
        f"{found['households']} random households of {found['persons']} persons, "
        f"{found['rules']} rules, chunks of {found['chunk']} households",
        [
            ("", "median", "min", "max"),
            ("disposable income, s", *found["disposable_income_s"].values()),
            ("persons per second", *found["persons_per_s"].values()),
            ("bytes per person", *found["bytes_per_person"].values()),
        ],
    )
    print_table(
        "by the rules against by hand, same arrays, same chunks",
        [
            ("", "rules s", "hand s", "ratio"),
            *(
                (
                    name,
                    one["by_rules_s"]["median"],
                    one["by_hand_s"]["median"],
                    one["ratio"]["median"],
                )
                for name, one in found["schemes"].items()
            ),
            ("together", "", "", found["ratio_to_hand"]["median"]),
        ],
    )
    print_targets(found["targets"])


def main() -> None:
    """Measure and print; with --check the end code is 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--households", type=int, default=HOUSEHOLDS)
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    found = measure(asked.runs, asked.households)
    if asked.format == "json":
        print(json.dumps(found))
    else:
        show(found)
    if asked.check and not all(one["met"] for one in found["targets"].values()):
        sys.exit(1)


if __name__ == "__main__":
    main()
