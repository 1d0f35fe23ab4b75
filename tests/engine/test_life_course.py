"""The life course: the chain's arithmetic, and its levels against what the sources count.

A level is read on 31 December: the last span of each row of the year.
"""

import importlib
from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektlov.case import Course, State
from effektlov.errors import EvidenceError
from effektlov.inputs import inputs_of
from effektlov.law import Label
from effektlov.life_course import LifeCourse, Position, RowKey, life_course, propagate

BORN = 12 * 2010 + 2
OUTSIDE = frozenset({"utenfor", "sosialhjelp", "aap", "uforetrygd"})
STATES = OUTSIDE | {"skole", "vgo", "laerling", "hoyere_utdanning", "plassert"}
STATES |= {"arbeid", "kvp", "fengsel"}
MODEL = life_course()
Rows = Mapping[RowKey, float]


def course(*steps: tuple[int, str], then: str = "model", years: int = 0, done: bool = False):
    """A course of steps (month number, state)."""
    return Course(
        name="lop",
        label=Label(nb="Løp", en="Course"),
        inputs={},
        states=tuple(State(month, state, done, 1) for month, state in steps),
        then=then,  # type: ignore[arg-type]
        years_in_state=years,
    )


def from_age(
    state: str,
    age: int,
    horizon: int,
    *,
    month: int = 1,
    done: bool = False,
    years: int = 0,
    model: LifeCourse = MODEL,
) -> dict[int, Rows]:
    """Rows by age of one who is in a state from a month of the year of turning `age`."""
    step = (12 * (2010 + age) + month - 1, state)
    found = propagate(
        model, course(step, years=years, done=done), born=BORN, start=2010 + age, horizon=horizon
    )
    return {year - 2010: rows for year, rows in found.items()}


def share(
    rows: Rows,
    states: Collection[str] = STATES,
    done: bool | None = None,
    years: int | None = None,
) -> float:
    """Share on 31 December in some states, with and without completed upper secondary."""
    return sum(
        probability
        for key, probability in rows.items()
        if key[-1].state in states
        and done in (None, key[-1].completed)
        and years in (None, key[-1].years_in_state)
    )


def mean(by_age: Mapping[int, Rows], states: Collection[str], first: int, last: int) -> float:
    """Mean over ages of the share in some states; 0 before the course begins."""
    ages = range(first, last + 1)
    return sum(share(by_age[age], states) for age in ages if age in by_age) / len(ages)


@pytest.fixture(scope="module")
def pupil() -> dict[int, Rows]:
    """One who begins upper secondary in August of the year of turning 16."""
    return from_age("vgo", 16, 46, month=8)


# --- What the file says -------------------------------------------------------------------------


def test_states_of_the_model() -> None:
    assert set(MODEL.states) == STATES
    assert MODEL.left_out


@pytest.mark.parametrize("name", sorted(STATES))
def test_what_a_state_says_is_an_input_of_the_law(name: str) -> None:
    known = inputs_of("person")
    state = MODEL.states[name]
    for key, text in [*state.inputs.items(), *state.when_completed.items()]:
        declared = known[key]
        if declared.enum_names:
            assert text in declared.enum_names
        elif declared.value_type is bool:
            assert text in ("true", "false")
        else:
            assert float(text) >= 0
    assert all(known[key].of_month for key in state.since)


@pytest.mark.parametrize("name", sorted(STATES - {"skole"}))
def test_completed_is_said_in_every_later_state(name: str) -> None:
    assert MODEL.states[name].when_completed["fullfort_vgo"] == "true"


def test_what_is_not_official_says_why() -> None:
    for state in MODEL.states.values():
        assert state.confidence == "official" or state.reason


def test_no_transition_claims_an_effect() -> None:
    relations = {transition.relation for transition in MODEL.transitions}
    assert relations <= {"descriptive", "adjusted", "model", "assumed"}


def test_a_share_has_a_source_or_is_called_assumed() -> None:
    for transition in MODEL.transitions:
        assumed = transition.confidence == "assumed"
        assert assumed == (transition.relation == "assumed")
        assert "ssumed" in transition.basis.en if assumed else transition.source


def test_every_transition_is_reached() -> None:
    """None is hidden behind an earlier one."""
    for number, transition in enumerate(MODEL.transitions):
        last = MODEL.states[transition.from_].classes - 1
        assert any(
            _first_fit(transition.from_, age, years, done) == number
            for age in range(transition.age[0], transition.age[1] + 1)
            for years in range(last + 1)
            for done in (False, True)
        ), transition


@pytest.mark.parametrize("name", sorted(STATES))
def test_nobody_is_stuck_for_want_of_a_transition(name: str) -> None:
    for age in range(18, 61):
        for years in range(MODEL.states[name].classes):
            started = age - years
            if started >= 17:
                assert _first_fit(name, age, years, False) is not None
                assert name in ("skole", "plassert", "vgo") or (
                    _first_fit(name, age, years, True) is not None
                )


def test_no_adult_benefit_before_the_year_of_turning_18() -> None:
    """Folketrygdloven §§ 11-4 and 12-4, sosialtjenesteloven § 29: from 18."""
    for transition in MODEL.transitions:
        if any(target.state in ("aap", "uforetrygd", "kvp") for target in transition.to):
            assert transition.age[0] >= 17


def test_only_school_begins_in_august_by_itself() -> None:
    for transition in MODEL.transitions:
        for target in transition.to:
            if target.state in ("vgo", "laerling", "hoyere_utdanning"):
                assert target.month == 8
            assert target.month in (1, 8)


def _first_fit(state: str, age: int, years: int, done: bool) -> int | None:
    return next(
        (
            number
            for number, transition in enumerate(MODEL.transitions)
            if transition.from_ == state
            and transition.age[0] <= age <= transition.age[1]
            and transition.years_in_state[0] <= years <= transition.years_in_state[1]
            and transition.completed in (None, done)
        ),
        None,
    )


# --- Levels against the sources -----------------------------------------------------------------


def test_completed_by_22_as_vocational_pupils(pupil: dict[int, Rows]) -> None:
    """Utdanningsspeilet 2020, 2013 cohort within six years: 68 % (tolerance 1.5 points)."""
    assert share(pupil[22], done=True) == pytest.approx(0.68, abs=0.015)


def test_completed_at_25_34_below_the_whole_population(pupil: dict[int, Rows]) -> None:
    """83 % of all at 25-34 have completed; vocational pupils fewer, but more than at 22."""
    assert share(pupil[22], done=True) < share(pupil[30], done=True) < 0.83


def test_outside_at_15_29_in_the_upper_end_of_the_register(pupil: dict[int, Rows]) -> None:
    """SSB: 9-12 % in 2008-2017, 9.5 % in 2022 for all; a vocational pupil lies above the latter."""
    assert 0.095 < mean(pupil, OUTSIDE, 15, 29) < 0.12


def test_what_those_outside_live_on(pupil: dict[int, Rows]) -> None:
    """SSB 2017: unknown 58 and unemployed 12, AAP 12, social assistance 5 % (tolerances 4, 4, 1).

    Disability benefit was 9 % of them then; at the 2.6 % of 2023 it is more.
    """
    outside = mean(pupil, OUTSIDE, 15, 29)
    assert 0.58 <= mean(pupil, {"utenfor"}, 15, 29) / outside <= 0.70
    assert mean(pupil, {"aap"}, 15, 29) / outside == pytest.approx(0.12, abs=0.04)
    assert mean(pupil, {"sosialhjelp"}, 15, 29) / outside == pytest.approx(0.05, abs=0.01)


def test_disability_benefit_at_18_29(pupil: dict[int, Rows]) -> None:
    """Nav September 2023: 2.6 % (tolerance 0.3 points)."""
    assert mean(pupil, {"uforetrygd"}, 18, 29) == pytest.approx(0.026, abs=0.003)


def test_disability_benefit_of_adults(pupil: dict[int, Rows]) -> None:
    """Nav September 2023: 10.4 % at 18-67; the chain to 60 (tolerance 1.5 points)."""
    assert mean(pupil, {"uforetrygd"}, 18, 60) == pytest.approx(0.104, abs=0.015)


def test_aap_and_disability_benefit_together_at_18_29(pupil: dict[int, Rows]) -> None:
    """40 000 in 2017 of 835 000 (21 700 are 2.6 %): 4.8 % (tolerance 0.7 points)."""
    assert mean(pupil, {"aap", "uforetrygd"}, 18, 29) == pytest.approx(0.048, abs=0.007)


def test_completed_among_the_young_on_health_benefits(pupil: dict[int, Rows]) -> None:
    """SSB 2017: 20 % of the men, 30 % of the women on AAP or disability benefit at 18-29."""
    ages = range(18, 30)
    completed = sum(share(pupil[age], {"aap", "uforetrygd"}, done=True) for age in ages)
    everyone = sum(share(pupil[age], {"aap", "uforetrygd"}) for age in ages)
    assert 0.20 <= completed / everyone <= 0.30


def test_health_benefits_at_24_29_by_completion(pupil: dict[int, Rows]) -> None:
    """Young-HUNT: 12-24 points more of those who left, intervals of the adjusted and crude gap."""
    gap = _of(pupil, {"aap", "uforetrygd"}, False, 24, 29)
    gap -= _of(pupil, {"aap", "uforetrygd"}, True, 24, 29)
    assert 0.12 <= gap <= 0.24


@pytest.mark.parametrize(("done", "expected"), [(False, 0.64), (True, 0.84)])
def test_employed_at_25_34(pupil: dict[int, Rows], done: bool, expected: float) -> None:
    """SSB/OECD 2021, grunnskole and upper secondary (tolerance 2 points)."""
    assert _of(pupil, {"arbeid"}, done, 25, 34) == pytest.approx(expected, abs=0.02)


def _of(
    by_age: Mapping[int, Rows], states: Collection[str], done: bool, first: int, last: int
) -> float:
    """Share in some states of those with (without) completed upper secondary, over ages."""
    ages = range(first, last + 1)
    inside = sum(share(by_age[age], states, done) for age in ages)
    return inside / sum(share(by_age[age], done=done) for age in ages)


@pytest.mark.parametrize(
    ("age", "lowest", "highest"),
    [(18, 0.55, 0.60), (19, 0.55, 0.60), (20, 0.20, 0.30), (24, 0.20, 0.30), (29, 0.20, 0.30)],
)
def test_aap_to_disability_benefit_in_ten_years(age: int, lowest: float, highest: float) -> None:
    """Nav 2023: nearly 60 % from a start at 18-19 (2012), 20-30 % at 20-29 (1993-2008)."""
    later = from_age("aap", age, 11)[age + 10]
    assert lowest <= share(later, {"uforetrygd"}) <= highest


@pytest.mark.parametrize("age", [18, 22])
def test_still_on_aap_a_year_after_four(age: int) -> None:
    """Nav 2/2020, rule of 2018: 26 % (tolerance 1 point)."""
    found = from_age("aap", age, 6)
    before, after = share(found[age + 3], {"aap"}, years=3), share(found[age + 4], {"aap"}, years=4)
    assert after / before == pytest.approx(0.26, abs=0.01)


@pytest.mark.parametrize(("state", "years"), [("aap", 5), ("kvp", 2)])
@pytest.mark.parametrize("age", [18, 25, 29, 30, 50])
def test_the_longest_time_the_law_gives(state: str, years: int, age: int) -> None:
    """Folketrygdloven § 11-12: 3 + 2 years; sosialtjenesteloven § 32: two years."""
    found = from_age(state, age, years + 1, model=_only({state}))
    assert share(found[age + years - 1], {state}) > 0
    assert share(found[age + years], {state}) == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("age", [17, 19, 21, 25, 28])
@pytest.mark.parametrize("done", [False, True])
def test_back_the_year_after(age: int, done: bool) -> None:
    """SSB: nearly half of those outside in 2012 were in work or education in 2013 (45-50 %)."""
    later = from_age("utenfor", age, 2, done=done)[age + 1]
    assert 0.45 <= 1 - share(later, OUTSIDE) <= 0.50


@pytest.mark.parametrize("age", [17, 19, 21, 24])
@pytest.mark.parametrize("done", [False, True])
def test_out_for_five_years_without_a_break(age: int, done: bool) -> None:
    """SSB 2015: one in five (tolerance 3 points); nobody who comes back is counted again."""
    later = from_age("utenfor", age, 6, done=done, model=_only(OUTSIDE))[age + 5]
    assert share(later, OUTSIDE) == pytest.approx(0.20, abs=0.03)


def test_apprentices_complete() -> None:
    """SSB 2020/34: about 87 % of applicants with a place within nine years (tolerance 1.5)."""
    assert share(from_age("laerling", 18, 10, month=8)[27], done=True) == pytest.approx(
        0.87, abs=0.015
    )


def test_after_the_qualification_programme() -> None:
    """Nav, starters of 2015: 28 % in work, 12 % AAP, 38 % social assistance (tolerance 0.5)."""
    later = from_age("kvp", 25, 3, model=_only({"kvp"}))[27]
    assert share(later, {"arbeid"}) == pytest.approx(0.28, abs=0.005)
    assert share(later, {"aap"}) == pytest.approx(0.12, abs=0.005)
    assert share(later, {"sosialhjelp"}) == pytest.approx(0.38, abs=0.005)


def _only(states: Collection[str]) -> LifeCourse:
    """The model in which whoever leaves the states never comes back."""
    kept = tuple(found for found in MODEL.transitions if found.from_ in states)
    return msgspec.structs.replace(MODEL, transitions=kept)


# --- The arithmetic of the chain ----------------------------------------------------------------

months = st.integers(1, 12)
ages = st.integers(13, 60)
states = st.sampled_from(sorted(STATES))


@given(state=states, age=ages, month=months, horizon=st.integers(1, 45), done=st.booleans())
def test_the_probabilities_of_a_year_sum_to_one(
    state: str, age: int, month: int, horizon: int, done: bool
) -> None:
    found = from_age(state, age, horizon, month=month, done=done)
    assert list(found) == list(range(age, age + horizon))
    for rows in found.values():
        assert sum(rows.values()) == pytest.approx(1, abs=1e-9)
        assert all(probability > 0 for probability in rows.values())


@given(state=states, age=ages, month=months, done=st.booleans())
def test_a_row_is_one_year_in_order(state: str, age: int, month: int, done: bool) -> None:
    found = from_age(state, age, 20, month=month, done=done)
    for later, rows in list(found.items())[1:]:
        for key in rows:
            assert [span.month for span in key] in ([1], [1, 8]), later
            for span in key:
                assert 0 <= span.years_in_state < MODEL.states[span.state].classes


@given(state=states, age=ages, done=st.booleans())
def test_completed_is_never_lost(state: str, age: int, done: bool) -> None:
    found = [share(rows, done=True) for rows in from_age(state, age, 30, done=done).values()]
    assert all(later >= earlier - 1e-12 for earlier, later in pairwise(found))


@given(state=states, age=ages, month=months)
def test_a_year_later_born_and_started_is_the_same(state: str, age: int, month: int) -> None:
    step = 12 * (2010 + age) + month - 1
    one = propagate(MODEL, course((step, state)), born=BORN, start=2010 + age, horizon=15)
    two = propagate(MODEL, course((step + 12, state)), born=BORN + 12, start=2011 + age, horizon=15)
    assert list(one.values()) == list(two.values())


def test_shares_out_of_a_state_by_hand() -> None:
    """From outside at 22, new: 0.42 to work on 1 January, 0.05 to school in August; the rest."""
    rows = from_age("utenfor", 22, 2)[23]
    assert share(rows, {"arbeid"}) == pytest.approx(0.42)
    assert share(rows, {"vgo"}) == pytest.approx(0.05)
    assert share(rows, {"utenfor"}, years=1) == pytest.approx(
        1 - 0.42 - 0.05 - 0.05 - 0.045 - 0.008 - 0.004
    )


def test_entry_in_august_gives_two_spans() -> None:
    rows = from_age("utenfor", 22, 2)[23]
    (key,) = (key for key in rows if key[-1].state == "vgo")
    before, after = key
    assert (before.month, before.state, before.years_in_state) == (1, "utenfor", 1)
    assert (after.month, after.state, after.years_in_state) == (8, "vgo", 0)


def test_certificate_after_two_years_as_apprentice() -> None:
    """Contract August at 18, certificate August at 20: apprentice to July, then work."""
    rows = from_age("laerling", 18, 3, month=8)[20]
    key = max((key for key in rows if len(key) == 2 and key[-1].completed), key=rows.__getitem__)
    assert [(span.month, span.state, span.completed) for span in key] == [
        (1, "laerling", False),
        (8, "arbeid", True),
    ]


def test_known_steps_have_probability_one() -> None:
    steps = [
        (12 * 2025, "skole"),
        (12 * 2026 + 7, "vgo"),
        (12 * 2028 + 7, "laerling"),
        (12 * 2030 + 7, "arbeid"),
    ]
    found = propagate(MODEL, course(*steps), born=BORN, start=2026, horizon=5)
    assert [list(rows.values()) for rows in found.values()] == [[1.0]] * 5
    spans = [[(s.month, s.state, s.years_in_state) for s in next(iter(r))] for r in found.values()]
    assert spans == [
        [(1, "skole", 0), (8, "vgo", 0)],
        [(1, "vgo", 1)],
        [(1, "vgo", 2), (8, "laerling", 0)],
        [(1, "laerling", 1)],
        [(1, "laerling", 2), (8, "arbeid", 0)],
    ]


def test_the_model_begins_the_year_after_the_last_known_step() -> None:
    steps = [(12 * 2026, "utenfor"), (12 * 2029, "utenfor")]
    found = propagate(MODEL, course(*steps), born=BORN, start=2026, horizon=5)
    assert [len(rows) == 1 for rows in found.values()] == [True, True, True, True, False]


def test_a_step_before_the_start_counts_its_years() -> None:
    found = propagate(
        MODEL, course((12 * 2024 + 7, "utenfor")), born=BORN - 60, start=2026, horizon=1
    )
    ((span,),) = found[2026]
    assert (span.month, span.years_in_state) == (1, 2)


def test_years_in_the_first_state_are_added_and_end_at_the_last_class() -> None:
    first = from_age("utenfor", 22, 1, years=2)[22]
    assert share(first, {"utenfor"}, years=2) == 1
    last = MODEL.states["utenfor"].classes - 1
    assert share(from_age("utenfor", 40, 1, years=30)[40], {"utenfor"}, years=last) == 1


@given(state=states, age=ages, horizon=st.integers(1, 40))
def test_a_course_that_stays_never_leaves(state: str, age: int, horizon: int) -> None:
    step = (12 * (2010 + age), state)
    found = propagate(
        MODEL, course(step, then="stay"), born=BORN, start=2010 + age, horizon=horizon
    )
    for passed, rows in enumerate(found.values()):
        ((span,),) = rows
        assert rows[(span,)] == 1
        assert (span.month, span.state) == (1, state)
        assert span.years_in_state == min(passed, MODEL.states[state].classes - 1)


def test_a_course_without_states_is_one_empty_row() -> None:
    found = propagate(MODEL, course(then="stay"), born=BORN, start=2026, horizon=3)
    assert found == {2026: {(): 1.0}, 2027: {(): 1.0}, 2028: {(): 1.0}}


def test_rows_of_a_life_stay_few(pupil: dict[int, Rows]) -> None:
    """Rows are what the law is run on: bounded by the positions and their targets."""
    positions: dict[int, set[Position]] = defaultdict(set)
    for age, rows in pupil.items():
        positions[age] |= {
            Position(key[-1].state, key[-1].years_in_state, key[-1].completed) for key in rows
        }
    assert max(map(len, positions.values())) <= 2 * sum(s.classes for s in MODEL.states.values())
    assert max(map(len, pupil.values())) < 150


# --- A wrong file -------------------------------------------------------------------------------

_HEAD = """\
price_year: 2024
moves_out_age: 20
states:
  vgo: {label: {nb: Elev, en: Pupil}}
  arbeid: {label: {nb: Arbeid, en: Work}}
transitions:
  - from: vgo
    age: [16, 20]
    confidence: assumed
    relation: assumed
    basis: {nb: Antatt., en: Assumed.}
"""


@pytest.mark.parametrize(
    ("targets", "message"),
    [
        ("[{state: arbied, share: 0.5}]", "arbeid"),
        ("[{state: arbeid, share: 0.6}, {state: vgo, share: 0.6}]", "sum to 1.200"),
        ("[{state: arbeid, share: -0.1}]", "sum to"),
    ],
)
def test_a_wrong_transition_is_refused(
    targets: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = importlib.import_module("effektlov.life_course")
    file = tmp_path / "life_course.yaml"
    file.write_text(f"{_HEAD}    to: {targets}\n", encoding="utf-8")
    monkeypatch.setattr(module, "_FILE", file)
    with pytest.raises(EvidenceError, match=message):
        module.read_life_course()
