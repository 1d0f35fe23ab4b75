"""School: refunds between kommuner and counties, adaptation in kroner, grants to private schools.

Sources: opplæringsforskrifta §§ 21-3 and 22-2; refund rates of the Agder kommuner from August 2022
(agderfk.no, gjesteelevsatser); Udir's rates for private schools 2024; SSB KOSTRA 2020-2025.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household


def value(rule: str, born: str, month: str, **facts: object) -> float:
    inputs = {name: {month: stated} for name, stated in facts.items()}
    case = household({"p": {"born": born, **inputs}}, barna=["p"])
    return float(case.calculate(rule, month)[0])


ADAPTED = {"uten_tilfredsstillende_utbytte": True}
PLACED = {"plassering": "fosterhjem", "grunnskole_i_annen_kommune": True}


def test_official_refund_rate_of_agder() -> None:
    """Grunnsats 108 000 a year from August 2022: 9 000 a month."""
    facts = PLACED | {"vertskommunens_kostnad_per_elev": 108000}
    assert value("grunnskole_refusjon", "2012-03", "2022-10", **facts) == 9000


@pytest.mark.parametrize(
    ("born", "month", "hours", "kroner"),
    [
        ("2014-03", "2022-10", 76, 76 * 1200 / 12),
        ("2008-03", "2022-10", 76, 76 * 1300 / 12),
        ("2014-03", "2022-06", 76, 76 * 1060 / 12),
        ("2008-03", "2022-06", 76, 76 * 1150 / 12),
    ],
)
def test_official_teacher_hours_of_agder(
    born: str, month: str, hours: float, kroner: float
) -> None:
    """1 200 an hour in grades 1 to 7 and 1 300 in 8 to 10 from August 2022, 1 060 and 1 150 from
    2017; two hours a week are 76 a year."""
    facts = ADAPTED | {"arstimer_tilrettelegging": hours}
    assert value("tilrettelegging_kommune", born, month, **facts) == pytest.approx(kroner)


@pytest.mark.parametrize(("month", "price"), [("2022-07", 310), ("2022-08", 350)])
def test_official_assistant_hours_of_agder(month: str, price: int) -> None:
    """Assistant, and "andre ansatte": 310 and 350 an hour; ten hours a week are 380 a year."""
    facts = {"trenger_personlig_assistanse": True, "arstimer_personlig_assistanse": 380}
    cost = value("tilrettelegging_kommune", "2014-03", month, **facts)
    assert cost == pytest.approx(380 * price / 12)


@pytest.mark.parametrize(
    ("month", "hours", "mean"),
    [
        ("2019-10", 142.9, 118832.5),
        ("2020-10", 142.9, 118832.5),
        ("2021-10", 144.4, 128315.5),
        ("2022-10", 146.0, 135830.4),
        ("2023-10", 146.4, 150105.1),
        ("2024-10", 150.4, 155650.2),
        ("2025-10", 155.4, 163131.4),
        ("2026-01", 155.4, 163131.4),
    ],
)
def test_official_means_where_the_case_states_nothing(
    month: str, hours: float, mean: float
) -> None:
    """SSB KOSTRA: hours per pupil who has special teaching, and net cost per inhabitant 6-15."""
    price = 1060 if month < "2022-08" else 1200
    adapted = hours * price / 12
    assert value("tilrettelegging_kommune", "2013-03", month, **ADAPTED) == pytest.approx(adapted)
    assert value("grunnskole_refusjon", "2013-03", month, **PLACED) == pytest.approx(mean / 12)
    both = value("grunnskole_refusjon", "2013-03", month, **PLACED, **ADAPTED)
    assert both == pytest.approx(mean / 12 + adapted)


def test_a_placed_pupil_costs_the_kommune_a_refund_and_no_place_of_its_own() -> None:
    """§ 21-3: the adaptation is in the refund."""
    assert value("grunnskoleplass_kommune", "2013-03", "2024-10", **PLACED) == 0
    assert value("tilrettelegging_kommune", "2013-03", "2024-10", **PLACED, **ADAPTED) == 0
    assert value("grunnskoleplass_kommune", "2013-03", "2024-10", plassering="fosterhjem") == 1


@pytest.mark.parametrize(
    "facts", [{"plassering": "institusjon"}, {"privat_skole": True}, {"i_fengsel": True}]
)
def test_no_refund_where_another_pays(facts: dict[str, object]) -> None:
    """§ 21-3: not for §§ 28-3 to 28-5; a private school is paid by the state."""
    assert value("grunnskole_refusjon", "2011-03", "2024-10", **(PLACED | facts)) == 0


@pytest.mark.parametrize(
    ("facts", "adapted"),
    [
        ({}, 0),
        (ADAPTED, 1),
        (ADAPTED | {"trenger_individuell_tilrettelegging": False}, 0),
        (ADAPTED | {"plassering": "institusjon"}, 0),
        (ADAPTED | {"privat_skole": True}, 1),
        ({"arstimer_personlig_assistanse": 380}, 0),
    ],
)
def test_conditions_of_the_adaptation(facts: dict[str, object], adapted: int) -> None:
    """§ 11-6; the institution rate has it; privatskolelova § 3-6: the kommune of home pays."""
    cost = value("tilrettelegging_kommune", "2014-03", "2024-10", **facts)
    assert cost == pytest.approx(adapted * 150.4 * 1200 / 12)


@pytest.mark.parametrize(
    ("born", "month", "pupils", "year"),
    [
        ("2010-03", "2019-03", 0, 175300),
        ("2005-03", "2019-03", 0, 183900),
        ("2014-03", "2024-03", 0, 231500),
        ("2014-03", "2024-03", 42, 231500),
        ("2014-03", "2024-03", 43, (42 * 231500 + 81400) / 43),
        ("2009-03", "2024-03", 100, (42 * 239900 + 58 * 84500) / 100),
        ("2014-03", "2024-10", 45, 222900),
        ("2014-03", "2024-10", 90, (222900 + 88200) / 2),
        ("2010-03", "2024-10", 46, (45 * 225800 + 89300) / 46),
        ("2014-03", "2026-03", 0, 222900),
    ],
)
def test_official_rates_of_private_compulsory_schools(
    born: str, month: str, pupils: float, year: float
) -> None:
    """Udir 2019 and 2024: 85 per cent of the rate, the high one up to 42 pupils (45 from July)."""
    facts = {"privat_skole": True, "privatskolens_elevtall": pupils}
    grant = value("statstilskudd_privat_grunnskole", born, month, **facts)
    assert grant == pytest.approx(0.85 * year / 12)
    assert value("grunnskoleplass_kommune", born, month, **facts) == 0


@pytest.mark.parametrize(
    ("programme", "month", "rate"),
    [
        ("studiespesialisering", "2021-10", 133800),
        ("studiespesialisering", "2024-10", 151300),
        ("helse_oppvekst", "2024-10", 177500),
        ("naturbruk", "2024-10", 240300),
    ],
)
def test_official_rates_of_programmes(programme: str, month: str, rate: int) -> None:
    """Udir 2021 and 2024, private and guest pupil."""
    born = f"{int(month[:4]) - 17}-03"
    pupil = {"elev_i_vgo": True, "utdanningsprogram": programme}
    private = value("statstilskudd_privat_vgo", born, month, **pupil, privat_skole=True)
    assert private == pytest.approx(0.85 * rate / 12)
    guest = value("gjesteelev_refusjon", born, month, **pupil, gjesteelev_i_annet_fylke=True)
    assert guest == pytest.approx(rate / 12)


FLOWS = (
    "videregaende_kostnad",
    "gjesteelev_kostnad",
    "statstilskudd_privat_vgo",
    "videregaende_institusjon_kostnad",
    "laerlingtilskudd",
)


@settings(max_examples=30, deadline=None)
@given(
    guest=st.booleans(),
    private=st.booleans(),
    apprentice=st.booleans(),
    institution=st.booleans(),
    done=st.booleans(),
)
def test_one_payer_for_each_place_in_upper_secondary(
    guest: bool, private: bool, apprentice: bool, institution: bool, done: bool
) -> None:
    facts = {
        "elev_i_vgo": not apprentice,
        "laerling": apprentice,
        "gjesteelev_i_annet_fylke": guest,
        "privat_skole": private,
        "fullfort_vgo": done,
        "plassering": "institusjon" if institution else "hjemme",
    }
    paid = [value(name, "2007-03", "2024-10", **facts) for name in FLOWS]
    assert min(paid) >= 0
    assert sum(amount > 0 for amount in paid) == 1


def test_a_guest_pupil_without_the_right_is_not_refunded() -> None:
    """§ 22-2 first paragraph: only those with a right under § 5-1."""
    facts = {"elev_i_vgo": True, "gjesteelev_i_annet_fylke": True, "fullfort_vgo": True}
    assert value("gjesteelev_refusjon", "2005-03", "2024-10", **facts) == 0
    assert value("gjesteelev_kostnad", "2005-03", "2024-10", **facts) == pytest.approx(175000 / 12)


def test_adaptation_of_a_guest_pupil_is_in_the_refund() -> None:
    """§ 22-2 second paragraph: 175 000 and 150.4 hours at 1 300."""
    facts = ADAPTED | {"elev_i_vgo": True}
    hours = 150.4 * 1300 / 12
    guest = facts | {"gjesteelev_i_annet_fylke": True}
    assert value("gjesteelev_refusjon", "2007-03", "2024-10", **guest) == pytest.approx(
        175000 / 12 + hours
    )
    assert value("tilrettelegging_fylkeskommune", "2007-03", "2024-10", **guest) == 0
    assert value("tilrettelegging_fylkeskommune", "2007-03", "2024-10", **facts) == pytest.approx(
        hours
    )
