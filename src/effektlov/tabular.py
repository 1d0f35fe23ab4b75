"""The answer as rows for a spreadsheet: one row per flow, course, regime and budget year."""

import csv
import io
from collections.abc import Sequence

from effektlov.answer import Answer
from effektlov.effective_rates import EffectiveRates
from effektlov.months import HouseholdYear

__all__ = ["csv_of", "months_csv", "wages_csv"]

_COLUMNS = (
    "regime",
    "course",
    "with_measure",
    "year",
    "flow",
    "label",
    "payer",
    "payee",
    "budget",
    "legal_basis",
    "href",
    "cashable",
    "kroner",
)
_MONTH_COLUMNS = (
    "course",
    "month",
    "flow",
    "label",
    "by_year",
    "legal_basis",
    "href",
    "kroner",
)


def csv_of(answer: Answer, lang: str) -> str:
    """Comma-separated rows of the budget years, nominal kroner, with a header."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for regime in answer.regimes:
        for budget in regime.budget:
            for line in budget.lines:
                for offset, value in enumerate(line.nominal):
                    writer.writerow(
                        (
                            regime.regime,
                            budget.course,
                            str(budget.with_measure).lower(),
                            answer.law_date + offset,
                            line.flow,
                            line.label.text(lang),
                            line.payer,
                            line.payee,
                            line.budget,
                            line.legal_basis,
                            line.legal_basis.href,
                            line.cashable or "",
                            f"{value:.2f}",
                        )
                    )
    return stream.getvalue()


def months_csv(years: Sequence[HouseholdYear], lang: str) -> str:
    """One row per flow, course and month of the household's budget, nominal kroner."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_MONTH_COLUMNS)
    for year in years:
        for line in year.lines:
            for month, value in enumerate(line.kroner, start=1):
                writer.writerow(
                    (
                        year.course,
                        f"{year.year}-{month:02d}",
                        line.flow,
                        line.label.text(lang),
                        str(line.by_year).lower(),
                        line.legal_basis,
                        line.legal_basis.href,
                        f"{value:.2f}",
                    )
                )
    return stream.getvalue()


def wages_csv(found: EffectiveRates) -> str:
    """One row per wage of the grid: the household's net, and the rate of the step above it."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("wage", "net", "effective_marginal_rate"))
    for wage, net, rate in zip(found.wages, found.net, [*found.rates, None], strict=True):
        writer.writerow((f"{wage:.0f}", f"{net:.2f}", "" if rate is None else f"{rate:.4f}"))
    return stream.getvalue()
