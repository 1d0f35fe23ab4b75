"""Facts over time as a case states them: what each spelling means, and what is refused."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektlov import yaml_reader
from effektlov.errors import CaseError
from effektlov.given import Given, date_of, month_number, parse_given, truth
from effektlov.inputs import inputs_of


def stated(tmp_path: Path, name: str, text: str, entity: str = "person") -> Given:
    """What a file that says `name: text` gives."""
    path = tmp_path / "sak.yaml"
    path.write_text(f"{name}: {text}\n", encoding="utf-8")
    node = yaml_reader.read(path)
    assert isinstance(node, yaml_reader.Mapping)
    return parse_given(name, inputs_of(entity)[name], node.items[name], path, CaseError)


def months(text: str) -> int:
    """The month number of a month that is one."""
    found = month_number(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("412000", 2026, 412000),
        ("'412000'", 2026, 412000),
        ("4.12e5", 2026, 412000),
        ("{per_year: 412000}", 2026, 412000),
        ("{per_month: 31000}", 2026, 372000),
        ("{2025-03: 31000}", 2025, 31000),
        ("{2025-03: 31000}", 2026, 0),
        ("{2025-03: 31000, 2025-04: 32000}", 2025, 63000),
        ("{2025: 450000}", 2024, 0),
        ("{2025: 450000}", 2025, 450000),
        ("{2025: 450000}", 2031, 450000),
        ("{2027: 1, 2025: 450000}", 2026, 450000),
        ("0", 2026, 0),
    ],
)
def test_every_way_to_state_kroner(tmp_path: Path, text: str, year: int, expected: float) -> None:
    found = stated(tmp_path, "lonn", text)
    assert sum(found.months(year)) == pytest.approx(expected)
    assert found.year(year) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "follows"),
    [("412000", True), ("{per_month: 1}", True), ("{2025: 1}", False), ("{2025-03: 1}", False)],
)
def test_only_undated_kroner_follow_the_deflator(tmp_path: Path, text: str, follows: bool) -> None:
    assert stated(tmp_path, "lonn", text).uprated is follows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", [1] * 12),
        ("ja", [1] * 12),
        ("No", [0] * 12),
        ("{2026-03: true}", [0, 0] + [1] * 10),
        ("{2026-03: true, 2026-05: false}", [0, 0, 1, 1] + [0] * 8),
        ("{2026-05: false, 2026-03: true}", [0, 0, 1, 1] + [0] * 8),
        ("{2020-01: true}", [1] * 12),
        ("{2026-03-01: true}", [0, 0] + [1] * 10),
    ],
)
def test_a_status_holds_from_its_month(tmp_path: Path, text: str, expected: list[int]) -> None:
    assert list(stated(tmp_path, "hoyt_fravaer", text).months(2026)) == expected


def test_a_dated_enum(tmp_path: Path) -> None:
    found = stated(tmp_path, "plassering", "{2026-03: institusjon, 2026-06: hjemme}")
    names = inputs_of("person")["plassering"].enum_names
    assert [names[int(value)] for value in found.months(2026)] == (
        ["hjemme"] * 2 + ["institusjon"] * 3 + ["hjemme"] * 7
    )


def test_a_month_is_an_index(tmp_path: Path) -> None:
    assert stated(tmp_path, "plassert_siden", "2025-03").months(2026)[0] == months("2025-03")


def test_capital_income_may_be_negative(tmp_path: Path) -> None:
    assert stated(tmp_path, "kapitalinntekt", "-5").year(2026) == -5


LONN = "a number such as 412000 or 0.25"
PERIODS = "months such as 2026-08, years such as 2026, per_month, per_year"


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("lonn", "mye", f"'mye' is not a number. Allowed: {LONN}."),
        ("lonn", "412 000", f"'412 000' is not a number. Allowed: {LONN}."),
        ("lonn", "412_000", f"'412_000' is not a number. Allowed: {LONN}."),
        ("lonn", "412000,50", f"'412000,50' is not a number. Allowed: {LONN}."),
        ("lonn", "0x10", f"'0x10' is not a number. Allowed: {LONN}."),
        ("lonn", "٤١٢", f"'٤١٢' is not a number. Allowed: {LONN}."),
        ("lonn", "-1", "'-1' is negative"),
        ("lonn", "-0.01", "'-0.01' is negative"),
        ("lonn", "nan", "'nan' is no amount"),
        ("lonn", ".NaN", "'.NaN' is no amount"),
        ("lonn", "inf", "'inf' is no amount"),
        ("lonn", "-.inf", "'-.inf' is no amount"),
        ("lonn", "Infinity", "'Infinity' is no amount"),
        ("lonn", "1e400", "'1e400' is larger than any amount can be"),
        ("lonn", "1e13", "'1e13' is larger than any amount can be"),
        ("lonn", "", "a value expected here, not nothing"),
        ("lonn", "[1, 2]", "a value, or months with values expected here, not a list"),
        ("lonn", "{}", "a value, or months with values expected here, not fields"),
        ("lonn", "{per_month: [1]}", "one value expected here, not a list"),
        ("lonn", "{per_month: -1}", "'-1' is negative"),
        ("lonn", "{2025: -1}", "'-1' is negative"),
        ("lonn", "{2025-03: -1}", "'-1' is negative"),
        ("lonn", "{2025-13: 1}", f"unknown period '2025-13'. Allowed: {PERIODS}."),
        ("lonn", "{2025-02-30: 1}", f"unknown period '2025-02-30'. Allowed: {PERIODS}."),
        ("lonn", "{mars: 1}", f"unknown period 'mars'. Allowed: {PERIODS}."),
        ("lonn", "{0000: 1}", f"unknown period '0000'. Allowed: {PERIODS}."),
        (
            "lonn",
            "{per_mont: 1}",
            f"unknown period 'per_mont'. Did you mean 'per_month'? Allowed: {PERIODS}.",
        ),
        (
            "lonn",
            "{2025-03: 1, 2025: 2}",
            f"'2025' beside another kind of period. Allowed: {PERIODS}.",
        ),
        (
            "lonn",
            "{per_month: 1, per_year: 2}",
            f"'per_month' beside another kind of period. Allowed: {PERIODS}.",
        ),
        ("lonn", "{2025-03: 1, 2025-03-05: 2}", "the month of '2025-03-05' is given twice"),
        ("hoyt_fravaer", "kanskje", "'kanskje' is neither true nor false. Allowed: true, false."),
        ("hoyt_fravaer", "1", "'1' is neither true nor false. Allowed: true, false."),
        (
            "hoyt_fravaer",
            "{2026: true}",
            "unknown period '2026'. Allowed: months such as 2026-08.",
        ),
        (
            "hoyt_fravaer",
            "{per_month: true}",
            "unknown period 'per_month'. Allowed: months such as 2026-08.",
        ),
        (
            "plassering",
            "institusjonen",
            "unknown value 'institusjonen'. Did you mean 'institusjon'? "
            "Allowed: hjemme, fosterhjem, institusjon, egen_bolig.",
        ),
        ("plassert_siden", "3", "'3' is no month. Allowed: a month such as 2024-08."),
        ("plassert_siden", "2024-13", "'2024-13' is no month. Allowed: a month such as 2024-08."),
        ("uforegrad", "1.01", "'1.01' is more than 1, the whole"),
        ("uforegrad", "50", "'50' is more than 1, the whole"),
        ("kvp_maneder_brukt", "2.5", "'2.5' is not a whole number"),
    ],
)
def test_what_is_refused_and_why(tmp_path: Path, name: str, text: str, problem: str) -> None:
    with pytest.raises(CaseError) as caught:
        stated(tmp_path, name, text)
    assert str(caught.value) == f"sak.yaml:1: {name}: {problem}"


def test_an_amount_of_the_month_needs_its_period(tmp_path: Path) -> None:
    with pytest.raises(CaseError) as caught:
        stated(tmp_path, "boutgifter", "9000", "husstand")
    assert str(caught.value) == (
        "sak.yaml:1: boutgifter: an amount without a period. "
        "Allowed: boutgifter: {per_month: 9000}, boutgifter: {2026-03: 9000}."
    )


@pytest.mark.parametrize("share", ["0", "0.5", "1", "1.0"])
def test_a_share_up_to_the_whole(tmp_path: Path, share: str) -> None:
    assert stated(tmp_path, "uforegrad", share).values[0][1] == float(share)


@pytest.mark.parametrize(
    "text", ["2026-00", "2026-13", "2026-1", "26-01", "2026-02-30", "2026", "٢٠٢٦-01", "1066-01"]
)
def test_no_month(text: str) -> None:
    assert month_number(text) is None


@pytest.mark.parametrize("text", ["20100314", "2010-W05-1", "2010-3-14", "14.03.2010", ""])
def test_one_way_to_write_a_date(text: str) -> None:
    assert date_of(text) is None


@given(st.text() | st.from_regex(r"[0-9-]{1,12}"))
def test_no_text_breaks_a_date_or_a_month(text: str) -> None:
    assert date_of(text) is None or month_number(text) in range(12 * 1900, 12 * 2101)
    assert truth(text) in (True, False, None)


def any_text() -> st.SearchStrategy[Any]:
    """Scalars as people, programs and attackers write them."""
    numbers: st.SearchStrategy[Any] = st.floats() | st.integers() | st.dates()
    return st.text(max_size=20) | numbers.map(str)


@given(
    name=st.sampled_from(sorted(inputs_of("person"))),
    text=any_text(),
    key=st.none() | any_text() | st.sampled_from(["per_month", "2026", "2026-03"]),
)
def test_a_fact_is_read_or_refused(name: str, text: str, key: str | None) -> None:
    scalar: yaml_reader.Node = yaml_reader.Scalar(text, 3, quoted=False)
    node = scalar if key is None else yaml_reader.Mapping({key: scalar}, {key: 3}, 3)
    problem, found = f"sak.yaml:3: {name}: ", None
    try:
        found = parse_given(name, inputs_of("person")[name], node, Path("sak.yaml"), CaseError)
    except CaseError as error:
        problem = str(error)
    assert problem.startswith(f"sak.yaml:3: {name}: ")
    assert problem.isprintable()
    assert found is None or all(abs(value) <= 1e12 for value in found.months(2026))
