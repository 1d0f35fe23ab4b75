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
    """Twelve kommuner merged from parts in different zones (Skatteetaten's Kommunekatalog 2026)."""
    columns = loaded(EVIDENCE / "kommuner.yaml")
    flagged = [row["assumed"].split(";") for row in table().values() if row["assumed"]]
    assert {name for names in flagged for name in names} == {"aga_sone"}
    assert columns["aga_sone"]["fallback"] == "sone_1"
    assert len(flagged) == 12


def test_official_zones_of_kommunekatalog_2026() -> None:
    """Skatteetaten, Kommunekatalog 2026: one kommune of every zone in every part of the country."""
    zones = {number: row["aga_sone"] for number, row in table().items()}
    official = {
        "0301": "sone_1",
        "3421": "sone_2",  # Trysil
        "3427": "sone_3",  # Tynset
        "3441": "sone_1a",  # Gausdal
        "4026": "sone_2",  # Tinn
        "4228": "sone_1a",  # Sirdal
        "1151": "sone_1a",  # Utsira
        "4613": "sone_1a",  # Bømlo
        "4651": "sone_2",  # Stryn
        "1528": "sone_2",  # Sykkylven, zone I until 2021
        "1573": "sone_4",  # Smøla
        "5014": "sone_3",  # Frøya
        "5058": "sone_4",  # Åfjord
        "5001": "sone_1",
        "1804": "sone_4a",
        "1833": "sone_4",
        "5501": "sone_4a",
        "5503": "sone_4",
        "5601": "sone_5",
    }
    assert {number: zones[number] for number in official} == official


def test_all_of_the_north_but_two_towns_is_in_zone_iv_or_v() -> None:
    """Nordland IV, Bodø IVa; Troms IV, Tromsø IVa, the action zone V; Finnmark V."""
    north = {n: row["aga_sone"] for n, row in table().items() if n[:2] in ("18", "55", "56")}
    assert {n for n, zone in north.items() if zone == "sone_4a"} == {"1804", "5501"}
    assert set(north.values()) == {"sone_4", "sone_4a", "sone_5"}


def test_the_action_zone_is_zone_v() -> None:
    """Forskrift 2015-10-09-1166 § 3: 18 kommuner in Finnmark and 7 in Nord-Troms."""
    rows = table().values()
    zone = [row for row in rows if row["i_tiltakssonen"] == "1"]
    assert len(zone) == 25
    assert zone == [row for row in rows if row["aga_sone"] == "sone_5"]


def test_the_grant_table_has_every_kommune_and_documents_every_column() -> None:
    with (EVIDENCE / "kommuner_inntektssystem.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["kommunenummer"] for row in rows} == set(table())
    documented = loaded(EVIDENCE / "kommuner_inntektssystem.yaml")
    for column in rows[0]:
        name, _, year = column.rpartition("_")
        stem = next(key for key in documented if column.startswith(key))
        assert name == "" or not year.isdigit() or int(year) in documented[stem]["years"]
    people = [float(row["innbyggertall_1_juli_2026"]) for row in rows]
    assert sum(people) == pytest.approx((5_594_340 + 5_627_400) / 2)


def test_the_age_bands_of_the_grant_table_sum_to_the_inhabitants() -> None:
    with (EVIDENCE / "kommuner_inntektssystem.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            bands = [float(v) for k, v in row.items() if k.startswith("innbyggere_")]
            assert len(bands) == 10
            assert sum(bands) == float(row["innbyggertall_1_juli_2026"])


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
