"""A workbook that came back and a file: what the client did, and the file's text with it."""

from __future__ import annotations

from functools import partial
from itertools import chain, groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.edit.patching import Unverified
from blueprint_cli.edit.returning.as_sent import AsSent
from blueprint_cli.edit.returning.cards import Stacks, revised_cards
from blueprint_cli.edit.returning.facts import revised_facts
from blueprint_cli.edit.returning.gone_rows import revised_gone_rows
from blueprint_cli.edit.returning.likeness import Likeness
from blueprint_cli.edit.returning.matching import match
from blueprint_cli.edit.returning.new_names import revised_names
from blueprint_cli.edit.returning.phases import revised_phases
from blueprint_cli.edit.returning.planning import ADDS, REMARKS, SETS, Planned, Sides
from blueprint_cli.edit.returning.steps import revised_steps
from blueprint_cli.edit.returning.writing import Writer
from blueprint_cli.edit.splicing.edited import Edited
from blueprint_cli.edit.unified import unified
from blueprint_cli.errors import BlueprintError
from blueprint_cli.source.document import LINE_END
from blueprint_cli.source.patches import NoSmallEdit
from blueprint_cli.workbook.returning.outline import outline_of
from blueprint_cli.workbook.returning.understanding import read_returned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from blueprint_cli.edit.returning.mine import Mine
    from blueprint_cli.language.words import Lang
    from blueprint_cli.source.document import Document
    from blueprint_cli.workbook.anchors import Key, Value
    from blueprint_cli.workbook.reading.cells import Book
    from blueprint_cli.workbook.returning.returned import Returned
    from blueprint_cli.workbook.revisions import Revision, Side

_FEWEST_FAMILIAR = 1 / 3
_APART = (SETS, REMARKS, ADDS)
"""Changes that as a rule have nothing to do with each other."""


class Decisions(NamedTuple):
    """What the person who imports has decided.

    Attributes:
        prune: whether removals are made.
        side: whose side is taken in every conflict, and in what is undecided and can be done.
        takes: the same for single changes, by name or cell.
    """

    prune: bool = False
    side: Side | None = None
    takes: Mapping[str, Side] = MappingProxyType({})


class Imported(NamedTuple):
    """What came of a workbook.

    Attributes:
        revisions: the changes, in the order of the file.
        applied: those that the new text holds.
        notes: what else there is to say.
        edited: the file with them.
        sound: whether the file is sure to load with them: each is a value that was read as the file's own are.
    """

    revisions: tuple[Revision, ...]
    applied: tuple[Revision, ...]
    notes: tuple[str, ...]
    edited: Edited
    sound: bool = False

    @property
    def text(self) -> str:
        """The file's text with the changes, without byte order mark."""
        return self.edited.text

    @property
    def document(self) -> Document:
        """The file with the changes, read again."""
        return self.edited.document


def import_book(
    book: Book,
    mine: Mine,
    decisions: Decisions,
    trouble: Callable[[Document], str] = lambda _: "",
    returned: Returned | None = None,
) -> Imported:
    """Compare a workbook with a file, and make the changes in a copy of its text.

    Args:
        book: the workbook.
        mine: the file.
        decisions: what is decided beforehand.
        trouble: says why a document would not load as a map; empty for one that does.
        returned: the workbook, where it has been understood already.

    Raises:
        BlueprintError: the workbook is not understood, or a decision names no change.
    """
    sides = _sides(book, mine, returned)
    revised = sorted(_revised(sides), key=_place)
    if decisions.takes:
        from blueprint_cli.edit.returning.taking import refuse_unknown

        refuse_unknown(sides, revised, decisions.takes)
    planned = _settled(revised, decisions)
    made = _made(sides, planned, decisions)
    sound = sides.is_told_by_its_text and not mine.is_read and made.is_plain
    if made.applied and not sound and trouble(made.edited.document):
        made = _without_trouble(sides, planned, decisions, trouble)
    return Imported(made.revisions, made.applied, tuple(sides.returned.notes), made.edited, sound)


def _sides(book: Book, mine: Mine, understood: Returned | None) -> Sides:
    def facts(lang: Lang) -> dict[Key, Value]:
        from blueprint_cli.workbook.facts import facts_of

        return facts_of(mine.blueprint, lang)

    returned = understood or read_returned(book, facts, mine.blueprint.lang, mine.fingerprint)
    exact = returned.fingerprint == mine.fingerprint
    if exact:
        _refuse_what_the_file_never_had(returned, mine)
    today = AsSent(returned, mine) if exact else facts(returned.reading.lang)
    outline = returned.outline if exact else outline_of(today.items())
    matched = match(returned, outline, {} if exact else today, exact=exact)
    known = sum(step in matched.steps for step in returned.outline.steps)
    if known < len(returned.outline.steps) * _FEWEST_FAMILIAR:
        raise BlueprintError(
            f"{book.name} was made from another map: {known} of its {len(returned.outline.steps)} steps are in {mine.document.path}",
            "name the blueprint that it was made from after --into",
        )
    return Sides(returned, mine, today, outline, matched)


def _refuse_what_the_file_never_had(returned: Returned, mine: Mine) -> None:
    """The hidden sheet tells of the very file: what it names is there, unless somebody has been at it."""
    outline = returned.outline
    named = [*outline.steps, *(item.at for item in outline.items.values() if not item.key.entry)]
    known = mine.places.cards() if mine.is_told_by_its_text else ()
    stranger = next((at for at in named if at not in known and not mine.has(at)), None)
    if stranger is not None:
        raise BlueprintError(
            f"{returned.book.name}: its hidden sheet _bp names {stranger}, which the file that it was made from does not have",
            "`blueprint render FILE -o NEW.xlsx` makes a workbook that can come back",
        )


def _revised(sides: Sides) -> Iterator[Planned]:
    yield from revised_names(sides)
    stacks = Stacks(sides)
    likeness = Likeness(sides)  # what is there already counts once, in the grid or in a row
    yield from revised_facts(sides)
    yield from revised_gone_rows(sides)
    yield from revised_phases(sides)
    changes: Iterator[Planned] = chain(revised_cards(sides, stacks, likeness), revised_steps(sides, stacks))
    if sides.returned.typed_twice:
        from blueprint_cli.edit.returning.twice import with_texts_beside

        changes = with_texts_beside(sides, changes)
    yield from changes
    if sides.new_phases:  # those that steps were put into
        from blueprint_cli.edit.returning.new_phases import revised_new_phases

        yield from revised_new_phases(sides)
    if sides.returned.tables.new_rows:
        from blueprint_cli.edit.returning.new_rows import revised_rows

        yield from revised_rows(sides, likeness)
    if sides.returned.shown.typed or sides.returned.shown.missing:
        from blueprint_cli.edit.returning.shown import revised_shown  # rarely needed, and much behind it

        yield from revised_shown(sides)


def _place(planned: Planned) -> tuple[int, int]:
    line = planned.revision.line
    return line if line is not None else 1_000_000, planned.rank


# Decisions


def _settled(planned: Sequence[Planned], decisions: Decisions) -> list[Planned]:
    settled = [_settle(entry, decisions) for entry in planned]
    if not any(entry.grounds for entry in settled):
        return settled
    from blueprint_cli.edit.returning.grounds import on_their_grounds

    return on_their_grounds(settled, decisions)


def _settle(planned: Planned, decisions: Decisions) -> Planned:
    if planned.instead is not None:
        from blueprint_cli.edit.returning.twice import chosen

        return chosen(planned, decisions.takes, decisions.side)
    revision = planned.revision
    side = decisions.takes.get(revision.name) or decisions.takes.get(revision.cell)
    if side is None and revision.state != "clear":
        side = decisions.side
    if side is None or (side == "theirs" and planned.make is None):
        return planned
    return planned._replace(revision=revision._replace(settled=side))


# Making


class Made(NamedTuple):
    """The changes as they came out, those that were made, and the file with them.

    Plain ones give values or put in cards, and leave everything else where it is.
    """

    revisions: tuple[Revision, ...]
    applied: tuple[Revision, ...]
    edited: Edited
    is_plain: bool = True


def _made(sides: Sides, planned: Sequence[Planned], decisions: Decisions) -> Made:
    if not planned:
        return Made((), (), Edited(sides.document))
    writer = Writer(sides)
    wanted = sorted((entry for entry in planned if _is_wanted(entry, decisions)), key=_turn)
    revisions = {id(entry): entry.revision for entry in planned}
    done = _made_at_once(writer, wanted)
    wanted = [entry for entry in wanted if id(entry) not in done]
    for _, entries in groupby(wanted, key=lambda entry: entry.rank):
        alike = list(entries)
        done |= _made_together(writer, alike)
        for entry in alike:
            if id(entry) in done:
                continue
            try:
                with writer.draft.whole():
                    entry.make(writer)  # type: ignore[misc]
            except (NoSmallEdit, Unverified):
                told = entry.with_state(
                    "undecided", "the file cannot be changed there by a small edit", "change it by hand"
                )
                revisions[id(entry)] = told.revision._replace(settled="")
            else:
                done.add(id(entry))
    made = [entry for entry in planned if id(entry) in done]
    if any(entry.waits for entry in made):
        from blueprint_cli.edit.returning.grounds import stranded

        held = stranded(planned, made, decisions)
        if held:
            return _made(sides, held, decisions)
    return Made(
        tuple(revisions[id(entry)] for entry in planned),
        tuple(revisions[id(entry)] for entry in made),
        writer.draft.edited,
        all(entry.rank in _APART and not entry.revision.is_removal for entry in made),
    )


def _turn(planned: Planned) -> tuple[int, bool]:
    """When a change is made: phases are renamed before steps are put into them."""
    return planned.rank, not planned.revision.at.startswith("phases[")


def _made_at_once(writer: Writer, wanted: Sequence[Planned]) -> set[int]:
    """Make new cards in one go with everything that comes before them, where all of that goes along.

    What came before and were left would not find its place any more: a new card moves those below it.
    """
    before = [entry for entry in wanted if entry.rank < ADDS]
    added = [entry for entry in wanted if entry.rank == ADDS]
    if not before or not added or any(entry.rank not in _APART for entry in before):
        return set()
    entries = [*before, *added]
    made = writer.draft.together(
        [partial(entry.make, writer) for entry in entries if entry.make], len(before)
    )
    return {id(entries[place]) for place in made}


def _made_together(writer: Writer, entries: Sequence[Planned]) -> set[int]:
    """Make all that goes in one go, again and again; what is left is made one by one, and shows what cannot be."""
    done: set[int] = set()
    left = [entry for entry in entries if entry.rank in _APART]
    while len(left) > 1:
        made = writer.draft.together([partial(entry.make, writer) for entry in left if entry.make])
        if not made:
            break
        done |= {id(left[place]) for place in made}
        left = [entry for entry in left if id(entry) not in done]
    return done


def _without_trouble(
    sides: Sides, planned: Sequence[Planned], decisions: Decisions, trouble: Callable[[Document], str]
) -> Made:
    """The same without the changes that keep the file from loading, the last made first: an order that goes in a circle."""
    kept = list(planned)
    made = _made(sides, kept, decisions)
    for entry in sorted(planned, key=lambda entry: -entry.rank):
        why = trouble(made.edited.document)
        if not why:
            break
        if _is_wanted(entry, decisions):
            index = kept.index(entry)
            told = entry.with_state(
                "undecided", f"with it the file would not load: {why}", "change it by hand"
            )
            kept[index] = told._replace(make=None, revision=told.revision._replace(settled=""))
            without = _made(sides, kept, decisions)
            if _reason(trouble(without.edited.document)) == _reason(why):  # it was not this one
                kept[index] = entry
            else:
                made = without
    return made


def _reason(trouble: str) -> str:
    """What is wrong, without the line on which it is."""
    return trouble.partition(": ")[2]


def _is_wanted(planned: Planned, decisions: Decisions) -> bool:
    revision = planned.revision
    if planned.make is None or revision.settled == "mine":
        return False
    if revision.is_removal and not decisions.prune:
        return False
    return revision.state == "clear" or revision.settled == "theirs"


def unified_diff(document: Document, text: str) -> str:
    """The unified diff of a document and its new text; line ends are shown as LF."""
    lines = unified(_lines(document.text), _lines(text), document.path, "")
    return "".join(f"{line}\n" for line in lines)


def _lines(text: str) -> list[str]:
    lines = LINE_END.split(text)
    return lines[:-1] if lines and not lines[-1] else lines
