"""Whole, believable maps: sound ones are quiet, and a defect planted in one is found once, at the line where it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from blueprint_cli.checks.checking import check
from blueprint_cli.checks.plan import Wishes
from blueprint_cli.checks.planning import Planner
from blueprint_cli.findings import Finding
from blueprint_cli.source.loading import load_bytes

FOLDER = Path(__file__).parent / "rich"
PLANTED = yaml.safe_load((FOLDER / "planted.yaml").read_text(encoding="utf-8"))
QUIET = {
    # the garage never hears that it may start, the photo cannot be read, the expert needs a day, five days without a word
    "auto": ["BP208", "BP209", "BP501", "BP302", "BP406", "BP305"],
    "emergency": [
        "BP303",
        "BP104",
        "BP104",
        "BP302",
    ],  # the ECG comes late, four teams, no bed for 50 minutes
    # one untimed action; what the tour, the floor and the letter say reaches nobody; a letter takes four days
    "gym": ["BP301", "BP209", "BP209", "BP209", "BP305", "BP501"],
    "nursery": [
        "BP305",
        "BP209",
        "BP209",
    ],  # weeks until the letter; the nursery sees neither the portal nor the ledger
    "retrait": ["BP304", "BP301", "BP104", "BP209"],  # 29 minutes for a promise of 25
    "train": ["BP209", "BP209", "BP305"],  # what the hall knew is lost on board
    "hopital": ["BP504"],  # five steps of six need the patient's record
    "hotel": ["BP209"],  # the valet does not know who booked
    "passeport": ["BP305"],  # three days until the appointment
    "restaurant": ["BP104", "BP406"],  # three teams for a dish; nobody says what is done about cold bread
    "saas": [],
    "sinistre": [],
}


def findings(text: str) -> list[Finding]:
    planner = Planner(
        command_line=Wishes(), config=None, isolated=True, baseline=None, today=date(2026, 11, 26)
    )
    source = load_bytes(text.encode(), "map.blueprint.yaml", FOLDER)
    return list(check(source, planner.for_file(FOLDER / "map.blueprint.yaml").plan).findings)


def text_of(name: str) -> str:
    return (FOLDER / f"{name}.blueprint.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", QUIET)
def test_sound_maps_are_quiet(name: str) -> None:
    assert [finding.code for finding in findings(text_of(name))] == QUIET[name]


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: f"{one['code']} {one['write'].strip()[:40]}")
def test_one_defect_is_one_finding(planted: dict[str, Any]) -> None:
    sound = text_of(planted["map"])
    assert planted["for"] in sound
    known = {(finding.code, finding.message) for finding in findings(sound)}
    text = sound.replace(planted["for"], planted["write"], 1)
    found = [finding for finding in findings(text) if (finding.code, finding.message) not in known]
    assert [finding.code for finding in found] == [planted["code"]]
    place = found[0].location
    assert (place.line, place.column) == (planted["line"], planted["column"])
