"""A reform's frame transfer on every kommune: by the key, by earlier use, and what it costs."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektlov.cli import main
from effektlov.errors import CaseError, ReformError
from effektlov.kommune_country import all_kommuner, published
from effektlov.kommune_frame import FrameAnswer, FrameRow, frame_outcome, read_amounts
from effektlov.reform import apply_reforms, find_reforms
from effektlov.regime import law_in_force

CHILD_WELFARE = "barnevernsreformen_2022"
FILE = """reform: {name}
title: {{nb: Oppgaven flytter, en: The task moves}}
legal_effect: {{nb: Staten overtar oppgaven., en: The state takes the task over.}}
in_force: 2026-01-01
legal_basis:
  {{kind: lovendring, sections: [sosialtjenesteloven § 11], appropriation: required,
   wording: {{nb: "Staten har ansvaret.", en: "The state is responsible."}}}}
blocks:
  - frame_transfer:
      to: kommune
      amounts: {{"2026": {amount}}}
      by_cost_key: 0.5
      by_earlier_use: 0.5
      until: 2026
      sector: {sector}
      source: Prop. 1 S
"""


def outcome(name: str, year: int, cost: dict[str, float] | None = None) -> FrameAnswer:
    reforms = tuple(find_reforms([name]))
    return frame_outcome(apply_reforms(law_in_force(), reforms), reforms, year, cost)


def of(answer: FrameAnswer, number: str) -> FrameRow:
    return next(row for row in answer.rows if row.number == number)


def written(folder: Path, amount: float, sector: str = "samlet") -> str:
    path = folder / "flyttet" / "reform.yaml"
    path.parent.mkdir()
    path.write_text(FILE.format(name="flyttet", amount=amount, sector=sector), "utf-8")
    return str(path)


def test_after_the_transition_all_follows_the_key() -> None:
    """By hand, Stavanger 2026: 1 856 million x 0.935 x 150 896 / 5 610 870; per head it would be
    its share of the inhabitants counted in the table."""
    row = of(outcome(CHILD_WELFARE, 2026), "1103")
    assert row.frame == pytest.approx(1_856e6 * 0.935 * 150_896 / 5_610_870)
    heads = published("innbyggertall_1_juli", 2026).sum()
    assert row.against == pytest.approx(1_856e6 * 150_896 / heads)
    assert row.net == pytest.approx(row.frame - row.against)
    assert row.per_head == pytest.approx(row.net / 150_896)


def test_official_amounts_of_the_child_welfare_reform() -> None:
    """KS: 1 310 million in 2022, half by earlier use through 2024. Without the use that half is
    left out on both sides."""
    first = outcome(CHILD_WELFARE, 2022)
    assert (first.amount, first.by_use, first.left_out) == (1_310e6, 0.5, 655e6)
    assert sum(row.frame for row in first.rows) == pytest.approx(655e6, rel=0.001)
    later = outcome(CHILD_WELFARE, 2025)
    assert (later.amount, later.by_use, later.left_out) == (1_856e6, 0, 0)


def test_half_by_the_use_that_a_file_states() -> None:
    """Two kommuner bought for 3 and 1 million: they share the half by use 3 to 1."""
    cost = {"1103": 3e6, "4601": 1e6}
    with_use = outcome(CHILD_WELFARE, 2023, cost)
    key = of(outcome(CHILD_WELFARE, 2023), "1103").frame
    assert of(with_use, "1103").frame == pytest.approx(key + 928e6 * 0.75)
    assert of(with_use, "1103").against == pytest.approx(3e6)
    assert of(with_use, "0301").against == pytest.approx(0)


def test_whoever_costs_what_the_key_gives_neither_wins_nor_loses() -> None:
    by_key = {row.number: row.frame for row in outcome(CHILD_WELFARE, 2026).rows}
    found = outcome(CHILD_WELFARE, 2026, by_key)
    assert max(abs(row.net) for row in found.rows) < 1
    assert found.moved < 200
    assert all(row.transition == 0 for row in found.rows)


def test_a_task_taken_out(tmp_path: Path) -> None:
    """Uttrekk of 5 billion by the whole key: Tynset (index over one) loses more than its heads'
    share, Stavanger (under one) less; what each no longer pays is the cost, negative."""
    path = written(tmp_path, -5e9)
    found = outcome(path, 2026, {"3427": -8e6})
    assert of(found, "3427").frame < 0
    assert of(found, "3427").net == pytest.approx(of(found, "3427").frame + 8e6)
    plain = outcome(path, 2027)
    assert of(plain, "3427").net < 0 < of(plain, "1103").net


def test_beyond_four_hundred_a_head_the_guarantee_lifts() -> None:
    """A task of 100 million in a kommune of 5 728 heads (2025): all but 400 a head is lifted."""
    row = of(outcome(CHILD_WELFARE, 2025, {"3427": 100e6}), "3427")
    assert row.transition == pytest.approx(-row.net - 400 * 5_728)


def test_the_sector_of_the_key_matters(tmp_path: Path) -> None:
    found = outcome(written(tmp_path, 1e9, "barnehage"), 2027)
    index = published("utgiftsbehov_barnehage", 2026, ("1108",))[0]
    assert of(found, "1108").frame == pytest.approx(1e9 * index * 85_346.5 / 5_610_870)


def test_no_frame_and_no_amount_are_errors() -> None:
    with pytest.raises(ReformError, match="no frame_transfer"):
        outcome("ettervern_refusjon_25", 2026)
    with pytest.raises(ReformError, match="2021"):
        outcome(CHILD_WELFARE, 2021)


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("", "the first line is", 1),
        ("kommunenummer,kroner\n", "the first line is", 1),
        ("kommune,kroner\n1103,1\n", "kommunenummer,kroner", 1),
        ("kommunenummer,kroner\n1103,mye\n", "'mye' is no amount", 2),
        ("kommunenummer,kroner\n1103,nan\n", "'nan' is no amount", 2),
        ("kommunenummer,kroner\n1103\n", "a line has", 2),
        ("kommunenummer,kroner\n1103,1,2\n", "a line has", 2),
        ("kommunenummer,kroner\n1103,1\n1103,2\n", "twice", 3),
        ("kommunenummer,kroner\n9999,1\n", "9999", 2),
    ],
)
def test_bad_amounts_are_named(tmp_path: Path, text: str, said: str, line: int) -> None:
    path = tmp_path / "bruk.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(CaseError, match=said) as caught:
        read_amounts(str(path))
    assert caught.value.line == line


def test_a_file_that_does_not_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bruk.csv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CaseError, match="UTF-8"):
        read_amounts(str(path))
    with pytest.raises(CaseError, match="No such file"):
        read_amounts(str(tmp_path / "ingen.csv"))


def test_what_is_not_known_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Five kommuner have no index by sector in the table; 356 are not named in the file."""
    path = tmp_path / "koster.csv"
    path.write_text("kommunenummer,kroner\n1103,50000000\n", "utf-8")
    _, out, _ = run(capsys, "--reform", CHILD_WELFARE, "--year", "2026", "--cost", str(path))
    assert "356 av 357 kommuner er ikke nevnt i fila" in out
    assert "Sør-Varanger" in out


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as leaving:
        main(["kommune", *arguments])
    shown = capsys.readouterr()
    code = leaving.value.code
    return (code if isinstance(code, int) else int(code is not None)), shown.out, shown.err


def test_the_command_says_who_wins_and_loses(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(capsys, "--reform", CHILD_WELFARE, "--year", "2026")
    assert (code, err) == (0, "")
    assert "163 kommuner vinner og 194 taper" in out
    assert "Taper mest per hode" in out
    path = tmp_path / "koster.csv"
    path.write_text("kommunenummer,kroner\n1103,50000000\n", "utf-8")
    asked = ("Stavanger", "--reform", CHILD_WELFARE, "--year", "2026", "--cost", str(path))
    _, one, _ = run(capsys, *asked, "--lang", "en")
    assert "The task costs" in one
    assert "Gamvik" not in one
    _, data, _ = run(capsys, *asked, "--format", "json")
    answer = json.loads(data)
    assert [row["number"] for row in answer["rows"]] == ["1103"]
    assert answer["rows"][0]["against"] == 50e6


def test_cost_without_a_reform_and_a_bad_year(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--cost", "x.csv")[0] == 2
    assert run(capsys, "--reform", CHILD_WELFARE, "--year", "neste")[0] == 2


@settings(max_examples=20, deadline=None)
@given(amounts=st.lists(st.floats(-1e7, 1e7), min_size=1, max_size=30))
def test_what_is_won_and_lost_is_the_frame_less_the_cost(amounts: list[float]) -> None:
    cost = dict(zip(all_kommuner(), amounts, strict=False))
    found = outcome(CHILD_WELFARE, 2026, cost)
    net = sum(row.net for row in found.rows)
    assert net == pytest.approx(sum(row.frame for row in found.rows) - sum(amounts), abs=1)
    assert found.winners + found.losers <= len(found.rows)
    assert found.moved >= abs(net) / 2 - 1
