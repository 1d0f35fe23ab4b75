"""A household that has applied for bostøtte, for the tests of its rules."""

from typing import Any

from situations import household

__all__ = ["FAR_ABOVE", "GROUP_1", "GROUP_2", "GROUP_3", "GROUP_4", "home", "paid", "value"]

GROUP_1, GROUP_2, GROUP_3, GROUP_4 = 301, 5001, 3205, 5601
FAR_ABOVE = 30_000.0
"""A rent above every ceiling."""


def home(
    month: str,
    *,
    income: float = 0.0,
    adults: int = 1,
    minors: int = 0,
    rent: float = FAR_ABOVE,
    kommune: int = GROUP_4,
    husstand: dict[str, Any] | None = None,
    applicant: dict[str, Any] | None = None,
) -> Any:
    """Adults of 40 and children of 10, with the income of the first adult, who applies."""
    year = int(month[:4])
    first = {"born": f"{year - 40}-01", "soker_bostotte": {month: True}, "lonn": {month: income}}
    persons: dict[str, dict[str, Any]] = {"a0": first | (applicant or {})}
    persons |= {f"a{n}": {"born": f"{year - 40}-01"} for n in range(1, adults)}
    persons |= {f"b{n}": {"born": f"{year - 10}-01"} for n in range(minors)}
    grown = [name for name in persons if name.startswith("a")]
    return household(
        persons,
        foreldre=grown[:2],
        andre=grown[2:],
        barna=[name for name in persons if name.startswith("b")],
        husstand={"boutgifter_bostotte": {month: rent}} | (husstand or {}),
        kommune={"kommunenummer": {"ETERNITY": kommune}},
    )


def value(rule: str, month: str, **given: Any) -> float:
    """A rule of the household in the month."""
    return float(home(month, **given).calculate(rule, month)[0])


def paid(month: str, **given: Any) -> float:
    """The allowance of the month."""
    return value("bostotte", month, **given)
