"""Cells and texts as nearly every program writes them, read by one pattern where a parser would tell of each tag.

What is not written in just that way (comments, prefixes, rich text, an unknown attribute of a cell) is left to the
parser as a whole: the patterns never skip anything, though an attribute of a row may stand twice. They match without
going back, so that no text makes them slow.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blueprint_cli.workbook.reading.archive import Archive

_ENOUGH, _MOST_WAITING = 500_000, 2_000_000
"""Bytes that are gathered before the pattern looks at them, and that may wait for the end of a row."""

# Control characters and what is none stand in no text; CR does, but parsers make LF of it.
_RARE = r"\x00-\x08\x0b-\x1f\ufffe\uffff"
_SAID = rf"[^<&{_RARE}]*+"
_ATTRIBUTES = rf'(?: [A-Za-z][A-Za-z0-9:]*+="[^"<&{_RARE}]*+")*+ ?'
_TEXT = rf"({_SAID}(?:&(?:amp|lt|gt|quot|apos);{_SAID})*+)"
_ROW = rf'<row r="[1-9][0-9]{{0,5}}"(?! r="){_ATTRIBUTES}'
_NO_CELLS = r"(?:/>|></row>)"

_CELL = re.compile(
    rf"(?:</row>{_ROW}(?:{_NO_CELLS}{_ROW})*+>)?"
    r'<c r="([A-Z]{1,3})([1-9][0-9]{0,5})"(?: s="[0-9]{1,6}")?(?: t="(s|n|str|inlineStr|b|e|d)")? ?'
    rf"(?:/>|>(?:(<f){_ATTRIBUTES}(?:/>|>{_TEXT}</f>))?"
    rf"(?:<v(?: ?/>|>{_TEXT}</v>)|<is><t(?: xml:space=\"preserve\")?>{_TEXT}</t></is>)?</c>)"
    r"|(.+)",
    re.DOTALL,
)
_LAST = re.compile(rf"</row>(?:{_ROW}{_NO_CELLS})*+")
# Compiled where they are needed: there is no table of texts in what some programs save.
_WHOLE = rf"(?s)<sst{_ATTRIBUTES}>(.*)</sst>[ \t\n]*"
_SHARED = rf"(?s)<si><t(?: xml:space=\"preserve\")?>{_TEXT}</t></si>|(.+)"
_DECLARED = re.compile(
    rb'<\?xml version="1\.0"(?: encoding="[Uu][Tt][Ff]-8")?(?: standalone="(?:yes|no)")? ?\?>\s*'
)
_OPEN, _CLOSE, _ROW_END = b"<sheetData>", b"</sheetData>", b"</row>"
_ROW_NUMBER = '<row r="'
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))

CellText = tuple[str, str, str, str, str, str, str, str]
"""Letters of the column, row, kind, `<f` where there is a formula, the formula, the value, the text, nothing."""


def without_usual_rows(
    blocks: Iterator[bytes], keep: Callable[[list[CellText], int], None]
) -> Iterator[bytes]:
    """The blocks of a sheet without those rows that the pattern understands, for the parser.

    Args:
        blocks: the sheet, from its beginning.
        keep: takes the cells of rows that were cut out, empty ones, too, and the number of the last of these rows.
    """
    waiting, inside, seen = b"", False, 0
    for block in blocks:
        waiting += block
        if len(waiting) > _MOST_WAITING:
            break
        if not inside and _OPEN in waiting:
            before, _, after = waiting.partition(_OPEN)
            if not _is_plain_start(before):
                break
            yield before + _OPEN
            waiting, inside, seen = after, True, 0
        end = waiting.find(_CLOSE, max(seen - len(_CLOSE), 0)) if inside else -1
        stop = end if end >= 0 else waiting.rfind(_ROW_END) + len(_ROW_END)
        if inside and (end >= 0 or (len(waiting) >= _ENOUGH and stop >= len(_ROW_END))):
            rows = _unusual(waiting[:stop], keep)
            yield rows
            waiting = waiting[stop:]
            if end >= 0 or _may_hide_tags(rows):
                break
        seen = len(waiting)
    yield waiting
    yield from blocks


def _is_plain_start(raw: bytes) -> bool:
    """Whether a part begins in an encoding that is known, and nothing there may hold what looks like the first row."""
    declared = _DECLARED.match(raw)
    return raw[:1] in b"<" and not _may_hide_tags(raw[declared.end() :] if declared else raw)


def _may_hide_tags(raw: bytes) -> bool:
    """Whether a comment, or text that stands unescaped, may hold what looks like rows."""
    return b"<!" in raw or b"<?" in raw


def _unusual(rows: bytes, keep: Callable[[list[CellText], int], None]) -> bytes:
    """Whole rows, unless their cells were found and kept."""
    text = _text(rows)
    found = _CELL.findall(f"</row>{text}") if text else []  # each row begins where another one ends
    if not found or not _LAST.fullmatch(found.pop()[-1]):
        return rows
    keep(found, int(text[text.rindex(_ROW_NUMBER) + len(_ROW_NUMBER) :].partition('"')[0]))
    return b""


def usual_texts(archive: Archive, part: str) -> list[str] | None:
    """The shared texts of a workbook; None where they are many, or written in another way."""
    if archive.sizes[part] > _MOST_WAITING:
        return None
    raw = b"".join(archive.blocks(part))
    declared = _DECLARED.match(raw)
    whole = re.fullmatch(_WHOLE, _text(raw[declared.end() :] if declared else raw))
    found = re.findall(_SHARED, whole[1]) if whole else None
    return (
        None if found is None or any(rest for _, rest in found[-1:]) else [plain(said) for said, _ in found]
    )


def plain(text: str) -> str:
    """A text with its five entities resolved."""
    if "&" in text:
        for entity, sign in _ENTITIES:
            text = text.replace(entity, sign)
    return text


def _text(raw: bytes) -> str:
    """The text of a part, or of some rows; empty where it is none, or holds what no text may hold."""
    try:
        return "" if b"]]>" in raw else raw.decode()
    except UnicodeDecodeError:
        return ""
