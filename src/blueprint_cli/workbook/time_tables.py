"""Times of steps, spans and owners, and the figures that are followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.lengths import format_in
from blueprint_cli.language.topics.timings import timing_words
from blueprint_cli.workbook.showing import Showing, Table

if TYPE_CHECKING:
    from blueprint_cli.language.lengths import Form
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Kpi
    from blueprint_cli.workbook.times import SpanFigures, Times

_KPI_FIGURES = (2, 3, 4)
"""Value, target and answers among the columns of KPIs."""


class TimeTables(Showing):
    """Tables of times and KPIs."""

    def __init__(self, blueprint: Blueprint, timings: Times, lang: Lang) -> None:
        super().__init__(blueprint, lang)
        self.timings = timings

    def step_times(self) -> Table:
        """Start, wait, work and elapsed time of every step."""
        w = self.words
        rows = tuple(
            (
                self.step_title(times.step),
                *(
                    self.seconds(value)
                    for value in (times.start_s, times.wait_s, times.work_s, times.elapsed_s)
                ),
            )
            for times in self.timings.steps
        )
        return Table(w.times, (w.step_heading, w.start, w.wait, w.work, w.elapsed), rows)

    def spans(self) -> Table:
        """Every named stretch with its promise, target and limit."""
        w = self.words
        rows = tuple(
            (
                self.show(times.title or times.id),
                self.named(times.from_ or ""),
                self.named(times.to or ""),
                self.seconds(times.elapsed_s),
                *(
                    self.seconds(value) if value is not None else ""
                    for value in (times.promise_s, times.target_s, times.limit_s)
                ),
                self.show("; ".join(self.outcomes(times))),
                self.show(span.note),
            )
            for times, span in zip(self.timings.spans, self.blueprint.spans, strict=True)
        )
        return Table(
            w.spans, (w.name, w.from_, w.to, w.elapsed, w.promise, w.target, w.limit, w.outcome, w.note), rows
        )

    def outcomes(self, times: SpanFigures, form: Form | None = None) -> list[str]:
        """Of a span's promise, target and limit, each that is said: kept, or missed by how much.

        Args:
            times: its figures.
            form: the form of the times in the cells beside it, where these have one.
        """
        w, told = self.words, timing_words(self.lang)
        found = []
        for name, allowed in (
            (w.promise, times.promise_s),
            (w.target, times.target_s),
            (w.limit, times.limit_s),
        ):
            if allowed is None or times.elapsed_s is None:
                continue
            over = times.elapsed_s - allowed
            if over <= 0:
                found.append(f"{name} {told.kept}")
                continue
            by = format_in(form, over, self.lang) if form else format_duration(over, self.lang)
            found.append(f"{name} {told.missed.format(by=by)}")
        return found

    def owner_times(self) -> Table:
        """Sums by owner."""
        w = self.words
        rows = tuple(
            (self.team(owner), str(total.actions), self.seconds(total.work_s), self.seconds(total.wait_s))
            for owner, total in self.timings.by_owner.items()
        )
        return Table(w.teams, (w.owner, w.cards, w.work, w.wait), rows)

    def kpis(self) -> Table:
        """Every figure that is followed, of the whole journey and of steps."""
        w = self.words
        rows = [self._kpi_row("", name, kpi) for name, kpi in self.blueprint.kpis.items()]
        rows += [
            self._kpi_row(self.step_title(step), name, kpi)
            for step in self.blueprint.steps
            for name, kpi in step.kpis.items()
        ]
        headings = (w.step_heading, w.name, w.value, w.target, w.answers, w.date, w.source, w.basis, w.note)
        return Table(w.kpis, headings, tuple(rows), figures=_KPI_FIGURES)

    def _kpi_row(self, step: str, name: str, kpi: Kpi) -> tuple[str, ...]:
        target = "" if kpi.target is None else self.measure(kpi.target)
        answers = "" if kpi.answers is None else str(kpi.answers)
        return (
            step, name.upper() if name.islower() and len(name) <= 4 else name, self.measure(kpi.value), target, answers,  # noqa: PLR2004
            self.day(kpi.date), self.show(kpi.source), self.basis(kpi.basis), self.show(kpi.note),
        )  # fmt: skip
