"""Which rules speak about a file, how loudly, and with which options: presets, settings and command line in one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from blueprint_cli.checks.rule import (
    ALL,
    AMBIGUOUS,
    FILE_ERRORS,
    PRESETS,
    RuleBook,
    own_rules,
    own_rules_with,
    specificity,
)
from blueprint_cli.errors import BlueprintError
from blueprint_cli.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from blueprint_cli.checks.rule import Rule

DEFAULT_PRESET, STRICT = "recommended", "strict"
DEFAULT_THRESHOLD = "warning"


@dataclass(frozen=True)
class Wishes:
    """What one layer says about rules: a settings file, what it says about some files, or the command line.

    `select` replaces what layers below select, `extend_select` adds to it; words are codes, names, prefixes or ALL.
    `said_in` names the settings file for messages; the command line needs no name.
    """

    preset: str | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    locked: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    fail_on: str | None = None
    said_in: str = ""


@dataclass(frozen=True, eq=False)
class Plan:
    """What is asked of one file.

    Attributes:
        book: every rule that has a name here.
        codes: of the rules that speak.
        severities: what settings or the command line set, by code.
        strict: information counts as a warning.
        options: by code, only where a rule has any.
        locked: codes that no comment may hide.
        fail_on: lowest severity that makes the exit code 1, or `never`.
        today: the day that freshness is judged by; None asks the clock.
        keep_logical: findings carry their logical place, which a baseline needs to know a renamed file again.
    """

    book: RuleBook
    codes: frozenset[str]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    strict: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()
    fail_on: str = DEFAULT_THRESHOLD
    today: date | None = None
    keep_logical: bool = False

    def speaking(self) -> Iterator[Rule]:
        """The rules that speak and have a check of their own, by code."""
        return (rule for rule in self.book.rules if rule.check is not None and rule.code in self.codes)

    def options_of(self, rule: Rule) -> Any:
        """The options of a rule: those that were set, else its defaults."""
        return self.options.get(rule.code, rule.options)


def plan(
    layers: Sequence[Wishes] = (),
    book: RuleBook | None = None,
    today: date | None = None,
    *,
    keep_logical: bool = False,
) -> Plan:
    """The plan that layers of wishes make, the strongest last.

    Raises:
        BlueprintError: a word means no rule, or an option is not one of its rule.
    """
    book = book or own_rules()
    preset = next((layer.preset for layer in reversed(layers) if layer.preset), DEFAULT_PRESET)
    return Plan(
        book=book,
        codes=_codes(layers, book, preset) | frozenset(FILE_ERRORS),
        severities=dict(_severities(layers, book)),
        strict=preset == STRICT,
        options=_options(layers, book),
        locked=frozenset(
            code for layer in layers for word in layer.locked for code in _meant(book, word, layer)
        ),
        fail_on=next((layer.fail_on for layer in reversed(layers) if layer.fail_on), DEFAULT_THRESHOLD),
        today=today,
        keep_logical=keep_logical,
    )


def plan_for(codes: Iterable[str]) -> Plan:
    """The plan in which these rules alone speak, beside the errors of the file itself."""
    spoken = frozenset(codes) | frozenset(FILE_ERRORS)
    return Plan(own_rules_with(spoken | {AMBIGUOUS}), spoken)


def in_preset(rule: Rule, preset: str) -> bool:
    """Whether a preset holds the rule."""
    return PRESETS.index(rule.preset) <= PRESETS.index(preset)


def _codes(layers: Sequence[Wishes], book: RuleBook, preset: str) -> frozenset[str]:
    """The longest word that matches a code decides; among equals the stronger layer; in one layer, ignoring."""
    last = max((index for index, layer in enumerate(layers) if layer.select is not None), default=-1)
    strength: dict[str, tuple[int, int, bool]] = {}
    if last < 0:
        strength = {rule.code: (-1, -1, True) for rule in book.rules if in_preset(rule, preset)}
    for index, layer in enumerate(layers):
        chosen = [*(layer.select or ()), *layer.extend_select] if index >= last else []
        for words, wanted in ((chosen, True), (layer.ignore, False)):
            for word in words:
                weight = (specificity(word), index)
                for code in _meant(book, word, layer):
                    if code not in strength or strength[code][:2] <= weight:
                        strength[code] = (*weight, wanted)
    return frozenset(code for code, (_, _, wanted) in strength.items() if wanted)


def _meant(book: RuleBook, word: str, layer: Wishes) -> frozenset[str]:
    try:
        return book.codes_of(word)
    except BlueprintError as error:
        raise _said(layer, error.message, error.help) from None


def _said(layer: Wishes, message: str, help_line: str) -> BlueprintError:
    return BlueprintError(f"{layer.said_in}: {message}" if layer.said_in else message, help_line)


def _severities(layers: Sequence[Wishes], book: RuleBook) -> Iterator[tuple[str, Severity]]:
    strength: dict[str, tuple[int, int]] = {}
    for index, layer in enumerate(layers):
        for word, level in layer.severity.items():
            weight = (specificity(word), index)
            codes = _meant(book, word, layer)
            held = sorted(codes & set(FILE_ERRORS))
            if held and word.upper() != ALL:
                raise _said(layer, f"{held[0]} is always an error", "leave it out of the severities")
            for code in sorted(codes - set(FILE_ERRORS)):
                if strength.get(code, weight) <= weight:
                    strength[code] = weight
                    yield code, Severity[level.upper()]


def _options(layers: Sequence[Wishes], book: RuleBook) -> dict[str, Any]:
    said: dict[str, dict[str, Any]] = {}
    where: dict[str, str] = {}
    for layer in layers:
        for word, values in layer.options.items():
            (code,) = _meant_by_one(book, word, layer)
            said.setdefault(code, {}).update(values)
            where[code] = layer.said_in
    if not said:
        return {}
    from blueprint_cli.checks.options import read_options

    return {code: read_options(book.by_code[code], values, where[code]) for code, values in said.items()}


def _meant_by_one(book: RuleBook, word: str, layer: Wishes) -> tuple[str]:
    try:
        return (book.find(word).code,)
    except BlueprintError as error:
        raise _said(layer, error.message, error.help) from None
