"""Write the generated files of the documentation: `python docs/generate.py`.

`answer.txt` is the output of the README's main command; `answer.svg` a picture of its beginning;
`answer.schema.json` the schema of `--format json`.
"""

import io
import json
from pathlib import Path

import msgspec
from rich.console import Console

from effektlov.answer import Answer
from effektlov.render import WIDTH, headline, render
from effektlov.session import answer_of

DOCS = Path(__file__).resolve().parent
CASE, REFORM = "elev_pa_vei_ut", "felles_effektplikt_gjennomforing"


def main() -> None:
    """Write the three files."""
    found = answer_of(CASE, [REFORM])
    text = io.StringIO()
    render(found, "nb", Console(file=text, width=WIDTH, highlight=False))
    (DOCS / "answer.txt").write_text(text.getvalue(), encoding="utf-8")
    picture = Console(file=io.StringIO(), width=WIDTH, highlight=False, record=True)
    headline(found, "nb", picture)
    picture.save_svg(str(DOCS / "answer.svg"), title="effektlov case elev_pa_vei_ut")
    schema = json.dumps(msgspec.json.schema(Answer), ensure_ascii=False, indent=2, sort_keys=True)
    (DOCS / "answer.schema.json").write_text(f"{schema}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
