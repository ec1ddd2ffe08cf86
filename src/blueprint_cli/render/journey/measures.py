"""Figures that are followed, as blocks: the value large, then what it should be and how we know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.blocks.block import PAD, SMALL, Block, Paragraph
from blueprint_cli.render.blocks.heading import listed

if TYPE_CHECKING:
    from blueprint_cli.language.topics.journey import JourneyWords
    from blueprint_cli.model.steps import Kpi
    from blueprint_cli.workbook.showing import Showing

_VALUE = 16.0


def kpi_block(
    showing: Showing, words: JourneyWords, name: str, kpi: Kpi, key: str, pad: float = PAD
) -> Block:
    """One figure with its target, answers, date, source and basis."""
    target = (
        words.colon.format(name=words.target, text=showing.measure(kpi.target))
        if kpi.target is not None
        else ""
    )
    count = (
        ""
        if kpi.answers is None
        else words.answer
        if kpi.answers == 1
        else words.answers.format(n=showing.measure(kpi.answers))
    )
    known = listed((count, showing.show(kpi.source), showing.day(kpi.date), showing.basis(kpi.basis)))
    title = showing.show(name)
    return Block(
        "kpi",
        (
            Paragraph(title, 8.5, "muted", bold=True),
            Paragraph(showing.measure(kpi.value), _VALUE, bold=True, gap=1, most=3, css="value"),
            Paragraph(target, 8.5, bold=True, gap=1, css="target"),
            Paragraph(known, SMALL, "muted", gap=2, css="source"),
        ),
        id=key,
        at=kpi.at,
        title="\n".join(
            part for part in (f"{title} {showing.measure(kpi.value)}", showing.show(kpi.note)) if part
        ),
        fill="bg",
        stroke="tab.support",
        dash="1.5 2" if kpi.basis == "proposed" else "",
        assumed=kpi.basis == "assumed",
        pad=pad,
    )
