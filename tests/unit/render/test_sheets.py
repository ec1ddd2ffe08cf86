"""How maps are cut for paper: few sheets, words that can be read, phases that stay whole, a curve that goes on."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from blueprint_cli.cli.maps import read_map
from blueprint_cli.render.drawing.bands import cuts_of
from blueprint_cli.render.drawing.pages import BODY, LEAST
from blueprint_cli.render.drawing.papers import PAPERS
from blueprint_cli.render.formats import dot, svg
from blueprint_cli.render.options import Options
from blueprint_cli.render.scenes import pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from blueprint_cli.model.blueprint import Blueprint

SVG = "{http://www.w3.org/2000/svg}"
STEP = """\
  - id: s{n}
    phase: {phase}
    emotion: {emotion}
    evidence: Letter {n}
    customer: Does thing number {n} and waits
    frontstage: {{action: Answers the customer, uses: crm}}
"""


def _map(tmp_path: Path, sizes: list[int]) -> Blueprint:
    """A map with phases of so many steps."""
    phases = [f"phase {name}" for name, size in enumerate(sizes) for _ in range(size)]
    steps = "".join(STEP.format(n=n, phase=phase, emotion=n % 5 - 2) for n, phase in enumerate(phases))
    path = tmp_path / "long.blueprint.yaml"
    path.write_text(f"blueprint: 1\ntitle: Long\nsteps:\n{steps}", encoding="utf-8")
    return read_map(str(path)).blueprint


def _phases(sizes: list[int]) -> list[str | None]:
    return [f"phase {name}" for name, size in enumerate(sizes) for _ in range(size)]


def _body(blueprint: Blueprint, paper: str) -> tuple[int, float]:
    """How many sheets, and how large their words are."""
    pages = pages_of(blueprint, Options(), PAPERS[paper])
    sizes = {
        text.size
        for page in pages
        for box in page.scene.boxes
        if box.css.startswith("card")
        for text in box.texts
    }
    assert len(sizes) == 1
    return len(pages), sizes.pop()


@pytest.mark.parametrize(
    ("paper", "most"), [("A4", 8), ("A3", 7), ("A2", 4), ("A1", 4), ("A0", 2), ("letter", 10)]
)
def test_forty_steps_fill_few_sheets_and_can_be_read(tmp_path: Path, paper: str, most: int) -> None:
    sheets, size = _body(_map(tmp_path, [6, 6, 5, 6, 6, 6, 5]), paper)
    assert sheets <= most
    assert size >= 6.2


def test_a_sheet_that_hangs_on_a_wall_has_larger_words(tmp_path: Path) -> None:
    blueprint = _map(tmp_path, [6, 6, 5, 6, 6, 6, 5])
    sizes = [_body(blueprint, paper)[1] for paper in ("A3", "A2", "A1", "A0")]
    assert sizes == sorted(sizes)
    assert sizes[-1] >= 1.5 * BODY


@pytest.mark.parametrize(
    ("sizes", "count", "expected"),
    [
        ([4, 4], 2, [4, 4]),
        ([3, 5], 2, [4, 4]),
        ([4, 3], 2, [4, 3]),
        ([3, 4], 2, [3, 4]),
        ([1, 2, 3, 1], 3, [3, 2, 2]),
        ([5], 5, [1, 1, 1, 1, 1]),
        ([7], 1, [7]),
    ],
)
def test_where_bands_are_cut(sizes: list[int], count: int, expected: list[int]) -> None:
    cuts = cuts_of(_phases(sizes), count)
    assert [end - start for start, end in cuts] == expected


@pytest.mark.parametrize("steps", range(1, 24))
def test_bands_hold_every_step_and_none_is_longer_than_it_must_be(steps: int) -> None:
    phases = _phases([steps // 3, steps - steps // 3])
    for count in range(1, steps + 1):
        cuts = cuts_of(phases, count)
        assert len(cuts) == count
        assert cuts[0][0] == 0
        assert cuts[-1][1] == steps
        assert all(one[1] == other[0] for one, other in pairwise(cuts))
        assert max(end - start for start, end in cuts) == -(-steps // count)


def test_several_bands_of_a_sheet_share_its_title_and_have_ids_of_their_own(tmp_path: Path) -> None:
    blueprint = _map(tmp_path, [10, 10, 10, 10])
    tree = ElementTree.fromstring(svg.render(blueprint, Options(paper=PAPERS["A0"])))
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    pages = [group for group in tree.iter(f"{SVG}g") if group.get("class") == "page"]
    first = [group.get("class") for group in pages[0].iter(f"{SVG}g")]
    assert first.count("title") == 1
    assert first.count("lane customer") == 2
    assert first.index("legend-title") > len(first) / 2
    tops = [float(rect.get("y", "")) for group in pages[0].iter(f"{SVG}g") if group.get("class") == "step"
            for rect in group.findall(f"{SVG}rect")]  # fmt: skip
    assert len(set(tops)) == 2


def test_the_curve_leaves_a_page_at_the_height_at_which_it_comes_in_on_the_next(tmp_path: Path) -> None:
    pages = pages_of(_map(tmp_path, [6, 6, 6]), Options(), PAPERS["A4"])
    curves = [[line for line in page.scene.curves if line.css == "emotion"] for page in pages]
    assert len(pages) > 1
    assert all(len(page) == 1 for page in curves)
    for (before,), (after,), page in zip(curves, curves[1:], pages, strict=False):
        right = max(lane.x + lane.w for lane in page.scene.lanes)
        zero = [
            next(line.points[0][1] for line in one.scene.curves if line.css == "axis" and not line.dash)
            for one in (page, pages[pages.index(page) + 1])
        ]
        assert before.points[-1][0] == pytest.approx(right)
        assert before.points[-1][1] - zero[0] == pytest.approx(after.points[0][1] - zero[1], abs=0.01)


def test_graphviz_draws_every_band_of_a_sheet(tmp_path: Path) -> None:
    graph = dot.pages(_map(tmp_path, [10, 10]), Options(), PAPERS["A0"])[0]
    drawn = subprocess.run(["dot", "-Tsvg"], input=graph, capture_output=True, check=True).stdout
    bands = len(
        {line for line in graph.decode().splitlines() if line.startswith('subgraph "cluster_customer')}
    )
    assert drawn.count(b'class="cluster lane customer"') == bands


def test_the_command_says_when_words_fall_under_a_readable_size(tmp_path: Path) -> None:
    heard: list[str] = []
    blueprint = _map(tmp_path, [10])
    for paper in PAPERS.values():
        heard.clear()
        pages_of(blueprint, Options(notify=heard.append), paper)
        size = _body(blueprint, paper.name)[1]
        assert bool(heard) == (size < LEAST * BODY - 1e-9)


@pytest.mark.parametrize(
    ("view", "ways"),
    [
        ("systems", "a larger --paper makes"),
        ("gantt", "a larger --paper makes"),
    ],
)
def test_a_notice_names_only_what_the_view_heeds(tmp_path: Path, view: str, ways: str) -> None:
    heard: list[str] = []
    pages_of(_map(tmp_path, [30]), Options(view=view, notify=heard.append), PAPERS["16:9"])
    assert len(heard) == 1
    assert f"points high; {ways} them larger" in heard[0]
