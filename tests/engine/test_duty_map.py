"""The map of duties by age: what the § says of ages, dates and order."""

import json

import pytest
from click.testing import CliRunner

from effektlov.cli import _group
from effektlov.duty_map import ages_of, duty_map
from effektlov.errors import UnknownNameError
from effektlov.regime import law_in_force


@pytest.mark.parametrize(
    ("name", "ages"),
    [
        ("ettervern", (18, 24)),  # barnevernsloven § 3-6: after 18 and until 25
        ("barnetrygd", (0, 17)),  # barnetrygdloven § 11: to the month before 18
        ("barnekoordinator", (0, 17)),  # helse- og omsorgstjenesteloven § 7-2 a: until 18
    ],
)
def test_the_ages_of_the_section(name: str, ages: tuple[int, int]) -> None:
    for age in (ages[0] - 1, *range(ages[0], ages[1] + 1), ages[1] + 1):
        if 0 <= age <= 29:
            found = {line.id for line in duty_map(str(age), "2026-06-01")}
            assert (name in found) is (ages[0] <= age <= ages[1])


def test_the_whole_map_holds_every_duty_in_force() -> None:
    records = law_in_force().records
    shown = {line.id for line in duty_map("0..29", "2026-06-01")}
    gone = {"ettervern_1992", "grunnskole_1998", "samarbeid_barnevern_1992"}
    assert shown.isdisjoint(gone)
    assert shown <= set(records.duties) | set(records.standing)
    assert {line.id for line in duty_map("0..29", "2022-06-01")} >= {"grunnskole_1998"}


def test_by_age_then_urgency_and_those_without_trigger_last() -> None:
    lines = duty_map("0..29", "2026-06-01")
    running = [line for line in lines if line.runs]
    assert lines[: len(running)] == running
    assert [line.ages[0] for line in running] == sorted(line.ages[0] for line in running)
    of_age = [line.deadline is None for line in running if line.ages[0] == 0]
    assert of_age == sorted(of_age)
    for line in lines[len(running) :]:
        assert line.reason is not None


@pytest.mark.parametrize("text", ["30", "-1", "17..16", "x", "0..30", ""])
def test_no_age(text: str) -> None:
    with pytest.raises(UnknownNameError, match="is no age"):
        ages_of(text)


def test_a_wrong_date_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="is no date"):
        duty_map("17", "2025-13-01")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_command(lang: str) -> None:
    run = CliRunner()
    table = run.invoke(_group, ["law", "duties", "--age", "0..29", "--lang", lang])
    assert table.exit_code == 0
    assert "barnevernsloven § 3-6" in " ".join(table.output.split())
    data = run.invoke(_group, ["law", "duties", "--age", "18", "--format", "json"])
    assert all(line["ages"][0] <= 18 <= line["ages"][1] for line in json.loads(data.output))
