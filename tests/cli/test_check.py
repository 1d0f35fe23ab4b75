"""`effektlov check`: what it prints and how it ends."""

import json

import pytest

from effektlov import check as checks
from effektlov.check import Finding
from effektlov.cli import main

ERROR = Finding("rules/a/flows.yaml", "en_flyt", "actor_unknown", "stat.ingen")
WARNING = Finding("rules/actors.yaml", "investor", "actor_idle")
INFO = Finding("reforms/r/reform.yaml", "r", "effect_duty_silent", "appeal")


def _run(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    findings: list[Finding],
    *arguments: str,
) -> tuple[int, str]:
    monkeypatch.setattr(checks, "check", lambda: findings)
    with pytest.raises(SystemExit) as ended:
        main(["check", *arguments])
    assert isinstance(ended.value.code, int)
    return ended.value.code, capsys.readouterr().out


@pytest.mark.parametrize(
    ("findings", "code"),
    [([], 0), ([WARNING], 0), ([INFO], 0), ([WARNING, ERROR], 1)],
    ids=["nothing", "a warning", "an info", "an error"],
)
@pytest.mark.parametrize("output", ["table", "json"])
def test_only_an_error_ends_with_1(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    findings: list[Finding],
    code: int,
    output: str,
) -> None:
    assert _run(monkeypatch, capsys, findings, "--format", output)[0] == code


def test_a_finding_has_its_file_name_and_rule(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, printed = _run(monkeypatch, capsys, [ERROR, WARNING])
    assert printed.splitlines() == [
        "rules/a/flows.yaml",
        "  feil      en_flyt: aktøren er ikke erklært: stat.ingen",
        "rules/actors.yaml",
        "  advarsel  investor: aktøren er erklært, men har verken strøm eller plikt",
        "1 feil, 1 advarsel, 0 til opplysning",
    ]


def test_english(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    _, printed = _run(monkeypatch, capsys, [ERROR], "--lang", "en")
    assert "  error     en_flyt: the actor is not declared: stat.ingen" in printed
    assert printed.endswith("1 error, 0 warnings, 0 to be known\n")


def test_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    _, printed = _run(monkeypatch, capsys, [ERROR], "--format", "json", "--lang", "en")
    assert json.loads(printed) == {
        "counts": {"error": 1, "warning": 0, "info": 0},
        "findings": [
            {
                "level": "error",
                "file": "rules/a/flows.yaml",
                "name": "en_flyt",
                "check": "actor_unknown",
                "message": "the actor is not declared: stat.ingen",
            }
        ],
    }


def test_the_shipped_law_passes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 feil")
