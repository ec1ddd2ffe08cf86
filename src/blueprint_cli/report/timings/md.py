"""For a pull request or a document: figures, promises, repairs, all actions folded; in the language of the map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.numbers import format_number
from blueprint_cli.language.topics.timings import timing_words
from blueprint_cli.language.typography import typeset
from blueprint_cli.language.words import words
from blueprint_cli.model.word_lists import UNKNOWN_OWNER
from blueprint_cli.report.time_answer import answer, lower_bound
from blueprint_cli.report.time_comparison import rows
from blueprint_cli.report.time_figures import clock_text, figures, time_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.analysis.figures import ActionTimes, SpanTimes
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.report.view import View

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#])")


def render(timings: Timings, blueprint: Blueprint, view: View) -> str:
    """Markdown as GitHub and GitLab show it."""
    lang = view.lang or blueprint.lang
    blocks = (
        _heading(timings, blueprint, lang),
        (_safe(answer(timings, blueprint, lang, view.against), lang),),
        _compared(view, lang) if view.against is not None else _figures(timings, lang),
        _notes(timings, lang),
        _spans(timings, lang),
        _repairs(timings, blueprint, view, lang),
        _actions(timings, blueprint, lang),
    )
    told = ("\n".join(lines) for lines in blocks)
    return "\n\n".join(block for block in told if block) + "\n"


def _heading(timings: Timings, blueprint: Blueprint, lang: Lang) -> Iterator[str]:
    yield f"### {_safe(blueprint.title, lang)}"
    yield ""
    yield _safe(clock_text(timings.clock, lang), lang)


def _figures(timings: Timings, lang: Lang) -> Iterator[str]:
    said = timing_words(lang)
    yield f"| {said.figure} | {said.value} |"
    yield "|---|---:|"
    for name, value in figures(timings, lang):
        yield f"| {name} | {value} |"


def _compared(view: View, lang: Lang) -> Iterator[str]:
    said, told = timing_words(lang), rows(view.against or (), lang)
    if not told:
        yield said.same
        return
    yield f"| {said.figure} | {said.before} | {said.after} | {said.difference} |"
    yield "|---|---:|---:|---:|"
    for name, *cells in told:
        yield f"| {' | '.join([_safe(name, lang), *cells])} |"


def _notes(timings: Timings, lang: Lang) -> Iterator[str]:
    said = timing_words(lang)
    lacks = lower_bound(timings, lang)
    if lacks:
        yield lacks
    if timings.simulation is not None:
        drawn = timings.simulation
        yield said.simulated.format(
            n=format_number(drawn.runs, lang), distribution=drawn.distribution, seed=drawn.seed
        )
    if timings.pert is not None:
        yield said.optimistic


def _spans(timings: Timings, lang: Lang) -> Iterator[str]:
    said = timing_words(lang)
    if timings.spans:
        yield f"| {said.spans} | {said.elapsed} | {said.promise} | {said.target} | {said.limit} |"
        yield "|---|---:|---:|---:|---:|"
    for span in timings.spans:
        name = span.title or f"{span.from_ or '…'} → {span.to or '…'}"
        cells = (_kept(span, allowed, lang) for allowed in (span.promise_s, span.target_s, span.limit_s))
        yield f"| {_safe(name, lang)} | {time_text(span.elapsed_s, lang)} | {' | '.join(cells)} |"


def _kept(span: SpanTimes, allowed: int | None, lang: Lang) -> str:
    if allowed is None:
        return ""
    said, text = timing_words(lang), format_duration(allowed, lang)
    if span.elapsed_s is None:
        return text
    over = span.elapsed_s - allowed
    verdict = said.kept if over <= 0 else f"**{said.missed.format(by=format_duration(over, lang))}**"
    return f"{text}, {verdict}"


def _repairs(timings: Timings, blueprint: Blueprint, view: View, lang: Lang) -> Iterator[str]:
    worth = sorted((times for times in timings.actions if times.drag_s), key=lambda times: -times.drag_s)
    if worth and view.top:
        yield f"**{timing_words(lang).repairs}**"
        yield ""
    for times in worth[: view.top]:
        owner = f" ({_owner(times.owner, blueprint, lang)})" if times.owner else ""
        gain = format_duration(times.drag_s, lang)
        yield f"1. {gain} – {_safe(times.action.action, lang)}{owner}{_at_target(times, lang)}"


def _at_target(times: ActionTimes, lang: Lang) -> str:
    if not times.target_drag_s or times.target_drag_s == times.drag_s:
        return ""
    gain = format_duration(times.target_drag_s, lang)
    return f", {timing_words(lang).at_target.format(gain=gain)}"


def _actions(timings: Timings, blueprint: Blueprint, lang: Lang) -> Iterator[str]:
    said, table = timing_words(lang), words(lang)
    heads = (said.layer, said.action, said.owner, said.wait, said.work, said.start, said.slack, said.drag)
    yield f"<details><summary>{said.actions}</summary>"
    yield ""
    yield f"| {' | '.join(heads)} |"
    yield "|---|---|---|---:|---:|---:|---:|---:|"
    for times in sorted(timings.actions, key=lambda done: (done.start_s, done.end_s)):
        texts = (
            getattr(table, times.layer),
            _safe(times.action.action, lang),
            _owner(times.owner, blueprint, lang),
        )
        numbers = (times.wait_s, times.work_s, times.start_s)
        slack = "∞" if times.slack_s is None else time_text(times.slack_s, lang)
        cells = (
            *texts,
            *(time_text(number, lang) for number in numbers),
            slack,
            time_text(times.drag_s, lang),
        )
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield "</details>"


def _owner(owner: str | None, blueprint: Blueprint, lang: Lang) -> str:
    if owner is None:
        return ""
    return "?" if owner == UNKNOWN_OWNER else _safe(blueprint.team_name(owner), lang)


def _safe(text: str, lang: Lang) -> str:
    """A text on one line in which nothing is taken for Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", typeset(" ".join(text.split()), lang))
