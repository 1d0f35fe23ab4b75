"""Legal scenarios pin all of the law: every duty where it holds and fails, every flow's kroner."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from effektlov.regime import law_in_force

ROOT = Path(__file__).resolve().parents[2]
LAW = law_in_force()


def _expected() -> Iterator[dict[str, Any]]:
    for path in (ROOT / "tests" / "scenarios").rglob("*.scenario.yaml"):
        for scenario in yaml.safe_load_all(path.read_text(encoding="utf-8")):
            yield (scenario or {}).get("expect", {})


EXPECTED = list(_expected())
SIDES = Counter(side for expect in EXPECTED for side in expect.get("duties", {}).items())
PAID = {name for expect in EXPECTED for name, kroner in expect.get("flows", {}).items() if kroner}


@pytest.mark.parametrize("side", [True, False], ids=["holds", "fails"])
@pytest.mark.parametrize("duty", sorted(LAW.duties))
def test_a_scenario_pins_the_duty(duty: str, side: bool) -> None:
    assert SIDES[duty, side] > 0


@pytest.mark.parametrize("flow", sorted(LAW.flows))
def test_a_scenario_pins_the_flow(flow: str) -> None:
    assert flow in PAID
