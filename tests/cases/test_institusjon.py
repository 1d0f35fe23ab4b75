"""The institution child: five months of MST against twelve months of institution, one cost year.

Jonas, 13, in Bømlo, cost year 2022: institution 473 344 kroner a month gross (15 562 a day), MST
58 882 (assumed). Egenandel before the child welfare reform of 2022: 68 740 a month of institution,
16 185 of MST; after it: 170 000 and 15 000. All break-evens are cost / gain to the second year.
"""

import csv
import functools
from pathlib import Path

import pytest

from effektlov.answer import Account, Answer, RegimeAnswer
from effektlov.case import shipped_cases
from effektlov.session import answer_of

REFORM = "barnevernsreformen_2022"
MONTHS, MST_MONTHS = 12, 5
INSTITUTION, MST = 473_344, 58_882
BEFORE, AFTER = 0, 1
EGENANDEL = {BEFORE: (68_740, 16_185), AFTER: (170_000, 15_000)}
SAME = 1e-9
CHILD_BENEFIT = 1_054  # kr a month for a child over six in 2022: barnetrygdloven § 10 note 1


@functools.cache
def shipped() -> Answer:
    """The law before the reform, then the law with it: the reform is already in force."""
    return answer_of("institusjon_eller_mst", (REFORM,))


def written(folder: Path, *changes: tuple[str, str]) -> Answer:
    """The shipped case with words changed, as a user would write it."""
    text = shipped_cases()["institusjon_eller_mst"].read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "jonas.yaml"
    path.write_text(text, "utf-8")
    return answer_of(str(path), (REFORM,))


def account(regime: RegimeAnswer, name: str, ring: str = "") -> Account:
    return next(a for a in regime.accounts if a.name == name and (not ring or a.ring == ring))


def paid(answer: Answer, regime: int, flow: str, *, course: str = "institusjon") -> float:
    """What a flow carries over both years, in the course with the measure."""
    budgets = answer.regimes[regime].budget
    budget = next(b for b in budgets if b.course == course and b.with_measure)
    return sum(sum(line.nominal) for line in budget.lines if line.flow == flow)


NOT_OFFERED = ("bufetat_tilbyr_mst: true", "bufetat_tilbyr_mst: false")
OSLO = ("kommune: 4613", 'kommune: "0301"')


# The kommune's child welfare service


@pytest.mark.parametrize(("regime", "share"), [(BEFORE, 0.0981), (AFTER, 0.0368)])
def test_the_service_breaks_even_at_the_egenandel_of_mst_over_that_of_the_institution(
    regime: int, share: float
) -> None:
    """5 x 16 185 / (12 x 68 740) = 9.81 % before; 5 x 15 000 / (12 x 170 000) = 3.68 % after."""
    institution, mst = EGENANDEL[regime]
    expected = MST_MONTHS * mst / (MONTHS * institution)
    found = account(shipped().regimes[regime], "kommune.barnevern")
    assert found.break_even[-1] == pytest.approx(expected, abs=SAME)
    assert found.break_even[-1] == pytest.approx(share, abs=5e-5)
    assert found.cost[-1] == pytest.approx(MST_MONTHS * mst)
    assert found.gain[-1] == pytest.approx(MONTHS * institution)


def test_the_law_before_comes_first() -> None:
    before, after = shipped().regimes
    assert before.regime == f"{REFORM}:reversed"
    assert after.reforms == (REFORM,)


def test_the_law_in_force_is_the_law_after_the_reform() -> None:
    in_force = answer_of("institusjon_eller_mst").regimes[0]
    for one in in_force.accounts:
        assert one.break_even == account(shipped().regimes[AFTER], one.name, one.ring).break_even


# The whole kommune


@pytest.mark.parametrize("regime", [BEFORE, AFTER])
def test_the_kommune_as_holder_differs_since_the_school_comes_back(regime: int) -> None:
    """A child in an institution is taught by the fylkeskommune (opplæringslova 1998 § 13-2, now
    § 28-3). A child at home costs the kommune a place in school for those twelve months, and the
    mother's tax falls, for she is again a lone provider all year (skatteloven § 6-80): the gain of
    the kommune is less than that of its service, so it needs a larger share."""
    answer = shipped().regimes[regime]
    kommune, service = account(answer, "kommune"), account(answer, "kommune.barnevern")
    school = account(answer, "kommune.skole").gain[-1]
    tax = account(answer, "kommune.frie_inntekter").gain[-1]
    assert school == pytest.approx(-139_790, abs=1)
    assert tax < 0
    assert kommune.cost[-1] == service.cost[-1]
    assert kommune.gain[-1] == pytest.approx(service.gain[-1] + school + tax)
    assert kommune.break_even[-1] == pytest.approx(kommune.cost[-1] / kommune.gain[-1])
    assert (kommune.break_even[-1] or 0) > (service.break_even[-1] or 0)


def test_what_the_kommune_loses_in_school_the_fylkeskommune_gains() -> None:
    """Not to the krone: the kommune pays a place, the fylkeskommune a rate for teaching in the
    institution."""
    for regime in shipped().regimes:
        assert account(regime, "fylkeskommune.videregaende").gain[-1] > 0
        assert account(regime, "fylkeskommune").break_even[-1] == 0
        budget = next(b for b in regime.budget if b.course == "institusjon" and not b.with_measure)
        lines = {line.flow: line for line in budget.lines}
        assert lines["grunnskole_institusjon"].payer == "fylkeskommune.videregaende"
        assert "28-3" in str(lines["grunnskole_institusjon"].legal_basis)
        assert lines["barnetrygd_institusjon"].payee == "stat.bufetat"


# The sums don't know of the egenandel


@pytest.mark.parametrize("ring", ["public", "society"])
def test_the_public_sum_and_society_break_even_at_the_same_share_in_both_regimes(
    ring: str,
) -> None:
    before, after = (account(regime, ring) for regime in shipped().regimes)
    assert after.break_even == pytest.approx(before.break_even, abs=SAME)
    assert after.break_even_cashable == pytest.approx(before.break_even_cashable, abs=SAME)
    assert (after.cost, after.gain) == (
        pytest.approx(before.cost, abs=0.01),
        pytest.approx(before.gain, abs=0.01),
    )


def test_the_public_sum_pays_the_gross_cost_of_mst() -> None:
    for regime in shipped().regimes:
        assert account(regime, "public").cost[-1] == pytest.approx(MST_MONTHS * MST)
        saved = account(regime, "public").gain[-1]
        assert saved == pytest.approx(MONTHS * INSTITUTION, rel=0.02)


def test_bufetat_bears_the_rest() -> None:
    """What the kommune no longer pays in MST, Bufetat does, and the other way for the place; the
    child benefit that the institution got is lost."""
    for number, regime in enumerate(shipped().regimes):
        institution, mst = EGENANDEL[number]
        bufetat = account(regime, "stat.bufetat", "budget_holder")
        assert bufetat.cost[-1] == pytest.approx(MST_MONTHS * (MST - mst))
        assert bufetat.gain[-1] == pytest.approx(
            MONTHS * (INSTITUTION - institution) - 12 * 1_054, abs=1
        )


def test_neither_regime_is_aligned() -> None:
    """The fylkeskommune pays nothing, and the state's family benefits lose by a success."""
    assert [regime.aligned for regime in shipped().regimes] == [False, False]


@pytest.mark.parametrize("regime", [BEFORE, AFTER])
def test_with_and_without_what_nobody_can_cash(regime: int) -> None:
    """A pupil more or less in a class is not cashable: without it the kommune's gain is that of
    the service and of the tax. Egenandel and places are cashable, now or with a lag."""
    answer = shipped().regimes[regime]
    kommune, service = account(answer, "kommune"), account(answer, "kommune.barnevern")
    tax = account(answer, "kommune.frie_inntekter").gain[-1]
    assert kommune.break_even_cashable == pytest.approx(
        kommune.cost[-1] / (service.gain[-1] + tax), abs=SAME
    )
    assert service.break_even_cashable == service.break_even[-1]
    public = account(answer, "public")
    assert (public.break_even_cashable or 0) < (public.break_even[-1] or 0)


# What it rests on


def test_the_level_rests_on_an_assumed_cost_of_mst() -> None:
    weak = {entry.name: entry for entry in shipped().rests_on.weak}
    assert weak["mst_maned"].confidence == "assumed"
    assert weak["mst_maned"].kind == "unit_cost"
    assert weak["mst_maned"].reason.nb
    assert weak["mst_maned"].reason.en
    assert weak["mst_maned"].moves == pytest.approx(MST_MONTHS * MST / 10)
    assert "mst_maned" in shipped().rests_on.moves_most


def test_the_effect_of_mst_is_not_used() -> None:
    """The trials point different ways: a break-even, never a guess."""
    assert [known.acts for known in shipped().known_effects] == [False]
    for regime in shipped().regimes:
        assert {one.probability_of_gain for one in regime.accounts} == {None}
        assert {one.payback_year for one in regime.accounts} == {None}


def test_the_offer_of_mst_is_an_open_norm_that_bufetat_decides() -> None:
    norms = {norm.name: norm for norm in shipped().rests_on.open_norms}
    norm = norms["bufetat_tilbyr_mst"]
    assert "§ 16-3" in norm.section
    assert norm.decides == "stat.bufetat"
    assert (norm.used, norm.least, norm.usual, norm.most) == (1, 0, 1, 1)


# The compensation of 2022


def test_the_sector_is_whole_in_sum() -> None:
    """1 310 million in 2022, half by earlier use and half by the cost key: the kommuner's parts of
    the key sum to one, less five kommuner whose index of 2026 was not found."""
    found = shipped().regimes[AFTER].compensation
    assert found is not None
    assert found.amounts["2022"] == 1_310_000_000
    assert found.by_earlier_use == 0.5
    rows = kommune_table()
    keys = [float(row["andel_av_barnevernnokkel"] or 0) for row in rows]
    missing = [row for row, key in zip(rows, keys, strict=True) if not key]
    heads = sum(int(row["innbyggertall"]) for row in missing)
    unknown = heads / sum(int(row["innbyggertall"]) for row in rows)
    assert len(missing) == 5
    assert sum(keys) == pytest.approx(1 - unknown, abs=0.005)
    by_key = found.amounts["2022"] * (1 - found.by_earlier_use) * key_of("4613")
    assert found.kommune_by_cost_key["2022"] == pytest.approx(by_key)


def test_a_single_kommune_wins_or_loses_by_how_many_it_places(tmp_path: Path) -> None:
    """One child from June costs 7 x (170 000 - 68 740) = 708 820 more in 2022. Bømlo gets more than
    that by the cost key alone, Utsira far less."""
    more = 7 * (170_000 - 68_740)
    bomlo = shipped().regimes[AFTER].compensation
    assert bomlo is not None
    assert bomlo.kommune_by_cost_key["2022"] == pytest.approx(
        1_310_000_000 * 0.5 * key_of("4613"), rel=1e-9
    )
    assert bomlo.kommune_by_cost_key["2022"] > more
    utsira = written(tmp_path, ("kommune: 4613", "kommune: 1151")).regimes[AFTER].compensation
    assert utsira is not None
    assert utsira.kommune_by_cost_key["2022"] < more
    assert "taper eller vinner" in utsira.note.nb


def test_a_kommune_whose_key_is_not_known_is_not_shown_as_getting_nothing(tmp_path: Path) -> None:
    """Sør-Varanger has no index in the table: no figure, or a flagged one, but never a plain 0."""
    assert not key_of("5605")
    answer = written(tmp_path, ("kommune: 4613", "kommune: 5605"))
    found = answer.regimes[AFTER].compensation
    assert found is not None
    assert 0 not in found.kommune_by_cost_key.values()


def test_the_compensation_stands_with_the_regime_of_the_reform_only() -> None:
    assert shipped().regimes[BEFORE].compensation is None
    assert answer_of("institusjon_eller_mst").regimes[0].compensation is None


def test_the_reform_moves_money_from_bufetat_to_the_kommune_by_amount_alone() -> None:
    """12 x (170 000 - 68 740) for the place. Nobody else is touched; no behaviour is assumed."""
    moved = {part.holder: part for part in shipped().changed}
    assert set(moved) == {"kommune", "stat.bufetat"}
    assert moved["kommune"].difference == pytest.approx(-12 * (170_000 - 68_740), abs=0.01)
    for part in moved.values():
        assert part.amount == pytest.approx(part.difference)
        assert (part.incidence, part.behaviour) == (0, 0)
    assert sum(part.difference for part in moved.values()) == pytest.approx(0, abs=0.01)


# The open norms the other way


@pytest.mark.parametrize(("regime", "share"), [(BEFORE, 0.3569), (AFTER, 0.1443)])
def test_where_bufetat_does_not_offer_mst_the_kommune_pays_all_of_it(
    tmp_path: Path, regime: int, share: float
) -> None:
    """§ 16-5: the egenandel is for what the agency offers. Then 5 x 58 882 / (12 x 170 000) =
    14.4 % instead of 3.7 %, and 35.7 instead of 9.8 before the reform; the public sum stays."""
    answer = written(tmp_path, NOT_OFFERED)
    found = account(answer.regimes[regime], "kommune.barnevern")
    assert found.cost[-1] == pytest.approx(MST_MONTHS * MST)
    assert found.break_even[-1] == pytest.approx(
        MST_MONTHS * MST / (MONTHS * EGENANDEL[regime][0]), abs=SAME
    )
    assert found.break_even[-1] == pytest.approx(share, abs=5e-5)
    assert account(answer.regimes[regime], "stat.bufetat", "budget_holder").cost[-1] == 0
    assert paid(answer, regime, "mst_drift") == 0
    assert paid(answer, regime, "egenandel_mst") == 0
    public = account(answer.regimes[regime], "public")
    assert public.break_even == pytest.approx(
        account(shipped().regimes[regime], "public").break_even, abs=SAME
    )


def test_the_practice_used_is_shown(tmp_path: Path) -> None:
    norms = {n.name: n for n in written(tmp_path, NOT_OFFERED).rests_on.open_norms}
    assert norms["bufetat_tilbyr_mst"].used == 0


@pytest.mark.parametrize("regime", [BEFORE, AFTER])
def test_oslo_pays_in_full_in_both_regimes(tmp_path: Path, regime: int) -> None:
    """§ 16-6: Oslo is its own child welfare agency, outside the egenandel:
    5 x 58 882 / (12 x 473 344 - 12 x 1 054) = 5.2 %: the child benefit of the twelve months, 1 054
    each (§ 2 of its act, to the institution), is lost when the child stays at home."""
    answer = written(tmp_path, OSLO)
    found = account(answer.regimes[regime], "kommune.barnevern")
    assert found.cost[-1] == pytest.approx(MST_MONTHS * MST)
    assert found.gain[-1] == pytest.approx(MONTHS * (INSTITUTION - CHILD_BENEFIT))
    assert found.break_even[-1] == pytest.approx(0.0519, abs=5e-5)
    assert paid(answer, regime, "egenandel_institusjon") == 0
    assert paid(answer, regime, "institusjon_drift") == 0
    assert paid(answer, regime, "institusjon_drift_kommune") == pytest.approx(MONTHS * INSTITUTION)


def test_bufetat_has_no_account_in_oslo(tmp_path: Path) -> None:
    """§ 16-6: Oslo is its own agency. The child benefit of the institution child goes to Oslo's
    institution, so that nobody at Bufetat pays, gains or loses."""
    for regime in written(tmp_path, OSLO).regimes:
        assert "stat.bufetat" not in {one.name for one in regime.accounts}


def test_the_reform_changes_nothing_in_oslo(tmp_path: Path) -> None:
    answer = written(tmp_path, OSLO)
    assert answer.changed == ()
    before, after = answer.regimes
    assert [one.break_even for one in before.accounts] == [one.break_even for one in after.accounts]


def test_where_bufetat_does_not_offer_the_place_the_kommune_saves_all_of_it(
    tmp_path: Path,
) -> None:
    """§§ 15-11 and 16-5: MST at the egenandel of 15 000 against a place at the gross price."""
    answer = written(
        tmp_path,
        ("bufetat_tilbyr_mst: true", "bufetat_tilbyr_mst: true\n    bufetat_tilbyr_plass: false"),
    )
    found = account(answer.regimes[AFTER], "kommune.barnevern")
    assert found.break_even[-1] == pytest.approx(
        MST_MONTHS * 15_000 / (MONTHS * (INSTITUTION - CHILD_BENEFIT)), abs=SAME
    )


CLAIMED = (
    ("lonn: 430000}", "lonn: 430000, oppfostringsbidrag_fastsatt: {per_month: 2500}}"),
    ("courses:\n", "husstand: {kommunen_krever_oppfostringsbidrag: true}\ncourses:\n"),
)


def test_a_contribution_from_the_mother_is_less_for_the_kommune_to_gain(tmp_path: Path) -> None:
    """§ 15-12, from the month after the placement to and with its last: eleven months of 2 500."""
    answer = written(tmp_path, *CLAIMED)
    assert paid(answer, AFTER, "oppfostringsbidrag") == 11 * 2_500
    found = account(answer.regimes[AFTER], "kommune.barnevern")
    assert found.gain[-1] == pytest.approx(MONTHS * 170_000 - 11 * 2_500)
    public = account(answer.regimes[AFTER], "public").gain[-1]
    assert public == pytest.approx(account(shipped().regimes[AFTER], "public").gain[-1] - 27_500)


def test_the_norm_of_the_contribution_shows_the_practice_that_the_case_states(
    tmp_path: Path,
) -> None:
    norms = {norm.name: norm for norm in written(tmp_path, *CLAIMED).rests_on.open_norms}
    norm = norms["kommunen_krever_oppfostringsbidrag"]
    assert (norm.used, norm.usual, norm.most) == (1, 0, 1)


def kommune_table() -> list[dict[str, str]]:
    path = shipped_cases()["institusjon_eller_mst"].parents[1] / "evidence" / "kommuner.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def key_of(number: str) -> float:
    row = next(row for row in kommune_table() if row["kommunenummer"] == number)
    return float(row["andel_av_barnevernnokkel"] or 0)
