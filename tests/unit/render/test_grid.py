"""The workbook and its text forms: cells at their places, print set-up, bytes, and no text that becomes a formula."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from blueprint_cli.errors import BlueprintError
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.formats import csv as csv_format
from blueprint_cli.render.formats import md, tsv, xlsx
from blueprint_cli.render.grid.strings import put, storable
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load, load_bytes
from blueprint_cli.workbook.anchors import Key

EXAMPLES = Path(__file__).parents[3] / "examples"


def _example(name: str = "colis-en-retard") -> Blueprint:
    root = load(EXAMPLES / f"{name}.blueprint.yaml").root
    assert isinstance(root, Blueprint)
    return root


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(
        io.BytesIO(xlsx.render(_example(), Options(source_name="colis.yaml", source_sha256="ab" * 32)))
    )


def test_the_sheets_are_in_french(book: Any) -> None:
    assert book.sheetnames == [
        "Lisez-moi",
        "Blueprint",
        "Cartes",
        "Étapes",
        "Risques et pistes",
        "Durées",
        "Annuaire",
        "Listes",
        "_bp",
    ]
    assert load_workbook(io.BytesIO(xlsx.render(_example(), Options(lang="en")))).sheetnames == [
        "Read me", "Blueprint", "Cards", "Steps", "Risks and ideas", "Times", "Directory", "Lists", "_bp",
    ]  # fmt: skip


def test_the_grid_stands_at_its_places(book: Any) -> None:
    sheet = book["Blueprint"]
    assert sheet["B1"].value == "Colis en retard"
    assert [sheet.cell(4, column).value for column in range(3, 10)] == [
        "Achat",
        "Attente",
        None,
        "Recherche d’aide",
        None,
        None,
        "Résolution",
    ]
    assert sheet["C5"].value == "Commander"
    assert [sheet.cell(3, column).value for column in (3, 9)] == ["commander", "recevoir"]
    assert {"D4:E4", "F4:H4"} <= {str(area) for area in sheet.merged_cells.ranges}
    lanes = [sheet.cell(row, 1).value for row in range(6, sheet.max_row + 1)]
    assert [name for index, name in enumerate(lanes) if name and name not in lanes[:index]] == [
        "=channel", "evidence", "customer", "emotion", "=curve", "=line.interaction", "frontstage", "=line.visibility", "backstage",
        "=line.internal", "support", "=systems", "=owner", "pain_points", "opportunities", "feeling", "thought", "quote", "=wait", "=work",
        "=elapsed",
    ]  # fmt: skip
    first = lanes.index("evidence") + 6
    assert sheet.cell(first, 2).value == "Preuves physiques"
    assert sheet.cell(first, 3).value == "Page produit et promesse «\u00a0livré demain\u00a0»"
    assert sheet.cell(lanes.index("emotion") + 6, 7).value == -2


def test_screen_and_print(book: Any) -> None:
    sheet = book["Blueprint"]
    assert sheet.freeze_panes == "C6"
    assert sheet.row_dimensions[3].hidden
    assert sheet.column_dimensions["A"].hidden
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 8)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$4:$5", "$B:$B")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert len(sheet._charts) == 1


def test_the_line_of_visibility_is_the_heavier_one(book: Any) -> None:
    sheet = book["Blueprint"]
    styles = {
        sheet.cell(row, 1).value: sheet.cell(row, 3).border.bottom.style
        for row in range(6, sheet.max_row + 1)
        if sheet.cell(row, 3).border.bottom.style in ("thick", "mediumDashed")
    }
    assert styles == {
        "=line.interaction": "mediumDashed",
        "=line.visibility": "thick",
        "=line.internal": "mediumDashed",
    }


def test_the_same_bytes_twice_and_nothing_deflated() -> None:
    first = xlsx.render(_example(), Options())
    assert first == xlsx.render(_example(), Options())
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert {entry.compress_type for entry in packed.infolist()} == {zipfile.ZIP_STORED}
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-10-15T00:00:00Z" in packed.read("docProps/core.xml")


def test_fonts_are_written_in_the_order_of_the_standard() -> None:
    order = ["b", "i", "strike", "u", "sz", "color", "name", "family"]
    with zipfile.ZipFile(io.BytesIO(xlsx.render(_example(), Options()))) as packed:
        styles = packed.read("xl/styles.xml").decode()
    cells, conditions = styles.split("<dxfs")
    fonts = [re.findall(r"<(\w+)", font) for font in re.findall(r"<font>(.*?)</font>", cells)]
    assert len(fonts) > 10
    assert all(font == sorted(font, key=order.index) for font in fonts)
    assert {"sz", "color", "name"} <= set.intersection(*map(set, fonts))
    of_conditions = re.findall(r"<font>(.*?)</font>", conditions)
    assert [re.findall(r"<(\w+)", font) for font in of_conditions] == [["b", "color"]] * 5


def test_the_fingerprint_of_the_source_travels_along(book: Any) -> None:
    assert book.custom_doc_props["blueprint-source-sha256"].value == "ab" * 32


@given(st.text(max_size=30))
@settings(max_examples=120)
def test_no_text_becomes_a_formula(text: str) -> None:
    sheet = Workbook().active
    assert sheet is not None
    cell = sheet["A1"]
    put(cell, text)
    if storable(text):
        assert cell.data_type == "s"
        out = io.BytesIO()
        assert sheet.parent is not None
        sheet.parent.save(out)
        back = load_workbook(out).active
        assert back is not None
        assert back["A1"].data_type == "s"


def test_a_text_longer_than_a_cell_is_refused_by_name() -> None:
    sheet = Workbook().active
    assert sheet is not None
    with pytest.raises(BlueprintError) as error:
        put(sheet["A1"], "x" * 40_000, Key("steps[a].customer[0]", "action"))
    assert error.value.message.startswith("steps[a].customer[0].action: a text of 40000 characters")
    put(sheet["A1"], "x" * 40_000)
    assert str(sheet["A1"].value).endswith("…")


def test_csv_and_tsv_hold_the_grid_and_no_formula() -> None:
    for module, delimiter in ((csv_format, ","), (tsv, "\t")):
        rows = list(
            csv.reader(io.StringIO(module.render(_example(), Options()).decode()), delimiter=delimiter)
        )
        assert rows[1][1:3] == ["Commander", "Attendre"]
        assert {len(row) for row in rows} == {8}
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "@"))]


def test_markdown_tells_the_whole_map() -> None:
    text = md.render(_example(), Options()).decode()
    for said in (
        "# Colis en retard",
        "## Recherche d’aide",
        "### 5. Appeler le service client (43",
        "Point de défaillance",
        "statut du colis",
        "Lien rompu",
    ):
        assert said in text, said
    assert "|---|" in text
    assert md.escaped("a|b<c>*d*\ne") == "a\\|b&lt;c&gt;\\*d\\* e"


def test_owners_are_offered_and_none_is_refused(book: Any) -> None:
    lists = book["Listes"]
    assert lists.sheet_state == "hidden"
    assert "Service client" in [cell.value for cell in lists["A"]]
    assert book.defined_names["bp_teams"].attr_text.startswith("Listes!$A$2:$A$")
    offered = {rule.formula1: rule for rule in book["Cartes"].data_validations.dataValidation}
    assert {"bp_teams", "bp_systems", "bp_flags"} <= set(offered)
    assert {rule.errorStyle for rule in offered.values()} == {"warning"}


def test_an_arabic_map_stands_from_right_to_left() -> None:
    root = load_bytes(
        "blueprint: 1\ntitle: طرد متأخر\nsteps: [يتصل بخدمة العملاء]\n".encode(), "x.yaml", Path()
    ).root
    assert isinstance(root, Blueprint)
    arabic = load_workbook(io.BytesIO(xlsx.render(root, Options())))
    assert all(sheet.sheet_view.rightToLeft for sheet in arabic.worksheets)


def test_what_stands_from_right_to_left_stands_at_the_right_and_the_curve_follows() -> None:
    text = "blueprint: 1\ntitle: طرد متأخر\nsteps:\n- {title: أ, emotion: 1, customer: يتصل}\n- {title: ب, emotion: -1, customer: ينتظر}\n"
    root = load_bytes(text.encode(), "x.yaml", Path()).root
    assert isinstance(root, Blueprint)
    sheet: Any = load_workbook(io.BytesIO(xlsx.render(root, Options())))["Blueprint"]
    assert sheet["B1"].alignment.horizontal == "right"
    assert sheet._charts[0].x_axis.scaling.orientation == "maxMin"


def test_the_first_sheet_says_how_to_edit_and_takes_its_title_from_the_grid(book: Any) -> None:
    sheet = book["Lisez-moi"]
    assert sheet["A1"].value == "=Blueprint!$B$1"
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    for said in (
        "Où se trouve quoi",
        "Légende",
        "Comment modifier",
        "Trou dans le service",
        "colis.yaml",
        "4.",
    ):
        assert said in texts


def test_the_empty_grid_asks_its_questions() -> None:
    for lang, said in (
        ("fr", "Que fait le client\u00a0?"),
        ("en", "What does the customer do?"),
    ):
        content = xlsx.blank(6, Options(lang=lang))  # type: ignore[arg-type]
        assert content == xlsx.blank(6, Options(lang=lang))  # type: ignore[arg-type]
        sheet = load_workbook(io.BytesIO(content))["Blueprint"]
        assert sheet.max_column == 8
        assert said in [cell.value for cell in sheet["B"]]
    with pytest.raises(BlueprintError, match="1 to 200 steps, not 0"):
        xlsx.blank(0, Options())


def test_the_times_are_drawn_as_bars(book: Any) -> None:
    shares, loads = book["Durées"]._charts
    assert (shares.grouping, loads.grouping) == ("percentStacked", "stacked")
    assert [len(chart.series) for chart in (shares, loads)] == [2, 2]


def test_cards_begin_with_the_phase_and_say_the_channel_where_people_meet(book: Any) -> None:
    sheet = book["Cartes"]
    headings = [cell.value for cell in sheet[3]]
    assert headings[1:9] == [
        "Phase",
        "Étape",
        "Couche",
        "Texte",
        "Responsable",
        "Systèmes",
        "Canal",
        "Attente",
    ]
    said = [[cell.value for cell in row][1:8] for row in sheet.iter_rows(min_row=4, max_row=8)]
    assert {tuple(row[:2]) for row in said} == {('=Blueprint!$C$4&""', "=Blueprint!$C$5")}
    assert [(row[2].strip('="'), row[6]) for row in said] == [
        ("Preuves physiques", "Web"), ("Preuves physiques", "Web"), ("Actions du client", "Web"), ("Actions visibles", "Web"),
        ("Actions invisibles", None),
    ]  # fmt: skip
    assert sheet.freeze_panes == "D4"


def test_times_of_steps_add_up_the_cards(book: Any) -> None:
    sheet = book["Durées"]
    assert sheet["A9"].value == "=Blueprint!$G$5"
    assert sheet["C9"].value.startswith("=SUMIFS(Cartes!$")
    assert sheet["C9"].value.endswith('"steps[appeler].*")/1440')
    assert sheet["E9"].value == "=SUM(C9:D9)"
    assert sheet["H9"].value == "=H8+E9"
    assert sheet["I9"].value == "=I8+N(J8)"
    assert sheet["J7"].value == "=E7", "a single card takes the time of its step"
    assert not isinstance(sheet["J9"].value, str), "two cards side by side do not"
    (row,) = [cell.row for cell in sheet["A"] if cell.value == "Total"]
    assert sheet.cell(row, 3).value == f"=SUM(C{row - 7}:C{row - 1})"
    assert sheet.cell(row, 6).value == f'=IF(E{row}=0,"",N(C{row})/E{row})'
    grid = book["Blueprint"]
    (waits,) = [row for row in grid.iter_rows() if row[0].value == "=wait"]
    assert waits[6].value == "=IF('Durées'!$C$9=0,\"–\",'Durées'!$C$9)"


def test_times_that_no_sum_tells_are_figures_and_said_to_be() -> None:
    root = load_bytes(
        b"blueprint: 1\ntitle: T\ncalendars: {office: {days: mon-fri, hours: '09:00-17:00'}}\n"
        b"steps:\n  - title: A\n    customer: {action: a, wait: 2 working days}\n  - title: B\n    customer: b\n",
        "x.yaml",
        Path(),
    ).root
    assert isinstance(root, Blueprint)
    sheet = load_workbook(io.BytesIO(xlsx.render(root, Options())))["Times"]
    assert "italics were computed when the workbook was made" in sheet["A2"].value
    assert sheet["C6"].value.startswith("=IF(SUMIFS("), (
        "a step without a time is unknown until somebody types one"
    )
    shown = load_workbook(io.BytesIO(xlsx.render(root, Options())), data_only=True)["Times"]
    assert shown["C6"].value == "?"


def test_addresses_are_not_printed(book: Any) -> None:
    sheet = book["Cartes"]
    heading = [cell.value for cell in sheet[3]]
    last = sheet.print_area.replace("$", "").split(":")[1].rstrip("0123456789")
    assert sheet[f"{last}3"].value == "Votre remarque"
    assert heading[-3:] == ["Adresse", "@wait", "@work"]
    assert all(sheet.column_dimensions[cell.column_letter].hidden for cell in sheet[3][-2:])


def test_tables_have_speaking_names_that_no_two_share(book: Any) -> None:
    names = [name for sheet in book for name in sheet.tables]
    assert {"tblCards", "tblSteps", "tblFailPoints", "tblPainPoints", "tblOpportunities"} <= set(names)
    assert {"tblTeams", "tblSystems", "tblFeeds"} <= set(names)
    assert len(names) == len(set(names))
    for sheet in book:
        for table in sheet.tables.values():
            headings = [cell.value for cell in sheet[table.ref][0]]
            assert [column.name for column in table.tableColumns] == headings


def test_sheets_lead_to_each_other(book: Any) -> None:
    start = {cell.hyperlink.location for row in book["Lisez-moi"] for cell in row if cell.hyperlink}
    assert {"Blueprint!$A$1", "Cartes!$A$1", "'Risques et pistes'!$A$1"} <= start
    for title in ("Blueprint", "Cartes", "Étapes", "Durées", "Annuaire"):
        places = [cell.hyperlink.location for cell in book[title][1] if cell.hyperlink]
        assert places == ["'Lisez-moi'!$A$1"]
    cards = book["Cartes"]
    jumps = {
        row[4].value: row[3].hyperlink.location for row in cards.iter_rows(min_row=4) if row[3].hyperlink
    }
    assert jumps
    assert all(f"={place}" == shown for shown, place in jumps.items())


def test_where_an_opportunity_stands_is_offered(book: Any) -> None:
    column = next(column for column in book["Listes"].iter_cols() if column[0].value == "Statut")
    assert [cell.value for cell in column if cell.value] == [
        "Statut", "proposée", "décidée", "en cours", "faite", "abandonnée",
    ]  # fmt: skip
    rules = book["Risques et pistes"].data_validations.dataValidation
    assert "bp_statuses" in {rule.formula1 for rule in rules}


def test_a_french_workbook_writes_days_and_times_in_french() -> None:
    root = load_bytes(
        b"blueprint: 1\ntitle: T\nsteps:\n  - title: A\n    customer: {action: a, wait: 18 d}\n"
        b"    opportunities: [{text: o, due: 2027-01-31}]\n",
        "x.yaml",
        Path(),
    ).root
    assert isinstance(root, Blueprint)
    french = load_workbook(io.BytesIO(xlsx.render(root, Options(lang="fr"))))
    shown = {str(cell.value): cell for sheet in french for row in sheet for cell in row if cell.value}
    assert "18\u00a0j" in shown
    assert (
        next(cell for text, cell in shown.items() if text.startswith("2027-01-31")).number_format
        == "dd/mm/yyyy"
    )


def test_a_workbook_that_is_too_large_to_come_back_says_so_when_it_goes_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    xlsx.render(_example(), Options(notify=told.append))
    assert told == []
    monkeypatch.setattr("blueprint_cli.render.grid.book.MOST_CELLS", 100)
    xlsx.render(_example(), Options(notify=told.append))
    assert len(told) == 1
    assert "'blueprint import' takes at most 100 back: cut the map in two" in told[0]


def test_decimals_are_french_in_a_french_workbook_wherever_it_is_opened(book: Any) -> None:
    code = '[=0]{}"–";[<0.0416666][m]" min";[h]" h "mm'
    assert book["Blueprint"]["C39"].number_format == code.format("[$-40C]")
    english = load_workbook(io.BytesIO(xlsx.render(_example(), Options(lang="en"))))
    assert english["Blueprint"]["C39"].number_format == code.format("")


def test_characters_that_no_workbook_can_hold_are_told() -> None:
    raw = b'blueprint: 1\ntitle: Odd\nsteps:\n  - {title: One, customer: ["Rings \\x07", "Rings \\x08 twice"]}\n'
    root = load_bytes(raw, "odd.yaml", EXAMPLES).root
    assert isinstance(root, Blueprint)
    told: list[str] = []
    book = load_workbook(io.BytesIO(xlsx.render(root, Options(notify=told.append))))
    assert told == [
        "steps[0].customer[0].action and 1 more: characters that no workbook can hold became \ufffd"
    ]
    assert "Rings \ufffd" in {cell.value for row in book["Blueprint"] for cell in row}
