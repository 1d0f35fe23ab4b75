"""The law in force: one folder per sector, one module per act.

`CountryTaxBenefitSystem` is the name that OpenFisca's own tools look for
(`openfisca test -c effektlov.rules`, `openfisca serve -c effektlov.rules`).
"""

import importlib
import pkgutil
from pathlib import Path
from typing import Any

from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import Instant, Period
from openfisca_core.periods import instant as to_instant
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from effektlov.rules.entities import entities
from effektlov.rules.lazy_parameters import LazyNode
from effektlov.rules.rule import Rule

__all__ = ["ROOT", "SECTORS", "CountryTaxBenefitSystem", "at_instant", "law_classes"]

ROOT = Path(__file__).resolve().parent
SECTORS = sorted(path.name for path in ROOT.iterdir() if (path / "__init__.py").is_file())


def law_classes() -> list[type[Rule]]:
    """Every declared rule and input, in the order of sector, module and text.

    Variables come from real modules, so that a built system can be pickled and read elsewhere.
    """
    found: list[type[Rule]] = []
    for sector in SECTORS:
        package = importlib.import_module(f"{__name__}.{sector}")
        for module_info in sorted(
            pkgutil.iter_modules(package.__path__), key=lambda found: found.name
        ):
            module = importlib.import_module(f"{package.__name__}.{module_info.name}")
            found += [
                member
                for member in vars(module).values()
                if isinstance(member, type)
                and issubclass(member, Rule)
                and member.__module__ == module.__name__
            ]
    return found


def at_instant(system: TaxBenefitSystem, instant: Instant | Period | str | int) -> LazyNode:
    """The lazy parameter tree of a system at an instant, kept per instant."""
    key = instant.start if isinstance(instant, Period) else to_instant(instant)
    cache: dict[Instant, LazyNode] = system._parameters_at_instant_cache
    if key not in cache:
        cache[key] = LazyNode("", system.parameters, str(key))
    return cache[key]


class CountryTaxBenefitSystem(TaxBenefitSystem):
    """The law in force as an OpenFisca system."""

    def __init__(self) -> None:
        super().__init__(entities)
        self._parameters_at_instant_cache: dict[Instant, LazyNode] = {}
        for cls in law_classes():
            self.add_variable(cls)
        self.parameters = ParameterNode("", directory_path=str(ROOT.parent / "parameters"))

    def get_parameters_at_instant(self, instant: Instant | Period | str | int) -> LazyNode:
        """The parameters of an instant, each read when a formula asks for it."""
        return at_instant(self, instant)

    def get_package_metadata(self) -> dict[str, Any]:
        """As core's, with a location that holds no path of the machine."""
        metadata: dict[str, Any] = super().get_package_metadata()
        return metadata | {"location": str(ROOT.parent)}
