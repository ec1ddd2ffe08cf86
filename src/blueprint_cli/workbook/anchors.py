"""The contract between the workbook that goes out and the one that comes back: how every cell is found again.

**The sheet `_bp`** (very hidden) has one row for every cell that may be typed in, whatever its sheet:

| A key | B anchor | C base |
|---|---|---|
| `steps[appeler].frontstage[agent].action` | `=Blueprint!$G$14` | the value that the cell was sent with |

Row 1 holds the headings. Rows whose key starts with `@` say something of the whole workbook, in column C: `@format`
(`blueprint-workbook/1`), `@file` (name without folder), `@sha256` (of the file's bytes), `@lang` (`en` or `fr`, the language of
the cells), `@persona` (the variant that was exported, or empty), `@phases` (`phases_said`: the phase of every
column from left to right), `@shown` (and `@shown2`...: marks of the cells that only show something, see `workbook.shown`).
Spreadsheet programs move the reference in B when people
move the cell; `#REF!` says that its row or column was deleted. An empty base is a cell that was sent empty and belongs to
a fact nevertheless (an emotion that nobody knows yet): text in it sets the fact. Facts of flat sheets that were sent empty have no row here.

**Keys** are made and read by `Key`: the address of a part (`steps[appeler].frontstage[agent]`, as `part.at`, positions where
there is no id), a dot, and the field. Values of facts that have no part of their own carry an entry: `steps[appeler].emotion[vip]`
(`emotion` alone is everybody's), `steps[appeler].thought[0]`, `steps[appeler].quote[1]`. The map's own facts have no address:
`title`, `scenario`. A phase is `phases[ID].title`; while the file declares no phases, ID is the phase's text.
`kind_of(key)` says what values a field takes; `workbook.facts.facts_of` gives key and value of every fact of a blueprint, exactly as
the cells show them: base was made by it, and made again from the file of today it gives "mine".

**The grid** is the sheet that most anchors point at, else the one with `@steps` in A3. Row 3 (hidden) holds the key of each
step from column C on (its id, else its address); column A (hidden) the lane of each row: `@phase` (row 4), `@title` (row 5), one of
`CARD_LANES` (a new text is a new card), one of `TEXT_LANES` (a new text is a new entry of that list), `feeling`, `emotion`, or
`emotion[vip]`. Lanes that start with `=` (`=systems`, `=line.visibility`, `=curve`) show what is typed elsewhere, or nothing: they are
not read. A row without lane belongs to the lane above it; a column without key is a new step. A text of the grid is typed nowhere
else.

**Flat sheets** (cards, risks, steps) are read by row and column, since sorting moves rows under the anchors of `_bp`: column A
(hidden) holds the address of each row's part; a hidden row with `@fields` in A, right above a table's headings, holds the field of each
column (empty or starting with `=`: shown only). So the cell in row `steps[a].backstage[b]` and column `owner` is the fact
`steps[a].backstage[b].owner`. `remark` is the client's own column: its base is always empty. Columns that show what a part stands in have marks, too: `=title` (its
step), `=phase` (that of its step), `=card`, `=lane`, `=text`. A row without address is a new part, and says there where it belongs. Where column A is lost, `_bp` still points
at the cells. A fact is absent (no anchor, and `=` before the fields' value does not matter) where the part cannot have it: evidence
has no times.

**Values.** Texts are in the typography of `@lang`. Times: a whole number of minutes is a number, everything else the text of the file
(`24 h`, `20-40 min`, `instant`). `likelihood` is a number from 0 to 1. `due` is a serial day number (see `serial_of`), a text
(ISO) before March 1900. Owners are names of teams (the word for *unknown* where nobody answers). Systems are names joined by `; `,
each with its way in brackets where that is not the default. Levels (`low`...), yes and the ways are words of the language.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

SHEET = "_bp"
FORMAT = "blueprint-workbook/1"
KEY_COLUMN, ANCHOR_COLUMN, BASE_COLUMN = 1, 2, 3
HEADINGS = ("key", "anchor", "base")
META_FORMAT, META_FILE, META_FINGERPRINT, META_LANG, META_PERSONA, META_PHASES, META_SHOWN = (
    "@format",
    "@file",
    "@sha256",
    "@lang",
    "@persona",
    "@phases",
    "@shown",
)

FINGERPRINT = "blueprint-source-sha256"
"""Name of the document property that holds the same fingerprint as `@sha256`."""

TITLE_ROW, SCENARIO_ROW, STEP_KEY_ROW, PHASE_ROW, STEP_ROW, FIRST_ROW = 1, 2, 3, 4, 5, 6
LANE_COLUMN, LABEL_COLUMN, FIRST_COLUMN = 1, 2, 3
STEPS_MARK, PHASE_LANE, TITLE_LANE, FIELDS_MARK, SHOWN_MARK = "@steps", "@phase", "@title", "@fields", "="

CARD_LANES = ("evidence", "customer", "frontstage", "backstage", "support", "pain_points", "opportunities")
"""Lanes whose cells are parts with a text; an unanchored text is a new one."""

TEXT_LANES = ("thought", "quote")
"""Lanes whose cells are entries of a list of texts."""

REMARK = "remark"

SHOWN_TEXT, SHOWN_STEP, SHOWN_CARD, SHOWN_LANE, SHOWN_PHASE = "=text", "=title", "=card", "=lane", "=phase"
"""What columns of flat sheets show that is typed in the grid: a row's text, its step, its card, its lane, its step's phase."""

OR_NOTHING = '&""'
"""What stands behind the reference to a heading that may be emptied: it would show as a zero."""

Kind = Literal[
    "text", "emotion", "team", "systems", "time", "flag", "level", "share", "day", "remark"
]  # fmt: skip
Value = str | int | float | None
"""What stands in a cell; None and the empty text are the empty cell."""

_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("wait", "work", "elapsed", "target", "limit"), "time"),
    **dict.fromkeys(("manual", "background"), "flag"),
    **dict.fromkeys(("severity", "impact", "effort"), "level"),
    "emotion": "emotion",
    "owner": "team",
    "uses": "systems",
    "likelihood": "share",
    "due": "day",
    REMARK: "remark",
}
IN_COLUMNS = frozenset(_KINDS) - {"emotion"}
"""The fields that are typed in columns of flat sheets alone."""

_KEY = re.compile(r"(?:(?P<at>.+)\.)?(?P<field>[a-z_]+)(?:\[(?P<entry>.*)\])?\Z", re.DOTALL)
_MOST_FIGURES, _MOST_COLUMNS = 5, 16_384
_DAY_ZERO, _FIRST_SAFE_DAY = date(1899, 12, 30), date(1900, 3, 1)


class Key(NamedTuple):
    """The name of one fact.

    Attributes:
        at: address of its part; empty for the map's own facts.
        field: name of the field in the file (`action`, `pain_points` never: its text is `text`), or `remark`.
        entry: persona of an emotion, position of a thought or quote; empty for all others.
    """

    at: str
    field: str
    entry: str = ""

    def __str__(self) -> str:
        entry = f"[{self.entry}]" if self.entry else ""
        return f"{self.at}.{self.field}{entry}" if self.at else f"{self.field}{entry}"

    @property
    def kind(self) -> Kind:
        """What values the field takes."""
        return kind_of(self.field)


def read_key(text: str) -> Key | None:
    """The key that a text names, or None; `read_key(str(key)) == key`."""
    found = _KEY.match(text)
    if not found:
        return None
    at, field, entry = found.groups("")
    return Key(at, field, entry)


def address_shown(mark: str, address: str) -> str:
    """The address of what a column shows in the row of a part."""
    if mark in (SHOWN_STEP, SHOWN_PHASE):
        return address.split("].", 1)[0].removesuffix("]") + "]"
    return address.rsplit(".", 1)[0] if mark == SHOWN_CARD else address


def phases_said(runs: Iterable[tuple[str | None, int]]) -> str:
    """Phases with the number of columns of each, from left to right, as a cell says them: `2=attente=`, a line each."""
    return "\n".join(
        f"{length}={phase.encode('unicode_escape').decode('ascii')}=" if phase else str(length)
        for phase, length in runs
    )


def phases_in(said: str) -> tuple[str | None, ...] | None:
    """The phase of every column from what `phases_said` has said; None where it is something else."""
    found: list[str | None] = []
    for line in said.split("\n"):
        length, _, phase = line.partition("=")
        if not (length.isascii() and length.isdecimal() and len(length) <= _MOST_FIGURES):
            return None
        try:
            name = phase[:-1].encode("ascii").decode("unicode_escape")
            name.encode()  # half a character is none
        except UnicodeError:
            return None
        found += [name or None] * int(length)
        if len(found) > _MOST_COLUMNS:
            return None
    return tuple(found)


def kind_of(field: str) -> Kind:
    """What values a field takes; a text where nothing else is known."""
    return _KINDS.get(field, "text")


def mood_lane(persona: str) -> str:
    """The lane of an emotion's row: `emotion`, or `emotion[vip]`."""
    return str(mood_key("", persona))


def mood_key(at: str, persona: str) -> Key:
    """The key of an emotion of a step; `*` is everybody."""
    return Key(at, "emotion", "" if persona == "*" else persona)


def serial_of(day: date) -> int | None:
    """The number that spreadsheets know a day by; None before March 1900, where they disagree."""
    return (day - _DAY_ZERO).days if day >= _FIRST_SAFE_DAY else None


def day_of(serial: float) -> date | None:
    """The day of a number in a cell of dates; None where it is none."""
    try:
        return _DAY_ZERO + timedelta(days=int(serial))
    except (OverflowError, ValueError):
        return None
