"""Links of the pictures: what they lead to, how they are built, and that hostile addresses lead nowhere."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from blueprint_cli.cli.maps import read_map
from blueprint_cli.model.related import Neighbour, Related
from blueprint_cli.render.drawing.hyperlinks import address_in, picture_of
from blueprint_cli.render.drawing.papers import PAPERS
from blueprint_cli.render.formats import dot, pdf, svg
from blueprint_cli.render.options import Options

if TYPE_CHECKING:
    from pathlib import Path

    from blueprint_cli.model.blueprint import Blueprint

SVG = "{http://www.w3.org/2000/svg}"
MAP = """\
blueprint: 1
title: The wait
lang: {lang}
parent: {parent}
systems:
  crm: {{name: CRM, note: "See https://crm.example.org/help?a=1&b=2."}}
  erp: ERP
  sms: SMS
steps:
  - {{id: wait, title: Waiting, customer: Waits, frontstage: {{action: Answers, uses: [crm, erp]}}}}
  - {{id: leave, title: Leaving, customer: {{action: Leaves, source: "{source}"}}, frontstage: {{action: Closes, uses: [erp, sms]}}}}
"""
RELATED = Related(
    Neighbour("life cycle.blueprint.yaml", "visit", "Life cycle", "The visit"),
    (Neighbour("parts/queue.blueprint.yaml", "wait", "The queue"),),
)


def _map(
    tmp_path: Path, *, lang: str = "en", parent: str = "up.blueprint.yaml", source: str = "told"
) -> Blueprint:
    path = tmp_path / "map.blueprint.yaml"
    path.write_text(MAP.format(lang=lang, parent=parent, source=source), encoding="utf-8")
    return read_map(str(path)).blueprint


def _links(text: bytes) -> list[tuple[str | None, str | None, str | None]]:
    """Address, title and the id (or class) of the one group in it, of every link."""
    found = []
    for link in ElementTree.fromstring(text).iter(f"{SVG}a"):
        assert [part.tag for part in link] == [f"{SVG}title", f"{SVG}g"]
        title, group = link
        found.append((link.get("href"), title.text, group.get("id") or group.get("class")))
    return found


def test_every_link_of_a_map(tmp_path: Path) -> None:
    made = svg.render(_map(tmp_path), Options(related=RELATED))
    assert _links(made) == [
        ("life%20cycle.svg#step.visit", "Part of: Life cycle › The visit", "parent"),
        ("parts/queue.svg", "In detail: The queue", "step.wait"),
        ("https://crm.example.org/help?a=1&b=2", "Opens https://crm.example.org/help?a=1&b=2", "system.crm.wait"),
        ("#system.erp.leave", "ERP: where else it is used", "system.erp.wait"),
        ("#system.erp.wait", "ERP: where else it is used", "system.erp.leave"),
        ("#system.sms.leave", "Link to SMS", "system.sms.leave"),
    ]  # fmt: skip


def test_titles_of_links_follow_the_language(tmp_path: Path) -> None:
    made = _links(svg.render(_map(tmp_path, lang="fr"), Options(related=RELATED)))
    assert made[0][1] == "Fait partie de\u00a0: Life cycle › The visit"
    assert made[1][1] == "En détail\u00a0: The queue"


def test_a_link_changes_nothing_within_a_card(tmp_path: Path) -> None:
    tree = ElementTree.fromstring(svg.render(_map(tmp_path), Options(related=RELATED)))
    groups = {group.get("id"): group for group in tree.iter(f"{SVG}g") if group.get("id")}
    assert len(groups["system.crm.wait"].findall(f"{SVG}rect")) == 1
    assert len(groups["step.wait"].findall(f"{SVG}rect")) == 1
    assert not list(groups["system.crm.wait"].iter(f"{SVG}a"))


@pytest.mark.parametrize("view", ["blueprint", "journey", "systems", "ladder", "gantt"])
def test_every_view_names_its_parent_above_the_title(tmp_path: Path, view: str) -> None:
    tree = ElementTree.fromstring(
        svg.render(_map(tmp_path, parent="up.blueprint.yaml#visit"), Options(view=view))
    )
    texts = {text.get("class"): text for text in tree.iter(f"{SVG}text")}
    assert "".join(texts["parent"].itertext()) == "Part of: up.blueprint.yaml › visit"
    heights = {name: float(text[0].get("y", "")) for name, text in texts.items() if name}
    assert heights["parent"] < heights["title"] - 8
    assert next(tree.iter(f"{SVG}a")).get("href") == "up.svg#step.visit"


def test_every_anchor_within_a_picture_exists_on_paper_too(tmp_path: Path) -> None:
    tree = ElementTree.fromstring(svg.render(_map(tmp_path), Options(paper=PAPERS["A4"], related=RELATED)))
    ids = {node.get("id") for node in tree.iter()}
    anchors = [link.get("href", "") for link in tree.iter(f"{SVG}a")]
    assert {anchor[1:] for anchor in anchors if anchor.startswith("#")} <= ids
    assert anchors.count("life%20cycle.svg#step.visit") == 1


@pytest.mark.parametrize("paper", [None, "A4"])
def test_links_of_a_pdf_can_be_clicked(tmp_path: Path, paper: str | None) -> None:
    options = Options(paper=PAPERS[paper] if paper else None, related=RELATED)
    pages = PdfReader(io.BytesIO(pdf.render(_map(tmp_path), options))).pages
    found = [note.get_object()["/A"]["/URI"] for page in pages for note in page.get("/Annots", [])]
    assert sorted(found) == ["https://crm.example.org/help?a=1&b=2", "life%20cycle.pdf", "parts/queue.pdf"]


@pytest.mark.parametrize(
    ("file", "step", "expected"),
    [
        ("up.blueprint.yaml", "visit", "up.svg#step.visit"),
        ("../maps/été.blueprint.yml", "", "../maps/%C3%A9t%C3%A9.svg"),
        ("javascript:alert(1).blueprint.yaml", "", "javascript%3Aalert%281%29.svg"),
        ("//evil.example/up.blueprint.yaml", "", "/evil.example/up.svg"),
        ("https://evil.example/up.yaml", "", "https%3A/evil.example/up.svg"),
        ('a".blueprint.yaml', '"><script>', "a%22.svg#step.%22%3E%3Cscript%3E"),
        ("", "visit", ""),
    ],
)
def test_where_the_picture_of_a_file_is(file: str, step: str, expected: str) -> None:
    assert picture_of(file, "svg", step) == expected


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_path_makes_a_scheme_a_host_or_markup(file: str, step: str) -> None:
    made = picture_of(file, "svg", step)
    assert not made.startswith("//")
    assert not set(made) & set(":<>\"'\\ \n\x00&")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://a.example/x_(1)/y?b=1#c, please", "https://a.example/x_(1)/y?b=1#c"),
        ("(http://a.example)", "http://a.example"),
        ("« https://a.example »", "https://a.example"),
        ("Write to mailto:help@a.example.", "mailto:help@a.example"),
        ("javascript:alert(1)", ""),
        ("data:text/html;base64,AAAA vbscript://x ftp://x file:///etc/passwd", ""),
        ("xhttps://a.example", ""),
        ('https://a.example/"onclick="x', "https://a.example/"),
        ("no address", ""),
    ],
)
def test_the_address_in_a_text(text: str, expected: str) -> None:
    assert address_in(text) == expected


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    blueprint = _map(
        tmp_path, parent="'javascript:alert(1)#\"><script>'", source="https://a.example/<script>"
    )
    assert b'URL="javascript:' not in dot.render(blueprint, Options())
    assert b"<script" not in svg.render(blueprint, Options())
    links = _links(svg.render(blueprint, Options()))
    assert links[0][0] == "javascript%3Aalert%281%29.svg#step.%22%3E%3Cscript%3E"
    assert ("https://a.example/", "Opens https://a.example/", "card.leave.customer.0") in links


def test_a_map_with_nothing_to_link_has_no_links(tmp_path: Path) -> None:
    path = tmp_path / "one.blueprint.yaml"
    path.write_text("blueprint: 1\ntitle: One\nsteps: [Waits]\n", encoding="utf-8")
    assert _links(svg.render(read_map(str(path)).blueprint, Options())) == []
