"""Grants and loans of upper secondary education: the regulation's tables and Lånekassen's pages."""

from typing import Any

import pytest
from situations import household

MONTHS = range(1, 13)


def whole(year: int, value: Any) -> dict[str, Any]:
    """The same value in each month of a year."""
    return {f"{year}-{month:02d}": value for month in MONTHS}


def pupil(year: int, born: str = "", **facts: Any) -> dict[str, Any]:
    """A pupil of 17 in the year who has applied; `facts` are monthly, the same all year."""
    return {
        "born": born or f"{year - 17}-03",
        "elev_i_vgo": whole(year, True),
        "soker_utdanningsstotte": whole(year, True),
        **{
            name: (value if isinstance(value, dict) else whole(year, value))
            for name, value in facts.items()
        },
    }


def apprentice(year: int, **facts: Any) -> dict[str, Any]:
    return pupil(year, elev_i_vgo=False, laerling=True, plassering="egen_bolig", **facts)


def amount(person: dict[str, Any], rule: str, month: str) -> float:
    return float(household({"p": person}, barna=["p"]).calculate(rule, month)[0])


PROGRAMMES = {
    "2019-08": {  # forskrift 2019-03-15-254 § 16-1
        "studiespesialisering": 1051,
        "helse_oppvekst": 1051,
        "salg_service_reiseliv": 1051,
        "naturbruk": 2326,
        "bygg_anlegg": 2326,
        "elektro_data": 2326,
        "idrettsfag": 3887,
        "restaurant_mat": 3887,
    },
    "2020-08": {  # vgs.tryggheim.no, rates of 2020-2021 from Lånekassen
        "studiespesialisering": 1071,
        "helse_oppvekst": 1611,
        "elektro_data": 2597,
        "bygg_anlegg": 4412,
    },
    "2021-08": {"studiespesialisering": 1096, "helse_oppvekst": 1648, "idrettsfag": 4513},
    "2022-08": {"kunst_design_arkitektur": 1681, "elektro_data": 2710, "bygg_anlegg": 4603},
    "2023-08": {  # vilbli.no, søk om utstyrsstipend 2023-2024
        "idrettsfag": 4925,
        "kunst_design_arkitektur": 2248,
        "musikk_dans_drama": 1196,
        "studiespesialisering": 1196,
        "bygg_anlegg": 6156,
        "elektro_data": 3625,
        "frisor_blomster_interior": 3625,
        "helse_oppvekst": 2248,
        "handverk_design": 6156,
        "ikt_medieproduksjon": 2248,
        "naturbruk": 6156,
        "restaurant_mat": 6156,
        "salg_service_reiseliv": 2248,
        "teknologi_industri": 3625,
    },
    "2024-08": {"studiespesialisering": 1359, "helse_oppvekst": 2556, "idrettsfag": 5600},
    "2025-08": {"studiespesialisering": 1398, "elektro_data": 4242, "bygg_anlegg": 7202},
    "2026-08": {"studiespesialisering": 1427, "helse_oppvekst": 2685, "elektro_data": 4331},
}


@pytest.mark.parametrize("month", list(PROGRAMMES))
def test_official_equipment_grant_by_programme(month: str) -> None:
    """§ 50 of the year; the whole of it in August, nothing in the other months."""
    year, wanted = int(month[:4]), PROGRAMMES[month]
    persons = {name: pupil(year, utdanningsprogram=name) for name in wanted}
    case = household(persons, andre=list(persons))
    found = case.calculate("utstyrsstipend", month).tolist()
    assert dict(zip(persons, found, strict=True)) == wanted
    assert not case.calculate("utstyrsstipend", f"{year}-09").any()


@pytest.mark.parametrize(
    ("number", "rate"), [(1, 1427), (2, 2685), (3, 4331), (4, 5883), (5, 7353)]
)
def test_official_equipment_rates_2026(number: int, rate: int) -> None:
    """§ 50 table of 2026-2027, by the number of the rate: Vg2 hairdressing has the fifth."""
    person = pupil(2026, utstyrsstipend_satsnummer=number)
    assert amount(person, "utstyrsstipend", "2026-08") == rate


def test_half_the_equipment_grant_for_one_semester() -> None:
    """lanekassen.no/utstyrsstipend: for one semester, half the amount, then in January too."""
    person = pupil(2026, soker_bare_ett_semester=True)
    assert amount(person, "utstyrsstipend", "2026-08") == 1427 / 2
    assert amount(person, "utstyrsstipend", "2026-01") == 1398 / 2
    assert amount(pupil(2026), "utstyrsstipend", "2026-01") == 0


def test_apprentices_get_no_equipment_grant() -> None:
    assert amount(apprentice(2026), "utstyrsstipend", "2026-08") == 0


LIVING_AWAY = {  # § 51 (§ 17-1) of each year
    "2019-03": 4437,
    "2019-09": 4517,
    "2020-09": 4603,
    "2021-09": 4709,
    "2022-09": 4979,
    "2023-09": 5848,
    "2024-09": 6677,
    "2025-09": 6871,
    "2026-03": 6871,
    "2026-09": 7015,
}


@pytest.mark.parametrize("month", list(LIVING_AWAY))
def test_official_grant_for_living_away(month: str) -> None:
    person = pupil(int(month[:4]), plassering="egen_bolig", avstand_til_skolen_km=40.0)
    assert amount(person, "borteboerstipend", month) == LIVING_AWAY[month]


@pytest.mark.parametrize(
    ("facts", "right"),
    [
        ({"avstand_til_skolen_km": 40.0}, True),
        ({"avstand_til_skolen_km": 39.9}, False),
        ({"reisetid_til_skolen_timer": 3.0}, True),
        ({"reisetid_til_skolen_timer": 2.9}, False),
        ({"forhold_hindrer_hjemmeboende": True}, True),
        ({}, False),
        ({"avstand_til_skolen_km": 40.0, "plassering": "hjemme"}, False),
        ({"avstand_til_skolen_km": 40.0, "plassering": "fosterhjem"}, False),
        ({"avstand_til_skolen_km": 40.0, "mottar_stonad_til_boutgifter": True}, False),
        ({"avstand_til_skolen_km": 40.0, "innvilget_aap": True}, False),
        ({"avstand_til_skolen_km": 40.0, "innvilget_uforetrygd": True}, False),
        ({"avstand_til_skolen_km": 40.0, "mottar_overgangsstonad_i_full": True}, False),
        ({"plassering": "hjemme", "soker_gift": True}, True),
        ({"plassering": "hjemme", "lanekasse_egne_barn": 1}, True),
    ],
)
def test_who_has_a_right_to_the_grant_for_living_away(facts: dict[str, Any], right: bool) -> None:
    """§§ 18, 51 and 52."""
    person = pupil(2026, **({"plassering": "egen_bolig"} | facts))
    assert (amount(person, "borteboerstipend", "2026-10") > 0) is right


def test_official_apprentice_with_15_000_a_month() -> None:
    """lanekassen.no/larling 2019-2020: 349.80 off, from 4 517 to 4 167.20."""
    person = apprentice(2019, avstand_til_skolen_km=50.0, lonn=15_000)
    assert amount(person, "borteboerstipend", "2019-10") == pytest.approx(4167.20)


@pytest.mark.parametrize(
    ("year", "limit"),
    [(2019, 14417), (2021, 15265), (2022, 15723), (2023, 16383), (2024, 17186), (2026, 18677)],
)
def test_official_pay_limit_of_apprentices(year: int, limit: int) -> None:
    """§ 53 (§ 20-2) of the year: nothing off at the limit, 60 øre of the krone above."""
    full = LIVING_AWAY[f"{year}-09"]
    for pay, cut in ((limit, 0.0), (limit + 1, 0.6)):
        person = apprentice(year, avstand_til_skolen_km=50.0, lonn=pay)
        assert amount(person, "borteboerstipend", f"{year}-10") == pytest.approx(full - cut)


def test_varying_pay_counts_as_the_mean_of_the_semester() -> None:
    """§ 53 last sentence: 20 000 and 17 354 in turn, mean of Aug-Dec (3 x 20 000 + 2 x 17 354) / 5
    = 18 941.60, 264.60 above 18 677, 158.76 off."""
    pay = whole(2026, 20_000) | {"2026-09": 17_354, "2026-11": 17_354}
    person = apprentice(2026, avstand_til_skolen_km=50.0, lonn=pay)
    assert amount(person, "borteboerstipend", "2026-12") == pytest.approx(7015 - 158.76)


def test_official_apprentices_have_eleven_months_and_pupils_ten() -> None:
    """§ 49; lanekassen.no/larling: paid from August to June."""
    for person, june in (
        (apprentice(2026, avstand_til_skolen_km=50.0), 6871),
        (pupil(2026, plassering="egen_bolig", avstand_til_skolen_km=50.0), 0),
    ):
        assert amount(person, "borteboerstipend", "2026-05") == 6871
        assert amount(person, "borteboerstipend", "2026-06") == june
        assert amount(person, "borteboerstipend", "2026-07") == 0
        assert amount(person, "borteboerstipend", "2026-08") == 7015


@pytest.mark.parametrize(
    ("year", "children", "total"),
    [
        (2019, 1, 1717),
        (2019, 2, 3434),
        (2019, 3, 4552),
        (2019, 4, 5670),
        (2020, 1, 1750),
        (2020, 2, 3500),
        (2020, 3, 4639),
        (2020, 4, 5778),
        (2021, 3, 1790 + 1790 + 1165),
        (2022, 3, 1826 + 1826 + 1188),
        (2023, 3, 1954 + 1954 + 1271),
        (2024, 2, 2028 + 2028),
        (2025, 3, 2087 + 2087 + 1357),
        (2026, 1, 2340),
        (2026, 2, 2340 + 2131),
        (2026, 4, 2340 + 2131 + 1385 + 1385),
    ],
)
def test_official_grant_for_children(year: int, children: int, total: int) -> None:
    """lanekassen.no, barnestipend 2019-2020 and 2020-2021; § 58 of the other years."""
    person = pupil(year, lanekasse_egne_barn=children)
    assert amount(person, "barnestipend", f"{year}-10") == total


@pytest.mark.parametrize(("year", "limit"), [(2019, 34329), (2022, 37437), (2026, 44471)])
def test_official_spouse_limit_by_the_month(year: int, limit: int) -> None:
    """§ 59 second paragraph: 60 per cent of what is above."""
    full = {2019: 1717, 2022: 1826, 2026: 2340}[year]
    for income, cut in ((limit, 0.0), (limit + 100, 60.0)):
        person = pupil(
            year, soker_gift=True, lanekasse_egne_barn=1, lanekasse_ektefelles_inntekt=income
        )
        assert amount(person, "barnestipend", f"{year}-10") == pytest.approx(full - cut)


PUPIL_LOAN = {2019: 3261, 2021: 3399, 2022: 3467, 2023: 3710, 2024: 3851, 2025: 3963, 2026: 4046}


@pytest.mark.parametrize("year", list(PUPIL_LOAN))
def test_official_loan_from_the_month_after_18(year: int) -> None:
    """§ 67 of the year: born in October, so from November."""
    person = pupil(year, born=f"{year - 18}-10", plassering="egen_bolig")
    assert amount(person, "lan_videregaende", f"{year}-10") == 0
    assert amount(person, "lan_videregaende", f"{year}-11") == PUPIL_LOAN[year]


@pytest.mark.parametrize(
    ("month", "born", "facts", "part_2"),
    [
        ("2024-05", "1999-06", {}, True),  # 24 in the year of the start, autumn 2023
        ("2024-05", "1998-06", {}, False),
        ("2024-09", "2004-12", {}, True),  # turns 20 in 2024
        ("2024-09", "2003-12", {}, False),
        ("2024-09", "2000-12", {"hadde_del_2_i_2023_2024": {"ETERNITY": True}}, True),
        ("2024-09", "1999-12", {"hadde_del_2_i_2023_2024": {"ETERNITY": True}}, False),
        ("2026-05", "2001-12", {"hadde_del_2_i_2023_2024": {"ETERNITY": True}}, True),
        ("2026-09", "2002-12", {"hadde_del_2_i_2023_2024": {"ETERNITY": True}}, False),
        ("2026-09", "2006-12", {"fullfort_vgo": True}, False),
    ],
)
def test_who_is_under_part_2(month: str, born: str, facts: dict[str, Any], part_2: bool) -> None:
    """§ 1 as amended in 2024, 2025 and 2026; until 2024 the youth right of the act of 1998 § 3-1.
    Others in upper secondary are under part 3."""
    case = household({"p": pupil(int(month[:4]), born=born, **facts)}, barna=["p"])
    assert bool(case.calculate("omfattes_av_del_2", month)[0]) is part_2
    assert bool(case.calculate("omfattes_av_del_3", month)[0]) is not part_2


def test_no_application_no_support() -> None:
    case = household({"p": pupil(2026, soker_utdanningsstotte=False)}, barna=["p"])
    assert case.calculate("rett_til_utdanningsstotte", "2026-10")[0]
    assert case.calculate("studiestotte", "2026-08")[0] == 0


def test_foster_child_gets_the_equipment_grant_only() -> None:
    """§ 18 b."""
    person = pupil(2026, plassering="fosterhjem", forsorgerinntekt={"2026": 100_000})
    assert amount(person, "studiestotte", "2026-08") == 1427
    assert amount(person, "studiestotte", "2026-09") == 0
