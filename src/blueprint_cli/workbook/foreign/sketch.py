"""A grid as it was understood, before it becomes a file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang


@dataclass
class SketchCard:
    """A text in a layer, and what its row says of it."""

    text: str
    owner: str = ""


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
