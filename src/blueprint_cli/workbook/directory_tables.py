"""Teams, systems, personas, channels, calendars."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from blueprint_cli.language.money import format_money
from blueprint_cli.language.topics.journey import journey_words
from blueprint_cli.language.topics.system_map import system_map_words
from blueprint_cli.language.topics.workbook import workbook_words
from blueprint_cli.language.typography import decimal
from blueprint_cli.model.calendars import DAYS, FRENCH_DAYS
from blueprint_cli.workbook.showing import Showing, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.directory import Persona


class DirectoryTables(Showing):
    """Tables of what the maps share."""

    def teams(self) -> Table:
        """Every team with its rate, capacity and hours."""
        w = self.words
        units = {60: "min", 3600: "h", 86400: "j" if self.lang == "fr" else "d"}
        rows = tuple(
            (
                self.show(team.name),
                f"{format_money(team.rate.money, self.lang)}/{units[team.rate.seconds]}" if team.rate else "",
                decimal(_plain(float(team.capacity)), self.lang) if team.capacity is not None else "",
                team.hours or "",
                self.show(team.note),
            )
            for team in self.blueprint.teams.values()
        )
        return Table(w.teams, (w.team, w.rate, w.capacity, w.hours, w.note), rows, name="Teams")

    def systems(self) -> Table:
        """Every declared system with its owner and kind."""
        w, kinds = self.words, system_map_words(self.lang).kinds
        rows = tuple(
            (
                self.show(system.name),
                self.team(system.owner),
                kinds.get(system.kind, system.kind),
                w.yes if system.external else "",
                self.show(system.note),
            )
            for system in self.blueprint.systems.values()
        )
        return Table(w.systems, (w.system, w.owner, w.kind, w.external, w.note), rows, name="Systems")

    def feeds(self) -> Table:
        """What systems pass to each other."""
        w = self.words
        ways = {"api": w.by_api, "file": w.by_file, "hand": w.by_hand}
        rows = tuple(
            (
                self.show(system.name),
                self.show(self.blueprint.system_name(feed.to)),
                ways.get(feed.by or "", feed.by or ""),
                self.show(feed.label),
                w.yes if feed.broken else "",
                self.show(feed.note),
            )
            for system in self.blueprint.systems.values()
            for feed in system.feeds
        )
        title = workbook_words(self.lang).exchanges
        return Table(title, (w.from_, w.to, w.kind, w.text, w.broken_link, w.note), rows, name="Feeds")

    def personas(self) -> Table:
        """The portraits, one line a trait."""
        w = self.words
        rows = [
            (self.show(persona.name), name, value)
            for persona in self.blueprint.personas.values()
            for name, value in self._portrait(persona)
        ]
        headings = (w.persona, workbook_words(self.lang).trait, w.text)
        return Table(w.personas, headings, tuple(rows), name="Personas")

    def _portrait(self, persona: Persona) -> Iterator[tuple[str, str]]:
        """Every trait; the name, which stands beside, only where there is nothing else."""
        names = {field.alias or name: name for name, field in type(persona).model_fields.items()}
        told = [key for key, name in names.items() if getattr(persona, name) not in (None, ())]
        for key, name in names.items():
            value = getattr(persona, name)
            if value in (None, ()) or (key == "name" and len(told) > 1):
                continue
            yield (
                PORTRAIT[self.lang].get(key, key),
                self.show("; ".join(value) if isinstance(value, tuple) else str(value)),
            )

    def channels(self) -> Table:
        """The file's own channels."""
        w, told = self.words, journey_words(self.lang)
        kinds = {"digital": told.channel_digital, "physical": told.channel_physical}
        rows = tuple(
            (name, self.show(entry.name), kinds.get(entry.kind or "", ""), self.show(entry.note))
            for name, entry in self.blueprint.channels.items()
        )
        return Table(w.channels, (w.address, w.channel, w.kind, w.note), rows, name="Channels")

    def calendars(self) -> Table:
        """Working days and hours."""
        w = self.words
        days = FRENCH_DAYS if self.lang == "fr" else DAYS
        rows = tuple(
            (
                name,
                ", ".join(days[day] for day in entry.weekdays),
                ", ".join(f"{_clock(start)}–{_clock(end)}" for start, end in entry.hours),
                ", ".join(day if isinstance(day, str) else self.day(day) for day in entry.holidays),
                ", ".join(self.day(day) for day in entry.closed),
                self.show(entry.note),
            )
            for name, entry in self.blueprint.calendars.items()
        )
        return Table(
            w.calendars, (w.name, w.days, w.hours, w.holidays, w.closed, w.note), rows, name="Calendars"
        )


def _plain(number: float) -> Decimal:
    return Decimal(int(number)) if number == int(number) else Decimal(str(number))


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes, _MINUTES_AN_HOUR)
    return f"{hours:02}:{rest:02}"


PORTRAIT: dict[Lang, dict[str, str]] = {
    "en": {},
    "fr": {
        "name": "nom", "age": "âge", "occupation": "métier", "status": "situation", "children": "enfants", "archetype": "archétype", "segment": "segment",
        "quote": "verbatim", "bio": "biographie", "goals": "objectifs", "motivations": "motivations", "frustrations": "frustrations",
        "hesitations": "hésitations", "personality": "personnalité", "technology": "technologie", "offer": "apport de la marque", "note": "note",
    },
}  # fmt: skip
"""Traits of a persona in the language; English uses the keys themselves."""

_MINUTES_AN_HOUR = 60
