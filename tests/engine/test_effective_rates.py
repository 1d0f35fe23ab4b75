"""Effective marginal rates: each turn stands where the law puts it, with its rule."""

import csv
import io

import pytest
from click.testing import CliRunner

from effektlov.cli import _group
from effektlov.effective_rates import EffectiveRates, effective_rates
from effektlov.errors import UnknownNameError
from effektlov.regime import law_in_force
from effektlov.session import open_case

ALONE = """
case: alene
title: {nb: Alene, en: Alone}
kommune: 1103
start: 2026
horizon: 1
household:
  ola: {born: 1997-03-01, role: forelder, focus: true}
courses:
  naa: {label: {nb: Nå, en: Now}}
"""
# Of 2026, wage only. Trygdeavgift: 25 % of what is above 99 650 until 7.6 % of all is less, at
# 99 650 x 0.25 / (0.25 - 0.076) = 143 175. The minimum deduction of 46 % reaches 95 700 at 208 043,
# and the personal allowance of 114 540 is passed at 210 240, within the same step of the grid: from
# there 22 %. Trinnskatt: 1.7 % from 226 100, 4 % from 318 300, 13.7 % from 725 050.
TURNS = [
    (99_650, 0.0, 0.25, "trygdeavgift"),
    (143_175, 0.25, 0.076, "trygdeavgift"),
    (210_240, 0.076, 0.296, "minstefradrag"),
    (226_100, 0.296, 0.313, "trinnskatt"),
    (318_300, 0.313, 0.336, "trinnskatt"),
    (725_050, 0.336, 0.433, "trinnskatt"),
]


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> EffectiveRates:
    path = tmp_path_factory.mktemp("cases") / "alene.yaml"
    path.write_text(ALONE, encoding="utf-8")
    return effective_rates(open_case(str(path)), law_in_force())


def test_every_turn_of_a_wage_stands_where_the_law_puts_it(alone: EffectiveRates) -> None:
    assert len(alone.jumps) == len(TURNS)
    for jump, (wage, before, after, rule) in zip(alone.jumps, TURNS, strict=True):
        assert jump.wage <= wage <= jump.wage + 5_000
        assert (jump.before, jump.after) == (
            pytest.approx(before, abs=0.002),
            pytest.approx(after, abs=0.002),
        )
        assert rule in {reason.rule for reason in jump.reasons}
        assert abs(jump.lost) < 100


def test_the_household_has_nothing_without_a_wage_and_less_than_the_wage(
    alone: EffectiveRates,
) -> None:
    assert alone.net[0] == 0
    assert all(net <= wage for net, wage in zip(alone.net, alone.wages, strict=True))


def test_a_cliff_is_told_with_what_is_lost() -> None:
    """Folketrygdloven § 12-14 third paragraph: no pension when income passes 80 per cent of the
    income before, here 0.8 x 4.5 x 128 116 = 461 218."""
    found = effective_rates(open_case("ung_ufor_i_jobb"), law_in_force())
    cliff = max(found.jumps, key=lambda jump: jump.lost)
    assert cliff.wage == 460_000
    # The pension at the cliff: 2.959 x 128 116 less 2.959 / 4.5 x (461 218 - 0.4 x 128 116) =
    # 109 510, taxed at 33.7 % (22 + 7.7 + 4): 72 600 less the part of a step with a lower pension.
    assert cliff.lost == pytest.approx(109_510 * (1 - 0.337), abs=2_000)
    assert any("12-14" in reason.section for reason in cliff.reasons)


def test_an_empty_grid_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        effective_rates(open_case("ung_ufor_i_jobb"), law_in_force(), highest=1_000)


@pytest.mark.parametrize("year", [1800, 2018, 2101])
def test_a_year_without_law_is_refused(year: int) -> None:
    with pytest.raises(UnknownNameError, match="encoded from 2019"):
        effective_rates(open_case("ung_ufor_i_jobb"), law_in_force(), year=year)


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_command_prints_the_jumps(lang: str) -> None:
    found = CliRunner().invoke(_group, ["marginal", "ung_ufor_i_jobb", "--lang", lang])
    assert found.exit_code == 0
    assert "folketrygdloven § 12-14" in found.output


def test_the_command_gives_the_grid_as_csv() -> None:
    arguments = ["marginal", "ung_ufor_i_jobb", "--highest", "10000", "--format", "csv"]
    rows = list(csv.DictReader(io.StringIO(CliRunner().invoke(_group, arguments).output)))
    assert [row["wage"] for row in rows] == ["0", "2000", "4000", "6000", "8000", "10000"]
    assert rows[-1]["effective_marginal_rate"] == ""
