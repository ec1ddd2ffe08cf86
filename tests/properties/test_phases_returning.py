"""Whatever the row of phases says when it comes back, the file says it then, and the next import is quiet."""

from __future__ import annotations

import io
from itertools import groupby

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.functional.returning.phases import came, declaring, in_phases, loaded, phases_of, sent

LETTERS = "abcdefg"
sent_phases = st.text("ABC.", min_size=7, max_size=7)
wanted_phases = st.text("ABCN", min_size=7, max_size=7)


def _retyped(text: bytes, wanted: str, *, merged: bool) -> bytes:
    """The workbook with a heading over every step, or merged over every run of steps."""
    book = openpyxl.load_workbook(io.BytesIO(sent(text)))
    grid = book["Blueprint"]
    for area in [str(area) for area in grid.merged_cells.ranges if area.min_row == 4]:
        grid.unmerge_cells(area)
    column = 3
    for title, run in groupby(wanted):
        length = len(list(run))
        for offset in range(length):
            grid.cell(4, column + offset, None if merged and offset else title)
            if merged and offset:
                grid.cell(4, column + offset).value = None
        if merged and length > 1:
            grid.merge_cells(start_row=4, end_row=4, start_column=column, end_column=column + length - 1)
        column += length
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@settings(max_examples=40)
@given(sent_phases, wanted_phases, st.booleans())
def test_the_file_says_what_stands_over_the_steps(before: str, wanted: str, merged: bool) -> None:
    text = in_phases(before)
    book = _retyped(text, wanted, merged=merged)
    told, written = came(book, text)
    assert phases_of(written) == " ".join(
        f"{step}:{phase}" for step, phase in zip(LETTERS, wanted, strict=True)
    )
    assert bool(told) == (before != wanted)
    assert came(book, written)[0] == []
    assert came(sent(written), written)[0] == []


@settings(max_examples=40)
@given(sent_phases.filter(lambda text: set(text) != {"."}), wanted_phases, st.booleans())
def test_declared_phases_are_declared_anew_where_the_columns_have_them(
    before: str, wanted: str, merged: bool
) -> None:
    text = declaring(before)
    book = _retyped(text, wanted, merged=merged)
    told, written = came(book, text)
    assert bool(told) == (before != wanted)
    root = loaded(written)[1]
    titles = {phase.id: phase.title for phase in root.phases}
    assert [titles[step.phase or ""] for step in root.steps] == list(wanted)
    was = [phase.id for phase in loaded(text)[1].phases]
    assert [name for name in titles if name in was] == was
    now, order = list(titles.values()), list(dict.fromkeys(wanted))
    for title in (title for name, title in titles.items() if name not in was):
        if order.index(str(title)):
            assert now[now.index(title) - 1] == order[order.index(str(title)) - 1]
    assert came(book, written)[0] == []
    assert came(sent(written), written)[0] == []
