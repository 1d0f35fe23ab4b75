"""The kommune table, its documentation, the older numbers, and the lines of the block grant."""

import csv
from pathlib import Path

import pytest
import yaml
from situations import system

ROOT = Path(__file__).resolve().parents[2]
EVIDENCE = ROOT / "evidence"


def table() -> dict[str, dict[str, str]]:
    with (EVIDENCE / "kommuner.csv").open(encoding="utf-8", newline="") as stream:
        return {row["kommunenummer"]: row for row in csv.DictReader(stream)}


def loaded(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_357_kommuner_in_15_fylker_with_all_inhabitants_of_2025() -> None:
    """SSB 07459: 5 594 340 on 1 January 2025."""
    rows = table()
    assert len(rows) == 357
    assert all(
        len(number) == 4 and row["fylkesnummer"] == number[:2] for number, row in rows.items()
    )
    assert len({row["fylkesnummer"] for row in rows.values()}) == 15
    assert sum(int(row["innbyggertall"]) for row in rows.values()) == 5_594_340


def test_every_column_is_documented_and_no_cell_is_empty() -> None:
    rows, columns = table(), loaded(EVIDENCE / "kommuner.yaml")
    assert list(next(iter(rows.values()))) == list(columns)
    for name in columns:
        empty = [number for number, row in rows.items() if not row[name]]
        if name == "andel_av_barnevernnokkel":
            assert len(empty) == 5  # no index of 2026 was found for five kommuner
        elif name != "assumed":
            assert not empty, name


def test_the_shares_of_the_child_welfare_key_sum_to_the_country_without_the_missing() -> None:
    """Five of 357 kommuner are missing: what is left is a little less than the whole."""
    shares = [float(row["andel_av_barnevernnokkel"] or 0) for row in table().values()]
    assert 0.97 < sum(shares) < 1


def test_an_assumed_cell_is_one_with_a_declared_fallback() -> None:
    """277 without a zone, 41 in Nordland recalled."""
    columns = loaded(EVIDENCE / "kommuner.yaml")
    flagged = [row["assumed"].split(";") for row in table().values() if row["assumed"]]
    assert {name for names in flagged for name in names} == {"aga_sone"}
    assert columns["aga_sone"]["fallback"] == "sone_1"
    assert len(flagged) == 277 + 41


def test_the_action_zone_is_zone_v() -> None:
    """Forskrift 2015-10-09-1166 § 3: 18 kommuner in Finnmark and 7 in Nord-Troms."""
    rows = table().values()
    zone = [row for row in rows if row["i_tiltakssonen"] == "1"]
    assert len(zone) == 25
    assert zone == [row for row in rows if row["aga_sone"] == "sone_5"]


def test_each_column_of_the_rules_is_an_input_of_the_kommune() -> None:
    not_read = {"navn", "fylkesnummer", "inntektsutjevning_2025", "assumed"}
    not_read.add("andel_av_barnevernnokkel")  # read by the answer, for the compensation of a reform
    for name in set(next(iter(table().values()))) - not_read:
        assert system().variables[name].entity.key == "kommune"


@pytest.mark.parametrize(
    ("old", "new"),
    [("3001", "3101"), ("5401", "5501"), ("3807", "4003"), ("3024", "3201"), ("0219", "3201")],
)
def test_an_older_number_leads_to_the_one_of_2024(old: str, new: str) -> None:
    """Halden, Tromsø, Skien and Bærum (2020-2023, and Bærum to 2019)."""
    assert loaded(EVIDENCE / "kommune_endringer.yaml")[old] == new


def test_older_numbers_are_whole_kommuner_and_none_is_in_use() -> None:
    """The dissolved fylker had 51, 23 and 39 kommuner; Ålesund of 2020-2023 was divided."""
    changes, rows = loaded(EVIDENCE / "kommune_endringer.yaml"), table()
    assert not changes.keys() & rows.keys()
    whole = {new for new in changes.values() if len(new) == 4}
    assert whole <= rows.keys()
    assert {new for new in changes.values() if len(new) != 4} == {"-", "1508 1580"}
    for fylke, kommuner in (("30", 51), ("38", 23), ("54", 39)):
        moved = [new for old, new in changes.items() if old[:2] == fylke]
        assert len(moved) == len(set(moved)) == kommuner
    assert changes["1507"] == "1508 1580"


def test_the_lines_of_the_block_grant_name_rules_of_a_person() -> None:
    lines = loaded(ROOT / "rules" / "kommune" / "block_grant.yaml")
    for line in lines.values():
        assert system().variables[line["this_kommune_alone"]].entity.key == "person"
        assert line["after_next_budget"] is None
    alike = [name for name, line in lines.items() if line["all_alike"]]
    assert alike == ["egen_skatt"]
