"""Whatever is typed into whichever cell: one change comes back, and once it is written nothing more does."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.functional.returning.mine import import_both_ways

from blueprint_cli.edit.returning.importing import Decisions, Imported
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.formats import xlsx
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import Source, load_bytes
from blueprint_cli.workbook.reading.cells import Book, Cell
from blueprint_cli.workbook.reading.opening import book_of
from blueprint_cli.workbook.returning.comparing import Reading
from blueprint_cli.workbook.returning.sent import Anchor, read_sent

LATE = Path(__file__).parents[1] / "functional/returning/late.blueprint.yaml"
TEXTS = st.text(alphabet="aé «»’'\":#-[]{},&*!|>%@?\\=1\n", min_size=1, max_size=12).filter(
    lambda text: bool(text.strip(" \n")) and any(character.isalnum() for character in text)
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": TEXTS,
    "remark": TEXTS,
    "emotion": st.sampled_from([-2, -1, 0, 1, 2, "+1", "−2"]),
    "time": st.sampled_from([1, 90, 2.5, "2 h 30", "3 j", "2-5 jours", "instant", "~20 min"]),
    "team": st.sampled_from(["Logistique", "sav", "inconnu"]),
    "systems": st.sampled_from(["CRM du SAV", "API de suivi (API); crm", "API de suivi (à la main)"]),
    "flag": st.sampled_from(["oui", "x", True]),
    "level": st.sampled_from(["faible", "high", "Moyenne"]),
    "share": st.sampled_from([0.2, "20 %", 1]),
    "day": st.sampled_from([46500, "2027-03-01", "01/03/2027"]),
}


@cache
def sent() -> tuple[Source, Book, tuple[Anchor, ...]]:
    source = load_bytes(LATE.read_bytes(), "late.blueprint.yaml", Path())
    book = book_of(exported(source), "client.xlsx")
    found = read_sent(book)
    assert found
    return source, book, tuple(anchor for anchor in found.anchors if anchor.spot)


def exported(source: Source) -> bytes:
    assert isinstance(source.root, Blueprint)
    return xlsx.render(source.root, Options(source_sha256=source.document.fingerprint()))


def imported(book: Book, source: Source) -> Imported:
    assert isinstance(source.root, Blueprint)
    return import_both_ways(book, source, source.root, Decisions(prune=True))


@given(st.data())
@settings(max_examples=60)
def test_one_cell_is_one_change(data: st.DataObject) -> None:
    source, book, anchors = sent()
    anchor = data.draw(st.sampled_from(anchors))
    value = data.draw(VALUES[anchor.key.kind])
    typed = copy.deepcopy(book)
    assert anchor.spot
    sheet = typed.sheet(anchor.spot.sheet)
    assert sheet
    sheet.cells[anchor.spot.row, anchor.spot.column] = Cell(value)
    found = imported(typed, source)
    if Reading("fr").same(anchor.key.kind, value, anchor.base):
        assert found.revisions == ()
        return
    assert len(found.revisions) <= 1  # a team may be named by its id, which says the same
    assert found.applied == found.revisions
    again = load_bytes(found.text.encode(), "late.blueprint.yaml", Path())
    assert again.sound, again.problems
    assert imported(typed, again).revisions == ()
    assert imported(book_of(exported(again), "fresh.xlsx"), again).revisions == ()
