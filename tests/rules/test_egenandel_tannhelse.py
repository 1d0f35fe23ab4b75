"""Dental care: tannhelsetjenesteloven §§ 1-3, 2-1 a and 2-2, forskrift 1984-05-24-1268."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household


def dental(
    month: str, turns: int, takst: float = 1000, rule: str = "egenandel_tannhelse", **facts: Any
) -> float:
    """A patient who turns an age in the year of the month, in December."""
    patient = {
        "born": f"{int(month[:4]) - turns}-12",
        "tannbehandling_takst": {month: takst},
        **{key: {month: value} for key, value in facts.items()},
    }
    case = household({"pasient": patient}, foreldre=["pasient"])
    return float(case.calculate(rule, month)[0])


# tannhelsetjenesteloven § 2-2; forskrift 1984-05-24-1268 § 3 with its amendments 2024-06-12-972
# and 2025-06-20-1150; tromsfylke.no, viken.no, helfo.no for 2022 to June 2024.
SHARES = [
    ("2019-05", 18, 0), ("2019-05", 19, 250), ("2019-05", 20, 250), ("2019-05", 21, 1000),
    ("2020-05", 3, 0), ("2020-05", 20, 250), ("2020-05", 24, 1000),
    ("2021-12", 21, 1000), ("2021-12", 19, 250),
    ("2022-01", 21, 500), ("2022-01", 22, 500), ("2022-12", 23, 1000), ("2022-05", 20, 250),
    ("2023-01", 21, 500), ("2023-02", 24, 500), ("2023-02", 26, 500), ("2023-02", 27, 1000),
    ("2023-04", 21, 250), ("2023-04", 24, 250), ("2023-04", 25, 1000), ("2023-04", 19, 250),
    ("2024-06", 24, 250), ("2024-06", 25, 1000), ("2024-07", 24, 250), ("2024-07", 25, 1000),
    ("2025-06", 25, 1000), ("2025-06", 28, 1000),
    ("2025-07", 25, 250), ("2025-07", 28, 250), ("2025-07", 29, 1000),
    ("2026-11", 18, 0), ("2026-11", 19, 250), ("2026-11", 28, 250), ("2026-11", 29, 1000),
]  # fmt: skip


@pytest.mark.parametrize(("month", "turns", "own"), SHARES)
def test_official_share_by_age_and_date(month: str, turns: int, own: float) -> None:
    assert dental(month, turns) == own
    assert dental(month, turns, rule="tannhelse_fylkeskommune") == 1000 - own


@pytest.mark.parametrize(("born", "own"), [("2006-01", 250), ("2006-12", 250), ("2007-01", 0)])
def test_official_age_is_that_of_the_calendar_year(born: str, own: float) -> None:
    """§ 1-3: «til og med det året de fyller 18 år», in January 2025."""
    patient = {"born": born, "tannbehandling_takst": {"2025-01": 1000}}
    case = household({"pasient": patient}, foreldre=["pasient"])
    assert case.calculate("egenandel_tannhelse", "2025-01")[0] == own


@pytest.mark.parametrize("turns", [12, 18, 19, 24, 40])
def test_official_orthodontics_is_full_price_at_any_age(turns: int) -> None:
    """Forskriften § 5; less what folketrygden pays (§ 5-6)."""
    more = {"tannregulering_pris": 9000.0, "tannregulering_stonad_satt": 3600.0}
    assert dental("2025-02", turns, 0, **more) == 5400
    assert dental("2025-02", turns, 0, rule="tannregulering_stonad", **more) == 3600
    assert dental("2025-02", turns, 0, rule="tannhelse_fylkeskommune", **more) == 0


def test_the_benefit_is_never_more_than_the_price() -> None:
    more = {"tannregulering_pris": 1000.0, "tannregulering_stonad_satt": 3600.0}
    assert dental("2025-02", 12, 0, **more) == 0


@pytest.mark.parametrize("turns", [10, 19, 30])
def test_a_private_dentist_is_full_price(turns: int) -> None:
    """§ 1-1: the offer is in the public service."""
    assert dental("2025-02", turns, privat_tannlege=True) == 1000
    assert dental("2025-02", turns, rule="tannhelse_fylkeskommune", privat_tannlege=True) == 0


@pytest.mark.parametrize("turns", [22, 35])
def test_groups_with_free_care(turns: int) -> None:
    """Forskriften §§ 2 and 2a."""
    assert dental("2025-02", turns, gruppe_med_vederlagsfri_tannhelse=True) == 0


@pytest.mark.parametrize(
    ("month", "facts", "own"),
    [
        ("2025-02", {}, 1000),
        ("2019-02", {"institusjon_eller_hjemmesykepleie_maneder": 3}, 0),
        ("2019-02", {"institusjon_eller_hjemmesykepleie_maneder": 2}, 1000),
        (
            "2019-02",
            {"institusjon_eller_hjemmesykepleie_maneder": 2, "tannbehandling_for_sykdommen": True},
            0,
        ),
        ("2019-02", {"tannbehandling_for_sykdommen": True}, 1000),
        ("2024-06", {"rustiltak_varer_maneder": 3}, 1000),
        ("2024-07", {"rustiltak_varer_maneder": 3}, 0),
        ("2024-07", {"i_varetekt": True, "trenger_akutt_tannhelsehjelp": True}, 0),
    ],
)
def test_the_groups_follow_from_what_they_receive(
    month: str, facts: dict[str, Any], own: float
) -> None:
    """§ 1-3 letters c, e and f; forskriften §§ 2 and 2a."""
    assert dental(month, 40, **facts) == own


@pytest.mark.parametrize(("disabled", "own"), [(True, 0), (False, 1000)])
def test_intellectual_disability_is_free_at_every_age(disabled: bool, own: float) -> None:
    """§ 1-3 letter b: «i og utenfor institusjon»."""
    patient = {
        "born": "1990-03",
        "tannbehandling_takst": {"2025-02": 1000},
        "psykisk_utviklingshemmet": {"2025": disabled},
    }
    case = household({"pasient": patient}, foreldre=["pasient"])
    assert case.calculate("egenandel_tannhelse", "2025-02")[0] == own


@pytest.mark.parametrize(
    ("month", "turns", "own"),
    [("2024-06", 22, 250), ("2024-07", 22, 1000), ("2024-07", 18, 0), ("2025-07", 28, 1000)],
)
def test_temporary_permit_asks_for_five_years(month: str, turns: int, own: float) -> None:
    """§ 2-1 a, in force 1 July 2024: young adults only."""
    assert dental(month, turns, midlertidig_opphold_under_fem_ar=True) == own


@pytest.mark.parametrize(("month", "turns"), [("2024-07", 22), ("2025-07", 28)])
def test_a_reciprocal_agreement_takes_away_the_five_years(month: str, turns: int) -> None:
    """§ 2-1 a second paragraph: 25 per cent of 1 000."""
    facts = {"midlertidig_opphold_under_fem_ar": True, "tannhelse_etter_gjensidighetsavtale": True}
    assert dental(month, turns, **facts) == 250


@given(
    month=st.sampled_from(["2019-03", "2022-03", "2023-03", "2023-05", "2024-08", "2026-02"]),
    turns=st.integers(0, 40),
    takst=st.integers(0, 20_000),
    private=st.booleans(),
    short=st.booleans(),
)
@settings(max_examples=30, deadline=None)
def test_the_price_is_shared_between_patient_and_county(
    month: str, turns: int, takst: int, private: bool, short: bool
) -> None:
    facts = {"privat_tannlege": private, "midlertidig_opphold_under_fem_ar": short}
    own = dental(month, turns, takst, **facts)
    county = dental(month, turns, takst, rule="tannhelse_fylkeskommune", **facts)
    assert own + county == pytest.approx(takst)
    assert min(own, county) >= 0
    assert not (turns <= 18 and not private and own > 0)
