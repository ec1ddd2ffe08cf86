"""Two maps, before and after: the difference of each figure, with its sign."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.analysis.crossings import crossings, hidden_wait_s, system_changes
from blueprint_cli.analysis.efficiency import efficiency
from blueprint_cli.analysis.money import cost

if TYPE_CHECKING:
    from blueprint_cli.analysis.timings import Timings

Number = int | float | Fraction


class Difference(NamedTuple):
    """One figure of both maps; names ending in `_s` count whole seconds, `cost` is money in `unit`, a span has a `title`."""

    name: str
    old: Number | None
    new: Number | None
    unit: str = ""
    title: str = ""

    @property
    def delta(self) -> Number | None:
        """What came on top; None where one of the two is not known."""
        return None if self.old is None or self.new is None else self.new - self.old


def differences(before: Timings, after: Timings) -> tuple[Difference, ...]:
    """The figures of the whole, then the spans that both maps have under one id."""
    old, new = _figures(before), _figures(after)
    found = [Difference(name, old[name], new[name]) for name in old]
    spans = {span.id: span.elapsed_s for span in before.spans}
    found += [
        Difference(f"span {span.id}_s", spans[span.id], span.elapsed_s, title=span.title or "")
        for span in after.spans
        if span.id in spans
    ]
    mine, theirs = cost(before), cost(after)
    if mine and theirs and mine.currency == theirs.currency:
        found.append(Difference("cost", mine.total, theirs.total, mine.currency))
    return tuple(found)


def _figures(timings: Timings) -> dict[str, Number | None]:
    silence, lines, share = timings.longest_silence, crossings(timings), efficiency(timings)
    exact = timings.expected
    return {
        "lead_s": timings.lead_s,
        "expected_lead_s": exact.lead_s if exact else None,
        "work_s": timings.work_s,
        "critical_work_s": timings.critical_work_s,
        "activity_ratio": timings.activity_ratio,
        "process_cycle": share.process_cycle,
        "complete_and_accurate": share.complete_and_accurate,
        "customer_s": timings.customer_s,
        "visible_s": timings.visible_s,
        "longest_silence_s": silence.seconds if silence else None,
        "hidden_wait_s": hidden_wait_s(timings),
        "handoffs": timings.handoffs,
        "system_changes": system_changes(timings),
        "crossings_interaction": lines.interaction,
        "crossings_visibility": lines.visibility,
        "crossings_internal_interaction": lines.internal_interaction,
        "untimed": timings.untimed,
    }
