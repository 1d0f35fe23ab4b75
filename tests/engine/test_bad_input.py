"""A table of bad cases, reforms and scenarios: one clear message each, and never a traceback.

Each entry changes one piece of a file that is right and says the whole beginning of the message:
file, line, field, what is wrong.
"""

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from effektlov.case import read_case
from effektlov.cli import main
from effektlov.errors import EffektlovError, nearest
from effektlov.life_course import life_course
from effektlov.measures import measures
from effektlov.scenario import read_scenarios, run_scenario

CASE = """\
# A family, right in every field.
case: proven
title: {nb: Prøve, en: Trial}
kommune: 4613
start: 2026
horizon: 1
household:
  ida:
    born: 2010-10-14
    role: barn
    focus: true
    grunnskolepoeng: 28
    hoyt_fravaer: {2027-01: true}
  sara:
    born: 1984-06-02
    role: forelder
    lonn: 412000
husstand:
  boutgifter: {per_month: 9000}
courses:
  uten:
    label: {nb: Uten, en: Without}
    states:
      - {from: 2026-08, state: vgo}
    then: model
  med:
    label: {nb: Med, en: With}
    focus: {lonn: {2027: 300000}}
    states:
      - {from: 2026-08, state: vgo}
      - {from: 2028-08, state: arbeid, completed: true}
measure: los
"""
TITLE = "title: {nb: Prøve, en: Trial}"
SARA = "  sara:\n    born: 1984-06-02\n    role: forelder\n    lonn: 412000\n"
STEP = "    states:\n      - {from: 2026-08, state: vgo}\n    then: model\n"
HOUSEHOLD = CASE[CASE.index("household:") : CASE.index("husstand:")]


def run(*arguments: str) -> tuple[int | str | None, str, str]:
    """Exit code, stdout and stderr of the command line, in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return ended.value.code, out.getvalue(), err.getvalue()


def complaint(folder: Path, *arguments: str) -> str:
    """The one line on stderr; nothing on stdout, nothing written, exit code 2."""
    before = sorted(folder.rglob("*"))
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("effektlov: ")
    assert err.count("\n") == 1
    assert err.endswith("\n")
    assert "Traceback" not in err
    assert "`" not in err or "'`'" in err  # another library's wording
    assert sorted(folder.rglob("*")) == before
    return err.removeprefix("effektlov: ").rstrip("\n")


def changed(text: str, old: str, new: str) -> str:
    """The text with its one piece `old` changed."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


def of_case(folder: Path, text: str | bytes) -> str:
    """The message that a case file gives."""
    path = folder / "sak.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return complaint(folder, "case", str(path))


def test_the_case_itself_is_right(tmp_path: Path) -> None:
    path = tmp_path / "sak.yaml"
    path.write_text(CASE, encoding="utf-8")
    code, out, err = run("case", str(path))
    assert (code, err) == (0, "")
    assert out


TOP = "Allowed: about, case, courses, horizon, household, husstand, kommune, law_year, measure, "

BAD_FIELD = {
    "top": ("horizon: 1", "horison: 1", "6: unknown field 'horison'. Did you mean 'horizon'? "),
    "top, capitals": ("measure: los", "MEASURE: los", "32: unknown field 'MEASURE'. Did you mean "),
    "top, strange": ("horizon: 1", "zzz: 1", f"6: unknown field 'zzz'. {TOP}start, title."),
    "top, empty": ("horizon: 1", "? \n: 1", "6: unknown field ''. Allowed: about, "),
    "merge key": ("horizon: 1", "<<: {a: b}", "6: unknown field '<<'. Allowed: about, "),
    "title": (
        TITLE,
        "title: {nb: a, eng: b}",
        "3: title: unknown field 'eng'. Did you mean 'en'? Allowed: en, nb.",
    ),
    "person": ("    born: 2010", "    borne: 2010", "9: ida: unknown field 'borne'. Did you mean "),
    "person, fact": (
        "grunnskolepoeng",
        "grunnskolepoen",
        "12: ida: unknown field 'grunnskolepoen'. Did you mean 'grunnskolepoeng'? Allowed: ",
    ),
    "person, set by the engine": (
        "grunnskolepoeng",
        "fodselsmaned",
        "12: ida: unknown field 'fodselsmaned'",
    ),
    "husstand": (
        "boutgifter",
        "boutgift",
        "19: husstand: unknown field 'boutgift'. Did you mean 'boutgifter'? Allowed: ",
    ),
    "kommune": (
        "kommune: 4613",
        "kommune: {number: 4613, aga_son: 1}",
        "4: kommune: unknown field 'aga_son'. Did you mean 'aga_sone'? Allowed: aga_sone, ",
    ),
    "kommune, its number": (
        "kommune: 4613",
        "kommune: {numer: 4613}",
        "4: kommune: unknown field 'numer'. Did you mean 'number'? ",
    ),
    "course": (
        "    then: model",
        "    than: model",
        "25: uten: unknown field 'than'. Did you mean 'then'? "
        "Allowed: focus, label, states, then, years_in_state.",
    ),
    "label": (
        "label: {nb: Med, en: With}",
        "label: {nn: Med, en: With}",
        "27: med.label: unknown field 'nn'. Allowed: en, nb.",
    ),
    "focus of a course": (
        "focus: {lonn",
        "focus: {lon",
        "28: med.focus: unknown field 'lon'. Did you mean 'lonn'? Allowed: lonn, ",
    ),
    "states": (
        "state: arbeid",
        "stat: arbeid",
        "31: med.states: unknown field 'stat'. Did you mean 'state'? "
        "Allowed: completed, from, state.",
    ),
}

MISSING = {
    "case": ("case: proven\n", "", "2: case: missing"),
    "title": (f"{TITLE}\n", "", "2: title: missing"),
    "title in one language": (TITLE, "title: {nb: a}", "3: title.en: missing"),
    "kommune": ("kommune: 4613\n", "", "2: kommune: missing"),
    "kommune number": (
        "kommune: 4613",
        "kommune: {aga_sone: sone_1}",
        "4: kommune.number: missing",
    ),
    "household": (HOUSEHOLD, "", "2: household: missing"),
    "born": ("    born: 2010-10-14\n", "", "9: ida.born: missing"),
    "role": ("    role: barn\n", "", "9: ida.role: missing"),
    "label": ("    label: {nb: Med, en: With}\n", "", "27: med.label: missing"),
    "month of a step": (
        "{from: 2028-08, state",
        "{state",
        "31: med.states.from: missing: the month in which the step begins. "
        "Allowed: a month such as 2026-08.",
    ),
    "state of a step": ("state: arbeid, ", "", "31: med.states.state: missing. Allowed: skole, "),
}

NUMBER = "Allowed: a number such as 412000 or 0.25."
BAD_TYPE = {
    "text for a number": (
        "lonn: 412000",
        "lonn: mye",
        f"17: sara.lonn: 'mye' is not a number. {NUMBER}",
    ),
    "list for a number": (
        "lonn: 412000",
        "lonn: [412000]",
        "17: sara.lonn: a value, or months with values expected here, not a list",
    ),
    "nothing for a number": (
        "lonn: 412000",
        "lonn:",
        "17: sara.lonn: a value expected here, not nothing",
    ),
    "spaces in a number": (
        "lonn: 412000",
        "lonn: 412 000",
        f"17: sara.lonn: '412 000' is not a number. {NUMBER}",
    ),
    "list for fields, household": (
        HOUSEHOLD,
        "household: [ida]\n",
        "7: household: fields expected here, not a list",
    ),
    "text for fields, household": (
        HOUSEHOLD,
        "household: ida\n",
        "7: household: fields expected here, not 'ida'",
    ),
    "nothing for fields, household": (
        HOUSEHOLD,
        "household:\n",
        "7: household: fields expected here, not nothing",
    ),
    "text for a person": (SARA, "  sara: her\n", "14: sara: fields expected here, not 'her'"),
    "list for a person": (SARA, "  sara: [1]\n", "14: sara: fields expected here, not a list"),
    "nothing for a person": (SARA, "  sara:\n", "14: sara: fields expected here, not nothing"),
    "text for the household's facts": (
        "husstand:\n  boutgifter: {per_month: 9000}",
        "husstand: leier",
        "18: husstand: fields expected here, not 'leier'",
    ),
    "text for a title": (
        TITLE,
        "title: Prøve",
        "3: title: fields expected here, not 'Prøve'. Allowed: en, nb.",
    ),
    "list for a title": (TITLE, "title: [a]", "3: title: fields expected here, not a list. "),
    "nothing for a title": (TITLE, "title:", "3: title: fields expected here, not nothing. "),
    "list in a title": (
        TITLE,
        "title: {nb: [a], en: b}",
        "3: title.nb: text expected here, not a list",
    ),
    "text for about": (
        "horizon: 1",
        "about: en sak",
        "6: about: fields expected here, not 'en sak'. Allowed: en, nb.",
    ),
    "list for a name": ("case: proven", "case: [a]", "2: case: one value expected here, not a "),
    "nothing for a name": ("case: proven", "case:", "2: case: one value expected here, not noth"),
    "list for a measure": (
        "measure: los",
        "measure: [los]",
        "32: measure: one value expected here, not a list",
    ),
    "nothing for a measure": (
        "measure: los",
        "measure:",
        "32: measure: one value expected here, not nothing",
    ),
    "list for a kommune": (
        "kommune: 4613",
        "kommune: [4613]",
        "4: kommune: fields expected here, not a list",
    ),
    "nothing for a kommune": (
        "kommune: 4613",
        "kommune:",
        "4: kommune: one value expected here, not nothing",
    ),
    "list for its number": (
        "kommune: 4613",
        "kommune: {number: [4613]}",
        "4: kommune.number: one value expected here, not a list",
    ),
    "text for a horizon": (
        "horizon: 1",
        "horizon: ett",
        "6: horizon: 'ett' is not a whole number from 1 to 80",
    ),
    "half a year": ("horizon: 1", "horizon: 2.5", "6: horizon: '2.5' is not a whole number from "),
    "superscript": ("horizon: 1", "horizon: ²", "6: horizon: '²' is not a whole number from 1 to"),
    "arabic digits": ("horizon: 1", "horizon: ٣", "6: horizon: '٣' is not a whole number from 1"),
    "list for a horizon": (
        "horizon: 1",
        "horizon: [1]",
        "6: horizon: one value expected here, not a list",
    ),
    "fields for a start": (
        "start: 2026",
        "start: {a: 1}",
        "5: start: one value expected here, not fields",
    ),
    "list for a role": (
        "role: barn",
        "role: [barn]",
        "10: ida.role: one value expected here, not a list",
    ),
    "list for a goal": (
        "    grunnskolepoeng: 28",
        "    own_goal: [a]",
        "12: ida.own_goal: one value expected here, not a list",
    ),
    "list for courses": (
        CASE[CASE.index("courses:") :],
        "courses: [a]\n",
        "20: courses: fields expected here, not a list",
    ),
    "no courses": (
        CASE[CASE.index("courses:") :],
        "courses: {}\n",
        "20: courses: from 1 to 50 courses, here 0",
    ),
    "list for the focus of a course": (
        "focus: {lonn: {2027: 300000}}",
        "focus: [lonn]",
        "28: med.focus: fields expected here, not a list",
    ),
    "text for states": (
        STEP,
        "    states: vgo\n",
        "23: uten.states: a list of steps expected here. Allowed: - {from: 2026-08, state: vgo}.",
    ),
    "fields for states": (
        STEP,
        "    states: {from: 2026-08, state: vgo}\n",
        "23: uten.states: a list of steps expected here. ",
    ),
    "nothing for states": (
        STEP,
        "    states:\n",
        "23: uten.states: a list of steps expected here. ",
    ),
    "text for a step": (
        STEP,
        "    states: [vgo]\n",
        "23: uten.states: fields expected here, not 'vgo'",
    ),
    "list for then": ("then: model", "then: [model]", "25: uten.then: one value expected here, n"),
}

DATE = "Allowed: a date such as 2010-03-14."
BAD_DATE = {
    "30 February": ("2010-10-14", "2010-02-30", f"9: ida.born: '2010-02-30' is no date. {DATE}"),
    "month 13": ("2010-10-14", "2010-13-01", f"9: ida.born: '2010-13-01' is no date. {DATE}"),
    "not a date": ("2010-10-14", "i går", f"9: ida.born: 'i går' is no date. {DATE}"),
    "Norwegian": ("2010-10-14", "14.10.2010", f"9: ida.born: '14.10.2010' is no date. {DATE}"),
    "without a day": ("2010-10-14", "2010-10", f"9: ida.born: '2010-10' is no date. {DATE}"),
    "without dashes": ("2010-10-14", "20101014", f"9: ida.born: '20101014' is no date. {DATE}"),
    "week": ("2010-10-14", "2010-W05-1", f"9: ida.born: '2010-W05-1' is no date. {DATE}"),
    "time": ("2010-10-14", "2010-10-14T01", f"9: ida.born: '2010-10-14T01' is no date. {DATE}"),
    "long ago": ("2010-10-14", "1850-01-01", "9: ida.born: nobody of a case is born in 1850"),
    "nothing": ("2010-10-14", "", "9: ida.born: one value expected here, not nothing"),
    "list": ("2010-10-14", "[2010]", "9: ida.born: one value expected here, not a list"),
    "month 13 of a status": (
        "{2027-01: true}",
        "{2027-13: true}",
        "13: ida.hoyt_fravaer: unknown period '2027-13'. Allowed: months such as 2026-08.",
    ),
    "30 February of a status": (
        "{2027-01: true}",
        "{2027-02-30: true}",
        "13: ida.hoyt_fravaer: unknown period '2027-02-30'. ",
    ),
    "month 13 of a step": (
        "from: 2028-08",
        "from: 2028-13",
        "31: med.states.from: '2028-13' is no month. Allowed: a month such as 2026-08.",
    ),
    "text for the month of a step": (
        "from: 2028-08",
        "from: august",
        "31: med.states.from: 'august' is no month. ",
    ),
    "steps out of order": (
        "from: 2028-08",
        "from: 2026-07",
        "31: med.states.from: a step begins no later than the one before it, on line 30",
    ),
    "start": ("start: 2026", "start: 2018", "5: start: '2018' is not a whole number from 2019 to "),
    "start, a date": ("start: 2026", "start: 2026-01-01", "5: start: '2026-01-01' is not a whole "),
    "law_year": ("horizon: 1", "law_year: 1992", "6: law_year: '1992' is not a whole number from"),
}

YEAR_OF_NUMBERS = "Allowed: a number or name of 2024, such as 4613 or Bømlo."
BAD_KOMMUNE = {
    "number": ("9999", f"unknown kommune '9999'. {YEAR_OF_NUMBERS}"),
    "number in a fylke": (
        "0302",
        f"unknown kommune '0302'. Did you mean '0301 (Oslo)'? {YEAR_OF_NUMBERS}",
    ),
    "short number": ("461", f"unknown kommune '461'. {YEAR_OF_NUMBERS}"),
    "number with a fraction": ("4613.0", f"unknown kommune '4613.0'. {YEAR_OF_NUMBERS}"),
    "name": ("Bomlo", f"unknown kommune 'Bomlo'. Did you mean 'Bømlo'? {YEAR_OF_NUMBERS}"),
    "name and kind": ("Oslo kommune", "unknown kommune 'Oslo kommune'. Did you mean 'Oslo'? "),
    "no name": ("Gotham", f"unknown kommune 'Gotham'. {YEAR_OF_NUMBERS}"),
    "a name that two have": (
        "Herøy",
        "2 kommuner are called Herøy. Allowed: 1515 (Herøy), 1818 (Herøy).",
    ),
    "divided in 2024": (
        "1507",
        "kommune 1507 was divided or has no single successor: its number stands for no kommune of "
        "2024. Allowed: 1508 (Ålesund), 1580 (Haram).",
    ),
    "no single successor": (
        "'5012'",
        "kommune 5012 was divided or has no single successor: its number stands for no kommune of "
        "2024. Allowed: the number or name of a kommune of 2024.",
    ),
}

ROLES = "Allowed: forelder, barn, annen."
TRUE = "Allowed: true, false."
IMPLAUSIBLE = {
    "a child as parent": (
        "1984-06-02",
        "2012-06-02",
        f"14: sara.role: cannot be a parent of ida: born less than 12 years before. {ROLES}",
    ),
    "eleven years older": (
        "1984-06-02",
        "1998-11-01",
        "14: sara.role: cannot be a parent of ida: born less than 12 years before. ",
    ),
    "three parents": (
        "husstand:\n",
        "  far: {born: 1980-01-01, role: forelder}\n  stefar: {born: 1980-01-01, role: forelder}\n"
        "husstand:\n",
        "19: stefar: at most two parents in a household",
    ),
    "two in focus": (
        "    role: forelder\n",
        "    role: forelder\n    focus: true\n",
        "8: household: exactly one person is the focus of a case (focus: true), here ida, sara",
    ),
    "nobody in focus": (
        "focus: true",
        "focus: false",
        "8: household: exactly one person is the focus of a case (focus: true), here nobody",
    ),
    "nobody": (HOUSEHOLD, "household: {}\n", "7: household: nobody lives here"),
    "a whole school": (
        "husstand:\n",
        "".join(f"  p{i}: {{born: 2010-01-01, role: annen}}\n" for i in range(99)) + "husstand:\n",
        "8: household: at most 30 persons in a household, here 101",
    ),
    "role": (
        "role: forelder",
        "role: foreldre",
        f"16: sara.role: unknown role 'foreldre'. Did you mean 'forelder'? {ROLES}",
    ),
    "focus": (
        "focus: true",
        "focus: kanskje",
        f"11: ida.focus: 'kanskje' is neither true nor false. {TRUE}",
    ),
    "given twice": ("  sara:", "  ida:", "14: ida: given twice, first on line 8"),
}

BAD_VALUE = {
    "negative income": ("lonn: 412000", "lonn: -1", "17: sara.lonn: '-1' is negative"),
    "negative income of a year": (
        "{2027: 300000}",
        "{2027: -1}",
        "28: med.focus.lonn: '-1' is negative",
    ),
    "nan": ("lonn: 412000", "lonn: .nan", "17: sara.lonn: '.nan' is no amount"),
    "inf": ("lonn: 412000", "lonn: inf", "17: sara.lonn: 'inf' is no amount"),
    "huge": (
        "lonn: 412000",
        "lonn: 1e300",
        "17: sara.lonn: '1e300' is larger than any amount can be",
    ),
    "share above the whole": (
        "lonn: 412000",
        "uforegrad: 1.2",
        "17: sara.uforegrad: '1.2' is more than 1, the whole",
    ),
    "enum": (
        "grunnskolepoeng: 28",
        "plassering: institusjonen",
        "12: ida.plassering: unknown value 'institusjonen'. Did you mean 'institusjon'? "
        "Allowed: hjemme, fosterhjem, institusjon, egen_bolig.",
    ),
    "truth": (
        "{2027-01: true}",
        "kanskje",
        f"13: ida.hoyt_fravaer: 'kanskje' is neither true nor false. {TRUE}",
    ),
    "truth of a step": (
        "completed: true",
        "completed: maybe",
        f"31: med.states.completed: 'maybe' is neither true nor false. {TRUE}",
    ),
    "amount without a period": (
        "boutgifter: {per_month: 9000}",
        "boutgifter: 9000",
        "19: husstand.boutgifter: an amount without a period. Allowed: boutgifter: "
        "{per_month: 9000}, boutgifter: {2026-03: 9000}.",
    ),
    "unknown period": (
        "boutgifter: {per_month: 9000}",
        "boutgifter: {per_mont: 9000}",
        "19: husstand.boutgifter: unknown period 'per_mont'. Did you mean 'per_month'? Allowed: "
        "months such as 2026-08, years such as 2026, per_month, per_year.",
    ),
    "measure": (
        "measure: los",
        "measure: lus",
        "32: measure: unknown measure 'lus'. Did you mean 'los'? Allowed: los, ",
    ),
    "state": (
        "state: arbeid",
        "state: arbeide",
        "31: med.states.state: unknown state 'arbeide'. Did you mean 'arbeid'? Allowed: skole, ",
    ),
    "then": (
        "then: model",
        "then: modell",
        "25: uten.then: unknown value 'modell'. Did you mean 'model'? Allowed: model, stay.",
    ),
    "years in a state": (
        "then: model",
        "years_in_state: 51",
        "25: uten.years_in_state: '51' is not a whole number from 0 to 50",
    ),
    "horizon 0": ("horizon: 1", "horizon: 0", "6: horizon: '0' is not a whole number from 1 to 80"),
    "horizon 81": ("horizon: 1", "horizon: 81", "6: horizon: '81' is not a whole number from 1 to"),
    "a name over two lines": (
        "horizon: 1",
        '"a\\nb\\e[31m": 1',
        "6: unknown field 'a\\nb\\x1b[31m'. Allowed: about, ",
    ),
}

BAD_YAML = {
    "broken": (TITLE, TITLE[:-1], "4: not valid YAML: "),
    "tab": ("  ida:", "\tida:", "8: not valid YAML: a tab is used for indentation; use spaces"),
    "two documents": (
        "horizon: 1\n",
        "---\n",
        "7: one document expected, 2 found: this file holds",
    ),
    "duplicate key": ("horizon: 1", "start: 1", "6: start: given twice, first on line 5"),
    "anchor": ("horizon: 1", "horizon: &a 1", "6: anchors and aliases (& and *) are not allowed"),
    "tag": (
        "horizon: 1",
        "horizon: !!python/object/apply:os.system ['touch hacked']",
        "6: the tag '!!python/object/apply:os.system' is not allowed: plain YAML only",
    ),
}

TABLE = {
    f"{kind}: {name}": entry
    for kind, entries in {
        "unknown field": BAD_FIELD,
        "missing": MISSING,
        "type": BAD_TYPE,
        "date": BAD_DATE,
        "kommune": {
            name: ("kommune: 4613", f"kommune: {text}", f"4: kommune: {problem}")
            for name, (text, problem) in BAD_KOMMUNE.items()
        },
        "implausible": IMPLAUSIBLE,
        "value": BAD_VALUE,
        "yaml": BAD_YAML,
    }.items()
    for name, entry in entries.items()
}


@pytest.mark.parametrize(("old", "new", "message"), TABLE.values(), ids=TABLE)
def test_a_bad_case(tmp_path: Path, old: str, new: str, message: str) -> None:
    found = of_case(tmp_path, changed(CASE, old, new))
    assert found.startswith(f"sak.yaml:{message}"), found
    assert len(found) < 900


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "sak.yaml: the file is empty"),
        (b"# only\n# comments\n", "sak.yaml: the file is empty"),
        (b"just words", "sak.yaml:1: fields expected here, not 'just words'"),
        (b"- a\n- b\n", "sak.yaml:1: fields expected here, not a list"),
        (CASE.encode("latin-1"), "sak.yaml:3: not UTF-8 text"),
        (CASE.encode("utf-16"), "sak.yaml:1: not UTF-8 text"),
        (bytes(range(256)), "sak.yaml:2: not UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "sak.yaml:1: not UTF-8 text"),
        (b"\x00" * 99, "sak.yaml:1: not valid YAML: the character U+0000 is not allowed"),
    ],
)
def test_a_file_that_is_no_case(tmp_path: Path, content: bytes, message: str) -> None:
    assert of_case(tmp_path, content) == message


GOOD = {
    "quoted number": ("kommune: 4613", "kommune: '0301'"),
    "unquoted number with a zero": ("kommune: 4613", "kommune: 0301"),
    "name": ("kommune: 4613", "kommune: Bømlo"),
    "name in other letters": ("kommune: 4613", "kommune: bØMLO"),
    "older number": ("kommune: 4613", "kommune: 3001"),
    "one of two with the name": ("kommune: 4613", "kommune: 1818"),
    "fields": ("kommune: 4613", "kommune: {number: 4613, aga_sone: sone_1}"),
    "one month": ("lonn: 412000", "lonn: {2026-03: 31000}"),
    "per month": ("lonn: 412000", "lonn: {per_month: 31000}"),
    "per year": ("lonn: 412000", "lonn: {per_year: 412000}"),
    "of years": ("lonn: 412000", "lonn: {2025: 450000, 2027: 480000}"),
    "quoted amount": ("lonn: 412000", 'lonn: "412000"'),
    "no": ("{2027-01: true}", "nei"),
    "dated status": ("{2027-01: true}", "{2026-03: true, 2026-09: false}"),
    "dated enum": ("grunnskolepoeng: 28", "plassering: {2026-03: fosterhjem, 2026-06: hjemme}"),
    "other courses": (CASE[CASE.index("courses:") :], ""),
    "comments": ("horizon: 1", "# a line\nhorizon: 1   # and a tail\n\n   # indented\n"),
    "one document": ("# A family, right in every field.\n", "---\n"),
    "no such date of law": ("start: 2026", "start: 2100"),
    "born after the case": ("2010-10-14", "2050-10-14"),
}


@pytest.mark.parametrize(("old", "new"), GOOD.values(), ids=GOOD)
def test_an_odd_case_that_is_right(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "sak.yaml"
    path.write_text(changed(CASE, old, new), encoding="utf-8")
    code, out, err = run("case", str(path))
    assert (code, err) == (0, "")
    assert out


@pytest.mark.parametrize(
    "content",
    [
        CASE.replace("\n", "\r\n").encode(),
        CASE.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + CASE.encode(),
        CASE.encode() + b"...\n",
        CASE.rstrip("\n").encode(),
    ],
    ids=["CRLF", "CR", "BOM", "end of document", "no last line end"],
)
def test_bytes_of_other_editors_give_the_same_answer(tmp_path: Path, content: bytes) -> None:
    answers = []
    for text in (CASE.encode(), content):
        path = tmp_path / "sak.yaml"
        path.write_bytes(text)
        answers.append(run("case", str(path)))
    assert answers[0][0] == 0
    assert answers[0] == answers[1]


def test_an_older_number_is_the_kommune_of_2024(tmp_path: Path) -> None:
    path = tmp_path / "sak.yaml"
    path.write_text(changed(CASE, "kommune: 4613", "kommune: 3001"), encoding="utf-8")
    found = read_case(path, states=life_course().states, measures=measures())
    assert (found.kommune.number, found.kommune.name) == ("3101", "Halden")


# Reforms

REFORM = """\
reform: proven
title: {nb: Prøve, en: Trial}
legal_effect: {nb: Virkning, en: Effect}
in_force: 2026-01-01
legal_basis: {kind: lov, sections: [§ 1], appropriation: required, wording: {nb: a, en: b}}
blocks:
  - parameter: {name: barnevern.egenandel.institusjon, value: 1}
"""
BLOCK = "parameter: {name: barnevern.egenandel.institusjon, value: 1}"
KINDS = (
    "Allowed: co_finance, duty, effect_duty, flow, formula, frame_transfer, gain_share, "
    "joint_fund, parameter."
)
BAD_REFORM = {
    "field": ("title:", "titel:", ":2: unknown field 'titel'. Did you mean 'title'? Allowed: "),
    "missing": ("reform: proven\n", "", ":1: reform: missing"),
    "date": (
        "2026-01-01",
        "2026-02-30",
        ":4: in_force: '2026-02-30' is no date. Allowed: a date such as 2027-01-01.",
    ),
    "no date": ("2026-01-01", "", ":4: in_force: a date expected here, not nothing"),
    "title": (
        "title: {nb: Prøve, en: Trial}",
        "title: Prøve",
        ":2: title: fields expected here, not 'Prøve'. Allowed: en, nb.",
    ),
    "choice": (
        "appropriation: required",
        "appropriation: requird",
        ":5: legal_basis.appropriation: unknown value 'requird'. Did you mean 'required'? "
        "Allowed: none, required.",
    ),
    "text for blocks": (
        f"blocks:\n  - {BLOCK}",
        "blocks: none",
        ":6: blocks: a list expected here, not 'none'",
    ),
    "text for a block": (
        BLOCK,
        "frame",
        f":7: blocks[0]: fields expected here, not 'frame'. {KINDS}",
    ),
    "block": (
        BLOCK,
        "paramter: {name: a, value: 1}",
        f":7: blocks[0]: unknown field 'paramter'. Did you mean 'parameter'? {KINDS}",
    ),
    "second block": (
        f"  - {BLOCK}",
        "  - frame_transfer: none\n  - flw: {id: x}",
        ":8: blocks[1]: unknown field 'flw'. Did you mean 'flow'? ",
    ),
    "field of a block": (
        "value: 1",
        "valu: 1",
        ":7: blocks[0].parameter: unknown field 'valu'. Did you mean 'value'? Allowed: before, n",
    ),
    "missing in a block": (", value: 1", "", ":7: blocks[0].parameter.value: missing"),
    "text for a number": (
        "value: 1",
        "value: mye",
        ":7: blocks[0].parameter.value: a number expected here, not 'mye'",
    ),
    "nan": ("value: 1", "value: nan", ":7: blocks[0].parameter.value: 'nan' is no amount"),
    "inf": ("value: 1", "value: .inf", ":7: blocks[0].parameter.value: '.inf' is no amount"),
    "too large": ("value: 1", "value: 1e999", ":7: blocks[0].parameter.value: '1e999' is no am"),
    "number among fields": (
        BLOCK,
        "frame_transfer: {to: kommune, amounts: {2026: 1, 2027: x}, by_cost_key: 1, "
        "by_earlier_use: 0, until: 2028, source: a}",
        ":7: blocks[0].frame_transfer.amounts.2027: a number expected here, not 'x'",
    ),
    "truth": (
        BLOCK,
        "flow: {id: egenandel_institusjon, remove: maybe}",
        ":7: blocks[0].flow.remove: true or false expected here, not 'maybe'. Allowed: true, fal",
    ),
    "choice in a block": (
        BLOCK,
        "joint_fund: {pays: [los], by: expected_gains}",
        ":7: blocks[0].joint_fund.by: unknown value 'expected_gains'. Did you mean "
        "'expected_gain'? Allowed: equal, expected_gain, shares.",
    ),
    "word for none": (
        BLOCK,
        "frame_transfer: non",
        ":7: blocks[0].frame_transfer: unknown value 'non'. Did you mean 'none'? ",
    ),
    "tag": (
        "value: 1",
        "value: !!python/name:os.system x",
        ":7: the tag '!!python/name:os.system'",
    ),
    # From here on the engine's messages have no line yet.
    "two kinds in a block": (
        BLOCK,
        f"{BLOCK}\n    formula: x.py",
        "blocks[0]: a block holds exactly ",
    ),
    "no kind in a block": (BLOCK, "{}", "blocks[0]: a block holds exactly one kind of change. "),
    "parameter": (
        "egenandel.institusjon,",
        "egenandel.institusjonn,",
        "unknown parameter 'institusjonn' in 'barnevern.egenandel'. Did you mean 'institusjon'? ",
    ),
    "branch of parameters": (
        "barnevern.egenandel.institusjon",
        "barnevern.egenandel",
        "'barnevern.egenandel' is no single parameter. Allowed: institusjon, ",
    ),
    "flow": (
        BLOCK,
        "flow: {id: egenandel_institusjonn, payer: stat.bufetat}",
        "unknown flow 'egenandel_institusjonn'. Did you mean 'egenandel_institusjon'? Allowed: ",
    ),
    "actor": (
        BLOCK,
        "flow: {id: egenandel_institusjon, payer: stat.bufetatt}",
        "unknown account 'stat.bufetatt'. Did you mean 'stat.bufetat'? Allowed: ",
    ),
    "flow of a share": (
        BLOCK,
        "co_finance: {flow: egenandel_institusjonn, payer: stat.bufetat, share: 0.2, "
        "legal_basis: § 1}",
        "unknown flow 'egenandel_institusjonn'. Did you mean 'egenandel_institusjon'? ",
    ),
    "duty": (
        BLOCK,
        "duty: {id: tilsyn_med_institusjonn, holder: kommune}",
        "unknown duty 'tilsyn_med_institusjonn'. Did you mean 'tilsyn_med_institusjon'? ",
    ),
    "formula from outside": (
        BLOCK,
        "formula: x.py",
        "formula: formulas are run only from the pack",
    ),
    "formula by a path": (
        BLOCK,
        "formula: ../../x.py",
        "formula: formulas are run only from the p",
    ),
}


def reform_file(folder: Path, text: str, name: str = "proven") -> Path:
    """A reform in a folder of its own, and the case to run it on."""
    path = folder / name / "reform.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    (folder / "sak.yaml").write_text(CASE, encoding="utf-8")
    return path


def of_reform(folder: Path, *reforms: str) -> str:
    """The message that reforms give on the case."""
    chosen = [part for reform in reforms for part in ("--reform", reform)]
    return complaint(folder, "case", str(folder / "sak.yaml"), *chosen)


@pytest.mark.parametrize(("old", "new", "message"), BAD_REFORM.values(), ids=BAD_REFORM)
def test_a_bad_reform(tmp_path: Path, old: str, new: str, message: str) -> None:
    found = of_reform(tmp_path, str(reform_file(tmp_path, changed(REFORM, old, new))))
    assert found.startswith("proven/reform.yaml:")
    assert message in found


NEW_FLOW = (
    "flow: {id: ny, new: {label: {nb: a, en: b}, amount: AMOUNT, kind: transfer, payer: PAYER, "
    "payee: stat.bufetat, legal_basis: {act: x, section: § 1, href: https://lovdata.no}}}"
)
EFFECT_DUTY = (
    "effect_duty: {id: a, label: {nb: a, en: b}, goal: {nb: a, en: b}, indicator: x, "
    "holders: [kommune], triggers: TRIGGERS, measures: [los]}"
)


@pytest.mark.parametrize(
    ("block", "wrong"),
    [
        (
            NEW_FLOW.replace("AMOUNT", "egenandel_institusjonn").replace("PAYER", "stat.bufetat"),
            "egenandel_institusjonn",
        ),
        (
            NEW_FLOW.replace("AMOUNT", "egenandel_institusjon").replace("PAYER", "stat.bufetatt"),
            "stat.bufetatt",
        ),
        (
            "co_finance: {flow: egenandel_institusjon, payer: stat.bufetatt, share: 0.2, "
            "legal_basis: § 1}",
            "stat.bufetatt",
        ),
        (
            "co_finance: {flow: egenandel_institusjon, payer: stat.bufetat, share: 7, "
            "legal_basis: § 1}",
            "share",
        ),
        (EFFECT_DUTY.replace("TRIGGERS", "[hoyt_fravar]"), "hoyt_fravar"),
        (EFFECT_DUTY.replace("TRIGGERS", "[]"), "triggers"),
        (EFFECT_DUTY.replace("TRIGGERS", "[hoyt_fravaer]").replace("los", "lus"), "lus"),
        ("joint_fund: {pays: [lus], by: equal}", "lus"),
        ("duty: {id: tilsyn_med_institusjon, holder: kommunen}", "kommunen"),
    ],
)
def test_a_name_in_a_new_flow_or_duty_is_known(tmp_path: Path, block: str, wrong: str) -> None:
    path = reform_file(tmp_path, changed(REFORM, BLOCK, block))
    try:
        found = of_reform(tmp_path, str(path))
    except (KeyError, IndexError) as error:
        pytest.fail(f"traceback: {error!r}")
    assert wrong in found


def test_only_a_law_in_force_can_be_reversed(tmp_path: Path) -> None:
    path = reform_file(tmp_path, REFORM)
    assert of_reform(tmp_path, f"{path}:reversed") == (
        "proven/reform.yaml: only a reform that is already law can be reversed"
    )


def test_a_reversal_needs_the_value_before(tmp_path: Path) -> None:
    text = changed(REFORM, "in_force: 2026-01-01", "in_force: 2026-01-01\nalready_in_force: true")
    found = of_reform(tmp_path, f"{reform_file(tmp_path, text)}:reversed")
    assert found.startswith(
        "proven/reform.yaml:8: barnevern.egenandel.institusjon: a reversal needs"
    )


def test_two_reforms_in_conflict_name_both_files(tmp_path: Path) -> None:
    first = reform_file(tmp_path, REFORM, "forste")
    text = changed(changed(REFORM, "reform: proven", "reform: annen"), "value: 1", "value: 2")
    second = reform_file(tmp_path, text, "andre")
    found = of_reform(tmp_path, str(first), str(second))
    assert "forste/reform.yaml" in found
    assert "andre/reform.yaml" in found
    assert "the parameter 'barnevern.egenandel.institusjon'" in found


# Scenarios

SCENARIO = """\
scenario: en plass koster kommunen 170 000 kroner
case:
  kommune: "4601"
  household:
    barn: {born: 2009-05-01, role: barn, focus: true, plassering: institusjon}
    mor: {born: 1984-06-02, role: forelder, lonn: 412000}
law_date: 2022-06-01
expect:
  rules: {egenandel_institusjon: 170000, plassering: {barn: institusjon}}
  flows: {egenandel_institusjon: 170000}
  duties: {tilsyn_med_institusjon: true}
  accounts: {kommune.barnehage: 0}
source: satsbrevet for 2022
"""
EXPECT = SCENARIO[SCENARIO.index("expect:") : SCENARIO.index("source:")]
BAD_SCENARIO = {
    "field": ("law_date:", "lawdate:", "7: unknown field 'lawdate'. Did you mean 'law_date'? "),
    "missing source": ("source: satsbrevet for 2022\n", "", "1: source: missing"),
    "empty source": ("source: satsbrevet for 2022", "source:", "13: source: one value expected"),
    "list for a source": ("source: satsbrevet for 2022", "source: [a]", "13: source: one value ex"),
    "field of the case": ("household:", "houshold:", "4: case: unknown field 'houshold'. Did you "),
    "fact": (
        "plassering: inst",
        "plasering: inst",
        "5: barn: unknown field 'plasering'. Did you m",
    ),
    "value": (
        "true, plassering: institusjon",
        "true, plassering: institution",
        "5: barn.plassering: unknown value 'institution'. Did you mean 'institusjon'? ",
    ),
    "income": ("lonn: 412000", "lonn: -1", "6: mor.lonn: '-1' is negative"),
    "kommune": ('"4601"', "Bærgen", "3: kommune: unknown kommune 'Bærgen'. Did you mean 'Bergen'?"),
    "date": (
        "2022-06-01",
        "2022-06-31",
        "7: law_date: '2022-06-31' is no date. Allowed: 2025, 2025-06, 2025-06-01.",
    ),
    "week": ("2022-06-01", "2022-W01-1", "7: law_date: '2022-W01-1' is no date. "),
    "year": ("2022-06-01", "0000", "7: law_date: no law is encoded for 0"),
    "period": (
        "law_date: 2022-06-01",
        "law_date: 2022\nperiod: mai",
        "8: period: 'mai' is no date.",
    ),
    "tolerance": (
        "source:",
        "tolerance: liten\nsource:",
        "13: tolerance: a number expected here, n",
    ),
    "endless tolerance": (
        "source:",
        "tolerance: inf\nsource:",
        "13: tolerance: a number expected ",
    ),
    "negative tolerance": ("source:", "tolerance: -1\nsource:", "13: tolerance: '-1' is negative"),
    "text for reforms": ("source:", "reforms: x\nsource:", "13: reforms: a list expected here"),
    "list in reforms": (
        "source:",
        "reforms: [[x]]\nsource:",
        "13: reforms: the id of a reform exp",
    ),
    "reform": (
        "source:",
        "reforms: [barnevernsreformen]\nsource:",
        "1: reforms: unknown reform 'barnevernsreformen'. Did you mean 'barnevernsreformen_2022'?",
    ),
    "kind of expectation": (
        "  duties:",
        "  dutys:",
        "11: expect: unknown field 'dutys'. Did you mean 'duties'? "
        "Allowed: rules, flows, duties, accounts.",
    ),
    "nothing expected": (
        EXPECT,
        "expect: {}\n",
        "8: expect: nothing is expected. Allowed: rules, ",
    ),
    "nothing in the expectation": (EXPECT, "expect: {rules: {}}\n", "8: expect: nothing is expect"),
    "text for expectations": (
        "duties: {tilsyn_med_institusjon: true}",
        "duties: tilsyn",
        "11: expect.duties: fields expected here, not 'tilsyn'",
    ),
    "rule": (
        "rules: {egenandel_institusjon",
        "rules: {egenandel_institusjonn",
        "9: expect.rules: unknown rule 'egenandel_institusjonn'. Did you mean "
        "'egenandel_institusjon'? Allowed: ",
    ),
    "flow": (
        "flows: {egenandel_institusjon",
        "flows: {egenandel_institusjonn",
        "10: expect.flows: unknown flow 'egenandel_institusjonn'. Did you mean ",
    ),
    "duty": (
        "tilsyn_med_institusjon",
        "tilsyn_med_institusjonn",
        "11: expect.duties: unknown duty 'tilsyn_med_institusjonn'. Did you mean ",
    ),
    "actor": (
        "kommune.barnehage",
        "kommune.barnehager",
        "12: expect.accounts: unknown actor 'kommune.barnehager'. Did you mean "
        "'kommune.barnehage'? Allowed: ",
    ),
    "person": ("{barn: inst", "{barnet: inst", "9: unknown person 'barnet'. Did you mean 'barn'? "),
    "rule of another entity": (
        "egenandel_institusjon: 170000, plassering: {barn: institusjon}",
        "boutgifter: {barn: 0}",
        "9: boutgifter: 'boutgifter' is a rule of the husstand, not of each person",
    ),
    "text for a figure": (
        "flows: {egenandel_institusjon: 170000}",
        "flows: {egenandel_institusjon: mye}",
        "10: egenandel_institusjon: a number expected here, not 'mye'",
    ),
    "list for a figure": (
        "egenandel_institusjon: 170000, plassering",
        "egenandel_institusjon: [1], plassering",
        "9: egenandel_institusjon: one value expected here, or one for each person",
    ),
    "nan": (
        "flows: {egenandel_institusjon: 170000}",
        "flows: {egenandel_institusjon: nan}",
        "10: egenandel_institusjon: a number expected here, not 'nan'",
    ),
    "truth": (
        "tilsyn_med_institusjon: true",
        "tilsyn_med_institusjon: trua",
        "11: tilsyn_med_institusjon: true or false expected here, not 'trua'",
    ),
    "enum": (
        "{barn: institusjon}",
        "{barn: institution}",
        "9: plassering: unknown value 'institution'. Did you mean 'institusjon'? Allowed: hjemme, ",
    ),
}


def scenario_file(folder: Path, text: str) -> Path:
    """The text as a scenario file."""
    path = folder / "prove.scenario.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_scenario_itself_is_right(tmp_path: Path) -> None:
    (scenario,) = read_scenarios(scenario_file(tmp_path, SCENARIO))
    assert run_scenario(scenario) == []


@pytest.mark.parametrize(("old", "new", "message"), BAD_SCENARIO.values(), ids=BAD_SCENARIO)
def test_a_bad_scenario(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = scenario_file(tmp_path, changed(SCENARIO, old, new))
    with pytest.raises(EffektlovError) as caught:
        run_scenario(read_scenarios(path)[0])
    assert str(caught.value).startswith(f"prove.scenario.yaml:{message}"), str(caught.value)
    assert caught.value.exit_code == 2


def test_a_file_without_scenarios(tmp_path: Path) -> None:
    with pytest.raises(EffektlovError, match="the file is empty"):
        read_scenarios(scenario_file(tmp_path, "# later\n"))


# Whatever anybody writes

LINES = st.sampled_from(CASE.splitlines())
WORDS = st.sampled_from(
    [
        *("ida", "born", "role", "barn", "focus", "true", "lonn", "412000", "states", "from"),
        *("2026-08", "state", "vgo", "kommune", "number", "per_month", "2025", "nan", "-1", "null"),
        *(
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "- ",
            ",",
            "\n",
            "\n  ",
            "&a ",
            "*a",
            "!x ",
            "'",
            '"',
            "?",
        ),
        *("# ", "|", ">", "\t", "---\n", "...\n", "<<", "æ", "\u2028", "0301", "1e9", "~", "%"),
    ]
)


@st.composite
def edited(draw: st.DrawFn) -> str:
    """The case with some lines dropped, repeated or indented and some words put in."""
    lines = CASE.splitlines()
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        start = draw(st.integers(0, len(line)))
        end = draw(st.integers(start, len(line)))
        word = draw(WORDS | st.text(max_size=3))
        other = draw(LINES)
        lines[at : at + 1] = draw(
            st.sampled_from(
                [
                    [line[:start] + word + line[end:]],
                    [line, other],
                    [other],
                    ["  " + line],
                    [line[2:]],
                ]
            )
        )
    return "\n".join(lines) + "\n"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=edited() | st.lists(WORDS, max_size=30).map("".join) | st.text())
def test_whatever_is_written_is_read_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sak.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    problem = "sak.yaml"
    try:
        read_case(path, states=life_course().states, measures=measures())
    except EffektlovError as error:
        problem = str(error)
    assert problem.startswith("sak.yaml")
    assert problem.isprintable()


# The message itself


def test_the_nearest_name() -> None:
    assert nearest("lon", ["lonn", "role"]) == "lonn"
    assert nearest("LONN", ["lonn", "role"]) == "lonn"
    assert nearest("xyz", ["lonn", "role"]) is None
    assert nearest("lonn", []) is None


def test_the_parts_of_a_message() -> None:
    error = EffektlovError(
        "unknown field 'b'", file=Path("x/y.yaml"), line=3, field="a", allowed=["bb", "cc"], got="b"
    )
    assert str(error) == ("y.yaml:3: a: unknown field 'b'. Did you mean 'bb'? Allowed: bb, cc.")
    assert (error.file, error.line, error.field) == ("y.yaml", 3, "a")
    assert (error.allowed, error.suggestion) == (["bb", "cc"], "bb")


def test_a_long_list_of_names_is_cut_and_the_nearest_come_first() -> None:
    names = [f"name_{number:03}" for number in range(100)]
    found = str(EffektlovError("unknown", allowed=names, got="name_077x"))
    assert found.startswith("unknown. Did you mean 'name_077'? Allowed: name_077, ")
    assert found.endswith(" … (100 in all).")
    assert len(found) < 250


def test_a_message_is_one_printable_line_however_long_the_file_made_it() -> None:
    found = str(EffektlovError(f"unknown '{'x' * 900_000}'\n\x1b[31m", field="a\r\nb"))
    assert found.isprintable()
    assert len(found) < 600


def test_a_reform_is_named_with_its_folder() -> None:
    assert str(EffektlovError("x", file=Path("a/b/reform.yaml"))) == "b/reform.yaml: x"
    assert str(EffektlovError("x", file=Path("reform.yaml"))) == "reform.yaml: x"
