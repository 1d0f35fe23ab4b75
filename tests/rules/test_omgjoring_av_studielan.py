"""Loan turned into a grant, and the yearly means test: Lånekassen's worked examples."""

from typing import Any

import pytest
from situations import household


def whole(years: Any, value: Any) -> dict[str, Any]:
    """The same value in each month of the years."""
    return {f"{year}-{month:02d}": value for year in years for month in range(1, 13)}


def student(*years: int, yearly: dict[str, float] | None = None, **facts: Any) -> dict[str, Any]:
    """A full-time student who passes all and completes the degree, with a dwelling of her own."""
    given = {
        "i_hoyere_utdanning": True,
        "soker_utdanningsstotte": True,
        "studiepoeng_i_semesteret": 30.0,
        "grad_bestatt": True,
    } | facts
    months = {
        name: (value if isinstance(value, dict) else whole(years, value))
        for name, value in given.items()
    }
    stated = {name: {str(years[0]): value} for name, value in (yearly or {}).items()}
    return {"born": "1999-03"} | months | stated


def turned(person: dict[str, Any], months: list[str], rule: str = "omgjoring_til_stipend") -> float:
    case = household({"p": person}, foreldre=["p"])
    return sum(float(case.calculate(rule, month)[0]) for month in months)


def autumn(year: int) -> list[str]:
    return [f"{year}-{month:02d}" for month in range(8, 13)]


def spring(year: int) -> list[str]:
    return [f"{year}-{month:02d}" for month in range(1, 8)]


def calendar(year: int) -> list[str]:
    return spring(year) + autumn(year)


@pytest.mark.parametrize(
    ("start", "total"),
    [
        (2019, 48488),  # lanekassen.no, basisstøtte 2019-2020
        (2020, 49408),  # lanekassen.no, hvor mye kan jeg få 2020-2021
        (2024, 60676),  # lanekassen.no, viktig å vite for deg som skal ha studielån: 40 per cent
    ],
)
def test_official_most_that_can_become_a_grant(start: int, total: int) -> None:
    """40 per cent of eleven months, rounded on the page."""
    person = student(start, start + 1)
    found = turned(person, autumn(start) + spring(start + 1))
    assert found == pytest.approx(total, abs=0.5)


def test_official_semesters_of_2019() -> None:
    """lanekassen.no, basisstøtte: spring 2019 24 898 of 62 244, autumn 22 040 of 55 100; in spring
    all of it for credits, in autumn 25 per cent for credits and 15 for the degree."""
    person = student(2019)
    assert turned(person, spring(2019)) == pytest.approx(24898, abs=0.5)
    assert turned(person, autumn(2019)) == pytest.approx(22040)
    no_degree = student(2019, grad_bestatt=False)
    assert turned(no_degree, spring(2019)) == pytest.approx(24898, abs=0.5)
    assert turned(no_degree, autumn(2019)) == pytest.approx(0.25 * 55100)


SHARES = {"2019-10": (0.25, 0.15), "2025-03": (0.25, 0.15), "2025-10": (0.15, 0.25)}
SHARES |= {"2026-10": (0.15, 0.25)}
RATE = {"2019-10": 11020, "2025-03": 13790, "2025-10": 15169, "2026-10": 15488}


@pytest.mark.parametrize("month", list(SHARES))
def test_official_shares_for_credits_and_for_a_degree(month: str) -> None:
    """§§ 77 and 78; forskrift 27 February 2025 no. 348 from 16 August 2025."""
    year, (credits, degree) = int(month[:4]), SHARES[month]
    assert turned(student(year, grad_bestatt=False), [month]) == pytest.approx(
        credits * RATE[month]
    )
    assert turned(student(year, studiepoeng_i_semesteret=0.0), [month]) == pytest.approx(
        degree * RATE[month]
    )


@pytest.mark.parametrize(
    ("points", "load", "share"),
    [(30, 1.0, 1.0), (15, 1.0, 0.5), (45, 1.0, 1.0), (0, 1.0, 0.0), (15, 0.5, 0.5), (30, 0.5, 0.5)],
)
def test_official_half_of_the_credits_turns_half(points: int, load: float, share: float) -> None:
    """lanekassen.no, eksamensresultater og omgjøring: 30 of 60 credits, half of it; § 77: no more
    than what support was given for."""
    person = student(2026, grad_bestatt=False, studiepoeng_i_semesteret=float(points))
    person["studieandel"] = whole([2026], load)
    assert turned(person, ["2026-10"]) == pytest.approx(0.15 * 15488 * share)


@pytest.mark.parametrize("kind", ["fagskole", "folkehogskole", "annen"])
def test_official_forty_per_cent_in_other_education(kind: str) -> None:
    """§ 77: at once when it is passed; no degree part."""
    person = student(2026, i_hoyere_utdanning=False, lanekasse_utdanning=kind)
    assert turned(person, ["2026-10"]) == pytest.approx(0.4 * 15488)


@pytest.mark.parametrize(
    ("facts", "right"),
    [
        ({}, False),
        ({"plassering": "egen_bolig"}, True),
        ({"soker_gift": True}, True),
        ({"lanekasse_egne_barn": 1}, True),
        ({"plassering": "fosterhjem"}, False),
    ],
)
def test_not_for_those_who_live_with_their_parents(facts: dict[str, Any], right: bool) -> None:
    """§§ 18 c and 76."""
    case = household(
        {"p": student(2026, **facts), "mor": {"born": "1970-01"}}, foreldre=["mor"], barna=["p"]
    )
    assert bool(case.calculate("omgjoring_til_stipend", "2026-10")[0] > 0) is right


def test_no_conversion_of_what_is_a_sickness_grant_or_not_borrowed() -> None:
    """§§ 38, 76: half the month ill leaves half the loan; a loan of a tenth is turned in full."""
    ill = student(2026, studieufor_grad=1.0, sykestipend_andel_av_maneden=0.5)
    assert turned(ill, ["2026-10"]) == pytest.approx(0.5 * 0.4 * 15488)
    little = student(2026, laneandel=0.1)
    assert turned(little, ["2026-10"]) == pytest.approx(0.1 * 15488)


def ten_months(year: int) -> dict[str, bool]:
    return {f"{year}-{month:02d}": month not in (6, 7) for month in range(1, 13)}


@pytest.mark.parametrize(("load", "cut"), [(1.0, 2352.50), (0.5, 1176.25)])
def test_official_200_000_in_2021_and_ten_months(load: float, cut: float) -> None:
    """lanekassen.no/utregning-inntektsgrenser 2020-2021: 4 705 x 0.05 x 10, and half of it at half
    time. Other education, which has ten months."""
    facts = {"i_hoyere_utdanning": False, "lanekasse_utdanning": "annen", "studieandel": load}
    poor, rich = (
        turned(student(2021, **facts, lonn=whole([2021], income / 12)), calendar(2021))
        for income in (100_000, 200_000)
    )
    assert poor - rich == pytest.approx(cut)


@pytest.mark.parametrize(("income", "left"), [(319_069, False), (319_000, True)])
def test_official_income_that_takes_the_whole_grant_in_2024(income: int, left: bool) -> None:
    """lanekassen.no 20 March 2024: at 319 069 kroner or more the whole grant is lost."""
    person = student(2024, lonn=whole([2024], income / 12))
    assert bool(turned(person, calendar(2024)) > 0) is left


def test_official_10_000_above_in_2023_takes_5_500() -> None:
    """smartepenger.no: 215 579 earned, eleven months, 5 500 less."""
    full, cut = (
        turned(student(2023, lonn=whole([2023], income / 12)), calendar(2023))
        for income in (205_579, 215_579)
    )
    assert full - cut == pytest.approx(5500)


LIMITS = {  # §§ 98, 99 and 100 (§§ 29-1 to 29-3): the calendar year
    2019: (182575, 456436, 97688, 273861, 415362, 797737),
    2020: (188509, 471270, 100863, 282761, 428861, 823663),
    2021: (195295, 488236, 104494, 292940, 444300, 853315),
    2022: (199591, 498977, 106793, 299385, 454075, 872088),
    2023: (205579, 513946, 109997, 308367, 467697, 898251),
    2024: (214213, 535532, 114617, 321318, 487340, 935978),
    2025: (224709, 561773, 120233, 337063, 511220, 981841),
    2026: (234821, 587053, 125643, 352231, 534225, 1026024),
}


@pytest.mark.parametrize("year", list(LIMITS))
@pytest.mark.parametrize("kind", range(6))
def test_official_limits_of_each_year(year: int, kind: int) -> None:
    """A thousand above each limit: 5 per cent of it per month for income and benefits, 2 per cent
    of wealth, of a couple's 1 per cent; eleven months, or the five of autumn with the high limit.
    The eleventh month of 2019 was three quarters."""
    limit = LIMITS[year][kind]
    months = 10.75 if year == 2019 else 11.0
    facts: dict[str, Any] = {}
    if kind in (1, 3):
        months = 5.0
        facts["i_hoyere_utdanning"] = dict.fromkeys(autumn(year), True)
    if kind == 5:
        facts["soker_gift"] = True
    share = {4: 0.02, 5: 0.01}.get(kind, 0.05)

    def result(amount: float) -> float:
        yearly = {"lanekasse_formue": amount} if kind > 3 else None
        name = "lonn" if kind < 2 else "lanekasse_annen_trygd"
        monthly = {} if kind > 3 else {name: whole([year], amount / 12)}
        return turned(student(year, yearly=yearly, **facts, **monthly), calendar(year))

    full, at, above = result(0.0), result(limit), result(limit + 1000)
    assert at == pytest.approx(full)
    assert full - above == pytest.approx(1000 * share * months)


def test_the_couple_s_wealth_is_taken_together() -> None:
    """§ 100: 500 000 and 600 000 are 73 976 above 1 026 024; 1 per cent of it in eleven months."""
    persons = {
        "p": student(2026, yearly={"lanekasse_formue": 500_000}),
        "far": {"born": "1995-01", "lanekasse_formue": {"2026": 600_000}},
        "barn": {"born": "2025-03"},
    }
    case = household(persons, foreldre=["p", "far"], barna=["barn"])
    cut = case.calculate("reduksjon_per_stottemaned", "2026")[0]
    assert cut == pytest.approx(739.76)


def test_the_extra_grant_is_cut_first_then_barnestipend_then_the_education_grant() -> None:
    """§ 97 third paragraph, wealth of 100 000 above: 2 000 x 12 months = 24 000 off the extra grant
    of 7 x 4 572 + 5 x 4 668 = 55 344; 400 000 above takes it all, 32 556 of barnestipend's
    7 x 2 087 + 5 x 2 340 = 26 309, and the rest, 14 347, of the education grant."""
    persons = {"barn": {"born": "2020-03"}}
    found = []
    for above in (0, 100_000, 400_000):
        person = student(
            2026,
            yearly={"lanekasse_formue": 534_225 + above},
            kan_ikke_arbeide_ved_siden_av_studiet=True,
        )
        case = household({"p": person} | persons, foreldre=["p"], barna=["barn"])
        rules = ("tilleggsstipend", "barnestipend", "omgjoring_til_stipend")
        rest = "utbetalt_utdanningsstipend"
        sums = [
            sum(float(case.calculate(rule, month)[0]) for month in calendar(2026))
            for rule in (*rules, rest)
        ]
        found.append([sums[0], sums[1], sums[2] + sums[3]])
    full, some, much = found
    assert full[:2] == pytest.approx([55344, 26309])
    assert some == pytest.approx([55344 - 24000, 26309, full[2]])
    assert much == pytest.approx([0, 0, full[2] - (96000 - 55344 - 26309)])


def test_interest_paid_makes_no_negative_income() -> None:
    """§ 98: gross capital income."""
    person = student(2026, yearly={"kapitalinntekt": -50_000}, lonn=whole([2026], 244_821 / 12))
    case = household({"p": person}, foreldre=["p"])
    assert case.calculate("reduksjon_per_stottemaned", "2026")[0] == pytest.approx(500)
