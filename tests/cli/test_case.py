"""`effektlov case`: formats, languages, dates, horizons, reforms."""

import csv
import io
import json

import jsonschema
import msgspec
import pytest

from effektlov.answer import Answer
from effektlov.case import shipped_cases
from effektlov.cli import main
from effektlov.words import word

DUTY, AFTER_CARE = "felles_effektplikt_gjennomforing", "ettervern_refusjon_25"
CHILD_WELFARE = "barnevernsreformen_2022"

Capture = pytest.CaptureFixture[str]


def run(capsys: Capture, *arguments: str, code: int = 0) -> str:
    """What the command prints; nothing on stderr unless it ends with an error."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main(["case", *arguments])
    printed = capsys.readouterr()
    assert (ended.value.code or 0) == code, printed.err
    if code:
        assert printed.out == ""
        assert printed.err.count("\n") == 1
        assert "Traceback" not in printed.err
        return printed.err
    assert printed.err == ""
    return printed.out


def as_answer(text: str) -> Answer:
    return msgspec.json.decode(text, type=Answer)


def test_the_table_is_the_default_and_in_bokmal(capsys: Capture) -> None:
    text = run(capsys, "kvp_eller_aap")
    assert text == run(capsys, "kvp_eller_aap", "--format", "table", "--lang", "nb")
    assert text.startswith("22-åring, kvalifiseringsprogram eller AAP\n")
    assert word("must_happen", "nb") in text
    assert "Kommunen" in text


def test_the_table_in_english(capsys: Capture) -> None:
    text = run(capsys, "kvp_eller_aap", "--lang", "en")
    assert text.startswith("22-year-old, qualification programme or AAP\n")
    assert word("must_happen", "en") in text
    assert "The kommune" in text
    assert "Kommunen" not in text


@pytest.mark.parametrize("case", sorted(shipped_cases()))
@pytest.mark.parametrize("output", ["table", "json", "csv"])
def test_every_case_in_every_format(capsys: Capture, case: str, output: str) -> None:
    text = run(capsys, case, "--format", output)
    assert len(text) > 500


def test_a_case_by_the_path_of_its_file(capsys: Capture) -> None:
    path = str(shipped_cases()["kvp_eller_aap"])
    assert run(capsys, path) == run(capsys, "kvp_eller_aap")
    assert run(capsys, "kvp_eller_aap.yaml") == run(capsys, "kvp_eller_aap")


def test_json_is_indented_keeps_norwegian_letters_and_follows_the_schema(capsys: Capture) -> None:
    text = run(capsys, "elev_pa_vei_ut", "--format", "json", "--reform", DUTY)
    assert text.startswith('{\n  "effektlov"')
    assert "Folketrygden" in text
    assert "å" in text
    assert "\\u00e5" not in text
    jsonschema.validate(json.loads(text), msgspec.json.schema(Answer))


def test_json_is_the_same_in_both_languages(capsys: Capture) -> None:
    """Labels carry both, so that the language only chooses the words of a table."""
    arguments = ("kvp_eller_aap", "--format", "json")
    assert run(capsys, *arguments, "--lang", "nb") == run(capsys, *arguments, "--lang", "en")


def test_csv_has_a_row_for_each_flow_and_budget_year(capsys: Capture) -> None:
    text = run(capsys, "kvp_eller_aap", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    found = {(row["course"], row["flow"]): row for row in rows}
    programme = found["kvp", "kvalifiseringsstonad"]
    assert (programme["payer"], programme["payee"]) == ("kommune.sosialtjeneste", "husstand")
    assert float(programme["kroner"]) == pytest.approx(182_900, abs=1)
    assert programme["year"] == "2026"
    assert programme["regime"] == "gjeldende_rett"
    assert all(row["href"].startswith("https://") and row["legal_basis"] for row in rows)
    assert {row["with_measure"] for row in rows} == {"false"}


def test_csv_agrees_with_json(capsys: Capture) -> None:
    arguments = ("elev_pa_vei_ut", "--reform", DUTY)
    rows = list(csv.DictReader(io.StringIO(run(capsys, *arguments, "--format", "csv"))))
    answer = as_answer(run(capsys, *arguments, "--format", "json"))
    lines = [
        (regime.regime, budget.course, str(budget.with_measure).lower(), line.flow, value)
        for regime in answer.regimes
        for budget in regime.budget
        for line in budget.lines
        for value in line.nominal
    ]
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        assert (row["regime"], row["course"], row["with_measure"], row["flow"]) == line[:4]
        assert float(row["kroner"]) == pytest.approx(line[4], abs=0.006)


def test_csv_in_english_has_other_labels_and_the_same_figures(capsys: Capture) -> None:
    arguments = ("kvp_eller_aap", "--format", "csv")
    nb = list(csv.DictReader(io.StringIO(run(capsys, *arguments))))
    en = list(csv.DictReader(io.StringIO(run(capsys, *arguments, "--lang", "en"))))
    assert [row["kroner"] for row in nb] == [row["kroner"] for row in en]
    assert [row["label"] for row in nb] != [row["label"] for row in en]


@pytest.mark.parametrize("date", ["2025", "2025-01-01", "2025-07-15"])
def test_the_law_date_sets_the_first_year(capsys: Capture, date: str) -> None:
    text = run(capsys, "alenemor_aap_finnmark", "--law-date", date, "--format", "json")
    answer = as_answer(text)
    assert answer.law_date == 2025
    assert answer.price_year == 2025
    assert list(answer.law_years) == ["2025", "2026", "2027", "2028"]


def test_another_law_date_is_another_law(capsys: Capture) -> None:
    """The Finnmark addition came in October 2025: 2 x 3 x 500 in 2025."""
    answers = {
        year: as_answer(
            run(capsys, "alenemor_aap_finnmark", "--law-date", str(year), "--format", "json")
        )
        for year in (2024, 2025)
    }
    lines = {
        year: {line.flow: line.nominal for line in answer.regimes[0].budget[0].lines}
        for year, answer in answers.items()
    }
    assert lines[2025]["finnmarkstillegg"][0] == 2 * 3 * 500
    assert lines[2024]["finnmarkstillegg"][0] == 0


def test_a_frozen_case_moves_its_law_year_with_the_date(capsys: Capture) -> None:
    answer = as_answer(
        run(capsys, "institusjon_eller_mst", "--law-date", "2024", "--format", "json")
    )
    assert answer.law_years == {"2024": 2024, "2025": 2024}


@pytest.mark.parametrize(("horizon", "years"), [("1", 1), ("2", 2), ("80", 80)])
def test_the_horizon_is_the_number_of_years(capsys: Capture, horizon: str, years: int) -> None:
    text = run(capsys, "ung_ufor_i_jobb", "--horizon", horizon, "--format", "json")
    answer = as_answer(text)
    assert answer.horizon == years
    assert len(answer.law_years) == years
    assert len(answer.regimes[0].budget[0].household) == min(4, years)
    assert answer.regimes[0].accounts[0].years[-1] == years


def test_two_reforms_are_one_regime(capsys: Capture) -> None:
    text = run(
        capsys, "elev_pa_vei_ut", "--reform", DUTY, "--reform", AFTER_CARE, "--format", "json"
    )
    base, reformed = as_answer(text).regimes
    assert base.reforms == ()
    assert set(reformed.reforms) == {DUTY, AFTER_CARE}
    assert any(duty.new_by_reform for duty in reformed.duties)


def test_the_order_of_reforms_moves_no_figure(capsys: Capture) -> None:
    one, two = (
        as_answer(run(capsys, "elev_pa_vei_ut", *order, "--format", "json"))
        for order in (
            ("--reform", DUTY, "--reform", AFTER_CARE),
            ("--reform", AFTER_CARE, "--reform", DUTY),
        )
    )
    assert one.regimes[1].accounts == two.regimes[1].accounts
    assert one.changed == two.changed


def test_the_names_of_both_reforms_are_shown(capsys: Capture) -> None:
    answer = as_answer(
        run(capsys, "kvp_eller_aap", "--reform", DUTY, "--reform", AFTER_CARE, "--format", "json")
    )
    label = answer.regimes[1].label
    assert "joint effect duty" in label.en
    assert "after-care" in label.en
    assert "ettervern" in label.nb


def test_a_reversed_reform_is_the_law_before(capsys: Capture) -> None:
    text = run(
        capsys, "institusjon_eller_mst", "--reform", f"{CHILD_WELFARE}:reversed", "--format", "json"
    )
    now, before = as_answer(text).regimes
    assert now.regime == "gjeldende_rett"
    assert before.regime == f"{CHILD_WELFARE}:reversed"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ukjent_sak",), "ukjent_sak"),
        (("elev_pa_vei_utt",), "Did you mean 'elev_pa_vei_ut'?"),
        (("kvp_eller_aap", "--reform", "etervern_refusjon_25"), f"Did you mean '{AFTER_CARE}'?"),
        (("kvp_eller_aap", "--reform", AFTER_CARE, "--reform", AFTER_CARE), AFTER_CARE),
        (("kvp_eller_aap", "--law-date", "i fjor"), "--law-date"),
        (("kvp_eller_aap", "--law-date", "2025-13-01"), "--law-date"),
        (("kvp_eller_aap", "--law-date", "1998"), "2019"),
        (("kvp_eller_aap", "--horizon", "0"), "--horizon"),
        (("kvp_eller_aap", "--horizon", "81"), "80"),
        (("kvp_eller_aap", "--horizon", "mange"), "--horizon"),
        (("kvp_eller_aap", "--format", "xml"), "csv"),
        (("kvp_eller_aap", "--lang", "nn"), "nb"),
        ((), "CASE"),
    ],
)
def test_what_is_wrong_is_one_line_and_exit_code_2(
    capsys: Capture, arguments: tuple[str, ...], said: str
) -> None:
    assert said in run(capsys, *arguments, code=2)


def test_the_table_is_plain_text_when_it_is_not_a_terminal(capsys: Capture) -> None:
    assert "\x1b" not in run(capsys, "kvp_eller_aap")
