"""The answer as rows for a spreadsheet: one row per flow, course, regime and budget year."""

import csv
import io

from effektlov.answer import Answer

__all__ = ["csv_of"]

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
