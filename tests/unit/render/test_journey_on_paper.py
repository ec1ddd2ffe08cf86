"""The journey on paper: bands with the rows that their steps need, the people once, brackets and curves that go on."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from blueprint_cli.cli.maps import read_map
from blueprint_cli.render.drawing.papers import PAPERS
from blueprint_cli.render.formats import svg
from blueprint_cli.render.options import Options
from blueprint_cli.render.scenes import pages_of

EXAMPLES = Path(__file__).parents[3] / "examples"
LATE = read_map(str(EXAMPLES / "colis-en-retard.blueprint.yaml")).blueprint
BANK = read_map(str(EXAMPLES / "bank-account.blueprint.yaml")).blueprint
SVG = "{http://www.w3.org/2000/svg}"
JOURNEY = Options(view="journey")


def _groups(tree: ElementTree.Element, css: str) -> list[str | None]:
    return [group.get("id") for group in tree.iter(f"{SVG}g") if group.get("class", "").split()[:1] == [css]]


def _picture(paper: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.render(LATE, Options(view="journey", paper=PAPERS[paper])))


def test_every_step_stands_on_one_page_and_no_id_twice() -> None:
    tree = _picture("A3")
    assert _groups(tree, "step") == [f"step.{step.id}" for step in LATE.steps]
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    assert len(_groups(tree, "page")) > 1


def test_people_scenario_and_legend_stand_once() -> None:
    tree = _picture("A3")
    assert _groups(tree, "persona") == ["persona.nadia"]
    assert _groups(tree, "scenario") == ["scenario.map"]
    assert len(_groups(tree, "legend-title")) == 1
    said = " ".join(tree.itertext())
    assert said.count("Point bas\u00a0: Chercher l’information") == 1
    assert "Autre canal\u00a0: l’information ne suit pas" in said


def test_a_span_has_a_bracket_on_every_page_that_it_reaches() -> None:
    assert [name for name in _groups(_picture("A3"), "span") if name and "livraison" in name] == [
        "span.livraison", "span.livraison.2"
    ]  # fmt: skip


def test_the_curve_goes_on_at_the_same_height() -> None:
    pages = pages_of(LATE, JOURNEY, PAPERS["A3"])
    ends = []
    for page in pages:
        zero = next(line.points[0][1] for line in page.scene.curves if line.css == "axis" and not line.dash)
        curve = next(line for line in page.scene.curves if line.css == "emotion")
        ends.append((curve.points[0][1] - zero, curve.points[-1][1] - zero))
    assert ends[0][1] == pytest.approx(ends[1][0], abs=0.01)


def test_tall_panels_have_a_page_of_their_own() -> None:
    first, second, *_ = pages_of(BANK, JOURNEY, PAPERS["A3"])
    assert [box.css for box in first.scene.headings].count("persona") == 2
    assert not first.scene.lanes
    assert second.scene.lanes
    assert not [box for box in second.scene.headings if box.css == "persona"]


@pytest.mark.parametrize("name", PAPERS)
def test_everything_stays_within_the_margins(name: str) -> None:
    paper = PAPERS[name]
    for page in pages_of(BANK, JOURNEY, paper):
        for box in (*page.scene.boxes, *page.scene.headings, *page.scene.legend):
            assert paper.margin - 0.6 <= box.x
            assert box.x + box.w <= page.width - paper.margin + 0.6
            assert paper.margin - 0.6 <= box.y
            assert box.y + box.h <= page.height - paper.margin + 0.6


def test_a_bracket_that_goes_on_has_no_stroke_at_the_edge_of_the_page() -> None:
    pages = [page.scene for page in pages_of(LATE, JOURNEY, PAPERS["A3"])]
    broken = [[line for line in page.lines if line.css == "bracket broken"] for page in pages]
    assert [len(lines) for lines in broken if lines] == [2, 2]
    (across, stroke), (rest, end) = (lines for lines in broken if lines)
    assert stroke.points[0][0] == across.points[0][0] < across.points[-1][0]
    assert end.points[0][0] == rest.points[-1][0] > rest.points[0][0]
