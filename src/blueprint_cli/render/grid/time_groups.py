"""Times of phases and of owners."""

from __future__ import annotations

import re
from math import fsum
from typing import TYPE_CHECKING

from blueprint_cli.render.grid.look import SMALL, height_of
from blueprint_cli.render.grid.time_rows import (
    FIRST_STEP_ROW,
    NAME,
    PART,
    PHASE,
    ROW,
    SHARE,
    TOTAL,
    WAIT,
    WORK,
    Stretch,
    areas_of,
)
from blueprint_cli.workbook.anchors import Key

if TYPE_CHECKING:
    from blueprint_cli.render.grid.time_rows import TimeRows

_PLAIN_NAME = re.compile(r"[^\W\d_][\w .,&'’()/+-]*")


def phase_table(rows: TimeRows, top: int) -> int:
    """Each phase as the sum of its steps; return the last row."""
    runs = [run for run in rows.grid.phases if run.key]
    w, told = rows.words, rows.told
    rows.title(top, told.by_phase)
    headings = {
        NAME: w.phase, PHASE: told.steps, WAIT: w.wait, WORK: w.work, TOTAL: w.total, SHARE: told.wait_share, PART: told.part,
    }  # fmt: skip
    rows.headings(top + 1, headings, texts=(NAME,))
    row = top + 1
    for key in dict.fromkeys(run.key for run in runs):
        row += 1
        own = [run for run in runs if run.key == key]
        stretches = [(FIRST_STEP_ROW + run.first, FIRST_STEP_ROW + run.last) for run in own]
        if key:
            rows.page.formula(row, NAME, f"={rows.page.refer(key)}", own[0].title, "cell shown")
        rows.page.number(row, PHASE, sum(last - first + 1 for first, last in stretches), "cell count")
        rows.sums[row] = {}
        numbers = rows.counted(number for first, last in stretches for number in range(first, last + 1))
        for column in (WAIT, WORK):
            value = rows.sums[row][column] = fsum(rows.sums[number][column] for number in numbers)
            cells = ((number, column) for number in numbers)
            rows.added(row, column, areas_of(column, numbers), value, "cell clock", cells)
        rows.conclude(row, FIRST_STEP_ROW + len(rows.steps))
        rows.run_out(row, PART + 1)
        rows.page.height(row, ROW)
    return row


def owner_table(rows: TimeRows, top: int) -> Stretch | None:
    """What each owner waits and works, by the owners that stand in the cards."""
    totals = rows.flat.timings.lived.by_owner
    if not totals:
        return None
    w, told, minutes = rows.words, rows.told, rows.minutes
    rows.title(top, told.by_owner)
    headings = {
        NAME: w.owner, PHASE: w.cards, WAIT: w.wait, WORK: w.work, TOTAL: w.total, SHARE: told.wait_share, PART: told.part,
    }  # fmt: skip
    rows.headings(top + 1, headings, texts=(NAME,))
    row = top + 1
    for owner, total in totals.items():
        row += 1
        name = rows.flat.team(owner)
        rows.page.text(row, NAME, name, "cell")
        match = f"{minutes.columns['owner']},{_criterion(name, f'$A{row}')}"
        cards = [action.at for _, _, action in rows.flat.blueprint.actions()]
        own = [at for at in cards if minutes.facts.get(Key(at, "owner")) == name]
        evidence = f'{minutes.columns["address"]},"*.evidence[*"'
        if len(own) == total.actions:
            counted = f"=COUNTIFS({match})-COUNTIFS({match},{evidence})"
            rows.page.formula(row, PHASE, counted, total.actions, "cell count")
        else:
            rows.page.number(row, PHASE, total.actions, "cell count")
        known = total.unknown < total.actions
        for column, field, seconds in ((WAIT, "wait", total.wait_s), (WORK, "work", total.work_s)):
            rows.spent(row, column, field, seconds if known or seconds else None, own, match)
        rows.conclude(row, FIRST_STEP_ROW + len(rows.steps))
        rows.run_out(row, PART + 1)
        rows.page.height(row, max(height_of(name, rows.width_of(NAME), SMALL), ROW))
    return Stretch(top + 1, row)


def _criterion(name: str, cell: str) -> str:
    """What SUMIFS looks for: the cell of a plain name; any other as a text in which no sign means anything but itself."""
    if _PLAIN_NAME.fullmatch(name):
        return cell
    literal = re.sub(r"([~*?])", r"~\1", name).replace('"', '""')
    return f'"={literal}"'
