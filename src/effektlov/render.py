"""The answer as a table that a person wants to read."""

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from effektlov.answer import Account, Answer, RegimeAnswer
from effektlov.render_budget import budget_years
from effektlov.render_parts import account_label, new_table
from effektlov.words import decimal, kroner, points, share, word

__all__ = ["WIDTH", "headline", "render"]

WIDTH = 118
_CHANGED_SHOWN = 14
_SHOWN_FROM = 0.01


def render(answer: Answer, lang: str, console: Console) -> None:
    """Print the answer in the order of its sections."""
    first, last = answer.regimes[0], answer.regimes[-1]
    headline(answer, lang, console)
    console.print(_duties(answer, last, lang))
    console.print(budget_years(answer, first, lang))
    for regime in answer.regimes:
        if regime.accounts:
            console.print(_long_run(answer, regime, lang))
    if not first.accounts:
        console.print(_one_course("long_run", lang))
    console.print(_person(answer, lang))
    console.print(
        _wrong_pocket(answer, lang) if first.accounts else _one_course("wrong_pocket", lang)
    )
    if answer.changed:
        console.print(_changed(answer, lang))
    console.print(_rests_on(answer, lang))


def headline(answer: Answer, lang: str, console: Console) -> None:
    """Print the title and the short answer."""
    console.print(_title(answer, lang))
    console.print(_headline(answer, lang))


def _one_course(section: str, lang: str) -> RenderableType:
    """A section that compares courses, when there is only one."""
    nothing = (
        "Saken har ett forløp, så det er ingenting å sammenligne."
        if lang == "nb"
        else "The case has one course, so there is nothing to compare."
    )
    return Group(Text(word(section, lang), style="bold"), Text(nothing), Text(""))


def _title(answer: Answer, lang: str) -> RenderableType:
    nb = lang == "nb"
    last = answer.law_date + answer.horizon - 1
    years = f"{answer.law_date}–{last}" if last > answer.law_date else str(last)
    place = f"{answer.kommune} {answer.kommune_name}"
    lines = [Text(answer.title.text(lang), style="bold")]
    if answer.about:
        lines.append(Text(answer.about.text(lang)))
    prices = (
        f"{place} · {years} · tall i {answer.price_year}-kroner, justert med {answer.deflator}"
        if nb
        else f"{place} · {years} · kroner of {answer.price_year}, adjusted by {answer.deflator}"
    )
    lines.append(Text(prices, style="dim"))
    return Group(*lines, Text(""))


def _headline(answer: Answer, lang: str) -> RenderableType:
    """The answer in a few lines: known effect or not, break-evens side by side, aligned or not."""
    nb = lang == "nb"
    first = answer.regimes[0]
    if not first.accounts:
        return Group(
            Text(word("headline", lang), style="bold"), _income_lines(answer, lang), Text("")
        )
    if answer.measure is None:
        return Group(
            Text(word("headline", lang), style="bold"), *_gain_lines(answer, lang), Text("")
        )
    lines: list[RenderableType] = [Text(word("headline", lang), style="bold")]
    label = answer.measure_label.text(lang) if answer.measure_label else ""
    acting = [known for known in answer.known_effects if known.acts]
    if acting and acting[0].size is not None and acting[0].interval is not None:
        size, (low, high) = acting[0].size, acting[0].interval
        lines.append(
            Text(
                f"{label}: kjent effekt {share(size, lang)} (95 %: {share(low, lang)} til "
                f"{share(high, lang)}), {acting[0].label.nb}."
                if nb
                else f"{label}: known effect {share(size, lang)} (95%: {share(low, lang)} to "
                f"{share(high, lang)}), {acting[0].label.en}."
            )
        )
    else:
        said = "; ".join(known.finding.text(lang) for known in answer.known_effects)
        lines.append(
            Text(
                f"{label}: ingen kjent effekt. {said}"
                if nb
                else f"{label}: no known effect. {said}"
            )
        )
    lines.append(
        Text(
            "Så stor andel må lykkes før hver får igjen det den betaler (terskel):"
            if nb
            else "This share must succeed before each gets back what it pays (break-even):"
        )
    )
    lines.append(_break_evens(answer, lang))
    if any(regime.low_link for regime in answer.regimes):
        lines.append(Text(word("low_link", lang), style="dim"))
    lines += [_verdict(regime, answer, lang) for regime in answer.regimes]
    return Group(*lines, Text(""))


def _income_lines(answer: Answer, lang: str) -> RenderableType:
    budget = answer.regimes[0].budget[0]
    nb = lang == "nb"
    income = kroner(budget.household[0], lang)
    return Text(
        f"Husstanden har {income} kroner til rådighet i {answer.law_date}."
        if nb
        else f"The household has {income} kroner at its disposal in {answer.law_date}."
    )


def _gain_lines(answer: Answer, lang: str) -> list[RenderableType]:
    nb = lang == "nb"
    names = list(answer.courses.values())
    table = new_table("", word("account", lang), *(str(y) for y in (answer.law_date,)), "Σ")
    for account in answer.regimes[0].accounts:
        if account.ring in ("budget_holder", "public", "household", "society"):
            table.add_row(
                account_label(answer, account.name, lang),
                kroner(account.gain[0], lang),
                kroner(account.gain[-1], lang),
            )
    intro = (
        f"«{names[-1].nb}» i stedet for «{names[0].nb}» gir (kroner, pluss er bedre):"
        if nb
        else f"'{names[-1].en}' instead of '{names[0].en}' gives (kroner, plus is better):"
    )
    return [Text(intro), table]


def _break_evens(answer: Answer, lang: str) -> RenderableType:
    low = any(regime.low_link for regime in answer.regimes)
    columns = [regime.label.text(lang) for regime in answer.regimes]
    if low:
        columns += [f"{column}, {word('low', lang)}" for column in columns]
    table = new_table("", word("account", lang), *columns)
    shown: dict[str, None] = {}
    for regime in answer.regimes:
        for account in regime.accounts:
            if account.ring in ("budget_holder", "public", "society"):
                shown.setdefault(account.name)
    for name in shown:
        found = [_account(regime, name) for regime in answer.regimes]
        cells = [_break_even_cell(account, lang) for account in found]
        if low:
            cells += [_low_cell(account, lang) for account in found]
        table.add_row(account_label(answer, name, lang), *cells)
    return table


def _account(regime: RegimeAnswer, name: str) -> Account | None:
    rings = ("budget_holder", "public", "society")
    found = [a for a in regime.accounts if a.name == name and a.ring in rings]
    return found[0] if found else None


def _break_even_cell(account: Account | None, lang: str) -> str:
    if account is None:
        return "–"
    return _threshold(account.break_even[-1], account.cost[-1], account.gain[-1], lang)


def _low_cell(account: Account | None, lang: str) -> str:
    if account is None or account.gain_low is None:
        return "–"
    return _threshold(account.break_even_low, account.cost[-1], account.gain_low, lang)


def _threshold(value: float | None, cost: float, gain: float, lang: str) -> str:
    """A break-even as a person reads it: who pays nothing, who loses, what cannot be reached."""
    if value is None:
        return word("loses" if gain < -0.5 else "none", lang)
    if cost <= 0.5:
        return word("pays_nothing", lang)
    if value > 1:
        return word("never", lang)
    return share(value, lang)


def _verdict(regime: RegimeAnswer, answer: Answer, lang: str) -> RenderableType:
    nb = lang == "nb"
    name = regime.label.text(lang)
    if regime.aligned and regime.contributions:
        text = (
            f"{name}: alle som er med, har samme terskel som det offentlige i sum. Det følger av "
            "hvordan fondet deler, og sier ikke at hjelpen virker. Er lenken lav, gjelder det ikke."
            if nb
            else f"{name}: every member has the public sum's break-even. That follows from how the "
            "fund divides, and does not say that the help works. With the low link it fails."
        )
    elif regime.aligned:
        text = f"{name}: {'tersklene er like' if nb else 'the break-evens are equal'}."
    else:
        text = (
            f"{name}: den som må handle, har ikke samme terskel som det offentlige i sum."
            if nb
            else f"{name}: whoever must act doesn't have the public sum's break-even."
        )
    return Text(text)


def _duties(answer: Answer, regime: RegimeAnswer, lang: str) -> RenderableType:
    shown = [duty for duty in regime.duties if max(duty.probability) >= _SHOWN_FROM]
    last = answer.law_date + len(regime.budget[0].household) - 1
    years = [str(answer.law_date)]
    if last > answer.law_date:
        years.append(f"{word('by', lang)} {last}")
    table = Table(
        title=word("must_happen", lang),
        title_justify="left",
        title_style="bold",
        box=SIMPLE_HEAD,
        pad_edge=False,
    )
    for column in ("duty", "holder", "kind", "section"):
        table.add_column(word(column, lang))
    for year in years:
        table.add_column(year, justify="right", no_wrap=True)
    done: set[tuple[str, str]] = set()
    for duty in shown:
        key = (duty.duty.partition(":")[0], str(duty.legal_basis))
        if key in done:
            continue
        done.add(key)
        together = [
            other.holder
            for other in shown
            if (other.duty.partition(":")[0], str(other.legal_basis)) == key
        ]
        new = f"{word('new', lang).upper()}: " if duty.new_by_reform else ""
        table.add_row(
            Text(new + duty.label.text(lang)),
            ", ".join(account_label(answer, holder, lang) for holder in together),
            f"{word(duty.kind, lang)}, {word(duty.owes, lang)}",
            str(duty.legal_basis),
            *(
                _likely(value, lang)
                for value in (duty.probability[0], max(duty.probability))[: len(years)]
            ),
        )
    parts: list[RenderableType] = [table]
    rare = len(regime.duties) - len(shown)
    if rare:
        parts.append(
            Text(
                f"{rare} plikter til med under {share(_SHOWN_FROM, lang)} sannsynlighet "
                "(--format json)."
                if lang == "nb"
                else f"{rare} more duties with a probability under {share(_SHOWN_FROM, lang)} "
                "(--format json)."
            )
        )
    if answer.own_goal:
        parts.append(
            Text(f"{word('own_goal', lang)}: {answer.own_goal}. {word('nobody_owes', lang)}")
        )
    new_goal = next((d for d in shown if d.new_by_reform and d.formulation == "EFFECT"), None)
    if new_goal is not None:
        parts.append(Text(f"{word('reform_goal', lang)}: {new_goal.delivers.text(lang)}."))
    holders = {duty.holder for duty in regime.duties}
    appeals = {duty.appeal for duty in regime.duties if duty.appeal}
    parts.append(
        Text(
            f"Instanser som husstanden møter: {len(holders)}. Ulike klageorganer: {len(appeals)}."
            if lang == "nb"
            else f"Bodies that the household meets: {len(holders)}. Appeal bodies: {len(appeals)}."
        )
    )
    return Group(*parts, Text(""))


def _likely(value: float, lang: str) -> str:
    """A probability; certain and impossible are plain words."""
    if value >= 0.9995:
        return word("yes", lang)
    return word("no", lang) if value < 0.0005 else share(value, lang)


def _long_run(answer: Answer, regime: RegimeAnswer, lang: str) -> RenderableType:
    years = regime.accounts[0].years
    chosen = [number for number, year in enumerate(years) if year in (4, 10) or year == years[-1]]
    with_cost = answer.measure is not None
    columns = [word("cost", lang)] if with_cost else []
    columns += [f"{'til år' if lang == 'nb' else 'to year'} {years[n]}" for n in chosen]
    columns.append(word("present_value", lang))
    if with_cost:
        columns += [word("break_even", lang), word("cashable_only", lang)]
    heading = word("gain_if_success" if with_cost else "gain_of_course", lang)
    title = f"{word('long_run', lang)}, {regime.label.text(lang)}: {heading}"
    table = new_table(title, word("account", lang), *columns)
    for account, indent in _nested(regime):
        cells = [indent + account_label(answer, account.name, lang)]
        if with_cost:
            cells.append(kroner(account.cost[-1], lang))
        cells += [kroner(account.gain[number], lang) for number in chosen]
        society = account.ring == "society"
        cells.append("" if society else kroner(account.present_value_of_success, lang))
        if with_cost and account.ring in ("household", "third_party", "private"):
            cells += ["", ""]
        elif with_cost:
            cost, gain = account.cost[-1], account.gain[-1]
            for found in (account.break_even[-1], account.break_even_cashable):
                cells.append("–" if cost <= 0.5 else _threshold(found, cost, gain, lang))
        style = "bold" if account.ring in ("public", "society", "budget_holder") else ""
        table.add_row(*cells, style=style)
    parts: list[RenderableType] = [table, _frame_note(answer, lang)]
    if any(known.acts for known in answer.known_effects):
        parts.append(_participation(answer, regime, lang))
    return Group(*parts, Text(""))


def _participation(answer: Answer, regime: RegimeAnswer, lang: str) -> Table:
    """With a known effect: does each gain, how surely, and from which year."""
    table = new_table(
        word("participation", lang),
        word("account", lang),
        word("probability", lang),
        word("payback", lang),
    )
    for account in regime.accounts:
        if account.ring not in ("budget_holder", "public", "society"):
            continue
        chance = account.probability_of_gain
        table.add_row(
            account_label(answer, account.name, lang),
            "–" if chance is None else share(chance, lang),
            str(account.payback_year or "–"),
        )
    return table


def _nested(regime: RegimeAnswer) -> list[tuple[Account, str]]:
    """Budget-holders with their services under them, then the sums and the others."""
    services = [account for account in regime.accounts if account.ring == "service"]
    found: list[tuple[Account, str]] = []
    for account in regime.accounts:
        if account.ring == "service":
            continue
        found.append((account, ""))
        if account.ring == "budget_holder":
            members = [s for s in services if s.name.startswith(f"{account.name}.")]
            found += [(member, "  ") for member in members]
    return found


def _frame_note(answer: Answer, lang: str) -> Text:
    names = list(answer.courses.values())
    text = (
        f"Gevinst: «{names[-1].nb}» i stedet for «{names[0].nb}», summert til året. "
        "Samfunnets tall er neddiskontert (R-109/2021); lommebøkene er det bare under «nåverdi»."
        if lang == "nb"
        else f"Gain: '{names[-1].en}' instead of '{names[0].en}', summed to the year. Society is "
        "discounted (R-109/2021); purses only under 'present value'."
    )
    return Text(text, style="dim")


def _person(answer: Answer, lang: str) -> RenderableType:
    table = new_table(
        word("the_person", lang),
        word("indicator", lang),
        *(label.text(lang) for label in answer.courses.values()),
    )
    for indicator in answer.person:
        cells = []
        for course in answer.courses:
            value = indicator.by_course.get(course)
            if value is None:
                cells.append(word("not_measured", lang))
            else:
                cells.append(kroner(value, lang) if value > 1.5 else share(value, lang))
        table.add_row(indicator.label.text(lang), *cells)
    return table


def _wrong_pocket(answer: Answer, lang: str) -> RenderableType:
    nb = lang == "nb"
    lines: list[RenderableType] = [Text(word("wrong_pocket", lang), style="bold")]
    if answer.measure is None:
        lines.append(
            Text(
                "Saken har ikke noe tiltak: ingen betaler for å bytte forløp."
                if nb
                else "The case has no measure: nobody pays to change course."
            )
        )
        return Group(*lines, Text(""))
    table = new_table("", "W", *(regime.label.text(lang) for regime in answer.regimes))
    horizons = ["1", "4", "10", "30", str(answer.horizon)]
    for number, horizon in enumerate(horizons):
        if number and int(horizon) > answer.horizon:
            continue
        cells = [
            "–"
            if regime.wrong_pocket[number] is None
            else decimal(regime.wrong_pocket[number], lang)
            for regime in answer.regimes
        ]
        table.add_row(f"{'til år' if nb else 'to year'} {horizon}", *cells)
    lines += [table]
    for regime in answer.regimes:
        gap = regime.gap_to_society
        if gap is not None:
            lines.append(
                Text(
                    f"{regime.label.text(lang)}: "
                    + (
                        f"samfunnets terskel ligger {points(gap, lang)} "
                        f"{'over' if gap > 0 else 'under'} det offentliges. "
                        "Bare penger utenfra lukker det gapet."
                        if nb
                        else f"society's break-even is {points(gap, lang)} "
                        f"{'above' if gap > 0 else 'below'} the public sum's. "
                        "Only outside money closes that gap."
                    )
                )
            )
        if regime.contributions:
            paid = ", ".join(
                f"{account_label(answer, name, lang)} {share(part, lang)}"
                for name, part in sorted(regime.contributions.items(), key=lambda p: -p[1])
            )
            lines.append(Text(f"{'Fondet betales av' if nb else 'The fund is paid by'}: {paid}."))
    return Group(*lines, Text(""))


def _changed(answer: Answer, lang: str) -> RenderableType:
    table = new_table(
        word("what_changed", lang),
        word("account", lang),
        *(word(name, lang) for name in ("amount", "incidence", "behaviour", "difference")),
    )
    for part in answer.changed[:_CHANGED_SHOWN]:
        cells = (part.amount, part.incidence, part.behaviour, part.difference)
        table.add_row(
            account_label(answer, part.holder, lang), *(kroner(value, lang) for value in cells)
        )
    return table


def _rests_on(answer: Answer, lang: str) -> RenderableType:
    basis = answer.rests_on
    counts = ", ".join(
        f"{count} {word(name, lang)}" for name, count in sorted(basis.confidence.items())
    )
    lines: list[str] = [f"{word('confidence', lang)}: {counts}"]
    top = [entry for entry in basis.weak if entry.name in basis.moves_most]
    if top:
        lines.append(f"{word('moves_most', lang)}:")
        lines += [
            f"  {entry.label.text(lang)} ({word(entry.confidence, lang)}; 10 % = "
            f"{kroner(entry.moves, lang)}): {_short(entry.reason.text(lang))}"
            for entry in top
        ]
    if basis.stale:
        names = "; ".join(entry.label.text(lang) for entry in basis.stale[:3])
        lines.append(f"{word('stale', lang)}: {len(basis.stale)}, {word('such_as', lang)} {names}")
    if basis.open_norms:
        lines.append(f"{word('open_norms', lang)} ({word('practice', lang)}):")
        lines += [
            f"  {norm.label.text(lang)}: {_value(norm.used)} / {_value(norm.least)} / "
            f"{_value(norm.usual)} / {_value(norm.most)}, {norm.section}"
            for norm in basis.open_norms
        ]
    if basis.kommune_assumed:
        lines.append(f"{word('kommune_assumed', lang)}: {', '.join(basis.kommune_assumed)}")
    if basis.defaults:
        lines.append(f"{word('defaults', lang)}: {len(basis.defaults)} (--format json)")
    uncoded = ", ".join(f"{act} {count}" for act, count in basis.uncoded_acts.items())
    if uncoded:
        lines.append(f"{word('uncoded', lang)}: {uncoded} (effektlov law show)")
    return Group(Text(word("rests_on", lang), style="bold"), *(Text(line) for line in lines))


def _short(text: str, width: int = 150) -> str:
    return text if len(text) <= width else text[: width - 1].rsplit(" ", 1)[0] + " …"


def _value(value: float) -> str:
    return f"{value:g}"
