"""Pain points and opportunities as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.blocks.block import SMALL, Block, Paragraph, Pill

if TYPE_CHECKING:
    from blueprint_cli.language.topics.journey import JourneyWords
    from blueprint_cli.model.steps import Opportunity, PainPoint
    from blueprint_cli.workbook.showing import Showing

_LEVELS = ("low", "medium", "high")
_FULL, _EMPTY = "●", "○"


def dots(level: str) -> str:
    """A level as dots: `●●○` for medium."""
    count = _LEVELS.index(level) + 1
    return _FULL * count + _EMPTY * (len(_LEVELS) - count)


def pain_block(showing: Showing, words: JourneyWords, pain: PainPoint, name: str, only: str) -> Block:
    """What hurts, how much, and whom."""
    pills: tuple[Pill, ...] = ()
    if pain.severity:
        said = f"{dots(pain.severity)}\u00a0{words.severity[_LEVELS.index(pain.severity)]}"
        pills = (Pill(said, "severity", "tab.pain", loud=pain.severity == "high"),)
    return Block(
        f"pain {pain.severity or ''}".strip(),
        (Paragraph(showing.show(pain.text)), Paragraph(only, SMALL, css="only")),
        id=name,
        at=pain.at,
        title=_told(showing.show(pain.text), only, showing.show(pain.note)),
        pills=pills,
        fill="card.pain",
        stroke="tab.pain",
    )


def opportunity_block(showing: Showing, words: JourneyWords, idea: Opportunity, name: str) -> Block:
    """What could be done, what it brings and costs, who would do it, where it stands."""
    levels = (
        f"{dots(level)} {table[_LEVELS.index(level)]}"
        for level, table in ((idea.impact, words.impact), (idea.effort, words.effort))
        if level
    )
    due = words.due.format(text=showing.day(idea.due)) if idea.due else ""
    pills = (
        *((Pill(showing.team(idea.owner), "owner", "tab.opportunity", loud=True),) if idea.owner else ()),
        *((Pill(showing.show(idea.status), "status", "tab.opportunity"),) if idea.status else ()),
    )
    return Block(
        "opportunity",
        (
            Paragraph(showing.show(idea.text)),
            *(Paragraph(level, SMALL, "tab.opportunity", bold=True, gap=2 if index else 4, css="level") for index, level in enumerate(levels)),
            Paragraph(due, SMALL, css="due"),
        ),
        id=name,
        at=idea.at,
        title=_told(showing.show(idea.text), showing.show(idea.note)),
        pills=pills,
        fill="card.opportunity",
        stroke="tab.opportunity",
    )  # fmt: skip


def _told(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
