"""Every card, and what is said of the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.money import format_money
from blueprint_cli.language.shares import format_share
from blueprint_cli.language.topics.workbook import workbook_words
from blueprint_cli.workbook.anchors import REMARK, SHOWN_LANE, SHOWN_PHASE, SHOWN_STEP, SHOWN_TEXT
from blueprint_cli.workbook.showing import Showing, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.actions import Action, Evidence
    from blueprint_cli.model.steps import Step


_MET = ("customer", "frontstage")
"""Layers that the channel of a step joins; behind the line of visibility nobody meets."""


class CardTables(Showing):
    """Tables of cards and steps."""

    def cards(self) -> Table:
        """Every card: actions and evidence, step by step."""
        w = self.words
        told = workbook_words(self.lang)
        headings = (
            w.phase, w.step_heading, w.layer, w.text, w.owner, w.uses, told.links, w.channel, w.wait, w.work, w.elapsed, w.target, w.limit,
            w.manual, w.background, told.remark, w.after, w.serves, w.value, w.quality, w.cost, w.only, w.basis, w.source, w.note, w.address,
        )  # fmt: skip
        fields = (
            SHOWN_PHASE, SHOWN_STEP, SHOWN_LANE, SHOWN_TEXT, "owner", "uses", "", "", "wait", "work", "elapsed", "target", "limit", "manual", "background", REMARK,
            *("",) * 10,
        )  # fmt: skip
        rows = [row for step in self.blueprint.steps for row in self._cards_of(step)]
        return Table(w.cards, headings, tuple(rows), fields, tuple(row[-1] for row in rows), "Cards")

    def _cards_of(self, step: Step) -> Iterator[tuple[str, ...]]:
        begins = self.phase(step), self.step_title(step)
        channel = self.channel(step.channel)
        for evidence in step.evidence:
            yield begins + self._evidence_row(evidence, self.channel(evidence.channel) or channel)
        for layer, action in step.actions():
            met = channel if layer in _MET else ""
            yield begins + self._action_row(layer, step.owner_of(layer, action), met, action)

    def phase(self, step: Step) -> str:
        """The title of a step's phase; empty where it is in none."""
        return self.show(self.blueprint.phase_title(step.phase)) if step.phase else ""

    def _evidence_row(self, evidence: Evidence, channel: str) -> tuple[str, ...]:
        said = (
            self.names(evidence.only),
            self.basis(evidence.basis),
            self.show(evidence.source),
            self.show(evidence.note),
        )
        return (
            self.words.evidence, self.show(evidence.text), self.team(evidence.owner), "", "", channel,
            *("",) * 13, *said, evidence.at,
        )  # fmt: skip

    def _action_row(self, layer: str, owner: str | None, channel: str, action: Action) -> tuple[str, ...]:
        w = self.words
        # By their ids, as people answer them: what is typed here is put into the file by hand.
        after = (
            ""
            if action.after is None
            else "; ".join(self._labelled(entry.id, entry.label, entry.note) for entry in action.after) or "–"
        )
        return (
            getattr(w, layer), self.show(action.action), self.team(owner), self.systems_used(action), self.links(action), channel, self.time(action.wait),
            self.time(action.work), self.time(action.elapsed), self.time(action.target), self.time(action.limit),
            w.yes if action.manual else "", w.yes if action.background else "", "",
            after, ", ".join(action.serves), getattr(w, action.value) if action.value else "",
            format_share(action.quality, self.lang) if action.quality is not None else "",
            format_money(action.cost, self.lang) if action.cost else "", self.names(action.only), self.basis(action.basis),
            self.show(action.source), self.show(action.note), action.at,
        )  # fmt: skip

    def links(self, action: Action) -> str:
        """What is said of the links to its systems beside their ways."""
        broken = self.words.broken_link
        said = [
            self._labelled(
                self.blueprint.system_name(use.system), use.label, broken if use.broken else None, use.note
            )
            for use in action.uses
            if use.label or use.broken or use.note
        ]
        return self.show("; ".join(said))

    def _labelled(self, name: str, *details: str | None) -> str:
        told = ", ".join(detail for detail in details if detail)
        return self.show(f"{name} ({told})" if told else name)

    def steps(self) -> Table:
        """What is said of the steps themselves."""
        w = self.words
        headings = (
            w.step_heading,
            w.phase,
            w.channel,
            w.touchpoints,
            w.owner,
            w.target,
            w.limit,
            w.next,
            w.only,
            w.basis,
            w.source,
            w.note,
            workbook_words(self.lang).remark,
            w.address,
        )
        fields = (SHOWN_STEP, SHOWN_PHASE, "", "", "owner", "target", "limit", *("",) * 5, REMARK, "")
        rows = tuple(
            (
                self.step_title(step),
                self.phase(step),
                self.channel(step.channel),
                self.touchpoints(step),
                self.team(step.owner),
                self.time(step.target),
                self.time(step.limit),
                self.ways(step),
                self.names(step.only),
                self.basis(step.basis),
                self.show(step.source),
                self.show(step.note),
                "",
                step.at,
            )
            for step in self.blueprint.steps
        )
        return Table(w.steps, headings, rows, fields, tuple(row[-1] for row in rows), "Steps")

    def touchpoints(self, step: Step) -> str:
        """Where the customer and the company meet, each with what is said of it."""
        return self.show("; ".join(self._touchpoints(step)))

    def ways(self, step: Step) -> str:
        """Where a step leads, with how often and when; a dash where the journey ends."""
        return self.show("; ".join(self._ways(step)))

    def _touchpoints(self, step: Step) -> Iterator[str]:
        for point in step.touchpoints:
            marks = (
                self.words.indirect if point.indirect else "",
                self.words.planned if point.planned else "",
            )
            yield self._labelled(
                point.name, self.channel(point.channel), self.team(point.owner), *marks, point.note
            )

    def _ways(self, step: Step) -> Iterator[str]:
        if step.next is not None and not step.next:
            yield "–"
        for way in step.next or ():
            share = format_share(way.probability, self.lang) if way.probability is not None else None
            yield self._labelled(self.named(way.to), share, way.label, way.note)
