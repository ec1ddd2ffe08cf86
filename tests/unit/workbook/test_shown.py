"""The marks of cells that only show something."""

from __future__ import annotations

from blueprint_cli.workbook.shown import mark_of, read_marks, written_marks


def test_marks_come_back_from_as_many_cells_as_they_need() -> None:
    marks = {mark_of("row", number) for number in range(13_000)}
    texts = written_marks(marks)
    assert len(texts) == 3
    assert max(map(len, texts)) < 32_767
    assert read_marks(texts) == marks
    assert texts == written_marks(sorted(marks, reverse=True))


def test_marks_that_somebody_has_been_at_are_none() -> None:
    (text,) = written_marks({1, 2})
    assert read_marks([text]) == {1, 2}
    assert read_marks([text[:-4]]) == read_marks([text, "a"]) == frozenset()


def test_what_makes_no_difference() -> None:
    assert mark_of("a", " x\r\ny ") == mark_of("a", "x\ny")
    assert mark_of("a", 0.1 + 0.2) == mark_of("a", 0.3)
    assert mark_of("a", 2.0) == mark_of("a", 2)
    assert len({mark_of("a", "b"), mark_of("", "b"), mark_of("a", "B"), mark_of("b", "a")}) == 4
