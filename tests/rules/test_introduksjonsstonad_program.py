"""Integreringsloven chapter 4 (introduksjonsloven chapter 2 before 2021): who has a right to the
introduction programme, and how long it lasts."""

from typing import Any

import pytest
from openfisca_core.simulations import Simulation
from situations import household

OLD, TWENTY_ONE, NEW = "2020-06", "2023-06", "2026-06"
DATED = ("oppholdstillatelse_siden", "introduksjonsprogram_oppstart")


def index(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:]) - 1


def one(month: str, born: str = "1990-01", **more: Any) -> Simulation:
    stated = {name: {"ETERNITY" if name in DATED else month: value} for name, value in more.items()}
    return household({"a": {"born": born, **stated}}, andre=["a"])


def right(month: str, born: str = "1990-01", **more: Any) -> bool:
    facts = {"oppholdstillatelse_med_introduksjonsprogram": True, **more}
    return bool(one(month, born, **facts).calculate("rett_til_introduksjonsprogram", month)[0])


@pytest.mark.parametrize("month", [OLD, TWENTY_ONE, NEW])
@pytest.mark.parametrize(
    ("facts", "has_right"),
    [
        ({}, True),
        ({"oppholdstillatelse_med_introduksjonsprogram": False}, False),
        ({"bosatt_etter_avtale": False}, False),
        ({"maneder_bosatt_i_kommune": 23}, True),
        ({"maneder_bosatt_i_kommune": 24}, False),
    ],
)
def test_right_and_duty(month: str, facts: dict[str, Any], has_right: bool) -> None:
    """§ 8 first paragraph."""
    assert right(month, **facts) is has_right


@pytest.mark.parametrize(
    ("month", "born", "permit", "has_right"),
    [
        ("2020-06", "2002-07", "2020-06", False),
        ("2020-06", "2002-06", "2019-06", True),
        ("2020-06", "1965-07", "2020-06", True),
        ("2020-06", "1965-06", "2020-06", False),
        ("2023-06", "2005-06", "2023-06", True),
        ("2023-06", "2005-06", "2023-05", False),
        ("2023-06", "1968-06", "2023-06", False),
        ("2023-06", "1968-06", "2023-05", True),
    ],
)
def test_between_18_and_55(month: str, born: str, permit: str, has_right: bool) -> None:
    """The age of the month until 2020; from 2021 the age when the permit was given, as imdi.no
    says of the target group (11 January 2021)."""
    assert right(month, born, oppholdstillatelse_siden=index(permit)) is has_right


@pytest.mark.parametrize(
    ("month", "hours", "has_right"),
    [(TWENTY_ONE, 37.5, True), (NEW, 29.5, True), (NEW, 30, False)],
)
def test_not_beside_30_hours_of_work_from_2026(month: str, hours: float, has_right: bool) -> None:
    """§ 8 fourth paragraph (lov 20 June 2025 nr. 35)."""
    assert right(month, arbeidstimer_for_introduksjonsprogram=hours) is has_right


@pytest.mark.parametrize(("month", "has_right"), [(OLD, False), (TWENTY_ONE, True)])
def test_need_for_basic_qualification_until_2020(month: str, has_right: bool) -> None:
    """Introduksjonsloven § 2."""
    assert right(month, behov_for_grunnleggende_kvalifisering=False) is has_right


def runs(month: str, start: str, used: int, goal: str, extended: bool = False) -> bool:
    case = one(
        month,
        innvilget_introduksjonsprogram=True,
        introduksjonsprogram_maneder_brukt=used,
        introduksjonsprogram_oppstart=index(start),
        introduksjonsprogram_sluttmal=goal,
        introduksjonsprogram_forlenget=extended,
    )
    return bool(case.calculate("deltar_i_introduksjonsprogram", month)[0])


@pytest.mark.parametrize(
    ("start", "goal", "longest", "extended"),
    [
        # Introduksjonsloven § 5: two years, up to three.
        ("2019-01", "arbeid", 24, 36),
        ("2020-12", "videregaende_fra_for", 24, 36),
        # Integreringsloven § 13 until 2025 (the wording was not found; see the parameters).
        ("2021-01", "videregaende_fra_for", 6, 12),
        ("2023-01", "arbeid", 24, 36),
        ("2022-08", "fullfore_videregaende", 36, 48),
        # §§ 13 and 14 from 2026.
        ("2026-01", "videregaende_fra_for", 12, 12),
        ("2026-01", "arbeid", 24, 24),
        ("2026-01", "deler_av_videregaende", 36, 48),
        ("2026-01", "fullfore_videregaende", 48, 60),
        ("2026-01", "fag_og_yrke", 60, 60),
    ],
)
def test_duration_by_education_goal_and_start(
    start: str, goal: str, longest: int, extended: int
) -> None:
    first = index(start)

    def after(used: int) -> str:
        return f"{(first + used) // 12}-{(first + used) % 12 + 1:02d}"

    assert runs(after(longest - 1), start, longest - 1, goal)
    assert not runs(after(longest), start, longest, goal)
    if extended > longest:
        assert runs(after(extended - 1), start, extended - 1, goal, True)
    assert not runs(after(extended), start, extended, goal, True)


@pytest.mark.parametrize(
    ("goal", "start", "longest"),
    [
        # § 75: offered a start after 1 January 2026.
        ("videregaende_fra_for", "2026-01", 12),
        ("videregaende_fra_for", "2025-12", 6),
        # § 76: formal training, a start after 1 January 2025; work, 1 January 2026.
        ("fullfore_videregaende", "2025-01", 48),
        ("fullfore_videregaende", "2024-12", 36),
        ("fag_og_yrke", "2025-01", 60),
        ("arbeid", "2026-01", 24),
    ],
)
def test_transition_of_the_new_durations(goal: str, start: str, longest: int) -> None:
    """Integreringsforskriften §§ 75 and 76."""
    case = one(NEW, introduksjonsprogram_oppstart=index(start), introduksjonsprogram_sluttmal=goal)
    assert case.calculate("introduksjonsprogram_lengste_varighet", NEW) == [longest]


@pytest.mark.parametrize(
    ("dates", "integration_act"),
    [
        ({"oppholdstillatelse_siden": index("2021-01")}, True),
        ({"oppholdstillatelse_siden": index("2020-12")}, False),
        ({"introduksjonsprogram_oppstart": index("2020-12")}, False),
        ({}, True),
    ],
)
def test_the_act_follows_the_permit(dates: dict[str, int], integration_act: bool) -> None:
    """§ 52: permits given after 1 January 2021; the start when only that is stated."""
    case = one("2021-06", **dates)
    assert case.calculate("omfattes_av_integreringsloven", "2021-06") == [integration_act]
