"""What a sheet checks while somebody types: drop-downs, and colours that follow the value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from blueprint_cli.render.grid.look import colour, fill

if TYPE_CHECKING:
    from blueprint_cli.language.topics.workbook import WorkbookWords

_MOODS = {
    "-2": ("#f4b8b0", "bad"),
    "-1": ("#fae0dc", "bad"),
    "0": ("#f5edcf", "mid"),
    "1": ("#dcefe3", "good"),
    "2": ("#b5dfc5", "good"),
}
"""Ground and ink of an emotion."""


def choose_mood(sheet: Any, area: str, words: WorkbookWords) -> None:
    """Whole numbers from -2 to 2, by a list, each in its colour; an empty cell has none."""
    validation = DataValidation(type="list", formula1='"2,1,0,-1,-2"', allow_blank=True)
    validation.showErrorMessage, validation.errorStyle = True, "stop"
    validation.errorTitle, validation.error = words.mood_title, words.mood_error
    sheet.add_data_validation(validation)
    validation.add(area)
    first = area.split(":", 1)[0]
    for value, (tint, ink) in _MOODS.items():
        rule: Any = CellIsRule(  # type: ignore[no-untyped-call]
            operator="equal", formula=[value], fill=_ground(tint), font=_ink(ink)
        )
        if value == "0":
            rule = _zero(first, tint, ink)
        sheet.conditional_formatting.add(area, rule)


def _zero(first: str, tint: str, ink: str) -> Any:
    """An empty cell equals 0; it is not one."""
    from openpyxl.formatting.rule import FormulaRule

    formula = f"AND(ISNUMBER({first}),{first}=0)"
    return FormulaRule(  # type: ignore[no-untyped-call]
        formula=[formula], fill=_ground(tint), font=_ink(ink)
    )


def _ink(role: str) -> Any:
    """In a conditional format a font has no name and no size: spreadsheets change neither."""
    return Font(bold=True, color=colour(role))


def _ground(tint: str) -> Any:
    """In a conditional format the ground is the background colour."""
    ground = fill(tint)
    ground.bgColor = ground.fgColor
    return ground
