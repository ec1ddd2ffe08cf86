"""`--paper` and `--blank`: bands of steps on pages, letters where links leave, and an empty canvas."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from blueprint_cli.cli.maps import read_map
from blueprint_cli.errors import BlueprintError
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.drawing.arrows import arrows_of
from blueprint_cli.render.drawing.bands import band_scenes
from blueprint_cli.render.drawing.canvas import NOTE
from blueprint_cli.render.drawing.content import content_of
from blueprint_cli.render.drawing.papers import MM, PAPERS, paper_of
from blueprint_cli.render.formats import dot, pdf, svg
from blueprint_cli.render.options import Options
from blueprint_cli.render.scenes import blank_pages, pages_of
from blueprint_cli.source.loading import load_bytes

EXAMPLE = Path(__file__).parents[3] / "examples" / "colis-en-retard.blueprint.yaml"
LOOP = """
blueprint: 1
title: Remboursement
lang: fr
steps:
  - {title: Payer, customer: Paie}
  - {id: envoyer, title: Envoyer, customer: {action: Photographie la facture et l’envoie de chez lui, wait: 10 min}}
  - {title: Vérifier, evidence: Avis, customer: {action: Attend une réponse, wait: 3 j}, pain_points: Aucune nouvelle, next: [{to: recevoir, probability: 80%}, {to: envoyer, probability: 20%, label: pièce illisible}]}
  - {id: recevoir, title: Recevoir, customer: Voit le virement}
"""
SVG = "{http://www.w3.org/2000/svg}"
LATE = read_map(str(EXAMPLE), None).blueprint


def picture(name: str, **more: object) -> ElementTree.Element:
    return ElementTree.fromstring(svg.render(LATE, Options(paper=PAPERS[name], **more)))  # type: ignore[arg-type]


def test_every_page_repeats_what_a_reader_needs() -> None:
    tree = picture("A4")
    pages = [group for group in tree.iter(f"{SVG}g") if group.get("class") == "page"]
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        classes = [group.get("class", "") for group in page.iter(f"{SVG}g")]
        assert [css for css in classes if css.startswith("lane ")] == [
            "lane evidence", "lane customer", "lane frontstage", "lane backstage", "lane support"
        ]  # fmt: skip
        assert "step" in classes
        text = " ".join(page.itertext())
        assert "Colis en retard" in text
        assert f"{number}/{len(pages)}" in text
    assert "transform" not in ElementTree.tostring(tree, encoding="unicode")


def test_no_id_stands_twice_and_every_step_once() -> None:
    tree = picture("A4")
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    steps = [group.get("id") for group in tree.iter(f"{SVG}g") if group.get("class") == "step"]
    assert len(steps) == len(LATE.steps)


def test_a_bracket_stays_open_where_its_stretch_goes_on() -> None:
    found = [
        line.points
        for page in pages_of(LATE, Options(), PAPERS["A4"])
        for line in page.scene.lines
        if line.css == "bracket broken"
    ]
    first, *between, last = found
    assert len(first) == len(last) == 3
    assert first[0][1] > first[1][1] == first[-1][1]
    assert last[0][1] == last[1][1] < last[-1][1]
    assert all(len(points) == 2 for points in between)


def test_a_link_that_leaves_a_page_goes_on_at_the_same_letter() -> None:
    whole = ElementTree.fromstring(svg.render(LATE, Options()))

    def ends(tree: ElementTree.Element) -> list[tuple[str | None, str | None]]:
        return [
            (path.get("data-from"), path.get("data-to"))
            for path in tree.iter(f"{SVG}path")
            if path.get("class", "").startswith("link ")
        ]

    tree = picture("A4")
    cut = ends(tree)
    assert set(cut) == set(ends(whole))
    letters = [
        "".join(text.itertext())
        for group in tree.iter(f"{SVG}g")
        if group.get("class") == "letter"
        for text in group.iter(f"{SVG}text")
    ]
    assert letters
    assert sorted(letters) == sorted(2 * sorted(set(letters)))
    assert len(cut) == len(ends(whole)) + len(set(letters))


@pytest.mark.parametrize("name", PAPERS)
def test_everything_stays_within_the_margins(name: str) -> None:
    paper = PAPERS[name]
    for page in pages_of(LATE, Options(), paper):
        assert {round(page.width, 2), round(page.height, 2)} == {
            round(paper.width, 2),
            round(paper.height, 2),
        }
        scene = page.scene
        for box in (*scene.boxes, *scene.headings, *scene.labels, *scene.legend):
            assert box.x >= paper.margin - 0.6
            assert box.x + box.w <= page.width - paper.margin + 0.6
            assert box.y >= paper.margin - 0.6
            assert box.y + box.h <= page.height - paper.margin + 0.6


def test_pdf_has_real_pages_and_the_same_bytes() -> None:
    options = Options(paper=PAPERS["A3"])
    made = pdf.render(LATE, options)
    book = PdfReader(io.BytesIO(made))
    assert len(book.pages) == len(pages_of(LATE, options, PAPERS["A3"]))
    sides = {
        round(float(side)) for page in book.pages for side in (page.mediabox.width, page.mediabox.height)
    }
    assert sides == {1191, 842}
    assert "Colis en retard" in (book.metadata.title or "") if book.metadata else False
    assert made == pdf.render(LATE, options)
    assert "Commander" in book.pages[0].extract_text()


def test_dot_has_one_graph_a_page() -> None:
    graphs = dot.pages(LATE, Options(), PAPERS["A4"])
    assert len(graphs) == len(pages_of(LATE, Options(), PAPERS["A4"]))
    assert all(graph.startswith(b"digraph") for graph in graphs)


def test_words_that_become_too_small_are_told() -> None:
    heard: list[str] = []
    pages_of(LATE, Options(notify=heard.append), PAPERS["16:9"])
    assert re.fullmatch(
        r"on 16:9 the words are \d\.\d points high; a larger --paper, --detail simple or fewer --rows make them larger",
        heard[0],
    )


def test_unknown_paper() -> None:
    assert paper_of("a3") is PAPERS["A3"]
    for name in ("lettre", "A7"):
        with pytest.raises(BlueprintError, match=f"there is no paper '{name}'") as raised:
            paper_of(name)
        assert raised.value.help == "the papers: A4, A3, A2, A1, A0, 16:9, letter"


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("steps", [1, 8, 30])
def test_the_canvas_has_a_cell_for_a_note_in_every_row_of_every_step(lang: str, steps: int) -> None:
    pages = blank_pages(steps, Options(lang=lang), PAPERS["A0"])  # type: ignore[arg-type]
    cells = [box for page in pages for box in page.scene.headings if box.css == "cell"]
    assert len(cells) == 5 * steps
    assert all(box.w == pytest.approx(NOTE) and box.h == pytest.approx(76 * MM) for box in cells)
    headers = [box.id for page in pages for box in page.scene.headings if box.css == "step"]
    assert headers == [f"step.{number}" for number in range(1, steps + 1)]
    said = " ".join(line for box in pages[0].scene.headings for text in box.texts for line in text.lines)
    assert ("Ligne de visibilité" if lang == "fr" else "Line of visibility") in said
    for page in pages:
        assert all(box.x + box.w <= page.width for box in page.scene.headings)
        assert [line.css for line in page.scene.lines if line.css.startswith("line ")] == [
            "line interaction", "line visibility", "line internal-interaction"
        ]  # fmt: skip


def test_words_of_a_loop_that_leaves_the_page_lie_on_one_of_its_strokes_at_most() -> None:
    root = load_bytes(LOOP.encode(), "loop.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    content = content_of(root, "fr", None)
    scene = band_scenes(content, arrows_of(content), [(0, 2), (2, 4)])[1]
    label = next(box for box in scene.labels if "illisible" in " ".join(box.texts[0].lines))
    lying = [
        (x0, y0)
        for link in scene.links
        for (x0, y0), (x1, y1) in pairwise(link.points)
        if x0 == x1 and label.x < x0 < label.x + label.w
        and min(y0, y1) < label.y + label.h and label.y < max(y0, y1)
    ]  # fmt: skip
    assert len(lying) <= 1
