"""What the sheets of an OpenDocument file share: looks of tables, columns, rows and pages, and the rules of drop-downs."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from openpyxl.utils import range_boundaries

from blueprint_cli.render.grid.open_charts import FRAME
from blueprint_cli.render.grid.open_formulas import sheet_name
from blueprint_cli.render.grid.open_styles import FOOTER_STYLE, value_style

_PAPER = {8: ("16.54in", "11.69in"), 9: ("11.69in", "8.27in")}
"""Width and height of A3 and A4, across."""


_FRAMES = f'<style:style style:name="{FRAME}" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="none"/></style:style>'


class Automatic:
    """Gathers styles while sheets are written; each is there once."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}
        self._values: dict[str, str] = {}
        self._rules: list[str] = []
        self._pages: list[str] = []
        self._masters: list[str] = []

    def column(self, points: float, *, begins: bool = False) -> str:
        """The style of columns of a width; one may begin a page."""
        page = ' fo:break-before="page"' if begins else ""
        said = f'<style:table-column-properties{page} style:column-width="{points:.2f}pt"/>'
        return self._style("co", "table-column", said)

    def row(self, points: float | None, *, grows: bool, begins: bool = False) -> str:
        """The style of rows of a height; one that grows follows what is typed, and one may begin a page."""
        page = ' fo:break-before="page"' if begins else ""
        height = "" if points is None else f' style:row-height="{points:.2f}pt"'
        fits = "true" if grows or points is None else "false"
        return self._style(
            "ro",
            "table-row",
            f'<style:table-row-properties{page}{height} style:use-optimal-row-height="{fits}"/>',
        )

    def table(self, sheet: Any) -> str:
        """The style of a sheet: hidden or not, its direction, its page."""
        mode = "rl-tb" if sheet.sheet_view.rightToLeft else "lr-tb"
        shown = "true" if sheet.sheet_state == "visible" else "false"
        page = self._page(sheet)
        said = f'<style:table-properties table:display="{shown}" style:writing-mode="{mode}"/>'
        return self._style("ta", "table", said, f' style:master-page-name="{page}"')

    def value(self, fill: Any, font: Any) -> str:
        """The look of cells while a condition holds."""
        known = value_style("", fill, font)
        if known not in self._values:
            self._values[known] = f"value_{len(self._values)}"
        return self._values[known]

    def validations(self, sheet: Any) -> dict[tuple[int, int], str]:
        """The rule of every cell that has one."""
        found: dict[tuple[int, int], str] = {}
        for rule in sheet.data_validations.dataValidation:
            name = f"val{len(self._rules) + 1}"
            first = str(rule.sqref).split(":")[0]
            self._rules.append(_rule(rule, name, f"{sheet_name(sheet.title)}.{first}"))
            for area in str(rule.sqref).split():
                left, top, right, bottom = (number or 0 for number in range_boundaries(area))
                found |= {
                    (row, column): name for row in range(top, bottom + 1) for column in range(left, right + 1)
                }
        return found

    @property
    def rules(self) -> str:
        """`<table:content-validations>`; empty without any."""
        return (
            f"<table:content-validations>{''.join(self._rules)}</table:content-validations>"
            if self._rules
            else ""
        )

    @property
    def styles(self) -> str:
        """Styles of tables, columns, rows and frames."""
        return _FRAMES + "".join(said.replace("@name@", name, 1) for said, name in self._said.items())

    @property
    def value_styles(self) -> str:
        """Styles that conditions apply."""
        return "".join(
            said.replace('style:name=""', f'style:name="{name}"', 1) for said, name in self._values.items()
        )

    @property
    def pages(self) -> tuple[str, str]:
        """Layouts of pages, and the pages that have them."""
        return "".join(self._pages), "".join(self._masters)

    def _style(self, prefix: str, family: str, inner: str, more: str = "") -> str:
        said = f'<style:style style:name="@name@" style:family="{family}"{more}>{inner}</style:style>'
        if said not in self._said:
            self._said[said] = f"{prefix}{len(self._said) + 1}"
        return self._said[said]

    def _page(self, sheet: Any) -> str:
        """Paper, scale and footer of a sheet."""
        name, setup = f"page{len(self._pages) + 1}", sheet.page_setup
        width, height = _PAPER.get(int(setup.paperSize or 9), _PAPER[9])
        if setup.orientation == "portrait":
            width, height = height, width
        across, down = (
            int(count) if count is not None else 1 for count in (setup.fitToWidth, setup.fitToHeight)
        )
        fitted = f'style:scale-to-X="{across}" style:scale-to-Y="{down}"'
        scale = f'style:scale-to="{setup.scale}%"' if setup.scale else fitted
        centred = ' style:table-centering="horizontal"' if sheet.print_options.horizontalCentered else ""
        self._pages.append(
            f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{width}" fo:page-height="{height}" '
            f'style:print-orientation="{setup.orientation or "landscape"}" fo:margin="0.3in" style:first-page-number="continue" {scale}{centred}/>'
            '<style:footer-style><style:header-footer-properties fo:min-height="0.3in" fo:margin="0in" fo:margin-top="0.1in"/></style:footer-style></style:page-layout>'
        )
        small = f'<text:span text:style-name="{FOOTER_STYLE}">'
        footer = escape((sheet.oddFooter.left.text or "").replace("&&", "&"))
        self._masters.append(
            f'<style:master-page style:name="{name}" style:page-layout-name="{name}"><style:header style:display="false"/><style:footer>'
            f"<style:region-left><text:p>{small}{footer}</text:span></text:p></style:region-left><style:region-right><text:p>{small}<text:page-number>1</text:page-number>"
            " / <text:page-count>1</text:page-count></text:span></text:p></style:region-right></style:footer></style:master-page>"
        )
        return name


def _rule(rule: Any, name: str, base: str) -> str:
    """A drop-down of a list; what is not in it is warned of, refused or let be."""
    entries = str(rule.formula1).lstrip("=")
    if entries.startswith('"'):
        entries = ";".join(f'"{entry}"' for entry in entries.strip('"').split(","))
    condition = f"of:cell-content-is-in-list({entries})"
    shown = "true" if rule.showErrorMessage else "false"
    title = f" table:title={quoteattr(rule.errorTitle)}" if rule.errorTitle else ""
    return (
        f'<table:content-validation table:name={quoteattr(name)} table:condition={quoteattr(condition)} table:allow-empty-cell="true" '
        f'table:display-list="unsorted" table:base-cell-address={quoteattr(base)}><table:error-message table:display="{shown}" '
        f'table:message-type="{rule.errorStyle or "stop"}"{title}><text:p>{escape(rule.error or "")}</text:p></table:error-message>'
        "</table:content-validation>"
    )
