"""From the shape of a grid to its content, with a word on everything that was guessed or left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError
from blueprint_cli.model.word_lists import UNKNOWN_OWNER
from blueprint_cli.workbook.foreign import values
from blueprint_cli.workbook.foreign.columns import columns_of
from blueprint_cli.workbook.foreign.front_matter import first_row, front_matter
from blueprint_cli.workbook.foreign.headings import LAYERS, SAID, meaning_of
from blueprint_cli.workbook.foreign.leftovers import told_columns, told_leftovers
from blueprint_cli.workbook.foreign.moods import MoodCell, judge_moods
from blueprint_cli.workbook.foreign.shape import LONGEST_LOST, shape_of, short
from blueprint_cli.workbook.foreign.sketch import Sketch, SketchCard, SketchStep
from blueprint_cli.workbook.foreign.times import TIMES, Times
from blueprint_cli.workbook.reading.cells import as_text

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang
    from blueprint_cli.workbook.foreign.headings import Role
    from blueprint_cli.workbook.foreign.shape import Shape
    from blueprint_cli.workbook.reading.cells import Book, Place, Value

_TEXTS = ("thought", "quote", "pain_points", "opportunities", "fail_points", "note")
_NO_LAYERS = ("line", "title", "scenario", "persona", "client", "version", "phase", "step")
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
        self.moods: dict[int, list[MoodCell]] = {}
        self.times = Times(self.guesses)
        self.parted: list[str] = []
        self.accounted: set[Place] = set()

    def sketch(self) -> Sketch:
        """Read row by row, then judge what takes all of a row to be judged."""
        self._tell_shape()
        for row, role in self._roles().items():
            for place in self._filled(row):
                self._read(role, row, place, self._step_at(place), self.sheet.value(row, place))
                self.accounted.add((row, place))
        for row, cells in self.moods.items():
            self.guesses += judge_moods(cells, self._heading(row), self._heading_place(row))
        self.times.judge(self.steps.values())
        self._tell_fail_points()
        self._read_comments()
        self._tell_parted()
        kept = [step for step in self.steps.values() if not step.is_empty]
        self._tell_empty([step.title for step in self.steps.values() if step.is_empty and step.title])
        lang = self._language()
        title, facts = front_matter(self.book, self.shape, self.columns, self.guesses)
        self._account_headings()
        self.guesses += told_leftovers(self.shape, self.accounted)
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
        self.guesses += self.shape.others
        for row, what in ((self.columns.phase_row, "phases"), (self.columns.title_row, "titles of steps")):
            if row is not None and row not in self.shape.headings:
                first = min(self.columns.steps, default=1)
                self.guesses.append(f"{self.shape.name(row, first)}: taken for {what}")
        for column in self.columns.steps if self.columns.titles else ():
            if column not in self.columns.titles and not self.sheet.text(self.columns.title_row or 0, column):
                row = self._top()
                self.guesses.append(
                    f"{self.shape.name(row, column)}: no title stands there: taken for a step without one"
                )
        self.guesses += told_columns(self.shape, self.columns)
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
                    f"{place}: '{short(self._heading(row))}' is left out: it is not where such a row stands"
                )
                self._account_row(row)
            return None
        said, place = self._heading(row), self._heading_place(row)
        above = self.shape.headings.get(row - 1)
        if above is not None and above.role == role and self._heading(row - 1) == said:
            return role
        self.guesses.append(f"{place}: '{short(said)}' taken for {SAID[role]}")
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
            said = short(self.shape.strange[row])
            place = self.shape.name(row, self.shape.column)
            self.guesses.append(f"{place}: '{said}' is left out: no layer of a blueprint is called so")
            self._account_row(row)

    # What was read, and what was not

    def _account_row(self, row: int) -> None:
        """A row that is told as a whole."""
        self.accounted.update((row, column) for column in self.sheet.rows[row])

    def _account_headings(self) -> None:
        """The headings, and what stands above the grid, which is told by itself."""
        for row in self.shape.headings:
            self.accounted.update((row, column) for column in (self.shape.column, self.shape.last))
        top, titled, phased = (
            first_row(self.shape, self.columns),
            self.columns.title_row,
            self.columns.phase_row,
        )
        phases = set(self.columns.phases.values())
        for row, column in self.sheet.cells:
            said = " ".join(self.sheet.text(row, column).split())
            told = row < top or column in self.columns.left_out
            if told or (row == titled and column in self.steps) or (row == phased and said in phases):
                self.accounted.add((row, column))

    def _tell_fail_points(self) -> None:
        for step in self.steps.values():
            if step.bearer_of_fail_points is None and step.texts.get("fail_points"):
                texts = ", ".join(f"'{short(text, LONGEST_LOST)}'" for text in step.texts.pop("fail_points"))
                self.guesses.append(
                    f"{texts}: left out: {step.title or 'the step'} has no action that could fail"
                )

    def _read_comments(self) -> None:
        """Comments on cells: those of a step are notes of it, the others are told."""
        top = self._top()
        for (row, column), text in sorted(self.sheet.comments.items()):
            place, said = self.shape.name(row, column), " ".join(text.split())
            if column in self.owners and row >= top:
                self._step_at(column).texts.setdefault("note", []).append(said)
                self.guesses.append(f"{place}: the comment '{short(said)}' taken for a note of the step")
            else:
                self.guesses.append(
                    f"{place}: the comment '{short(said, LONGEST_LOST)}' is left out: it is on no step"
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
            if role != "evidence" and self.columns.beside is not None:
                self.accounted.add((row, self.columns.beside))
            cards = [SketchCard(text, owner if role != "evidence" else "") for text in texts]
            step.layers.setdefault(role, []).extend(cards)
        elif role in ("emotion", "feeling"):
            self.moods.setdefault(row, []).append(MoodCell(step, value, self.shape.name(row, column)))
        elif role in TIMES:
            place = self.shape.name(row, column)
            self.times.read(role, step, value, self._heading(row), place)
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

    def _read_channel(self, step: SketchStep, value: Value) -> None:
        for name in values.names_in(value):
            channel = values.channel_of(name)
            if channel is not None and not step.channel:
                step.channel = channel
            else:
                step.texts.setdefault("touchpoints", []).append(name)

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
