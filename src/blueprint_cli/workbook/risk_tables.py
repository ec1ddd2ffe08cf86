"""Fail points, pain points, opportunities."""

from __future__ import annotations

from blueprint_cli.language.shares import format_share
from blueprint_cli.language.topics.workbook import workbook_words
from blueprint_cli.workbook.anchors import SHOWN_CARD, SHOWN_STEP, SHOWN_TEXT
from blueprint_cli.workbook.showing import Showing, Table


class RiskTables(Showing):
    """Tables of risks and ideas."""

    def fail_points(self) -> Table:
        """Every fail point with its card."""
        w = self.words
        rows = tuple(
            (
                self.step_title(step),
                self.show(action.action),
                self.show(point.what),
                self.show(point.effect),
                self.show(point.recovery),
                format_share(point.likelihood, self.lang) if point.likelihood is not None else "",
                self.show(point.note),
            )
            for step, _, action in self.blueprint.actions()
            for point in action.fail_points
        )
        return Table(
            workbook_words(self.lang).fail_points,
            (w.step_heading, w.card, w.fail_point, w.effect, w.recovery, w.likelihood, w.note),
            rows,
            (SHOWN_STEP, SHOWN_CARD, "what", "effect", "recovery", "likelihood", ""),
            tuple(point.at for _, _, action in self.blueprint.actions() for point in action.fail_points),
            "FailPoints",
        )

    def pains(self) -> Table:
        """Every pain point with its step."""
        w = self.words
        rows = tuple(
            (
                self.step_title(step),
                self.show(pain.text),
                self.severity(pain.severity),
                self.names(pain.only),
                self.show(pain.note),
            )
            for step in self.blueprint.steps
            for pain in step.pain_points
        )
        return Table(
            w.pains,
            (w.step_heading, w.pain_point, w.severity, w.only, w.note),
            rows,
            (SHOWN_STEP, SHOWN_TEXT, "severity", "", ""),
            tuple(pain.at for step in self.blueprint.steps for pain in step.pain_points),
            "PainPoints",
        )

    def opportunities(self) -> Table:
        """Every opportunity as a line of an action plan."""
        w = self.words
        rows = tuple(
            (
                self.step_title(step),
                self.show(idea.text),
                self.team(idea.owner),
                self.show(idea.status),
                self.day(idea.due),
                self.degree(idea.impact),
                self.degree(idea.effort),
                self.show(idea.note),
            )
            for step in self.blueprint.steps
            for idea in step.opportunities
        )
        return Table(
            w.opportunities,
            (w.step_heading, w.opportunity, w.owner, w.status, w.due, w.impact, w.effort, w.note),
            rows,
            (SHOWN_STEP, SHOWN_TEXT, "owner", "status", "due", "impact", "effort", ""),
            tuple(idea.at for step in self.blueprint.steps for idea in step.opportunities),
            "Opportunities",
        )
