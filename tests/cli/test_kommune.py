"""`effektlov kommune`: the grant of one kommune, the country, and bad input."""

import json

import pytest

from effektlov.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as leaving:
        main(["kommune", *arguments])
    shown = capsys.readouterr()
    code = leaving.value.code
    return (code if isinstance(code, int) else int(code is not None)), shown.out, shown.err


def test_a_kommune_by_number_and_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    by_number = run(capsys, "1103", "--year", "2025")
    by_name = run(capsys, "Stavanger", "--year", "2025")
    assert by_number == by_name
    code, out, err = by_number
    assert (code, err) == (0, "")
    assert "4\u00a0703\u00a0088\u00a0399" in out  # the equal amount, Grønt hefte 2025
    assert "\u22121\u00a0130\u00a0664\u00a0300" in out  # the settlement, within a thousand
    assert "§ 11" in out
    assert "kap. 571 post 67" in out


def test_json_holds_lines_worth_checks_and_what_is_assumed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run(capsys, "1103", "--year", "2025", "--format", "json")
    answer = json.loads(out)
    assert code == 0
    lines = {line["id"]: line for line in answer["lines"]}
    assert lines["storbytilskudd"]["kroner"] == 61_706_000
    assert lines["inntektsutjevning"]["is_sum"] is True
    assert all(line["section"] and line["href"] for line in answer["lines"])
    checks = {check["id"]: check for check in answer["checks"]}
    assert abs(checks["inntektsutjevning"]["deviation"]) < 1000
    assert abs(checks["utgiftsutjevning"]["deviation"]) < 1000
    assert abs(checks["rammetilskudd"]["deviation"]) < 0.001 * 3_522_177_000
    worth = {one["id"]: one for one in answer["worth"]}
    assert worth["utjevning_av_egen_skatt"]["this_kommune_alone"] == pytest.approx(-0.62)
    assert worth["egen_skatt"]["all_alike"] == 1
    assert worth["egen_skatt"]["after_next_budget"] == 0
    assert worth["kriterium_ufor"]["this_kommune_alone"] == pytest.approx(32_508.12, abs=0.01)
    assert worth["kriterium_ufor"]["confidence"] == "assumed"
    ages = [one for one in answer["worth"] if one["id"] == "kriterium_alder"]
    assert len(ages) == 10
    assert ages[1]["this_kommune_alone"] == pytest.approx(208_589.89, abs=0.01)


def test_lines_that_were_not_read_are_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "4613", "--format", "json")
    answer = json.loads(out)
    unread = {line["id"] for line in answer["lines"] if line["kroner"] is None}
    assert unread == set(answer["not_read"])
    assert "skjonnstilskudd" in unread
    assert "vekst_mot_landet_2025" in answer["assumed"]
    _, table, _ = run(capsys, "4613", "--lang", "en")
    assert "not read" in table


def test_split_zone_and_missing_sectors_are_assumed(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "3226", "--format", "json")
    assert "utgiftsbehov_2025" in json.loads(out)["assumed"]
    _, out, _ = run(capsys, "4602", "--format", "json")
    assert "aga_sone" in json.loads(out)["assumed"]


def test_2026_says_what_is_carried(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "1103", "--year", "2026", "--lang", "en")
    assert "kommune.inntektsutjevning.landsgjennomsnitt" in out
    assert "The tax is that of: 2025" in out
    assert "0.64" in out


def test_the_country_sums_to_zero(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--format", "json")
    answer = json.loads(out)
    assert code == 0
    assert abs(answer["sums"]["inntektsutjevning"]) < 0.01
    assert answer["own"]["deduction"] == pytest.approx(378.139, abs=0.001)
    code, out, _ = run(capsys, "--lang", "en")
    assert code == 0
    assert "Sum over the kommuner" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("9999",), "unknown kommune '9999'"),
        (("Stavangr",), "Did you mean 'Stavanger'?"),
        (("1507",), "was divided"),
        (("1103", "--year", "2031"), "no grant of '2031'. Allowed: 2025, 2026."),
        (("1103", "--year", "x"), "no grant of 'x'. Allowed: 2025, 2026."),
        (("1103", "--format", "xml"), "xml"),
    ],
)
def test_bad_input_is_one_line_and_code_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
