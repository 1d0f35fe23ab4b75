"""Inntektssystemet for whole kommuner: need, equalisation, the lines of Grønt hefte 2025."""

from pathlib import Path

import numpy
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from effektlov.errors import UnknownNameError
from effektlov.kommune_country import (
    COUNTED,
    SECTORS,
    WITHOUT_SCHOOLS,
    all_kommuner,
    ask,
    national_pass,
    published,
)
from effektlov.kommune_grant import kommune_grant
from effektlov.kommuner import find_kommune
from effektlov.reform import apply_reforms, find_reforms
from effektlov.regime import Regime, law_in_force

ROOT = Path(__file__).resolve().parents[2]
KEY = yaml.safe_load((ROOT / "parameters/kommune/kostnadsnokkel.yaml").read_text(encoding="utf-8"))
GRONT_HEFTE = {  # thousand kroner: equal amount, INGAR, before income equalisation
    "1108": (2_657_272.6390706, -10_231.9630041, 2_598_394),
    "1804": (1_686_337.0200646, 7_936.83334698, 1_679_257),
    "1833": (818_622.11963837, 1_040.24456307, 893_383),
    "3205": (2_989_278.3040145, -11_510.36764761, 2_853_933),
    "4204": (3_689_448.3551364, -14_206.40792376, 3_658_415),
    "5001": (6_767_062.1948378, 19_619.21068398, 5_532_546),
    "1103": (4_703_088.3994816, 11_272.48961148, 4_335_570),
    "5601": (685_096.04984151, -2_637.99707006, 975_619),
    "3209": (None, -5_389.05115742, 1_371_861),
    "3427": (None, -694.09495716, 241_292),
    "5501": (None, -9_559.92204174, 2_287_868),
}
READ = tuple(sorted(GRONT_HEFTE))


@pytest.fixture(scope="module")
def law() -> Regime:
    return law_in_force()


def settled(year: int = 2025) -> numpy.ndarray:
    cells = (find_kommune(n, error=UnknownNameError).cells for n in all_kommuner())
    return numpy.array([float(cell[f"inntektsutjevning_{year}"]) for cell in cells])


def reformed(law: Regime, folder: Path, name: str, value: float) -> Regime:
    """The law with another value of a parameter from 2025."""
    home = folder / "annen_sats"
    home.mkdir()
    text = f"""reform: annen_sats
title: {{nb: Annen sats, en: Another rate}}
legal_effect: {{nb: Ingen plikt flytter seg., en: No duty moves.}}
in_force: 2025-01-01
legal_basis:
  {{kind: budsjettvedtak, sections: [sosialtjenesteloven § 11], appropriation: required,
   wording: {{nb: "Satsen er {value}.", en: "The rate is {value}."}}}}
blocks:
  - parameter: {{name: {name}, value: {value}}}
  - frame_transfer: none
"""
    (home / "reform.yaml").write_text(text, encoding="utf-8")
    return apply_reforms(law, find_reforms([str(home)]))


@pytest.mark.parametrize("year", [2025, 2026])
def test_official_total_need_from_the_sectors(law: Regime, year: int) -> None:
    """Grønt hefte 2025 and 2026, tables A-k and E-k: 350 kommuner have all indices; each total
    index comes out within 0.001, and none is further away than 0.0006."""
    official = published("utgiftsbehov_publisert", year)
    has_sectors = ~numpy.isnan(published("utgiftsbehov_grunnskole", year))
    computed = ask(law, year, ["utgiftsbehovsindeks"])["utgiftsbehovsindeks"]
    off = numpy.abs(computed - official)[has_sectors]
    assert len(off) == 352
    assert (off < 0.001).sum() >= 340
    assert off.max() < 0.0006


def test_official_settlement_of_2025_in_the_national_pass(law: Regime) -> None:
    """KDD, final settlement 2025: average and deduction are sums over the 357, and every kommune
    is within 1 000 kroner of its amount in thousands."""
    found = national_pass(law, 2025)
    assert found.own["average_tax"] == pytest.approx(42_269.58, abs=0.01)
    assert found.own["deduction"] == pytest.approx(378.139, abs=0.001)
    assert numpy.abs(found.lines["inntektsutjevning"] - settled()).max() < 1000


@pytest.mark.parametrize("number", READ)
def test_official_lines_of_gront_hefte_2025(law: Regime, number: str) -> None:
    """Grønt hefte 2025, tables 1-k and 2-k: the equal amount, INGAR with its financing, and the sum
    before income equalisation when expenditure equalisation is the published one."""
    equal, ingar, before = GRONT_HEFTE[number]
    names = ("innbyggertilskudd_likt_belop", "inntektsgaranti", "utgiftsutjevning")
    names += ("rammetilskudd_for_inntektsutjevning",)
    found = {k: v[0] for k, v in ask(law, 2025, names, numbers=(number,)).items()}
    if equal:
        assert found["innbyggertilskudd_likt_belop"] == pytest.approx(1000 * equal, abs=1)
    assert found["inntektsgaranti"] == pytest.approx(1000 * ingar, abs=1)
    official = published("utgiftsutjevning_publisert", 2025, (number,))[0]
    closed = found["rammetilskudd_for_inntektsutjevning"] - found["utgiftsutjevning"] + official
    assert closed == pytest.approx(1000 * before, abs=2500)  # each line is in whole thousands


def test_official_grant_of_stavanger_2025(law: Regime) -> None:
    """Grønt hefte 2025 and KOSTRA: 4 703 088 - 551 306 + 107 809 + 11 272 + 61 706 + 3 000 =
    4 335 569 thousand; less 1 130 664 in income equalisation 3 204 906. The account says 3 522 177.
    Nothing is stated: the table, the rules and 11 954.3 million to post 60 after Grønt hefte."""
    names = ("rammetilskudd_for_inntektsutjevning", "rammetilskudd", "bevilget_etter_gront_hefte")
    found = ask(law, 2025, names, numbers=("1103",))
    before = found["rammetilskudd_for_inntektsutjevning"]
    assert before == pytest.approx([4_335_570_000], rel=1e-6)
    later = 11_954_300_000 * 149_448 / 5_572_272
    assert found["bevilget_etter_gront_hefte"] == pytest.approx([later])
    assert found["rammetilskudd"] == pytest.approx([3_522_177_000], rel=1e-3)


def test_official_accounts_of_2025(law: Regime) -> None:
    """KOSTRA 800 (SSB 12137), 2025: the eleven kommuner with all lines, none stated. Ten lie within
    0.31 per cent of the account, all within 0.9."""
    found = ask(law, 2025, ["rammetilskudd"], numbers=READ)["rammetilskudd"]
    off = numpy.abs(found / published("rammetilskudd_regnskap", 2025, READ) - 1)
    assert (off < 0.0031).sum() == 10
    assert off.max() < 0.009


def test_official_post_60_of_2025_and_2026() -> None:
    """Innst. 16 S (2024-2025): 185 732.3 million, 4 498.1 more than Prop. 1 S; the account of 2025
    says 193 188.5. Innst. 16 S (2025-2026): 198 136.7, revised budget 202 151.2."""
    path = ROOT / "parameters/kommune/innbyggertilskudd.yaml"
    later = yaml.safe_load(path.read_text(encoding="utf-8"))["etter_gront_hefte"]
    parts = ("tilleggsproposisjon", "budsjettvedtak", "budsjettaret")
    sums = {
        year: sum(later[part]["values"][f"{year}-01-01"]["value"] for part in parts)
        for year in (2025, 2026)
    }
    assert 185_732.3 - 4_498.1 + sums[2025] / 1e6 == pytest.approx(193_188.5, abs=0.1)
    assert 198_136.71 + sums[2026] / 1e6 == pytest.approx(202_151.2, abs=0.1)


def test_what_comes_later_sums_to_the_country(law: Regime) -> None:
    """Shares by heads (2025) and by the whole cost key (2026) over 357 kommuner: one, to rounding;
    an amount to one kommune alone adds to its own."""
    for year, amount in ((2025, 11_954.3e6), (2026, 4_014.5e6)):
        found = ask(law, year, ["bevilget_etter_gront_hefte"])["bevilget_etter_gront_hefte"]
        assert found.sum() == pytest.approx(amount, rel=0.001)
    stated = {"bevilget_kommunen_alene": numpy.array([7e6])}
    name, only = "bevilget_etter_gront_hefte", ("1103",)
    more = ask(law, 2025, [name], stated, only)[name] - ask(law, 2025, [name], numbers=only)[name]
    assert more == pytest.approx([7e6])


def test_by_the_key_a_needy_kommune_gets_more(law: Regime) -> None:
    """By hand, 2026: 4 014.5 million x Tynset's published index x heads / nation."""
    index = published("utgiftsbehov_publisert", 2026, ("3427",))[0]
    heads = published("innbyggertall_1_juli", 2026, ("3427",))[0]
    found = ask(law, 2026, ["bevilget_etter_gront_hefte"], numbers=("3427",))
    assert found["bevilget_etter_gront_hefte"] == pytest.approx(
        [4_014.5e6 * index * heads / 5_610_870], rel=1e-3
    )


def test_the_deduction_is_read_off_the_published_amount(law: Regime) -> None:
    """With the table's deduction the published expenditure equalisation comes out; where the
    rounding gave a negative deduction it is zero, and the distance at most 1 400 kroner a head."""
    found = ask(law, 2025, ("utgiftsutjevning", "innbyggertall_1_juli"))
    off = found["utgiftsutjevning"] - published("utgiftsutjevning_publisert", 2025)
    deduction = published("trekk_for_privatskoleelever", 2025)
    assert (deduction >= 0).all()
    assert numpy.abs(off[deduction > 0]).max() < 1
    assert (off[deduction == 0] <= 1).all()
    assert deduction.sum() == pytest.approx(705 * found["innbyggertall_1_juli"].sum(), rel=0.005)


def test_deviation_of_expenditure_equalisation_2025(law: Regime) -> None:
    """Computed less published, per head, is the deduction for pupils in state and private schools
    and the rounding of index and population: a quarter of the kommuner lie within 60 kroner, the
    rest above but for a few small ones; in sum it is the 705 kroner paid back to each head."""
    found = ask(law, 2025, ("utgiftsutjevning", "innbyggertall_1_juli"), WITHOUT_SCHOOLS)
    heads = found["innbyggertall_1_juli"]
    off = found["utgiftsutjevning"] - published("utgiftsutjevning_publisert", 2025)
    per_head = off / heads
    assert (numpy.abs(per_head) < 60).sum() >= 95
    assert (per_head < -60).sum() <= 35
    assert 100 < numpy.median(per_head) < 350
    assert per_head[heads > 5000].min() > -60
    assert per_head.min() > -1_400
    assert off.sum() == pytest.approx(705 * heads.sum(), rel=0.002)


def test_both_equalisations_are_zero_sum(law: Regime) -> None:
    """Sums over 357 kommuner of amounts in billions: zero to the rounding of floats."""
    for year in (2025, 2026):
        found = national_pass(law, year)
        spent = sum(found.total(f"utgiftsutjevning_{sector}") for sector in SECTORS)
        assert abs(spent) < 0.01
        assert abs(found.total("inntektsutjevning")) < 0.01
        assert abs(found.total("inntektsutjevning_symmetrisk")) < 0.01


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kommune.inntektsutjevning.symmetrisk_sats", 0.9),
        ("kommune.inntektsutjevning.symmetrisk_sats", 0.0),
        ("kommune.inntektsutjevning.tilleggssats", 0.0),
        ("kommune.inntektsutjevning.tilleggssats", 0.6),
        ("kommune.inntektsutjevning.tilleggsgrense", 1.0),
        ("kommune.kostnadsnokkel.sektorvekt.barnevern", 0.2),
    ],
)
def test_zero_sum_whatever_the_rates(law: Regime, tmp_path: Path, name: str, value: float) -> None:
    """The deduction follows the compensation: it pays what is given, to the krone."""
    found = national_pass(reformed(law, tmp_path, name, value), 2025)
    assert abs(found.total("inntektsutjevning")) < 0.01
    spent = sum(found.total(f"utgiftsutjevning_{sector}") for sector in SECTORS)
    assert abs(spent) < 0.01
    paid = -found.total("trekk_for_tilleggskompensasjon")
    assert paid == pytest.approx(found.total("tilleggskompensasjon"), abs=0.01)


def test_a_higher_symmetric_rate_takes_from_the_rich(law: Regime, tmp_path: Path) -> None:
    """From 62 to 90 per cent: whoever lies above the average loses, whoever lies below gains."""
    name = "kommune.inntektsutjevning.symmetrisk_sats"
    before = national_pass(law, 2025)
    after = national_pass(reformed(law, tmp_path, name, 0.9), 2025)
    asked = ask(law, 2025, ("skatt_per_innbygger",))["skatt_per_innbygger"]
    rich = asked > before.own["average_tax"]
    moved = after.lines["inntektsutjevning"] - before.lines["inntektsutjevning"]
    assert (moved[rich] < 0).all()
    assert (moved[~rich] > 0).all()


def leaves(sector: str) -> dict[str, float]:
    """The weights of a sub-key by criterion: ages under their lowest age."""
    found = {}
    for name, leaf in KEY[sector].items():
        if name == "alder":
            for bracket in leaf["brackets"]:
                age = bracket["threshold"]["2025-01-01"]["value"]
                found[f"{age}"] = bracket["amount"]["2025-01-01"]["value"]
        elif isinstance(leaf, dict) and "values" in leaf:
            found[name] = leaf["values"]["2025-01-01"]["value"]
    return found


@pytest.mark.parametrize("sector", SECTORS)
def test_official_sub_keys_sum_to_one(sector: str) -> None:
    """Grønt hefte 2026 p. 19-21: each sub-key sums to one, to the rounding of four decimals."""
    assert sum(leaves(sector).values()) == pytest.approx(1, abs=2e-4)


def test_the_whole_key_is_the_sectors_times_the_sub_keys() -> None:
    """The weights of one criterion in all, as the value of one person uses them."""
    path = ROOT / "parameters/kommune/utgiftsutjevning.yaml"
    used = yaml.safe_load(path.read_text(encoding="utf-8"))
    weight = {s: KEY["sektorvekt"][s]["values"]["2026-01-01"]["value"] for s in SECTORS}
    assert sum(weight.values()) == pytest.approx(1)
    for bracket in used["alder"]["vekt"]["brackets"][:-1]:
        age = str(bracket["threshold"]["2025-01-01"]["value"])
        total = sum(weight[s] * leaves(s)[age] for s in SECTORS)
        assert bracket["amount"]["2026-01-01"]["value"] == pytest.approx(total, abs=1e-5)
    pairs = {
        "ufor": "ufore_18_49",
        "heltid": "sysselsatte_heltid",
        "rus_psykiatri": "rus_psykiatri_npr",
    }
    for own, name in pairs.items():
        total = sum(weight[s] * leaves(s).get(name, 0) for s in SECTORS)
        assert used[own]["vekt"]["values"]["2026-01-01"]["value"] == pytest.approx(total, abs=1e-5)


def test_ages_and_basis_make_the_index_where_nothing_else_counts(law: Regime) -> None:
    """Administration rests on ages and basis but for farming (2.4 per cent): in the largest towns
    without farms the published index comes out within 0.005, and farming is never negative but in
    three island kommuner whose population is least exact."""
    rest = (
        published("utgiftsbehov_administrasjon_landbruk", 2026)
        - ask(law, 2026, COUNTED)["alder_og_basis_administrasjon_landbruk"]
    )
    numbers = all_kommuner()
    for town in ("0301", "3201", "4601", "5001"):
        assert abs(rest[numbers.index(town)]) < 0.005
    assert (rest[~numpy.isnan(rest)] < 0).sum() <= 3


@pytest.mark.parametrize(
    ("sector", "known"),
    [
        ("grunnskole", 0.9214),
        ("pleie_omsorg", 0.6520),
        ("barnehage", 0.8377),
        ("barnevern", 0.0624),
        ("sosialhjelp", 0.1990),
        ("kommunehelse", 0.9372),
        ("administrasjon_landbruk", 0.9764),
    ],
)
def test_what_ages_and_basis_leave_is_one_on_average(
    law: Regime, sector: str, known: float
) -> None:
    """The other criteria of the sector, weighed by inhabitants, average one over the country: the
    counted part and the published index fit together within two per cent."""
    part = ask(law, 2026, COUNTED)[f"alder_og_basis_{sector}"]
    heads = published("innbyggertall_1_juli", 2026)
    rest = (published(f"utgiftsbehov_{sector}", 2026) - part) / (1 - known)
    has = ~numpy.isnan(rest)
    assert (rest[has] * heads[has]).sum() / heads[has].sum() == pytest.approx(1, abs=0.02)


def test_the_income_guarantee_lifts_beyond_four_hundred_kroner(law: Regime) -> None:
    """By hand: 500 below the nation is lifted by 100, less the deduction of 121.1758."""
    only = ("1103",)
    for growth, lifted in ((0, 0), (-400, 0), (-401, 1), (-500, 100), (300, 0)):
        given_ = {"vekst_mot_landet": numpy.array([growth])}
        found = ask(law, 2025, ["inntektsgaranti"], given_, only)["inntektsgaranti"]
        assert found == pytest.approx([149_448 * (lifted - 121.1757955933)])


def test_without_sector_indices_the_total_index_stands_in(law: Regime) -> None:
    """Aurskog-Høland lacks them: the sum of the sectors is (index - 1) x B x heads."""
    only = ("3226",)
    names = [f"utgiftsutjevning_{sector}" for sector in SECTORS]
    spent = sum(ask(law, 2025, names, numbers=only).values())
    index = published("utgiftsbehov_publisert", 2025, only)
    heads = published("innbyggertall_1_juli", 2025, only)
    assert spent == pytest.approx((index - 1) * 72_430 * heads)


def test_nothing_before_2025(law: Regime) -> None:
    for name in ("utgiftsutjevning", "rammetilskudd", "innbyggertilskudd_likt_belop"):
        assert (ask(law, 2024, [name], {"innbyggertall_1_juli": 1000.0})[name] == 0).all()


def test_one_head_more_by_hand(law: Regime) -> None:
    """Stavanger 2025, tax above nine tenths: 31 469.73 - 121.18 + 705 - 72 430 + 0.62 x 42 269.58
    - 378.14; in Rana, below nine tenths, 0.35 x 0.9 x 42 269.58 more."""
    rich, poor = (
        ask(law, 2025, ["verdi_av_ett_hode"], numbers=(n,))["verdi_av_ett_hode"][0]
        for n in ("1103", "1833")
    )
    expected = 31469.7313 - 121.1758 + 705 - 72430 + 0.62 * 42269.58 - 378.139
    assert rich == pytest.approx(expected, abs=0.01)
    assert poor - rich == pytest.approx(0.35 * 0.9 * 42269.58, abs=0.01)


def test_a_kommune_answer_for_every_kommune(law: Regime) -> None:
    """Every row of the table gives an answer, and lines that were not read hold no amount."""
    for number in (*all_kommuner()[::40], "0301", "1151", "3226"):
        grant = kommune_grant(law, number, 2025)
        unread = {line.id for line in grant.lines if line.kroner is None}
        assert unread == set(grant.not_read)
        assert (number in READ) == (not unread)
        lines = [line for line in grant.lines if not line.is_sum]
        total = next(line for line in grant.lines if line.id == "rammetilskudd")
        assert sum(line.kroner or 0 for line in lines) == pytest.approx(total.kroner)


@settings(max_examples=25, deadline=None)
@given(
    index=st.floats(0.3, 3),
    heads=st.integers(200, 800_000),
    growth=st.floats(-3000, 3000),
)
def test_more_need_never_means_less(index: float, heads: int, growth: float) -> None:
    law, only = law_in_force(), ("1103",)
    given_ = {f"utgiftsbehov_{sector}": numpy.array([index]) for sector in SECTORS}
    given_ |= {"innbyggertall_1_juli": numpy.array([heads])}
    given_ |= {"vekst_mot_landet": numpy.array([growth])}
    more = given_ | {"utgiftsbehov_barnevern": numpy.array([index + 0.1])}
    names = ("utgiftsutjevning", "inntektsgaranti")
    before, after = ask(law, 2025, names, given_, only), ask(law, 2025, names, more, only)
    assert after["utgiftsutjevning"] > before["utgiftsutjevning"]
    assert before["inntektsgaranti"] >= -heads * 121.18
    assert after["utgiftsutjevning"] - before["utgiftsutjevning"] == pytest.approx(
        [0.1 * 0.0406 * 72_430 * heads], rel=1e-6
    )


def test_an_unknown_rule_or_input_is_named(law: Regime) -> None:
    with pytest.raises(UnknownNameError, match="utgiftsutjevning"):
        ask(law, 2025, ["utgiftsutjevning_skole"])
    with pytest.raises(UnknownNameError, match="unknown input"):
        ask(law, 2025, ["utgiftsutjevning"], {"innbyggertall_juli": 1.0})
