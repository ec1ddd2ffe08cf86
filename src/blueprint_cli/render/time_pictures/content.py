"""What a picture of time tells: every action's place in time, in words of one language, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from blueprint_cli.analysis.open_time import ORDINARY_MONDAY, OrdinaryMoment
from blueprint_cli.analysis.timings import measure
from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.shares import format_share
from blueprint_cli.language.topics.time_pictures import time_picture_words
from blueprint_cli.render.drawing.content import content_of
from blueprint_cli.render.drawing.ranges import action_time, said_time
from blueprint_cli.workbook.showing import Showing

if TYPE_CHECKING:
    from datetime import datetime

    from blueprint_cli.analysis.figures import ActionTimes, SpanTimes, StepTimes
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint

UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Row:
    """One action.

    Attributes:
        id, title: of its card, as on the map; the title is the tooltip.
        text, owner: the action and who does it, as shown.
        number: its place on the longest path from 1; 0 off the path.
        said: its times in words.
        over: what it is over, or empty.
    """

    times: ActionTimes
    id: str
    title: str
    text: str
    owner: str
    number: int
    said: str
    over: str

    @property
    def waits_s(self) -> int | None:
        """The seconds of its interval that come before the work; None where they are not told apart."""
        length = self.times.end_s - self.times.start_s
        if self.times.work_s is not None:
            return max(length - self.times.work_s, 0)
        return None if self.times.wait_s is None else min(self.times.wait_s, length)

    @property
    def is_told_apart(self) -> bool:
        """True when both its parts are known."""
        return self.times.wait_s is not None and self.times.work_s is not None

    @property
    def is_unknown(self) -> bool:
        """True when some of its time is not known at all."""
        return self.times.elapsed_s is None


class TimeMap:
    """The rows of a blueprint with its words and figures."""

    def __init__(self, blueprint: Blueprint, lang: Lang, start: datetime | None = None) -> None:
        content = content_of(blueprint, lang)
        self.blueprint = blueprint
        self.lang: Lang = lang
        self.start = start
        self.showing = Showing(blueprint, lang)
        self.words = time_picture_words(lang)
        self.content = content
        self.timings = content.timings if start is None else measure(blueprint, start)
        self._numbers = {key: number for number, key in enumerate(self.timings.critical_path, 1)}
        self.rows = [self._row(times) for times in self.timings.actions]
        self._rows_by_key = {row.times.id: row for row in self.rows}

    @property
    def begin(self) -> datetime:
        """When the journey starts: as asked, else on an ordinary Monday."""
        return self.start or ORDINARY_MONDAY

    @property
    def is_dated(self) -> bool:
        """Whether it starts on a day of the calendar; else in an ordinary week."""
        return not isinstance(self.begin, OrdinaryMoment)

    @property
    def colon(self) -> str:
        """What stands between a name and what is said of it."""
        return "\u00a0: " if self.lang == "fr" else ": "

    @property
    def path(self) -> list[Row]:
        """The actions of the longest path, in time order."""
        return [self._rows_by_key[key] for key in self.timings.critical_path]

    def row(self, key: str) -> Row:
        """The row of an action's id or address."""
        return self._rows_by_key[key]

    def time(self, seconds: int) -> str:
        """A time in the words of the language; a zero is `0`, for an axis or a sum."""
        return format_duration(seconds, self.lang) if seconds else "0"

    def share(self) -> str:
        """The share of work on the longest path."""
        return format_share(Fraction(self.timings.critical_work_s, max(self.timings.lead_s, 1)), self.lang)

    def story(self) -> str:
        """The whole map in a sentence or two."""
        timings, words = self.timings, self.words
        parts = []
        if timings.lead_s:
            told = all(row.is_told_apart for row in self.path)
            sentence = words.story if told else words.story_told_apart
            lead, work = self.time(timings.lead_s), self.time(timings.critical_work_s)
            parts.append(sentence.format(lead=lead, work=work, share=self.share()))
        else:
            parts.append(words.no_times)
        if timings.untimed:
            at_least = words.story_at_least[timings.untimed > 1]
            parts.append(at_least.format(untimed=timings.untimed, actions=len(self.rows)))
        return " ".join(parts)

    def description(self) -> str:
        """What a reader who cannot see the picture is told."""
        timings = self.timings
        counts = self.words.says.format(
            lead=self.time(timings.lead_s),
            work=self.time(timings.critical_work_s),
            actions=len(self.rows),
            critical=len(timings.critical_path),
        )
        return " ".join(part for part in (counts, self.silence_words()) if part)

    def silence_words(self) -> str:
        """The longest silence with its two actions; empty where there is none."""
        silence = self.timings.longest_silence
        if silence is None or silence.after is None or silence.until is None:
            return ""
        after, until = self.row(silence.after).text, self.row(silence.until).text
        length = self.words.silence.format(time=self.time(silence.seconds))
        return f"{length}, {self.words.silence_between.format(after=after, until=until)}"

    def silence(self) -> tuple[int, int] | None:
        """From when to when the longest silence lasts, in seconds."""
        silence = self.timings.longest_silence
        if silence is None or silence.after is None or not silence.seconds:
            return None
        begin = min(self.row(silence.after).times.end_s, self.timings.lead_s)
        return begin, begin + silence.seconds

    def span(self, span: SpanTimes) -> tuple[int, int] | None:
        """From when to when a span lasts, in seconds; None when it never happens, or ends before it starts."""
        if span.elapsed_s is None:
            return None
        begin = 0 if span.from_ is None else self._start_of(span.from_)
        return None if begin is None else (begin, begin + span.elapsed_s)

    def step_words(self, step: StepTimes) -> str:
        """When a step starts and how long it takes."""
        words = self.words
        if step.start_s is None or step.elapsed_s is None:
            return words.never
        parts = [words.starts_after.format(time=self.time(step.start_s)) if step.start_s else words.at_start]
        parts.append(
            words.takes.format(time=format_duration(step.elapsed_s, self.lang))
            if step.timed
            else words.unknown
        )
        if step.visits and abs(step.visits - 1) >= 0.05:  # noqa: PLR2004 - what rounds to once is once
            count = f"{step.visits:.1f}".rstrip("0").rstrip(".")
            parts.append(
                words.times_run.format(count=count.replace(".", ",") if self.lang == "fr" else count)
            )
        return ", ".join(parts)

    def _start_of(self, name: str) -> int | None:
        if name in self._rows_by_key:
            return self._rows_by_key[name].times.start_s
        return next((step.start_s for step in self.timings.steps if step.id == name), None)

    def _row(self, times: ActionTimes) -> Row:
        card = self.content.cards_by_action[times.at]
        return Row(
            times,
            card.id,
            card.title,
            card.text,
            self.showing.team(times.owner),
            self._numbers.get(times.id, 0),
            self._said(times),
            self._over(times),
        )

    def _said(self, times: ActionTimes) -> str:
        words = self.words
        if times.elapsed_s is not None and (times.wait_s is None or times.work_s is None):
            return words.in_all.format(time=action_time(times.action, times.elapsed_s, self.lang))
        if times.wait_s is None and times.work_s is None:
            return f"{UNKNOWN} {words.unknown}"
        parts = []
        action = times.action
        for seconds, part, word in (
            (times.wait_s, action.wait, words.wait),
            (times.work_s, action.work, words.work),
        ):
            if seconds is None or seconds:
                said = UNKNOWN if seconds is None else said_time([part] if part else [], seconds, self.lang)
                parts.append(word.format(time=said))
        return ", ".join(parts) or words.instant

    def _over(self, times: ActionTimes) -> str:
        for word, allowed in ((self.words.limit, times.limit_s), (self.words.target, times.target_s)):
            if allowed is not None and times.elapsed_s is not None and times.elapsed_s > allowed:
                return "✗ " + word.format(time=format_duration(allowed, self.lang))
        return ""
