"""Two cases that law alone tells apart: a young disability pensioner who takes a job at 450 000,
and the same person to whom uføretrygd is never granted.

Kaja, 24, ung ufør, income before disability 4.5 G, in Stavanger (127 per cent of the average tax
base). The arithmetic of the law stands beside each figure, from the official values of 2025:

G 124 028 from May 2024 and 130 160 from May 2025, mean of 2025 (4 x 124 028 + 8 x 130 160) / 12.
Uføretrygd of ung ufør 2.959 G (folketrygdloven § 12-13), free amount 0.4 G (§ 12-14).
Tax: minstefradrag 92 000 (skatteloven § 6-32), personfradrag 108 550 (§ 15-4), to the kommune
12.75, the fylkeskommune 2.65, fellesskatt 6.6 per cent; trinnskatt 1.7 per cent from 217 400 and
4 from 306 050; trygdeavgift 7.7 per cent; arbeidsgiveravgift, zone 1, 14.1 per cent.
"""

import functools
from pathlib import Path

import pytest

from effektlov.answer import Account, Answer, GrantLine
from effektlov.session import answer_of

MEAN_G_2025 = (4 * 124_028 + 8 * 130_160) / 12
MEAN_G_2026 = (4 * 130_160 + 8 * 136_549) / 12
WAGE = 450_000
ROUNDING = 12 * 0.5  # § 22-11: each month in whole kroner
WHOLE_KRONE = 1.0  # each tax is in whole kroner

BENEFIT = 2.959 * MEAN_G_2025
LEFT = BENEFIT - 2.959 / 4.5 * (WAGE - 0.4 * MEAN_G_2025)

KOMMUNE, FYLKE, FELLESSKATT = 0.1275, 0.0265, 0.066
TRYGDEAVGIFT, ARBEIDSGIVERAVGIFT = 0.077, 0.141
EQUALISED, EXTRA = 0.62, 0.35
"""Inntektsutjevning: the symmetric rate of 2025, and what is added below nine tenths."""

CRITERION_2025 = 0.00886 * 72_430 * 5_572_272 / 110_000
CRITERION_2026 = 0.00921 * 74_900 * 5_610_870 / 110_000
"""Kriteriet uføre 18-49: weight x need per head x inhabitants / recipients aged 18-49."""

CASE = """
case: kaja
title: {{nb: Kaja, en: Kaja}}
kommune: {kommune}
start: 2025
horizon: {horizon}
household:
  kaja:
    born: 2001-02-17
    role: forelder
    focus: true
    inntekt_for_uforhet_g: 4.5
courses:
  ufor:
    label: {{nb: Uføretrygd, en: Disability pension}}
    focus: {{ung_ufor: true, innvilget_uforetrygd: true, uforetrygd_siden: 2021-09}}
  arbeid:
    label: {{nb: I arbeid, en: In work}}
    focus: {{{arbeid}}}
"""

STAYS = (
    "ung_ufor: true, innvilget_uforetrygd: true, uforetrygd_siden: 2021-09, lonn: {2025: 450000}"
)
NEVER = "lonn: {2025: 450000}"
STAVANGER = "1103"


def taxable(income: float) -> float:
    """Alminnelig inntekt less personfradrag; minstefradrag is at its ceiling above 200 000."""
    return income - 92_000 - 108_550


def trinnskatt(income: float) -> float:
    return 0.017 * (min(income, 306_050) - 217_400) + 0.04 * max(income - 306_050, 0)


@functools.cache
def shipped() -> Answer:
    return answer_of("ung_ufor_i_jobb")


@functools.cache
def before_a_pension() -> Answer:
    return answer_of("ung_uten_uforetrygd")


def written(
    folder: Path, arbeid: str = NEVER, kommune: str = STAVANGER, horizon: int = 6
) -> Answer:
    """The answer of the case above, written as a user would."""
    path = folder / "kaja.yaml"
    path.write_text(CASE.format(arbeid=arbeid, kommune=kommune, horizon=horizon), "utf-8")
    return answer_of(str(path))


def gain(answer: Answer, name: str, year: int = 2025) -> float:
    """What the second course brings an account, kroner of 2025, cumulated to the year."""
    found = [a for a in answer.regimes[0].accounts if a.name == name]
    account: Account = found[0]
    return account.gain[account.years.index(year - 2024)]


def flow(answer: Answer, course: str, name: str, year: int = 2025) -> float:
    budget = next(b for b in answer.regimes[0].budget if b.course == course)
    found = [line for line in budget.lines if line.flow == name]
    return found[0].nominal[year - 2025] if found else 0.0


def grant(answer: Answer) -> dict[str, GrantLine]:
    return {line.line: line for line in answer.regimes[0].block_grant}


def kept(answer: Answer, column: str, year: int = 2025) -> float:
    """What the kommune keeps in a year, summed over the lines."""
    return sum(getattr(line, column)[year - 2025] for line in answer.regimes[0].block_grant)


# (a) She stays a recipient


def test_section_12_14_leaves_about_117_000_of_the_pension() -> None:
    """§ 12-14: what is above the limit of 0.4 G reduces it by the pension at full degree over
    income before disability: 379 095 - 2.959/4.5 x (450 000 - 51 246) = 116 893."""
    assert MEAN_G_2025 == 128_116
    limit, rate = 0.4 * MEAN_G_2025, 2.959 / 4.5
    assert (round(limit), round(rate, 4)) == (51_246, 0.6576)
    assert pytest.approx(116_893, abs=1) == LEFT
    assert flow(shipped(), "uten_jobb", "uforetrygd") == pytest.approx(BENEFIT, abs=ROUNDING)
    assert flow(shipped(), "i_jobb", "uforetrygd") == pytest.approx(LEFT, abs=ROUNDING)
    assert flow(shipped(), "i_jobb", "uforetrygd") == pytest.approx(116_888, abs=1)


def test_she_is_under_the_ceiling_of_80_per_cent_of_income_before() -> None:
    """§ 12-14 third paragraph: 0.8 x 4.5 G = 461 218 is above 450 000, so something is left."""
    assert pytest.approx(461_218, abs=1) == 0.8 * 4.5 * MEAN_G_2025
    assert flow(shipped(), "i_jobb", "uforetrygd") > 0


def test_one_krone_above_the_ceiling_leaves_nothing(tmp_path: Path) -> None:
    answer = written(tmp_path, STAYS.replace("450000", "461230"), horizon=1)
    assert flow(answer, "arbeid", "uforetrygd") == 0


def test_after_24_months_one_g_is_free_from_2026_and_about_190_000_is_left() -> None:
    """Lov 12. juni 2026 nr. 24: 397 746 - 2.959/4.5 x (450 000 - 134 419) = 190 234; the same
    kroner of wage as the year before."""
    left = 2.959 * MEAN_G_2026 - 2.959 / 4.5 * (WAGE - MEAN_G_2026)
    assert left == pytest.approx(190_234, abs=1)
    assert flow(shipped(), "i_jobb", "lonn", 2026) == WAGE
    assert flow(shipped(), "i_jobb", "uforetrygd", 2026) == pytest.approx(left, abs=ROUNDING)


def test_before_24_months_the_free_amount_is_0_4_g_in_2026_too(tmp_path: Path) -> None:
    """Granted in December 2025: January 2028 is the first month of the higher free amount."""
    answer = written(tmp_path, STAYS.replace("2021-09", "2025-12"), horizon=2)
    left = 2.959 * MEAN_G_2026 - 2.959 / 4.5 * (WAGE - 0.4 * MEAN_G_2026)
    assert flow(answer, "arbeid", "uforetrygd", 2026) == pytest.approx(left, abs=ROUNDING)


def test_the_kommune_gets_about_23_900_more_in_tax() -> None:
    """0.1275 x (450 000 + 116 893 - 379 095): both deductions are at their ceiling in both."""
    expected = KOMMUNE * (taxable(WAGE + LEFT) - taxable(BENEFIT))
    assert expected == pytest.approx(23_944, abs=1)
    assert gain(shipped(), "kommune") == pytest.approx(expected, abs=WHOLE_KRONE)
    assert grant(shipped())["egen_skatt"].this_kommune_alone[0] == pytest.approx(
        expected, abs=WHOLE_KRONE
    )
    assert flow(shipped(), "uten_jobb", "skatt_kommune") == pytest.approx(
        KOMMUNE * taxable(BENEFIT), abs=WHOLE_KRONE
    )


def test_of_which_it_keeps_38_per_cent_alone() -> None:
    """Inntektsutjevningen takes 62 per cent at or above nine tenths of the average."""
    answer = shipped()
    lines = grant(answer)
    tax = lines["egen_skatt"].this_kommune_alone[0]
    assert lines["utjevning_av_egen_skatt"].this_kommune_alone[0] == pytest.approx(-EQUALISED * tax)
    assert kept(answer, "this_kommune_alone") == pytest.approx(0.38 * tax)
    assert kept(answer, "this_kommune_alone") == pytest.approx(9_099, abs=1)


def test_the_other_columns_keep_all_and_nothing() -> None:
    """All kommuner alike: the distance to the average is unchanged. After the next budget:
    Stortinget sets the sum of tax and grant anew."""
    tax = grant(shipped())["egen_skatt"].this_kommune_alone[0]
    assert kept(shipped(), "all_alike") == pytest.approx(tax)
    assert kept(shipped(), "after_next_budget") == 0


def test_from_2026_it_keeps_36_per_cent() -> None:
    """The symmetric rate is 64 per cent in 2026."""
    lines = grant(shipped())
    tax = lines["egen_skatt"].this_kommune_alone[1]
    assert kept(shipped(), "this_kommune_alone", 2026) == pytest.approx(0.36 * tax)


@pytest.mark.parametrize(
    ("share", "keeps"),
    [(0.85, 1 - EQUALISED - EXTRA), (0.8999, 1 - EQUALISED - EXTRA), (0.90, 1 - EQUALISED)],
)
def test_below_nine_tenths_of_the_average_it_keeps_about_700(
    tmp_path: Path, share: float, keeps: float
) -> None:
    """Tilleggsutjevningen takes 35 per cent more below nine tenths: 0.03 x 23 944 = 718."""
    answer = written(
        tmp_path,
        STAYS,
        kommune=f"{{number: 1103, skattegrunnlag_andel: {share}}}",
        horizon=1,
    )
    tax = KOMMUNE * (taxable(WAGE + LEFT) - taxable(BENEFIT))
    assert kept(answer, "this_kommune_alone") == pytest.approx(keeps * tax, abs=1)
    if keeps < 0.1:
        assert kept(answer, "this_kommune_alone") == pytest.approx(718, abs=1)


def test_a_kommune_of_the_table_below_nine_tenths_keeps_3_per_cent(tmp_path: Path) -> None:
    """Hå has 88 per cent by the table of 2025."""
    answer = written(tmp_path, STAYS, kommune="1119", horizon=1)
    tax = grant(answer)["egen_skatt"].this_kommune_alone[0]
    assert kept(answer, "this_kommune_alone") == pytest.approx(0.03 * tax)


def test_the_fylkeskommune_gets_4_977() -> None:
    expected = FYLKE * (taxable(WAGE + LEFT) - taxable(BENEFIT))
    assert expected == pytest.approx(4_977, abs=1)
    assert gain(shipped(), "fylkeskommune") == pytest.approx(expected, abs=WHOLE_KRONE)


def test_the_state_gets_about_360_000() -> None:
    """Folketrygden: 262 202 less pension, 63 450 arbeidsgiveravgift, 14 460 trygdeavgift. Tax to
    the state: fellesskatt and trinnskatt."""
    folketrygd = (
        (BENEFIT - LEFT) + ARBEIDSGIVERAVGIFT * WAGE + TRYGDEAVGIFT * (WAGE + LEFT - BENEFIT)
    )
    skatt = FELLESSKATT * (WAGE + LEFT - BENEFIT) + trinnskatt(WAGE + LEFT) - trinnskatt(BENEFIT)
    assert gain(shipped(), "stat.folketrygd") == pytest.approx(folketrygd, abs=2 * ROUNDING)
    assert gain(shipped(), "stat.skatt") == pytest.approx(skatt, abs=2 * WHOLE_KRONE)
    assert gain(shipped(), "stat.folketrygd") + gain(shipped(), "stat.skatt") == pytest.approx(
        360_000, abs=100
    )


def test_the_household_gets_what_the_public_and_the_employer_leave() -> None:
    """Wage plus what is left of the pension less tax, against the pension less tax: the public's
    gain and hers are the wage and the arbeidsgiveravgift, to the krone."""
    total = gain(shipped(), "public") + gain(shipped(), "husstand")
    assert total == pytest.approx(WAGE * (1 + ARBEIDSGIVERAVGIFT), abs=0.01)


def test_no_criterion_moves() -> None:
    """She is counted as a recipient in both courses: only her tax and its equalisation move."""
    assert set(grant(shipped())) == {"egen_skatt", "utjevning_av_egen_skatt"}


# (b) Uføretrygd is never granted


def test_the_kommune_gets_the_tax_of_the_wage_instead_of_that_of_the_pension(
    tmp_path: Path,
) -> None:
    """0.1275 x (450 000 - 379 095) = 9 040, of which 38 per cent is kept: 3 435."""
    answer = written(tmp_path)
    tax = KOMMUNE * (WAGE - BENEFIT)
    assert gain(answer, "kommune") == pytest.approx(tax, abs=WHOLE_KRONE)
    assert gain(answer, "fylkeskommune") == pytest.approx(FYLKE * (WAGE - BENEFIT), abs=WHOLE_KRONE)
    assert kept(answer, "this_kommune_alone") == pytest.approx(0.38 * tax, abs=WHOLE_KRONE)


def test_the_state_saves_the_whole_pension(tmp_path: Path) -> None:
    answer = written(tmp_path)
    folketrygd = BENEFIT + ARBEIDSGIVERAVGIFT * WAGE + TRYGDEAVGIFT * (WAGE - BENEFIT)
    skatt = FELLESSKATT * (WAGE - BENEFIT) + trinnskatt(WAGE) - trinnskatt(BENEFIT)
    assert flow(answer, "arbeid", "uforetrygd") == 0
    assert gain(answer, "stat.folketrygd") == pytest.approx(folketrygd, abs=2 * ROUNDING)
    assert gain(answer, "stat.skatt") == pytest.approx(skatt, abs=2 * WHOLE_KRONE)


def test_the_criterion_moves_two_years_later(tmp_path: Path) -> None:
    """One recipient aged 18-49 fewer costs this kommune 32 508 kroner of 2025 in 2027, and 35 187
    of 2026 in 2028: weight x need per head x inhabitants / recipients."""
    line = grant(written(tmp_path))["kriterium_ufor"]
    assert (round(CRITERION_2025), round(CRITERION_2026)) == (32_508, 35_187)
    assert line.lag_years == 2
    assert line.this_kommune_alone[:2] == (0, 0)
    assert line.this_kommune_alone[2] == pytest.approx(-CRITERION_2025, rel=1e-9)
    assert line.this_kommune_alone[3] == pytest.approx(-CRITERION_2026, rel=1e-9)


def test_the_criterion_cancels_in_the_other_columns(tmp_path: Path) -> None:
    """All alike: the number of recipients moves too. After the next budget: the frame is reset."""
    line = grant(written(tmp_path))["kriterium_ufor"]
    assert set(line.all_alike) == {0}
    assert set(line.after_next_budget) == {0}


def test_the_kommune_alone_loses_more_on_the_criterion_than_it_keeps_of_the_tax(
    tmp_path: Path,
) -> None:
    answer = written(tmp_path)
    assert kept(answer, "this_kommune_alone") < CRITERION_2025
    assert kept(answer, "this_kommune_alone", 2027) < 0


def test_the_criterion_has_its_section_and_its_note(tmp_path: Path) -> None:
    line = grant(written(tmp_path))["kriterium_ufor"]
    assert "571" in line.section
    assert line.href.startswith("https://")
    assert line.note is not None


def test_full_time_work_moves_the_criterion_with_the_opposite_sign(tmp_path: Path) -> None:
    """All criteria that move are counted: one full-time employee more, one recipient less."""
    answer = written(tmp_path, f"{NEVER}, sysselsatt_heltid: true")
    lines = grant(answer)
    assert lines["kriterium_heltid"].this_kommune_alone[2] > 0
    assert lines["kriterium_ufor"].this_kommune_alone[2] < 0
    assert set(lines["kriterium_heltid"].all_alike) == {0}


def test_the_criterion_does_not_move_the_account_of_the_kommune(tmp_path: Path) -> None:
    """The block grant stands apart: neither the accounts nor the public sum hold it."""
    answer = written(tmp_path)
    tax = [
        a.this_kommune_alone[:1] for a in answer.regimes[0].block_grant if a.line == "egen_skatt"
    ]
    assert gain(answer, "kommune") == pytest.approx(tax[0][0])


def test_a_recipient_of_50_is_not_counted(tmp_path: Path) -> None:
    """The criterion ends with 49 years on 1 July."""
    path = tmp_path / "eldre.yaml"
    text = CASE.format(arbeid=NEVER, kommune=STAVANGER, horizon=1)
    path.write_text(text.replace("2001-02-17", "1975-02-17"), "utf-8")
    assert "kriterium_ufor" not in grant(answer_of(str(path)))


# The shipped case of the 19-year-old


def test_the_pension_of_the_19_year_old_begins_in_march_2025() -> None:
    """§ 12-13: 2.959 G from the month of turning 20, ten months of 2025: two at the G of 2024."""
    ten_months = 2.959 * (2 * 124_028 + 8 * 130_160) / 12
    assert flow(before_a_pension(), "ufor", "uforetrygd") == pytest.approx(ten_months, abs=ROUNDING)
    assert flow(before_a_pension(), "arbeid", "uforetrygd") == 0


def test_ten_twelfths_of_the_criterion_in_the_first_year_then_all_of_it() -> None:
    """The share of the year's months stands for the chance of being counted."""
    line = grant(before_a_pension())["kriterium_ufor"]
    assert line.this_kommune_alone[2] == pytest.approx(-CRITERION_2025 * 10 / 12, rel=1e-9)
    assert line.this_kommune_alone[3] == pytest.approx(-CRITERION_2026, rel=1e-9)
    assert set(line.all_alike) | set(line.after_next_budget) == {0}


def test_both_cases_side_by_side() -> None:
    """The same wage in the same kommune: what tells them apart is whether the law still counts her
    as a recipient."""
    assert "kriterium_ufor" not in grant(shipped())
    assert "kriterium_ufor" in grant(before_a_pension())
