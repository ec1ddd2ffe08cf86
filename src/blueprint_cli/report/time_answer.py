"""The answer before the figures: how long, how much of it is work, where it goes, what to repair first."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from blueprint_cli.analysis.crossings import hidden_wait_s
from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.shares import format_share
from blueprint_cli.language.topics.timing_answer import answer_words
from blueprint_cli.language.topics.timings import timing_words
from blueprint_cli.language.typography import NO_BREAK
from blueprint_cli.model.word_lists import UNKNOWN_OWNER
from blueprint_cli.report.style import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.analysis.against import Difference
    from blueprint_cli.analysis.figures import ActionTimes
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint

_WORTH_SAYING = Fraction(1, 10)


def answer(
    timings: Timings, blueprint: Blueprint, lang: Lang, against: tuple[Difference, ...] | None = None
) -> str:
    """A few sentences in a language; what does not apply is left out, an unknown time makes a lower bound."""
    words = answer_words(lang)
    if timings.untimed == len(timings.actions) and not timings.lead_s:
        return words.nothing
    if not timings.lead_s:
        return words.instant
    sentences = (
        _lead(timings, lang),
        *_before(against, lang),
        *_uncertain(timings, lang),
        *_where(timings, lang),
        *_repair(timings, blueprint, lang),
        *_promises(timings, lang),
    )
    return " ".join(sentences)


def _lead(timings: Timings, lang: Lang) -> str:
    words = answer_words(lang)
    template = words.least if timings.untimed else words.takes
    first, last = (one_line(times.action.action) for times in _ends(timings))
    ends = words.alone if first == last else words.between
    return (
        template.format(lead=_time(timings.lead_s, lang))
        + ends.format(first=first, last=last)
        + _work(timings, lang)
    )


def _ends(timings: Timings) -> tuple[ActionTimes, ActionTimes]:
    """The first and the last thing that happens: those of the customer, where the customer begins and ends the journey."""
    path = timings.critical_path
    mine = [times for times in timings.actions if times.layer == "customer" and not times.action.background]
    first = next((times for times in mine if times.start_s == 0), timings.action(path[0]))
    last = next((times for times in reversed(mine) if times.end_s == timings.lead_s), None)
    return first, last or timings.action(path[-1])


def _work(timings: Timings, lang: Lang) -> str:
    words, work = answer_words(lang), timings.critical_work_s
    if work == timings.lead_s:
        return words.all_work
    told = _time(work, lang)
    on_path = [timings.action(key) for key in timings.critical_path]
    if all(times.work_s is not None and times.wait_s is not None for times in on_path):
        share = format_share(Fraction(timings.activity_ratio or 0), lang)
        return words.some_work.format(work=told, share=share) if work else words.all_wait
    return words.known_work.format(work=told) if work else "."


def _before(against: tuple[Difference, ...] | None, lang: Lang) -> Iterator[str]:
    words = answer_words(lang)
    for figure in against or ():
        if figure.name == "lead_s" and figure.delta is not None and figure.old is not None:
            by, old = (_time(abs(int(value)), lang) for value in (figure.delta, figure.old))
            template = (
                words.as_before if not figure.delta else words.longer if figure.delta > 0 else words.shorter
            )
            yield template.format(by=by, old=old)


def _uncertain(timings: Timings, lang: Lang) -> Iterator[str]:
    words, expected = answer_words(lang), timings.expected
    if expected and expected.lead_s != timings.lead_s:
        yield words.average.format(lead=_time(expected.lead_s, lang))
    if timings.simulation is not None:
        yield words.nine.format(lead=_time(timings.simulation.p90_s, lang))


def _where(timings: Timings, lang: Lang) -> Iterator[str]:
    words, hidden = answer_words(lang), hidden_wait_s(timings)
    if hidden >= timings.lead_s * _WORTH_SAYING:
        yield words.hidden.format(time=_time(hidden, lang))
    timed = [step for step in timings.steps if step.elapsed_s]
    if len(timed) > 1:
        longest = max(timed, key=lambda step: step.elapsed_s or 0)
        number = f"{timing_words(lang).step} {longest.step.number}"
        name = one_line(longest.step.title or number)
        yield words.longest.format(step=name, time=_time(longest.elapsed_s or 0, lang))


def _repair(timings: Timings, blueprint: Blueprint, lang: Lang) -> Iterator[str]:
    words = answer_words(lang)
    dearest = max(timings.actions, key=lambda times: times.drag_s)
    if not dearest.drag_s or len(timings.critical_path) == 1:
        return
    owner = ""
    if dearest.owner and dearest.owner != UNKNOWN_OWNER:
        owner = words.owner.format(owner=one_line(blueprint.team_name(dearest.owner)))
    name, gain = one_line(dearest.action.action), _time(dearest.drag_s, lang)
    yield words.repair.format(action=name, owner=owner, gain=gain)


def _promises(timings: Timings, lang: Lang) -> Iterator[str]:
    """The promises that are missed, the worst first; that all are kept, where no unknown time makes it doubtful."""
    words, told = answer_words(lang), []
    promised = [span for span in timings.spans if span.promise_s is not None and span.kept is not None]
    for span in promised:
        over = (span.elapsed_s or 0) - (span.promise_s or 0)
        if over > 0:
            name = one_line(span.title) if span.title else ""
            about = words.owner.format(owner=name) if name and len(timings.spans) > 1 else ""
            promise, by = (_time(seconds, lang) for seconds in (span.promise_s or 0, over))
            told.append((over, words.missed.format(promise=promise, by=by, span=about)))
    yield from (sentence for _, sentence in sorted(told, key=lambda entry: -entry[0]))
    if promised and not told and not timings.untimed:
        only = _time(promised[0].promise_s or 0, lang)
        yield (
            words.kept.format(promise=only) if len(promised) == 1 else words.all_kept.format(n=len(promised))
        )


def lower_bound(timings: Timings, lang: Lang) -> str:
    """How many actions have no time; empty where all have one."""
    untimed, count = timings.untimed, len(timings.actions)
    if not untimed:
        return ""
    words = timing_words(lang)
    return (words.lower_bound if untimed > 1 else words.lower_bound_of_one).format(n=untimed, all=count)


def _time(seconds: int, lang: Lang) -> str:
    """A time that stays on one line."""
    return format_duration(seconds, lang).replace(" ", NO_BREAK)
