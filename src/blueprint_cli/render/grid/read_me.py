"""The first sheet: what the map is, what the colours say, how it is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.grid.look import height_of
from blueprint_cli.render.grid.page import reference
from blueprint_cli.render.grid.printing import print_tables
from blueprint_cli.workbook.anchors import Key
from blueprint_cli.workbook.grid import LAYERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.language.topics.workbook import WorkbookWords
    from blueprint_cli.render.grid.page import Page
    from blueprint_cli.workbook.showing import Showing

LABEL, TEXT = 1, 2
LABEL_WIDTH, TEXT_WIDTH = 27, 98
_LEAST, _SECTION = 20, 30


class ReadMe:
    """Fills the first sheet, from the top."""

    def __init__(self, page: Page, showing: Showing, told: WorkbookWords) -> None:
        self.page = page
        self.showing = showing
        self.told = told
        self.row = 1

    def fill(self, facts: Iterable[tuple[str, str]], sheets: Iterable[tuple[str, str]], footer: str) -> None:
        """Write title, facts, the way to the other sheets, legend and rules."""
        page, told = self.page, self.told
        page.width(LABEL, LABEL_WIDTH)
        page.width(TEXT, TEXT_WIDTH)
        title = Key("", "title")
        shown = page.ledger.facts[title]
        page.formula(1, LABEL, f"={page.refer(title)}", shown, "title")
        page.height(1, 36)
        self.row = 2
        for heading, value in facts:
            self._pair(heading, value)
        self._section(told.sheets_heading)
        for name, said in sheets:
            page.link(self.row, LABEL, name, "link", reference(name, 1, 1))
            self._explained(name, said)
        self._section(self.showing.words.legend)
        self._legend()
        self._section(told.rules_heading)
        for number, rule in enumerate(told.rules, 1):
            self._pair(f"{number}.", rule)
        page.sheet.sheet_view.showGridLines = False
        print_tables(page, footer)
        setup = page.sheet.page_setup
        setup.orientation, setup.scale, setup.fitToWidth, setup.fitToHeight = "portrait", None, 1, 1
        page.sheet.sheet_properties.pageSetUpPr.fitToPage = True

    def _section(self, heading: str) -> None:
        self.page.height(self.row, 10)
        for column in (LABEL, TEXT):
            self.page.blank(self.row + 1, column, "section")
        self.page.text(self.row + 1, LABEL, heading, "section")
        self.page.height(self.row + 1, _SECTION - 8)
        self.row += 2

    def _pair(self, heading: str, value: str, look: str = "name") -> None:
        self.page.text(self.row, LABEL, heading, look)
        self._explained(heading, value)

    def _explained(self, heading: str, value: str) -> None:
        """What stands beside a heading, in a row that is high enough for both."""
        self.page.text(self.row, TEXT, value, "said")
        tallest = max(height_of(value, TEXT_WIDTH), height_of(heading, LABEL_WIDTH, bold=True))
        self.page.height(self.row, max(tallest + 2, _LEAST))
        self.row += 1

    def _legend(self) -> None:
        for layer in LAYERS:
            self._pair(getattr(self.showing.words, layer), self.told.lanes[layer], f"label {layer}")
            self.page.blank(self.row - 1, LABEL, f"legend {layer}")
        self._pair(self.told.hole, self.told.hole_says, "void frontstage")
        self._pair(self.showing.words.line_visibility, self.told.line_says)
        self._pair(self.showing.words.times, self.told.times_legend)
