"""How a value of a blueprint reads in a sheet, in the language of the client."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.spoken_times import spoken_time
from blueprint_cli.language.topics.journey import journey_words
from blueprint_cli.language.typography import decimal, typeset
from blueprint_cli.language.words import CHANNELS, words
from blueprint_cli.model.word_lists import UNKNOWN_OWNER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from blueprint_cli.language.durations import Duration
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.actions import Action, Use
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step


_END = "end"
"""Where a way out of a step may lead; no step may be called so."""


class Table(NamedTuple):
    """A titled table of texts.

    Attributes:
        fields: the field that is typed in each column; empty for what is only shown, `=` before one that stands in the grid.
        addresses: the part of each row; as many as there are rows, where there are fields.
        name: its name in English, by which formulas of spreadsheets know it; empty for one without filters.
        figures: the places of the columns that hold figures.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    fields: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    name: str = ""
    figures: tuple[int, ...] = ()

    def filled(self, *, typed: bool = False) -> Table:
        """The table without the columns that hold nothing: what nobody uses takes no room on paper.

        Args:
            typed: whether things are typed into it: then their columns stay, filled or not.
        """
        fields = self.fields or ("",) * len(self.headings)
        kept = [
            column
            for column, field in enumerate(fields)
            if any(row[column] for row in self.rows) or (typed and field and field != "elapsed")
        ]
        return Table(
            self.title,
            tuple(self.headings[column] for column in kept),
            tuple(tuple(row[column] for column in kept) for row in self.rows),
            tuple(self.fields[column] for column in kept) if typed and self.fields else (),
            self.addresses if typed else (),
            self.name,
            tuple(place for place, column in enumerate(kept) if column in self.figures),
        )


class Showing:
    """A blueprint and a language; values as texts."""

    def __init__(self, blueprint: Blueprint, lang: Lang) -> None:
        self.blueprint = blueprint
        self.lang: Lang = lang
        self.words = words(lang)

    def show(self, text: str | None) -> str:
        """A text in the typography of the language; empty for none."""
        return typeset(text, self.lang) if text else ""

    def step_title(self, step: Step) -> str:
        """A step's title, else its number."""
        return self.show(step.title) if step.title else self.words.step.format(n=step.number)

    @cached_property
    def _names(self) -> dict[str, str]:
        """The words of every step and action that has an id."""
        found = {action.id: action.action for _, _, action in self.blueprint.actions() if action.id}
        found |= {step.id: self.step_title(step) for step in self.blueprint.steps if step.id}
        return {_END: journey_words(self.lang).journey_end} | found

    def named(self, reference: str) -> str:
        """A step or an action by its words, as people know it; the end of the journey; anything else as it is."""
        return self.show(self._names.get(reference, reference))

    def team(self, owner: str | None) -> str:
        """An owner's name; the word for nobody when it is known that nobody answers."""
        if owner is None:
            return ""
        return self.words.unknown if owner == UNKNOWN_OWNER else self.show(self.blueprint.team_name(owner))

    def systems_used(self, action: Action) -> str:
        """The systems of an action, joined by `; `, each with its way in brackets where that is not the default."""
        return "; ".join(self.system_used(use) for use in action.uses)

    def system_used(self, use: Use) -> str:
        """A system's name, with the way in brackets where it is not the default."""
        name = self.show(self.blueprint.system_name(use.system))
        way = {"api": self.words.by_api, "file": self.words.by_file, "hand": self.words.by_hand}.get(use.by)
        return f"{name} ({way})" if way else name

    def channel(self, channel: str | None) -> str:
        """A channel's name in the language."""
        if channel is None:
            return ""
        entry = self.blueprint.channels.get(channel)
        return self.show(entry.name if entry else CHANNELS[self.lang].get(channel, channel))

    def names(self, only: Iterable[str]) -> str:
        """The names of personas or segments."""
        return self.show(", ".join(self.blueprint.persona_name(name) for name in only))

    def basis(self, basis: str | None) -> str:
        """How we know, in a word."""
        return {
            "observed": self.words.observed,
            "assumed": self.words.assumed,
            "proposed": self.words.proposed,
        }.get(basis or "", "")

    def severity(self, level: str | None) -> str:
        """How bad a pain point is, in the language."""
        return self.words.severities.get(level or "", "")

    def degree(self, level: str | None) -> str:
        """How strong an impact or an effort is, in the language."""
        return self.words.degrees.get(level or "", "")

    def day(self, day: date | None) -> str:
        """A date as the language writes it."""
        if day is None:
            return ""
        return f"{day:%d/%m/%Y}" if self.lang == "fr" else day.isoformat()

    def time(self, duration: Duration | None) -> str:
        """A time as the file says it, with its units in the language."""
        return self.show(spoken_time(duration.text, self.lang)) if duration is not None else ""

    def seconds(self, seconds: int | None) -> str:
        """A computed time; `?` when it is not known, a dash for none."""
        if seconds is None:
            return "?"
        return format_duration(seconds, self.lang) if seconds else "–"

    def measure(self, value: Any) -> str:
        """A KPI's value."""
        return self.show(value) if isinstance(value, str) else decimal(value, self.lang)
