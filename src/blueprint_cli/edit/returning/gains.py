"""What today's file says of a card or a step that was not sent: whoever took that out of the workbook never saw it."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from blueprint_cli.edit.returning.matching import is_number_of_step
from blueprint_cli.workbook.anchors import TEXT_LANES, Key
from blueprint_cli.workbook.reading.cells import as_text
from blueprint_cli.workbook.returning.outline import part_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.workbook.anchors import Value
    from blueprint_cli.workbook.returning.outline import Item

_MOST_TOLD = 3


class Gains:
    """What the file has gained since it was sent; nothing where it is the very one."""

    def __init__(self, sides: Sides) -> None:
        """Take the sides; nothing is compared before it is asked for."""
        self.sides = sides
        self.sent_items = {today: base for base, today in sides.matched.items.items()}
        self.sent_keys = {today: base for base, today in sides.matched.keys.items()}

    @cached_property
    def _keys(self) -> dict[str, list[Key]]:
        """The facts of today's file by the card or the step that they tell of."""
        found: dict[str, list[Key]] = defaultdict(list)
        for key in self.sides.today:
            found[str(key) if key.field in TEXT_LANES else part_of(key.at)[0]].append(key)
        return found

    def of_card(self, sent: Item, today: Item) -> list[str]:
        """What the file says of a card beside its text and did not say when it was sent."""
        if self.sides.matched.exact:
            return []
        return [said for key in self._keys[today.at] if key != today.key for said in self._said(key, sent.at)]

    def of_step(self, sent: str, today: str) -> list[str]:
        """What the file says of a step and of the cards in it, and did not say when it was sent."""
        if self.sides.matched.exact:
            return []
        own = [said for key in self._keys[today] for said in self._said(key, sent)]
        items = self.sides.outline.steps[today].items()
        return own + [said for item in items for said in self._of_card_in(item, sent)]

    def _of_card_in(self, item: Item, step: str) -> Iterator[str]:
        """What a card tells that goes with its step; a card that stands elsewhere in the workbook was not to go."""
        sides, name = self.sides, f'{item.lane} "{as_text(item.text)}"'
        sent = sides.returned.outline.items.get(self.sent_items.get(item.at, ""))
        if sent is None:
            yield name
        elif sides.returned.placed.spots.get(sent.at) is not None:
            if sent.step != step:  # the file has carried it here
                yield name
        else:
            more = self.of_card(sent, item)
            if more:
                yield f"{name} with {' and '.join(more)}"
            elif not sides.same(sent.key, sent.text, item.text):
                yield name

    def _said(self, key: Key, sent: str) -> Iterator[str]:
        """A fact of today's file in words, where nothing like it was sent."""
        value = self.sides.today[key]
        if not as_text(value) or self._is_inherited(key) or self._is_placeholder(key, value):
            return
        is_below = bool(part_of(key.at)[1])
        base = self.sent_keys.get(key) if is_below else Key(sent, key.field, key.entry)
        if base is not None and any(self.sides.same(key, known, value) for known in self._known(base)):
            return
        if not is_below or base is not None:
            yield f"{key.field} {self._quoted(key, value)}"
        elif key.field == "what" and self.sides.returned.reading.fold(value) not in self._new_fail_points:
            # the rest of a new fail point goes without saying
            yield f"fail_points {self._quoted(key, value)}"

    def _known(self, key: Key) -> tuple[Value, ...]:
        """What was sent, and what came back, perhaps with an earlier import."""
        returned = self.sides.returned
        return returned.base.get(key), returned.theirs(key).cell.value

    @cached_property
    def _new_fail_points(self) -> frozenset[str]:
        """What may fail according to new rows of the workbook: where the file has it, it came with an earlier import."""
        returned = self.sides.returned
        return frozenset(returned.reading.fold(row.value("what")) for row in returned.tables.new_rows)

    def _is_inherited(self, key: Key) -> bool:
        action = self.sides.action(key.at) if key.field == "owner" else None
        return action is not None and action.owner is None

    def _is_placeholder(self, key: Key, value: Value) -> bool:
        """Whether a title is the number of its step: a step that stands elsewhere now has another one."""
        reading = self.sides.returned.reading
        return (
            key.field == "title"
            and key.at in self.sides.outline.steps
            and is_number_of_step(reading.fold(value), reading.lang)
        )

    def _quoted(self, key: Key, value: Value) -> str:
        day = self.sides.returned.reading.day(value) if key.kind == "day" else None
        if day is not None:
            return day.isoformat()
        if key.kind == "time" and isinstance(value, (int, float)):
            return f"{as_text(value)} min"
        return as_text(value) if key.kind == "time" else f'"{as_text(value)}"'


def listed(gained: list[str]) -> str:
    """The first few of them."""
    told = gained[:_MOST_TOLD]
    more = len(gained) - len(told)
    return f"{', '.join(told)}{f', and {more} more' if more else ''}"
