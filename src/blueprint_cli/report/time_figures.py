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
    from collections.abc import Iterator

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
    yield "work_s", time_text(timings.work_s, lang)
    yield "critical_work_s", time_text(timings.critical_work_s, lang)
    if timings.activity_ratio is not None:
        yield "activity_ratio", format_share(Fraction(timings.activity_ratio), lang)
    yield from _shares(timings, lang)
    yield "customer_s", time_text(timings.customer_s, lang)
    yield "visible_s", time_text(timings.visible_s, lang)
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
