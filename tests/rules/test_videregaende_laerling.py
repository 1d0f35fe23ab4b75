"""Grant to the training company by month, 2018 to 2026.

Sources: laerling.no (rates of 2018 and 2021), rogfk.no (2023), mno.no (2025).
"""

import pytest
from situations import household


def grant(born: str, month: str, **facts: object) -> float:
    inputs = {name: {month: stated} for name, stated in facts.items()}
    case = household({"p": {"born": born, "laerling": {month: True}, **inputs}}, barna=["p"])
    return float(case.calculate("laerlingtilskudd", month)[0])


@pytest.mark.parametrize(
    ("month", "kroner"),
    [
        ("2019-03", 6377.21),
        ("2020-03", 6377.21),
        ("2021-07", 6975),
        ("2022-03", 6975),
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
