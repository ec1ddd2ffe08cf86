"""Leaving out what was not asked for: rows, and in a simple drawing what only the makers of the service read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.cards import FAIL, LAYERS, PAIN

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.cards import Card, Content
    from blueprint_cli.render.drawing.links import Link

_ALWAYS = (FAIL, PAIN)


def only_asked(content: Content) -> Content:
    """The content without the cards of rows that are left out; arrows are told of all cards, and left out later."""
    if content.asked.detail == "simple":
        for column in content.columns:
            column.time = ""
            for layer in LAYERS:
                for card in column.cells[layer]:
                    _simplify(card)
    return content


def without_hidden(content: Content, links: list[Link]) -> list[Link]:
    """Take the cards of hidden rows away; the links that remain."""
    hidden = [layer for layer in LAYERS if layer not in content.layers]
    for column in content.columns:
        for layer in hidden:
            column.cells[layer] = []
    if content.asked.detail == "simple":
        links = [link for link in links if link.kind != "implicit"]
    return [link for link in links if link.source.layer not in hidden and link.target.layer not in hidden]


def _simplify(card: Card) -> None:
    card.owner = ""
    card.time = card.time if card.over else ""
    card.badges = tuple(badge for badge in card.badges if badge in _ALWAYS)
