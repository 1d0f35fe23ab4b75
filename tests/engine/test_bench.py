"""The benchmarks run and print what they promise, at tiny sizes; no figure is judged here."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("resource", reason="peak memory is asked of the system")

BENCH = Path(__file__).resolve().parents[2] / "bench"
COSTS = {"wall_s", "cpu_s", "peak_mb"}


def figures(script: str, *options: str) -> dict[str, Any]:
    """What a benchmark prints as JSON."""
    done = subprocess.run(
        [sys.executable, str(BENCH / script), "--runs", "1", "--format", "json", *options],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def assert_common(found: dict[str, Any], targets: set[str]) -> None:
    """What both benchmarks say of the machine and of the targets."""
    assert {"cpu", "cores", "ram_gib", "python", "load_1_min", "versions"} <= set(found["machine"])
    assert {"effektlov", "openfisca-core", "numpy"} <= set(found["machine"]["versions"])
    assert set(found["targets"]) == targets
    for line in found["targets"].values():
        assert set(line) == {"measured", "target", "met"}
        assert line["measured"] > 0


def test_a_cold_case_is_measured_with_its_breakdown():
    found = figures("case.py", "--horizon", "5")
    assert_common(found, {"wall_s", "peak_mb"})
    for costs in (found["cached"], found["uncached"], *found["peers"].values()):
        assert set(costs) == COSTS
        assert all(set(spread) == {"median", "min", "max"} for spread in costs.values())
    assert {"load law", "read case", "rules", "answer", "render", "whole"} <= set(
        found["breakdown_s"]
    )
    assert set(found["ratio_to_peer"]) == set(found["peers"])
    assert "python + numpy + click" in found["peers"]


def test_the_law_at_scale_is_measured_and_equals_numpy_by_hand():
    found = figures("scale.py", "--rules", "20", "--parameters", "50", "--rows", "50")
    assert_common(found, {"first_run_s", "cached_s", "peak_mb", "load_400_rules_s"})
    for name in ("first_run", "cached", "cached_rows_in_each_law_year", "loading"):
        assert set(found[name]) == COSTS
    for parts in found["breakdown_s"].values():
        assert {"import effektlov", "load law", "rows", "rules", "ledger"} <= set(parts)
    own, scaled = found["sizes"]["law in force"], found["sizes"]["at scale"]
    assert scaled["rules"] == own["rules"] + 20
    assert scaled["parameters"] == own["parameters"] + 50
    assert scaled["flows"] == own["flows"] + 20
    assert found["sizes"]["loading"]["rules"] >= 400
    assert found["sizes"]["loading"]["parameters"] >= 800
    assert set(found["ratio_to_by_hand"]) == {"by hand, same months", "by hand, 12 months"}
