"""Entries of the law and reforms as text."""

from effektlov.catalogue import Entry, Rate
from effektlov.words import word

__all__ = ["entry_text", "rate_text"]


def entry_text(entry: Entry, lang: str) -> str:
    """One entry as lines: label, §, link, facts, dated values, what it reads and who reads it."""
    other = "en" if lang == "nb" else "nb"
    lines = [f"{entry.label.text(lang)}  [{word(entry.kind, lang)}: {entry.id}]"]
    if entry.section or entry.href:
        lines.append(f"  {entry.section}  {entry.href}".rstrip())
    if entry.text:
        lines.append(f"  {entry.text}")
    if entry.unit:
        lines.append(f"  {word('unit', lang)}: {entry.unit}")
    lines += [
        f"  {word(key.removesuffix(f'_{lang}'), lang)}: {word(value, lang)}"
        for key, value in entry.fields.items()
        if not key.endswith(f"_{other}")
    ]
    if entry.values:
        lines.append(f"  {word('dated_values', lang)}:")
        lines += [
            f"    {value.start}  {value.bracket + '  ' if value.bracket else ''}{value.value}"
            + (f"  ({word(value.confidence, lang)})" if value.confidence else "")
            for value in entry.values
        ]
    for title, names in (
        ("reads", entry.reads),
        ("parameters", entry.parameters),
        ("read_by", entry.read_by),
    ):
        if names:
            lines.append(f"  {word(title, lang)}: {', '.join(names)}")
    if entry.uncoded:
        lines.append(f"  {word('uncoded', lang)}:")
        lines += [f"    {section}: {reason.text(lang)}" for section, reason in entry.uncoded]
    if entry.file:
        lines.append(f"  {word('file', lang)}: {entry.file}")
    return "\n".join(lines)


def rate_text(rate: Rate, lang: str) -> str:
    """One rate on one line: id, value, unit, since when, label, §; weak and stale ones say so."""
    value = f"{rate.value:g}" if isinstance(rate.value, float | int) else str(rate.value)
    name = f"{rate.name} ({rate.bracket})" if rate.bracket else rate.name
    weak = "" if rate.confidence == "official" else f" [{word(rate.confidence, lang)}]"
    parts = (name, value, rate.unit, rate.since, f"{rate.label.text(lang)}{weak}", rate.section)
    return "\t".join(parts)
