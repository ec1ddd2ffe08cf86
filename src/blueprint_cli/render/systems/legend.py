"""The legend of the map of systems: the signs that occur on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.model.word_lists import LAYERS
from blueprint_cli.render.blocks.legend import Sign
from blueprint_cli.render.systems.cells import CUT, REACHED
from blueprint_cli.render.systems.feeds import STYLES, style_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.render.systems.content import SystemMap


def signs_of(found: SystemMap) -> list[Sign]:
    """The signs in the order of the map: cells, then links."""
    return [*_cells(found), *_links(found)]


def _cells(found: SystemMap) -> Iterator[Sign]:
    words, titles = found.words, found.showing.words
    used = {using.layer for standing in found.rows for uses in standing.uses.values() for using in uses}
    names = {
        "customer": titles.customer, "frontstage": titles.frontstage, "backstage": titles.backstage, "support": titles.support,
    }  # fmt: skip
    for layer in LAYERS:
        if layer in used:
            word = words.direct.format(text=names[layer])
            yield Sign(f"use {layer}", word, fill=f"card.{layer}", stroke=f"tab.{layer}", radius=3, bar=layer)
    if any(standing.reached for standing in found.rows):
        yield Sign("reach", words.indirect, fill="bg", stroke="tab.support", dash=REACHED, radius=3)
    if any(standing.cut for standing in found.rows):
        yield Sign("cut", words.not_fed, fill="bg", stroke="broken", dash=CUT, radius=3)
    if any(standing.entry and standing.entry.external for standing in found.rows):
        yield Sign("external", words.external.capitalize(), fill="bg", stroke="tab.support", radius=3)


def _links(found: SystemMap) -> Iterator[Sign]:
    words = found.words
    styles = {style_of(flow.feed) for flow in found.flows}
    known = (
        ("uses", words.feed),
        ("file", words.feed_file),
        ("hand", words.feed_hand),
        ("broken", words.broken),
    )
    for style, word in known:
        if style in styles:
            role, width, dash = STYLES[style]
            yield Sign("line", word, stroke=role, dash=dash, head=True, width=width)
