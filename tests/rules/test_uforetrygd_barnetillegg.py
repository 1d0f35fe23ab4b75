"""Child supplement to uføretrygd: folketrygdloven §§ 12-15 and 12-16, with the arithmetic."""

import pytest
from ufore_home import ROUNDING, disabled, every, with_children, year_sum


def test_child_supplement_is_0_4_g() -> None:
    """§ 12-15: 0.4 x 130 160 / 12; the minimum 2.529 G is under the free amount 3.1 G."""
    case = with_children(2025, {"mor": disabled(2025)}, "2018-02")
    assert case.calculate("uforetrygd_barnetillegg", "2025-06")[0] == pytest.approx(
        0.4 * 130_160 / 12, abs=0.5
    )


def test_child_supplement_follows_the_insurance_period_not_the_degree() -> None:
    """§ 12-15 second paragraph: 0.4 G x 20/40."""
    case = with_children(2025, {"mor": disabled(2025, trygdetid_ar=20, uforegrad=0.5)}, "2018-02")
    assert case.calculate("uforetrygd_barnetillegg", "2025-06")[0] == pytest.approx(
        0.2 * 130_160 / 12, abs=0.5
    )


def test_half_of_the_income_above_3_1_g_comes_off() -> None:
    """§ 12-16: benefit 0.66 x 6 = 3.96 G, so 0.5 x (3.96 - 3.5) G off 0.8 G for two children."""
    person = disabled(2025, uforetrygd_grunnlag_g=6.0)
    case = with_children(2025, {"mor": person}, "2018-02", "2020-02")
    assert year_sum(case, "uforetrygd_barnetillegg", 2025) == pytest.approx(
        (0.8 - 0.5 * (3.96 - 3.1 - 0.4)) * 128_116, abs=2 * ROUNDING
    )


def test_the_other_parent_counts_above_one_g() -> None:
    """§ 12-16: limit 4.6 G; 2.329 G benefit + (4 - 1) G wage of the other = 5.329 G."""
    mother = disabled(2025, lever_med_partner=True)
    father = {"born": "1990-01", "lonn": every(2025, 4 * 128_116 / 12)}
    case = with_children(2025, {"mor": mother, "far": father}, "2018-02")
    assert year_sum(case, "uforetrygd_barnetillegg", 2025) == pytest.approx(
        (0.4 - 0.5 * (2.329 + 3 - 4.6)) * 128_116, abs=3 * ROUNDING
    )


def test_two_disabled_parents_get_one_supplement() -> None:
    """§ 12-15 third paragraph: half each when both come under the limit, else to the higher.

    § 12-16 third paragraph: both benefits count in full, other income of the parent who does not
    get the supplement above 1 G. First 2.329 + 1.1645 G, under 4.6 G. Then 3.96 + 1.1645 G: the
    father is left with 0.4 - 0.5 x 0.5245 = 0.13775 G, for the mother's wage is his less 1 G; the
    mother with nothing, for it is all hers.
    """
    father = disabled(2025, lever_med_partner=True, uforegrad=0.5)
    case = with_children(
        2025, {"mor": disabled(2025, lever_med_partner=True), "far": father}, "2018-02"
    )
    paid = case.calculate("uforetrygd_barnetillegg", "2025-06")
    assert paid[:2] == pytest.approx([0.4 * 130_160 / 12 / 2] * 2, abs=1)
    mother = disabled(
        2025,
        lever_med_partner=True,
        uforetrygd_grunnlag_g=6.0,
        inntekt_for_uforhet_g=6.0,
        lonn=51_000,
    )
    paid = with_children(2025, {"mor": mother, "far": father}, "2018-02").calculate(
        "uforetrygd_barnetillegg", "2025-06"
    )
    assert paid[0] == 0
    assert paid[1] == pytest.approx(0.13775 * 130_160 / 12, abs=1)


@pytest.mark.parametrize(("month", "paid"), [("2025-05", True), ("2025-06", False)])
def test_child_supplement_ends_after_the_month_of_turning_18(month: str, paid: bool) -> None:
    """§§ 1-6, 22-12 fifth paragraph: born May 2007."""
    case = with_children(2025, {"mor": disabled(2025)}, "2007-05")
    assert bool(case.calculate("uforetrygd_barnetillegg", month)[0] > 0) is paid


@pytest.mark.parametrize(
    ("month", "share"), [("2022-06", 0.95 * 3.96 / 0.95 - 3.96), ("2022-07", 0.4)]
)
def test_ceiling_of_95_per_cent_until_june_2022(month: str, share: float) -> None:
    """Lov 17 desember 2021 nr. 146: income before 3.96/0.95 G leaves no room before July."""
    person = disabled(2022, uforetrygd_grunnlag_g=6.0, inntekt_for_uforhet_g=3.96 / 0.95)
    case = with_children(2022, {"mor": person}, "2018-02")
    assert case.calculate("uforetrygd_barnetillegg_for_inntekt", month)[0] == pytest.approx(
        share * 111_477 / 12, abs=0.5
    )


@pytest.mark.parametrize(("month", "paid"), [("2024-06", False), ("2024-07", True)])
def test_a_child_with_more_than_one_g_counts_from_july_2024(month: str, paid: bool) -> None:
    """Lov 20 desember 2023 nr. 95 repeals the limit on the child's income."""
    case = with_children(2024, {"mor": disabled(2024)}, "2008-02", kapitalinntekt={"2024": 130_000})
    assert bool(case.calculate("uforetrygd_barnetillegg", month)[0] > 0) is paid


def test_the_deduction_of_one_g_is_of_the_year() -> None:
    """§ 12-16 third paragraph: 4 G of wage in one month or in twelve, less 1 G."""
    mother = disabled(2025, lever_med_partner=True)
    spread = {"born": "1990-01", "lonn": every(2025, 4 * 128_116 / 12)}
    lump = {"born": "1990-01", "lonn": {"2025-03": 4 * 128_116}}
    sums = [
        year_sum(
            with_children(2025, {"mor": mother, "far": father}, "2018-02"),
            "uforetrygd_barnetillegg",
            2025,
        )
        for father in (spread, lump)
    ]
    assert sums[0] == pytest.approx(sums[1], abs=1)


def test_benefits_of_the_other_parent_count() -> None:
    """§ 12-16 second paragraph: sykepenger of 4 G as wage of 4 G."""
    mother = disabled(2025, lever_med_partner=True)
    sick = every(2025, 4 * 128_116 / 12)
    father = {"born": "1990-01", "dagpenger_sykepenger_foreldrepenger": sick}
    case = with_children(2025, {"mor": mother, "far": father}, "2018-02")
    assert year_sum(case, "uforetrygd_barnetillegg", 2025) == pytest.approx(
        (0.4 - 0.5 * (2.329 + 3 - 4.6)) * 128_116, abs=3 * ROUNDING
    )


@pytest.mark.parametrize(("month", "paid"), [("2025-05", False), ("2025-06", True)])
def test_from_the_month_after_birth(month: str, paid: bool) -> None:
    """§ 22-12 first paragraph, nav.no: born May 2025."""
    case = with_children(2025, {"mor": disabled(2025)}, "2025-05")
    assert bool(case.calculate("uforetrygd_barnetillegg", month)[0] > 0) is paid


def test_nothing_below_zero_when_income_is_high() -> None:
    """0.5 x (3.96 - 3.1) = 0.43 G is more than 0.4 G."""
    case = with_children(2025, {"mor": disabled(2025, uforetrygd_grunnlag_g=6.0)}, "2018-02")
    assert year_sum(case, "uforetrygd_barnetillegg", 2025) == 0
