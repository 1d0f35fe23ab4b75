"""Reading YAML from outside: what passes, what is refused, by libyaml and by PyYAML's own code."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from effektlov import schema, yaml_reader
from effektlov.errors import YamlError
from effektlov.yaml_reader import MAX_BYTES, MAX_DEPTH, Mapping, Scalar, Sequence, read, read_all

LOADERS = [name for name in ("CSafeLoader", "SafeLoader") if hasattr(yaml, name)]


@pytest.fixture(params=LOADERS, autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both loaders: a machine without libyaml falls back to the second."""
    monkeypatch.setattr(yaml_reader, "_LOADER", getattr(yaml, request.param))


def written(tmp_path: Path, content: str | bytes) -> Path:
    """The content as a file."""
    path = tmp_path / "sak.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: 0301", {"a": "0301"}),
        ("a: '0301'", {"a": "0301"}),
        ("a: yes", {"a": "yes"}),
        ("a: 1_000", {"a": "1_000"}),
        ("a: 2010-03-14", {"a": "2010-03-14"}),
        ("a: 1.50", {"a": "1.50"}),
        ("a:", {"a": None}),
        ("a: null", {"a": None}),
        ("a: 'null'", {"a": "null"}),
        ("a: ''", {"a": ""}),
        ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("# only\n\n# comments\na: b # here\n# there\n", {"a": "b"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("a: b\rc: d\r", {"a": "b", "c": "d"}),
        (b"\xef\xbb\xbfa: b\n", {"a": "b"}),
        ("å: æøå 👶", {"å": "æøå 👶"}),
        ("a: [b, {c: d}]", {"a": ["b", {"c": "d"}]}),
    ],
)
def test_scalars_stay_as_written(tmp_path: Path, content: str | bytes, expected: object) -> None:
    assert schema.plain(read(written(tmp_path, content))) == expected


def test_everything_knows_its_line(tmp_path: Path) -> None:
    top = read(written(tmp_path, "# first\na: b\r\nc:\n  - d\n  - {e: f}\n"))
    assert isinstance(top, Mapping)
    assert top.key_lines == {"a": 2, "c": 3}
    assert top.items["a"] == Scalar("b", 2, quoted=False)
    inner = top.items["c"]
    assert isinstance(inner, Sequence)
    assert [child.line for child in inner.items] == [4, 5]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "the file is empty"),
        ("# hello\n", "the file is empty"),
        ("a: b\n---\nc: d\n", "3: one document expected, 2 found: this file holds only one"),
        ("a: 1\nb: 2\na: 3\n", "3: a: given twice, first on line 1"),
        ("x:\n  a: 1\n  'a': 3\n", "3: a: given twice, first on line 2"),
        ("a: &b 1", "1: anchors and aliases (& and *) are not allowed"),
        ("a: 1\nb: *a", "2: anchors and aliases (& and *) are not allowed"),
        ("a: !!int 3", "1: the tag '!!int' is not allowed: plain YAML only"),
        ("a: !egen 3", "1: the tag '!egen' is not allowed: plain YAML only"),
        (
            "a: !!python/object/apply:os.system ['touch hacked']",
            "1: the tag '!!python/object/apply:os.system' is not allowed: plain YAML only",
        ),
        ("? [a]\n: b", "1: a field name must be plain text"),
        ("? {a: b}\n: b", "1: a field name must be plain text"),
        ("a:\n\tb: c", "2: not valid YAML: a tab is used for indentation; use spaces"),
        ("a: b\nc: \x00", "2: not valid YAML: the character U+0000 is not allowed"),
        ("a: \x1b[31m", "1: not valid YAML: the character U+001B is not allowed"),
        (b"a: b\nc: \xe5", "2: not UTF-8 text"),
        ("a: æ".encode("utf-16"), "1: not UTF-8 text"),
        ("[" * 200_000, f"1: nested deeper than {MAX_DEPTH} levels"),
        ("[" * 200_000 + "]" * 200_000, f"1: nested deeper than {MAX_DEPTH} levels"),
        ("{a: " * 200_000, f"1: nested deeper than {MAX_DEPTH} levels"),
        ("- " * 200_000, f"1: nested deeper than {MAX_DEPTH} levels"),
        ("? " * 200_000, f"1: nested deeper than {MAX_DEPTH} levels"),
        ("[\n" * 200_000, f"{MAX_DEPTH + 1}: nested deeper than {MAX_DEPTH} levels"),
        ("a: " + "x" * MAX_BYTES, "larger than 1 MB, which no case or reform is"),
    ],
)
def test_what_is_refused_and_why(tmp_path: Path, content: str | bytes, problem: str) -> None:
    with pytest.raises(YamlError) as caught:
        read(written(tmp_path, content))
    assert str(caught.value) == f"sak.yaml:{' ' if problem[0].isalpha() else ''}{problem}"


@pytest.mark.parametrize(
    ("content", "line", "began"),
    [
        ("a: {b: c\nd: e\n", 2, 1),
        ("a: 'b\nc: d\n", 3, 1),
        ("a: b\n- c\n", 2, 1),
        ("a: b: c", 1, None),
        ("a: @", 1, None),
        ('a: "\\q"', 1, None),
        ("%YAML 3.0\n---\na: b", 1, None),
    ],
)
def test_broken_yaml_says_where_it_breaks_and_where_that_began(
    tmp_path: Path, content: str, line: int, began: int | None
) -> None:
    with pytest.raises(YamlError) as caught:
        read(written(tmp_path, content))
    assert str(caught.value).startswith(f"sak.yaml:{line}: not valid YAML: ")
    assert began is None or f"which begins on line {began})" in str(caught.value)


@pytest.mark.parametrize("escape", ['a: "\\ud800"', 'a: "\\U00110000"', 'a: "\\Uffffffff"'])
def test_a_character_that_does_not_exist(tmp_path: Path, escape: str) -> None:
    with pytest.raises(YamlError):
        read(written(tmp_path, escape))


def test_a_billion_laughs_stops_at_the_first_anchor(tmp_path: Path) -> None:
    laughs = "".join(
        f"{name}: &{name} [{','.join(['*' + earlier] * 9)}]\n"
        for earlier, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    with pytest.raises(YamlError, match="yaml:1: anchors"):
        read(written(tmp_path, "a: &a [lol,lol,lol]\n" + laughs))


def test_the_largest_file_and_the_deepest_nesting_that_pass(tmp_path: Path) -> None:
    full = "a: " + "x" * (MAX_BYTES - 3)
    assert isinstance(read(written(tmp_path, full)), Mapping)
    deep = "[" * (MAX_DEPTH) + "]" * (MAX_DEPTH)
    assert isinstance(read(written(tmp_path, deep)), Sequence)
    with pytest.raises(YamlError, match="nested deeper"):
        read(written(tmp_path, f"[{deep}]"))


@pytest.mark.parametrize("name", ["", "missing.yaml", "x" * 300])
def test_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(YamlError, match="cannot be read"):
        read(tmp_path / name)


def test_documents_in_order(tmp_path: Path) -> None:
    found = read_all(written(tmp_path, "a: 1\n---\na: 2\n"))
    assert [schema.plain(node) for node in found] == [{"a": "1"}, {"a": "2"}]


yamlish = st.text(alphabet="ab01:-?[]{},&*!|>'\"%@`#\\ \t\n\r\u0085\ufeff\x00æ~<.", max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=yamlish | st.text(max_size=40))
def test_any_text_is_read_or_refused(tmp_path: Path, content: str) -> None:
    path = written(tmp_path, content.encode("utf-8", "surrogatepass"))
    problem, documents = "sak.yaml", []
    try:
        documents = read_all(path)
    except YamlError as error:
        problem = str(error)
    assert problem.startswith("sak.yaml")
    assert problem.isprintable()
    assert all(isinstance(node, Mapping | Sequence | Scalar) for node in documents)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    problem = "sak.yaml"
    try:
        read_all(written(tmp_path, content))
    except YamlError as error:
        problem = str(error)
    assert problem.startswith("sak.yaml")
