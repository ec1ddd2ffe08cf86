"""Which step and card of today's file each one is that a workbook was sent with."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from blueprint_cli.language.typography import NO_BREAK
from blueprint_cli.language.words import words
from blueprint_cli.workbook.anchors import TITLE_LANE, Key, read_key
from blueprint_cli.workbook.returning.outline import id_in, part_of
from blueprint_cli.workbook.returning.placing import STACKED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from blueprint_cli.language.words import Lang
    from blueprint_cli.workbook.anchors import Value
    from blueprint_cli.workbook.returning.outline import Item, Outline, StepOutline
    from blueprint_cli.workbook.returning.returned import Returned

T = TypeVar("T")


class Matched:
    """Addresses of base, and the same things' addresses today; what is not in it has gone, or cannot be told.

    Attributes:
        exact: whether the file is the very one that the workbook was made from.
        perhaps: cards that say something else today, and are alone with that in their step and lane.
        unsure: cards that were not found, while others stand in their place that nobody sent.
    """

    def __init__(self, *, exact: bool) -> None:
        self.exact = exact
        self.perhaps: dict[str, str] = {}
        self.unsure: set[str] = set()
        self.steps: dict[str, str] = {}
        self.items: dict[str, str] = {}
        self.keys: dict[Key, Key] = {}

    def card(self, at: str) -> str | None:
        """Today's address of a card, or of the one that it perhaps is."""
        return self.items.get(at) or self.perhaps.get(at)

    def doubtful(self, key: Key) -> str | None:
        """Today's address of the card that a fact is perhaps told of, or the fact itself of a thought or quote."""
        return self.perhaps.get(part_of(key.at)[0]) or self.perhaps.get(str(key))

    def key(self, key: Key) -> Key | None:
        """Today's name of a fact; of a card that says something else today, that of the card that it perhaps is."""
        if self.exact:
            return key
        if key in self.keys:
            return self.keys[key]
        whole = self.card(str(key))
        if whole is not None:  # a thought, a quote
            return read_key(whole)
        at = self.address(key.at)
        return Key(at, key.field, key.entry) if at is not None else None

    def address(self, at: str) -> str | None:
        """Today's address of a part; fail points are told one by one, by `keys`."""
        if self.exact or not at.startswith("steps["):
            return at
        part, rest = part_of(at)
        if rest:
            return None
        return self.card(part) or self.steps.get(part)


def match(returned: Returned, today: Outline, facts: Mapping[Key, Value], *, exact: bool) -> Matched:
    """Match by ids, then by titles and texts, each only where one thing alone comes into question."""
    matching = _Matching(returned, today, Matched(exact=exact))
    if exact:
        matching.matched.steps = {at: at for at in returned.outline.steps}
        matching.matched.items = {at: at for at in returned.outline.items}
    else:
        matching.steps()
        matching.items()
        from blueprint_cli.edit.returning.rewording import match_reworded

        match_reworded(returned, today, matching.matched)
        matching.fail_points(facts)
    return matching.matched


class _Matching:
    def __init__(self, returned: Returned, today: Outline, matched: Matched) -> None:
        self.returned = returned
        self.base = returned.outline
        self.today = today
        self.matched = matched
        self.fold = returned.reading.fold
        self.used: set[str] = set()

    # Steps

    def steps(self) -> None:
        """Steps by their ids, their titles as sent or as they came back, their cards, then in order."""
        found = self.matched.steps
        for at, step in self.base.steps.items():
            if step.id and at in self.today.steps:
                found[at] = at
        self._pair(self._title, self._title)
        self._pair(self._title_now, self._title)
        self._pair(self._texts, self._texts)
        self._pair(self._texts_now, self._texts)
        for at, step in self.base.steps.items():
            if at not in found:
                likely = self._most_alike(step)
                if likely is not None:
                    found[at] = likely
        left = [at for at in self.base.steps if at not in found]
        open_today = [at for at in self.today.steps if at not in found.values()]
        if (
            len(left) == len(open_today) == 1
            and not id_in(left[0])
            and len(found) + 1 == len(self.today.steps)
            and not self._are_apart(left[0], open_today[0])
        ):
            found[left[0]] = open_today[0]  # all others are known

    def _pair(self, of_base: Callable[[StepOutline], str], of_today: Callable[[StepOutline], str]) -> None:
        found, taken = self.matched.steps, set(self.matched.steps.values())
        left = [step for at, step in self.base.steps.items() if at not in found and not step.id]
        open_today = [step for at, step in self.today.steps.items() if at not in taken]
        for one, other in _only_pairs(left, open_today, of_base, of_today):
            if not self._are_apart(one.at, other.at):
                found[one.at] = other.at

    def _are_apart(self, base: str, today: str) -> bool:
        """Whether one step went with its column, and the other came with a new one: with an earlier import."""
        return self.returned.grid.column_of(base) is None and today in self._put_in

    @cached_property
    def _put_in(self) -> frozenset[str]:
        """Steps of today's file that say what a new column says, or have its title, which no step had when it was sent."""
        grid, fold = self.returned.grid, self.fold
        row = grid.row_of(TITLE_LANE)
        columns = [column for column in grid.columns() if column not in grid.steps]
        new = [(fold(grid.text(row, column)), sorted(self._in_column(column))) for column in columns]
        titles = {title for title, _ in new if title} - {
            fold(step.title) for step in self.base.steps.values()
        }
        return frozenset(
            at
            for at, step in self.today.steps.items()
            if not step.id
            and (self._title(step) in titles or (self._title(step), self._texts(step).split("\n")) in new)
        )

    def _title(self, step: StepOutline) -> str:
        """A title that somebody wrote; a number in its place says nothing of the step."""
        said = self.fold(step.title)
        return "" if is_number_of_step(said, self.returned.reading.lang) else said

    def _title_now(self, step: StepOutline) -> str:
        said = self.fold(self.returned.theirs(Key(step.at, "title")).cell.value)
        return "" if is_number_of_step(said, self.returned.reading.lang) else said

    def _texts(self, step: StepOutline) -> str:
        return "\n".join(sorted(f"{item.lane}: {self.fold(item.text)}" for item in step.items()))

    def _texts_now(self, step: StepOutline) -> str:
        """The cards in the step's column as it came back."""
        return "\n".join(sorted(self._now(step)))

    def _now(self, step: StepOutline) -> list[str]:
        column = self.returned.grid.column_of(step.at)
        return self._in_column(column) if column is not None else []

    def _in_column(self, column: int) -> list[str]:
        grid = self.returned.grid
        return [
            f"{lane}: {self.fold(grid.sheet.value(row, column))}"
            for row, lane in grid.lanes.items()
            if lane in STACKED and grid.sheet.text(row, column)
        ]

    def _most_alike(self, step: StepOutline) -> str | None:
        """The step that shares most of its cards, where it shares at least half of them."""
        taken = set(self.matched.steps.values())
        sent, now = set(self._texts(step).split("\n")), set(self._now(step))
        scores: dict[str, float] = {}
        for at, other in self.today.steps.items():
            if at not in taken and not other.id and not self._are_apart(step.at, at):
                texts = set(self._texts(other).split("\n"))
                scores[at] = max(len(texts & said) / len(said) if said else 0 for said in (sent, now))
        best = max(scores, key=lambda at: scores[at], default=None)
        return best if best is not None and scores[best] * 2 >= 1 else None

    # Cards

    def items(self) -> None:
        """Cards by their ids, their texts in their place, as they came back or stand in a flat sheet, both anywhere."""
        today = self.today.items
        by_id = {id_in(at): at for at in today if id_in(at)}
        for at in self.base.items:
            if id_in(at) and id_in(at) in by_id:
                self._take(at, by_id[id_in(at)])
        self._pair_items(self._place_sent, _place_of)
        self._pair_items(self._place_now, _place_of)
        if self.returned.typed_twice:
            self._pair_items(self._place_typed, _place_of)
        self._pair_items(lambda item: ("", item.lane, self.fold(item.text)), lambda item: ("", item.lane))
        self._pair_items(lambda item: ("", "", self.fold(item.text)), lambda _: ("", ""))
        self._pair_items(lambda item: ("", "", self._place_now(item)[2]), lambda _: ("", ""))

    def _take(self, base: str, today: str) -> None:
        self.matched.items[base] = today
        self.used.add(today)

    def _place_sent(self, item: Item) -> tuple[str, str, str]:
        return self.matched.steps.get(item.step, ""), item.lane, self.fold(item.text)

    def _place_now(self, item: Item) -> tuple[str, str, str]:
        grid = self.returned.grid
        spot = self.returned.placed.spots.get(item.at)
        if spot is None:
            return "", "", ""
        step = self.matched.steps.get(grid.steps.get(spot[1], ""), "")
        return step, grid.lanes.get(spot[0], ""), self.fold(self.returned.theirs(item.key).cell.value)

    def _place_typed(self, item: Item) -> tuple[str, str, str]:
        """Where a card was sent, and the text that a flat sheet has of it beside the grid's: perhaps that was taken."""
        typed = self.returned.typed_twice.get(item.at)
        step = self.matched.steps.get(item.step, "")
        return (step, item.lane, self.fold(typed[1].value)) if typed is not None else ("", "", "")

    def _pair_items(
        self, of_base: Callable[[Item], tuple[str, str, str]], place_of: Callable[[Item], tuple[str, str]]
    ) -> None:
        left = [
            item for at, item in self.base.items.items() if at not in self.matched.items and not id_in(at)
        ]
        open_today = [item for at, item in self.today.items.items() if at not in self.used]
        pairs = _only_pairs(left, open_today, of_base, lambda item: (*place_of(item), self.fold(item.text)))
        for one, other in pairs:
            self._take(one.at, other.at)

    # Fail points

    def fail_points(self, facts: Mapping[Key, Value]) -> None:
        """Fail points by what goes wrong, within their action."""
        today: dict[str, list[Key]] = defaultdict(list)
        for key in facts:
            if key.field == "what":
                today[part_of(key.at)[0]].append(key)
        for key, text in self.returned.base.items():
            if key.field != "what":
                continue
            parent = self.matched.address(part_of(key.at)[0])
            said = {self.fold(text), self.fold(self.returned.theirs(key).cell.value)}
            same = [found for found in today.get(parent or "", ()) if self.fold(facts[found]) in said]
            if len(same) == 1:
                for name in ("what", "likelihood", "effect", "recovery"):
                    self.matched.keys[Key(key.at, name)] = Key(same[0].at, name)


def is_number_of_step(said: str, lang: Lang) -> bool:
    """Whether a heading is what stands in place of a title: `Step 3`."""
    before, _, after = words(lang).step.partition("{n}")
    figures = said.removeprefix(before.replace(NO_BREAK, " ")).removesuffix(after)
    return figures != said and figures.isdecimal()


def _place_of(item: Item) -> tuple[str, str]:
    return item.step, item.lane


def _only_pairs(
    left: Iterable[T],
    right: Iterable[T],
    of_left: Callable[[T], Sequence[str]],
    of_right: Callable[[T], Sequence[str]],
) -> list[tuple[T, T]]:
    """Those of both sides that say the same, where as many say it on both sides; in order."""
    ours: dict[Sequence[str], list[T]] = defaultdict(list)
    for one in left:
        if any(of_left(one)):
            ours[of_left(one)].append(one)
    others: dict[Sequence[str], list[T]] = defaultdict(list)
    for other in right:
        others[of_right(other)].append(other)
    return [
        pair
        for said, group in ours.items()
        if len(group) == len(others.get(said, ()))
        for pair in zip(group, others[said], strict=True)
    ]
