"""Properties of student support that hold for every applicant."""

from typing import Any

import numpy
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import household

RULES = (
    "studielan",
    "tilleggslan",
    "lan_videregaende",
    "utstyrsstipend",
    "borteboerstipend",
    "inntektsavhengig_stipend",
    "barnestipend",
    "tilleggsstipend",
    "foreldrestipend",
    "sykestipend",
    "omgjoring_til_stipend",
    "studiestipend_utbetalt",
    "studiestotte",
    "studiestotte_utbetaling",
)
quick = settings(max_examples=20, deadline=None)

facts = st.fixed_dictionaries(
    {
        "soker_utdanningsstotte": st.just(True),
        "i_hoyere_utdanning": st.booleans(),
        "elev_i_vgo": st.booleans(),
        "laerling": st.booleans(),
        "studieandel": st.sampled_from([0.0, 0.3, 0.5, 0.7, 1.0]),
        "plassering": st.sampled_from(["hjemme", "egen_bolig", "fosterhjem"]),
        "avstand_til_skolen_km": st.sampled_from([0.0, 40.0]),
        "lanekasse_egne_barn": st.integers(0, 3),
        "soker_gift": st.booleans(),
        "lonn": st.integers(0, 60_000),
        "lanekasse_annen_trygd": st.integers(0, 20_000),
        "lanekasse_ektefelles_inntekt": st.integers(0, 80_000),
        "innvilget_foreldrestipend": st.booleans(),
        "studieufor_grad": st.sampled_from([0.0, 0.5, 1.0]),
        "sykestipend_andel_av_maneden": st.sampled_from([0.0, 0.5, 1.0]),
        "studiepoeng_i_semesteret": st.sampled_from([0.0, 15.0, 30.0, 60.0]),
        "grad_bestatt": st.booleans(),
        "soker_tilleggslan": st.booleans(),
        "kan_ikke_arbeide_ved_siden_av_studiet": st.booleans(),
    }
)


def person(year: int, born: int, given: dict[str, Any], **yearly: float) -> dict[str, Any]:
    months = [f"{year}-{month:02d}" for month in range(1, 13)]
    return {
        "born": f"{born}-05",
        **{name: dict.fromkeys(months, value) for name, value in given.items()},
        **{name: {str(year): value} for name, value in yearly.items()},
    }


def months_of(case: Any, rule: str, year: int) -> Any:
    return numpy.array([case.calculate(rule, f"{year}-{month:02d}") for month in range(1, 13)])


@quick
@given(st.integers(2019, 2026), st.integers(17, 29), facts, st.integers(0, 2_000_000))
def test_never_negative_and_no_more_than_the_loan(
    year: int, age: int, stated: dict[str, Any], wealth: int
) -> None:
    case = household(
        {"p": person(year, year - age, stated, lanekasse_formue=wealth, forsorgerinntekt=300_000)},
        foreldre=["p"],
    )
    found = {rule: months_of(case, rule, year) for rule in RULES}
    for rule, amounts in found.items():
        assert (amounts >= -1e-9).all(), rule
    loans = found["studielan"] + found["tilleggslan"] + found["lan_videregaende"]
    turned = found["omgjoring_til_stipend"] + found["sykestipend"]
    assert (turned <= loans + 1e-6).all()
    assert (found["omgjoring_til_stipend"] <= 0.4 * 15_488 + 1e-6).all()


@quick
@given(st.integers(2019, 2026), st.integers(17, 29), facts)
def test_payments_of_the_year_are_the_support_of_the_year(
    year: int, age: int, stated: dict[str, Any]
) -> None:
    case = household({"p": person(year, year - age, stated)}, foreldre=["p"])
    support, paid = (months_of(case, rule, year) for rule in RULES[-2:])
    assert numpy.isclose(support.sum(), paid.sum())


@quick
@given(st.integers(2019, 2026), st.integers(17, 29), facts, st.integers(0, 20_000))
def test_more_benefits_never_give_more_grants(
    year: int, age: int, stated: dict[str, Any], more: int
) -> None:
    richer = stated | {"lanekasse_annen_trygd": stated["lanekasse_annen_trygd"] + more}
    case = household(
        {
            "a": person(year, year - age, stated, forsorgerinntekt=250_000),
            "b": person(year, year - age, richer, forsorgerinntekt=250_000),
        },
        andre=["a", "b"],
    )
    for rule in ("inntektsavhengig_stipend", "barnestipend", "omgjoring_til_stipend"):
        amounts = months_of(case, rule, year)
        assert (amounts[:, 0] >= amounts[:, 1] - 1e-6).all(), rule


@quick
@given(st.integers(2019, 2026), facts, facts)
def test_order_and_names_do_not_matter(
    year: int, first: dict[str, Any], second: dict[str, Any]
) -> None:
    a, b = person(year, year - 19, first), person(year, year - 24, second)
    one = household({"a": a, "b": b}, andre=["a", "b"])
    two = household({"x": b, "y": a}, andre=["x", "y"])
    for rule in RULES:
        for month in (f"{year}-03", f"{year}-08"):
            assert numpy.allclose(one.calculate(rule, month), two.calculate(rule, month)[::-1])


@quick
@given(st.integers(0, 1_200_000), st.integers(0, 5), st.booleans(), st.integers(0, 300_000))
def test_the_income_tested_grant_falls_with_the_parents_income(
    income: int, siblings: int, apart: bool, more: int
) -> None:
    stated = {
        "soker_utdanningsstotte": True,
        "elev_i_vgo": True,
        "sosken_utenfor_husstanden": siblings,
        "forsorgere_bor_ikke_sammen": apart,
    }
    case = household(
        {
            "a": person(2026, 2009, stated, forsorgerinntekt=income + 1),
            "b": person(2026, 2009, stated, forsorgerinntekt=income + 1 + more),
        },
        andre=["a", "b"],
    )
    first, second = case.calculate("inntektsavhengig_stipend", "2026-10")
    assert first >= second
    assert first in (0, 1356, 2714, 4071)


@quick
@given(st.integers(2019, 2025), st.sampled_from(["fagskole", "folkehogskole", "annen"]))
def test_a_study_year_has_ten_or_eleven_equal_months(start: int, kind: str) -> None:
    stated = {"soker_utdanningsstotte": True, "lanekasse_utdanning": kind}
    both = person(start, 2000, stated)
    for name, values in person(start + 1, 2000, stated).items():
        if name != "born":
            both[name] = both[name] | values
    case = household({"p": both}, foreldre=["p"])
    amounts = [float(case.calculate("studielan", f"{start}-{m:02d}")[0]) for m in range(8, 13)]
    amounts += [float(case.calculate("studielan", f"{start + 1}-{m:02d}")[0]) for m in range(1, 8)]
    count = 11 if kind == "fagskole" else 10
    assert amounts == [amounts[0]] * count + [0.0] * (12 - count)
