"""What a client did to a workbook, one entry a change: the vocabulary that edits and reports share."""

from __future__ import annotations

from typing import Literal, NamedTuple

RevisionKind = Literal["set", "add", "add-step", "move", "order", "delete", "comment"]
RevisionState = Literal["clear", "conflict", "undecided"]
Side = Literal["mine", "theirs"]
Shown = str | int | float | bool | None


class Instead(NamedTuple):
    """What a client typed in another cell for the same; the cell is empty where a row or column is gone."""

    cell: str
    theirs: Shown


class Revision(NamedTuple):
    """One change.

    Attributes:
        kind: what was done.
        at: where in the file, as an address: of the part, or of the list that a card is added to; empty for a row of a
            flat sheet, whose place in the file nobody knows.
        field: which field of the part; `action` or `text` is what the card says.
        cell: where in the workbook, `Blueprint!G14`; empty where a row or column is gone.
        base, theirs, mine: the value that was sent, that came back, and that the file has now.
        state: `clear`, `conflict` (the file has changed, too), or `undecided` (it takes a person).
        why: why it is not clear.
        help: what to do about it.
        line: its line in the file before anything is written, or None for a place that is new.
        settled: whose side was taken by an option; empty when none was.
        along: addresses of references to it, which go with it.
        card: what the card says that was carried elsewhere.
        sentence: the change in plain words, where kind and values do not make them.
        instead: what was typed in another cell for the same, and may be taken by that cell.
    """

    kind: RevisionKind
    at: str
    field: str = ""
    cell: str = ""
    base: Shown = None
    theirs: Shown = None
    mine: Shown = None
    state: RevisionState = "clear"
    why: str = ""
    help: str = ""
    line: int | None = None
    settled: Side | Literal[""] = ""
    along: tuple[str, ...] = ()
    card: Shown = None
    sentence: str = ""
    instead: Instead | None = None

    @property
    def name(self) -> str:
        """Address and field, by which it can be settled; what a card says goes by the card's address alone."""
        if self.field in ("", "action", "text", "what"):
            return self.at
        return f"{self.at}.{self.field}" if self.at else self.field

    @property
    def says(self) -> str:
        """The change in plain words."""
        if self.sentence:
            return self.sentence
        base, theirs = self.quoted(self.base), self.quoted(self.theirs)
        with_it = f", and with it {', '.join(self.along)}" if self.along else ""
        moved = f"from {self.base} to {self.theirs}" if self.theirs else f"away from {self.base}"
        return {
            "set": f"{base} → {theirs}" if self.is_told else f"{theirs} was typed there",
            "add": f"{theirs} is new in {self.at}" if self.at else f"new row: {theirs}",
            "add-step": f"step {theirs} is new",
            "move": f"{self.quoted(self.card)}: {moved}" if self.card else moved,
            "order": f"now {self.theirs}; before {self.base}",
            "comment": f"remark: {theirs}",
            "delete": f"{base} is taken out{with_it}",
        }[self.kind]

    @property
    def is_told(self) -> bool:
        """Whether it is known what was sent: of a cell of no fact, which only shows something, mostly nobody knows."""
        return self.base is not None or bool(self.at or self.field)

    @staticmethod
    def quoted(value: Shown) -> str:
        """A value as it is told."""
        if value is None or value == "":
            return "nothing"
        return f'"{value}"' if isinstance(value, str) else str(value)

    @property
    def is_removal(self) -> bool:
        """Whether it takes something away, which `--prune` alone does."""
        return self.kind == "delete"


class Outcome(NamedTuple):
    """What an import found, and what it did.

    Attributes:
        book, file: the two files, as they were named.
        revisions: the changes, in the order of the file.
        notes: what else there is to say, a sentence each.
        applied: the changes that the new text holds.
        diff: the unified diff of the file; empty when nothing would change.
        written: whether the new text was written.
    """

    book: str
    file: str
    revisions: tuple[Revision, ...]
    notes: tuple[str, ...] = ()
    applied: tuple[Revision, ...] = ()
    diff: str = ""
    written: bool = False

    @property
    def left(self) -> tuple[Revision, ...]:
        """What is neither written nor settled."""
        done = set(self.applied) if self.written else set()
        return tuple(
            revision for revision in self.revisions if revision not in done and revision.settled != "mine"
        )
