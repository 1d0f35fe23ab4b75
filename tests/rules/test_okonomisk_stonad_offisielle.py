"""The state's published guidance rates and what NAV publishes on kvalifiseringsstønad, each month
from January 2019 on.

Sources: nav.no (2019), Rogaland on A-2/19 (2020), Agder (September 2020), Troms og Finnmark
(January and September 2021), A-1/2022 (January and July 2022), A-3/2023 (July 2023 and 2024).
January 2023, 2025 and 2026 are derived in the parameters and not pinned here as published.
"""

from typing import Any

import pytest
from situations import household

# single, couple, shared household, child 0-5, 6-10, 11-17
PUBLISHED = {
    "2019-01": (6150, 10250, 5150, 2400, 3100, 4000),
    "2020-01": (6250, 10450, 5250, 2450, 3150, 4100),
    "2020-09": (6250, 10450, 5250, 2750, 3150, 4100),
    "2021-01": (6450, 10800, 5400, 2850, 3250, 4250),
    "2021-09": (6450, 10800, 5400, 3150, 3250, 4250),
    "2022-01": (6550, 10950, 5450, 3200, 3300, 4300),
    "2022-07": (6650, 11150, 5600, 3250, 3350, 4400),
    "2023-07": (7550, 12600, 6350, 3700, 3800, 4950),
    "2024-01": (7850, 13100, 6600, 3850, 3950, 5150),
}
MONTHS = [f"{year}-{month:02d}" for year in range(2019, 2027) for month in range(1, 13)]


def rates(month: str) -> tuple[int, ...]:
    return PUBLISHED[max(start for start in PUBLISHED if start <= month)]


def asks(*months: str) -> dict[str, Any]:
    return {"soker_sosialhjelp": dict.fromkeys(months, True)}


PINNED = [month for month in MONTHS if month < "2023-01" or "2023-07" <= month < "2025-01"]


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_official_adult_rates_every_month(kind: int) -> None:
    """Single alone, a couple, one of two friends who share a home."""
    alone = {"born": "1990-01", **asks(*PINNED)}
    other: dict[str, Any] = {"born": "1990-01"}
    together = {"lever_med_partner": dict.fromkeys(PINNED, True)}
    case = (
        household({"a": alone}, foreldre=["a"]),
        household({"a": alone | together, "b": other | together}, foreldre=["a", "b"]),
        household({"a": alone, "b": other}, andre=["a", "b"]),
    )[kind]
    found = {month: float(case.calculate("sosialhjelp", month)[0]) for month in PINNED}
    assert found == {month: rates(month)[kind] for month in PINNED}


@pytest.mark.parametrize("start", PUBLISHED)
@pytest.mark.parametrize(("kind", "years"), [(3, 3), (4, 8), (5, 14)])
def test_official_child_rates(start: str, kind: int, years: int) -> None:
    """Need of a single parent and one child; barnetrygd is left out by measuring the need."""
    year, month = (int(part) for part in start.split("-"))
    case = household(
        {
            "a": {"born": "1985-01", **asks(start)},
            "b": {"born": f"{year - years}-{month:02d}"},
        },
        foreldre=["a"],
        barna=["b"],
    )
    need = case.calculate("behov_til_livsopphold", start)
    assert list(need) == [rates(start)[0], rates(start)[kind]]


@pytest.mark.parametrize(
    ("month", "born", "yearly"),
    [
        ("2024-07", "1990-01", 253141),
        ("2025-04", "1990-01", 253141),
        ("2024-07", "2003-01", 168761),
        ("2023-05", "1990-01", 237240),
    ],
)
def test_official_qualification_benefit(month: str, born: str, yearly: int) -> None:
    """nav.no Kvalifiseringsprogrammet: 253 141 a year, 168 761 under 25 (G 124 028); Molde
    kommune, 1 May 2023: 237 240."""
    case = household({"a": {"born": born, "innvilget_kvp": {month: True}}}, andre=["a"])
    found = 12 * float(case.calculate("kvalifiseringsstonad", month)[0])
    assert found == pytest.approx(yearly, abs=0.5)


@pytest.mark.parametrize(
    ("month", "rate"), [("2019-06", 27), ("2021-06", 27), ("2023-01", 27), ("2024-07", 36)]
)
def test_official_child_supplement_of_the_qualification_benefit(month: str, rate: int) -> None:
    """nav.no: 27 kroner a day five days a week; 36 kroner a day in 2024."""
    case = household(
        {"a": {"born": "1985-01", "innvilget_kvp": {month: True}}, "b": {"born": "2016-01"}},
        foreldre=["a"],
        barna=["b"],
    )
    found = case.calculate("kvalifiseringsstonad_barnetillegg", month)[0]
    assert found == pytest.approx(rate * 260 / 12)


def test_qualification_benefit_every_month_since_2019() -> None:
    """2 G, 2.041 G from July 2024; G changes in May."""
    g = [96883, 99858, 101351, 106399, 111477, 118620, 124028, 130160, 136549]
    granted = {"innvilget_kvp": dict.fromkeys(MONTHS, True)}
    case = household({"a": {"born": "1990-01", **granted}}, andre=["a"])
    for month in MONTHS:
        year, number = (int(part) for part in month.split("-"))
        share = 2.041 if month >= "2024-07" else 2.0
        expected = share * g[year - 2019 + (number >= 5)] / 12
        assert case.calculate("kvalifiseringsstonad", month) == pytest.approx([expected]), month


@pytest.mark.parametrize(
    ("month", "income", "children"),
    [
        ("2020-06", 100604, 1),  # the limit is G in June 2020: 101 351
        ("2020-06", 110000, 0),
        ("2023-12", 130000, 0),
        ("2024-01", 130000, 1),
    ],
)
def test_a_child_with_more_than_one_g_gave_no_supplement_until_2023(
    month: str, income: int, children: int
) -> None:
    """Assumed reading of the fourth paragraph of § 3, repealed from 1 January 2024."""
    year = month[:4]
    wage = {f"{year}-{number:02d}": income / 12 for number in range(1, 13)}
    case = household(
        {
            "a": {"born": "1980-01", "innvilget_kvp": {month: True}},
            "b": {"born": "2006-12", "lonn": wage},
        },
        foreldre=["a"],
        barna=["b"],
    )
    assert case.calculate("kvp_barn", month) == [children]


@pytest.mark.parametrize(("month", "counted"), [("2019-01", 970), ("2020-06", 1054)])
def test_child_benefit_counts_as_income_in_2019_to_2021(month: str, counted: int) -> None:
    """A couple, so no extended benefit; the whole amount of one child of eight."""
    couple = {"lever_med_partner": {month: True}}
    case = household(
        {
            "a": {"born": "1985-01", **asks(month), **couple},
            "b": {"born": "1985-01", **couple},
            "c": {"born": "2011-06"},
        },
        foreldre=["a", "b"],
        barna=["c"],
    )
    expected = rates(month)[1] + rates(month)[4] - counted
    assert case.calculate("sosialhjelp", month) == [expected]


@pytest.mark.parametrize("month", ["2019-01", "2020-06", "2021-12"])
def test_right_conditions_and_programme_in_2019_to_2021(month: str) -> None:
    """§§ 18, 20 a and 29 hold in each of the years."""
    young = {
        "born": "1996-01",
        "soker_kvp": {month: True},
        "arbeidsevnevurdert": {month: True},
        "brudd_pa_vilkar": {month: True},
        **asks(month),
    }
    case = household({"a": young}, andre=["a"])
    assert case.calculate("rett_til_okonomisk_stonad", month) == [True]
    assert case.calculate("skal_stilles_vilkar_om_aktivitet", month) == [True]
    assert case.calculate("rett_til_kvp", month) == [True]
    assert case.calculate("sosialhjelp", month) == pytest.approx([0.9 * rates(month)[0]])


@pytest.mark.parametrize("month", ["2019-06", "2021-06", "2026-06"])
def test_a_childs_spare_time_wage_is_kept_out_in_every_year(month: str) -> None:
    """§ 18 third paragraph, since 2016; the parent's income is the same with and without it."""
    found = []
    for wage in (0, 3000):
        child = {"born": "2009-09" if month < "2024" else "2012-09", "lonn": {month: wage}}
        case = household(
            {"a": {"born": "1985-01", **asks(month)}, "b": child}, foreldre=["a"], barna=["b"]
        )
        found.append(float(case.calculate("sosialhjelp", month)[0]))
    assert found[0] == found[1] > 0


@pytest.mark.parametrize(
    ("granted", "right"),
    [({}, True), ({"innvilget_tiltakspenger": True}, False), ({"innvilget_aap": True}, False)],
)
def test_programme_is_for_who_has_no_benefit_to_live_on(
    granted: dict[str, bool], right: bool
) -> None:
    """§ 29: benefits under folketrygdloven or arbeidsmarkedsloven."""
    month = "2024-03"
    facts = {"soker_kvp": True, "arbeidsevnevurdert": True, **granted}
    inputs = {name: {month: value} for name, value in facts.items()}
    case = household({"a": {"born": "1990-01", **inputs}}, andre=["a"])
    assert case.calculate("rett_til_kvp", month) == [right]
