"""No jump of the effective marginal rate of six households is unexplained."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"


def _generator() -> ModuleType:
    name = "generate_interactions"
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATOR = _generator()
NAMES = [path.stem for path in GENERATOR.HOUSEHOLDS]


def test_six_households() -> None:
    assert len(NAMES) == 6


def test_the_page_is_fresh() -> None:
    """Run `python docs/generate_interactions.py` when this fails."""
    assert (DOCS / "interactions.md").read_text(encoding="utf-8") == GENERATOR.page()


@pytest.mark.parametrize("path", GENERATOR.HOUSEHOLDS, ids=NAMES)
def test_each_jump_has_its_section(path: Path) -> None:
    _, found = GENERATOR.rates_of(path)
    assert found.jumps
    for jump in found.jumps:
        assert jump.reasons, f"{path.stem}: the jump at {jump.wage:.0f} is unexplained"
        assert all(reason.section and reason.href for reason in jump.reasons)


@pytest.mark.parametrize("path", GENERATOR.HOUSEHOLDS, ids=NAMES)
def test_between_the_jumps_the_rate_is_even(path: Path) -> None:
    _, found = GENERATOR.rates_of(path)
    steps = list(found.wages[1:-1])
    starts = {jump.wage for jump in found.jumps}
    for at, wage in enumerate(steps, start=1):
        near = {wage - 4_000, wage - 2_000, wage, wage + 2_000} & starts
        if not near and abs(found.rates[at] - found.rates[at - 1]) > 0.015:
            inside = any(jump.wage <= wage <= jump.wage + 30_000 for jump in found.jumps)
            assert inside, f"{path.stem}: the rate turns at {wage:.0f} without a jump"


# By arithmetic from the law of 2026, one per scheme: the wage at which it turns and the change of
# the rate. Bostøtte is 0.737 of what lies above the own share; the own share rises by 0.1644 and
# then 0.6356 of converted income, which for a lone adult is the income itself.
TURNS = [
    # 0.737 x 0.6356 of each krone above the second limit, and 0.737 x 0.1644 already lost
    ("ung_alene", "egenandel_bostotte", 240_000, 0.737 * 0.6356, 0.02),
    # the need of 12 x (8 300 + 8 500) = 201 600 is covered at a wage of about 171 000: of 171 000
    # 7.6 % is trygdeavgift, and bostøtte is 0.737 x (90 900 - (26 233 + 0.1644 x (171 000 -
    # 135 700))) = 43 400, mean amounts of the year; 158 000 + 43 400 = 201 400
    ("ung_alene", "livsopphold_familie", 170_000, -(1 - 0.076 - 0.737 * 0.1644), 0.03),
    # folketrygdloven § 12-14: the mean G of 2026 is 134 419; 2.959 / 4.5 of each krone above 1 G,
    # of which 33.6 % is tax
    ("ung_ufor", "uforetrygd_andel_igjen", 134_000, 2.959 / 4.5 * (1 - 0.336), 0.02),
    # § 12-16: half of each krone above 3.1 G = 416 700, of which the pension of 2.959 G takes
    # 397 700: from a wage of 19 000; 33.6 % of it is tax
    ("ung_ufor", "uforetrygd_barnetillegg_andel_igjen", 18_000, 0.5 * (1 - 0.336), 0.02),
]


@pytest.mark.parametrize(("name", "rule", "wage", "change", "room"), TURNS)
def test_the_size_of_a_turn_is_that_of_the_law(
    name: str, rule: str, wage: float, change: float, room: float
) -> None:
    path = next(path for path in GENERATOR.HOUSEHOLDS if path.stem == name)
    _, found = GENERATOR.rates_of(path)
    of_rule = [
        jump
        for jump in found.jumps
        if rule in {reason.rule for reason in jump.reasons} and abs(jump.wage - wage) <= 12_000
    ]
    assert of_rule
    total = sum(jump.after - jump.before for jump in of_rule)
    assert total == pytest.approx(change, abs=room)
