"""Typical situations: the amounts of the law on each side, and nets that add up."""

import json

import pytest
from click.testing import CliRunner

from effektlov.cli import _group
from effektlov.errors import ScenarioError, UnknownNameError
from effektlov.regime import law_in_force
from effektlov.situations import find_situations, situations, who_pays


@pytest.mark.parametrize("name", sorted(situations()))
def test_every_krone_has_a_payer_a_payee_and_a_section(name: str) -> None:
    found = who_pays(situations()[name], law_in_force())
    assert found.flows
    for flow in found.flows:
        assert flow.legal_basis.act
        assert flow.legal_basis.section
        assert flow.payer != flow.payee
    for side in (0, 1):
        assert sum(net[side] for net in found.services.values()) == pytest.approx(0, abs=0.01)
        assert sum(net[side] for net in found.holders.values()) == pytest.approx(0, abs=0.01)


def test_kvp_and_aap_before_25_differ_in_the_payer_only() -> None:
    """Two thirds of 2.041 G either way: sosialtjenesteloven § 35, folketrygdloven § 11-20.

    2/3 x 2.041 x (4 x 130 160 + 8 x 136 549) / 12 = 182 900.
    """
    (situation,) = find_situations(["kvp_eller_aap_under_25"])
    flows = {flow.flow: flow for flow in who_pays(situation, law_in_force()).flows}
    expected = 2 / 3 * 2.041 * (4 * 130_160 + 8 * 136_549) / 12
    kvp, aap = flows["kvalifiseringsstonad"], flows["arbeidsavklaringspenger"]
    assert (kvp.before, kvp.after, kvp.payer) == (
        pytest.approx(expected, abs=10),
        0,
        "kommune.sosialtjeneste",
    )
    # A day rate in whole kroner, times 260 / 12 a month: at most 0.5 x 260 from the exact.
    assert (aap.before, aap.after, aap.payer) == (
        0,
        pytest.approx(expected, abs=130),
        "stat.folketrygd",
    )


def test_an_age_moves_the_person_only() -> None:
    situation = situations()["kvp_eller_aap_under_25"]
    older = who_pays(situation.at_age(25), law_in_force())
    flows = {flow.flow: flow for flow in older.flows}
    # 25 in January 2026: the whole of 2.041 G all year, 274 349.
    assert flows["kvalifiseringsstonad"].before == pytest.approx(274_349, abs=10)


def test_an_unknown_situation_is_named() -> None:
    with pytest.raises(UnknownNameError, match="kvp_eller_ap"):
        find_situations(["kvp_eller_ap"])


def test_a_wrong_fact_is_told_with_its_line(tmp_path, monkeypatch) -> None:
    from effektlov import situations as module

    path = tmp_path / "situations.yaml"
    text = module._FILE.read_text(encoding="utf-8").replace("innvilget_kvp", "innvilget_kvpp", 1)
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "_FILE", path)
    module.situations.cache_clear()
    with pytest.raises(ScenarioError, match="innvilget_kvpp"):
        module.situations()
    module.situations.cache_clear()


def test_an_unknown_reform_is_named_also_when_all_are_listed() -> None:
    found = CliRunner().invoke(_group, ["situations", "--reform", "nope"])
    assert isinstance(found.exception, UnknownNameError)


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_command(lang: str) -> None:
    run = CliRunner()
    listed = run.invoke(_group, ["situations", "--lang", lang]).output.splitlines()
    assert [line.split("\t")[0] for line in listed] == list(situations())
    table = run.invoke(_group, ["situations", "kvp_eller_aap_under_25", "--lang", lang])
    assert "2651-70" in table.output
    data = run.invoke(_group, ["situations", "kvp_eller_aap_under_25", "--format", "json"])
    assert json.loads(data.output)[0]["situation"] == "kvp_eller_aap_under_25"
