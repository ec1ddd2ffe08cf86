"""What a map says, one fact a line, in one order and one way of writing: what `git diff` compares in place of the YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.analysis.differences.showing import Showing
from blueprint_cli.language.durations import Duration, format_exact
from blueprint_cli.model.actions import After
from blueprint_cli.model.key_order import key_order
from blueprint_cli.model.part import Part
from blueprint_cli.model.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.workbook.reading.cells import Book

_STEP = "  "
_SKIPPED = frozenset(("id", "blueprint", "catalog"))
_LOOKED_UP = frozenset(("owner", "system", "phase", "channel", "by", "basis", "from"))
_SINGULAR = {"opportunities": "opportunity", "kpis": "KPI", "uses": "works with", "after": "waits for"}


def facts(blueprint: Blueprint) -> Iterator[str]:
    """The lines of a map: names in place of ids, times in one unit; a line without indentation opens a step."""
    yield from _Facts(blueprint).part(blueprint, "")


def cells(book: Book) -> Iterator[str]:
    """The lines of a workbook: sheet by sheet, row by row, one filled cell a line; formulas as they are."""
    from blueprint_cli.workbook.reading.cells import as_text, letters

    for sheet in book.sheets:
        yield f"Sheet {sheet.title}"
        for (row, column), cell in sorted(sheet.cells.items()):
            shown = f"={cell.formula}" if cell.formula else " ".join(as_text(cell.value).split())
            if shown:
                yield f"{_STEP}{letters(column)}{row}: {shown}"


class _Facts:
    def __init__(self, blueprint: Blueprint) -> None:
        self.showing = Showing(blueprint, "en", typographic=False)

    def part(self, part: Part, indent: str, told: str = "") -> Iterator[str]:
        """The facts of one thing, without those that go without saying and the one that was `told` already."""
        kind = type(part)
        names = kind.fields_by_key()
        for key in key_order(kind):
            name = names.get(key)
            if name is None or key in _SKIPPED or key == told:
                continue
            value = getattr(part, name)
            if value is not None and value != kind.model_fields[name].default and value not in ((), {}):
                yield from self._fact(key, value, indent)

    def _fact(self, key: str, value: Any, indent: str) -> Iterator[str]:
        many = isinstance(value, tuple) and key not in ("days", "hours")
        entries = value.items() if isinstance(value, dict) else enumerate(value) if many else [("", value)]
        if isinstance(value, dict) and not any(isinstance(child, Part) for child in value.values()):
            entries = [("", value)]
        for name, child in entries:
            if isinstance(child, Part):
                yield from self._child(key, str(name), child, indent)
            else:
                yield f"{indent}{_word(key)}: {self._value(key, child)}"

    def _child(self, key: str, name: str, child: Part, indent: str) -> Iterator[str]:
        told, said = self._named(child, name)
        if isinstance(child, Step):
            yield f"Step {said}"
            yield from self.part(child, _STEP, told)
            return
        if key in ("kpis", "channels", "calendars") and said != name:
            said = f"{name} {said}"
        yield f"{indent}{_word(key)}: {said}"
        yield from self.part(child, indent + _STEP, told)

    def _named(self, child: Part, name: str) -> tuple[str, str]:
        """The key that names a thing, and what it says."""
        for key in ("title", "name", "text", "action", "what", "system", "to", "value"):
            value = getattr(child, key, None)
            if value is not None:
                return key, self._value(key, value)
        if isinstance(child, After):
            return "id", self.showing.node(child.id)
        return "", str(child.number) if isinstance(child, Step) else getattr(child, "id", None) or name

    def _value(self, key: str, value: Any) -> str:
        if isinstance(value, Duration):
            return _exact(value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if key == "to":
            return self.showing.value("system" if value in self.showing.blueprint.systems else "to", value)
        if key in ("persona", "only", "serves"):
            return self.showing.value(key, (value,))
        if isinstance(value, str) and key not in _LOOKED_UP:
            return " ".join(value.split())
        return self.showing.value(key, value)


def _word(key: str) -> str:
    word = _SINGULAR.get(key, key)
    return (
        word if word in _SINGULAR.values() else word.removesuffix("s") if key in _LISTS else word
    ).replace("_", " ")


_LISTS = (
    "touchpoints",
    "pain_points",
    "fail_points",
    "teams",
    "systems",
    "personas",
    "channels",
    "calendars",
    "phases",
    "spans",
    "feeds",
    "steps",
)


def _exact(time: Duration) -> str:
    """A time in one way of writing; what runs on another clock than the calendar's stays as it is written."""
    if time.unknown or time.clock != "calendar":
        return " ".join(time.text.split())
    low, high = format_exact(time.low), format_exact(time.high)
    likely = f" ({format_exact(time.likely)})" if time.likely is not None and time.is_range else ""
    said = f"{low} to {high}{likely}" if time.is_range else low
    return f"~{said}" if time.approximate else said
