"""Formulas of a workbook in the words of OpenDocument: `=SUM(Cards!$B$5:$B$9,C1)` is `of:=SUM([$Cards.$B$5:.$B$9];[.C1])`."""

from __future__ import annotations

import re
from functools import lru_cache

from openpyxl.formula import Tokenizer

_RANGE = re.compile(
    r"(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+))!)?(?P<first>\$?[A-Z]{1,3}\$?[0-9]+)(?::(?P<last>\$?[A-Z]{1,3}\$?[0-9]+))?"
)
_NAME = re.compile(r"[A-Za-z0-9_]+")


@lru_cache(maxsize=4096)
def open_formula(formula: str) -> str:
    """A formula that starts with `=`."""
    return f"of:={open_expression(formula)}"


def open_expression(formula: str) -> str:
    """What stands behind the `=` of a formula."""
    # Most formulas of a workbook show one cell.
    alone = open_range(formula[1:])
    if alone:
        return alone
    said = []
    for token in Tokenizer(formula).items:
        if token.type == "OPERAND" and token.subtype == "RANGE":
            said.append(open_range(token.value) or token.value)
        elif token.type == "SEP":
            said.append(";")
        else:
            said.append(token.value)
    return "".join(said)


def open_range(reference: str) -> str:
    """A reference in brackets; empty for what is none."""
    found = _RANGE.fullmatch(reference)
    return f"[{_address(found, '.')}]" if found else ""


def open_area(reference: str) -> str:
    """A reference outside of formulas, `$Lists.$A$2:.$A$30`."""
    found = _RANGE.fullmatch(reference)
    return _address(found, ".") if found else reference


def sheet_name(title: str) -> str:
    """The name of a sheet as references write it."""
    return title if _NAME.fullmatch(title) else "'" + title.replace("'", "''") + "'"


def _address(found: re.Match[str], dot: str) -> str:
    title = found["plain"] or (found["quoted"] or "").replace("''", "'")
    sheet = f"${sheet_name(title)}" if title else ""
    last = f":{dot}{found['last']}" if found["last"] else ""
    return f"{sheet}{dot}{found['first']}{last}"
