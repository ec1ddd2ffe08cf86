"""A grid as it was understood, before it becomes a file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang


@dataclass
class SketchCard:
    """A text in a layer, and what its row says of it."""

    text: str
    owner: str = ""


INSIDE = ("backstage", "frontstage", "support")
"""The layers of the staff, backstage first: where systems are worked with and things go wrong."""


class Bearer(NamedTuple):
    """The card that something said of the whole step stands on."""

    layer: str
    text: str


_NUMBERED = re.compile(r"(?:step|étape|etape)\s*\d+\Z", re.IGNORECASE)


@dataclass
class SketchStep:
    """A column.

    Attributes:
        layers: cards by layer: evidence, customer, frontstage, backstage, support.
        texts: further texts by role: systems, touchpoints, thought, quote, pain_points, opportunities, fail_points, note.
        times: texts of times by field: wait, work, elapsed, target.
    """

    title: str = ""
    phase: str = ""
    owner: str = ""
    channel: str = ""
    emotion: int | None = None
    feeling: str = ""
    layers: dict[str, list[SketchCard]] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)
    times: dict[str, str] = field(default_factory=dict)

    @property
    def bearer_of_times(self) -> Bearer | None:
        """The card that the times of the step stand on: the customer's first, else the first one inside."""
        return self._first("customer") or self._first_inside()

    @property
    def bearer_of_fail_points(self) -> Bearer | None:
        """The card that the fail points of the step stand on: the first one inside, else the customer's."""
        return self._first_inside() or self._first("customer")

    def _first_inside(self) -> Bearer | None:
        """The first card inside; where there is none, systems become support processes."""
        found = next(filter(None, map(self._first, INSIDE)), None)
        systems = self.texts.get("systems")
        return found or (Bearer("support", systems[0]) if systems else None)

    def _first(self, layer: str) -> Bearer | None:
        cards = self.layers.get(layer)
        return Bearer(layer, cards[0].text) if cards else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing but perhaps a phase is known of it, or the number that a blank grid of ours gave it."""
        title = "" if _NUMBERED.match(self.title) else self.title
        said = title or self.owner or self.channel or self.feeling or self.emotion is not None
        return not (said or any(self.layers.values()) or any(self.texts.values()) or self.times)


@dataclass
class Sketch:
    """A grid.

    Attributes:
        facts: what is said of the whole map: scenario, persona, client, version.
        guesses: what was taken for what, a sentence each.
    """

    title: str
    lang: Lang
    steps: list[SketchStep] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    guesses: list[str] = field(default_factory=list)
