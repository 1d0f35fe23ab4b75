"""Uføretrygd in an institution and by income of five years: folketrygdloven §§ 12-11 and 12-19."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ufore_home import alone, disabled, index, with_children

G = 130_160  # June 2025
FULL = 2.529 * G / 12
FLOOR = 0.45 * G / 12


@pytest.mark.parametrize(
    ("month", "facts", "expected"),
    [
        # admitted in March; 14 per cent of 2.529 G is 0.354 G, less than 0.45 G
        ("2025-06", {}, FULL),
        ("2025-07", {}, FLOOR),
        ("2025-07", {"uforegrad": 0.5}, 0.5 * FLOOR),
        ("2025-07", {"uforetrygd_grunnlag_g": 6.0}, 0.14 * 0.66 * 6 * G / 12),
        ("2025-07", {"forsorger_ektefelle": True}, FULL),
        ("2025-07", {"faste_utgifter_til_bolig": True}, FULL),
        ("2025-07", {"institusjonsopphold": False}, FULL),
        ("2025-05", {"nytt_institusjonsopphold": True}, FLOOR),
    ],
)
def test_in_an_institution(month: str, facts: dict[str, Any], expected: float) -> None:
    """§ 12-19: 14 per cent, at least 45 per cent of G, from the fourth month after admission."""
    g = 1 if month >= "2025-05" else 124_028 / G
    given_facts = {"institusjonsopphold": True} | facts
    case = alone(disabled(2025, institusjonsopphold_siden=index("2025-03"), **given_facts))
    assert case.calculate("uforetrygd", month)[0] == pytest.approx(g * expected, abs=0.5)


def test_not_reduced_for_a_parent() -> None:
    """§ 12-19 third paragraph: who supports a child."""
    case = with_children(2025, {"mor": disabled(2025, institusjonsopphold=True)}, "2018-02")
    assert case.calculate("uforetrygd", "2025-06")[0] == pytest.approx(FULL, abs=0.5)


def test_never_more_than_by_the_ordinary_rules() -> None:
    """§ 12-19 fifth paragraph: an insurance period of 4 years gives 0.2529 G, under 0.45 G."""
    case = alone(disabled(2025, trygdetid_ar=4, institusjonsopphold=True))
    assert case.calculate("uforetrygd", "2025-06")[0] == pytest.approx(FULL / 10, abs=0.5)


# § 12-11: income of 2024 to 2020 in G of the year (navikt/g).
MEANS = (122_225, 116_239, 109_784, 104_716, 100_853)


@pytest.mark.parametrize(
    ("years", "basis"),
    [
        ((5, 5, 5, 0, 0), 5),
        ((0, 4, 5, 0, 6), 5),
        ((3, 3, 3, 3, 3), 3),
        ((9, 9, 3, 0, 0), 5),  # each year at most 6 G
        ((0, 0, 0, 0, 6), 2),
        ((0, 0, 0, 0, 0), 0),
    ],
)
def test_three_best_of_five_years(years: tuple[float, ...], basis: float) -> None:
    """§ 12-11 first and fifth paragraphs: onset in May 2025."""
    incomes = {
        f"uforetrygd_inntekt_ar_{number + 1}": in_g * MEANS[number]
        for number, in_g in enumerate(years)
    }
    case = alone(disabled(2025, ufor_siden=index("2025-05"), **incomes))
    assert case.calculate("uforetrygd_beregningsgrunnlag_g", "2025-06")[0] == pytest.approx(basis)


@pytest.mark.parametrize(
    ("month", "partner", "in_g"),
    [
        ("2024-06", True, 2.33),
        ("2024-07", True, 2.379),
        ("2024-07", False, 2.529),
    ],
)
def test_converted_pension(month: str, partner: bool, in_g: float) -> None:
    """§ 12-13 second paragraph: somewhat more with a partner, the high rate alone."""
    case = alone(disabled(2024, omregnet_uforepensjon=True, lever_med_partner=partner))
    assert case.calculate("uforetrygd", month)[0] == pytest.approx(in_g * 124_028 / 12, abs=0.5)


@settings(max_examples=20, deadline=None)
@given(st.floats(0, 1), st.floats(0, 8), st.floats(0, 40), st.floats(0, 400_000), st.booleans())
def test_an_institution_never_gives_more(
    degree: float, basis: float, years: float, wage: float, young: bool
) -> None:
    facts: dict[str, Any] = {
        "uforegrad": degree,
        "uforetrygd_grunnlag_g": basis,
        "trygdetid_ar": years,
        "lonn": wage,
        "ung_ufor": young,
    }
    inside = alone(disabled(2025, institusjonsopphold=True, **facts))
    outside = alone(disabled(2025, **facts))
    paid = inside.calculate("uforetrygd", "2025-06")[0]
    assert 0 <= paid <= outside.calculate("uforetrygd", "2025-06")[0]
