"""The JSON Schema of the two kinds of file, written from the model, for editors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from blueprint_cli.model.blueprint import Blueprint, Catalogue
from blueprint_cli.model.reference import SECTIONS

if TYPE_CHECKING:
    from blueprint_cli.model.part import Part

DRAFT = "http://json-schema.org/draft-07/schema#"
"""Draft 7: the newest that every YAML language server reads."""


def schema() -> dict[str, Any]:
    """One schema for blueprints and catalogues: a file with `catalog` and without `blueprint` is a catalogue.

    It is looser than the model where it must be: references, uniqueness and the wording of times belong to the linter.
    """
    _, made = models_json_schema(
        [(Blueprint, "validation"), (Catalogue, "validation")], ref_template="#/definitions/{model}"
    )
    kinds = {kind.__name__: kind for kind, _ in SECTIONS}
    definitions = {name: _definition(kinds[name], definition) for name, definition in made["$defs"].items()}
    return {
        "$schema": DRAFT,
        "title": "Service blueprint, format 1",
        "description": "A service blueprint (`blueprint: 1`) or a shared catalogue (`catalog: 1`).",
        "type": "object",
        "if": {"required": ["catalog"], "not": {"required": ["blueprint"]}},
        "then": {"$ref": "#/definitions/Catalogue"},
        "else": {"$ref": "#/definitions/Blueprint"},
        "definitions": definitions,
    }


def schema_text() -> str:
    """The schema as the file `schemas/blueprint.schema.json` holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _definition(kind: type[Part], made: dict[str, Any]) -> dict[str, Any]:
    """The object, and beside it the bare value that may stand for its main field."""
    required = made.get("required", [])
    fields = {
        name: _field(field, optional=name not in required) for name, field in made["properties"].items()
    }
    whole = {**{key: value for key, value in made.items() if key != "title"}, "properties": fields}
    if not kind.main:
        return whole
    # What holds of the main field as a text, an id's letters say, holds of the bare text.
    main: dict[str, Any] = {
        key: fields[kind.main][key] for key in ("pattern", "not") if key in fields[kind.main]
    }
    text = {"type": "string", "pattern": r"\S", **main}
    short: dict[type, Any] = {str: text, int: {"type": "integer"}, float: {"type": "number"}}
    said = kind.model_fields[kind.main].description or ""
    return {"anyOf": [*({**short[bare], "description": said} for bare in kind.short_types), whole]}


def _field(field: dict[str, Any], *, optional: bool) -> dict[str, Any]:
    """A key with nothing after it is absent, so null is valid for every optional key; editors need not offer it as a default."""
    kept = {key: value for key, value in field.items() if key not in ("default", "title")}
    said = {key: kept.pop(key) for key in ("description", "examples") if key in kept}
    options = kept["anyOf"] if list(kept) == ["anyOf"] else [kept]
    options = [option for option in options if option != {"type": "null"}]
    if optional:
        options = [*options, {"type": "null"}]
    return {**said, **(options[0] if len(options) == 1 else {"anyOf": options})}
