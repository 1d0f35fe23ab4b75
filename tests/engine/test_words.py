"""Numbers as they are written in bokmål and English."""

import pytest

from effektlov.words import decimal, kroner, points, share


@pytest.mark.parametrize(
    ("written", "nb", "en"),
    [
        (lambda lang: kroner(-1_234_567.4, lang), "−1\u00a0234\u00a0567", "−1,234,567"),
        (lambda lang: kroner(-0.4, lang), "0", "0"),
        (lambda lang: share(-0.1297, lang), "−13,0\u00a0%", "−13.0%"),
        (lambda lang: decimal(-0.62, lang), "−0,62", "−0.62"),
        (lambda lang: decimal(-0.001, lang), "0,00", "0.00"),
        (lambda lang: share(-0.0001, lang), "0,0\u00a0%", "0.0%"),
        (lambda lang: points(-0.021, lang), "2,1 prosentpoeng", "2.1 percentage points"),
    ],
)
def test_a_number_below_zero_has_a_true_minus_sign(written, nb: str, en: str) -> None:
    assert (written("nb"), written("en")) == (nb, en)
