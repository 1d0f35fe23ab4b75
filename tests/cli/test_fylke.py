"""`effektlov fylke`: the free income of a county authority, and bad input."""

import json

import pytest

from effektlov.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as leaving:
        main(["fylke", *arguments])
    shown = capsys.readouterr()
    code = leaving.value.code
    return (code if isinstance(code, int) else int(code is not None)), shown.out, shown.err


def test_by_number_and_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Rogaland 2025 (Statistics Norway, table 13547): tax 4 494 963, grant 3 944 995, other taxes
    19 911 thousand; together 8 459 869."""
    by_number = run(capsys, "11")
    assert by_number == run(capsys, "Rogaland fylkeskommune")
    code, out, err = by_number
    assert (code, err) == (0, "")
    assert "8\u00a0459\u00a0869\u00a0000" in out
    assert "§ 5-2" in out


def test_what_was_not_read_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    answer = json.loads(run(capsys, "Oslo", "--year", "2026", "--format", "json")[1])
    lines = {line["id"]: line["kroner"] for line in answer["lines"]}
    assert lines["fylkeskommunens_rammetilskudd"] is None
    assert lines["frie_inntekter_fylke"] is None
    assert lines["innbyggertilskudd_likt_belop_fylke"] > 0
    assert answer["per_youth"] is None
    assert len(answer["not_read"]) == 3
    assert "not read" in run(capsys, "Oslo", "--lang", "en")[1]


def test_one_more_head_is_the_appropriation_over_the_inhabitants(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Chapter 572 post 60 of 2025, 53 292.7 million, over 5 572 184 inhabitants: 9 564 a head."""
    answer = json.loads(run(capsys, "Nordland", "--format", "json")[1])
    head = next(one for one in answer["worth"] if one["id"].startswith("innbyggertilskudd"))
    assert head["this_fylkeskommune_alone"] == pytest.approx(9_564, abs=1)
    assert (head["all_alike"], head["after_next_budget"]) == (0, 0)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Rogland"], "Did you mean 'Rogaland'"),
        (["99"], "unknown fylke"),
        (["11", "--year", "2019"], "2025, 2026"),
    ],
)
def test_bad_input_is_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1
