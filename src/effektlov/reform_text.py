"""What a reform says, as text and data, and what no law in it provides."""

from collections.abc import Sequence
from typing import Any

import msgspec

from effektlov.check import missing_in_effect_duty
from effektlov.law import Label
from effektlov.reform import Reform, apply_reforms, find_reforms
from effektlov.regime import law_in_force
from effektlov.words import word

__all__ = ["Remark", "reform_data", "reform_findings", "reform_text"]


class Remark(msgspec.Struct, frozen=True):
    """Something to know of a reform before it is proposed."""

    reform: str
    message: Label


def reform_data(name: str) -> dict[str, Any]:
    """The reform as data.

    Raises:
        EffektlovError: unknown or wrongly written.
    """
    reform = find_reforms([name])[0]
    return {
        "id": reform.name,
        "title": msgspec.to_builtins(reform.title),
        "legal_effect": msgspec.to_builtins(reform.legal_effect),
        "in_force": reform.in_force.isoformat(),
        "already_in_force": reform.already_in_force,
        "tests_hypothesis": reform.tests_hypothesis,
        "legal_basis": msgspec.to_builtins(reform.legal_basis),
        "blocks": [
            {block.kind: msgspec.to_builtins(getattr(block, block.kind))} for block in reform.blocks
        ],
        "learning": msgspec.to_builtins(reform.learning),
        "source": reform.source,
    }


def reform_text(name: str, lang: str) -> str:
    """The reform as text: its legal effect first, then §, wording and blocks.

    Raises:
        EffektlovError: unknown or wrongly written.
    """
    reform = find_reforms([name])[0]
    basis = reform.legal_basis
    lines = [
        f"{reform.title.text(lang)}  [{reform.name}]",
        f"  {reform.legal_effect.text(lang)}",
        f"  {word('in_force', lang)}: {reform.in_force}",
        f"  {word('section', lang)}: {', '.join(basis.sections)}",
        f"  {word('appropriation', lang)}: {word(basis.appropriation, lang)}",
        f"  {word('wording', lang)}: {basis.wording.text(lang)}",
    ]
    for block in reform.blocks:
        content = msgspec.to_builtins(getattr(block, block.kind))
        lines.append(f"  {block.kind}: {_flat(content, lang)}")
    if reform.learning:
        learning = reform.learning
        lines.append(
            f"  {word('learning', lang)}: {learning.indicator}, {learning.measured}, "
            f"{learning.against}"
        )
    if reform.source:
        lines.append(f"  {reform.source}")
    return "\n".join(lines)


def _flat(content: Any, lang: str) -> str:
    if not isinstance(content, dict):
        return str(content)
    parts = []
    for key, value in content.items():
        if value in (None, [], (), {}):
            continue
        if isinstance(value, dict) and set(value) == {"nb", "en"}:
            value = value[lang]
        if isinstance(value, list | tuple):
            value = ", ".join(map(str, value))
        parts.append(f"{key} {value}")
    return "; ".join(parts)


def reform_findings(names: Sequence[str]) -> list[Remark]:
    """What is missing in reforms that can be read and applied together.

    Raises:
        EffektlovError: one cannot be read, or two conflict.
    """
    reforms = find_reforms(names)
    apply_reforms(law_in_force(), reforms)
    found: list[Remark] = []
    for reform in reforms:
        found += _remarks(reform)
    return found


def _remarks(reform: Reform) -> list[Remark]:
    found = [
        Remark(
            reform.id,
            Label(
                nb=f"Ingen lov i reformen sier noe om «{field}» for effektplikten.",
                en=f"No law in the reform provides '{field}' for the effect duty.",
            ),
        )
        for field in missing_in_effect_duty(reform)
    ]
    moves_money = any(
        block.kind in ("parameter", "flow", "co_finance", "joint_fund", "gain_share")
        for block in reform.blocks
    )
    if moves_money and reform.block("frame_transfer") is None:
        found.append(
            Remark(
                reform.id,
                Label(
                    nb="Reformen sier ikke noe om rammene: sektoren kompenseres fullt ut etter "
                    "kostnadsnøkkel. Skriv «frame_transfer: none» hvis ikke.",
                    en="The reform is silent on the frames: the sector is compensated in full by "
                    "cost key. Write 'frame_transfer: none' if not.",
                ),
            )
        )
    if moves_money and reform.legal_basis.appropriation != "required":
        found.append(
            Remark(
                reform.id,
                Label(
                    nb="Blokker som flytter penger, krever et bevilgningsvedtak.",
                    en="Blocks that move money need an appropriation decision.",
                ),
            )
        )
    return found
