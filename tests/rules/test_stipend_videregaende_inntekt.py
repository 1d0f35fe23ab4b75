"""The income-tested grant of upper secondary education: the tables of each year, and own income."""

from typing import Any

import pytest
from situations import household


def whole(year: int, value: Any) -> dict[str, Any]:
    """The same value in each month of a year."""
    return {f"{year}-{month:02d}": value for month in range(1, 13)}


def pupil(year: int, born: str = "", **facts: Any) -> dict[str, Any]:
    """A pupil of 17 in the year who has applied; `facts` are monthly, the same all year."""
    given = {"elev_i_vgo": True, "soker_utdanningsstotte": True} | facts
    return {
        "born": born or f"{year - 17}-03",
        **{
            name: (value if isinstance(value, dict) else whole(year, value))
            for name, value in given.items()
        },
    }


def amount(person: dict[str, Any], rule: str, month: str) -> float:
    return float(household({"p": person}, barna=["p"]).calculate(rule, month)[0])


# § 54, tables A and B as printed each year (§ 19-6 for 2019-2020; Lånekassen's page for 2018-2019
# and 2020-2021): the upper limits of the three rates for one to four children.
TABLES = {
    (2018, "A"): [
        (253411, 307305, 361199),
        (312803, 366697, 420591),
        (372195, 426089, 479983),
        (431587, 485481, 539375),
    ],
    (2019, "A"): [
        (259239, 314373, 369507),
        (319997, 375131, 430265),
        (380755, 435889, 491023),
        (441513, 496647, 551781),
    ],
    (2019, "B"): [
        (388859, 443993, 499127),
        (449617, 504751, 559885),
        (510375, 565509, 620643),
        (571133, 626267, 681401),
    ],
    (2020, "A"): [
        (266498, 323176, 379854),
        (328957, 385635, 442313),
        (391416, 448094, 504772),
        (453875, 510553, 567231),
    ],
    (2021, "A"): [
        (275825, 334487, 393149),
        (340470, 399132, 457794),
        (405115, 463777, 522439),
        (469760, 528422, 587084),
    ],
    (2021, "B"): [
        (413738, 472400, 531062),
        (478383, 537045, 595707),
        (543028, 601690, 660352),
        (607673, 666335, 724997),
    ],
    (2022, "A"): [
        (284376, 344857, 405338),
        (351025, 411506, 471987),
        (417674, 478155, 538636),
        (484323, 544804, 605285),
    ],
    (2022, "B"): [
        (426564, 487045, 547526),
        (493213, 553694, 614175),
        (559862, 620343, 680824),
        (626511, 686992, 747473),
    ],
    (2023, "A"): [
        (294329, 356927, 419525),
        (363311, 425909, 488507),
        (432293, 494891, 557489),
        (501275, 563873, 626471),
    ],
    (2023, "B"): [
        (441494, 504092, 566690),
        (510476, 573074, 635672),
        (579458, 642056, 704654),
        (648440, 711038, 773636),
    ],
    (2024, "A"): [
        (306985, 372275, 437565),
        (378933, 444223, 509513),
        (450881, 516171, 581461),
        (522829, 588119, 653409),
    ],
    (2024, "B"): [
        (460478, 525768, 591058),
        (532426, 597716, 663006),
        (604374, 669664, 734954),
        (676322, 748270, 813560),
    ],
    (2025, "A"): [
        (322948, 391633, 460318),
        (398637, 467322, 536007),
        (474326, 543011, 611696),
        (550015, 618700, 687385),
    ],
    (2025, "B"): [
        (484423, 553108, 621793),
        (560112, 628797, 697482),
        (635801, 704486, 773171),
        (711490, 780175, 848860),
    ],
    (2026, "A"): [
        (341033, 413564, 486095),
        (420961, 493492, 566023),
        (500889, 573420, 645951),
        (580817, 653348, 725879),
    ],
    (2026, "B"): [
        (511551, 584082, 656613),
        (591479, 664010, 736541),
        (671407, 743938, 816469),
        (751335, 823866, 896397),
    ],
}
GRANT_RATES = {
    2018: (3224, 2147, 1074),
    2019: (3282, 2186, 1093),
    2020: (3344, 2228, 1114),
    2021: (3421, 2279, 1140),
    2022: (3489, 2325, 1163),
    2023: (3733, 2488, 1244),
    2024: (3875, 2583, 1291),
    2025: (3987, 2658, 1328),
    2026: (4071, 2714, 1356),
}


@pytest.mark.parametrize(("year", "table"), list(TABLES))
def test_official_tables_of_the_income_tested_grant(year: int, table: str) -> None:
    """forskrift om utdanningsstøtte § 54 with its yearly amendments; at each limit and a krone
    above it, for one to four and for six children."""
    high, middle, low = GRANT_RATES[year]
    month = "2019-03" if year == 2018 else f"{year}-10"
    paid = int(month[:4])
    persons, expected = {}, {}
    for children, limits in enumerate([*TABLES[year, table], TABLES[year, table][3]], 1):
        count = 6 if children > 4 else children
        after = [high, middle, low, 0]
        for step, limit in enumerate(limits):
            for more in (0, 1):
                name = f"p{count}_{step}_{more}"
                expected[name] = after[step + more]
                persons[name] = pupil(
                    paid,
                    sosken_utenfor_husstanden=count - 1,
                    forsorgere_bor_ikke_sammen=table == "B",
                    forsorgerinntekt={str(paid): limit + more},
                )
    case = household(persons, andre=list(persons))
    found = case.calculate("inntektsavhengig_stipend", month)
    assert dict(zip(persons, found.tolist(), strict=True)) == expected


def test_official_spring_2019_is_of_the_study_year_2018() -> None:
    """lanekassen.no, inntektstabellar 2018-2019: 3 224 up to 253 411; 45 594 for a new partner."""
    for income, rate in ((253411 - 45594, 3224), (253411 - 45594 + 1, 2147)):
        person = pupil(
            2019, forsorgere_med_ny_partner=1, forsorgerinntekt={"2019": income}, born="2002-03"
        )
        assert amount(person, "inntektsavhengig_stipend", "2019-03") == rate


@pytest.mark.parametrize(("pay", "grant"), [(5_815, 0), (5_000, 489), (0, 3489)])
def test_official_apprentice_pay_and_the_income_tested_grant(pay: int, grant: int) -> None:
    """vilbli.no 2022-2023: none above 5 815 a month, 3 489 / 0.6; 3 489 - 3 000 at 5 000."""
    person = pupil(
        2022, elev_i_vgo=False, laerling=True, lonn=pay, forsorgerinntekt={"2022": 200_000}
    )
    assert amount(person, "inntektsavhengig_stipend", "2022-10") == pytest.approx(grant)


@pytest.mark.parametrize(
    ("age_18", "facts", "total"),
    [
        (True, {}, 12551),
        (False, {}, 9348),
        (True, {"soker_gift": True, "lanekasse_ektefelles_inntekt": 33_248}, 12551),
        (True, {"soker_gift": True, "lanekasse_ektefelles_inntekt": 60_000}, 10864),
        (False, {"soker_gift": True, "lanekasse_ektefelles_inntekt": 60_000}, 7661),
        (True, {"mottar_overgangsstonad_i_full": True, "lanekasse_annen_trygd": 18_166}, 3203),
        (False, {"mottar_overgangsstonad_i_full": True, "lanekasse_annen_trygd": 18_166}, 0),
    ],
)
def test_official_parental_grant_in_upper_secondary(
    age_18: bool, facts: dict[str, Any], total: int
) -> None:
    """lanekassen.no, eksempel på hvor mye foreldrestipend du kan få, 2018-2019: a month with one
    child; the equipment grant comes beside it."""
    person = pupil(
        2019,
        born="2000-05" if age_18 else "2002-05",
        lanekasse_egne_barn=1,
        innvilget_foreldrestipend=True,
        forsorgerinntekt={"2019": 2_000_000},
        **facts,
    )
    assert amount(person, "studiestipend_utbetalt", "2019-03") == pytest.approx(total)
    assert amount(person, "studielan_i_alt", "2019-03") == 0


def test_official_each_thousand_of_benefits_takes_six_hundred() -> None:
    """lanekassen.no, elev med barn: first off the income-tested grant, then off barnestipend."""
    for benefits, income_tested, children in ((1_000, 3275, 2028), (7_000, 0, 1703)):
        person = pupil(2024, lanekasse_egne_barn=1, lanekasse_annen_trygd=benefits)
        assert amount(person, "inntektsavhengig_stipend", "2024-10") == pytest.approx(income_tested)
        assert amount(person, "barnestipend", "2024-10") == pytest.approx(children)


def test_siblings_and_income_of_the_household_count() -> None:
    """§ 54: two siblings of 18 or less and one of 19 in the year of the start give three children;
    480 000 earned is below 500 889, so the highest rate."""
    persons = {
        "mor": {"born": "1980-01", "lonn": whole(2026, 40_000)},
        "p": pupil(2026),
        "a": {"born": "2012-01"},
        "b": {"born": "2008-12"},
        "c": {"born": "2007-12"},
    }
    case = household(persons, foreldre=["mor"], barna=["p", "a", "b", "c"])
    assert case.calculate("barn_i_sokerens_familie", "2026-10")[1] == 3
    assert case.calculate("inntektsavhengig_stipend", "2026-10")[1] == 4071
