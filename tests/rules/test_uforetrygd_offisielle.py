"""Uføretrygd against what Nav publishes: nav.no and the letters of navikt/pensjonsbrev (21 August
2026, InfobrevLovendringer2026.kt, OktBunnfradrag.kt); `test_published_*` are LO-advokatene's.
"""

from typing import Any

import pytest
from ufore_home import MEAN_G, ROUNDING, alone, disabled, index, with_children, year_sum


def test_published_minimum_of_2020() -> None:
    """LO-advokatene: 251 350 for singles and 231 080 for cohabitants a year at G 101 351."""
    single = alone(disabled(2020)).calculate("uforetrygd", "2020-06")[0]
    couple = alone(disabled(2020, lever_med_partner=True)).calculate("uforetrygd", "2020-06")[0]
    assert (12 * single, 12 * couple) == (
        pytest.approx(251_350, abs=ROUNDING),
        pytest.approx(231_080, abs=ROUNDING),
    )


def test_published_66_per_cent_of_the_basis() -> None:
    """LO-advokatene: mean of the three best years 480 000 gives 316 800 a year."""
    case = alone(disabled(2025, uforetrygd_grunnlag_g=480_000 / 130_160))
    # The minimum, 2.529 G = 329 175, is higher in 2025; with a partner 2.329 G = 303 143 is not.
    assert case.calculate("uforetrygd", "2025-06")[0] == pytest.approx(
        2.529 * 130_160 / 12, abs=0.5
    )
    case = alone(disabled(2025, uforetrygd_grunnlag_g=480_000 / 130_160, lever_med_partner=True))
    assert case.calculate("uforetrygd", "2025-06")[0] == pytest.approx(316_800 / 12, abs=0.5)


@pytest.mark.parametrize(("year", "rate"), [(2025, 0.80), (2026, 0.70)])
def test_official_reduction_rate_is_at_most_70_per_cent_from_2026(year: int, rate: float) -> None:
    """InfobrevLovendringer2026.kt, Kim: 80 per cent before, 70 from 2026."""
    in_g = 0.80 * 3.5 / 0.66
    case = alone(disabled(year, uforetrygd_grunnlag_g=in_g))
    assert case.calculate("uforetrygd_reduksjonsprosent", str(year))[0] == pytest.approx(rate)


@pytest.mark.parametrize(
    ("facts", "month", "per_year"),
    [
        ({"omregnet_uforepensjon": True}, "2026-03", 309_651),
        ({}, "2026-03", 303_143),
    ],
)
def test_official_minimum_with_a_partner(
    facts: dict[str, bool], month: str, per_year: float
) -> None:
    """InfobrevLovendringer2026.kt: 2.379 G is 309 651 kroner, 2.329 G is 303 143."""
    case = alone(disabled(2026, lever_med_partner=True, **facts))
    assert 12 * case.calculate("uforetrygd_full_grad", month)[0] == pytest.approx(per_year, abs=0.6)


@pytest.mark.parametrize(
    ("since", "month", "per_year"),
    [("2025-04", "2026-03", 52_064), ("2023-05", "2026-03", 130_160)],
)
def test_official_free_amount_before_may_2026(since: str, month: str, per_year: float) -> None:
    """InfobrevLovendringer2026.kt: 0.4 G is 52 064 kroner, 1 G is 130 160."""
    case = alone(disabled(2026, uforetrygd_siden=index(since)))
    assert 12 * case.calculate("uforetrygd_fribelop", month)[0] == pytest.approx(per_year)


def test_official_free_amount_from_may_2026() -> None:
    """OktBunnfradrag.kt: «1G, som nå er 136 549 kroner»."""
    case = alone(disabled(2026, uforetrygd_siden=index("2023-05")))
    assert 12 * case.calculate("uforetrygd_fribelop", "2026-10")[0] == pytest.approx(136_549)


@pytest.mark.parametrize("since", ["2015-01", "2022-06", "2023-12"])
def test_official_one_g_all_of_2026_when_granted_before_2024(since: str) -> None:
    """InfobrevLovendringer2026.kt: «Alle som fikk innvilget uføretrygd før 1. januar 2024»."""
    case = alone(disabled(2026, uforetrygd_siden=index(since)))
    assert case.calculate("uforetrygd_bunnfradrag", "2026")[0] == pytest.approx(
        MEAN_G[2026], abs=0.5
    )


@pytest.mark.parametrize(("month", "in_g"), [("2027-03", 0.4), ("2027-04", 1.0)])
def test_official_kim_granted_in_april_2025(month: str, in_g: float) -> None:
    """InfobrevLovendringer2026.kt: the free amount rises in April 2027."""
    case = alone(disabled(2027, uforetrygd_siden=index("2025-04")))
    assert 12 * case.calculate("uforetrygd_fribelop", month)[0] == pytest.approx(in_g * 136_549)


@pytest.mark.parametrize("since", ["2020-01", "2026-01"])
def test_official_permanent_adapted_work_is_not_touched(since: str) -> None:
    """InfobrevLovendringer2026.kt: «Har du varig tilrettelagt arbeid, påvirkes du ikke»."""
    case = alone(disabled(2026, uforetrygd_i_vta=True, uforetrygd_siden=index(since)))
    assert case.calculate("uforetrygd_bunnfradrag", "2026")[0] == pytest.approx(
        MEAN_G[2026], abs=0.5
    )


def test_official_10_000_above_costs_7_000_at_70_per_cent() -> None:
    """InfobrevLovendringer2026.kt: the rate is 2.529 / 3.5 = 72 per cent, so 70."""
    free = (4 * 130_160 + 8 * 136_549) / 12
    granted = {"uforetrygd_siden": index("2020-01")}
    before = year_sum(alone(disabled(2026, lonn=free, **granted)), "uforetrygd", 2026)
    after = year_sum(alone(disabled(2026, lonn=free + 10_000, **granted)), "uforetrygd", 2026)
    assert before - after == pytest.approx(7_000, abs=2 * ROUNDING)


@pytest.mark.parametrize(("partner", "in_g"), [(True, 3.5), (False, 3.5)])
def test_official_income_before_disability_alike_from_2026(partner: bool, in_g: float) -> None:
    """InfobrevLovendringer2026.kt: never lower than 3.5 G whatever the marital status."""
    case = alone(disabled(2026, lever_med_partner=partner))
    assert year_sum(case, "inntekt_for_uforhet", 2026) == pytest.approx(
        in_g * MEAN_G[2026], abs=in_g
    )


def test_official_30_000_above_costs_15_000_in_child_supplement() -> None:
    """nav.no, barnetillegg til uføretrygd: half of what exceeds the free amount of 3.1 G."""
    in_g = (3.1 + 30_000 / MEAN_G[2025]) / 0.66
    case = with_children(2025, {"mor": disabled(2025, uforetrygd_grunnlag_g=in_g)}, "2018-02")
    expected = 0.4 * MEAN_G[2025] - 15_000
    assert year_sum(case, "uforetrygd_barnetillegg", 2025) == pytest.approx(
        expected, abs=2 * ROUNDING
    )


@pytest.mark.parametrize(
    ("year", "earlier", "share"),
    [
        (2019, True, 1.01),
        (2020, True, 0.98),
        (2021, True, 0.95),
        (2019, False, 0.95),
        (2020, False, 0.95),
    ],
)
def test_official_ceiling_on_benefit_and_child_supplement(
    year: int, earlier: bool, share: float
) -> None:
    """nav.no, endringer i barnetillegget fra 2016: of income before disability, here 4 G."""
    mother = disabled(
        year,
        uforetrygd_grunnlag_g=5.5,
        inntekt_for_uforhet_g=4.0,
        barnetillegg_siden_2015=earlier,
    )
    case = with_children(year, {"mor": mother}, "2010-02", "2011-02")
    g = {2019: 99_858, 2020: 101_351, 2021: 106_399}[year]
    room = (share * 4.0 - 0.66 * 5.5) * g / 12
    paid = case.calculate("uforetrygd_barnetillegg_for_inntekt", f"{year}-06")[0]
    assert paid == pytest.approx(room)


@pytest.mark.parametrize(
    ("born", "month", "paid"),
    [
        ("2007-05", "2025-05", False),
        ("2007-05", "2025-06", True),
        ("1958-05", "2025-05", True),
        ("1958-05", "2025-06", False),
    ],
)
def test_official_from_the_month_after_18_to_that_of_67(born: str, month: str, paid: bool) -> None:
    """nav.no, om statistikken: not before the month after 18, a pensioner the month after 67."""
    case = alone(disabled(2025, born=born))
    assert bool(case.calculate("uforetrygd", month)[0] > 0) is paid


# nav.no, ung ufør: born January 1990.
@pytest.mark.parametrize(
    ("facts", "young"),
    [
        ({"ufor_siden": "2015-12"}, True),
        ({"ufor_siden": "2016-01"}, False),
        ({"yrkesaktiv_etter_26": True, "krav_om_uforetrygd_maned": "2025-12"}, True),
        ({"yrkesaktiv_etter_26": True, "krav_om_uforetrygd_maned": "2026-01"}, False),
        ({"krav_om_uforetrygd_maned": "2026-01"}, True),
        ({}, True),
    ],
)
def test_official_conditions_of_the_young_disabled(facts: dict[str, Any], young: bool) -> None:
    """nav.no: ill before 26, claim before 36 when more than half time at work after 26."""
    stated = {
        name: value if isinstance(value, bool) else index(value) for name, value in facts.items()
    }
    case = alone(disabled(2026, born="1990-01", ung_ufor=True, **stated))
    in_g = 2.959 if young else 2.529
    assert case.calculate("uforetrygd_full_grad", "2026-03")[0] == pytest.approx(
        in_g * 130_160 / 12
    )


@pytest.mark.parametrize(
    ("partner", "in_g", "year", "g"),
    [
        (True, 2.66, 2019, 99_858),
        (False, 2.91, 2019, 99_858),
        (True, 2.66, 2021, 106_399),
        (False, 2.91, 2022, 111_477),
        (False, 2.91, 2023, 118_620),
    ],
)
def test_official_minimum_of_the_young_disabled(
    partner: bool, in_g: float, year: int, g: int
) -> None:
    """nav.no, ung ufør: 2.66 G with a partner, 2.91 G alone (until June 2024)."""
    case = alone(disabled(year, ung_ufor=True, lever_med_partner=partner))
    assert case.calculate("uforetrygd", f"{year}-06")[0] == pytest.approx(in_g * g / 12, abs=0.5)
