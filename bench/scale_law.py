"""A copy of the package with an invented sector: rules, parameters and flows by the hundred.

The rules stand in real modules and the parameters in YAML, in the form of the law's own, so that
loading, caching and evaluation are those of the package, not of a model of it. `scale_by_hand.py`
beside the package holds the same arithmetic in plain numpy.
"""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["BY_HAND", "FLAGS", "PREFIX", "SECTOR", "Made", "generate"]

SECTOR = "oppdiktet"
PREFIX = "oppdiktet_"
BY_HAND = "scale_by_hand"
FLAGS = (
    "elev_i_vgo",
    "laerling",
    "i_hoyere_utdanning",
    "innvilget_aap",
    "soker_sosialhjelp",
    "soker_kvp",
    "hoyt_fravaer",
    "i_fengsel",
)
"""Inputs by month of a person that rules of the sector read, beside wage and birth."""

_PER_MODULE = 25
_ACTORS = ("stat.folketrygd", "kommune.sosialtjeneste", "fylkeskommune.videregaende")
_DATES = ("2019-01-01", "2023-01-01", "2024-01-01", "2025-01-01", "2026-01-01")
_HREF = "https://lovdata.no/lov/1997-02-28-19/§1-1"


@dataclass(frozen=True)
class Made:
    """One invented rule: its number, entity and period, and the names of its parameters."""

    number: int
    entity: str
    yearly: bool
    parameters: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{PREFIX}{self.number:03d}"


def generate(package: Path, folder: Path, *, rules: int, parameters: int) -> list[Made]:
    """Copy a package into a folder and add the sector to it.

    Args:
        package: the folder of `effektlov`; links in it become files.
        folder: where the copy goes; the folder to put on the path.
        rules: number of invented rules.
        parameters: number of invented parameters, at least two a rule.
    """
    root = folder / "effektlov"
    shutil.copytree(package, root, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    made = [_made(number, rules, parameters) for number in range(rules)]
    sector = root / "rules" / SECTOR
    sector.mkdir()
    (sector / "__init__.py").write_text("", encoding="utf-8")
    branch = root / "parameters" / SECTOR
    branch.mkdir()
    hand: list[str] = []
    chance = random.Random(2)
    for first in range(0, rules, _PER_MODULE):
        part = made[first : first + _PER_MODULE]
        number = first // _PER_MODULE
        texts = []
        for rule in part:
            formula, plain = _formula(rule, made[:first], chance)
            texts.append(_class(rule, number, formula))
            hand.append(plain)
        (sector / f"del_{number:02d}.py").write_text(_module(texts), encoding="utf-8")
        (branch / f"del_{number:02d}.yaml").write_text(_branch(part), encoding="utf-8")
    (sector / "flows.yaml").write_text("".join(map(_flow, made)), encoding="utf-8")
    (folder / f"{BY_HAND}.py").write_text(_by_hand(hand), encoding="utf-8")
    return made


def _made(number: int, rules: int, parameters: int) -> Made:
    own = (number + 1) * parameters // rules - number * parameters // rules
    third = "skala" if (number // 3) % 2 == 0 else "grense"
    names = ("sats", "andel", third, *(f"ekstra_{extra}" for extra in range(own)))[:own]
    kind = number % 10
    return Made(number, "husstand" if kind == 8 else "person", kind == 9, names)


def _formula(rule: Made, before: list[Made], chance: random.Random) -> tuple[list[str], str]:
    """The lines of a formula, and the same in numpy by hand: 2-3 reads and the rule's parameters.

    Rules of earlier modules are read only, so that none goes in a circle.
    """
    persons = [made for made in before if made.entity == "person" and not made.yearly]
    if rule.entity == "husstand":
        return _household_formula(rule, persons, chance)
    if rule.yearly:
        return _year_formula(rule, persons, chance)
    a, plain_a = _read(chance.choice(persons[-40:])) if persons else _input("lonn")
    b, plain_b = _second(rule, before, persons, chance)
    flag, plain_flag = _input(chance.choice(FLAGS))
    expressions = {
        0: "numpy.maximum({sats} - {andel} * {a}, 0.0) * {flag} + {b} * {andel}",
        1: "numpy.where({age} < 12 * {grense}, {a}, {sats}) * {andel}",
        2: "numpy.minimum({a} + {andel} * {b}, {sats})",
        3: "numpy.maximum({a} - {andel} * {b}, 0.0) * (1.0 - {flag})",
        4: "numpy.where({flag}, {a}, {sats} * {andel} + {b} * {andel})",
    }
    text = expressions[rule.number % 5]
    if "skala" in rule.parameters:
        text = "marginal(12 * {a} + {b}, {skala}) / 12"
    elif "grense" not in rule.parameters:
        text = text.replace("{age} < 12 * {grense}", "{flag}")
    law = {name: f"law.{name}" for name in rule.parameters}
    engine = text.format(a=a, b=b, flag=flag, age="age_in_months(person, period)", **law)
    plain = text.format(
        a=plain_a, b=plain_b, flag=plain_flag, age="(month[m] - born)", **_plain_law(rule)
    )
    return [f"return {engine}"], f"{_array(rule)} = [{plain} for m in months]"


def _second(
    rule: Made, before: list[Made], persons: list[Made], chance: random.Random
) -> tuple[str, str]:
    """Another rule of the person, one of her household, or one by year."""
    grouped = [made for made in before if made.entity == "husstand"]
    yearly = [made for made in before if made.yearly]
    if rule.number % 10 == 3 and grouped:
        read = chance.choice(grouped)
        return f'person.husstand("{read.name}", period)', f"{_array(read)}[m][household]"
    if rule.number % 10 == 5 and yearly:
        read = chance.choice(yearly)
        return f'person("{read.name}", period.this_year) / 12', f"{_array(read)} / 12"
    return _read(chance.choice(persons)) if persons else _input("naeringsinntekt")


def _household_formula(
    rule: Made, persons: list[Made], chance: random.Random
) -> tuple[list[str], str]:
    name = chance.choice(persons[-40:]).name if persons else "lonn"
    plain = f"x[{int(name[-3:])}][m]" if persons else 'inputs["lonn"][m]'
    engine = f'numpy.minimum(husstand.sum(husstand.members("{name}", period)), law.sats)'
    law = _plain_law(rule)
    least = f"numpy.minimum(numpy.bincount(household, {plain}, households), {law['sats']})"
    return (
        [f"return {engine} * law.andel"],
        f"{_array(rule)} = [{least} * {law['andel']} for m in months]",
    )


def _year_formula(rule: Made, persons: list[Made], chance: random.Random) -> tuple[list[str], str]:
    name = chance.choice(persons[-40:]).name if persons else "lonn"
    law = _plain_law(rule)
    text = "numpy.minimum({base} * {andel}, 12 * {sats})"
    if "skala" in rule.parameters:
        text = "marginal({base}, {skala})"
    engine = text.format(base="base", **{part: f"law.{part}" for part in rule.parameters})
    by_month = f"x[{int(name[-3:])}]" if persons else 'inputs["lonn"]'
    plain = text.format(
        base=f"year({by_month})", **{k: v.replace("[m]", "[0]") for k, v in law.items()}
    )
    return (
        [f'base = person("{name}", period, options=[ADD])', f"return {engine}"],
        f"{_array(rule)} = {plain}",
    )


def _read(rule: Made) -> tuple[str, str]:
    return f'person("{rule.name}", period)', f"{_array(rule)}[m]"


def _input(name: str) -> tuple[str, str]:
    return f'person("{name}", period)', f'inputs["{name}"][m]'


def _array(rule: Made) -> str:
    return f"x[{rule.number}]"


def _plain_law(rule: Made) -> dict[str, str]:
    return {
        name: f'law[m]["{rule.name}.{name}"]' for name in rule.parameters if name[:6] != "ekstra"
    }


def _class(rule: Made, module: int, formula: list[str]) -> str:
    me = rule.entity
    unit = "YEAR" if rule.yearly else "MONTH"
    return "\n".join(
        [
            "",
            "",
            "@rule(",
            f'    nb="Oppdiktet regel {rule.number}",',
            f'    en="Invented rule {rule.number}",',
            f'    section="oppdiktet lov § {rule.number}",',
            f'    href="{_HREF}",',
            ")",
            f"class {rule.name}(Rule):",
            f'    """§ {rule.number}: invented, to weigh the engine."""',
            "",
            "    value_type = float",
            f"    entity = {me.capitalize()}",
            f"    definition_period = {unit}",
            "",
            f"    def formula({me}, period, parameters):",
            f"        law = parameters(period).{SECTOR}.del_{module:02d}.{rule.name}",
            *(f"        {line}" for line in formula),
            "",
        ]
    )


def _module(classes: list[str]) -> str:
    head = [
        '"""Invented rules of one module."""',
        "",
        "import numpy",
        "from openfisca_core.periods import DateUnit",
        "from openfisca_core.populations import ADD",
        "",
        "from effektlov.rules.entities import Husstand, Person",
        "from effektlov.rules.periods import age_in_months",
        "from effektlov.rules.rule import Rule, rule",
        "from effektlov.rules.scales import marginal",
        "",
        "MONTH = DateUnit.MONTH",
        "YEAR = DateUnit.YEAR",
        "",
    ]
    return "\n".join(head) + "".join(classes)


def _branch(rules: list[Made]) -> str:
    lines = ["description: Oppdiktet", "metadata:", "  en: Invented"]
    for rule in rules:
        lines += [f"{rule.name}:", f"  description: Oppdiktet regel {rule.number}"]
        for name in rule.parameters:
            lines += [f"  {name}:", *(f"    {line}" for line in _parameter(rule, name))]
    return "\n".join(lines) + "\n"


def _parameter(rule: Made, name: str) -> list[str]:
    """One parameter as the law's own are written: texts, §, source, a value for each year; every
    fifth rate is set anew in May, as the base amount is."""
    number = rule.number
    lines = [
        f"description: 'Oppdiktet {name} for regel {number}'",
        "metadata:",
        f"  en: 'Invented {name} of rule {number}'",
        f"  unit: {_UNITS.get(name, 'count')}",
        f"  law: 'oppdiktet lov § {number}'",
        "  reference:",
        "  - title: 'oppdiktet lov (Lovdata)'",
        f"    href: {_HREF}",
        "  confidence: assumed",
        "  last_checked: '2026-01-01'",
    ]
    if name == "skala":
        lines[2:2] = ["  type: marginal_rate", "  threshold_unit: kr/year", "  rate_unit: share"]
        lines.append("brackets:")
        for step, rate in ((0, 0.0), (100_000, 0.02), (300_000, 0.05), (700_000, 0.15)):
            lines += [
                f"- threshold: {_dated(lambda at, step=step: step * (1 + 0.03 * at))}",
                f"  rate: {_dated(lambda at, rate=rate: rate)}",
            ]
        return lines
    starts = {
        "sats": lambda at: (2000 + 37 * (number % 90)) * (1 + 0.04 * at),
        "andel": lambda at: round(0.2 + 0.005 * (number % 60), 4) + 0.01 * (at > 2),
        "grense": lambda at: 18 + number % 12,
    }
    value = starts.get(name, lambda at: number)
    lines.append("values:")
    in_may = name == "sats" and number % 5 == 0
    for at, date in enumerate(_DATES):
        day = date.replace("-01-01", "-05-01") if in_may and at else date
        lines += [f"  '{day}':", f"    value: {value(at):.4f}"]
    return lines


_UNITS = {"sats": "kr/month", "andel": "share", "grense": "years", "skala": "share"}


def _dated(value: Callable[[int], float]) -> str:
    entries = (f"'{date}': {{value: {value(at):.4f}}}" for at, date in enumerate(_DATES))
    return f"{{{', '.join(entries)}}}"


def _flow(rule: Made) -> str:
    return "\n".join(
        [
            f"{rule.name}:",
            f"  label: {{nb: Oppdiktet {rule.number}, en: Invented {rule.number}}}",
            f"  amount: {rule.name}",
            "  kind: transfer",
            f"  payer: {_ACTORS[rule.number % len(_ACTORS)]}",
            "  payee: husstand",
            f'  legal_basis: {{act: oppdiktet lov, section: § {rule.number}, href: "{_HREF}"}}',
            "  cashable: now",
            "",
        ]
    )


def _by_hand(lines: list[str]) -> str:
    """All the rules in one function, month by month: no cache, no names, no periods."""
    head = [
        '"""The invented rules by hand."""',
        "",
        "import numpy",
        "",
        "from effektlov.rules.scales import marginal",
        "",
        "",
        "def rules(inputs, law, month, counts, born, household, households):",
        '    """Every rule in months that stand for `counts` months of the year each."""',
        "",
        "    def year(values):",
        "        return sum(value * count for value, count in zip(values, counts, strict=True))",
        "",
        "    months = range(len(month))",
        f"    x = [None] * {len(lines)}",
    ]
    return "\n".join([*head, *(f"    {line}" for line in lines), "    return x", ""])
