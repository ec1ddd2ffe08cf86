"""The ladder widens what is short, and what is longer is then at least as wide."""

from __future__ import annotations

from pathlib import Path

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.time_pictures.ladder import ladder_scene
from blueprint_cli.render.time_pictures.widths import Piece, drawn_widths
from blueprint_cli.source.loading import load_bytes

MAP = """\
blueprint: 1
title: Ladder
steps:
  - customer: {id: queues, action: Queues, wait: 12 min, work: 4 min}
  - customer: {id: doctor, action: Waits for the doctor, wait: 1 h 50}
  - customer: {id: bill, action: Waits for the bill, wait: 3 weeks}
"""


def test_a_longer_action_is_never_drawn_narrower() -> None:
    root = load_bytes(MAP.encode(), "ladder.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    widths = {box.id: round(box.w, 1) for box in ladder_scene(root).boxes if box.css.startswith("card")}
    assert widths["queues"] <= widths["doctor"] < widths["bill"]


def test_words_widen_a_piece_and_every_longer_one() -> None:
    assert drawn_widths([Piece(10, 50), Piece(20, 30), Piece(1000, 30)], 0.1) == [50, 50, 100]


def test_two_parts_of_an_action_widen_every_longer_action() -> None:
    pieces = [Piece(12, 36, "queues"), Piece(4, 30, "queues"), Piece(110, 36, "doctor")]
    assert drawn_widths(pieces, 0.01) == [36, 30, 66]


def test_an_action_grows_in_proportion_to_its_parts() -> None:
    pieces = [Piece(60, 80, "short"), Piece(60, 20, "long"), Piece(20, 20, "long")]
    assert drawn_widths(pieces, 0.01) == [80, 60, 20]
    pieces = [Piece(60, 90, "short"), Piece(50, 20, "long"), Piece(50, 20, "long")]
    assert drawn_widths(pieces, 0.01) == [90, 45, 45]
