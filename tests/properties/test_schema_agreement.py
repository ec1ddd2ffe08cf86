"""The model and its JSON Schema give the same verdict on thousands of files, the known exceptions apart.

The promise: what the model accepts, the schema accepts; what the schema refuses, the model refuses. The schema is looser
in what no schema can say, and those are the exceptions that `tells_more_than_a_schema` names.
"""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from blueprint_cli.model.blueprint import Blueprint, Catalogue
from blueprint_cli.model.schema import schema, schema_text
from blueprint_cli.source.reading import read

ROOT = Path(__file__).parents[2]
FILES = sorted(
    [
        *(ROOT / "examples").glob("*.blueprint.yaml"),
        *(ROOT / "src/blueprint_cli/templates").glob("*.blueprint.yaml"),
    ]
)
MUTANTS_A_FILE = 150
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2, 1.0, 1.5, -2.0, 10**9, "", " ", "x", "unknown", "end", "12 min", "high", "as-is", "fr", "api",
    "15 %", "4 EUR", "2026-10-15", "Des mots", [], ["x"], [None], [[]], {}, {"x": 1}, {"note": "n"}, {"name": "n"}, {"Bad Key": "x"},
    {"action": "a"}, {"min": "1 h", "max": "2 h"}, {"min": "1 h", "max": "2 h", "likely": None}, {"min": 1, "max": 2},
)  # fmt: skip
KEYS = (
    "note",
    "id",
    "owner",
    "wrk",
    "emotion",
    "work",
    "steps",
    "catalog",
    "blueprint",
    "only",
    "next",
    "title",
    "Étape",
    "",
)

VALIDATOR = jsonschema.Draft7Validator(schema())


def tells_more_than_a_schema(message: str) -> bool:
    """Refusals of the model that no schema can express: how texts are read, and what a text may hold."""
    return message in {"value_error"}


def _model_accepts(data: Any) -> tuple[bool, bool]:
    """(accepted, every reason is one that the schema cannot know)."""
    kind = (
        Catalogue if isinstance(data, dict) and "catalog" in data and "blueprint" not in data else Blueprint
    )
    try:
        kind.model_validate(data)
    except ValidationError as error:
        return False, all(
            tells_more_than_a_schema(detail["type"]) for detail in error.errors(include_url=False)
        )
    return True, False


def _places(data: Any, route: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [route]
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        found += _places(value, (*route, key))
    return found


def _mutated(data: Any, chance: random.Random) -> Any:
    mutant = copy.deepcopy(data)
    route = chance.choice(_places(mutant)[1:])
    box = mutant
    for part in route[:-1]:
        box = box[part]
    kind = chance.randrange(5)
    if kind == 0:
        del box[route[-1]]
    elif kind == 1 and isinstance(box, dict):
        box[chance.choice(KEYS)] = box.pop(route[-1])
    elif kind == 2 and isinstance(box, dict):
        box[chance.choice(KEYS)] = chance.choice(VALUES)
    elif kind == 3:
        box[route[-1]] = [box[route[-1]]]
    else:
        box[route[-1]] = chance.choice(VALUES)
    return mutant


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_good_files_are_good_for_both(path: Path) -> None:
    data = read(path).data
    assert _model_accepts(data) == (True, False)
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_mutants_get_the_same_verdict(path: Path) -> None:
    data = read(path).data
    chance = random.Random(path.name)
    for _ in range(MUTANTS_A_FILE):
        mutant = _mutated(data, chance)
        accepted, beyond = _model_accepts(mutant)
        by_schema = VALIDATOR.is_valid(mutant)
        assert by_schema or not accepted, f"the schema alone refuses {mutant}"
        assert accepted or beyond or not by_schema, f"the model alone refuses {mutant}"


@pytest.mark.parametrize("mapping", ["teams", "systems", "personas", "channels", "calendars"])
@pytest.mark.parametrize("key", ["Bad Key", "end", "unknown", "é", "a--b", "-a", "a\n", ""])
def test_a_bad_id_is_bad_for_both(mapping: str, key: str) -> None:
    data = {
        "blueprint": 1,
        "title": "T",
        "steps": ["A"],
        mapping: {key: "Name" if mapping != "calendars" else {}},
    }
    assert _model_accepts(data)[0] is False
    assert VALIDATOR.is_valid(data) is (
        key == "a\n"
    )  # `$` lets a last line feed through in every schema: a known exception


@pytest.mark.parametrize("written", ["É", "end", "a--b", ["waiting", "Bad Key"]])
def test_a_bad_id_in_short_form_is_bad_for_both(written: Any) -> None:
    data = {"blueprint": 1, "title": "T", "steps": ["A"], "phases": written}
    assert _model_accepts(data)[0] is VALIDATOR.is_valid(data) is False


def test_the_written_schema_is_fresh() -> None:
    written = (ROOT / "schemas/blueprint.schema.json").read_text(encoding="utf-8")
    assert written == schema_text(), "run `blueprint schema --write`"
