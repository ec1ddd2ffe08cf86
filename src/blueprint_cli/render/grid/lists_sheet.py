"""The hidden sheet of names and words that the drop-downs offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from blueprint_cli.language.topics.workbook import workbook_words
from blueprint_cli.render.grid.page import Page, quoted
from blueprint_cli.workbook.anchors import kind_of

if TYPE_CHECKING:
    from blueprint_cli.workbook.showing import Showing

NAMES = {
    "team": "bp_teams",
    "systems": "bp_systems",
    "level": "bp_levels",
    "severity": "bp_severities",
    "flag": "bp_flags",
    "status": "bp_statuses",
}
"""The defined name behind the drop-downs of each kind of field, and of the one text that has words of its own."""

_SPARE = 20
"""Empty rows below each list: a name that is missing is typed there."""


def lists_of(showing: Showing) -> dict[str, tuple[str, list[str]]]:
    """Heading and entries of every list: what is declared, then what the file names without declaring it."""
    w, blueprint = showing.words, showing.blueprint
    owners = [step.owner for step in blueprint.steps]
    owners += [action.owner for _, _, action in blueprint.actions()]
    owners += [entry.owner for step in blueprint.steps for entry in step.evidence]
    owners += [idea.owner for step in blueprint.steps for idea in step.opportunities]
    teams = dict.fromkeys(showing.team(name) for name in (*blueprint.teams, *filter(None, owners)))
    used = (use.system for _, _, action in blueprint.actions() for use in action.uses)
    systems = dict.fromkeys(showing.show(blueprint.system_name(name)) for name in (*blueprint.systems, *used))
    ideas = (idea for step in blueprint.steps for idea in step.opportunities)
    said = [showing.show(idea.status) for idea in ideas if idea.status]
    return {
        "team": (w.teams, list(dict.fromkeys((*teams, w.unknown)))),
        "systems": (w.systems, list(systems)),
        "level": (w.impact, list(w.degrees.values())),
        "severity": (w.severity, list(w.severities.values())),
        "flag": (w.yes, [w.yes]),
        "status": (w.status, list(dict.fromkeys((*workbook_words(showing.lang).statuses, *said)))),
    }


def fill_lists(page: Page, lists: dict[str, tuple[str, list[str]]]) -> None:
    """Write one list a column, and name it."""
    title = page.sheet.title
    for column, (kind, (heading, entries)) in enumerate(lists.items(), 1):
        page.width(column, 30)
        page.text(1, column, heading, "table head")
        for row, entry in enumerate(entries, 2):
            page.text(row, column, entry, "cell")
        letter, last = get_column_letter(column), max(len(entries), 1) + 1 + _SPARE
        area = f"{quoted(title)}!${letter}$2:${letter}${last}"
        page.sheet.parent.defined_names[NAMES[kind]] = DefinedName(NAMES[kind], attr_text=area)
    page.sheet.sheet_state = "hidden"


def offer(sheet: Any, field: str, area: str, warning: tuple[str, str]) -> None:
    """A drop-down over the cells of a field whose kind has a list; it warns of another owner and refuses nothing."""
    name = NAMES.get(field) or NAMES.get(kind_of(field))
    if name is None:
        return
    validation = DataValidation(type="list", formula1=name, allow_blank=True)
    validation.errorStyle = "warning"
    validation.showErrorMessage = (
        name != NAMES["systems"]
    )  # several systems, and their ways, are typed in one cell
    validation.errorTitle, validation.error = warning
    sheet.add_data_validation(validation)
    validation.add(area)
