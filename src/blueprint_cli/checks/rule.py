"""What a rule is, and the book that finds rules by code, name or prefix."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal

from blueprint_cli import discovery
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType

    from blueprint_cli.findings import Problem, Severity
    from blueprint_cli.model.directory import Directory

RULES = "blueprint_cli.checks.rules"
ALL = "ALL"
Preset = Literal["minimal", "recommended", "strict"]
PRESETS: tuple[Preset, ...] = ("minimal", "recommended", "strict")
FIRST_RELEASE = "0.1"
"""The release of every rule whose module names no other."""

FILE_ERRORS = ("BP001", "BP002", "BP003", "BP004", "BP005", "BP006")
"""What the file itself is at fault in: these can be neither deselected nor lowered."""

AMBIGUOUS = "BP007"
"""A value that reads as another one than was meant; an error where the format refuses it."""

_MINIMAL_FAMILIES = ("BP0", "BP9")
_PREFIX = re.compile(r"[A-Z]{2,6}[0-9]{0,3}\Z")


@dataclass(frozen=True)
class Rule:
    """One rule of the linter.

    Attributes:
        code, name: `BP101` and `missing-owner`; both are accepted everywhere.
        about: `map` (the map is wrong or incomplete) or `service` (it shows a weak service).
        severity: in a to-be map; findings about the service are information in an as-is map.
        page: the docstring: what it finds, why it hurts, what to do, a bad and a good blueprint.
        check: from a blueprint (or a catalogue) to problems; None where the loader or the linter itself raises them.
        asks: what the check wants beside the blueprint, by the names of its parameters: `options`, `today`, `timed`.
        on_catalogues: whether it also looks at catalogues.
        preset: the smallest preset that holds it.
        fix: whether its findings can be mended without a person, and how boldly.
        options: the class of its options with their defaults, or None.
        since: the release that brought it.
        aliases: names that it had before.
    """

    code: str
    name: str
    about: Literal["map", "service"]
    severity: Severity
    page: str
    check: Callable[..., Iterable[Problem]] | None
    on_catalogues: bool = False
    asks: tuple[str, ...] = ()
    preset: Preset = "recommended"
    fix: Literal["none", "safe", "unsafe"] = "none"
    options: type | None = None
    since: str = FIRST_RELEASE
    aliases: tuple[str, ...] = ()

    def problems(self, root: Directory, arguments: dict[str, Any]) -> Iterable[Problem]:
        """What the rule's check says about a blueprint or a catalogue; nothing where it has none."""
        return self.check(root, **arguments) if self.check is not None else ()

    @property
    def summary(self) -> str:
        """The page's first line, without its full stop."""
        return self.page.split("\n", 1)[0].removesuffix(".")


def rule_of(name: str, module: ModuleType) -> Rule:
    """The rule that a module is, by its constants, its docstring and its `check`.

    Raises:
        AttributeError: the module lacks CODE, ABOUT or SEVERITY.
    """
    check = getattr(module, "check", None)
    return Rule(
        code=module.CODE,
        name=name,
        about=module.ABOUT,
        severity=module.SEVERITY,
        page=inspect.cleandoc(module.__doc__ or ""),
        check=check,
        on_catalogues=getattr(module, "ON_CATALOGUES", False),
        asks=check.__code__.co_varnames[1 : check.__code__.co_argcount] if check else (),
        preset=getattr(module, "PRESET", _smallest_preset(module.CODE)),
        fix=getattr(module, "FIX", "none"),
        options=getattr(module, "Options", None),
        since=getattr(module, "SINCE", FIRST_RELEASE),
        aliases=getattr(module, "ALIASES", ()),
    )


def _smallest_preset(code: str) -> Preset:
    return "minimal" if code.startswith(_MINIMAL_FAMILIES) else "recommended"


@dataclass(frozen=True, eq=False)
class RuleBook:
    """Rules by code, name and prefix: our own, and those that settings add."""

    rules: tuple[Rule, ...]

    @cached_property
    def by_code(self) -> dict[str, Rule]:
        """Every rule by its code."""
        return {rule.code: rule for rule in self.rules}

    @property
    def names(self) -> tuple[str, ...]:
        """Every name and former name."""
        return tuple(self._by_name)

    @cached_property
    def _by_name(self) -> dict[str, Rule]:
        return {name: rule for rule in self.rules for name in (rule.name, *rule.aliases)}

    def find(self, word: str) -> Rule:
        """The rule with that code or name.

        Raises:
            BlueprintError: there is none.
        """
        found = self.by_code.get(word.upper()) or self._by_name.get(word.lower())
        if found is None:
            raise self._unknown(word)
        return found

    def codes_of(self, word: str) -> frozenset[str]:
        """The codes that a word means: a code, a name, a prefix such as BP1, or ALL.

        Raises:
            BlueprintError: it means none.
        """
        upper = word.upper()
        if upper == ALL:
            return frozenset(self.by_code)
        if _PREFIX.match(upper):
            by_prefix = frozenset(code for code in self.by_code if code.startswith(upper))
            if by_prefix:
                return by_prefix
        return frozenset([self.find(word).code])

    def with_rules(self, more: Iterable[Rule]) -> RuleBook:
        """This book and further rules.

        Raises:
            BlueprintError: a code or a name is taken.
        """
        found = list(self.rules)
        for rule in more:
            for taken in found:
                if rule.code == taken.code or rule.name in (taken.name, *taken.aliases):
                    same = rule.code if rule.code == taken.code else rule.name
                    raise BlueprintError(
                        f"two rules are called '{same}'", "give one of them another code or name"
                    )
            found.append(rule)
        return RuleBook(tuple(sorted(found, key=lambda rule: rule.code)))

    def _unknown(self, word: str) -> BlueprintError:
        near = closest(word, [*self._by_name, *self.by_code])
        return BlueprintError(
            f"there is no rule '{word}'", f"did you mean {near}?" if near else "`blueprint rules` lists them"
        )


@cache
def own_rules() -> RuleBook:
    """The rules of this program."""
    found = (rule_of(name, discovery.load(RULES, name)) for name in discovery.names(RULES))
    return RuleBook(tuple(sorted(found, key=lambda rule: rule.code)))


@cache
def own_rules_with(codes: frozenset[str]) -> RuleBook:
    """The rules of this program with these codes; no other one is imported."""
    said = re.compile(rf'^CODE = "(?:{"|".join(sorted(codes))})"', re.MULTILINE)
    found = (rule_of(name, discovery.load(RULES, name)) for name in discovery.those_that_say(RULES, said))
    return RuleBook(tuple(sorted(found, key=lambda rule: rule.code)))


def specificity(word: str) -> int:
    """How exactly a word means its rules: ALL least, then prefixes by their length; a name as much as a code."""
    if word.upper() == ALL:
        return 0
    return len(word) if _PREFIX.match(word.upper()) else len("BP000")
