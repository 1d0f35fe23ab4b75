"""Legal scenarios pin all of the law: every duty where it holds and fails, every flow's kroner, and
what every flow of a typical situation carries before and after."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from effektlov.regime import law_in_force
from effektlov.situations import situations, who_pays

ROOT = Path(__file__).resolve().parents[2]
LAW = law_in_force()


def _expected() -> Iterator[dict[str, Any]]:
    for path in (ROOT / "tests" / "scenarios").rglob("*.scenario.yaml"):
        for scenario in yaml.safe_load_all(path.read_text(encoding="utf-8")):
            yield (scenario or {}).get("expect", {})


EXPECTED = list(_expected())
SIDES = Counter(side for expect in EXPECTED for side in expect.get("duties", {}).items())
KRONER = [item for expect in EXPECTED for item in expect.get("flows", {}).items()]
PAID = {name for name, kroner in KRONER if kroner}


@pytest.mark.parametrize("side", [True, False], ids=["holds", "fails"])
@pytest.mark.parametrize("duty", sorted(LAW.duties))
def test_a_scenario_pins_the_duty(duty: str, side: bool) -> None:
    assert SIDES[duty, side] > 0


@pytest.mark.parametrize("flow", sorted(LAW.flows))
def test_a_scenario_pins_the_flow(flow: str) -> None:
    assert flow in PAID


@pytest.mark.parametrize("name", sorted(situations()))
def test_scenarios_pin_what_a_situation_moves(name: str) -> None:
    for flow in who_pays(situations()[name], LAW).flows:
        if abs(flow.before - flow.after) >= 0.5:
            pinned = [kroner for known, kroner in KRONER if known == flow.flow]
            for side in (flow.before, flow.after):
                assert abs(side) < 0.5 or any(side == pytest.approx(one, abs=1) for one in pinned)
