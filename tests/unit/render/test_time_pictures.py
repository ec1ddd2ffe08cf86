"""The ladder and the Gantt chart: what they say, how they refuse to guess; golden pictures of a small map."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.formats import dot, svg
from blueprint_cli.render.options import Options
from blueprint_cli.render.scenes import scene_of
from blueprint_cli.source.loading import load_bytes

SVG = "{http://www.w3.org/2000/svg}"
VIEWS = pytest.mark.parametrize("view", ["gantt", "ladder"])
SMALL = """\
blueprint: 1
title: Colis
lang: fr
teams: {sav: Service client}
spans: [{title: De l'appel à la réponse, from: appeler, to: repondre, promise: 1 jour, target: 4 jours}]
steps:
  - id: appeler
    title: Appeler
    customer: {action: Appelle, work: 5 min}
    frontstage: {action: Note, owner: sav, work: instant}
  - id: repondre
    title: Répondre
    customer: {action: Attend, wait: 1 jour}
    frontstage: {id: lit, action: Lit la réponse, owner: sav, after: cherche, wait: unknown, work: 2 min}
    backstage:
      - {id: cherche, action: Cherche, owner: sav, wait: 3 jours, work: 2 h, target: 1 jour}
      - {action: Archive, background: true, elapsed: 20 jours}
      - Classe
"""


class _Picture(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "svg"


def blueprint_of(text: str) -> Blueprint:
    root = load_bytes(text.encode(), "small.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return root


def _drawn(view: str, text: str = SMALL, start: datetime | None = None, lang: str | None = None) -> str:
    options = Options(view=view, lang=lang, start=start)  # type: ignore[arg-type]
    return svg.render(blueprint_of(text), options).decode()


def _said(picture: str) -> list[str]:
    tree = ElementTree.fromstring(picture)
    return ["".join(text.itertext()) for text in tree.iter(f"{SVG}text")]


@VIEWS
def test_golden_picture(view: str, snapshot: SnapshotAssertion) -> None:
    assert _drawn(view) == snapshot(extension_class=_Picture)


@VIEWS
def test_what_is_not_known_is_marked_and_never_0(view: str) -> None:
    picture = _drawn(view)
    said = _said(picture)
    assert "? durée inconnue" in said
    assert "attente ?, travail 2\u00a0min" in said
    assert said.count("?") == 2
    assert "C’est un minimum\u00a0: 2 actions sur 7 n’ont pas de durée connue." in " ".join(said)
    assert not [words for words in said if words.endswith((" 0", "\u00a00"))]


@VIEWS
def test_who_breaks_what(view: str) -> None:
    said = _said(_drawn(view))
    assert "promesse 1\u00a0j ✗ dépassée de 2\u00a0j\u00a02\u00a0h ·" in said
    assert "cible 4\u00a0j ✓ tenue" in said
    assert "✗ cible 1\u00a0j" in said


@VIEWS
def test_the_language_that_was_asked_for(view: str) -> None:
    said = " ".join(_said(_drawn(view, lang="en")))
    assert "target 4 d ✓ kept" in said
    assert "wait 3 d, work 2 h" in said
    assert "attente" not in said


@VIEWS
def test_what_outlives_the_journey_is_cut_at_its_end_and_says_so(view: str) -> None:
    assert "→ 20\u00a0j en tout" in _said(_drawn(view))


@VIEWS
def test_cards_stand_as_the_contract_says(view: str) -> None:
    tree = ElementTree.fromstring(_drawn(view))
    cards = [group for group in tree.iter(f"{SVG}g") if "card" in group.get("class", "").split()]
    assert {card.get("data-at") for card in cards} >= {"steps[repondre].backstage[cherche]", "steps[appeler].customer[0]"}  # fmt: skip
    assert len(cards) == 7
    assert all(len(list(card.iter(f"{SVG}rect"))) == 1 for card in cards)
    assert tree.get("role") == "img"
    steps = [group.get("id") for group in tree.iter(f"{SVG}g") if group.get("class") == "step"]
    assert steps == ["step.appeler", "step.repondre"]


def test_the_lanes_and_lines_of_the_gantt_chart() -> None:
    tree = ElementTree.fromstring(_drawn("gantt"))
    lanes = [
        group.get("class") for group in tree.iter(f"{SVG}g") if group.get("class", "").startswith("lane ")
    ]
    assert lanes == ["lane customer", "lane frontstage", "lane backstage", "lane silence"]
    lines = [
        path.get("class") for path in tree.iter(f"{SVG}path") if path.get("class", "").startswith("line ")
    ]
    assert lines == ["line interaction", "line visibility"]


def test_the_lines_look_as_in_the_blueprint() -> None:
    looks = []
    for picture in (_drawn("gantt"), _drawn("blueprint")):
        paths = [
            path
            for path in ElementTree.fromstring(picture).iter(f"{SVG}path")
            if path.get("class", "").startswith("line ")
        ]
        looks.append(
            {path.get("class"): (path.get("stroke-width"), path.get("stroke-dasharray")) for path in paths}
        )
    assert looks[0].items() <= looks[1].items()
    assert looks[0] == {"line interaction": ("1.1", "6 4"), "line visibility": ("1.8", None)}


def test_the_axis_counts_the_time_that_has_passed_or_tells_the_day() -> None:
    assert "3\u00a0j" in _said(_drawn("gantt"))
    dated = _said(_drawn("gantt", start=datetime.fromisoformat("2026-11-27T17:00")))
    assert "ven. 27 nov. 17\u00a0h" in dated
    assert "lun. 30 nov." in dated


def test_a_working_calendar_is_on_the_axis_and_in_the_clock() -> None:
    worked = SMALL.replace(
        "teams: {sav: Service client}",
        'calendars: {bureau: {hours: ["09:00-17:00"]}}\nteams: {sav: {name: Service client, hours: bureau}}',
    )
    said = _said(_drawn("gantt", worked))
    assert "Horloge\u00a0: bureau (lun.–ven. 9\u00a0h–17\u00a0h), à partir du lundi 9\u00a0h" in said
    assert "lun. 9\u00a0h" in said
    assert "mar." in said
    dated = _said(_drawn("gantt", worked, datetime.fromisoformat("2026-11-27T17:30")))
    assert (
        "Horloge\u00a0: bureau (lun.–ven. 9\u00a0h–17\u00a0h), à partir du 27/11/2026 17\u00a0h\u00a030"
        in dated
    )


@VIEWS
def test_a_calendar_is_told_by_its_days_and_hours(view: str) -> None:
    worked = SMALL.replace("lang: fr", "lang: en").replace(
        "teams: {sav: Service client}",
        'calendars: {late-shift: {days: [mon-wed, fri], hours: ["14:00-18:30", "09:00-12:00"], holidays: FR}}\n'
        "teams: {sav: {name: Service, hours: late-shift}}",
    )
    said = "".join(_said(_drawn(view, worked))).replace(
        " ", ""
    )  # the lines of a box are joined without a space
    assert "lateshift(Mon–Wed,Fri09:00–12:00,14:00–18:30exceptpublicholidays)" in said


@VIEWS
def test_over_several_weeks_the_axis_tells_which_week_it_is(view: str) -> None:
    worked = SMALL.replace(
        "teams: {sav: Service client}",
        "calendars: {bureau: {days: mon-fri}}\nteams: {sav: {name: Service client, hours: bureau}}",
    ).replace("steps:", "steps:\n  - customer: {action: Patiente, wait: 20 j, work: 1 h}", 1)
    said = _said(_drawn(view, worked))
    assert any(text.endswith("sem.\u00a02") for text in said)
    assert len([text for text in said if text.startswith("lun. sem.")]) == len(
        {text for text in said if text.startswith("lun. sem.")}
    )
    assert not {"lun.", "mar."} & set(said)


@VIEWS
def test_no_line_of_time_runs_through_words(view: str) -> None:
    scene = scene_of(blueprint_of(SMALL), Options(view=view))
    texts = [box for box in (*scene.headings, *scene.boxes) if box.texts and box.shape == "none"]
    upright = [line for line in scene.lines if line.css in ("silence-edge", "step-boundary", "tick-line")]
    assert upright
    for line in upright:
        (x, top), (_, bottom) = line.points
        assert not [
            box for box in texts if box.x < x < box.x + box.w and box.y < bottom and box.y + box.h > top
        ]


def test_a_bar_far_from_its_row_carries_its_name() -> None:
    steps = "".join(
        f"  - customer: {{action: Act {number}, wait: 1 h, work: 1 min}}\n" for number in range(60)
    )
    said = _said(_drawn("ladder", f"blueprint: 1\ntitle: T\nsteps:\n{steps}"))
    assert said.count("Act 0") == 2
    assert said.count("Act 50") == 3


@VIEWS
def test_a_map_without_times_says_so(view: str) -> None:
    said = " ".join(_said(_drawn(view, "blueprint: 1\ntitle: T\nsteps: [{customer: Acts}]\n")))
    assert "No action of this map has a known time above 0." in said
    assert "? time not known" in said


@VIEWS
def test_a_step_that_is_never_reached(view: str) -> None:
    text = "blueprint: 1\ntitle: T\nsteps:\n  - {id: a, customer: {action: A, work: 1 h}, next: end}\n  - {id: b, title: Lost, customer: B}\n"
    said = " ".join(_said(_drawn(view, text)))
    assert "Lost" in said
    assert "never reached" in said


@VIEWS
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_dot_draws_the_same(view: str, lang: str) -> None:
    graph = dot.render(blueprint_of(SMALL), Options(view=view, lang=lang)).decode()  # type: ignore[arg-type]
    assert graph.startswith("digraph")
    assert 'class="card backstage critical"' in graph
