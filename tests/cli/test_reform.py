"""`effektlov reform list`, `show` and `check`."""

import json
from pathlib import Path

import pytest

from effektlov.cli import main
from effektlov.reform import find_reforms, shipped_reforms

Capture = pytest.CaptureFixture[str]
REFORMS = sorted(shipped_reforms())
DUTY, AFTER_CARE = "felles_effektplikt_gjennomforing", "ettervern_refusjon_25"
CHILD_WELFARE = "barnevernsreformen_2022"

FILE = """
reform: {name}
title: {{nb: Prøve, en: Trial}}
legal_effect: {{nb: Satsen heves., en: The rate is raised.}}
in_force: 2027-01-01
tests_hypothesis: budget_by_effect
legal_basis:
  kind: lovendring
  sections: [barnevernsloven § 16-5]
  appropriation: {appropriation}
  wording: {{nb: "Satsen er 200 000.", en: "The rate is 200 000."}}
blocks:
  - parameter: {{name: barnevern.egenandel.institusjon, value: 200000}}
{frame}"""


def run(capsys: Capture, *arguments: str, code: int = 0) -> str:
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main(["reform", *arguments])
    printed = capsys.readouterr()
    assert (ended.value.code or 0) == code, printed.err
    return printed.err if code else printed.out


def written(
    folder: Path, name: str = "prove", *, appropriation: str = "required", frame: bool = True
) -> str:
    """A reform of one's own, outside the package; returns the path of its file."""
    path = folder / name / "reform.yaml"
    path.parent.mkdir()
    text = FILE.format(
        name=name,
        appropriation=appropriation,
        frame="  - frame_transfer: none\n" if frame else "",
    )
    path.write_text(text, "utf-8")
    return str(path)


# list


def test_list_has_a_line_for_each_reform_with_its_date(capsys: Capture) -> None:
    lines = [line.split("\t") for line in run(capsys, "list").splitlines()]
    assert [line[0] for line in lines] == REFORMS
    assert {line[0]: line[1] for line in lines}[CHILD_WELFARE] == "2022-01-01"
    assert "Statens andel i ettervernet til 25 år" in [line[2] for line in lines]


def test_list_in_english(capsys: Capture) -> None:
    text = run(capsys, "list", "--lang", "en")
    assert "The state's share in after-care to 25" in text
    assert "ettervernet" not in text


def test_list_as_json_says_what_is_already_law(capsys: Capture) -> None:
    found = {one["id"]: one for one in json.loads(run(capsys, "list", "--format", "json"))}
    assert sorted(found) == REFORMS
    assert found[CHILD_WELFARE]["already_in_force"] is True
    assert found[DUTY]["already_in_force"] is False
    assert found[DUTY]["in_force"] == "2027-01-01"
    assert set(found[DUTY]["blocks"]) == {
        "formula",
        "effect_duty",
        "joint_fund",
        "gain_share",
        "frame_transfer",
    }


# show


@pytest.mark.parametrize("name", REFORMS)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_show_states_the_legal_effect_first(capsys: Capture, name: str, lang: str) -> None:
    """Title, then the legal effect: which duty or payment moves from whom to whom."""
    reform = find_reforms([name])[0]
    lines = run(capsys, "show", name, "--lang", lang).splitlines()
    assert lines[0] == f"{reform.title.text(lang)}  [{name}]"
    assert lines[1].strip() == reform.legal_effect.text(lang)
    text = "\n".join(lines)
    assert all(section in text for section in reform.legal_basis.sections)
    assert reform.legal_basis.wording.text(lang) in text
    assert reform.in_force.isoformat() in text


@pytest.mark.parametrize("name", REFORMS)
def test_show_fits_a_screen(capsys: Capture, name: str) -> None:
    assert len(run(capsys, "show", name).splitlines()) <= 24


@pytest.mark.parametrize("name", REFORMS)
def test_show_names_every_block(capsys: Capture, name: str) -> None:
    text = run(capsys, "show", name)
    for block in find_reforms([name])[0].blocks:
        assert f"  {block.kind}: " in text


def test_show_says_how_a_reform_learns(capsys: Capture) -> None:
    assert "2036-01-01" in run(capsys, "show", DUTY)


def test_show_in_english_has_english_labels_in_the_blocks(capsys: Capture) -> None:
    text = run(capsys, "show", DUTY, "--lang", "en")
    assert "Completed upper secondary or in lasting work by 25" in text
    assert "Fullført videregående" not in text


@pytest.mark.parametrize("name", REFORMS)
def test_show_as_json(capsys: Capture, name: str) -> None:
    found = json.loads(run(capsys, "show", name, "--format", "json"))
    assert found["id"] == name
    assert found["legal_effect"]["nb"]
    assert found["legal_effect"]["en"]
    assert found["legal_basis"]["sections"]
    assert [next(iter(block)) for block in found["blocks"]] == [
        block.kind for block in find_reforms([name])[0].blocks
    ]


def test_show_of_a_file(capsys: Capture, tmp_path: Path) -> None:
    text = run(capsys, "show", written(tmp_path))
    assert text.startswith("Prøve  [prove]\n  Satsen heves.\n")


def test_show_of_a_reversed_reform(capsys: Capture) -> None:
    assert f"[{CHILD_WELFARE}:reversed]" in run(capsys, "show", f"{CHILD_WELFARE}:reversed")


def test_a_reform_that_is_no_law_cannot_be_reversed(capsys: Capture) -> None:
    text = run(capsys, "show", f"{AFTER_CARE}:reversed", code=2)
    assert text.count("\n") == 1
    assert AFTER_CARE in text


# check


@pytest.mark.parametrize("name", [AFTER_CARE, CHILD_WELFARE])
def test_nothing_to_remark(capsys: Capture, name: str) -> None:
    assert run(capsys, "check", name) == "Ingen merknader.\n"
    assert run(capsys, "check", name, "--lang", "en") == "Nothing to remark.\n"
    assert json.loads(run(capsys, "check", name, "--format", "json")) == []


def test_check_reports_what_no_law_provides_for_an_effect_duty(capsys: Capture) -> None:
    """The reform's own file says `appeal: null`: a duty without an appeal body."""
    assert "«appeal»" in run(capsys, "check", DUTY)
    english = run(capsys, "check", DUTY, "--lang", "en")
    assert english.startswith(f"{DUTY}: ")
    assert "'appeal'" in english
    found = json.loads(run(capsys, "check", DUTY, "--format", "json"))
    assert [set(one) for one in found] == [{"reform", "message"}]


def test_check_of_several_reforms_that_go_together(capsys: Capture) -> None:
    text = run(capsys, "check", *REFORMS)
    assert {line.split(":")[0] for line in text.splitlines()} == {DUTY}


def test_check_asks_for_the_frames(capsys: Capture, tmp_path: Path) -> None:
    """Silence means that the sector is compensated in full; `none` must be written."""
    assert "frame_transfer" in run(capsys, "check", written(tmp_path, "taus", frame=False))
    assert "frame_transfer" not in run(capsys, "check", written(tmp_path, "sagt"))


def test_check_asks_for_an_appropriation(capsys: Capture, tmp_path: Path) -> None:
    path = written(tmp_path, "uten_penger", appropriation="none")
    assert "appropriation" in run(capsys, "check", path, "--lang", "en")


def test_two_reforms_of_one_parameter_conflict_and_both_files_are_named(
    capsys: Capture, tmp_path: Path
) -> None:
    """Bad input is one message with exit code 2: which files, which parameter."""
    one, two = written(tmp_path, "forste"), written(tmp_path, "andre")
    text = run(capsys, "check", one, two, code=2)
    assert text.count("\n") == 1
    assert "barnevern.egenandel.institusjon" in text
    assert "forste/reform.yaml" in text
    assert "andre/reform.yaml" in text


def test_check_of_nothing_asks_for_a_reform(capsys: Capture) -> None:
    assert "ID" in run(capsys, "check", code=2)


@pytest.mark.parametrize("command", ["show", "check"])
def test_an_unknown_reform_names_the_nearest(capsys: Capture, command: str) -> None:
    text = run(capsys, command, "etervern_refusjon_25", code=2)
    assert text.count("\n") == 1
    assert f"Did you mean '{AFTER_CARE}'?" in text
