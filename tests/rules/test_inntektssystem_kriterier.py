"""The need indices from the criteria: the sectors whose every criterion is held, 2026."""

from pathlib import Path

import numpy
import pytest

from effektlov.kommune_country import (
    BY_CRITERIA,
    SECTORS,
    all_kommuner,
    ask,
    national_pass,
    published,
)
from effektlov.reform import apply_reforms, find_reforms
from effektlov.regime import Regime, law_in_force

LORENSKOG = "3222"
HELD = ("heltid", "landbruk", "reiseavstand", "innvandrere_6_15")


@pytest.fixture(scope="module")
def law() -> Regime:
    return law_in_force()


def reformed(folder: Path, *changes: tuple[str, float]) -> Regime:
    """The law with other weights of the key from 2026."""
    home = folder / "ny_nokkel"
    home.mkdir()
    blocks = "".join(
        f"  - parameter: {{name: kommune.kostnadsnokkel.{name}, value: {value}}}\n"
        for name, value in changes
    )
    text = f"""reform: ny_nokkel
title: {{nb: Ny nøkkel, en: A new key}}
legal_effect: {{nb: Ingen plikt flytter seg., en: No duty moves.}}
in_force: 2026-01-01
legal_basis:
  {{kind: budsjettvedtak, sections: [sosialtjenesteloven § 11], appropriation: required,
   wording: {{nb: "Vekten endres.", en: "The weight is changed."}}}}
blocks:
{blocks}  - frame_transfer: none
"""
    (home / "reform.yaml").write_text(text, encoding="utf-8")
    return apply_reforms(law_in_force(), find_reforms([str(home)]))


def test_official_school_index_of_lorenskog_from_its_six_criteria(law: Regime) -> None:
    """Grønt hefte 2026 table E-k, Lørenskog: 0.6227 x 1.0405 + 0.2776 x 0.9362 + 0.0348 x 1.013 +
    0.0211 x 0.3091 + 0.0219 x (0.412 + 0.5183) = 0.9700. Ages and basis are counted here, the mean
    of two turns of the year, so that they miss by a thousandth."""
    stated = {
        "kriterieindeks_innvandrere_6_15": numpy.array([1.013]),
        "kriterieindeks_reiseavstand": numpy.array([(0.412 + 0.5183) / 2]),
    }
    name = "utgiftsbehov_av_kriterier_grunnskole"
    found = ask(law, 2026, [name], stated, (LORENSKOG,))[name]
    assert found == pytest.approx([0.9700], abs=0.0015)
    counted = ask(law, 2026, ["alder_og_basis_grunnskole"], numbers=(LORENSKOG,))
    parts = 0.6227 * 1.0405 + 0.2776 * 0.9362 + 0.0211 * 0.3091
    assert counted["alder_og_basis_grunnskole"] == pytest.approx([parts], abs=0.0015)


def test_official_criteria_of_lorenskog_come_out_of_the_sector_indices() -> None:
    """The same table: immigrants 1.013, travelling distance 0.412 and 0.5183. The columns are
    computed backwards from the indices of health and school, with no knowledge of these."""
    far = published("kriterieindeks_reiseavstand", 2026, (LORENSKOG,))[0]
    immigrants = published("kriterieindeks_innvandrere_6_15", 2026, (LORENSKOG,))[0]
    assert far == pytest.approx(0.465, abs=0.03)
    assert immigrants == pytest.approx(1.013, abs=0.02)


@pytest.mark.parametrize("sector", BY_CRITERIA)
def test_official_sector_index_from_the_criteria(law: Regime, sector: str) -> None:
    """Grønt hefte 2026 table E-k, 352 kommuner: within 0.0001, but for those whose criterion came
    out negative and is zero. The four criteria are computed backwards from these indices; ages and
    basis are counted."""
    name = f"utgiftsbehov_av_kriterier_{sector}"
    found, official = ask(law, 2026, [name])[name], published(f"utgiftsbehov_{sector}", 2026)
    has = ~numpy.isnan(official)
    off = numpy.abs(found - official)[has]
    assert has.sum() == 352
    assert (off < 0.0001).sum() >= 348
    assert off.max() < 0.08


@pytest.mark.parametrize("name", HELD)
def test_each_criterion_averages_one_over_the_country(name: str) -> None:
    """An index is a share per head over the nation's: weighed by heads its mean is one, and that is
    used nowhere in computing the column."""
    index, heads = (published(n, 2026) for n in (f"kriterieindeks_{name}", "innbyggertall_1_juli"))
    has = ~numpy.isnan(index)
    assert (index[has] * heads[has]).sum() / heads[has].sum() == pytest.approx(1, abs=0.01)
    assert (index[has] >= 0).all()


def test_farms_lie_in_the_country_and_full_time_in_the_towns() -> None:
    numbers = all_kommuner()
    farming = published("kriterieindeks_landbruk", 2026)
    full_time = published("kriterieindeks_heltid", 2026)
    towns = [numbers.index(one) for one in ("0301", "3201", "4601", "5001")]
    assert farming[towns].max() < 0.2 < 1 < numpy.nanmedian(farming)
    assert full_time[towns].min() > 1 > numpy.nanmedian(full_time)


def test_a_new_sub_key_moves_the_need(law: Regime, tmp_path: Path) -> None:
    """Full time from 0.1623 to 0.2623 and nothing less elsewhere: the kommuner above the mean
    gain, those below lose, and the country in sum neither."""
    weight = ("barnehage.sysselsatte_heltid", 0.2623)
    before = national_pass(law, 2026)
    after = national_pass(reformed(tmp_path, weight), 2026)
    name = "utgiftsutjevning_barnehage"
    assert abs(after.total(name)) < 0.01
    moved = after.lines[name] - before.lines[name]
    full_time = published("kriterieindeks_heltid", 2026)
    index = published("utgiftsbehov_barnehage", 2026)
    gains = full_time > index + 0.02
    loses = full_time < index - 0.02
    assert (moved[gains] > 0).all()
    assert (moved[loses] < 0).all()
    others = [f"utgiftsutjevning_{sector}" for sector in SECTORS if sector != "barnehage"]
    assert all(numpy.array_equal(after.lines[one], before.lines[one]) for one in others)


def test_without_counted_ages_a_sub_key_moves_nothing(tmp_path: Path) -> None:
    """2025 has no counted ages: the published indices stand."""
    weight = ("barnehage.sysselsatte_heltid", 0.2623)
    regime = reformed(tmp_path, weight)
    name = "utgiftsutjevning_barnehage"
    after, before = national_pass(regime, 2025), national_pass(law_in_force(), 2025)
    assert numpy.array_equal(after.lines[name], before.lines[name])
