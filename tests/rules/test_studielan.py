"""Loans and grants of higher and other education: Lånekassen's published amounts and plans."""

from typing import Any

import pytest
from situations import household


def whole(years: Any, value: Any) -> dict[str, Any]:
    """The same value in each month of the years."""
    return {f"{year}-{month:02d}": value for year in years for month in range(1, 13)}


def student(*years: int, born: str = "1999-03", **facts: Any) -> dict[str, Any]:
    """A full-time student with a dwelling of her own who has applied; facts are the same all
    along."""
    given = {"i_hoyere_utdanning": True, "soker_utdanningsstotte": True} | facts
    return {
        "born": born,
        **{
            name: (value if isinstance(value, dict) else whole(years, value))
            for name, value in given.items()
        },
    }


def run(person: dict[str, Any], rule: str, *months: str) -> list[float]:
    case = household({"p": person}, foreldre=["p"])
    return [float(case.calculate(rule, month)[0]) for month in months]


def study_year(start: int) -> list[str]:
    """August to July."""
    return [f"{start}-{m:02d}" for m in range(8, 13)] + [
        f"{start + 1}-{m:02d}" for m in range(1, 8)
    ]


BASIC_LOAN = {  # § 74 (§ 25-1), eleven months: lanekassen.no and the regulation of each year
    2019: (11020, 121220),
    2020: (11229, 123519),
    2021: (11487, 126357),
    2022: (11717, 128887),
    2023: (12537, 137907),
    2024: (13790, 151690),
    2025: (15169, 166859),
    2026: (15488, 170368),
}


@pytest.mark.parametrize("start", list(BASIC_LOAN))
def test_official_basic_loan_by_month_and_study_year(start: int) -> None:
    month, year = BASIC_LOAN[start]
    found = run(student(start, start + 1), "studielan", *study_year(start))
    assert found == [month] * 11 + [0]
    assert sum(found) == year


def test_official_spring_2019() -> None:
    """lanekassen.no, utbetalingsplan for våren 2019: 21 650 in January, 8 119 in each month to May,
    54 125 in the semester, and 8 119 in June (three weeks)."""
    months = [f"2019-{month:02d}" for month in range(1, 7)]
    found = run(student(2019), "studiestotte_utbetaling", *months)
    assert found[0] == 21650
    assert found[1:5] == [8118.75] * 4
    assert found[5] == 8119
    assert sum(found[:5]) == 54125
    assert sum(run(student(2019), "studielan", *months)) == 62244


def test_official_autumn_2019() -> None:
    """lanekassen.no, basisstøtte 2019-2020: 55 100 in autumn; § 11-2: a quarter of the rest in the
    first payment, 11 020 + 0.25 x 44 080."""
    months = [f"2019-{month:02d}" for month in range(8, 13)]
    found = run(student(2019), "studiestotte_utbetaling", *months)
    assert found == [22040] + [8265] * 4
    assert sum(found) == 55100


def test_pupils_have_a_tenth_of_the_rest_in_the_first_payment() -> None:
    """§ 45 second paragraph: 7 015 + 0.1 x 4 x 7 015 and the equipment grant in August; the loan is
    not spread."""
    person = {
        "born": "2007-03",
        "elev_i_vgo": whole([2026], True),
        "soker_utdanningsstotte": whole([2026], True),
        "plassering": whole([2026], "egen_bolig"),
        "avstand_til_skolen_km": whole([2026], 60.0),
    }
    case = household({"p": person}, barna=["p"])
    paid = [float(case.calculate("studiestotte_utbetaling", f"2026-{m:02d}")[0]) for m in (8, 9)]
    assert paid == pytest.approx([7015 * 1.4 + 4046 + 1427, 7015 * 0.9 + 4046])


@pytest.mark.parametrize(
    ("kind", "months"),
    [("fagskole", 11), ("folkehogskole", 10), ("annen", 10)],
)
def test_official_months_by_kind_of_education(kind: str, months: int) -> None:
    """§ 72; lanekassen.no: eleven months in higher and vocational colleges only."""
    person = student(2025, 2026, i_hoyere_utdanning=False, lanekasse_utdanning=kind)
    assert sum(run(person, "studielan", *study_year(2025))) == months * 15169


def test_official_adults_in_upper_secondary_have_the_basic_loan() -> None:
    """§ 1: 21 in the year of the start, from 2024-2025; ten months."""
    person = student(2024, 2025, born="2003-06", i_hoyere_utdanning=False, elev_i_vgo=True)
    assert sum(run(person, "studielan", *study_year(2024))) == 137900


def test_no_eleventh_month_without_the_spring_or_full_time() -> None:
    """§ 72: four months of spring, and full time at the end of it."""
    late = student(2026, i_hoyere_utdanning={f"2026-{m:02d}": True for m in range(3, 8)})
    assert run(late, "studielan", "2026-05", "2026-06") == [15169, 0]
    four = student(2026, i_hoyere_utdanning={f"2026-{m:02d}": True for m in range(2, 6)})
    assert run(four, "studielan", "2026-05", "2026-06") == [15169, 15169]
    part = student(2026, studieandel=0.99)
    assert run(part, "studielan", "2026-06") == [0]


@pytest.mark.parametrize(
    ("month", "load", "share"),
    [
        ("2020-10", 0.5, 0.5),  # lanekassen.no 2020-2021: 15 credits give half the amounts
        ("2020-10", 0.2, 0.2),
        ("2019-10", 0.49, 0),  # lanekassen.no: 50, 67 or 75 per cent until 2019-2020
        ("2019-10", 0.5, 0.5),
        ("2019-10", 0.67, 2 / 3),
        ("2019-10", 0.7, 2 / 3),
        ("2019-10", 0.75, 0.75),
        ("2019-10", 0.9, 0.75),
        ("2019-10", 1.0, 1.0),
    ],
)
def test_official_part_time(month: str, load: float, share: float) -> None:
    rate = BASIC_LOAN[int(month[:4])][0]
    person = student(int(month[:4]), studieandel=load)
    assert run(person, "studielan", month) == [pytest.approx(rate * share)]


def couple(year: int, spouse: float, **facts: Any) -> Any:
    person = student(year, **facts)
    other = {"born": "1990-01", "lonn": whole([year], spouse / 12)}
    return household(
        {"p": person, "far": other, "barn": {"born": f"{year - 1}-07"}},
        foreldre=["p", "far"],
        barna=["barn"],
    )


@pytest.mark.parametrize(
    ("income", "total"),
    [(411_968, 12737), (420_000, 12336), (446_308, 11020), (500_000, 11020)],
)
def test_official_parental_grant(income: int, total: int) -> None:
    """lanekassen.no, eksempel: samboer med felles barn (Eva) and eksempel på hvor mye du kan få,
    2019-2020: the loan of 11 020 and barnestipend, all paid as a grant."""
    case = couple(2019, income, innvilget_foreldrestipend=True)
    assert case.calculate("studiestipend_utbetalt", "2019-10")[0] == total
    assert case.calculate("studielan", "2019-10")[0] == 0


def test_official_lone_parent_with_transitional_benefit_gets_the_loan_only() -> None:
    """lanekassen.no, same page: 11 020, the grant for children is lost to the benefit (2.25 G)."""
    person = student(2019, innvilget_foreldrestipend=True, lanekasse_annen_trygd=18_723)
    case = household({"p": person, "barn": {"born": "2018-07"}}, foreldre=["p"], barna=["barn"])
    assert case.calculate("studiestipend_utbetalt", "2019-10")[0] == 11020


@pytest.mark.parametrize(("drawn", "share"), [(0.49, 1.0), (0.5, 0.5), (0.99, 0.5), (1.0, 0.0)])
def test_parental_grant_when_the_partner_draws_parental_benefit(drawn: float, share: float) -> None:
    """§ 36 third paragraph."""
    person = student(2026, innvilget_foreldrestipend=True, partners_uttak_av_foreldrepenger=drawn)
    assert run(person, "foreldrestipend", "2026-10") == [pytest.approx(15488 * share)]


def test_parental_grant_goes_on_in_summer() -> None:
    """§ 36 sixth paragraph: June and July, for those with support at the end of spring."""
    person = student(2026, innvilget_foreldrestipend=True)
    found = run(person, "foreldrestipend", "2026-05", "2026-06", "2026-07", "2026-08")
    assert found == [15169, 15169, 15169, 15488]


@pytest.mark.parametrize(
    ("children", "total"), [(1, 2340), (2, 4471), (3, 5856), (4, 7241), (0, 0)]
)
def test_official_grant_for_children_2026(children: int, total: int) -> None:
    """§ 82 of 2026-2027: 2 340, 2 131 and 1 385 for each further child."""
    names = [f"b{number}" for number in range(children)]
    persons = {"p": student(2026), **{name: {"born": "2015-02"} for name in names}}
    case = household(persons, foreldre=["p"], barna=names)
    assert case.calculate("barnestipend", "2026-10")[0] == total


@pytest.mark.parametrize(
    ("month", "born", "grant"),
    [("2026-09", "2011-01", 2340), ("2026-09", "2010-12", 0), ("2026-03", "2010-12", 2087)],
)
def test_children_born_2011_or_later_count_in_2026(month: str, born: str, grant: int) -> None:
    """§ 82 first sentence; of 2025-2026 born 2010 or later."""
    case = household({"p": student(2026), "b": {"born": born}}, foreldre=["p"], barna=["b"])
    assert case.calculate("barnestipend", month)[0] == grant


SPOUSE = {2019: 411968, 2020: 425357, 2021: 440670, 2022: 450365, 2023: 463876, 2024: 483359}
SPOUSE |= {2025: 507044, 2026: 529861}
CHILD = {2019: 1717, 2020: 1750, 2021: 1790, 2022: 1826, 2023: 1954, 2024: 2028, 2025: 2087}
CHILD |= {2026: 2340}


@pytest.mark.parametrize("year", list(SPOUSE))
def test_official_spouse_limit_by_the_year(year: int) -> None:
    """§ 101 (§ 29-4) of the year: at the limit nothing off; of 20 kroner more one krone."""
    for more, off in ((0, 0), (20, 1)):
        case = couple(year, SPOUSE[year] + more)
        assert case.calculate("barnestipend", f"{year}-10")[0] == pytest.approx(CHILD[year] - off)


@pytest.mark.parametrize(
    ("start", "total"),
    [(2020, 50000), (2021, 51150), (2022, 52170), (2023, 55820), (2024, 57940), (2025, 59620)],
)
def test_official_extra_loan_with_children(start: int, total: int) -> None:
    """lanekassen.no, student med barn 2020, 2022-2023 and 2024-2025; § 96 of the other years."""
    person = student(start, start + 1, soker_tilleggslan=True, lanekasse_egne_barn=1)
    assert sum(run(person, "tilleggslan", *study_year(start))) == total


def test_official_extra_loan_from_30_and_its_ceiling() -> None:
    """§ 95 of 2026-2027: born 1996 or earlier, 12 174 a month, 243 480 in all."""
    older = {"born": "1996-12", "soker_tilleggslan": True, "lanekasse_egne_barn": 1}
    assert run(student(2026, **older), "tilleggslan", "2026-10") == [12174]
    assert run(
        student(2026, **older, tilleggslan_tidligere=240_000.0), "tilleggslan", "2026-10"
    ) == [3480]
    assert run(student(2026, **older | {"born": "1997-01"}), "tilleggslan", "2026-10") == [6087]


@pytest.mark.parametrize(
    ("month", "degree", "grant"),
    [("2019-10", 0.5, 5510), ("2019-10", 0.49, 0), ("2026-10", 0.5, 15488), ("2026-10", 0.4, 0)],
)
def test_official_sickness_grant(month: str, degree: float, grant: int) -> None:
    """lanekassen.no, jeg er delvis sykmeldt: half of it at 50 per cent until 2019-2020; § 38 after:
    at least 50 per cent is enough."""
    person = student(int(month[:4]), studieufor_grad=degree, sykestipend_andel_av_maneden=1.0)
    assert run(person, "sykestipend", month) == [grant]


@pytest.mark.parametrize(
    ("facts", "grant"),
    [
        ({"sykestipend_brukte_maneder": 4.0}, 7744),
        ({"sykestipend_brukte_maneder": 4.5}, 0),
        ({"innvilget_aap": True}, 0),
        ({"sykepenger_ved_sykestipend": 5_488}, 10000),
        ({"sykestipend_andel_av_maneden": 0.5}, 7744),
    ],
)
def test_limits_of_the_sickness_grant(facts: dict[str, Any], grant: int) -> None:
    """§§ 38 and 40: four months and 15 days, not with AAP, less sickness benefit."""
    person = student(2026, **{"studieufor_grad": 1.0, "sykestipend_andel_av_maneden": 1.0} | facts)
    assert run(person, "sykestipend", "2026-10") == [grant]


EXTRA = {"2019-10": 3763, "2021-10": 3922, "2022-10": 4000, "2023-10": 4280, "2024-10": 4443}
EXTRA |= {"2025-10": 4572, "2026-10": 4668}


@pytest.mark.parametrize("month", list(EXTRA))
def test_official_extra_grant_for_reduced_ability(month: str) -> None:
    """§ 83 (§ 43-1) of the year; lanekassen.no, ekstrastipend 2019-2020."""
    year = int(month[:4])
    facts = {"kan_ikke_arbeide_ved_siden_av_studiet": True}
    assert run(student(year, **facts), "tilleggsstipend", month) == [EXTRA[month]]
    paid = student(year, **facts, lonn={f"{year}-12": 100})
    assert run(paid, "tilleggsstipend", month, f"{year}-03")[0] == 0


def test_twelve_months_for_those_who_cannot_work() -> None:
    """§§ 73, 74 third paragraph: in July 40 per cent of the loan is a grant; in other
    education in June too."""
    facts = {"kan_ikke_arbeide_ved_siden_av_studiet": True}
    person = student(2026, **facts)
    assert run(person, "studielan", "2026-06", "2026-07") == [15169, pytest.approx(15169 * 0.6)]
    assert run(person, "utbetalt_utdanningsstipend", "2026-06", "2026-07") == [
        0,
        pytest.approx(15169 * 0.4),
    ]
    passed = student(2026, **facts, studiepoeng_i_semesteret=30.0, grad_bestatt=True)
    assert run(passed, "omgjoring_til_stipend", "2026-07") == [0]
    other = student(2026, **facts, i_hoyere_utdanning=False, lanekasse_utdanning="annen")
    assert run(other, "studielan", "2026-06") == [pytest.approx(15169 * 0.6)]


@pytest.mark.parametrize(
    ("month", "grant"), [("2022-02", 3000), ("2022-12", 1500), ("2022-05", 0), ("2023-02", 0)]
)
def test_official_power_price_grant(month: str, grant: int) -> None:
    """§ 74a: 3 000 for spring and 1 500 for autumn 2022."""
    person = student(int(month[:4]), har_stromutgifter=True)
    assert run(person, "stromstipend", month) == [grant]


@pytest.mark.parametrize(
    "facts",
    [
        {"forsinket_uten_rett_til_stotte": True},
        {"livsopphold_og_bolig_dekkes": True},
        {"i_fengsel": True},
        {"i_hoyere_utdanning": False},
        {"soker_utdanningsstotte": False},
    ],
)
def test_no_support_without_the_conditions(facts: dict[str, Any]) -> None:
    """§§ 15, 18, 42, 70 and 71."""
    assert run(student(2026, **facts), "studiestotte", "2026-10") == [0]


def test_refugee_grant_and_delay_grant_take_the_place_of_the_loan() -> None:
    """§§ 74 fourth paragraph and 84: the basic loan as a grant; with benefits for subsistence the
    first is none."""
    adult = {"i_hoyere_utdanning": False, "elev_i_vgo": True}
    refugee = student(2026, **adult, innvilget_flyktningstipend=True)
    assert run(refugee, "utbetalt_utdanningsstipend", "2026-10") == [15488]
    assert run(refugee, "studielan", "2026-10") == [0]
    late = student(2026, forsinket_uten_tilrettelegging=True)
    assert run(late, "studiestotte", "2026-10") == [15488]
    assert run(late, "studielan", "2026-10") == [0]


def test_interest_runs_on_part_time_support() -> None:
    """Forskrift om tilbakebetaling § 4."""
    assert run(student(2026), "studielan_rentefritt", "2026-10") == [1]
    assert run(student(2026, studieandel=0.5), "studielan_rentefritt", "2026-10") == [0]
    ended = student(2026, i_hoyere_utdanning={"2026-05": True})
    assert run(ended, "studielan_rentefritt", "2026-05", "2026-10") == [1, 0]
