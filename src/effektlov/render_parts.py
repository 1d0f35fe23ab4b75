"""What the parts of the answer share: a table, and the name of an account."""

from rich.box import SIMPLE_HEAD
from rich.table import Table

from effektlov.answer import Answer
from effektlov.words import word

__all__ = ["account_label", "close_table", "new_table"]


def new_table(title: str, *columns: str) -> Table:
    """A table whose first column is text on one line and whose others are figures."""
    table = Table(
        title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False
    )
    for number, column in enumerate(columns):
        table.add_column(
            column,
            justify="left" if number == 0 else "right",
            no_wrap=number == 0,
        )
    return table


def close_table(title: str | None = None) -> Table:
    """A table without columns yet, one space between them: for rows of text and figures."""
    return Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )


def account_label(answer: Answer, name: str, lang: str) -> str:
    """The label of an actor, else the word for a sum."""
    if name in answer.actors:
        return answer.actors[name].text(lang)
    return word(name, lang)
