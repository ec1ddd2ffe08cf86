"""Gates for continuous integration: what a map must not exceed, and the action to blame where it does."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from blueprint_cli.analysis.handoffs import received
from blueprint_cli.language.lengths import format_beside, format_duration
from blueprint_cli.language.shares import format_share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.language.durations import Duration
    from blueprint_cli.model.blueprint import Span
    from blueprint_cli.model.part import Part

Allowance = Literal["target", "limit", "promise"]


@dataclass(frozen=True, slots=True)
class Gates:
    """What is asked of a map; None is not asked."""

    max_lead: Duration | None = None
    max_expected: Duration | None = None
    max_p90: Duration | None = None
    max_silence: Duration | None = None
    max_handoffs: int | None = None
    min_ratio: Fraction | None = None
    fail_on: tuple[Allowance, ...] = ()


class Miss(NamedTuple):
    """A gate that is missed: in words, and the action, step or span to look at; None where there is none."""

    message: str
    part: Part | None


def missed(timings: Timings, gates: Gates) -> tuple[Miss, ...]:
    """The gates that are missed; one on a figure that cannot be computed is missed too."""
    return tuple(_missed(timings, gates))


def _missed(timings: Timings, gates: Gates) -> Iterator[Miss]:
    silence = timings.longest_silence
    lead = timings.lead_s if _is_timed(timings) else None
    yield from _over(timings, "max-lead", "the lead", lead, gates.max_lead)
    if gates.max_expected is not None:
        expected = timings.expected
        mean = expected.lead_s if expected and lead is not None else None
        yield from _over(timings, "max-expected", "the expected lead", mean, gates.max_expected)
    if gates.max_p90 is not None:  # where nothing is uncertain, all journeys take the lead
        drawn = timings.simulation
        p90 = drawn.p90_s if drawn and lead is not None else lead
        yield from _over(timings, "max-p90", "the lead that nine of ten keep", p90, gates.max_p90)
    until = _action(timings, silence.until) if silence else None
    yield from _over(
        timings,
        "max-silence",
        "the longest silence",
        silence.seconds if silence and lead is not None else None,
        gates.max_silence,
        until,
    )
    yield from _handoffs(timings, gates.max_handoffs)
    yield from _ratio(timings, gates.min_ratio)
    for word in dict.fromkeys(gates.fail_on):
        yield from _allowances(timings, word)


def _is_timed(timings: Timings) -> bool:
    """Whether any time is known: a lead of nothing but unknown times is no lower bound worth the name."""
    return bool(timings.lead_s) or timings.untimed < len(timings.actions)


def _over(
    timings: Timings,
    gate: str,
    name: str,
    seconds: int | None,
    most: Duration | None,
    part: Part | None = None,
) -> Iterator[Miss]:
    if most is None:
        return
    ticks = timings.plan.clock.allowance(most, 0, None)
    if seconds is None or ticks is None:
        yield Miss(f"--{gate} {most.text}: {name} cannot be computed", None)
        return
    allowed = timings.plan.clock.whole(ticks)
    lacks = "; it is a lower bound, as some times are not known" if timings.untimed and part is None else ""
    if seconds > allowed:
        over = format_duration(seconds - allowed)
        blamed = part or _dearest(timings)
        yield Miss(
            f"--{gate} {most.text} missed by {over}: {name} is {format_duration(seconds)}{lacks}", blamed
        )


def _handoffs(timings: Timings, most: int | None) -> Iterator[Miss]:
    if most is None or timings.handoffs <= most:
        return
    counts = received(timings.order)
    part = timings.order.actions[max(range(len(counts)), key=counts.__getitem__)].action
    over = timings.handoffs - most
    yield Miss(f"--max-handoffs {most} missed by {over}: there are {timings.handoffs} hand-overs", part)


def _ratio(timings: Timings, least: Fraction | None) -> Iterator[Miss]:
    if least is None:
        return
    plan = timings.plan
    asked = f"--min-ratio {format_share(least)}"
    if not plan.lead:
        yield Miss(f"{asked}: the share of work cannot be computed", None)
        return
    ratio = Fraction(sum(plan.work[node] or 0 for node in plan.critical_path), plan.lead)
    if ratio < least:
        lack = format_share(least - ratio).removesuffix("%")
        yield Miss(
            f"{asked} missed by {lack} points: work is {format_share(ratio)} of the lead", _dearest(timings)
        )


def _allowances(timings: Timings, word: Allowance) -> Iterator[Miss]:
    """Actions and steps over their target or limit, spans over any of the three, each by how much."""
    entries: list[tuple[str, int | None, int | None, Part]] = []
    if word != "promise":
        entries += [
            (f'"{times.action.action}"', times.elapsed_s, getattr(times, f"{word}_s"), times.action)
            for times in timings.actions
        ]
        entries += [
            (
                f"step {times.step.title or times.step.number}",
                times.elapsed_s,
                getattr(times, f"{word}_s"),
                times.step,
            )
            for times in timings.steps
        ]
    entries += [
        (_named(span), times.elapsed_s, getattr(times, f"{word}_s"), span)
        for times, span in zip(timings.spans, timings.blueprint.spans, strict=True)
    ]
    for name, elapsed, allowed, part in entries:
        if allowed is None:
            continue
        if elapsed is None:
            yield Miss(f"--fail-on {word}: the time of {name} cannot be computed", part)
        elif elapsed > allowed:
            over = f"missed by {format_duration(elapsed - allowed)}"
            takes = f"{format_beside(elapsed, (allowed,))}, {word} {format_beside(allowed, (elapsed,))}"
            yield Miss(f"--fail-on {word} {over}: {name} takes {takes}", part)


def _named(span: Span) -> str:
    """The span by its title, or by its two ends."""
    ends = f"from {span.from_ or 'the start'} to {span.to or 'the end'}"
    return f'the span "{span.title}"' if span.title else f"the span {ends}"


def _dearest(timings: Timings) -> Part | None:
    """The action whose time costs the whole most."""
    worth = [times for times in timings.actions if times.drag_s]
    return max(worth, key=lambda times: times.drag_s).action if worth else None


def _action(timings: Timings, key: str | None) -> Part | None:
    return timings.action(key).action if key else None
