"""The persona card: who lives through the journey, in their own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blueprint_cli.language.plurals import counted
from blueprint_cli.render.blocks.block import LEADING
from blueprint_cli.render.blocks.heading import listed
from blueprint_cli.render.drawing.metrics import is_right_to_left
from blueprint_cli.render.drawing.scene import Box, Text
from blueprint_cli.render.drawing.wrapping import wrap
from blueprint_cli.render.journey.content import quoted
from blueprint_cli.render.journey.sizes import PANEL_PAD

if TYPE_CHECKING:
    from blueprint_cli.model.directory import Persona
    from blueprint_cli.render.journey.content import Journey

_PAD, _FACE, _COLUMN, _BETWEEN = PANEL_PAD, 46.0, 140.0, 18.0
_NAME, _FACTS, _QUOTE, _HEAD, _ITEM = 14.0, 9.0, 11.0, 8.5, 9.0
_ASCENT = 0.82
_INITIALS = 2
_ARTICLES = {"the", "le", "la", "les"}
_ELIDED = re.compile(r"^l['’](?=\w)", re.IGNORECASE)

Section = tuple[str, tuple[str, ...]]


def personas_of(journey: Journey) -> list[tuple[str, Persona | None]]:
    """Whose journey it is: the map's personas, a segment's members; without any, those that the file itself declares."""
    if not journey.asked.shows("personas"):
        return []
    known = journey.blueprint.personas
    found: dict[str, Persona | None] = {}
    for name in journey.blueprint.persona:
        members = [key for key, entry in known.items() if entry.segment == name] if name not in known else []
        found.update({key: known.get(key) for key in members or [name]})
    if not found:
        found.update({name: entry for name, entry in known.items() if not entry.catalogue})
    return list(found.items())


class PersonaCard:
    """One persona's card, set to a width."""

    def __init__(self, journey: Journey, name: str, persona: Persona | None, width: float) -> None:
        self.journey = journey
        self.width = width
        self.persona = persona
        show = journey.showing.show
        self.title = show(persona.name if persona else name)
        self.id = journey.ids.unique(f"persona.{name if persona else 'x'}")
        self.at = persona.at if persona and not persona.catalogue else ""
        self._texts: list[Text] = []
        self.height = self._set()

    def _set(self) -> float:
        left = _PAD + _FACE + 14
        room = self.width - left - _PAD
        y = _PAD
        persona = self.persona
        facts = listed(self._facts(persona)) if persona else ""
        quotes = (
            [quoted(self.journey.showing.show(quote), self.journey.words) for quote in persona.quote]
            if persona
            else []
        )
        y = self._put(self.title, left, y, room, _NAME, bold=True)
        if facts:
            y = self._put(facts, left, y + 1, room, _FACTS, "ink")
        for quote in quotes:
            y = self._put(quote, left, y + 5, room, _QUOTE, "tab.customer", bold=True)
        y = max(y, _PAD + _FACE)
        sections = sections_of(self.journey, persona) if persona else []
        return (self._columns(sections, y + 12) if sections else y) + _PAD

    def _facts(self, persona: Persona) -> list[str]:
        words, show = self.journey.words, self.journey.showing.show
        children = ""
        if persona.children is not None:
            children = (
                counted(persona.children, words.children, self.journey.lang)
                if persona.children
                else words.no_children
            )
        return [
            show(persona.archetype),
            "" if persona.age is None else counted(persona.age, words.years, self.journey.lang),
            show(persona.occupation),
            show(persona.status),
            children,
            show(persona.segment),
        ]

    def _columns(self, sections: list[Section], top: float) -> float:
        """The sections in as many columns as fit, each put where there is most room; returns the lowest end."""
        room = self.width - 2 * _PAD
        count = max(1, min(len(sections), int((room + _BETWEEN) // (_COLUMN + _BETWEEN))))
        width = (room - (count - 1) * _BETWEEN) / count
        ends = [top] * count
        for title, items in sections:
            column = ends.index(min(ends))
            x = _PAD + column * (width + _BETWEEN)
            y = self._put(title, x, ends[column], width, _HEAD, "tab.customer", bold=True) + 1
            for item in items:
                shown = f"•\u00a0{item}" if len(items) > 1 else item
                y = self._put(shown, x, y, width, _ITEM) + 1
            ends[column] = y + 7
        return max(ends) - 8

    def _put(
        self,
        text: str,
        x: float,
        y: float,
        room: float,
        size: float,
        role: str = "ink",
        *,
        bold: bool = False,
    ) -> float:
        lines = wrap(text, room, size, bold=bold)
        rtl = is_right_to_left(text)
        self._texts.append(
            Text(lines, x + room if rtl else x, y + size * _ASCENT, size, role, bold, leading=size * LEADING, rtl=rtl, css="persona")
        )  # fmt: skip
        return y + len(lines) * size * LEADING

    def boxes(self, x: float, y: float, height: float) -> list[Box]:
        """The card at a place, as high as its neighbours."""
        texts = tuple(
            Text(t.lines, t.x + x, t.y + y, t.size, t.role, t.bold, t.anchor, t.leading, t.rtl, t.css)
            for t in self._texts
        )
        card = Box(
            "persona", x, y, self.width, height, id=self.id, at=self.at, radius=6, fill="lane.customer",
            stroke="tab.customer", stroke_width=1, texts=texts,
        )  # fmt: skip
        middle = (x + _PAD + _FACE / 2, y + _PAD + _FACE / 2)
        letters = Text(
            (initials(self.title),), middle[0], middle[1] + 6, 17, "mark", bold=True, anchor="middle"
        )
        face = Box(
            "portrait", x + _PAD, y + _PAD, _FACE, _FACE, shape="circle", fill="tab.customer", texts=(letters,),
            parent=self.id,
        )  # fmt: skip
        return [card, face]


def sections_of(journey: Journey, persona: Persona) -> list[Section]:
    """What is known about a persona, under headings; nothing on a simple map."""
    if journey.asked.detail == "simple":
        return []
    words, show = journey.words, journey.showing.show
    known: tuple[tuple[str, tuple[str, ...]], ...] = (
        (words.about, (persona.bio,) if persona.bio else ()),
        (words.goals, persona.goals),
        (words.motivations, persona.motivations),
        (words.frustrations, persona.frustrations),
        (words.hesitations, persona.hesitations),
        (words.personality, persona.personality),
        (words.technology, (persona.technology,) if persona.technology else ()),
        (words.offer, persona.offer),
        (journey.showing.words.note, (persona.note,) if persona.note else ()),
    )
    return [(title, tuple(show(item) for item in items)) for title, items in known if items]


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name, articles left out where more than they is left."""
    words = [word for word in name.split() if word[0].isalnum()]
    words = [_ELIDED.sub("", word) for word in words if word.casefold() not in _ARTICLES] or words
    kept = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in kept[:_INITIALS]).upper()
