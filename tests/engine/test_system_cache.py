"""The built law is kept by content: never stale, safe to delete, never trusted from others."""

import hashlib
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy
import pytest
from strategies import TODAY, case_of, evaluated, per_year, person

from effektlov import system
from effektlov.changes import changes_of
from effektlov.law import PACKAGE
from effektlov.regime import Regime
from effektlov.system import Law, cache_folder, load_law

load_again = load_law.__wrapped__
"""As a new process loads it."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder of our own."""
    monkeypatch.setenv("EFFEKTLOV_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each time that the law is built from its files."""
    found: list[str] = []
    true = system._build

    def counted(fingerprint: str) -> Law:
        found.append(fingerprint)
        return true(fingerprint)

    monkeypatch.setattr(system, "_build", counted)
    return found


def kept(folder: Path) -> Path:
    """The one file of the folder."""
    (found,) = folder.glob("law-*.pickle")
    return found


def same(one: Law, other: Law) -> None:
    """Two laws say the same."""
    assert one.fingerprint == other.fingerprint
    assert one.records == other.records
    assert one.evidence == other.evidence
    assert one.reach.direct == other.reach.direct
    assert one.changes.leaves == other.changes.leaves
    assert one.changes.calendar == other.changes.calendar
    assert list(one.system.variables) == list(other.system.variables)
    for name, variable in one.system.variables.items():
        twin = other.system.variables[name]
        assert type(twin) is type(variable)
        assert (twin.dtype, list(twin.formulas)) == (variable.dtype, list(variable.formulas))
    assert changes_of(one.system.parameters) == changes_of(other.system.parameters)


def _kroner(law: Law) -> numpy.ndarray:
    case = case_of(
        person("mor", "1988-05", "forelder", lonn=per_year(430_000)),
        person("barn", "2016-05", "barn"),
        start=2025,
        horizon=3,
    )
    regime = Regime(
        name=TODAY.name,
        label=TODAY.label,
        law=law,
        system=law.system,
        flows=law.records.flows,
        duties=law.records.duties,
        reach=law.reach,
        changes=law.changes,
    )
    return evaluated(regime, case)["som_i_dag"].nominal


def test_second_load_reads_what_the_first_built(folder: Path, builds: list[str]) -> None:
    built = load_again()
    read = load_again()
    assert builds == [built.fingerprint]
    assert kept(folder).name == f"law-{built.fingerprint[:24]}.pickle"
    same(built, read)
    assert (_kroner(built) == _kroner(read)).all()


def test_kept_file_is_ours_alone(folder: Path) -> None:
    load_again()
    assert kept(folder).stat().st_mode & 0o077 == 0
    assert not list(folder.glob("*.part"))


class _Raises:
    """Raises when it is read."""

    def __init__(self, kind: Any, *arguments: Any) -> None:
        self.kind, self.arguments = kind, arguments

    def __reduce__(self) -> Any:
        return self.kind, self.arguments


BROKEN = {
    "empty": lambda raw: b"",
    "cut in the middle": lambda raw: raw[: len(raw) // 2],
    "cut at the end": lambda raw: raw[:-1],
    "text": lambda raw: b"not a pickle at all",
    "another pickle": lambda raw: pickle.dumps({"law": 1}),
    "a class that is gone": lambda raw: b"ceffektlov.law\nNoSuchRecord\n.",
    "a module that is gone": lambda raw: b"ceffektlov.no_such_module\nLaw\n.",
}


@pytest.mark.parametrize("broken", BROKEN)
def test_broken_file_is_built_again(folder: Path, builds: list[str], broken: str) -> None:
    built = load_again()
    kept(folder).write_bytes(BROKEN[broken](kept(folder).read_bytes()))
    same(load_again(), built)
    assert len(builds) == 2
    # and kept whole again
    same(load_again(), built)
    assert len(builds) == 2


@pytest.mark.parametrize(
    "raised", [_Raises(int, "a", "b", "c"), _Raises(dict.__getitem__, {}, "a")]
)
def test_broken_file_that_raises_something_else_is_built_again(
    folder: Path, builds: list[str], raised: _Raises
) -> None:
    load_again()
    content = pickle.dumps(raised)
    kept(folder).write_bytes(hashlib.sha256(content).digest() + content)
    load_again()
    assert len(builds) == 2


def test_file_with_a_changed_byte_is_built_again(folder: Path, builds: list[str]) -> None:
    load_again()
    raw = kept(folder).read_bytes()
    actor = b"stat.familieytelser"
    assert actor in raw
    kept(folder).write_bytes(raw.replace(actor, b"stat.familieytelseR", 1))
    load_again()
    assert len(builds) == 2


def test_file_of_another_fingerprint_is_built_again(folder: Path, builds: list[str]) -> None:
    built = load_again()
    other = Law(built.system, built.records, built.reach, built.changes, built.evidence, "another")
    system._write(kept(folder), other)
    same(load_again(), built)
    assert len(builds) == 2


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_file_that_others_may_write_is_not_trusted(
    folder: Path, builds: list[str], mode: int
) -> None:
    load_again()
    kept(folder).chmod(mode)
    load_again()
    owners = hasattr(os, "getuid")  # Windows knows no such modes
    assert len(builds) == (2 if owners else 1)
    assert not owners or kept(folder).stat().st_mode & 0o022 == 0  # replaced by one that is ours


def test_file_of_another_user_is_not_trusted(
    folder: Path, builds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load_again()
    owner = kept(folder).stat().st_uid
    monkeypatch.setattr(os, "getuid", lambda: owner + 1, raising=False)
    load_again()
    assert len(builds) == 2


@pytest.mark.parametrize("place", ["under a file", "nowhere to write"])
def test_folder_that_cannot_be_written_to_only_costs_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, builds: list[str], place: str
) -> None:
    if place == "under a file":
        (tmp_path / "file").write_text("")
        monkeypatch.setenv("EFFEKTLOV_CACHE", str(tmp_path / "file" / "cache"))
    else:
        monkeypatch.setenv("EFFEKTLOV_CACHE", str(tmp_path))

        def refused(*_: Any, **__: Any) -> Any:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(system.tempfile, "mkstemp", refused)
    first = load_again()
    same(load_again(), first)
    assert len(builds) == 2
    assert not list(tmp_path.glob("**/law-*"))


def test_few_old_files_are_left(folder: Path) -> None:
    folder.mkdir()
    for number in range(9):
        old = folder / f"law-{number:024d}.pickle"
        old.write_bytes(b"")
        os.utime(old, (number, number))
    load_again()
    names = sorted(path.name for path in folder.glob("law-*.pickle"))
    assert len(names) == 5
    assert "law-000000000000000000000000.pickle" not in names


# --- the key ---


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that the law is built from, to be changed."""
    root = tmp_path_factory.mktemp("pakke")
    for name in ("rules", "parameters", "evidence"):
        shutil.copytree(
            (PACKAGE / name).resolve(), root / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    for path in PACKAGE.glob("*.py"):
        shutil.copy(path, root / path.name)
    return root


@pytest.mark.parametrize(
    "changed",
    [
        "parameters/familie/barnetrygd.yaml",
        "rules/familie/barnetrygd.py",
        "rules/familie/flows.yaml",
        "rules/actors.yaml",
        "evidence/unit_costs/barnevern.yaml",
        "evidence/life_course.yaml",
        "system.py",
        "reach.py",
        "law.py",
    ],
)
def test_changed_content_is_another_key(copy: Path, changed: str) -> None:
    before = system._fingerprint(copy)
    assert system._fingerprint(copy) == before
    path = copy / changed
    raw = path.read_bytes()
    try:
        path.write_bytes(raw + b"\n# changed\n")
        assert system._fingerprint(copy) != before
    finally:
        path.write_bytes(raw)
    assert system._fingerprint(copy) == before


def test_new_or_missing_file_is_another_key(copy: Path) -> None:
    before = system._fingerprint(copy)
    new = copy / "rules" / "familie" / "ny.py"
    new.write_text("")
    assert system._fingerprint(copy) != before
    new.unlink()
    assert system._fingerprint(copy) == before
    kept_aside = (copy / "parameters" / "helse").rename(copy / "aside")
    assert system._fingerprint(copy) != before
    kept_aside.rename(copy / "parameters" / "helse")


def test_file_that_changes_no_law_keeps_the_key(copy: Path) -> None:
    before = system._fingerprint(copy)
    (copy / "rules" / "familie" / "notat.txt").write_text("a note")
    os.utime(copy / "rules" / "actors.yaml", (1, 1))
    assert system._fingerprint(copy) == before


def test_other_versions_of_libraries_are_another_key(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = system._fingerprint(copy)
    monkeypatch.setattr(system, "_version", lambda name: f"{name}-99.0.dist-info")
    assert system._fingerprint(copy) != before


# --- where ---


def test_folder_is_named_by_the_environment_or_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EFFEKTLOV_CACHE", "/et/sted")
    assert cache_folder() == Path("/et/sted")
    monkeypatch.delenv("EFFEKTLOV_CACHE")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/hjem/cache")
    assert cache_folder() == Path("/hjem/cache/effektlov")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/vindu")
    assert cache_folder() == Path("/vindu/effektlov")


def test_new_process_reads_the_kept_law(folder: Path) -> None:
    script = (
        "from effektlov import system\n"
        "from effektlov.regime import law_in_force\n"
        "from effektlov.rows import deflator\n"
        "built = []\n"
        "true = system._build\n"
        "system._build = lambda found: built.append(1) or true(found)\n"
        "print(law_in_force().law.fingerprint, deflator(law_in_force(), 2025), len(built))\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True
        ).stdout.split()
        for _ in range(2)
    ]
    assert runs[0][:2] == runs[1][:2]
    assert [one[2] for one in runs] == ["1", "0"]
    assert kept(folder).name.startswith(f"law-{runs[0][0][:24]}")
