"""From the shape of a grid to its content, with a word on everything that was guessed or left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.model.word_lists import UNKNOWN_OWNER
from blueprint_cli.workbook.foreign import values
from blueprint_cli.workbook.foreign.columns import columns_of
from blueprint_cli.workbook.foreign.front_matter import front_matter
from blueprint_cli.workbook.foreign.headings import LAYERS, SAID, meaning_of
from blueprint_cli.workbook.foreign.shape import shape_of
from blueprint_cli.workbook.foreign.sketch import Sketch, SketchCard, SketchStep
from blueprint_cli.workbook.reading.cells import as_text

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang
    from blueprint_cli.workbook.foreign.headings import Role
    from blueprint_cli.workbook.foreign.shape import Shape
    from blueprint_cli.workbook.reading.cells import Book, Value

_TIMES = ("wait", "work", "elapsed", "target")
_TEXTS = ("thought", "quote", "pain_points", "opportunities", "fail_points", "note")
_NO_LAYERS = ("line", "title", "scenario", "persona", "client", "version", "phase", "step")
_NOTHING = ("–", "-", "—", "?", "n/a", "na", "/", "x", "0")
"""What people write where there is no time to tell."""
_DASHES = ("–", "-", "—", "/")
_MOST_GAP = 1
_MOST_NAMED = 5
_FRENCH_WORDS = frozenset([
    "le", "la", "les", "des", "du", "un", "une", "et", "est", "sur", "pour", "dans", "au", "avec", "son", "sa",
])  # fmt: skip
_ENGLISH_WORDS = frozenset([
    "the", "of", "and", "to", "a", "in", "is", "for", "on", "with", "his", "her", "their", "an", "at", "by",
])  # fmt: skip


def sketch_of(book: Book) -> Sketch:
    """The content of a grid that was made elsewhere.

    Raises:
        BlueprintError: no sheet has the headings of at least two layers, or there is no step.
    """
    shape = shape_of(book)
    if shape is None:
        raise BlueprintError(
            f"{book.name}: no grid is found in it: no column and no row names two layers",
            "name the rows: Evidence, Customer actions, Frontstage, Backstage, Support processes",
        )
    sketch = _Sketching(book, shape).sketch()
    if not sketch.steps:
        raise BlueprintError(
            f"{book.name}: the grid has headings, and nothing beside them", "fill it in first"
        )
    return sketch


class _Sketching:
    def __init__(self, book: Book, shape: Shape) -> None:
        self.book = book
        self.shape = shape
        self.sheet = shape.sheet
        self.columns = columns_of(shape)
        self.owners = {place: first for first, places in self.columns.steps.items() for place in places}
        self.guesses: list[str] = []
        self.steps = {
            column: SketchStep(self.columns.titles.get(column, ""), self.columns.phases.get(column, ""))
            for column in sorted(self.columns.steps)
        }
        self.moods: dict[int, list[tuple[int, Value]]] = {}
        self.parted: list[str] = []

    def sketch(self) -> Sketch:
        """Read row by row, then judge what takes all of a row to be judged."""
        self._tell_shape()
        for row, role in self._roles().items():
            for place in self._filled(row):
                self._read(role, row, place, self._step_at(place), self.sheet.value(row, place))
        self._judge_moods()
        self._judge_times()
        self._tell_parted()
        kept = [step for step in self.steps.values() if not step.is_empty]
        self._tell_empty([step.title for step in self.steps.values() if step.is_empty and step.title])
        lang = self._language()
        title, facts = front_matter(self.book, self.shape, self.columns, self.guesses)
        return Sketch(title, lang, kept, facts, self.guesses)

    def _tell_empty(self, titles: list[str]) -> None:
        """The columns of a blank grid that nobody needed."""
        if titles:
            verb = "is" if len(titles) == 1 else "are"
            self.guesses.append(f"{', '.join(titles)} {verb} left out: nothing stands there")

    def _tell_parted(self) -> None:
        """The cells that say several things, between semicolons."""
        if self.parted:
            named = ", ".join(self.parted[:_MOST_NAMED])
            more = len(self.parted) - _MOST_NAMED
            others = f" and {more} more" if more > 0 else ""
            self.guesses.append(f"{named}{others}: each semicolon taken for the end of a card")

    def _tell_shape(self) -> None:
        count = len(self.columns.steps)
        way = "rows" if self.shape.turned else "columns"
        self.guesses.append(
            f"sheet '{self.sheet.title}': {count} {'step' if count == 1 else 'steps'}, in {way}"
        )
        self.guesses += [f"sheet '{title}' holds a grid, too: not read" for title in self.shape.others]
        for row, what in ((self.columns.phase_row, "phases"), (self.columns.title_row, "titles of steps")):
            if row is not None and row not in self.shape.headings:
                first = min(self.columns.steps, default=1)
                self.guesses.append(f"{self.shape.name(row, first)}: taken for {what}")
        for column, title in self.columns.left_out.items():
            place = self.shape.name(self.columns.title_row or 1, column)
            self.guesses.append(f"{place}: '{title}' is left out: it is no step")
        if self.columns.beside is not None:
            self.guesses.append(
                f"{self.shape.name(1, self.columns.beside).rstrip('1')}: taken for those who act"
            )

    # Rows

    def _roles(self) -> dict[int, Role]:
        """What each row is; a row without heading belongs to the one above it."""
        found: dict[int, Role] = {}
        current: Role | None = None
        last = 0
        top = self._top()
        for row in self.sheet.rows:
            if row < top:
                continue
            if row in (self.columns.title_row, self.columns.phase_row):
                current = None
            elif row in self.shape.headings:
                current = self._headed(row)
            elif row in self.shape.strange:
                current = None
                self._leave_out(row)
            if self._is_filled(row):
                if current is None or row - last > _MOST_GAP + 1:
                    self._tell_unheaded(row, found)
                    current = current if row in self.shape.headings else None
                if current is not None:
                    found[row] = current
            if row in self.shape.headings or self._is_filled(row):
                last = row
        return found

    def _top(self) -> int:
        """The first row of the grid; what stands above it is said of the whole map."""
        rows = [row for row in (self.columns.title_row, self.columns.phase_row) if row is not None]
        rows += [row for row, heading in self.shape.headings.items() if heading.role in LAYERS]
        rows += [row for row in self.shape.headings if len(self._filled(row)) > 1]
        return min(rows)

    def _filled(self, row: int) -> list[int]:
        return [
            place
            for place in self.sheet.rows.get(row, ())
            if place in self.owners and self.sheet.text(row, place)
        ]

    def _headed(self, row: int) -> Role | None:
        role = self.shape.headings[row].role
        if role in _NO_LAYERS:
            if role != "line" and self._is_filled(row):
                place = self._heading_place(row)
                self.guesses.append(
                    f"{place}: '{_short(self._heading(row))}' is left out: it is not where such a row stands"
                )
            return None
        said, place = self._heading(row), self._heading_place(row)
        above = self.shape.headings.get(row - 1)
        if above is not None and above.role == role and self._heading(row - 1) == said:
            return role
        self.guesses.append(f"{place}: '{_short(said)}' taken for {SAID[role]}")
        return role

    def _heading_place(self, row: int) -> str:
        own = self.sheet.text(row, self.shape.column)
        return self.shape.name(row, self.shape.column if own else self.shape.last)

    def _heading(self, row: int) -> str:
        return self.sheet.text(row, self.shape.column) or self.sheet.text(row, self.shape.last)

    def _is_filled(self, row: int) -> bool:
        return bool(self._filled(row))

    def _leave_out(self, row: int) -> None:
        if self._is_filled(row):
            said = _short(self.shape.strange[row])
            place = self.shape.name(row, self.shape.column)
            self.guesses.append(f"{place}: '{said}' is left out: no layer of a blueprint is called so")

    def _tell_unheaded(self, row: int, found: dict[int, Role]) -> None:
        if found and row not in self.shape.headings and row not in self.shape.strange:
            self.guesses.append(
                f"{self.shape.name(row, self.shape.column)}: a row without a heading is left out"
            )

    # Cells

    def _read(self, role: Role, row: int, column: int, step: SketchStep, value: Value) -> None:
        if role in LAYERS:
            beside = self.sheet.text(row, self.columns.beside) if self.columns.beside is not None else ""
            owner = self._owner(beside, row, column) if beside else ""
            found = values.texts_in(value)
            texts = [part for text in found for part in values.sentences_in(text)]
            if len(texts) > len(found):
                self.parted.append(self.shape.name(row, column))
            cards = [SketchCard(text, owner if role != "evidence" else "") for text in texts]
            step.layers.setdefault(role, []).extend(cards)
        elif role in ("emotion", "feeling"):
            self.moods.setdefault(row, []).append((column, value))
        elif role in _TIMES:
            self._read_time(role, row, column, step, value)
        elif role == "owner":
            said = values.names_in(value) or [as_text(value).strip()]
            names = [step.owner, *(self._owner(name, row, column) for name in said)]
            known = [name for name in names if name not in ("", UNKNOWN_OWNER)]
            step.owner = ", ".join(dict.fromkeys(known)) or next(filter(None, names), "")
        elif role == "channel":
            self._read_channel(step, value)
        elif role in ("systems", "touchpoints"):
            names = values.names_in(value) if role == "systems" else values.parted(value)
            step.texts.setdefault(role, []).extend(names)
        elif role in _TEXTS:
            texts = values.texts_in(value)
            said = [values.without_quotes(text) for text in texts] if role == "quote" else texts
            step.texts.setdefault(role, []).extend(said)

    def _owner(self, name: str, row: int, column: int) -> str:
        if name in _DASHES:
            return ""
        if not values.is_nobody(name):
            return name
        self.guesses.append(f"{self.shape.name(row, column)}: '{name}' is taken for nobody: owner unknown")
        return UNKNOWN_OWNER

    def _read_time(self, role: Role, row: int, column: int, step: SketchStep, value: Value) -> None:
        if as_text(value).casefold() in _NOTHING:
            return
        unit, place = values.unit_in(self._heading(row)), self.shape.name(row, column)
        clock = values.clock_text(value)
        if clock and not values.is_hour_of_day(self._heading(row)):
            step.times[role] = clock
            self.guesses.append(f"{place}: a time as spreadsheets keep it, taken for {clock}")
            return
        try:
            step.times[role] = values.time_text(value, unit)
        except Refusal as refusal:
            self.guesses.append(f"{place}: {refusal.message}: left out ({refusal.help})")

    def _read_channel(self, step: SketchStep, value: Value) -> None:
        for name in values.names_in(value):
            channel = values.channel_of(name)
            if channel is not None and not step.channel:
                step.channel = channel
            else:
                step.texts.setdefault("touchpoints", []).append(name)

    def _judge_times(self) -> None:
        """Durations that are shorter than the waiting beside them leave it out: they are the work."""
        both = [step.times for step in self.steps.values() if {"wait", "elapsed"} <= set(step.times)]
        if not any(values.is_shorter(times["elapsed"], times["wait"]) for times in both):
            return
        for step in self.steps.values():
            if "elapsed" in step.times and "work" not in step.times:
                step.times["work"] = step.times.pop("elapsed")
        self.guesses.append("the durations are shorter than the waits: taken for working times")

    # Moods

    def _judge_moods(self) -> None:
        """Figures of a row are on one scale; faces and signs are figures, words are feelings."""
        for row, cells in self.moods.items():
            numbers = [number for _, value in cells if (number := values.number_of(value)) is not None]
            scale = values.scale_in(self._heading(row)) or values.scale_of(numbers)
            if scale not in (None, (-2, 2)):
                place = self.shape.name(row, self.shape.column)
                self.guesses.append(
                    f"{place}: the figures are taken for a scale from {scale[0]} to {scale[1]}"
                )
            said = [
                self._judge_mood(self._step_at(column), value, scale, self.shape.name(row, column))
                for column, value in cells
            ]
            words = ", ".join(f"'{_short(text)}'" for text in said if text)
            if words:
                place = self._heading_place(row)
                self.guesses.append(
                    f"{place}: {words} taken for feelings; an emotion is a figure from -2 to 2"
                )

    def _judge_mood(self, step: SketchStep, value: Value, scale: tuple[int, int] | None, place: str) -> str:
        """Give a step its emotion or feeling; the words where they are no figure."""
        number, face, own = values.number_of(value), values.face_of(value), values.scaled(value)
        if own is not None:
            step.emotion = values.on_our_scale(*own)
            low, high = own[1]
            said = as_text(value).strip()
            self.guesses.append(
                f"{place}: '{said}' is taken for a figure from {low} to {high}: emotion {step.emotion}"
            )
        elif number is not None and scale is not None:
            step.emotion = values.on_our_scale(number, scale)
        elif number is not None:
            self.guesses.append(f"{place}: {number} is on no scale that is known: left out")
        elif face is not None:
            step.emotion = face
            beside = values.without_faces(as_text(value))
            if any(character.isalpha() for character in beside) and values.face_of(beside) is None:
                step.feeling = step.feeling or beside
        else:
            said = " ".join(as_text(value).split())
            step.feeling = f"{step.feeling}, {said}" if step.feeling else said
            return said
        return ""

    def _step_at(self, column: int) -> SketchStep:
        return self.steps[self.owners[column]]

    # Language

    def _language(self) -> Lang:
        """By the headings; where they say both or nothing, by the small words of the texts."""
        said = Counter(heading.lang for heading in self.shape.headings.values() if heading.lang)
        titles = [meaning_of(title) for title in self.columns.titles.values()]
        said.update(heading.lang for heading in titles if heading is not None and heading.lang)
        if said["fr"] != said["en"]:
            return "fr" if said["fr"] > said["en"] else "en"
        words = Counter(
            word for cell in self.sheet.cells.values() for word in as_text(cell.value).casefold().split()
        )
        french = sum(words[word] for word in _FRENCH_WORDS)
        return "fr" if french > sum(words[word] for word in _ENGLISH_WORDS) else "en"


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= 40 else f"{said[:39]}…"  # noqa: PLR2004 - a message stays on one line
