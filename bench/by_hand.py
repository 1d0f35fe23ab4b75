"""Child benefit, income tax and housing allowance of 2025, written by hand for speed alone.

This is what an engine is measured against: numpy arrays in, numpy arrays out, the amounts of one
year as constants, nothing that can be explained, dated, changed or reused. It was written from the
acts, not from the rules of this package, and is frozen: 2025 is over.

Arrays by person have one element per person (`n`), wage and benefits by month are `(12, n)`;
`household_index` says in which of `n_households` each person lives. Everybody lives at home, in
rented or owned dwellings; nobody has an old-age pension or pays in advance for another year.
"""

from typing import Any

import numpy
from numpy.typing import NDArray

__all__ = ["barnetrygd", "bostotte", "income_tax"]

Array = NDArray[Any]

JANUARY = 12 * 2025
"""Months since year 0, as `birth_month`."""

# Barnetrygdloven §§ 9 to 11; the ordinary amount rose on 1 May, the addition came on 1 October.
ORDINARY = numpy.repeat((1766.0, 1968.0), (4, 8))
EXTENDED = 2516.0
INFANT = 696.0
FINNMARK, FINNMARK_FROM = 500.0, 9
BENEFIT_MONTHS = (1, 12 * 18)
INFANT_MONTHS = (1, 12 * 3 + 1)
SHARED = 0.5

# Skatteloven §§ 2-14, 5-15, 6-32, 6-48, 15-2, 15-4, 15-5; skattevedtaket 2025.
TAXED_WITH_PARENTS, WAGE_EXEMPT_AGE, WAGE_EXEMPT = 16, 12, 10_000.0
MINIMUM_RATE, MINIMUM_LIMIT = 0.46, 92_000.0
CARE_AGE, CARE_FIRST, CARE_NEXT = 12, 25_000.0, 15_000.0
ALLOWANCE = 108_550.0
ZONE_AGE, ZONE_ALLOWANCE = 17, 30_000.0
KOMMUNE, FYLKE, STATE, STATE_IN_ZONE = 0.1275, 0.0265, 0.066, 0.031
STEPS = ((217_400.0, 0.017), (306_050.0, 0.04), (697_150.0, 0.137), (942_400.0, 0.167))
TOP_STEP = (1_410_750.0, 0.177)
# Folketrygdloven § 23-3.
LOW, MIDDLE, HIGH = 0.051, 0.077, 0.109
LOW_UNDER, LOW_OVER = 17, 69
CONTRIBUTION_FROM, CONTRIBUTION_SHARE = 99_650.0, 0.25

# Forskrift om bustøtte §§ 1 to 7 and 13: January to May, then June to December.
PARTS = (slice(0, 5), slice(5, 12))
COVERED = 0.737
CEILINGS = (
    numpy.array((85_523.0, 105_495.0, 116_810.0, 128_127.0, 139_442.0)),
    numpy.array((89_029.0, 109_820.0, 121_599.0, 133_380.0, 145_159.0)),
)
OSLO = 301
GROUP_2 = (4601, 5001, 5501, 1103, 3201)
GROUP_3 = (4204, 3205, 3214, 3222, 3207, 3203, 3212, 1124, 1108)
HIGHER = ((25_946.0, 17_691.0, 11_794.0), (27_010.0, 18_416.0, 12_278.0))
ADAPTED = (5_307.0, 5_525.0)
HEATING = (7_076.0, 7_366.0)
RUNNING = (14_152.0, 14_732.0)
OWN_SHARE = (25_075.0, 25_752.0)
LIMIT_1 = (129_698.0, 133_200.0)
LIMIT_2 = (231_424.0, 237_672.0)
LIMIT_2_YOUNG_DISABLED = (279_088.0, 286_623.0)
RATE_1, RATE_2 = 0.1644, 0.6356
CAPITAL_FREE = (6_497.0, 6_672.0)
WEALTH_SHARE = 0.65
WEALTH_FREE_RENTED = (324_788.0, 333_557.0)
WEALTH_FREE_OWNED = (682_053.0, 700_468.0)
LOWEST = (59.0, 61.0)
WEIGHT_ADULT, WEIGHT_CHILD = 0.13, 0.15
ADULT_FROM, OWN_INCOME_FROM = 12 * 18 + 1, 12 * 20 + 1
"""The household is that of the first of the month: a birthday counts from the month after."""


def _by_month(
    born: Array, home: Array, weight: Array | None, first: Array | int, until: Array | int, n: int
) -> Array:
    """(12, n): per household, the sum of `weight` of those aged `first` to below `until` months.

    Each person enters and leaves once, so two counts and a running sum do for all months.
    """
    enters = numpy.clip(first + born - JANUARY, 0, 12)
    leaves = numpy.clip(until + born - JANUARY, 0, 12)
    change = numpy.bincount(enters * n + home, weight, 13 * n)
    change = change - numpy.bincount(leaves * n + home, weight, 13 * n)
    return numpy.cumsum(change.reshape(13, n)[:12], axis=0)


def _sum(home: Array, weight: Array, n: int) -> Array:
    return numpy.bincount(home, weight, n)


def _krone(amount: Array) -> Array:
    return numpy.floor(amount + (0.5 + 1e-7))


def barnetrygd(
    birth_month: Array,
    household_index: Array,
    is_parent: Array,
    is_child: Array,
    has_partner: Array,
    shares_residence: Array,
    full_overgangsstonad: Array,
    in_zone: Array,
    n_households: int,
) -> Array:
    """(12, n_households): ordinary and extended child benefit with both additions, kroner.

    `in_zone` is by household, the rest by person.
    """
    n = n_households
    kids = numpy.flatnonzero(is_child)
    born, home, shared = birth_month[kids], household_index[kids], shares_residence[kids]
    parts = numpy.where(shared, SHARED, 1.0)
    children = _by_month(born, home, parts, *BENEFIT_MONTHS, n)
    paid = children * ORDINARY[:, None]
    paid[FINNMARK_FROM:] += children[FINNMARK_FROM:] * (FINNMARK * in_zone)

    lone = _sum(household_index, is_parent, n) == 1
    lone &= _sum(household_index, is_parent & has_partner, n) == 0
    share = (children > 0).astype(numpy.float64)
    if shared.any():
        whole = _by_month(born[~shared], home[~shared], None, *BENEFIT_MONTHS, n)
        share = numpy.where(whole > 0, 1.0, SHARED * share)
    share *= lone
    paid += EXTENDED * share
    full = lone & (_sum(household_index, is_parent & full_overgangsstonad, n) > 0)
    if full.any():
        infants = _by_month(born, home, None, *INFANT_MONTHS, n)
        paid += INFANT * (full & (infants > 0))
    return paid


def income_tax(
    birth_month: Array,
    household_index: Array,
    is_parent: Array,
    is_child: Array,
    wage: Array,
    benefits: Array,
    business: Array,
    capital: Array,
    care_cost: Array,
    special_need: Array,
    in_zone: Array,
    n_households: int,
) -> Array:
    """(n,): tax to kommune, county and state, bracket tax and contribution of the year, kroner.

    Amounts are of the year; `benefits` are those taxed as wage. `in_zone` is by household.
    """
    n = n_households
    age = (JANUARY + 11 - birth_month) // 12
    parents = _sum(household_index, is_parent, n)
    zone = in_zone[household_index]

    wage = _krone(numpy.maximum(wage - WAGE_EXEMPT * (age <= WAGE_EXEMPT_AGE), 0.0))
    as_wage = wage + _krone(benefits)
    own = _krone(numpy.maximum(business, 0.0))
    personal = as_wage + own

    with_parents = is_child & (age <= TAXED_WITH_PARENTS) & (parents[household_index] > 0)
    children_s = _sum(household_index, capital * with_parents, n)
    counted = is_child & (care_cost > 0) & ((age < CARE_AGE) | special_need)
    number = _sum(household_index, counted, n)
    limit = numpy.maximum(CARE_FIRST - CARE_NEXT + CARE_NEXT * number, 0.0) * (number > 0)
    care = numpy.minimum(_sum(household_index, care_cost * counted, n), limit)
    each = numpy.maximum(parents, 1.0)
    capital = _krone(capital * ~with_parents + is_parent * (children_s / each)[household_index])
    care_each = is_parent * _krone(care / each)[household_index]

    ordinary = as_wage + _krone(business) + capital - care_each
    ordinary -= numpy.minimum(_krone(as_wage * MINIMUM_RATE), MINIMUM_LIMIT)
    base = ordinary - ALLOWANCE - ZONE_ALLOWANCE * (zone & (age >= ZONE_AGE))
    numpy.maximum(base, 0.0, out=base)
    tax = _krone(base * KOMMUNE) + _krone(base * FYLKE)
    tax += _krone(base * numpy.where(zone, STATE_IN_ZONE, STATE))

    brackets = numpy.zeros_like(base)
    below = 0.0
    for start, rate in (*STEPS, TOP_STEP):
        brackets += (rate - below) * numpy.maximum(personal - start, 0.0)
        below = rate
    tax += _krone(brackets)

    low = (age < LOW_UNDER) | (age > LOW_OVER)
    full = numpy.where(low, personal * LOW, as_wage * MIDDLE + own * HIGH)
    above = numpy.maximum(personal - CONTRIBUTION_FROM, 0.0) * CONTRIBUTION_SHARE
    tax += _krone(numpy.minimum(full, above))
    return tax


def bostotte(
    birth_month: Array,
    household_index: Array,
    is_parent: Array,
    is_child: Array,
    applies: Array,
    conscript: Array,
    student: Array,
    young_disabled: Array,
    wage: Array,
    benefits: Array,
    business: Array,
    capital: Array,
    wealth: Array,
    rent: Array,
    heats: Array,
    owned: Array,
    home_value: Array,
    adapted: Array,
    kommune: Array,
    n_households: int,
) -> Array:
    """(12, n_households): the housing allowance of each month, whole kroner.

    By person: to `wealth`. `wage` and `benefits` are (12, n), the other amounts of the year. By
    household: `rent` a month (of an owned house what is paid on loan and dues), whether it pays
    for its own heating, is an owned house, its tax value, whether it is adapted, kommune number.
    """
    n = n_households
    home = household_index
    adults = _by_month(birth_month, home, None, ADULT_FROM, 12 * 200, n)
    minors = _by_month(birth_month, home, None, 1, ADULT_FROM, n)
    gets = _may_get(birth_month, home, is_parent, is_child, applies, conscript, student, minors, n)

    first = numpy.where(applies, ADULT_FROM, OWN_INCOME_FROM) + birth_month - JANUARY
    late = numpy.flatnonzero(first > 0)
    yearly = numpy.maximum(business, 0.0) / 12
    month = numpy.empty((12, n))
    for part, free in zip(PARTS, CAPITAL_FREE, strict=True):
        flat = yearly + numpy.maximum(capital - free, 0.0) / 12
        for at in range(part.start, part.stop):
            income = wage[at] + benefits[at] + flat
            income[late] *= first[late] <= at
            month[at] = numpy.bincount(home, income, n)
    fortune = _by_month(birth_month, home, wealth, ADULT_FROM, 12 * 200, n)
    young = _sum(home, young_disabled, n) > 0

    size = (adults + minors).astype(numpy.int64)
    weight = 1.0 + WEIGHT_ADULT * numpy.maximum(adults - 1, 0.0)
    weight += WEIGHT_CHILD * (minors - ((adults == 0) & (minors > 0)))
    groups = (kommune == OSLO, numpy.isin(kommune, GROUP_2), numpy.isin(kommune, GROUP_3))
    paid = numpy.empty((12, n))
    for half, part in enumerate(PARTS):
        ceiling = CEILINGS[half][numpy.clip(size[part] - 1, 0, 4)]
        ceiling += adapted * ADAPTED[half]
        for group, more in zip(groups, HIGHER[half], strict=True):
            ceiling += group * more
        costs = 12 * rent + heats * HEATING[half] + owned * RUNNING[half]
        numpy.minimum(ceiling, costs, out=ceiling)

        kept = numpy.where(
            owned, numpy.minimum(home_value, WEALTH_FREE_OWNED[half]), WEALTH_FREE_RENTED[half]
        )
        income = 12 * month[part]
        income += WEALTH_SHARE * numpy.maximum(fortune[part] - kept, 0.0)
        income /= weight[part]
        second = numpy.where(young, LIMIT_2_YOUNG_DISABLED[half], LIMIT_2[half])
        share = OWN_SHARE[half] + RATE_1 * numpy.maximum(income - LIMIT_1[half], 0.0)
        share += RATE_2 * numpy.maximum(income - second, 0.0)
        amount = numpy.floor(COVERED / 12 * numpy.maximum(ceiling - share, 0.0) + 0.5)
        paid[part] = amount * (gets[part] & (costs > 0) & (amount >= LOWEST[half]))
    return paid


def _may_get(
    birth_month: Array,
    home: Array,
    is_parent: Array,
    is_child: Array,
    applies: Array,
    conscript: Array,
    student: Array,
    minors: Array,
    n: int,
) -> Array:
    """(12, n) bool, bustøttelova §§ 3 and 4: a grown applicant or one with own children there; no
    conscript, and no student without children but a grown child of the applicant."""
    who = numpy.flatnonzero(applies)
    grown = _by_month(birth_month[who], home[who], None, ADULT_FROM, 12 * 200, n)
    kids = numpy.flatnonzero(is_child)
    children = _by_month(birth_month[kids], home[kids], None, 1, 12 * 200, n)
    parent = _sum(home, is_parent & applies, n) > 0
    gets = (grown > 0) | (parent & (children > 0))
    gets &= _sum(home, conscript, n) == 0
    barring = _sum(home, student & ~(is_child & parent[home]), n) > 0
    if barring.any():
        gets &= ~barring | (minors > 0)
    return gets
