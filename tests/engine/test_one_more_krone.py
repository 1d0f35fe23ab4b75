"""Who keeps what of one more krone: the rates of 2026, added up by hand."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from effektlov.cli import _group
from effektlov.one_more_krone import OneMoreKrone, one_more_krone
from effektlov.regime import law_in_force
from effektlov.session import open_case

ALONE = """
case: alene
title: {nb: Alene, en: Alone}
kommune: 1103
start: 2026
horizon: 1
household:
  ola: {born: 1997-03-01, role: forelder, focus: true, lonn: 600000}
courses:
  naa: {label: {nb: Nå, en: Now}}
"""
# 2026, of 12 000 more at 600 000: 11.35 % to the kommune, 2.40 % to the fylke and 8.25 % common tax
# (22 % together, the minimum deduction is at its highest), trinnskatt 4 %, trygdeavgift 7.6 %; the
# employer pays 14.1 % in zone I on top.
SPLIT = {
    "kommune.frie_inntekter": 1_362.0,
    "fylkeskommune.frie_inntekter": 288.0,
    "stat.skatt": 990.0 + 480.0,
    "stat.folketrygd": 912.0 + 1_692.0,
    "husstand": 12_000.0 - 2_640.0 - 480.0 - 912.0,
    "arbeidsgiver": -13_692.0,
}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cases") / "alene.yaml"
    path.write_text(ALONE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def split(alone: Path) -> OneMoreKrone:
    return one_more_krone(open_case(str(alone)), law_in_force())


def test_every_purse_gets_what_the_rates_give(split: OneMoreKrone) -> None:
    assert split.wage == pytest.approx(600_000)
    assert {purse.actor: purse.kroner for purse in split.purses} == pytest.approx(SPLIT, abs=1)


def test_nothing_is_lost_between_the_purses(split: OneMoreKrone) -> None:
    assert sum(purse.kroner for purse in split.purses) == pytest.approx(0, abs=2)
    for purse in split.purses:
        assert purse.kroner == pytest.approx(sum(one.kroner for one in purse.through))


def test_the_kommune_keeps_36_per_cent_alone_and_all_of_it_when_all_rise(
    split: OneMoreKrone,
) -> None:
    """The symmetric rate of 2026 is 64 per cent; Stavanger is above 90 per cent of the average."""
    columns = [
        sum(getattr(line, column) for line in split.grant)
        for column in ("this_kommune_alone", "all_alike", "after_next_budget")
    ]
    assert columns == pytest.approx([0.36 * 1_362, 1_362, 0], abs=1)


def test_the_next_bracket(alone: Path) -> None:
    """From 725 050 in 2026 trinnskatt takes 13.7 per cent."""
    found = one_more_krone(open_case(str(alone)), law_in_force(), wage=800_000)
    household = next(purse.kroner for purse in found.purses if purse.actor == "husstand")
    assert household == pytest.approx(12_000 * (1 - 0.22 - 0.137 - 0.076), abs=1)


@pytest.mark.parametrize(("lang", "word"), [("nb", "Hvem får hva"), ("en", "Who keeps what")])
def test_the_command(alone: Path, lang: str, word: str) -> None:
    run = CliRunner()
    shown = run.invoke(_group, ["marginal", str(alone), "--lang", lang])
    assert shown.exit_code == 0
    assert word in shown.output
    data = run.invoke(_group, ["marginal", str(alone), "--at", "300000", "--format", "json"])
    assert json.loads(data.output)["one_more_krone"]["wage"] == 300_000


def test_a_wage_below_zero_is_refused(alone: Path) -> None:
    refused = CliRunner().invoke(_group, ["marginal", str(alone), "--at", "-1"])
    assert refused.exit_code == 2
