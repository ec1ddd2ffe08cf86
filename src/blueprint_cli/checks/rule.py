"""What a rule is, and how rules are found by code, name or prefix."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from blueprint_cli import discovery
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from types import ModuleType

    from blueprint_cli.findings import Problem, Severity

RULES = "blueprint_cli.checks.rules"
ALL = "ALL"


@dataclass(frozen=True)
class Rule:
    """One rule of the linter.

    Attributes:
        code, name: `BP101` and `missing-owner`; both are accepted everywhere.
        about: `map` (the map is wrong or incomplete) or `service` (it shows a weak service).
        severity: in a to-be map; findings about the service are information in an as-is map.
        page: the docstring: what it finds, why it hurts, what to do, a bad and a good blueprint.
        check: from a blueprint (or a catalogue) to problems; None where the loader raises them.
        on_catalogues: whether it also looks at catalogues.
    """

    code: str
    name: str
    about: Literal["map", "service"]
    severity: Severity
    page: str
    check: Callable[[Any], Iterable[Problem]] | None
    on_catalogues: bool

    @property
    def summary(self) -> str:
        """The page's first line, without its full stop."""
        return self.page.split("\n", 1)[0].removesuffix(".")


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    found = (_rule(name, discovery.load(RULES, name)) for name in discovery.names(RULES))
    return tuple(sorted(found, key=lambda rule: rule.code))


def _rule(name: str, module: ModuleType) -> Rule:
    return Rule(
        code=module.CODE,
        name=name,
        about=module.ABOUT,
        severity=module.SEVERITY,
        page=inspect.cleandoc(module.__doc__ or ""),
        check=getattr(module, "check", None),
        on_catalogues=getattr(module, "ON_CATALOGUES", False),
    )


@cache
def rules_by_code() -> dict[str, Rule]:
    """Every rule by its code."""
    return {rule.code: rule for rule in rules()}


def find_rule(word: str) -> Rule:
    """The rule with that code or name.

    Raises:
        BlueprintError: there is none.
    """
    found = next((rule for rule in rules() if word.upper() == rule.code or word.lower() == rule.name), None)
    if found is None:
        raise _unknown(word)
    return found


def matching(word: str) -> frozenset[str]:
    """The codes that a word of `--select` or `--ignore` means: a code, a name, a prefix such as BP1, or ALL.

    Raises:
        BlueprintError: it means none.
    """
    upper = word.upper()
    if upper == ALL:
        return frozenset(rules_by_code())
    by_prefix = frozenset(
        rule.code for rule in rules() if upper.startswith("BP") and rule.code.startswith(upper)
    )
    return by_prefix or frozenset([find_rule(word).code])


def _unknown(word: str) -> BlueprintError:
    known = [*(rule.name for rule in rules()), *(rule.code for rule in rules())]
    near = closest(word, known)
    return BlueprintError(
        f"there is no rule '{word}'", f"did you mean {near}?" if near else "`blueprint rules` lists them"
    )


@dataclass(frozen=True)
class Selection:
    """Which rules speak: the longest word that matches a code decides; among equals, ignoring wins."""

    select: Sequence[str] = (ALL,)
    ignore: Sequence[str] = ()

    def codes(self) -> frozenset[str]:
        """The codes of the rules that speak.

        Raises:
            BlueprintError: a word means no rule.
        """
        strength: dict[str, tuple[int, bool]] = {}
        for words, wanted in ((self.select, True), (self.ignore, False)):
            for word in words:
                weight = (
                    0 if word.upper() == ALL else len(word) if word.upper().startswith("BP") else len("BP000")
                )
                for code in matching(word):
                    if code not in strength or strength[code][0] <= weight:
                        strength[code] = (weight, wanted)
        return frozenset(code for code, (_, wanted) in strength.items() if wanted)
