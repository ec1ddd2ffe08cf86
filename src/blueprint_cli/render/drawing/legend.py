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
from blueprint_cli.render.drawing.wrapping import cut, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blueprint_cli.render.drawing.cards import Content
    from blueprint_cli.render.drawing.links import Arrows
    from blueprint_cli.render.drawing.scene import Shape

_SIZE, _ROW, _GAP, _BETWEEN = 8.5, 20.0, 20.0, 34.0
_SIGN, _HATCH, _BESIDE = 28.0, 6.0, 6.0
LINK_STYLES: dict[str, tuple[str, float, str]] = {
    "flow": ("flow", 1.3, ""),
    "back": ("flow", 1.3, "8 2.5 1.5 2.5"),
    "uses": ("soft", 1.1, ""),
    "serves": ("soft", 1.1, ""),
    "implicit": ("soft", 0.9, ""),
    "hand": ("soft", 1.3, "2 2.5"),
    "broken": ("broken", 1.5, "5 3"),
}
"""Colour role, width and dash of every kind of link."""


_SHAPES: dict[str, tuple[str, str, tuple[Shape, float, str]]] = {
    "highlight": ("pill", "tab.support", ("rect", 2.4, "")),
    "owner": ("tab.support", "none", ("pill", 0, "")),
    "time": ("pill", "tab.support", ("pill", 0.9, "")),
    "over": ("broken", "none", ("hexagon", 0, "")),
    "background": ("none", "tab.support", ("rect", 0.9, "5 3")),
    "assumed": ("none", "tab.support", ("hatch", 0.9, "")),
    "proposed": ("none", "tab.support", ("rect", 0.9, "1.5 2")),
}
"""Fill, stroke, and look of the signs that cards bear."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sign (a badge, a pill, a line) and its word."""

    sign: str
    word: str

    @property
    def sign_width(self) -> float:
        """Width of the sign in points."""
        return sizes.BADGE if self.sign in BADGES else _HATCH if self.sign == "assumed" else _SIGN

    @property
    def width(self) -> float:
        """Width of sign and word."""
        return self.sign_width + _BESIDE + text_width(self.word, _SIZE)


class Legend:
    """Lays the entries out in rows from a height on; `boxes` and `routes` are what to draw, `bottom` where it ends.

    Rows end where a kind of sign ends, so that none stands alone; only a kind too wide for a row goes on in the next.
    """

    def __init__(self, content: Content, arrows: Arrows, place: tuple[float, float, float]) -> None:
        self.content = content
        self.boxes: list[Box] = []
        self.routes: list[Route] = []
        self.left, self.y, self.width = place
        self.x = self.left
        groups = [group for group in _groups(content, arrows) if group]
        if groups:
            self._head()
        for group in groups:
            self._put_group(group)
        self.bottom = self.y + (_ROW if groups else 0)
        self._unplaced(arrows.unplaced)

    def _head(self) -> None:
        text = Text((self.content.words.legend,), 14, self.y + 10.5, _SIZE + 1, "muted", bold=True)
        self.boxes.append(
            Box("legend-title", 14, self.y, sizes.LABEL_W - 20, 14, shape="none", texts=(text,))
        )

    def _put_group(self, group: list[_Entry]) -> None:
        wide = sum(entry.width for entry in group) + _GAP * (len(group) - 1)
        if self.x > self.left and self.x + wide > self.width - 6:
            self._next_row()
        for entry in group:
            if self.x > self.left and self.x + entry.width > self.width - 6:
                self._next_row()
            self._put(entry)
        self.x += _BETWEEN - _GAP

    def _next_row(self) -> None:
        self.x, self.y = self.left, self.y + _ROW

    def _put(self, entry: _Entry) -> None:
        self._sign(entry.sign)
        start = self.x + entry.sign_width + _BESIDE
        word = entry.word
        if start + text_width(word, _SIZE) > self.width:
            word = cut(word, self.width - start, _SIZE)
        text = Text((word,), start, self.y + 10.5, _SIZE, "muted")
        self.boxes.append(
            Box("legend", start, self.y, text_width(word, _SIZE), 15, shape="none", texts=(text,))
        )
        self.x += entry.width + _GAP

    def _sign(self, sign: str) -> None:
        x, y = self.x, self.y
        middle = y + 7.5
        badge = next((known for known in BADGES if known == sign), None)
        if badge is not None:
            self.boxes.append(badge_box(badge, x, y, self.content.words))
        elif sign in LINK_STYLES or sign == "both":
            role, width, dash = LINK_STYLES.get(sign, LINK_STYLES["flow"])
            ends = ((x, middle), (x + _SIGN, middle))
            css = f"legend-line {sign}"
            head = sign != "implicit"
            self.routes.append(Route(css, ends, role, width, dash=dash, head=head, tail=sign == "both"))
        else:
            fill, stroke, look = _SHAPES[sign]
            self._shape(f"legend-sign {sign}", (x, middle), fill, stroke, look)

    def _shape(
        self, css: str, at: tuple[float, float], fill: str, stroke: str, look: tuple[Shape, float, str]
    ) -> None:
        x, middle = at
        shape, edge, dash = look
        width, height = (5.0, 14.0) if shape == "hatch" else (_SIGN - 4, 10.0)
        self.boxes.append(
            Box(css, x, middle - height / 2, width, height, shape=shape, radius=3 if shape == "rect" else 0,
                fill=fill, stroke=stroke, stroke_width=edge, dash=dash)
        )  # fmt: skip

    def _unplaced(self, feeds: list[str]) -> None:
        if not feeds:
            return
        told = self.content.show(f"{self.content.words.unplaced_feeds} {'; '.join(feeds)}")
        lines = wrap(told, self.width - self.left - 10, _SIZE)
        text = Text(lines, self.left, self.bottom + 10, _SIZE, "muted", leading=12)
        height = 12.0 * len(lines)
        self.boxes.append(
            Box(
                "unplaced",
                self.left,
                self.bottom,
                self.width - self.left,
                height,
                shape="none",
                texts=(text,),
            )
        )
        self.bottom += height + 4


def _groups(content: Content, arrows: Arrows) -> Iterator[list[_Entry]]:
    """What stands out, the badges, what cards bear, the arrows: of each what occurs."""
    yield _highlight(content)
    shown = {badge for card in all_cards(content) for badge in card.badges}
    yield [_Entry(badge, badge_word(badge, content.words)) for badge in BADGES if badge in shown]
    yield _occurring(content, _on_cards(content))
    yield _occurring(content, _on_arrows(content, arrows))


def _occurring(content: Content, signs: Iterable[tuple[str, str, bool]]) -> list[_Entry]:
    return [_Entry(sign, content.show(word)) for sign, word, occurs in signs if occurs]


def _on_cards(content: Content) -> Iterator[tuple[str, str, bool]]:
    words, cards = content.words, list(all_cards(content))
    yield "owner", words.owner, any(card.owner for card in cards)
    yield "time", words.elapsed, any(card.time and not card.over for card in cards)
    yield "over", words.over_limit, any(card.over for card in cards)
    yield "background", words.background, any(card.background for card in cards)
    yield "assumed", words.assumed, any(card.basis == "assumed" for card in cards)
    yield "proposed", words.proposed, any(card.basis == "proposed" for card in cards)


def _on_arrows(content: Content, arrows: Arrows) -> Iterator[tuple[str, str, bool]]:
    words, own = content.words, swimlane_words(content.lang)
    kinds = {link.kind for link in arrows.links}
    yield "flow", own.follows, any(link.kind == "flow" and not link.both for link in arrows.links)
    yield "back", own.goes_back, any(link.goes_back for link in arrows.links if link.kind == "flow")
    yield "both", words.both_ways, any(link.both for link in arrows.links)
    yield "uses", own.uses, "uses" in kinds
    yield "serves", own.serves, "serves" in kinds
    yield "hand", words.by_hand.capitalize(), "hand" in kinds
    yield "broken", words.broken_link, "broken" in kinds
    yield "implicit", words.same_step, "implicit" in kinds


def _highlight(content: Content) -> list[_Entry]:
    """What was asked to stand out, in words."""
    wish = content.asked.highlight
    if not wish:
        return []
    kind, _, name = wish.partition(":")
    words, own, blueprint = content.words, swimlane_words(content.lang), content.blueprint
    told = {
        "owner": blueprint.team_name(name) if kind == "owner" else "",
        "system": blueprint.system_name(name) if kind == "system" else "",
        "critical": own.critical,
        "fail": words.fail_point,
        "manual": words.manual,
    }[kind]
    return [_Entry("highlight", content.show(own.highlighted.format(text=told)))]
