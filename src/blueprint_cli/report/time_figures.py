"""The figures of the whole as rows of name and value, in a language; shared by what people paste elsewhere."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from blueprint_cli.analysis.crossings import crossings, hidden_wait_s, system_changes
from blueprint_cli.analysis.efficiency import efficiency
from blueprint_cli.analysis.money import cost
from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.money import format_amount
from blueprint_cli.language.shares import format_share
from blueprint_cli.language.topics.timings import timing_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.analysis.figures import ActionTimes
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.language.words import Lang


def figures(timings: Timings, lang: Lang) -> Iterator[tuple[str, str]]:
    """Name and value of every figure that applies."""
    for name, value in _plain(timings, lang):
        yield timing_words(lang).figures[name], value


def _plain(timings: Timings, lang: Lang) -> Iterator[tuple[str, str]]:
    if timings.lead_s or timings.untimed < len(timings.actions):
        yield from _times(timings, lang)
    yield "handoffs", str(timings.handoffs)
    yield "system_changes", str(system_changes(timings))
    for name, count in crossings(timings)._asdict().items():
        yield f"crossings_{name}", str(count)
    yield from _money(timings, lang)


def _times(timings: Timings, lang: Lang) -> Iterator[tuple[str, str]]:
    yield "lead_s", time_text(timings.lead_s, lang)
    expected = timings.expected
    if expected and expected.lead_s != timings.lead_s:
        yield "expected_lead_s", time_text(expected.lead_s, lang)
    yield from _uncertain(timings, lang)
    path = [timings.action(key) for key in timings.critical_path]
    yield "work_s", _work(timings.work_s, timings.actions, lang)
    yield "critical_work_s", _work(timings.critical_work_s, path, lang)
    if timings.activity_ratio is not None:
        yield "activity_ratio", format_share(Fraction(timings.activity_ratio), lang)
    yield from _shares(timings, lang)
    mine = [times for times in timings.actions if times.layer == "customer"]
    yield "customer_s", _work(timings.customer_s, mine, lang)
    yield "visible_s", _work(timings.visible_s, timings.actions, lang)
    if timings.longest_silence:
        yield "longest_silence_s", time_text(timings.longest_silence.seconds, lang)
    yield "hidden_wait_s", time_text(hidden_wait_s(timings), lang)


def _money(timings: Timings, lang: Lang) -> Iterator[tuple[str, str]]:
    found = cost(timings)
    if found is None:
        return
    yield "cost", format_amount(found.total, found.currency, lang)
    if found.margin is not None:
        yield "margin", format_amount(found.margin, found.currency, lang)
    if found.break_even_s is not None and found.break_even_s > 0:
        yield "break_even_s", time_text(floor(found.break_even_s + Fraction(1, 2)), lang)


def _uncertain(timings: Timings, lang: Lang) -> Iterator[tuple[str, str]]:
    if timings.simulation is not None:
        for name in ("p50_s", "p90_s", "p95_s"):
            yield name, time_text(getattr(timings.simulation, name), lang)
    if timings.pert is not None:
        yield "pert", f"{time_text(timings.pert.mean_s, lang)} ± {time_text(timings.pert.sd_s, lang)}"


def _shares(timings: Timings, lang: Lang) -> Iterator[tuple[str, str]]:
    shares = efficiency(timings)
    if shares.process_cycle is not None:
        yield "process_cycle", format_share(shares.process_cycle, lang)
    if shares.complete_and_accurate is not None:
        yield "complete_and_accurate", format_share(shares.complete_and_accurate, lang)


def is_unknown(seconds: int, actions: Sequence[ActionTimes]) -> bool:
    """Whether the work of some actions is not known at all: nothing of it is said, and some is missing."""
    return not seconds and any(times.work_s is None for times in actions)


def _work(seconds: int, actions: Sequence[ActionTimes], lang: Lang) -> str:
    return time_text(None if is_unknown(seconds, actions) else seconds, lang)


def time_text(seconds: int | None, lang: Lang) -> str:
    """A time for people; `?` where it is not known."""
    if seconds is None:
        return "?"
    return format_duration(seconds, lang) if seconds else "0"


def clock_text(clock: str, lang: Lang) -> str:
    """The clock of a schedule in a language."""
    words = timing_words(lang)
    for english, said in words.clock_words.items():
        clock = clock.replace(english, said)
    return words.clock.format(clock=clock)
