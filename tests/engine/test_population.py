"""Many households at once: the same answers as one by one, whatever the chunks."""

import numpy
import pytest
from situations import household

from effektlov.errors import UnknownNameError
from effektlov.population import Population, year_sums
from effektlov.regime import law_in_force

# A lone parent with a child of two and a wage of 300 000; a couple with two children; one alone.
BORN = ["1990-03", "2023-01", "1985-05", "1986-09", "2010-02", "2015-12", "2000-07"]
ROLE = ["forelder", "barn", "forelder", "forelder", "barn", "barn", "forelder"]
HOUSEHOLD = [0, 0, 1, 1, 1, 1, 2]
WAGE = [300_000, 0, 500_000, 650_000, 0, 0, 90_000]
NAMES = ("barnetrygd", "inntektsskatt", "sosialhjelp", "disponibel_inntekt")


def index(month: str) -> int:
    year, number = month.split("-")
    return 12 * int(year) + int(number) - 1


def three(**more: numpy.ndarray) -> Population:
    return Population(
        household=numpy.array(HOUSEHOLD),
        role=numpy.array(ROLE),
        born=numpy.array([index(month) for month in BORN]),
        kommune=numpy.array([1103, 5601, 4613]),
        persons={"lonn": numpy.array(WAGE) / 12, **more},
        husstander={"boutgifter": numpy.array([9_000.0, 12_000.0, 7_000.0])},
    )


def test_each_household_is_as_when_it_is_alone() -> None:
    found = year_sums(law_in_force(), three(), 2025, NAMES)
    zones = [False, True, False]
    for number in range(3):
        members = [at for at, of in enumerate(HOUSEHOLD) if of == number]
        persons = {
            f"p{at}": {
                "born": BORN[at],
                "lonn": {f"2025-{month:02}": WAGE[at] / 12 for month in range(1, 13)},
            }
            for at in members
        }
        case = household(
            persons,
            foreldre=[f"p{at}" for at in members if ROLE[at] == "forelder"],
            barna=[f"p{at}" for at in members if ROLE[at] == "barn"],
            husstand={
                "boutgifter": {
                    f"2025-{m:02}": three().husstander["boutgifter"][number] for m in range(1, 13)
                }
            },
            kommune={"i_tiltakssonen": {"ETERNITY": zones[number]}},
        )
        assert found["barnetrygd"][number] == pytest.approx(
            case.calculate_add("barnetrygd", "2025")[0]
        )
        assert found["inntektsskatt"][members] == pytest.approx(
            case.calculate("inntektsskatt", "2025")
        )
        assert found["disponibel_inntekt"][number] == pytest.approx(
            case.calculate("disponibel_inntekt", "2025")[0]
        )


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_chunks_change_nothing(size: int) -> None:
    whole = year_sums(law_in_force(), three(), 2025, NAMES)
    parts = year_sums(law_in_force(), three(), 2025, NAMES, size=size)
    for name in NAMES:
        assert numpy.array_equal(whole[name], parts[name])


def test_an_unknown_input_is_named() -> None:
    with pytest.raises(UnknownNameError, match="lonnn"):
        year_sums(law_in_force(), three(lonnn=numpy.zeros(7)), 2025, NAMES)


def test_an_unknown_rule_is_named() -> None:
    with pytest.raises(UnknownNameError, match="barnetryg"):
        year_sums(law_in_force(), three(), 2025, ["barnetryg"])
