"""An explanation as a tree that a person reads."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from effektlov.compare import break_even
from effektlov.explain_words import EXPLAIN_WORDS
from effektlov.explanation import (
    AccountExplained,
    BreakEvenExplained,
    DutyExplained,
    Explanation,
    FlowExplained,
    Node,
    Origin,
    ParameterRead,
    Plain,
    RowShown,
    UnitCostExplained,
)
from effektlov.law import Label, LegalBasis
from effektlov.words import kroner, share, word

__all__ = ["render_explanation"]


_MONTHS = {
    "nb": ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}

_UNITS = {
    "kr": ("kr", "kr"),
    "kr/year": ("kr i året", "kr a year"),
    "kr/month": ("kr i måneden", "kr a month"),
    "kr/day": ("kr per dag", "kr a day"),
    "kr/case": ("kr per sak", "kr a case"),
    "years": ("år", "years"),
    "months": ("måneder", "months"),
    "days": ("dager", "days"),
    "days/year": ("dager i året", "days a year"),
    "hours/week": ("timer i uka", "hours a week"),
    "working days": ("arbeidsdager", "working days"),
    "grade": ("(trinn)", "(grade)"),
    "points": ("poeng", "points"),
    "kr/hour": ("kr per time", "kr an hour"),
}
_ONE = _UNITS | {
    "years": ("år", "year"),
    "months": ("måned", "month"),
    "days": ("dag", "day"),
    "working days": ("arbeidsdag", "working day"),
}
_SPACE = "\ue000"
"""Stands for a space inside a number until the lines are broken: rich breaks at any other."""


def render_explanation(found: Explanation, lang: str, console: Console) -> None:
    """Print an explanation as a tree, in "nb" or "en"."""
    with console.capture() as captured:
        console.print(Text(found.title.text(lang), style="bold"))
        console.print(Text(_context(found, lang), style="dim"))
        if found.row is not None:
            console.print(Text(_row_text(found.row, found.year, lang), style="dim"))
        if found.also:
            console.print(Text(f"{_say('also', lang)}: {', '.join(found.also)}", style="dim"))
        console.print()
        console.print(_tree(found, lang))
    console.file.write(captured.get().replace(_SPACE, "\u00a0"))


def _say(name: str, lang: str) -> str:
    """A word of the explanation, else of the answer."""
    pair = EXPLAIN_WORDS.get(name)
    return pair[lang != "nb"] if pair is not None else word(name, lang)


def _context(found: Explanation, lang: str) -> str:
    course = found.course_label.text(lang)
    measure = f" ({_say('with_measure', lang)})" if found.with_measure else ""
    year = str(found.year)
    if found.law_year != found.year:
        year += f" {_say('law_year', lang)} {found.law_year}"
    label = found.regime.text(lang)
    if found.rejoins is not None:
        measure += f", {_say('rejoins', lang)} {_quoted(found.rejoins, lang)}"
    return f"{label[:1].upper()}{label[1:]} · {_say('course', lang)}: {course}{measure} · {year}"


def _quoted(label: Label, lang: str) -> str:
    return f"«{label.nb}»" if lang == "nb" else f"'{label.en}'"


def _row_text(row: RowShown, year: int, lang: str) -> str:
    if row.rows == 1:
        text = _say("known", lang)
    else:
        chance = _share(row.probability, lang)
        text = (
            f"Forklart for den mest sannsynlige av {row.rows} rader i {year}: {chance}."
            if lang == "nb"
            else f"Explained for the most probable of {row.rows} rows of {year}: {chance}."
        )
    states = [
        f"{_MONTHS[lang][state.month - 1]}: {state.label.text(lang)}"
        + (f" ({_say('completed', lang)})" if state.completed else "")
        for state in row.states
    ]
    if row.own_household:
        states.append(_say("own_household", lang))
    return f"{text} {', '.join(states)}" if states else text


def _tree(found: Explanation, lang: str) -> Tree:
    if found.flow is not None:
        return _flow_tree(found.flow, found, lang)
    if found.duty is not None:
        return _duty_tree(found.duty, found, lang)
    if found.account is not None:
        return _account_tree(found.account, found, lang)
    if found.break_even is not None:
        return _break_even_tree(found.break_even, found, lang)
    assert found.rule is not None
    tree = _node_tree(found.rule, found, lang)
    if found.expected is not None and found.row is not None and found.row.rows > 1:
        tree.add(Text(f"{_say('expected_rows', lang)}: {_kr(found.expected, lang)}"))
    return tree


def _branch(label: str, name: str, value: str, *notes: str, style: str = "bold") -> Text:
    """A line of the tree: label, id, value; notes on lines of their own."""
    text = Text(label, style=style)
    text.append(f" [{name}]", style="dim not bold")
    text.append(f": {value}" if value else "")
    for note in notes:
        if note:
            text.append(f"\n{note}", style="dim not bold")
    return text


def _kr(value: float, lang: str) -> str:
    return f"{_whole(value, lang)}{_SPACE}kr"


def _share(value: float | None, lang: str) -> str:
    return share(value, lang).replace("\u00a0", _SPACE)


def _whole(value: float, lang: str) -> str:
    return kroner(value, lang).replace("\u00a0", _SPACE)


def _line(tree: Tree, name: str, value: str | None, lang: str) -> None:
    if value:
        tree.add(Text(f"{_say(name, lang)}: {value}"))


def _actor(name: str, label: Label, lang: str) -> str:
    return f"{label.text(lang)} [{name}]"


def _named(name: str | None, found: Explanation, lang: str) -> str:
    """An actor by its label; the id where it has none."""
    label = found.actors.get(name or "")
    return label.text(lang) if label is not None else name or ""


def _basis(basis: LegalBasis) -> str:
    return f"{basis} · {basis.href}"


def _months_text(months: Sequence[int], lang: str) -> str:
    if not months:
        return _say("never_in_force", lang)
    names = _MONTHS[lang]
    return (
        names[months[0] - 1]
        if len(months) == 1
        else f"{names[months[0] - 1]}–{names[months[-1] - 1]}"
    )


def _flow_tree(flow: FlowExplained, found: Explanation, lang: str) -> Tree:
    changed = f" ({_say('changed', lang)})" if flow.changed_by_reform else ""
    tree = Tree(
        _branch(
            flow.label.text(lang),
            flow.flow,
            f"{_kr(flow.nominal, lang)} {_say('in_year', lang)} {found.year}{changed}",
        )
    )
    _line(tree, "pays", _actor(flow.payer, flow.payer_label, lang), lang)
    _line(tree, "receives", _actor(flow.payee, flow.payee_label, lang), lang)
    _line(tree, "basis", _basis(flow.legal_basis), lang)
    _line(tree, "budget", flow.budget, lang)
    _line(tree, "cashable", _say(flow.cashable, lang) if flow.cashable else None, lang)
    _line(tree, "note", flow.note.text(lang) if flow.note else None, lang)
    if len(flow.months) < 12:
        _line(tree, "in_force", _months_text(flow.months, lang), lang)
    if flow.share != 1:
        _line(tree, "share", _number(flow.share, "share", lang), lang)
    if found.row is not None and found.row.rows > 1:
        _line(tree, "expected_rows", _kr(flow.expected_nominal, lang), lang)
    if found.law_year != found.price_year:
        real = _kr(flow.expected_real, lang)
        name = f"{_say('prices', lang)} {found.price_year}, {_say('deflator', lang)}"
        tree.add(Text(f"{name}: {real}"))
    if flow.unit_cost is not None and flow.units is not None:
        _unit_cost_lines(tree, flow.unit_cost, flow, lang)
    if flow.rule is None:
        tree.add(Text(_say("measure_cost", lang), style="dim"))
    else:
        part = "volume_of" if flow.unit_cost else "amount_of"
        below = tree.add(Text(_say(part, lang), style="dim"))
        below.children.append(_node_tree(flow.rule, found, lang))
    return tree


def _unit_cost_lines(tree: Tree, cost: UnitCostExplained, flow: FlowExplained, lang: str) -> None:
    confidence = _say(cost.confidence, lang)
    tree.add(
        _branch(
            f"{_say('unit_cost', lang)}: {cost.label.text(lang)}",
            cost.name,
            f"{_number(cost.value, cost.unit, lang)} ({cost.price_year}, {confidence})",
            f"{cost.source.title} · {cost.source.href}" if cost.source.href else cost.source.title,
            cost.reason,
            style="none",
        )
    )
    sums = [_kr(cost.value, lang)]
    if cost.deflator_law_year != cost.deflator_price_year:
        sums.append(
            f"{_whole(cost.deflator_law_year, lang)} / {_whole(cost.deflator_price_year, lang)}"
            f" ({_say('deflator', lang)})"
        )
    if cost.per_month_of_year:
        sums.append("1/12")
    units = _number(flow.units or 0.0, "", lang)
    parts = " × ".join(
        [units, *sums] + ([_number(flow.share, "", lang)] if flow.share != 1 else [])
    )
    _line(tree, "times", f"{parts} = {_kr(flow.nominal, lang)}", lang)


def _duty_tree(duty: DutyExplained, found: Explanation, lang: str) -> Tree:
    state = _say("triggered" if duty.triggered else "not_triggered", lang)
    if duty.triggered and len(duty.triggered_months) < 12:
        names = ", ".join(_MONTHS[lang][month - 1] for month in duty.triggered_months)
        state += f" ({names})"
    new = f" ({_say('new', lang)})" if duty.new_by_reform else ""
    tree = Tree(_branch(duty.label.text(lang), duty.duty, f"{state}{new}"))
    _line(tree, "holder", _actor(duty.holder, duty.holder_label, lang), lang)
    kind = ", ".join(_say(name, lang) for name in (duty.kind, duty.owes, duty.formulation))
    tree.add(Text(kind))
    _line(tree, "delivers", duty.delivers.text(lang), lang)
    _line(tree, "decides", _actor(duty.decides, duty.decides_label, lang), lang)
    _line(tree, "basis", _basis(duty.legal_basis), lang)
    _line(tree, "deadline", duty.deadline.text(lang) if duty.deadline else None, lang)
    _line(tree, "appeal", _named(duty.appeal, found, lang), lang)
    _line(tree, "supervisor", _named(duty.supervisor, found, lang), lang)
    _line(tree, "finance", duty.finance.text(lang), lang)
    _line(tree, "note", duty.note.text(lang) if duty.note else None, lang)
    if len(duty.in_force) < 12:
        _line(tree, "in_force", _months_text(duty.in_force, lang), lang)
    _line(tree, "probability", _share(duty.probability, lang), lang)
    below = tree.add(Text(f"{state}, {_say('because', lang)}", style="dim"))
    below.children.append(_node_tree(duty.trigger, found, lang))
    return tree


def _account_tree(account: AccountExplained, found: Explanation, lang: str) -> Tree:
    tree = Tree(
        _branch(
            account.label.text(lang),
            account.actor,
            f"{_say('net', lang)} {_kr(account.nominal, lang)} "
            f"{_say('in_year', lang)} {found.year}",
            _say("before_settlement", lang),
        )
    )
    if len(account.members) > 1:
        names = [_named(name, found, lang) for name in account.members]
        _line(tree, "members", ", ".join(names), lang)
    if found.law_year != found.price_year:
        name = f"{_say('prices', lang)} {found.price_year}, {_say('deflator', lang)}"
        tree.add(Text(f"{name}: {_kr(account.real, lang)}"))
    if not account.lines:
        tree.add(Text(_say("no_flows", lang)))
    for line in account.lines:
        tree.add(
            _branch(
                f"{_kr(line.nominal, lang)}  {line.label.text(lang)}",
                line.flow,
                "",
                f"{_named(line.payer, found, lang)} → {_named(line.payee, found, lang)} · "
                f"{line.legal_basis}" + (f" · {line.budget}" if line.budget else ""),
                style="none",
            )
        )
    return tree


def _break_even_tree(found: BreakEvenExplained, head: Explanation, lang: str) -> Tree:
    last = found.settlements[-1] if found.settlements else found
    result = found.break_even_after if found.settlements else found.break_even
    tree = Tree(
        _branch(
            f"{_say('break_even', lang).capitalize()}: {found.label.text(lang)}",
            found.holder,
            _threshold(result, last.cost, last.gain, lang),
            (
                f"«{found.success.nb}» i stedet for «{found.baseline.nb}», {found.measure.nb}; "
                f"summert over {found.horizon} år, {head.price_year}-kroner"
                if lang == "nb"
                else f"'{found.success.en}' instead of '{found.baseline.en}', {found.measure.en}; "
                f"summed over {found.horizon} years, kroner of {head.price_year}"
            ),
            _say("discounted", lang) if found.discounted else "",
        )
    )
    for name, total in (("cost", found.cost), ("gain", found.gain)):
        part = tree.add(Text(f"{_say(name, lang)}: {_kr(total, lang)}", style="bold"))
        lines = [line for line in found.lines if abs(getattr(line, name)) >= 0.5]
        for line in sorted(lines, key=lambda line: -abs(getattr(line, name))):
            part.add(
                _branch(
                    f"{_kr(getattr(line, name), lang)}  {line.label.text(lang)}",
                    line.flow,
                    "",
                    f"{_named(line.payer, head, lang)} → {_named(line.payee, head, lang)} · "
                    f"{line.section}",
                    style="none",
                )
            )
    tree.add(Text(_division(found.cost, found.gain, found.break_even, lang), style="bold"))
    for step in found.settlements:
        paid = (
            f", {_say('share_of_fund', lang)} {_share(step.share, lang)}"
            if step.share is not None
            else ""
        )
        text = f"{_say(step.kind, lang)} ({step.reform}){paid}\n"
        text += _division(step.cost, step.gain, break_even(step.cost, step.gain), lang)
        tree.add(Text(text))
    cashable = found.break_even_cashable
    text = word("pays_nothing", lang) if cashable == 0 else _share(cashable, lang)
    _line(tree, "cashable_only", text, lang)
    return tree


def _threshold(value: float | None, cost: float, gain: float, lang: str) -> str:
    """A break-even in the words of the answer: who pays nothing, who loses."""
    if value is None:
        return word("loses" if gain < -0.5 else "none", lang)
    return word("pays_nothing", lang) if cost <= 0.5 else _share(value, lang)


def _division(cost: float, gain: float, result: float | None, lang: str) -> str:
    sum_of = f"{_say('division', lang)} = {_whole(cost, lang)} / {_whole(gain, lang)}"
    if result is None:
        return f"{sum_of}: {_say('none_loss' if gain < 0 else 'none_gain', lang)}"
    if result == 0:
        return f"{sum_of}: {_say('zero_cost', lang)}"
    return f"{sum_of} = {_share(result, lang)}"


def _node_tree(node: Node, found: Explanation, lang: str) -> Tree:
    tree = Tree(_node_text(node, found, lang))
    for parameter in node.parameters:
        tree.add(_parameter_text(parameter, node.href, lang))
    for child in node.children:
        tree.children.append(_node_tree(child, found, lang))
    return tree


def _node_text(node: Node, found: Explanation, lang: str) -> Text:
    marks = []
    if node.repeated:
        marks.append(_say("repeated", lang))
    if node.cut:
        marks.append(_say("cut", lang))
    if node.changed_by_reform:
        marks.append(_say("changed", lang))
    value = _node_value(node, lang) + "".join(f" ({mark})" for mark in marks)
    if node.repeated:
        return _branch(node.label.text(lang), node.name, value, style="none")
    law = f"{node.section} · {node.href}" if node.section and node.href else node.section
    since = [date for date in node.formulas if not date.startswith("0001")]
    notes = [law, node.says if node.kind == "rule" else ""]
    if since:
        notes.append(f"{_say('formula_from', lang)} {', '.join(since)}")
    if node.kind == "rule" and not node.formulas and not node.origins:
        notes.append(_say("no_formula", lang))
    if node.confidence != "official":
        reason = f": {node.reason}" if node.reason else ""
        notes.append(f"{_say(node.confidence, lang)}{reason}")
    if node.open_norm is not None:
        norm = node.open_norm
        bounds = " / ".join(_number(v, "", lang) for v in (norm.least, norm.usual, norm.most))
        notes.append(
            f"{_say('open_norm', lang)}: {norm.label.text(lang)}; {_say('practices', lang)} "
            f"{bounds}, {_say('decided_by', lang)} {_named(norm.decides, found, lang)}"
        )
    text = _branch(
        node.label.text(lang),
        node.name,
        value,
        *notes,
        style="none" if node.origins else "bold",
    )
    if node.origins:
        default = all(origin.kind == "default" for origin in node.origins)
        text.append(
            f"\n← {_origins_text(node.origins, lang)}",
            style="yellow not bold" if default else "green not bold",
        )
    return text


def _origins_text(origins: Sequence[Origin], lang: str) -> str:
    by_text: dict[str, list[str]] = {}
    for origin in origins:
        by_text.setdefault(_origin_text(origin, lang), []).append(_who(origin.of, lang))
    if len(by_text) == 1:
        return next(iter(by_text))
    return "; ".join(f"{', '.join(names)}: {text}" for text, names in by_text.items())


def _origin_text(origin: Origin, lang: str) -> str:
    text = _say("of_course" if origin.kind == "course" else origin.kind, lang)
    if origin.label is not None:
        text += f" {_quoted(origin.label, lang)}"
    if origin.assumed:
        text += f", {_say('assumed', lang)}"
    if origin.where:
        text += f" ({origin.where})"
    if origin.uprated_from is not None:
        text += f", {_say('uprated', lang)} {origin.uprated_from}"
    return text


def _who(name: str, lang: str) -> str:
    return _say(name, lang) if name in ("husstand", "egen_husstand") else name


def _node_value(node: Node, lang: str) -> str:
    parts = []
    for value in node.values:
        text = _members_text(value.of, node.unit, lang)
        if value.months is not None and len(node.values) > 1:
            first, last = value.months
            names = _MONTHS[lang][first - 1]
            names += "" if first == last else f"–{_MONTHS[lang][last - 1]}"
            text = f"{names} {text}"
        parts.append(text)
    text = " · ".join(parts)
    if node.year_total is None:
        return text
    total = _members_text(dict(node.year_total), "kr", lang)
    return f"{total} {_say('in_year', lang)} ({text})" if any(node.year_total.values()) else text


def _members_text(of: Mapping[str, Plain], unit: str, lang: str) -> str:
    texts = {name: _plain_text(value, unit, lang) for name, value in of.items()}
    if len(set(texts.values())) == 1:
        only = next(iter(texts.values()))
        return f"{only} ({_say('all', lang)})" if len(texts) > 1 else only
    return ", ".join(f"{_who(name, lang)} {text}" for name, text in texts.items())


def _plain_text(value: Plain, unit: str, lang: str) -> str:
    if isinstance(value, bool):
        return _say("yes" if value else "no", lang)
    if isinstance(value, str):
        return value or _say("not_given", lang)
    return _number(value, unit, lang)


def _parameter_value(value: float | str, unit: str, lang: str) -> str:
    return value if isinstance(value, str) else _number(value, unit, lang)


def _number(value: float, unit: str, lang: str) -> str:
    """A number with its unit: kroner whole, a share in per cent, else its own decimals."""
    if unit.startswith("kr"):
        return f"{_whole(value, lang)}{_SPACE}{_UNITS.get(unit, (unit, unit))[lang != 'nb']}"
    if unit.startswith("share"):
        return f"{_decimals(100 * value, lang)}{_SPACE if lang == 'nb' else ''}%"
    if unit == "month" and value in range(1, 13):
        return _MONTHS[lang][int(value) - 1]
    named = (_ONE if value == 1 else _UNITS).get(unit, (unit, unit))[lang != "nb"]
    plain = unit in ("", "count", "number", "enum", "bool", "month index")
    return _decimals(value, lang) + ("" if plain else f"{_SPACE}{named}")


def _decimals(value: float, lang: str) -> str:
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if lang == "nb" else text


def _href(found: ParameterRead) -> str:
    """The address of the document that names the year of the latest value, else of the first."""
    known = [one for one in found.references if one.href]
    year = found.values[-1].holds_from[:4] if found.values else ""
    of_year = [one for one in known if year and year in one.title]
    return (of_year or known)[0].href if known else ""


def _parameter_text(found: ParameterRead, shown_href: str, lang: str) -> Text:
    values = [
        f"{_parameter_value(value.value, found.unit, lang)} {_say('from', lang)} {value.holds_from}"
        + (f" ({_say('changed', lang)})" if value.changed_by_reform else "")
        for value in found.values
    ]
    notes = [_say(found.confidence, lang) + (f": {found.reason}" if found.reason else "")]
    if found.stale:
        notes.append(f"{_say('stale', lang)} {found.known_until}")
    href = _href(found)
    law = found.law + (f" · {href}" if href and href != shown_href else "")
    text = Text(f"{_say('parameter', lang).capitalize()}: {found.label.text(lang)}")
    text.append(f" [{found.name}]", style="dim")
    text.append(f": {' · '.join(values)}" if values else ":")
    value_unit, _, threshold_unit = found.unit.partition(" over ")
    for bracket in found.brackets:
        text.append(
            f"\n  {_number(bracket.value, value_unit, lang)} {_say('over', lang)} "
            f"{_number(bracket.threshold, threshold_unit, lang)} "
            f"({_say('from', lang)} {max(bracket.holds_from, bracket.threshold_from)})"
        )
    text.append(f"\n{' · '.join(notes)} · {law}" if law else f"\n{' · '.join(notes)}", style="dim")
    return text
