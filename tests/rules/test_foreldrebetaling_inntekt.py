"""Whose income counts (§ 3d), the right to a place (barnehageloven § 16)."""

from typing import Any

import pytest
from situations import household


def _family(income_of: dict[str, float], month: str = "2023-02", **more: Any) -> float:
    """The income that counts for a family with two adults and wages by name."""
    year = month[:4]
    months = [f"{year}-{n:02}" for n in range(1, 13)]
    persons: dict[str, dict[str, Any]] = {
        name: {"born": "1985-01", "lonn": dict.fromkeys(months, wage / 12)}
        for name, wage in income_of.items()
    }
    for name, facts in more.pop("facts", {}).items():
        persons[name] |= facts
    persons["barn"] = {"born": "2021-03"}
    case = household(
        persons,
        foreldre=[name for name in ("mor", "far") if name in persons],
        andre=[name for name in ("bestemor",) if name in persons],
        barna=["barn"],
        husstand=more.get("husstand"),
    )
    return float(case.calculate("foreldrebetaling_inntekt", month)[0])


def test_both_parents_of_the_household_count() -> None:
    """§ 3d second and third paragraphs."""
    assert _family({"mor": 300_000, "far": 200_000}) == pytest.approx(500_000, abs=2)


def test_other_adults_do_not_count() -> None:
    """§ 3d: spouses, registered partners and cohabitants."""
    assert _family({"mor": 300_000, "bestemor": 200_000}) == pytest.approx(300_000, abs=2)


def test_a_new_cohabitant_without_a_common_child_does_not_count() -> None:
    """§ 3d: 12 of the last 18 months, or a common child."""
    new = {"far": {"ny_samboer_uten_felles_barn": {"2023-02": True}}}
    assert _family({"mor": 300_000, "far": 200_000}, facts=new) == pytest.approx(300_000, abs=2)


def test_taxable_capital_income_counts_and_a_loss_does_not() -> None:
    """§ 3d third paragraph and the note to § 3b."""
    gain = {"mor": {"kapitalinntekt": {"2023": 40_000}}}
    loss = {"mor": {"kapitalinntekt": {"2023": -40_000}}}
    assert _family({"mor": 300_000}, facts=gain) == pytest.approx(340_000, abs=2)
    assert _family({"mor": 300_000}, facts=loss) == pytest.approx(300_000, abs=2)


def test_last_year_goes_before_this_year() -> None:
    """§§ 3b, 3c first dash: «det siste året»."""
    last = {"foreldrebetaling_inntekt_siste_ar": {"2023": 450_000}}
    assert _family({"mor": 200_000}, husstand=last) == 450_000


def test_a_lasting_fall_brings_this_year_in() -> None:
    """§§ 3b, 3c second dash."""
    fallen = {
        "foreldrebetaling_inntekt_siste_ar": {"2023": 450_000},
        "varig_nedgang_i_inntekt": {"2023-02": True},
    }
    assert _family({"mor": 200_000}, husstand=fallen) == pytest.approx(200_000, abs=2)


def test_tax_free_transfers_do_not_count() -> None:
    """Note to § 3b: barnetrygd and the like; a household without income pays nothing."""
    assert _family({"mor": 0}) == 0


@pytest.mark.parametrize(
    ("born", "first"),
    [
        ("2022-01", "2023-08"),
        ("2022-08", "2023-08"),
        ("2022-09", "2023-09"),
        ("2022-11", "2023-11"),
        ("2022-12", "2024-08"),
        ("2023-08", "2024-08"),
    ],
)
def test_the_first_month_with_a_right_to_a_place(born: str, first: str) -> None:
    """Barnehageloven § 16: one by the end of August: August; September to November: that month;
    later: August of the next year."""
    year, month = int(first[:4]), int(first[5:])
    before = f"{year}-{month - 1:02}"
    for when, right in ((before, False), (first, True)):
        case = household(
            {"barn": {"born": born, "sokt_barnehageplass": {when: True}}}, barna=["barn"]
        )
        assert bool(case.calculate("rett_til_barnehageplass", when)[0]) is right


@pytest.mark.parametrize(
    ("month", "facts", "right"),
    [
        ("2025-07", {}, True),
        ("2025-08", {}, False),
        ("2025-08", {"utsatt_skolestart": {"ETERNITY": True}}, True),
        ("2024-08", {"tidlig_skolestart": {"ETERNITY": True}}, False),
    ],
)
def test_the_right_ends_when_school_begins(month: str, facts: dict[str, Any], right: bool) -> None:
    """§§ 10 and 16: children below school age; born 2019, school in August 2025."""
    barn = {"born": "2019-05", "sokt_barnehageplass": {month: True}, **facts}
    case = household({"barn": barn}, barna=["barn"])
    assert bool(case.calculate("rett_til_barnehageplass", month)[0]) is right


def test_no_right_without_an_application() -> None:
    case = household({"barn": {"born": "2021-05"}}, barna=["barn"])
    assert not case.calculate("rett_til_barnehageplass", "2023-02")[0]


def test_agreed_hours_are_a_place() -> None:
    barn = {"born": "2021-05", "avtalt_oppholdstid_i_barnehage": {"2023-02": 45}}
    case = household({"barn": barn}, barna=["barn"])
    assert case.calculate("i_barnehage", "2023-02")[0]
