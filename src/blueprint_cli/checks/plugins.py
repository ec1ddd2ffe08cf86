"""Rules in Python from installed packages that the settings name; never from the tree that is being checked.

A package offers them under the entry-point group `blueprint.rules`; each entry point names a module with the shape of
our own rules: CODE, ABOUT, SEVERITY, a docstring with a bad and a good example, `check`.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blueprint_cli.checks.rule import rule_of
from blueprint_cli.errors import BlueprintError, PluginCrash
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from importlib.metadata import EntryPoint

    from blueprint_cli.checks.rule import Rule

GROUP = "blueprint.rules"


def plugin_rules(name: str, said_in: str) -> list[Rule]:
    """The rules of the installed package that offers them under this name.

    Args:
        name: the distribution's name, or the module's.
        said_in: the settings file, for messages.

    Raises:
        BlueprintError: no installed package offers such rules, or one cannot be imported or is no rule.
    """
    points = [point for point in _points() if _offers(point, name)]
    if not points:
        known = sorted({_distribution(point) for point in _points()})
        near = closest(name, known)
        raise BlueprintError(
            f"{said_in}: no installed package offers rules as '{name}'",
            f"did you mean {near}?"
            if near
            else "install it in this environment; a file in the tree is never run",
        )
    return [_rule(point, name, said_in) for point in sorted(points, key=lambda point: point.name)]


def _points() -> list[EntryPoint]:
    from importlib.metadata import distributions

    with _without_linted_tree():
        return [
            point
            for distribution in distributions()
            for point in distribution.entry_points
            if point.group == GROUP
        ]


@contextmanager
def _without_linted_tree() -> Iterator[None]:
    """While packages are looked for and imported, the folder that the command runs in is no place for them."""
    before = list(sys.path)
    here = Path.cwd().resolve()
    sys.path[:] = [entry for entry in before if entry and Path(entry).resolve() != here]
    try:
        yield
    finally:
        sys.path[:] = before


def _distribution(point: EntryPoint) -> str:
    return point.dist.name if point.dist is not None else point.module.split(".")[0]


def _offers(point: EntryPoint, name: str) -> bool:
    wanted = name.replace("-", "_").casefold()
    return wanted in (
        _distribution(point).replace("-", "_").casefold(),
        point.module.split(".")[0].casefold(),
        point.module.casefold(),
    )


def _rule(point: EntryPoint, name: str, said_in: str) -> Rule:
    from dataclasses import replace

    try:
        with _without_linted_tree():
            module = point.load()
        rule = rule_of(point.name.replace("_", "-"), module)
    except (ImportError, SyntaxError, AttributeError) as error:
        raise BlueprintError(
            f"{said_in}: the rule {point.name} of {name} cannot be used: {error}", "ask its author"
        ) from None
    if rule.code.startswith("BP"):
        raise BlueprintError(
            f"{said_in}: the rule {point.name} of {name} has the code {rule.code}", "BP is for our own rules"
        )
    return replace(rule, check=_guarded(rule, name))


def _guarded(rule: Rule, name: str) -> Callable[..., list[Any]] | None:
    """The check of a plugin's rule, whose crash is told as the plugin's."""
    import functools

    check = rule.check
    if check is None:
        return None

    @functools.wraps(check)
    def guarded(*arguments: Any, **named: Any) -> list[Any]:
        try:
            return list(check(*arguments, **named))
        except Exception as error:
            raise PluginCrash(f"the rule {rule.code} of {name}: {type(error).__name__}: {error}") from error

    return guarded
