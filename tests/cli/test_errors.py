"""What the command line says when it is asked for something wrong, in a process of its own.

Hostile files are run as a stranger would: a crash of the interpreter, a hang or a full memory would
show here and nowhere else.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "linux":
    import resource

SECONDS = 5
MEGABYTES = 400

CASE = """\
case: proven
title: {nb: Prøve, en: Trial}
kommune: 4613
start: 2026
horizon: 1
household:
  ida: {born: 2010-10-14, role: barn, focus: true}
  sara: {born: 1984-06-02, role: forelder, lonn: 412000}
"""
LAUGHS = "a: &a [lol, lol, lol, lol]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + earlier] * 9)}]\n"
    for earlier, name in zip("abcdefghi", "bcdefghij", strict=True)
)


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES * 1_000_000, MEGABYTES * 1_000_000))


def run(folder: Path, *arguments: str | bytes) -> subprocess.CompletedProcess[str]:
    """The command in a folder, with a limit of time and of memory."""
    code = "import sys; from effektlov.cli import main; main(sys.argv[1:])"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=4 * SECONDS,
        check=False,
        preexec_fn=_bounded if sys.platform == "linux" else None,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "OPENBLAS_NUM_THREADS": "1"},
    )


def complaint(folder: Path, *arguments: str | bytes) -> str:
    """The one line on stderr; nothing on stdout, nothing written, exit code 2."""
    before = sorted(folder.rglob("*"))
    ended = run(folder, *arguments)
    assert (ended.returncode, ended.stdout) == (2, ""), ended.stderr[-500:]
    assert ended.stderr.startswith("effektlov: ")
    assert ended.stderr.count("\n") == 1
    assert len(ended.stderr) < 1500
    assert sorted(folder.rglob("*")) == before
    return ended.stderr.removeprefix("effektlov: ").rstrip("\n")


HOSTILE = {
    "empty": ("", "sak.yaml: the file is empty"),
    "binary": (bytes(range(256)) * 100, "sak.yaml:2: not UTF-8 text"),
    "not UTF-8": (CASE.encode("latin-1"), "sak.yaml:2: not UTF-8 text"),
    "zeros": (b"\x00" * 1_000_000, "sak.yaml:1: not valid YAML: the character U+0000 is not allo"),
    "2 MB": (CASE + "#" * 2_000_000, "sak.yaml: larger than 1 MB, which no case or reform is"),
    "200 000 brackets": ("[" * 200_000, "sak.yaml:1: nested deeper than 20 levels"),
    "200 000 closed brackets": (
        "[" * 200_000 + "]" * 200_000,
        "sak.yaml:1: nested deeper than 20 levels",
    ),
    "200 000 brackets in a case": (
        CASE + "courses: " + "[" * 200_000,
        "sak.yaml:9: nested deeper than 20 levels",
    ),
    "200 000 mappings": ("{a: " * 200_000, "sak.yaml:1: nested deeper than 20 levels"),
    "200 000 mappings in a case": (
        CASE + "courses: " + "{a: " * 200_000,
        "sak.yaml:9: nested deeper than 20 levels",
    ),
    "200 000 lists": ("- " * 200_000, "sak.yaml:1: nested deeper than 20 levels"),
    "200 000 complex keys": ("? " * 200_000, "sak.yaml:1: nested deeper than 20 levels"),
    "1 000 steps in": (
        "".join(" " * depth + "a:\n" for depth in range(1000)),
        "sak.yaml:20: nested deeper than 20 levels",
    ),
    "a billion laughs": (LAUGHS, "sak.yaml:1: anchors and aliases (& and *) are not allowed"),
    "an alias of itself": ("a: &a [*a]", "sak.yaml:1: anchors and aliases (& and *) are not allo"),
    "a command": (
        CASE + "about: !!python/object/apply:os.system ['touch hacked']\n",
        "sak.yaml:9: the tag '!!python/object/apply:os.system' is not allowed: plain YAML only",
    ),
    "a command as a key": (
        "!!python/object/apply:os.system ['touch hacked']: 1\n",
        "sak.yaml:1: the tag '!!python/object/apply:os.system' is not allowed: plain YAML only",
    ),
    "a million colons": (":" * 999_999, "sak.yaml:1: not valid YAML: "),
    "a long key": ("x" * 900_000 + ": 1", "sak.yaml:1: not valid YAML: "),
    "a long name": (
        CASE.replace("4613", "x" * 900_000),
        "sak.yaml:3: kommune: unknown kommune 'xxx",
    ),
    "a long number": (
        CASE.replace("412000", "9" * 900_000),
        "sak.yaml:8: sara.lonn: '999",
    ),
    "many keys": (
        "".join(f"k{number}: 1\n" for number in range(80_000)),
        "sak.yaml:1: unknown field 'k0'. Allowed: about, ",
    ),
    "many persons": (
        CASE + "".join(f"  p{n}: {{born: 1980-01-01, role: annen}}\n" for n in range(20_000)),
        "sak.yaml:7: household: at most 30 persons in a household, here 20002",
    ),
    "many courses": (
        CASE + "courses:\n" + "".join(f"  c{n}: {{label: x}}\n" for n in range(20_000)),
        "sak.yaml:10: courses: from 1 to 50 courses, here 20000",
    ),
    "many documents": (
        "---\n" * 200_000,
        "sak.yaml:3: one document expected, 200000 found: this file holds only one",
    ),
    "control characters in a name": (
        '"a\\nb\\e[31m\\0": 1',
        "sak.yaml:1: unknown field 'a\\nb\\x1b[31m\\x00'. Allowed: about, ",
    ),
}


@pytest.mark.parametrize(("content", "message"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_case(tmp_path: Path, content: str | bytes, message: str) -> None:
    (tmp_path / "sak.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    assert complaint(tmp_path, "case", "sak.yaml").startswith(message)
    assert not (tmp_path / "hacked").exists()


@pytest.mark.parametrize("name", ["200 000 brackets", "a billion laughs", "a command", "2 MB"])
def test_a_hostile_reform(tmp_path: Path, name: str) -> None:
    content, message = HOSTILE[name]
    (tmp_path / "ond.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    (tmp_path / "sak.yaml").write_text(CASE, encoding="utf-8")
    found = complaint(tmp_path, "case", "sak.yaml", "--reform", "ond.yaml")
    assert found.startswith(message.replace("sak.yaml", "ond.yaml"))
    assert not (tmp_path / "hacked").exists()


SHIPPED = (
    "Allowed: alenemor_aap_finnmark, elev_pa_vei_ut, institusjon_eller_mst, kvp_eller_aap, "
    "ung_ufor_i_jobb, ung_uten_uforetrygd."
)
REFORMS = (
    "Allowed: barnevernsreformen_2022, ettervern_refusjon_25, felles_effektplikt_gjennomforing."
)
ARGUMENTS = {
    "missing file": (
        ["case", "finnes_ikke.yaml"],
        f"no case file 'finnes_ikke.yaml', nor a case of that name. {SHIPPED}",
    ),
    "case name": (
        ["case", "elev_pa_vei_utt"],
        "no case file 'elev_pa_vei_utt', nor a case of that name. "
        f"Did you mean 'elev_pa_vei_ut'? {SHIPPED}",
    ),
    "case name with an ending": (
        ["case", "elev_pa_vei_utt.yaml"],
        "no case file 'elev_pa_vei_utt.yaml', nor a case of that name. "
        f"Did you mean 'elev_pa_vei_ut'? {SHIPPED}",
    ),
    "folder": (["case", "."], f"'.' is a folder, not a case file. {SHIPPED}"),
    "nothing": (["case", ""], f"no case file '', nor a case of that name. {SHIPPED}"),
    "long name": (["case", "x" * 5000], "no case file 'xxx"),
    "reform": (
        ["case", "elev_pa_vei_ut", "--reform", "ettervern_refusjon"],
        f"unknown reform 'ettervern_refusjon'. Did you mean 'ettervern_refusjon_25'? {REFORMS}",
    ),
    "folder for a reform": (
        ["case", "elev_pa_vei_ut", "--reform", "."],
        f"unknown reform '.'. {REFORMS}",
    ),
    "reversal": (
        ["case", "elev_pa_vei_ut", "--reform", "ettervern_refusjon_25:reversed"],
        "ettervern_refusjon_25/reform.yaml: only a reform that is already law can be reversed",
    ),
    "reversal, misspelt": (
        ["case", "elev_pa_vei_ut", "--reform", "barnevernsreformen_2022:revers"],
        "unknown reform 'barnevernsreformen_2022:revers'. Did you mean 'barnevernsreformen_2022'? ",
    ),
    "a law and its reversal": (
        [
            *("case", "elev_pa_vei_ut", "--reform", "barnevernsreformen_2022"),
            *("--reform", "barnevernsreformen_2022:reversed"),
        ],
        "barnevernsreformen_2022/reform.yaml: ",
    ),
    "law date": (
        ["case", "elev_pa_vei_ut", "--law-date", "2025-02-30"],
        "--law-date: '2025-02-30' is no date. Allowed: 2025, 2025-01-01.",
    ),
    "law date in words": (
        ["case", "elev_pa_vei_ut", "--law-date", "i morgen"],
        "--law-date: 'i morgen' is no date. Allowed: 2025, 2025-01-01.",
    ),
    "law date too early": (
        ["case", "elev_pa_vei_ut", "--law-date", "1999"],
        "--law-date: the law is encoded from 2019 and carried to 2100, not 1999",
    ),
    "command": (["cas", "x"], "no command 'cas'. Did you mean 'case'? Allowed: "),
}


@pytest.mark.parametrize(("arguments", "message"), ARGUMENTS.values(), ids=ARGUMENTS)
def test_wrong_arguments(tmp_path: Path, arguments: list[str | bytes], message: str) -> None:
    assert complaint(tmp_path, *arguments).startswith(message)


if sys.platform == "linux":

    def test_a_name_that_is_no_text(tmp_path: Path) -> None:
        found = complaint(tmp_path, "case", b"\xff\xfe")
        assert found.startswith("no case file '\\udcff\\udcfe', nor a case of that name.")


OPTIONS = {
    "horizon 0": (["--horizon", "0"], "--horizon"),
    "horizon 81": (["--horizon", "81"], "--horizon"),
    "horizon in words": (["--horizon", "ti"], "--horizon"),
    "format": (["--format", "xml"], "'table', 'json', 'csv'"),
    "language": (["--lang", "sv"], "'nb', 'en'"),
    "option": (["--horison", "3"], "--horizon"),
}


@pytest.mark.parametrize(("options", "allowed"), OPTIONS.values(), ids=OPTIONS)
def test_wrong_options(tmp_path: Path, options: list[str], allowed: str) -> None:
    ended = run(tmp_path, "case", "elev_pa_vei_ut", *options)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert allowed in ended.stderr.splitlines()[-1]
    assert "Traceback" not in ended.stderr
    assert not list(tmp_path.iterdir())


def test_a_scenario_file_that_is_wrong_is_one_error_of_collection(tmp_path: Path) -> None:
    (tmp_path / "prove.scenario.yaml").write_text("scenario: x\ncas: {}\n", encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "prove.scenario.yaml"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    assert "prove.scenario.yaml:2: unknown field 'cas'. Did you mean 'case'? " in ended.stdout
    assert "1 error" in ended.stdout
