"""The legend: what occurs on the map, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.language.topics.swimlane import swimlane_words
from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.layout import all_cards
from blueprint_cli.render.drawing.marks import BADGES, badge_box, badge_word
from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.scene import Box, Route, Text
from blueprint_cli.render.drawing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.render.drawing.arrows import Arrows
    from blueprint_cli.render.drawing.cards import Content
    from blueprint_cli.render.drawing.scene import Shape

_SIZE, _ROW, _GAP, _SIGN = 8.5, 20.0, 22.0, 28.0
LINK_STYLES: dict[str, tuple[str, float, str]] = {
    "flow": ("flow", 1.3, ""),
    "back": ("flow", 1.3, "8 2.5 1.5 2.5"),
    "uses": ("soft", 1.1, ""),
    "implicit": ("soft", 0.9, ""),
    "hand": ("soft", 1.3, "2 2.5"),
    "broken": ("broken", 1.5, "5 3"),
}
"""Colour role, width and dash of every kind of link."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sign (a badge, a pill, a line) and its word."""

    sign: str
    word: str


class Legend:
    """Lays the entries out in rows from a height on; `boxes` and `routes` are what to draw, `bottom` where it ends."""

    def __init__(self, content: Content, arrows: Arrows, top: float, width: float) -> None:
        self.content = content
        self.boxes: list[Box] = []
        self.routes: list[Route] = []
        self.x, self.y, self.width = sizes.LABEL_W, top, width
        entries = list(_entries(content, arrows))
        if entries:
            self._head()
        for entry in entries:
            self._put(entry)
        self.bottom = self.y + (_ROW if entries else 0)
        self._unplaced(arrows.unplaced)

    def _head(self) -> None:
        text = Text((self.content.words.legend,), 14, self.y + 10.5, _SIZE + 1, "muted", bold=True)
        self.boxes.append(
            Box("legend-title", 14, self.y, sizes.LABEL_W - 20, 14, shape="none", texts=(text,))
        )

    def _put(self, entry: _Entry) -> None:
        width = _SIGN + 6 + text_width(entry.word, _SIZE)
        if self.x + width > self.width - 6 and self.x > sizes.LABEL_W:
            self.x, self.y = sizes.LABEL_W, self.y + _ROW
        self._sign(entry.sign)
        text = Text((entry.word,), self.x + _SIGN + 6, self.y + 10.5, _SIZE, "muted")
        self.boxes.append(
            Box("legend", self.x + _SIGN + 6, self.y, width - _SIGN - 6, 15, shape="none", texts=(text,))
        )
        self.x += width + _GAP

    def _sign(self, sign: str) -> None:
        x, y = self.x, self.y
        middle = y + 7.5
        if sign in ("F", "!", "W", "M"):
            badge = next(known for known in BADGES if known == sign)
            self.boxes.append(badge_box(badge, x + _SIGN - sizes.BADGE, y, self.content.words))
        elif sign in LINK_STYLES or sign == "both":
            role, width, dash = LINK_STYLES.get(sign, LINK_STYLES["flow"])
            headed = sign != "implicit"
            css = f"legend-line {sign}"
            self.routes.append(
                Route(
                    css,
                    ((x, middle), (x + _SIGN, middle)),
                    role,
                    width,
                    dash=dash,
                    head=headed,
                    tail=sign == "both",
                )
            )
        else:
            self._shape(sign, x, middle)

    def _shape(self, sign: str, x: float, middle: float) -> None:
        left, top, height = x + 4, middle - 5, 10.0
        fill, stroke, dash = "none", "tab.support", ""
        shape: Shape = "rect"
        if sign == "owner":
            fill, stroke, shape = "tab.support", "none", "pill"
        elif sign == "time":
            fill, shape = "pill", "pill"
        elif sign == "over":
            fill, stroke, shape = "broken", "none", "pill"
        elif sign == "background":
            dash = "5 3"
        elif sign == "proposed":
            dash = "1.5 2"
        elif sign == "assumed":
            shape, left, height, top = "hatch", x + _SIGN - 6, 14.0, middle - 7
        width = 5.0 if sign == "assumed" else _SIGN - 4
        edge = 0.9 if stroke != "none" else 0
        radius = 3 if shape == "rect" else 0
        css = f"legend-sign {sign}"
        self.boxes.append(
            Box(
                css,
                left,
                top,
                width,
                height,
                shape=shape,
                radius=radius,
                fill=fill,
                stroke=stroke,
                stroke_width=edge,
                dash=dash,
            )
        )

    def _unplaced(self, feeds: list[str]) -> None:
        if not feeds:
            return
        told = self.content.show(f"{self.content.words.unplaced_feeds} {'; '.join(feeds)}")
        lines = wrap(told, self.width - sizes.LABEL_W - 10, _SIZE)
        text = Text(lines, sizes.LABEL_W, self.bottom + 10, _SIZE, "muted", leading=12)
        height = 12.0 * len(lines)
        self.boxes.append(
            Box(
                "unplaced",
                sizes.LABEL_W,
                self.bottom,
                self.width - sizes.LABEL_W,
                height,
                shape="none",
                texts=(text,),
            )
        )
        self.bottom += height + 4


def _entries(content: Content, arrows: Arrows) -> Iterator[_Entry]:
    words, own = content.words, swimlane_words(content.lang)
    cards = list(all_cards(content))
    shown = {badge for card in cards for badge in card.badges}
    for badge in BADGES:
        if badge in shown:
            yield _Entry(badge, badge_word(badge, words))
    kinds = {link.kind for link in arrows.links}
    signs = (
        ("owner", words.owner, any(card.owner for card in cards)),
        ("time", words.elapsed, any(card.time and not card.over for card in cards)),
        ("over", words.over_limit, any(card.over for card in cards)),
        ("background", words.background, any(card.background for card in cards)),
        ("assumed", words.assumed, any(card.basis == "assumed" for card in cards)),
        ("proposed", words.proposed, any(card.basis == "proposed" for card in cards)),
        ("back", own.goes_back, any(link.goes_back for link in arrows.links if link.kind == "flow")),
        ("uses", own.uses, "uses" in kinds),
        ("both", words.both_ways, any(link.both for link in arrows.links)),
        ("hand", content.show(words.by_hand).capitalize(), "hand" in kinds),
        ("broken", words.broken_link, "broken" in kinds),
        ("implicit", words.same_step, "implicit" in kinds),
    )
    for sign, word, occurs in signs:
        if occurs:
            yield _Entry(sign, content.show(word))
