"""Grant to the training company by month, 2018 to 2026.

Sources: laerling.no (rates of 2018 and 2021), agderfk.no (2021), rogfk.no (2023), mno.no (2020 and
2025).
"""

import pytest
from situations import household


def grant(born: str, month: str, **facts: object) -> float:
    inputs = {
        name: {"ETERNITY" if name == "fylt_21_ved_laerekontrakten" else month: stated}
        for name, stated in facts.items()
    }
    case = household({"p": {"born": born, "laerling": {month: True}, **inputs}}, barna=["p"])
    return float(case.calculate("laerlingtilskudd", month)[0])


@pytest.mark.parametrize(
    ("month", "kroner"),
    [
        ("2019-03", 6377.21),
        ("2020-03", 162374 / 24),
        ("2021-07", 167407 / 24),
        ("2022-03", 167407 / 24),
        ("2023-03", 175882 / 24),
        ("2024-03", 175882 / 24),
        ("2025-03", 183093 / 24),
        ("2026-03", 183093 / 24),
    ],
)
def test_official_grant_one_with_the_youth_right(month: str, kroner: float) -> None:
    """A twenty-fourth of the grant of the year."""
    assert grant(f"{int(month[:4]) - 18}-05", month) == pytest.approx(kroner)


@pytest.mark.parametrize(
    ("month", "kroner"),
    [
        ("2019-03", 4984.25),
        ("2020-03", 5288),
        ("2021-07", 5452),
        ("2023-03", 5728),
        ("2025-03", 5963),
    ],
)
def test_official_grant_two_without_it(month: str, kroner: float) -> None:
    """Completed before, or past the age of § 5-1."""
    young = f"{int(month[:4]) - 20}-05"
    assert grant(young, month, fullfort_vgo=True) == pytest.approx(kroner)
    assert grant(f"{int(month[:4]) - 27}-05", month) == pytest.approx(kroner)


@pytest.mark.parametrize(
    ("month", "kroner"),
    [("2023-03", 5728), ("2024-07", 5728), ("2024-08", 175882 / 24), ("2025-03", 183093 / 24)],
)
def test_official_who_had_turned_21_at_the_contract_gives_grant_two_to_july_2024(
    month: str, kroner: float
) -> None:
    """Rogaland and Agder fylkeskommune: apprentices «som har fylt 21 år» give basistilskudd II;
    the act of 2023 § 5-1 carries the youth right to 24."""
    late = grant(f"{int(month[:4]) - 22}-05", month, fylt_21_ved_laerekontrakten=True)
    assert late == pytest.approx(kroner)
