"""What is said of a step and of each of its parts, as short texts: for a reader who has no columns to look into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.money import format_money
from blueprint_cli.language.shares import format_share
from blueprint_cli.workbook.card_tables import CardTables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.actions import Action, Evidence, Use
    from blueprint_cli.model.steps import PainPoint, Step

_TIMES = ("wait", "work", "elapsed", "target", "limit")


class PartTexts(CardTables):
    """Facts beside the texts of a map; what is not said is an empty text."""

    def about(self, step: Step) -> Iterator[tuple[str, str]]:
        """Name and value of what is said of a step before its cards."""
        w = self.words
        yield w.only, self.names(step.only)
        yield w.channel, self.channel(step.channel)
        yield w.touchpoints, self.touchpoints(step)
        yield w.owner, self.team(step.owner)
        yield w.target, self.time(step.target)
        yield w.limit, self.time(step.limit)

    def onward(self, step: Step) -> Iterator[tuple[str, str]]:
        """Name and value of what is said of a step after its cards: where it leads, and how we know."""
        w = self.words
        yield w.next, self.ways(step)
        yield w.basis, self.basis(step.basis)
        yield w.source, self.show(step.source)
        yield w.note, self.show(step.note)

    def of_action(self, action: Action, owner: str | None) -> Iterator[str]:
        """What is said of an action, its fail points apart."""
        w = self.words
        yield self.team(owner)
        yield from map(self._used, action.uses)
        for name in _TIMES:
            yield self._named_fact(getattr(w, name), self.time(getattr(action, name)))
        yield w.manual.lower() if action.manual else ""
        yield w.background.lower() if action.background else ""
        yield self._named_fact(w.after, self._after(action))
        yield self._named_fact(w.serves, self._serves(action))
        yield getattr(w, action.value) if action.value else ""
        quality = action.quality
        yield self._named_fact(w.quality, format_share(quality, self.lang) if quality is not None else "")
        yield self._named_fact(w.cost, format_money(action.cost, self.lang) if action.cost else "")
        yield from self._known(action)

    def of_evidence(self, evidence: Evidence) -> Iterator[str]:
        """What is said of a piece of evidence."""
        yield self.team(evidence.owner)
        yield self.channel(evidence.channel)
        yield from self._known(evidence)

    def of_pain(self, pain: PainPoint) -> Iterator[str]:
        """What is said of a pain point."""
        yield self._named_fact(self.words.severity, self.severity(pain.severity))
        yield self._named_fact(self.words.only, self.names(pain.only))
        yield self.show(pain.note)

    def _used(self, use: Use) -> str:
        """A system with the way in which it is used, where that is not the default, and what is said of the link."""
        way = {"api": self.words.by_api, "file": self.words.by_file, "hand": self.words.by_hand}.get(use.by)
        broken = self.words.broken_link.lower() if use.broken else None
        return self._labelled(self.blueprint.system_name(use.system), way, use.label, broken, use.note)

    def _after(self, action: Action) -> str:
        """What must have ended before an action starts; a dash where nothing must."""
        if action.after is None:
            return ""
        said = (self._labelled(self.named(entry.id), entry.label, entry.note) for entry in action.after)
        return self.show("; ".join(said)) or "–"

    def _serves(self, action: Action) -> str:
        """The actions and steps that a support process works for."""
        return self.show("; ".join(map(self.named, action.serves)))

    def _known(self, part: Action | Evidence) -> Iterator[str]:
        """For whom it is, how we know, and what else is noted."""
        yield self._named_fact(self.words.only, self.names(part.only))
        yield self.basis(part.basis).lower()
        yield self._named_fact(self.words.source, self.show(part.source))
        yield self.show(part.note)

    def _named_fact(self, name: str, said: str) -> str:
        return f"{name.lower()} {said}" if said else ""
