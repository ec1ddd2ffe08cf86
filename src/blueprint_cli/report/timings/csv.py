"""For spreadsheets: a row an action, in the order of time; whole seconds, headings in the language of the map."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from blueprint_cli.language.topics.timings import timing_words
from blueprint_cli.language.words import words
from blueprint_cli.model.word_lists import UNKNOWN_OWNER

if TYPE_CHECKING:
    from blueprint_cli.analysis.figures import ActionTimes
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.report.view import View

_FORMULA_STARTS = "=+-@\t\r"


def render(timings: Timings, blueprint: Blueprint, view: View) -> str:
    """Comma-separated values; an unknown time is empty, never 0."""
    lang = view.lang or blueprint.lang
    said = timing_words(lang)
    seconds = (said.wait, said.work, said.elapsed, said.start, said.end, said.slack, said.drag)
    allowed = (said.target, said.limit, said.gap)
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    named = ("id", said.step, said.layer, said.action, said.owner)
    rows.writerow([*named, *(f"{head} (s)" for head in (*seconds, *allowed)), said.critical, said.basis])
    titles = {step.id: step.step.title or str(step.step.number) for step in timings.steps}
    table = words(lang)
    for times in sorted(timings.actions, key=lambda done: (done.start_s, done.end_s)):
        texts = (
            titles[times.step],
            getattr(table, times.layer),
            times.action.action,
            _owner(times, blueprint),
        )
        basis = times.action.basis
        rows.writerow(
            [
                times.action.id or "",
                *map(_safe, texts),
                *(times.wait_s, times.work_s, times.elapsed_s, times.start_s, times.end_s),
                *(times.slack_s, times.drag_s, times.target_s, times.limit_s, times.gap_s),
                said.yes if times.critical else said.no,
                getattr(table, basis) if basis else "",
            ]
        )
    return out.getvalue()


def _owner(times: ActionTimes, blueprint: Blueprint) -> str:
    if times.owner is None:
        return ""
    return "?" if times.owner == UNKNOWN_OWNER else blueprint.team_name(times.owner)


def _safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(tuple(_FORMULA_STARTS)) else text
