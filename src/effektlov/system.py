"""The law as one object, built from files once and kept by content: loading must not grow slow.

The cache is a pickle in the user's own cache folder. Its name holds a hash of every file that it
comes from, so it is never stale and always safe to delete; a broken one is built again.
"""

import hashlib
import io
import os
import pickle
import stat
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from effektlov.changes import ParameterChanges, calendar_months, changes_of
from effektlov.law import PACKAGE, Records, read_records
from effektlov.reach import Reach

__all__ = ["Law", "cache_folder", "load_law"]

_SOURCES = ("rules", "parameters", "evidence")
_SUFFIXES = (".py", ".yaml")
_DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Law:
    """The law in force: OpenFisca system, records, reach, and the months in which it changes.

    `changes` tells in which months a new value of a parameter counts. `evidence` holds the life
    course, the measures and their effects.
    """

    system: Any
    records: Records
    reach: Reach
    changes: ParameterChanges
    evidence: Mapping[str, Any]
    fingerprint: str


def cache_folder() -> Path:
    """Where built law is kept: `EFFEKTLOV_CACHE`, else the user's cache folder."""
    named = os.environ.get("EFFEKTLOV_CACHE")
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or tempfile.gettempdir()
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "effektlov"


@lru_cache(maxsize=1)
def load_law() -> Law:
    """The law of the package, from the cache when its files are unchanged."""
    fingerprint = _fingerprint(PACKAGE)
    kept = cache_folder() / f"law-{fingerprint[:24]}.pickle"
    found = _read(kept, fingerprint)
    if found is not None:
        return found
    built = _build(fingerprint)
    _write(kept, built)
    return built


def _build(fingerprint: str) -> Law:
    from effektlov.life_course import read_life_course
    from effektlov.measures import read_effects, read_measures
    from effektlov.reach import direct_reads
    from effektlov.rules import CountryTaxBenefitSystem

    system = CountryTaxBenefitSystem()
    reads = {name: direct_reads(variable) for name, variable in system.variables.items()}
    known = frozenset(system.variables)
    direct = {
        name: type(found)(found.variables & known, found.parameters, found.backwards, found.numbers)
        for name, found in reads.items()
    }
    parameters = system.parameters
    changes = ParameterChanges(changes_of(parameters), calendar_months(parameters))
    evidence = {
        "life_course": read_life_course(),
        "measures": read_measures(),
        "effects": read_effects(),
    }
    return Law(system, read_records(), Reach(direct), changes, evidence, fingerprint)


def _fingerprint(root: Path) -> str:
    digest = hashlib.sha256()
    digest.update(f"{sys.version_info[:3]}".encode())
    for name in ("openfisca_core", "numpy", "msgspec"):
        digest.update(_version(name).encode())
    for path in _files(root):
        digest.update(path.encode())
        with open(path, "rb") as stream:
            digest.update(stream.read())
    return digest.hexdigest()


def _version(name: str) -> str:
    """The version by the folder of its metadata: `importlib.metadata` is slow to import."""
    for entry in sys.path:
        if not os.path.isdir(entry):
            continue
        for found in os.scandir(entry):
            if found.name.lower().startswith(f"{name}-") and found.name.endswith(".dist-info"):
                return found.name
    return name


def _files(root: Path) -> list[str]:
    found = [
        str(root / name)
        for name in (
            "changes.py",
            "law.py",
            "life_course.py",
            "measures.py",
            "reach.py",
            "schema.py",
            "system.py",
            "yaml_reader.py",
        )
    ]
    waiting = [str(root / source) for source in _SOURCES]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting.append(entry.path)
                elif entry.name.endswith(_SUFFIXES):
                    found.append(entry.path)
    return sorted(found)


class _Pickler(pickle.Pickler):
    """Roles are kept by name: rules compare them with those of the entities module."""

    def reducer_override(self, obj: Any) -> Any:
        from openfisca_core.entities import Role

        if isinstance(obj, Role):
            return _role, (obj.entity.key, obj.key)
        return NotImplemented


def _role(entity: str, key: str) -> Any:
    from effektlov.rules.entities import entities

    found = next(one for one in entities if one.key == entity)
    return next(role for role in found.flattened_roles if role.key == key)


def _read(path: Path, fingerprint: str) -> Law | None:
    """The kept law, or None: only a file that is ours alone to write is trusted."""
    try:
        status = path.stat()
        if hasattr(os, "getuid") and (
            status.st_uid != os.getuid() or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        ):
            return None
        raw = path.read_bytes()
        if hashlib.sha256(raw[_DIGEST:]).digest() != raw[:_DIGEST]:
            return None
        kept = pickle.loads(raw[_DIGEST:])
    except Exception:  # a file of another version may raise anything; the law is built again
        return None
    return kept if isinstance(kept, Law) and kept.fingerprint == fingerprint else None


def _write(path: Path, law: Law) -> None:
    """Keep the law; a folder that cannot be written to only costs time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for older in sorted(path.parent.glob("law-*.pickle"), key=lambda p: p.stat().st_mtime)[:-4]:
            older.unlink(missing_ok=True)
        content = io.BytesIO()
        _Pickler(content, protocol=pickle.HIGHEST_PROTOCOL).dump(law)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as stream:
            stream.write(hashlib.sha256(content.getbuffer()).digest())
            stream.write(content.getbuffer())
        os.replace(temporary, path)
    except OSError:
        return
