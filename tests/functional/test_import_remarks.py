"""Remarks on cards that stand in brackets: each is written above its own card."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from blueprint_cli.edit.returning.importing import unified_diff

from .returning.phases import came, imported, loaded, sent

MAP = """blueprint: 1
title: Repair
steps:
  - title: Asks
    evidence: [Paper]
    customer: [Waits, {action: Pays, wait: 5 min}]   # at the desk
    frontstage: ["Smiles, always", Answers]
    backstage: [
      Looks,
      Orders]
    support:
    - Robot
  - {title: Goes, customer: [Leaves, Writes]}
"""
HEAD = "--- map.blueprint.yaml\n+++ map.blueprint.yaml\n"


def _remarked(remarks: dict[str, str], cells: dict[str, Any] | None = None, text: str = MAP) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(sent(text.encode())))
    sheet = book["Cards"]
    column = next(cell.column for cell in sheet[3] if cell.value == "Your remark")
    rows = {sheet.cell(row, 1).value: row for row in range(4, sheet.max_row + 1)}
    for at, remark in remarks.items():
        sheet.cell(rows[at], column).value = remark
    for cell, value in (cells or {}).items():
        book["Blueprint"][cell] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _diff(book: bytes, text: str = MAP) -> str:
    found = imported(book, text.encode())
    assert {(one.kind, one.state) for one in found.revisions} <= {("comment", "clear"), ("add", "clear")}
    assert came(book, found.text.encode())[0] == []
    assert came(sent(found.text.encode()), found.text.encode())[0] == []
    diff = unified_diff(loaded(text.encode())[0].document, found.text)
    assert diff.startswith(HEAD)
    return diff.removeprefix(HEAD)


def test_a_remark_on_a_lone_card_in_brackets() -> None:
    assert (
        _diff(_remarked({"steps[0].evidence[0]": "Which one?\nThe blue one?"}))
        == """\
@@ -2,7 +2,10 @@
 title: Repair
 steps:
   - title: Asks
-    evidence: [Paper]
+    evidence:
+    # client: Which one?
+    # client: The blue one?
+    - Paper
     customer: [Waits, {action: Pays, wait: 5 min}]   # at the desk
     frontstage: ["Smiles, always", Answers]
     backstage: [
"""
    )


def test_remarks_on_several_cards_in_brackets() -> None:
    remarks = {"steps[0].customer[1]": "How much?", "steps[0].frontstage[0]": "Really?", "steps[0].frontstage[1]": "Really?"}  # fmt: skip
    assert (
        _diff(_remarked(remarks))
        == """\
@@ -3,8 +3,15 @@
 steps:
   - title: Asks
     evidence: [Paper]
-    customer: [Waits, {action: Pays, wait: 5 min}]   # at the desk
-    frontstage: ["Smiles, always", Answers]
+    customer:  # at the desk
+    - Waits
+    # client: How much?
+    - {action: Pays, wait: 5 min}
+    frontstage:
+    # client: Really?
+    - "Smiles, always"
+    # client: Really?
+    - Answers
     backstage: [
       Looks,
       Orders]
"""
    )


def test_a_remark_on_a_card_that_gets_company_at_once() -> None:
    assert (
        _diff(_remarked({"steps[0].evidence[0]": "Which one?"}, {"C7": "Letter"}))
        == """\
@@ -2,7 +2,10 @@
 title: Repair
 steps:
   - title: Asks
-    evidence: [Paper]
+    evidence:
+    # client: Which one?
+    - Paper
+    - Letter
     customer: [Waits, {action: Pays, wait: 5 min}]   # at the desk
     frontstage: ["Smiles, always", Answers]
     backstage: [
"""
    )


@pytest.mark.parametrize(
    ("at", "above"),
    [("steps[0].backstage[1]", "      Orders]"), ("steps[1].customer[1]", "  - {title: Goes, customer: [Leaves, Writes]}")],
)  # fmt: skip
def test_a_remark_where_brackets_cannot_be_opened_stands_above_the_line(at: str, above: str) -> None:
    indent = above[: len(above) - len(above.lstrip())]
    found = imported(_remarked({at: "Hm"}), MAP.encode())
    assert found.text == MAP.replace(above, f"{indent}# client: Hm\n{above}")
    assert came(_remarked({at: "Hm"}), found.text.encode())[0] == []


def test_a_remark_that_was_written_above_the_line_before_is_not_written_again() -> None:
    earlier = MAP.replace("    evidence: [Paper]", "    # client: Hm\n    evidence: [Paper]")
    assert came(_remarked({"steps[0].evidence[0]": "Hm"}), earlier.encode())[0] == []


def test_steps_in_brackets_are_opened_too() -> None:
    text = "blueprint: 1\ntitle: Repair\nsteps: [Asks, Waits]  # both\n"
    assert (
        _diff(_remarked({"steps[1].customer[0]": "How long?"}, text=text), text)
        == """\
@@ -1,3 +1,6 @@
 blueprint: 1
 title: Repair
-steps: [Asks, Waits]  # both
+steps:  # both
+  - Asks
+  # client: How long?
+  - Waits
"""
    )
