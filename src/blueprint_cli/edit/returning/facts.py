"""Values that were typed over: each is compared with what was sent, and with what the file says now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.edit.returning.matching import is_number_of_step
from blueprint_cli.edit.returning.phases import renamed_phases
from blueprint_cli.edit.returning.planning import CHANGED, REMARKS, SETS, SETTLE, UNSURE, Planned
from blueprint_cli.edit.splicing.remarks import has_remark
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.workbook.anchors import Key
from blueprint_cli.workbook.reading.cells import as_text, cell_name
from blueprint_cli.workbook.returning.gone_rows import is_told_by_its_row
from blueprint_cli.workbook.returning.spoken import refuse_bare_number
from blueprint_cli.workbook.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.edit.returning.writing import Writer
    from blueprint_cli.workbook.anchors import Value
    from blueprint_cli.workbook.reading.cells import Cell
    from blueprint_cli.workbook.returning.returned import Theirs

GONE = "the file no longer has it"
_TEXTS = ("action", "text", "title")
"""The fields that hold what a card or a step says."""


def revised_facts(sides: Sides) -> Iterator[Planned]:
    """One revision for every fact that came back otherwise than it was sent."""
    gone = sides.returned.rows_gone
    typed = sides.returned.typed_over
    if sides.phases is not None:  # a heading tells of its phase and of steps: which, the whole row says
        typed = {key: theirs for key, theirs in typed.items() if not key.at.startswith("phases[")}
    for key, theirs in (*typed.items(), *renamed_phases(sides).items()):
        base, value = sides.returned.base.get(key), theirs.cell.value
        if is_told_by_its_row(key, gone) or _goes_with_its_part(sides, key, theirs):
            continue
        if _is_placeholder(sides, key, base, value):
            continue
        today = sides.matched.key(key)
        known = _is_known(sides, today)
        if not known and (sides.matched.exact or (key.field == "elapsed" and today is not None)):
            yield _out_of_place(key, theirs)
            continue
        mine = sides.today.get(today) if today is not None else None
        if known and key.kind != "remark" and theirs.cell.formula is None and sides.same(key, value, mine):
            if key.field in _TEXTS and key.at in sides.returned.typed_twice:
                _note_the_other(sides, key, theirs)
            continue
        if today is not None and not (as_text(value) or theirs.cell.unsaid) and _is_gone(sides, key, today):
            continue
        yield from _told(sides, key, today, theirs)
    if sides.returned.typed_twice:
        yield from _typed_in_a_flat_sheet(sides)


def _told(sides: Sides, key: Key, today: Key | None, theirs: Theirs) -> Iterator[Planned]:
    """What is told of a fact, unless the file says it already in other words."""
    for planned in _revision(sides, key, today, theirs):
        if today is not None and key.field in _TEXTS and key.at in sides.returned.typed_twice:
            yield from _either(sides, key, today, _asked(sides, key, planned))
        elif planned.make is None or not _is_said(sides, today, theirs):
            yield _in_words(sides, key, _asked(sides, key, planned))


def _either(sides: Sides, key: Key, today: Key, planned: Planned) -> Iterator[Planned]:
    """A text of the grid and the other one of a flat sheet; a note where the file says that one: somebody took it, or wrote it."""
    from blueprint_cli.edit.returning.twice import note_left_out, with_the_other

    other = flat_text(sides, key, today)
    if other is not None:
        yield with_the_other(planned, other)
    else:
        text = planned.revision.theirs
        note_left_out(sides, planned.revision.cell, text, cell_name(*sides.returned.typed_twice[key.at][0]))


def _note_the_other(sides: Sides, key: Key, theirs: Theirs) -> None:
    """That a flat sheet says something else, where the file says what the grid does."""
    from blueprint_cli.edit.returning.twice import note_left_out

    spot, cell = sides.returned.typed_twice[key.at]
    if not sides.same(key, cell.value, theirs.cell.value):
        note_left_out(sides, cell_name(*spot), cell.value, theirs.where)


def _typed_in_a_flat_sheet(sides: Sides) -> Iterator[Planned]:
    """Texts of flat sheets where the grid has no other text of that very card, but further cards beside it; what was taken out is told later."""
    outline = sides.returned.outline
    for at in sides.returned.typed_twice:
        key = outline.items[at].key if at in outline.items else Key(at, "title")
        today, theirs = sides.matched.key(key), sides.returned.theirs(key)
        if today is None or today not in sides.today or theirs.fate == "deleted":
            continue
        other = flat_text(sides, key, today)
        if other is not None and key not in sides.returned.typed_over:
            yield other


def flat_text(sides: Sides, key: Key, today: Key) -> Planned | None:
    """What a flat sheet says of a card or a step; None where the file says so already."""
    spot, cell = sides.returned.typed_twice[key.at]
    base, mine = sides.returned.base.get(key), sides.today.get(today)
    if sides.same(key, cell.value, mine):
        return None
    revision = Revision(
        "set", today.at, _field(key), cell_name(*spot), base, cell.value, mine, line=_line(sides, today)
    )
    return _asked(sides, key, _judged(sides, today, Planned(revision, SETS), removal=False))


def _is_known(sides: Sides, today: Key | None) -> bool:
    """Whether today's file has such a fact, or an action that may say how long it takes in all: few do."""
    if today is None:
        return False
    return today in sides.today or (today.field == "elapsed" and sides.action(today.at) is not None)


def _asked(sides: Sides, key: Key, planned: Planned) -> Planned:
    """The same, in conflict where the card that is meant is perhaps another one today."""
    found = sides.outline.items.get(sides.matched.doubtful(key) or "")
    if found is None or planned.make is None or planned.revision.state != "clear":
        return planned
    return planned.with_state("conflict", f"the card says '{as_text(found.text)}' in the file now", SETTLE)


def _is_gone(sides: Sides, key: Key, today: Key) -> bool:
    """Whether the file does not say any more what a client took out: what shows in its place comes from elsewhere."""
    if sides.matched.exact or key.kind in ("flag", "remark"):
        return False
    part = sides.parts.get(today.at)
    if part is None:
        return False
    if today not in sides.today:
        return True
    unsaid = getattr(part, today.field, None) is None
    return unsaid and not sides.same(key, sides.returned.base.get(key), sides.today[today])


def _is_said(sides: Sides, key: Key | None, theirs: Theirs) -> bool:
    """Whether the file says it already in other words: a team by its id and by its name."""
    if key is None or key.kind not in ("team", "systems") or not as_text(theirs.cell.value):
        return False
    data = _data(sides, key, theirs.cell.value)
    if key.kind == "team":
        return bool(data == _written(sides, key))
    action = sides.action(key.at)
    return bool(list(action.uses if action else ()) == data)


def _out_of_place(key: Key, theirs: Theirs) -> Planned:
    """Something typed into a row whose part cannot have it: evidence takes no time."""
    revision = Revision("set", key.at, _field(key), theirs.where, None, theirs.cell.value)
    return Planned(revision).with_state(
        "undecided", "no such thing can be said of it", "leave the cell empty"
    )


def _goes_with_its_part(sides: Sides, key: Key, theirs: Theirs) -> bool:
    """Cards and steps that are gone are told as such; a phase's heading goes with a column, not with the phase."""
    if theirs.fate != "deleted":
        return False
    outline = sides.returned.outline
    item = outline.items.get(key.at) or outline.items.get(str(key))
    if item is not None and item.key == key:
        return True
    step_gone = key.at in outline.steps and sides.returned.grid.column_of(key.at) is None
    return step_gone or not key.at or key.at.startswith("phases[")


def _is_placeholder(sides: Sides, key: Key, base: Value, value: Value) -> bool:
    """The number that stands in place of a title, of this step or of the one that stood there."""
    if key.field != "title" or key.at not in sides.returned.outline.steps:
        return False
    fold, lang = sides.returned.reading.fold, sides.returned.reading.lang
    sent = base is None or is_number_of_step(fold(base), lang)
    return sent and (not as_text(value) or is_number_of_step(fold(value), lang))


def _in_words(sides: Sides, key: Key, planned: Planned) -> Planned:
    """Numbers of minutes and of days as people say them."""
    told = planned.revision
    if key.kind not in ("time", "day"):
        return planned
    base, theirs, mine = (_said(sides, key, value) for value in (told.base, told.theirs, told.mine))
    return planned._replace(revision=told._replace(base=base, theirs=theirs, mine=mine))


def _said(sides: Sides, key: Key, value: Value) -> Value:
    if key.kind == "time" and isinstance(value, (int, float)):
        return f"{as_text(value)} min"
    day = sides.returned.reading.day(value) if key.kind == "day" else None
    return day.isoformat() if day is not None else value


def _revision(sides: Sides, key: Key, today: Key | None, theirs: Theirs) -> Iterator[Planned]:
    if key.kind == "remark":
        if theirs.fate == "stands" and today is not None:
            yield from _remark(sides, key, today, theirs)
        return
    base, value = sides.returned.base.get(key), theirs.cell.value
    known = _is_known(sides, today)
    mine = sides.today.get(today) if today is not None else None
    formula = theirs.cell.unsaid
    removal = not as_text(value) and not formula and key.kind != "flag"
    revision = Revision(
        "delete" if removal else "set",
        today.at if today is not None else key.at,
        _field(key),
        theirs.where,
        base,
        value if as_text(value) else formula or None,
        mine,
        line=_line(sides, today),
    )
    planned = Planned(revision, SETS)
    if not known or today is None:
        yield planned.with_state("conflict", GONE, "--mine leaves it out")
        return
    if formula:
        yield no_formula(planned, theirs.cell, " min" if key.kind == "time" else "")
        return
    judged = _judged(sides, today, planned, removal=removal)
    if key.field == "elapsed":
        from blueprint_cli.edit.returning.elapsed import with_its_parts

        beside = with_its_parts(sides, key, judged)
        yield from [beside] if beside is not None else []
    else:
        yield judged


def no_formula(planned: Planned, cell: Cell, unit: str = "") -> Planned:
    """The same, undecided: a workbook that comes back tells facts, not how they are reckoned."""
    shown = "" if cell.is_error else as_text(cell.value)
    what = f"type what it shows: {shown}{unit}" if shown else "ask for what was meant"
    return planned.with_state("undecided", f"a formula was typed: {cell.unsaid}", what)


def _judged(sides: Sides, today: Key, planned: Planned, *, removal: bool) -> Planned:
    revision = planned.revision
    try:
        data = None if removal else _data(sides, today, revision.theirs)
    except Refusal as refusal:
        return planned.with_state("undecided", refusal.message, refusal.help)

    def make(writer: Writer) -> None:
        if removal:
            writer.unset(today)
        else:
            writer.set(today, data)

    done = Planned(revision, SETS, make)
    told = _written(sides, Key(today.at, today.field)) if today.field == "emotion" else None
    if told is not None and isinstance(told, dict) != bool(today.entry):
        apart = "tells personas apart" if isinstance(told, dict) else "has one emotion for everybody"
        return planned.with_state("undecided", f"the step {apart} in the file", "change it by hand")
    if removal and today.field == "owner" and _inherited(sides, today):
        return planned.with_state("undecided", "the owner is the step's", "change the step's owner")
    if sides.returned.guessed:
        return done.with_state("undecided", UNSURE, SETTLE)
    if not sides.same(today, revision.base, revision.mine):
        return done.with_state("conflict", CHANGED, SETTLE)
    return done


def _data(sides: Sides, key: Key, value: Any) -> Any:
    action = sides.action(key.at) if key.kind == "systems" else None
    return sides.decoding.data(key.kind, value, _written(sides, key), action, key.field)


def _written(sides: Sides, key: Key) -> Any:
    """What is written at a fact now; None where nothing is."""
    route = sides.route(key.at)
    if route is None:
        return None
    box = sides.written(route)
    found = box.get(key.field) if isinstance(box, dict) else box
    if key.entry.isdecimal() and isinstance(found, list):
        return found[int(key.entry)]
    return found


def _inherited(sides: Sides, key: Key) -> bool:
    """Whether an action's owner is the step's, and stays so whatever is taken out of the action."""
    action, item = sides.action(key.at), sides.outline.items.get(key.at)
    step = sides.step(item.step) if item is not None else None
    if action is None or step is None or item is None:
        return False
    return action.owner is None or (item.lane != "customer" and action.owner == step.owner)


def _remark(sides: Sides, key: Key, today: Key, theirs: Theirs) -> Iterator[Planned]:
    text = as_text(theirs.cell.value)
    route = sides.route(today.at)
    if not text or route is None:
        return
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if has_remark(sides.document, sides.document.resolve(route), lines[0]):
        return
    revision = Revision(
        "comment", today.at, key.field, theirs.where, None, text, None, line=sides.line(route)
    )
    planned = Planned(revision, REMARKS, lambda writer: writer.remark(route, lines))
    try:
        refuse_bare_number(theirs.cell.value, sides.returned.reading)
    except Refusal as refusal:
        planned = planned.without_a_way(refusal.message, refusal.help)
    yield planned


def _field(key: Key) -> str:
    return f"{key.field}[{key.entry}]" if key.entry else key.field


def _line(sides: Sides, key: Key | None) -> int | None:
    if key is None:
        return None
    route = sides.route(key.at)
    if route is None:
        return None
    name: str | int = key.field
    full = (*route, name, *([int(key.entry)] if key.entry.isdecimal() else [key.entry] if key.entry else []))
    return sides.line(full)
