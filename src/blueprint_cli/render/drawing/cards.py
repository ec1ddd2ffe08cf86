"""The vocabulary of the map: cards in columns, with the words and typography of one language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from blueprint_cli.language.lengths import format_beside, format_duration
from blueprint_cli.language.shares import format_share
from blueprint_cli.language.typography import typeset
from blueprint_cli.model.word_lists import EVERYBODY
from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.asked import Asked

if TYPE_CHECKING:
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.language.wording import Words
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Next, Step

LAYERS = ("evidence", "customer", "frontstage", "backstage", "support")
Badge = Literal["F", "W", "M", "!"]
FAIL: Badge = "F"
WAIT: Badge = "W"
MANUAL: Badge = "M"
PAIN: Badge = "!"
UNKNOWN_TIME, AT_LEAST = "?", "≥\u00a0"


@dataclass(eq=False)
class Card:
    """One card of the map.

    Attributes:
        id: the action's id, or a made-up one with a dot in it.
        at: address in the file.
        column, row, place: step, layer and position in the stack, all from 0.
        owner, time: texts of the pills, or empty.
        over: the time is over its limit.
        badges: signs on the top edge.
        tag: the personas that it is kept to, or empty.
        signs: the badges that it would have in full detail.
        owner_id: the owner as the file names it.
        systems: what it uses, or the system that it is.
        letter: it stands for a card on another page, and shows this letter; empty for every other card.
    """

    id: str
    at: str
    layer: str
    text: str
    column: int
    row: int
    place: int = 0
    owner: str = ""
    time: str = ""
    over: bool = False
    badges: tuple[Badge, ...] = ()
    signs: tuple[Badge, ...] = ()
    owner_id: str = ""
    systems: tuple[str, ...] = ()
    tag: str = ""
    basis: str = ""
    background: bool = False
    title: str = ""
    system: str = ""
    lines: tuple[str, ...] = ()
    letter: str = ""
    x: float = 0
    y: float = 0
    w: float = sizes.CARD_W
    h: float = 0

    @property
    def middle(self) -> float:
        """Height of the middle."""
        return self.y + self.h / 2


@dataclass
class Column:
    """One step: its header and its cells, one stack of cards a layer.

    Attributes:
        is_margin: it has no header, and holds nothing but the letters of links that leave the page.
        tag: for whom alone the step is, where the picture shows everybody.
        end: that the journey ends here though steps follow, with how often and why; else empty.
    """

    id: str
    at: str
    title: str
    time: str
    phase: str | None
    emotions: dict[str, int]
    tooltip: str
    step: Step
    is_margin: bool = False
    tag: str = ""
    end: str = ""
    cells: dict[str, list[Card]] = field(default_factory=lambda: {layer: [] for layer in LAYERS})

    @property
    def width(self) -> float:
        """Width in points."""
        return sizes.LETTER if self.is_margin else sizes.CARD_W


@dataclass
class Content:
    """All columns, with the words and typography of one language.

    Attributes:
        column_before, column_after: the steps on the pages beside, towards which the curve goes on.
    """

    blueprint: Blueprint
    lang: Lang
    words: Words
    timings: Timings
    columns: list[Column]
    cards_by_action: dict[str, Card]
    systems: dict[str, list[Card]]
    asked: Asked = field(default_factory=Asked)
    column_before: Column | None = None
    column_after: Column | None = None

    @property
    def layers(self) -> tuple[str, ...]:
        """The lanes that are drawn, from top to bottom."""
        return tuple(layer for layer in LAYERS if self.asked.shows(layer))

    def show(self, text: str) -> str:
        """A text of the file in the typography of the language."""
        return typeset(text, self.lang)

    def time(self, seconds: int) -> str:
        """A time in the words of the language."""
        return format_duration(seconds, self.lang)

    def span_time(self, number: int, *others: int | None) -> str:
        """What a span took, `≥` where an action in it has no known time; to the second beside times that read alike."""
        elapsed, is_least = self.timings.spans[number].elapsed_s, self.timings.spans_at_least[number]
        if elapsed is None or (is_least and not elapsed):
            return UNKNOWN_TIME
        return AT_LEAST * is_least + self.time_beside(elapsed, *others)

    def time_beside(self, seconds: int, *others: int | None) -> str:
        """The same, to the second where it would read like one of the others and is not."""
        return format_beside(seconds, others, self.lang)


def way_words(way: Next, content: Content) -> str:
    """How often a way is taken, and its label."""
    share = format_share(way.probability, content.lang) if way.probability is not None else ""
    return " ".join(part for part in (share, content.show(way.label) if way.label else "") if part)


class Ids:
    """Hands out ids that no one else has: a second one gets `.2`."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken

    def unique(self, wanted: str) -> str:
        """The wanted id, or that id with a number."""
        found, number = wanted, 2
        while found in self._taken:
            found, number = f"{wanted}.{number}", number + 1
        self._taken.add(found)
        return found


def emotion_names(content: Content) -> list[str]:
    """The personas with an emotion of their own, in order of appearance; everybody comes first."""
    if not content.asked.shows("emotion"):
        return []
    found = [name for column in content.columns for name in column.emotions]
    return sorted(dict.fromkeys(found), key=lambda name: name != EVERYBODY)
