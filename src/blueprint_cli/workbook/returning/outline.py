"""The steps and their cards that a set of facts tells of, in the order of the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.workbook.anchors import CARD_LANES, TEXT_LANES, Key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.workbook.anchors import Value

_PART = re.compile(
    r"(?P<step>steps\[(?P<id>[^\]]+)\])(?:\.(?P<lane>[a-z_]+)\[(?P<label>[^\]]+)\])?(?P<rest>.*)\Z"
)
MAIN = {"evidence": "text", "pain_points": "text", "opportunities": "text"}
"""The field with the text of a card; `action` in all other lanes."""


class Item(NamedTuple):
    """A text with a place of its own in the grid: a card, a thought, a quote.

    Attributes:
        at: its address; for thoughts and quotes the address of the step with the field and the position.
        key: the fact that its cell holds.
        step: address of its step.
        lane: its lane.
        text: what its cell shows.
    """

    at: str
    key: Key
    step: str
    lane: str
    text: Value


class StepOutline:
    """A step with its cards."""

    def __init__(self, at: str) -> None:
        self.at = at
        self.title: Value = None
        self.lanes: dict[str, list[Item]] = {}

    @property
    def id(self) -> str:
        """The step's id; empty where it has none."""
        return id_in(self.at)

    def items(self) -> list[Item]:
        """All its cards, thoughts and quotes."""
        return [item for stack in self.lanes.values() for item in stack]


class Outline:
    """All steps.

    Attributes:
        steps: by address, in order.
        items: by address.
    """

    def __init__(self) -> None:
        self.steps: dict[str, StepOutline] = {}
        self.items: dict[str, Item] = {}

    def text(self, at: str) -> Value:
        """What a card says, or the title of a step."""
        return self.items[at].text if at in self.items else self.steps[at].title if at in self.steps else None


def outline_of(facts: Iterable[tuple[Key, Value]]) -> Outline:
    """The outline of facts that stand in the order of the file."""
    outline = Outline()
    here, found = "", None
    for key, value in facts:
        if key.at != here:
            here, found = key.at, _PART.match(key.at)
        if not found:
            continue
        at, lane, rest = found.group("step", "lane", "rest")
        step = outline.steps.get(at)
        if step is None:
            step = outline.steps[at] = StepOutline(at)
        if not lane and key.field == "title":
            step.title = value
        item = _item(key, at, lane or "", value) if not rest else None
        if item is not None:
            step.lanes.setdefault(item.lane, []).append(item)
            outline.items[item.at] = item
    return outline


def _item(key: Key, step: str, lane: str, value: Value) -> Item | None:
    if lane in CARD_LANES and key.field == MAIN.get(lane, "action"):
        return Item(key.at, key, step, lane, value)
    if not lane and key.field in TEXT_LANES:
        return Item(str(key), key, step, key.field, value)
    return None


def id_in(address: str) -> str:
    """The id at the end of an address, `b` of `steps[a].backstage[b]`; empty for a position."""
    label = address.rpartition("[")[2].rstrip("]")
    return "" if label.isdecimal() else label


def step_address(key: str) -> str:
    """The address of a step from what row 3 says: its id, or its address."""
    return key if key.startswith("steps[") else f"steps[{key}]"


def part_of(address: str) -> tuple[str, str]:
    """The address of a card, and what follows it: `steps[a].backstage[b]` and `.fail_points[0]`."""
    found = _PART.match(address)
    if not found or not found["lane"]:
        return address, ""
    return address[: len(address) - len(found["rest"])], found["rest"]
