"""Two maps, before and after: the difference of each figure, with its sign."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.analysis.crossings import crossings, hidden_wait_s, system_changes
from blueprint_cli.analysis.efficiency import efficiency
from blueprint_cli.analysis.money import cents, cost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.analysis.timings import Timings

Number = int | float | Fraction


class Difference(NamedTuple):
    """One figure of both maps; names ending in `_s` count whole seconds, `cost` and `margin` are money in `unit`, a span has a `title`."""

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
    return (*found, *_drawn(before, after), *_money(before, after))


def _drawn(before: Timings, after: Timings) -> Iterator[Difference]:
    """What most journeys keep, where both maps leave something to chance."""
    old, new = before.simulation, after.simulation
    if old and new:
        for name in ("p50_s", "p90_s", "p95_s"):
            yield Difference(name, getattr(old, name), getattr(new, name))


def _money(before: Timings, after: Timings) -> Iterator[Difference]:
    """Cost and margin, where both maps count in one currency."""
    old, new = cost(before), cost(after)
    if old and new and old.currency == new.currency:
        yield Difference("cost", _amount(old.total), _amount(new.total), old.currency)
        if old.margin is not None and new.margin is not None:
            yield Difference("margin", _amount(old.margin), _amount(new.margin), old.currency)


def _amount(exact: Fraction) -> Fraction:
    return Fraction(cents(exact), 100)


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
