"""The legend of the journey map: the signs that occur on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.blocks.legend import Sign
from blueprint_cli.render.journey.brackets import BROKEN, SILENT
from blueprint_cli.render.journey.meeting import LOST, PLANNED, RADII, channel_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.render.journey.brackets import Bracket
    from blueprint_cli.render.journey.content import Journey


def signs_of(journey: Journey, brackets: list[Bracket]) -> list[Sign]:
    """The signs in the order of the map, from top to bottom."""
    looks = {bracket.look for bracket in brackets}
    known = ((BROKEN, journey.words.missed), (SILENT, journey.words.silence))
    first = [Sign("line", word, stroke=look.role, dash=look.dash) for look, word in known if look in looks]
    return [*first, *_meeting(journey), *_cards(journey)]


def _meeting(journey: Journey) -> Iterator[Sign]:
    """The signs of channels and touchpoints."""
    words, steps = journey.words, [column.step for column in journey.columns]
    if any(step.channel for step in steps):
        yield Sign("channel", words.main_channel, fill="tab.support")
    if journey.breaks:
        yield Sign("channel-break", words.channel_break, fill="bg", stroke="broken", dash=LOST, radius=2)
    points = [(point, point.channel or step.channel) for step in steps for point in step.touchpoints]
    kinds = {channel_kind(journey.blueprint, channel) for _, channel in points}
    kinds |= {channel_kind(journey.blueprint, step.channel) for step in steps}
    for kind, word in (("digital", words.channel_digital), ("physical", words.channel_physical)):
        if kind in kinds:
            yield Sign(kind, word, fill="bg", stroke="tab.support", radius=min(RADII[kind], 5))
    if any(point.planned for point, _ in points):
        word = words.planned.capitalize()
        yield Sign("planned", word, fill="bg", stroke="tab.support", dash=PLANNED, radius=4)
    if any(point.indirect for point, _ in points):
        yield Sign("indirect", words.indirect.capitalize(), fill="step", stroke="tab.support", radius=4)


def _cards(journey: Journey) -> Iterator[Sign]:
    """The signs of cards and figures."""
    titles = journey.showing.words
    cards = [
        c for column in journey.columns for layer in ("customer", "evidence") for c in column.cells[layer]
    ]
    figures = [journey.blueprint.kpis, *(column.step.kpis for column in journey.columns)]
    bases = {card.basis for card in cards} | {kpi.basis for kpis in figures for kpi in kpis.values()}
    if "assumed" in bases:
        yield Sign("assumed", titles.assumed, stroke="tab.support")
    if "proposed" in bases:
        yield Sign("proposed", titles.proposed, stroke="tab.support", dash="1.5 2", radius=3)
    if any(card.background for card in cards):
        yield Sign("background", titles.background, stroke="tab.support", dash="5 3", radius=3)
    if any(card.time for card in cards):
        yield Sign("time", titles.elapsed, fill="pill", stroke="tab.customer", radius=5)
