"""Opplæringslova: ages, rights, grants and costs, both sides of every condition.

Sources: the act of 2023 (lov/2023-06-09-30) and of 1998 (lov/1998-07-17-61), Udir's rates for 2024,
opplæringsforskrifta § 22-3 with annex 2.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household, system


def person(born: str, month: str, **facts: object) -> object:
    """A household of one child with facts in one month."""
    inputs = {name: {month: value} for name, value in facts.items()}
    return household({"p": {"born": born, **inputs}}, barna=["p"])


def value(rule: str, born: str, month: str, **facts: object) -> float:
    return float(person(born, month, **facts).calculate(rule, month)[0])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("month", "grade"),
    [
        ("2020-07", 0),
        ("2020-08", 1),
        ("2021-07", 1),
        ("2021-08", 2),
        ("2030-07", 10),
        ("2030-08", 0),
    ],
)
def test_ten_grades_from_august_of_the_year_the_child_turns_six(month: str, grade: int) -> None:
    """§ 2-1, born in November 2014."""
    assert value("trinn", "2014-11", month) == grade


@pytest.mark.parametrize(
    ("month", "right"),
    [("2019-12", False), ("2020-01", True), ("2030-07", True), ("2030-08", False)],
)
def test_the_right_begins_in_january_of_that_year(month: str, right: bool) -> None:
    """§ 2-1: "frå det året dei fyller seks år"."""
    assert bool(value("rett_til_grunnskole", "2014-11", month)) is right


@pytest.mark.parametrize(
    ("fact", "month", "grade"),
    [
        ("utsatt_skolestart", "2020-08", 0),
        ("utsatt_skolestart", "2021-08", 1),
        ("tidlig_skolestart", "2019-07", 0),
        ("tidlig_skolestart", "2019-08", 1),
    ],
)
def test_late_and_early_start_move_school_by_a_year(fact: str, month: str, grade: int) -> None:
    """§ 2-4."""
    case = household({"p": {"born": "2014-11", fact: {"ETERNITY": True}}}, barna=["p"])
    assert case.calculate("trinn", month) == [grade]


@pytest.mark.parametrize(
    ("born", "km", "right"),
    [
        ("2018-03", 2.0, False),
        ("2018-03", 2.1, True),
        ("2017-03", 4.0, False),
        ("2017-03", 4.1, True),
    ],
)
def test_distance_for_free_transport(born: str, km: float, right: bool) -> None:
    """§ 4-1: more than 2 km in grade 1, more than 4 km from grade 2; October 2024."""
    assert bool(value("rett_til_skyss_grunnskole", born, "2024-10", skolevei_km=km)) is right


def test_a_dangerous_way_gives_transport_whatever_the_distance() -> None:
    assert (
        value("rett_til_skyss_grunnskole", "2014-03", "2024-10", saerlig_farlig_skolevei=True) == 1
    )


@pytest.mark.parametrize(
    ("facts", "kommune", "county"),
    [
        ({"saerlig_farlig_skolevei": True, "skolevei_km": 1.0}, True, False),
        ({"saerlig_farlig_skolevei": True, "skolevei_km": 4.1}, True, False),
        ({"trenger_batskyss": True}, False, True),
        ({"trenger_skyss_av_helsegrunner": True}, False, True),
        ({}, False, False),
    ],
)
def test_the_kommune_carries_the_dangerous_way_and_the_county_the_rest(
    facts: dict[str, object], kommune: bool, county: bool
) -> None:
    """§§ 4-1 and 28-7 first paragraph."""
    assert bool(value("skyss_fra_kommunen", "2014-03", "2024-10", **facts)) is kommune
    assert bool(value("skyss_fra_fylkeskommunen", "2014-03", "2024-10", **facts)) is county
    assert bool(value("rett_til_skyss_grunnskole", "2014-03", "2024-10", **facts)) is (
        kommune or county
    )


def test_transport_by_boat_is_free_in_upper_secondary_too() -> None:
    """§ 9-1 second paragraph."""
    facts = {"elev_i_vgo": True, "trenger_batskyss": True}
    assert value("rett_til_skyss_vgo", "2008-03", "2025-10", **facts) == 1


def test_preparatory_education_is_for_whoever_needs_it_and_has_no_right_under_chapter_5() -> None:
    """§ 18-2: not only for those who never finished compulsory school."""
    need = {"trenger_forberedende_opplaering": True}
    rule = "rett_til_forberedende_opplaering"
    assert value(rule, "1998-03", "2025-10", **need) == 1
    assert value(rule, "2006-03", "2025-10", **need) == 0
    assert value(rule, "2006-03", "2025-10", **need, fullfort_vgo=True) == 1
    assert value(rule, "2014-03", "2025-10", **need) == 0


def test_requalification_ends_with_one_new_competence() -> None:
    """§ 18-4."""
    rule, done = "rett_til_rekvalifisering", {"fullfort_vgo": True}
    assert value(rule, "2000-03", "2025-10", **done) == 1
    assert value(rule, "2000-03", "2025-10", **done, har_rekvalifisert_seg=True) == 0


@pytest.mark.parametrize(
    ("rule", "fact"),
    [
        ("rett_til_opplaering_i_barnevernsinstitusjon", {"plassering": "institusjon"}),
        ("rett_til_opplaering_i_helseinstitusjon", {"innlagt_i_helseinstitusjon": True}),
        ("rett_til_opplaering_i_fengsel", {"i_fengsel": True}),
    ],
)
def test_education_in_institutions_covers_adults_too(rule: str, fact: dict[str, object]) -> None:
    """§§ 28-3 to 28-5: compulsory, preparatory and upper secondary education."""
    assert value(rule, "2006-03", "2025-10", **fact, mangler_fullfort_grunnskole=True) == 1
    assert value(rule, "1999-03", "2025-10", **fact, soker_vgo_som_voksen=True) == 1
    assert value(rule, "1999-03", "2025-10", **fact) == 0


@pytest.mark.parametrize(
    ("dangerous", "unsafe", "kommune", "fylkeskommune"),
    [(False, False, 0, 1), (True, False, 1, 0), (False, True, 0, 0), (True, True, 0, 0)],
)
def test_a_dangerous_way_is_for_the_kommune_and_unsafe_transport_for_nobody(
    dangerous: bool, unsafe: bool, kommune: int, fylkeskommune: int
) -> None:
    """§§ 4-3 first paragraph and 28-7 first paragraph; five kilometres in grade 5."""
    case = person(
        "2014-03",
        "2024-10",
        skolevei_km=5,
        saerlig_farlig_skolevei=dangerous,
        daglig_skyss_er_uforsvarlig=unsafe,
    )
    assert case.calculate("skyss_fra_kommunen", "2024-10") == [kommune]  # type: ignore[attr-defined]
    got = case.calculate("skyss_fra_fylkeskommunen", "2024-10")  # type: ignore[attr-defined]
    assert got == [fylkeskommune]


@pytest.mark.parametrize(("boat", "right"), [(False, False), (True, True)])
def test_whoever_needs_a_boat_has_transport_in_both_schools(boat: bool, right: bool) -> None:
    """§§ 4-1 third paragraph and 9-1 second paragraph."""
    pupil = value("rett_til_skyss_grunnskole", "2014-03", "2024-10", trenger_batskyss=boat)
    older = value(
        "rett_til_skyss_vgo", "2008-03", "2024-10", trenger_batskyss=boat, elev_i_vgo=True
    )
    assert (bool(pupil), bool(older)) == (right, right)


@pytest.mark.parametrize("fact", ["innlagt_i_helseinstitusjon", "i_fengsel"])
def test_the_county_authority_gives_school_in_institutions(fact: str) -> None:
    """§ 28-1: the kommune, except those of §§ 28-3 to 28-6."""
    assert value("grunnskole_fra_kommunen", "2010-03", "2024-10") == 1
    assert value("grunnskole_fra_kommunen", "2010-03", "2024-10", **{fact: True}) == 0
    assert value("rett_til_grunnskole", "2010-03", "2024-10", **{fact: True}) == 1


@pytest.mark.parametrize(("km", "right"), [(6.0, False), (6.1, True)])
def test_six_kilometres_in_upper_secondary(km: float, right: bool) -> None:
    """§ 9-1."""
    got = value("rett_til_skyss_vgo", "2008-03", "2025-10", skolevei_km=km, elev_i_vgo=True)
    assert bool(got) is right


@pytest.mark.parametrize(
    ("born", "month", "right"),
    [
        ("2009-05", "2025-07", False),
        ("2009-05", "2025-08", True),
        ("2000-12", "2025-07", True),
        ("2000-01", "2025-08", False),
    ],
)
def test_right_to_upper_secondary_from_grade_10_to_the_school_year_of_24(
    born: str, month: str, right: bool
) -> None:
    """§ 5-1: born 2009, grade 10 ends in July 2025; born 2000, the school year that begins in 2024
    ends in July 2025."""
    assert bool(value("rett_til_vgo", born, month)) is right


def test_no_right_once_competence_is_reached_or_without_compulsory_school() -> None:
    assert value("rett_til_vgo", "2007-05", "2025-10") == 1
    assert value("rett_til_vgo", "2007-05", "2025-10", fullfort_vgo=True) == 0
    assert value("rett_til_vgo", "2007-05", "2025-10", har_yrkeskompetanse=True) == 0
    assert value("rett_til_vgo", "2007-05", "2025-10", mangler_fullfort_grunnskole=True) == 0


@pytest.mark.parametrize(
    ("month", "used", "changed", "right"),
    [
        ("2024-07", 2.9, False, True),
        ("2024-07", 3.0, False, False),
        ("2024-07", 3.0, True, True),
        ("2024-07", 4.0, True, False),
        ("2024-08", 3.0, False, True),
        ("2024-08", 9.0, False, True),
    ],
)
def test_three_years_until_july_2024_no_limit_after(
    month: str, used: float, changed: bool, right: bool
) -> None:
    """Act of 1998 § 3-1 first and fourth paragraphs; act of 2023 § 5-1. Born 2005: 19 in 2024."""
    got = value(
        "rett_til_vgo", "2005-05", month, ar_brukt_av_vgo_rett=used, har_gjort_omvalg=changed
    )
    assert bool(got) is right


@pytest.mark.parametrize(
    ("month", "changed", "right"),
    [
        ("2024-07", False, True),
        ("2024-07", True, False),
        ("2025-03", True, True),
        ("2025-04", True, False),
        ("2025-04", False, True),
    ],
)
def test_free_change_until_march_of_the_year_of_19(month: str, changed: bool, right: bool) -> None:
    """§ 5-5, born 2006: turns 19 in 2025; the deadline is 1 March. One change before 2024."""
    got = value("rett_til_omvalg", "2006-09", month, elev_i_vgo=True, har_gjort_omvalg=changed)
    assert bool(got) is right


def test_only_pupils_and_apprentices_change_programme() -> None:
    assert value("rett_til_omvalg", "2007-09", "2024-10") == 0
    assert value("rett_til_omvalg", "2007-09", "2024-10", laerling=True) == 1


@pytest.mark.parametrize(("contract", "right"), [(False, True), (True, False)])
def test_right_to_an_apprenticeship_until_a_contract_is_signed(contract: bool, right: bool) -> None:
    """§ 5-6."""
    facts = {"kan_formidles_til_laereplass": True, "laerling": contract}
    assert bool(value("rett_til_laereplass", "2007-05", "2025-08", **facts)) is right
    assert value("rett_til_laereplass", "2007-05", "2025-08") == 0


@pytest.mark.parametrize(("born", "right"), [("2007-05", 1), ("1996-05", 0)])
def test_every_applicant_is_placed_also_an_adult(born: str, right: int) -> None:
    """§ 7-7: all applicants who meet the conditions; § 5-6 only within the youth right."""
    case = person(born, "2025-08", kan_formidles_til_laereplass=True)
    assert case.calculate("skal_formidles_til_laereplass", "2025-08") == [1]  # type: ignore[attr-defined]
    assert case.calculate("rett_til_laereplass", "2025-08") == [right]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("month", "born", "right"),
    [
        ("2023-12", "1999-05", True),
        ("2024-01", "1999-05", False),
        ("2025-07", "2000-05", True),
        ("2025-08", "2000-05", False),
    ],
)
def test_supplementary_year_to_the_end_of_the_year_then_of_the_school_year(
    month: str, born: str, right: bool
) -> None:
    """Act of 1998 § 3-1 eleventh paragraph; act of 2023 § 5-7. 24 in 2023 and 2024."""
    assert bool(value("rett_til_pabygging", born, month, har_yrkeskompetanse=True)) is right


@pytest.mark.parametrize(
    ("born", "month", "right"),
    [
        ("2000-12", "2024-07", False),
        ("1999-01", "2024-07", True),
        ("2005-12", "2024-08", True),
        ("2006-01", "2024-08", False),
    ],
)
def test_adult_right_from_25_then_from_the_school_year_of_19(
    born: str, month: str, right: bool
) -> None:
    """Act of 1998 § 4A-3: the year of 25; act of 2023 § 18-3: the school year of the year of 19."""
    assert bool(value("rett_til_vgo_for_voksne", born, month, soker_vgo_som_voksen=True)) is right
    assert value("rett_til_vgo_for_voksne", born, month) == 0


@pytest.mark.parametrize(("month", "right"), [("2024-07", False), ("2024-08", True)])
def test_requalification_is_new_in_august_2024(month: str, right: bool) -> None:
    """§ 18-4."""
    assert bool(value("rett_til_rekvalifisering", "1996-01", month, fullfort_vgo=True)) is right


def test_preparatory_education_only_past_school_and_without_a_right_to_upper_secondary() -> None:
    """§ 18-2."""
    rule = "rett_til_forberedende_opplaering"
    assert value(rule, "2009-05", "2025-07", mangler_fullfort_grunnskole=True) == 0
    assert value(rule, "2009-05", "2025-08", mangler_fullfort_grunnskole=True) == 1
    assert value(rule, "2009-05", "2025-08") == 0


@pytest.mark.parametrize(
    ("born", "month", "inside"),
    [
        ("2002-12", "2023-12", True),
        ("2002-12", "2024-01", False),
        ("2002-12", "2024-07", False),
        ("2002-12", "2024-08", True),
        ("2000-01", "2024-12", True),
        ("2000-01", "2025-01", False),
    ],
)
def test_follow_up_service_to_21_then_to_24(born: str, month: str, inside: bool) -> None:
    """Act of 1998 § 3-6: to and with the year of 21; act of 2023 § 9-4: to the end of 24."""
    rule = "i_malgruppen_for_oppfolgingstjenesten"
    assert bool(value(rule, born, month, utenfor_opplaering_og_arbeid=True)) is inside


@pytest.mark.parametrize("place", ["elev_i_vgo", "laerling", "i_hoyere_utdanning", "fullfort_vgo"])
def test_nobody_with_a_place_or_competence_is_in_the_target_group(place: str) -> None:
    rule = "i_malgruppen_for_oppfolgingstjenesten"
    assert value(rule, "2007-05", "2025-10", uten_plass_1_oktober=True) == 1
    assert value(rule, "2007-05", "2025-10", uten_plass_1_oktober=True, **{place: True}) == 0
    assert value(rule, "2007-05", "2025-10") == 0


@pytest.mark.parametrize(
    ("month", "competence", "born", "amount"),
    [
        ("2024-12", False, "2006-05", 175882 / 24),
        ("2025-01", False, "2006-05", 183093 / 24),
        ("2025-01", True, "2006-05", 5963),
        ("2021-06", False, "2002-05", 167407 / 24),
        ("2018-06", False, "2000-05", 6377.21),
        ("2025-07", False, "2000-05", 183093 / 24),
        ("2025-08", False, "2000-05", 5963),
    ],
)
def test_grant_to_the_company(month: str, competence: bool, born: str, amount: float) -> None:
    """§ 7-8; laerling.no: 6 377.21 (2018) a month in 24 months; agderfk.no: 167 407 (2021); mno.no:
    183 093 (2025)."""
    got = value("laerlingtilskudd", born, month, laerling=True, fullfort_vgo=competence)
    assert got == pytest.approx(amount, abs=0.005)


def test_two_years_in_the_company_cost_one_grant() -> None:
    """Basistilskudd I pays one year of training over two years in the company."""
    months = {f"{year}-{month:02d}": True for year in (2023, 2024) for month in range(1, 13)}
    case = household({"p": {"born": "2005-05", "laerling": months}}, barna=["p"])
    total = sum(float(case.calculate("laerlingtilskudd", month)[0]) for month in months)
    assert total == pytest.approx(175882)


@pytest.mark.parametrize(
    ("programme", "rate"),
    [("studiespesialisering", 151300), ("helse_oppvekst", 177500), ("naturbruk", 240300)],
)
def test_cost_of_a_place_by_programme(programme: str, rate: int) -> None:
    """Udir, rates for private upper secondary schools 2024 (100 per cent)."""
    facts = {"elev_i_vgo": True, "utdanningsprogram": programme}
    assert value("videregaende_kostnad", "2007-05", "2024-10", **facts) == pytest.approx(rate / 12)


def test_no_cost_for_the_apprentice_or_without_a_place() -> None:
    assert value("videregaende_kostnad", "2007-05", "2024-10", elev_i_vgo=True, laerling=True) == 0
    assert value("videregaende_kostnad", "2007-05", "2024-10") == 0


@pytest.mark.parametrize(
    ("place", "kommune", "fylkeskommune"),
    [("hjemme", 1, False), ("fosterhjem", 1, False), ("institusjon", 0, True)],
)
def test_the_county_answers_for_school_in_an_institution(
    place: str, kommune: int, fylkeskommune: bool
) -> None:
    """§ 28-3; in a foster home the kommune of care still pays (opplæringsforskrifta § 21-3)."""
    assert value("grunnskoleplass_kommune", "2011-05", "2024-10", plassering=place) == kommune
    got = value("grunnskole_institusjon_kostnad", "2011-05", "2024-10", plassering=place)
    assert bool(got > 0) is fylkeskommune


@pytest.mark.parametrize(
    ("need", "factor"), [("ingen", 1), ("moderat", 2.95), ("omfattende", 5.84)]
)
def test_the_refund_rate_of_an_institution(need: str, factor: float) -> None:
    """Annex 2: two thirds of 135 300 and one third of 107 400 is 126 000 a year in 2021."""
    facts = {"plassering": "institusjon", "tilretteleggingsbehov": need}
    got = value("grunnskole_institusjon_kostnad", "2009-05", "2021-10", **facts)
    assert got == pytest.approx(126000 / 12 * factor)


def test_a_pupil_of_upper_secondary_in_an_institution_costs_the_same_rate() -> None:
    facts = {"plassering": "institusjon", "elev_i_vgo": True}
    assert value("videregaende_institusjon_kostnad", "2004-05", "2021-10", **facts) == 10500
    assert value("videregaende_kostnad", "2004-05", "2021-10", **facts) == 0


@pytest.mark.parametrize(
    ("grade_born", "right"), [("2018-05", True), ("2015-05", True), ("2014-05", False)]
)
def test_intensive_teaching_to_grade_4(grade_born: str, right: bool) -> None:
    """§ 11-3; in October 2024 those born 2018 are in grade 1, 2015 in 4, 2014 in 5."""
    facts = {"fare_for_manglende_progresjon": True}
    assert bool(value("skal_ha_intensiv_opplaering", grade_born, "2024-10", **facts)) is right


@pytest.mark.parametrize(("needs", "right"), [(True, True), (False, False)])
def test_adapted_teaching_is_an_open_norm(needs: bool, right: bool) -> None:
    """§ 11-6: the school owner judges whether measures within ordinary teaching are enough."""
    facts = {"uten_tilfredsstillende_utbytte": True, "trenger_individuell_tilrettelegging": needs}
    rule = "rett_til_individuell_tilrettelegging"
    assert bool(value(rule, "2012-05", "2024-10", **facts)) is right
    assert value(rule, "2012-05", "2024-10") == 0


def test_the_expert_assessment_has_one_holder_for_each_kind_of_school() -> None:
    """§ 11-7."""
    facts = {"uten_tilfredsstillende_utbytte": True}
    assert value("skal_ha_sakkyndig_vurdering_grunnskole", "2012-05", "2024-10", **facts) == 1
    assert value("skal_ha_sakkyndig_vurdering_vgo", "2012-05", "2024-10", **facts) == 0
    facts["elev_i_vgo"] = True
    assert value("skal_ha_sakkyndig_vurdering_vgo", "2007-05", "2024-10", **facts) == 1


def test_the_school_environment() -> None:
    """§§ 12-4, 12-6: the county governor decides only when the case is reported."""
    facts = {"utrygt_skolemiljo": True}
    assert value("aktivitetsplikt_skolemiljo", "2012-05", "2024-10", **facts) == 1
    assert value("handheving_skolemiljo", "2012-05", "2024-10", **facts) == 0
    facts["skolemiljo_meldt_statsforvalter"] = True
    assert value("handheving_skolemiljo", "2012-05", "2024-10", **facts) == 1
    assert value("handheving_skolemiljo", "2000-05", "2024-10", **facts) == 0


@pytest.mark.parametrize(("absent", "duty"), [(True, True), (False, False)])
def test_absence_is_followed_up(absent: bool, duty: bool) -> None:
    """§ 10-6."""
    got = value("fravaer_skal_folges_opp", "2012-05", "2024-10", hoyt_fravaer=absent)
    assert bool(got) is duty
    assert value("fravaer_skal_folges_opp", "2005-05", "2024-10", hoyt_fravaer=True) == 0


MONTHS = st.tuples(st.integers(2019, 2026), st.integers(1, 12)).map(lambda m: f"{m[0]}-{m[1]:02d}")
BIRTHS = st.tuples(st.integers(1960, 2026), st.integers(1, 12)).map(lambda m: f"{m[0]}-{m[1]:02d}")
PROGRAMMES = st.sampled_from(
    [item.name for item in system().variables["utdanningsprogram"].possible_values]
)


@settings(max_examples=60, deadline=None)
@given(
    born=BIRTHS, month=MONTHS, programme=PROGRAMMES, apprentice=st.booleans(), done=st.booleans()
)
def test_costs_are_never_negative_and_stay_below_the_dearest_rate(
    born: str, month: str, programme: str, apprentice: bool, done: bool
) -> None:
    facts = {
        "elev_i_vgo": True,
        "utdanningsprogram": programme,
        "laerling": apprentice,
        "fullfort_vgo": done,
    }
    case = person(born, month, **facts)
    cost = float(case.calculate("videregaende_kostnad", month)[0])  # type: ignore[attr-defined]
    grant = float(case.calculate("laerlingtilskudd", month)[0])  # type: ignore[attr-defined]
    assert 0 <= cost <= 240300 / 12
    assert 0 <= grant <= 183093 / 24
    assert (grant > 0) is apprentice


@settings(max_examples=60, deadline=None)
@given(born=BIRTHS, month=MONTHS)
def test_nobody_is_both_a_pupil_of_compulsory_school_and_entitled_to_more(
    born: str, month: str
) -> None:
    """Grade 10 ends where § 5-1 begins."""
    case = person(born, month)
    pupil = case.calculate("elev_i_grunnskole", month)  # type: ignore[attr-defined]
    right = case.calculate("rett_til_vgo", month)  # type: ignore[attr-defined]
    assert not (pupil & right).any()


@settings(max_examples=20, deadline=None)
@given(st.permutations(["mor", "a", "b"]))
def test_the_order_of_members_does_not_matter(order: list[str]) -> None:
    persons = {"mor": {"born": "1985-05"}, "a": {"born": "2012-05"}, "b": {"born": "2016-05"}}
    case = household(
        {name: persons[name] for name in order},
        foreldre=["mor"],
        barna=[n for n in order if n != "mor"],
    )
    assert dict(zip(order, case.calculate("trinn", "2024-10"), strict=True)) == {
        "mor": 0,
        "a": 7,
        "b": 3,
    }


@pytest.mark.parametrize(
    ("month", "fact", "right"),
    [
        ("2025-10", {"innlagt_i_helseinstitusjon": True}, True),
        ("2025-10", {"dognopphold": "somatikk"}, True),
        ("2025-10", {"bup_dogn": 4}, True),
        ("2025-10", {"barn_eller_sosken_av_innlagt": True}, True),
        ("2024-07", {"barn_eller_sosken_av_innlagt": True}, False),
        ("2025-10", {}, False),
    ],
)
def test_education_in_a_health_institution_for_inpatients_their_children_and_siblings(
    month: str, fact: dict[str, object], right: bool
) -> None:
    """§ 28-4 first paragraph; the act of 1998 § 13-3 a named patients."""
    got = value("rett_til_opplaering_i_helseinstitusjon", "2013-03", month, **fact)
    assert bool(got) is right
