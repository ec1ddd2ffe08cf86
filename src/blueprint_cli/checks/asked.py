"""What a rule may ask for beside the blueprint, by the names of its parameters: `options`, `today`, `timed`."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from blueprint_cli.checks.rule import own_rules
from blueprint_cli.model.blueprint import Blueprint

if TYPE_CHECKING:
    from datetime import date

    from blueprint_cli.analysis.allowances import Allowed
    from blueprint_cli.analysis.schedule import Schedule
    from blueprint_cli.checks.plan import Plan
    from blueprint_cli.checks.rule import Rule
    from blueprint_cli.model.directory import Directory

UNTIMEABLE = ("BP004", "BP005", "BP006", "BP306", "BP307", "BP308")
"""The findings that leave a map without times."""


@dataclass(frozen=True)
class Timed:
    """One journey of a map with its schedule; `persona` is empty where all live the same one."""

    persona: str
    blueprint: Blueprint
    plan: Schedule

    @cached_property
    def allowances(self) -> tuple[Allowed, ...]:
        """What its spans, steps and actions take and may take."""
        from blueprint_cli.analysis.allowances import allowances

        return tuple(allowances(self.blueprint, self.plan))

    @property
    def whose(self) -> str:
        """` for VIP`, or nothing where all live the same journey."""
        return f" for {self.blueprint.persona_name(self.persona)}" if self.persona else ""


@dataclass
class Asked:
    """The answers for one file; what costs something is worked out once, and only when a rule asks."""

    root: Directory
    plan: Plan
    sound: bool
    heard: dict[str, bool] = field(default_factory=dict)
    """For each rule that has spoken already, whether it found anything."""

    def arguments(self, rule: Rule) -> dict[str, Any]:
        """The named arguments of the rule's check."""
        return {name: self._answer(name, rule) for name in rule.asks} if rule.asks else {}

    def _answer(self, name: str, rule: Rule) -> Any:
        if name == "options":
            return self.plan.options_of(rule)
        return {"today": self._today, "timed": self._timed}[name]()

    def _today(self) -> date:
        return self.plan.today or today()

    def _timed(self) -> Any:
        return lambda: self._measured

    def _found(self, code: str) -> bool:
        if code not in self.heard:
            rule = own_rules().by_code[code]
            self.heard[code] = any(True for _ in rule.problems(whole_of(self.root), {}))
        return self.heard[code]

    @cached_property
    def _measured(self) -> tuple[Timed, ...]:
        """Every journey of the map with its times; none where something stands in their way."""
        from blueprint_cli.analysis.journeys import journeys
        from blueprint_cli.analysis.schedule import schedule

        root = self.root
        if not self.sound or not isinstance(root, Blueprint):
            return ()
        if any(self._found(code) for code in UNTIMEABLE):
            return ()
        return tuple(Timed(persona, journey, schedule(journey)) for persona, journey in journeys(root))


def whole_of(root: Directory) -> Directory:
    """The file with all its variants: what is wrong with the file itself is wrong for everybody."""
    return root.whole if isinstance(root, Blueprint) else root


def today() -> date:
    """The day that freshness is judged by: `SOURCE_DATE_EPOCH`, else the clock, in UTC."""
    from datetime import UTC, datetime

    from blueprint_cli.errors import BlueprintError

    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()
    except (ValueError, OverflowError, OSError):
        raise BlueprintError(
            f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch}", "unset it, or use --today"
        ) from None
