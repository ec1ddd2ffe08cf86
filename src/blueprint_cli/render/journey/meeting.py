"""Channels and touchpoints as chips: digital ones are round, physical ones square, planned ones dashed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.model.directory import BUILT_IN_CHANNELS
from blueprint_cli.render.blocks.block import SMALL, Block, Paragraph
from blueprint_cli.render.blocks.heading import listed

if TYPE_CHECKING:
    from blueprint_cli.language.topics.journey import JourneyWords
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step, Touchpoint
    from blueprint_cli.workbook.showing import Showing

RADII = {"digital": 11.0, "physical": 0.0, "": 4.0}
"""Corners of a chip by the kind of its channel."""

LOST = "5 3"
"""The dashes of what does not get from one channel to the next."""
PLANNED = "4 3"
"""The dashes of what does not exist yet."""


def channel_kind(blueprint: Blueprint, channel: str | None) -> str:
    """`digital`, `physical`, or nothing where the map does not say."""
    if channel is None:
        return ""
    entry = blueprint.channels.get(channel)
    return (entry.kind if entry else None) or BUILT_IN_CHANNELS.get(channel) or ""


def channel_block(showing: Showing, words: JourneyWords, channel: str, name: str) -> Block:
    """The main channel of a step: a filled chip."""
    kind = channel_kind(showing.blueprint, channel)
    said = {"digital": words.digital, "physical": words.physical}.get(kind, "")
    return Block(
        f"channel {kind}".strip(),
        (
            Paragraph(showing.channel(channel), bold=True, role="mark"),
            Paragraph(said, SMALL, "mark", gap=0),
        ),
        id=name,
        fill="tab.support",
        radius=RADII[kind],
    )


def break_block(showing: Showing, words: JourneyWords, before: Step, name: str) -> Block:
    """Nothing carries what was said in an earlier step, on its channel, to this one (BP209 of lint)."""
    said = words.not_passed_on.format(text=showing.channel(before.channel))
    return Block(
        "channel-break",
        (Paragraph(said, SMALL, "broken", bold=True),),
        id=name,
        fill="bg",
        stroke="broken",
        dash=LOST,
        title=showing.step_title(before),
        radius=2,
    )


def touchpoint_block(
    showing: Showing, words: JourneyWords, point: Touchpoint, channel: str | None, name: str
) -> Block:
    """A touchpoint: its channel where it is not the step's, its owner, and whether it is planned or held by others."""
    kind = channel_kind(showing.blueprint, channel)
    signs = (words.planned if point.planned else "", words.indirect if point.indirect else "")
    facts = (showing.channel(point.channel), showing.team(point.owner), *signs)
    css = " ".join(
        part
        for part in (
            "touchpoint",
            kind,
            "planned" if point.planned else "",
            "indirect" if point.indirect else "",
        )
        if part
    )
    return Block(
        css,
        (
            Paragraph(showing.show(point.name)),
            Paragraph(listed(facts), SMALL, "muted", gap=1),
        ),
        id=name,
        at=point.at,
        title=showing.show(point.note),
        fill="step" if point.indirect else "bg",
        stroke="tab.support",
        dash=PLANNED if point.planned else "",
        radius=RADII[kind],
    )
