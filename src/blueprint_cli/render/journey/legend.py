"""The legend of the journey map: the signs that stand on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.blocks.legend import Sign
from blueprint_cli.render.journey.brackets import BROKEN, SILENT
from blueprint_cli.render.journey.content import BACKGROUND, PROPOSED
from blueprint_cli.render.journey.meeting import LOST, PLANNED, RADII

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.render.drawing.scene import Box
    from blueprint_cli.render.journey.brackets import Bracket
    from blueprint_cli.render.journey.content import Journey


def signs_of(journey: Journey, brackets: list[Bracket], boxes: list[Box]) -> list[Sign]:
    """The signs in the order of the map, from top to bottom, of what is drawn."""
    looks = {bracket.look for bracket in brackets}
    known = ((BROKEN, journey.words.missed), (SILENT, journey.words.silence))
    first = [Sign("line", word, stroke=look.role, dash=look.dash) for look, word in known if look in looks]
    kinds = {word for box in boxes for word in box.css.split()}
    return [*first, *_meeting(journey, kinds), *_cards(journey, kinds, boxes)]


def _meeting(journey: Journey, kinds: set[str]) -> Iterator[Sign]:
    """The signs of channels and touchpoints."""
    words = journey.words
    if "channel" in kinds:
        yield Sign("channel", words.main_channel, fill="tab.support")
    if "channel-break" in kinds:
        yield Sign("channel-break", words.channel_break, fill="bg", stroke="broken", dash=LOST, radius=2)
    for kind, word in (("digital", words.channel_digital), ("physical", words.channel_physical)):
        if kind in kinds:
            yield Sign(kind, word, fill="bg", stroke="tab.support", radius=min(RADII[kind], 5))
    if "planned" in kinds:
        word = words.planned.capitalize()
        yield Sign("planned", word, fill="bg", stroke="tab.support", dash=PLANNED, radius=4)
    if "indirect" in kinds:
        yield Sign("indirect", words.indirect.capitalize(), fill="step", stroke="tab.support", radius=4)


def _cards(journey: Journey, kinds: set[str], boxes: list[Box]) -> Iterator[Sign]:
    """The signs of cards and figures."""
    titles = journey.showing.words
    dashes = {box.dash for box in boxes if box.css.split()[0] in ("card", "kpi")}
    if "assumed" in kinds:
        yield Sign("assumed", titles.assumed, stroke="tab.support")
    if PROPOSED in dashes:
        yield Sign("proposed", titles.proposed, stroke="tab.support", dash=PROPOSED, radius=3)
    if BACKGROUND in dashes:
        yield Sign("background", titles.background, stroke="tab.support", dash=BACKGROUND, radius=3)
    if "time" in kinds:
        yield Sign("time", titles.elapsed, fill="pill", stroke="tab.customer", radius=5)
