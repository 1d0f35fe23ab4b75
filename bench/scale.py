"""The law at scale: what loading and evaluation cost with 300 more rules and 700 more parameters.

python bench/scale.py [--runs N] [--rows N] [--format json] [--check]
"""

import argparse
import json
import sys
import tempfile
from importlib import util
from pathlib import Path
from typing import Any

from measure import (
    costs,
    environment,
    last_line,
    machine,
    medians,
    print_costs,
    print_machine,
    print_parts,
    print_table,
    print_targets,
    run,
    spread,
    steps,
    verdict,
)
from scale_law import generate

TARGETS = {"first_run_s": 2.5, "cached_s": 1.2, "peak_mb": 300.0, "load_400_rules_s": 0.3}
"""Issue 2, point 5: 300 rules and 700 parameters added, four law periods, 5 000 rows; and 400
rules with 800 parameters load from the cache."""
LAW_YEARS = 4
LOAD_RULES, LOAD_PARAMETERS = 400, 800

_STEPS = Path(__file__).resolve().with_name("scale_steps.py")


def measure(runs: int, rules: int, parameters: int, rows: int) -> dict[str, Any]:
    """Every figure of this benchmark; `rows` in all, divided between the law-years.

    The same is run once more with that many rows in each law-year: what a longer list costs.
    """
    before = machine()
    found = util.find_spec("effektlov")
    if found is None or found.origin is None:
        raise SystemExit("effektlov is not installed")
    package = Path(found.origin).parent
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with_rules = _Law(folder / "scale", package, rules, parameters)
        first, cached, longer = [], [], []
        each = max(rows // LAW_YEARS, 1)
        for number in range(runs):
            first.append(with_rules.run("whole", each, cache=folder / f"empty-{number}"))
            cached.append(with_rules.run("whole", each))
            longer.append(with_rules.run("whole", rows))
        compared = [last_line(with_rules.run("compare", each))["parts"] for _ in range(runs)]
        own = last_line(run(_command("size"), environment(folder / "own")))["parts"]
        missing = max(LOAD_RULES - own["rules"], 1)
        loading = _Law(
            folder / "load", package, missing, max(LOAD_PARAMETERS - own["parameters"], 2 * missing)
        )
        loads = [loading.run("load") for _ in range(runs)]
        sizes = {
            "law in force": own,
            "at scale": with_rules.size(),
            "loading": loading.size(),
        }
    evaluations = compared[0]["evaluations"]
    times = {
        name: spread(part[name] for part in compared)
        for name in compared[0]
        if name != "evaluations"
    }
    result = {
        "first_run": costs(first),
        "cached": costs(cached),
        "cached_rows_in_each_law_year": costs(longer),
        "loading": costs(loads),
        "load_law_s": spread(steps(outcome)["load law"] for outcome in loads),
    }
    measured = {
        "first_run_s": result["first_run"]["wall_s"]["median"],
        "cached_s": result["cached"]["wall_s"]["median"],
        "peak_mb": max(
            result["first_run"]["peak_mb"]["median"], result["cached"]["peak_mb"]["median"]
        ),
        "load_400_rules_s": result["load_law_s"]["median"],
    }
    return {
        "benchmark": "scale",
        "runs": runs,
        "rules": rules,
        "parameters": parameters,
        "law_years": LAW_YEARS,
        "rows": rows,
        "rows_per_law_year": each,
        "persons_per_row": 3,
        **result,
        "breakdown_s": {
            "first run": medians([steps(outcome) for outcome in first]),
            "cached": medians([steps(outcome) for outcome in cached]),
            "cached, longer": medians([steps(outcome) for outcome in longer]),
        },
        "by_hand_s": times,
        "evaluations": evaluations,
        "ratio_to_by_hand": {
            name: round(times["engine"]["median"] / value["median"], 2)
            for name, value in times.items()
            if name != "engine"
        },
        "sizes": sizes,
        "targets": verdict(measured, TARGETS),
        "machine": before,
        "load_1_min_after": machine()["load_1_min"],
    }


def _command(job: str, *more: int) -> list[str]:
    return [sys.executable, str(_STEPS), job, *map(str, more)]


class _Law:
    """The law with an invented sector in a folder, compiled, and its cache built."""

    def __init__(self, folder: Path, package: Path, rules: int, parameters: int) -> None:
        self._folder = folder
        self._kept = folder / "cache"
        generate(package, folder, rules=rules, parameters=parameters)
        run([sys.executable, "-m", "compileall", "-q", str(folder)], environment())
        self.run("load")

    def run(self, job: str, *more: int, cache: Path | None = None) -> Any:
        """A job of `scale_steps.py` in a fresh process on this law."""
        return run(_command(job, *more), environment(cache or self._kept, self._folder))

    def size(self) -> dict[str, int]:
        """How much law there is, and how large it is once kept."""
        kept = sum(path.stat().st_size for path in self._kept.glob("law-*.pickle"))
        return {**last_line(self.run("size"))["parts"], "cache_kb": kept // 1000}


def show(found: dict[str, Any]) -> None:
    """The figures as tables."""
    print(
        f"{found['rules']} rules and {found['parameters']} parameters added, "
        f"{found['rows']} rows in {found['law_years']} law-years, "
        f"{found['persons_per_row']} persons a row"
    )
    print_machine(found["machine"], found["load_1_min_after"])
    names = next(iter(found["sizes"].values()))
    print_table(
        "Size of the law",
        [
            ("", *names, "cache_kb"),
            *(
                (name, *size.values(), *[""] * (5 - len(size)))
                for name, size in found["sizes"].items()
            ),
        ],
    )
    print_costs(
        f"Fresh processes, {found['runs']} runs",
        {
            "first run": found["first_run"],
            "once cached": found["cached"],
            f"cached, {found['rows']} rows in each year": found["cached_rows_in_each_law_year"],
            "load only, 400 rules": found["loading"],
        },
    )
    print_parts("Inside one process, medians, s", found["breakdown_s"])
    print_table(
        f"Invented rules of one law-year, {found['evaluations']} evaluations",
        [
            ("", "s", "min", "max", "engine is x"),
            *(
                (name, *value.values(), found["ratio_to_by_hand"].get(name, ""))
                for name, value in found["by_hand_s"].items()
            ),
        ],
    )
    print_targets(found["targets"])


def main() -> None:
    """Measure, print, and with --check end with 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--rules", type=int, default=300)
    parser.add_argument("--parameters", type=int, default=700)
    parser.add_argument("--rows", type=int, default=5000, help="rows in all law-years")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument("--check", action="store_true", help="exit code 1 when over a target")
    given = parser.parse_args()
    if given.parameters < 2 * given.rules:
        parser.error("every rule has at least two parameters")
    found = measure(given.runs, given.rules, given.parameters, given.rows)
    if given.format == "json":
        print(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        show(found)
    if given.check and not all(line["met"] for line in found["targets"].values()):
        sys.exit(1)


if __name__ == "__main__":
    main()
