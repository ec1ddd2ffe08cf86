"""Our own words for every kind of error that pydantic raises on a blueprint; its own text never reaches a user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blueprint_cli.findings import Change, Problem, Remedy
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.slips import about_list_sign, about_tight_colon, list_sign, tight_colon
from blueprint_cli.language.spelling import closest, only_candidate
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.fields import shown
from blueprint_cli.model.shape import homes, noun, part_at
from blueprint_cli.model.steps import Step
from blueprint_cli.source.words_meant import keys_meant, value_meant

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from blueprint_cli.findings import Mark, Route
    from blueprint_cli.model.part import Part

CODE = "BP002"
_NO_BREAK_SPACES = "\u00a0\u202f"
_COMMA, _COLON = "inside { } a text with a comma goes in quotes", "a text that contains ' : ' goes in quotes"
_TEXTS_IN_QUOTES = (_COMMA, _COLON)
"""What is said of the keys that a text falls into: one text, one finding, and nothing about what is missing beside it."""
_DECLARED = {
    "persona": "personas",
    "only": "personas",
    "phase": "phases",
    "hours": "calendars",
    "owner": "teams",
    "channel": "channels",
    "system": "systems",
}
_OPENS = {"days": "`days: mon-fri`", "hours": '`hours: "09:00-18:00"`'}
STEP_KEYS = Step.fields_by_key()
_VERSION_KEYS = ("blueprint", "catalog")


def describe(error: ValidationError, kind: type[Part], data: dict[str, Any]) -> list[Problem]:
    """The problems of one failed validation, each with a route of the model.

    An unknown key that is probably a missing one hides the report of the missing one: one mistake, one finding.
    """
    # A list whose items fail counts as too short, too: only an empty one is.
    details = [
        detail
        for detail in error.errors(include_url=False)
        if detail["type"] != "too_short" or not detail["input"]
    ]
    version = [detail for detail in details if detail["loc"][0] in _VERSION_KEYS and len(detail["loc"]) == 1]
    wrong = [detail for detail in version if detail["type"] == "value_error"]
    if wrong:  # another version's keys are not ours to judge
        return [_problem(wrong[0], kind, data)[0]]
    misplaced = [detail for detail in details if str(detail["loc"][-1])[:1] in tuple(_NO_BREAK_SPACES)]
    if misplaced:  # a line that stands at the wrong place brings others down with it
        return [_problem(misplaced[0], kind, data)[0]]
    found = [_problem(detail, kind, data) for detail in details]
    meant = {(problem.route[:-1], key) for problem, key in found if key}
    prose = [problem.route[:-1] for problem, key in found if problem.help in _TEXTS_IN_QUOTES and not key]
    seen: set[Route] = set()
    kept: list[Problem] = []
    for problem, _ in found:
        place = problem.route[:-1]
        torn = problem.help in _TEXTS_IN_QUOTES and place in seen
        said = problem.mark == "item" and (place in prose or (place, problem.route[-1]) in meant)
        if not (torn or said):
            kept.append(problem)
        if problem.help in _TEXTS_IN_QUOTES:
            seen.add(place)
    return kept


def _problem(detail: ErrorDetails, kind: type[Part], data: dict[str, Any]) -> tuple[Problem, str]:
    """The problem, and the key that an unknown key was probably meant to be."""
    route: Route = tuple(part for part in detail["loc"] if part != "[key]")
    what, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    if what == "extra_forbidden":
        return _unknown_key(route, kind, data)
    if detail["loc"][-1] == "[key]":
        refusal = context.get("error")
        message, help_line = (
            (refusal.message, refusal.help) if isinstance(refusal, Refusal) else ("not an id", "")
        )
        return Problem(message, route, help_line, mark="key", code=CODE), ""
    if what == "missing":
        return _missing(route, kind), ""
    message, help_line = _refused(what, given, context, part_at(kind, route), route[-1])
    error = context.get("error")
    if isinstance(error, Refusal) and error.within is not None:
        return _within(error, (*route, error.within)), ""
    home = next((_DECLARED[part] for part in reversed(route) if part in _DECLARED), "")
    if isinstance(given, dict) and home and isinstance(context.get("error"), Refusal):
        help_line = f"declare it under `{home}:`, and write its id here"
    return Problem(message, route, help_line, code=CODE, remedy=_remedy(what, given, context, route)), ""


def _within(refusal: Refusal, route: Route) -> Problem:
    """What is wrong with a key, or with its value, of a mapping that was read as one: `{mni: 1 h, max: 3 h}`."""
    remedy = _written(refusal.instead, route)
    if refusal.key:
        remedy = Remedy(f"write {refusal.key}", (Change("rename", route, key=refusal.key),))
    mark: Mark = "key" if refusal.unknown else "value"
    return Problem(refusal.message, route, refusal.help, mark=mark, code=CODE, remedy=remedy)


def _remedy(what: str, given: Any, context: dict[str, Any], route: Route) -> Remedy | None:
    """Write the value that was meant, where no other comes into question."""
    value = getattr(context.get("error"), "instead", None)
    if what == "literal_error" and isinstance(given, str):
        words = _quoted_words(str(context["expected"]))
        value = value_meant(given, words) or only_candidate(given, words)
    return _written(value, route)


def _written(value: Any, route: Route) -> Remedy | None:
    if value is None:
        return None
    written = str(value).lower() if isinstance(value, bool) else value
    return Remedy(f"write {written}", (Change("set", route, value=value),))


def _refused(
    what: str, given: Any, context: dict[str, Any], wanted: type[Part] | None, last: Any
) -> tuple[str, str]:
    refusal = context.get("error")
    if isinstance(refusal, Refusal):
        return refusal.message, refusal.help
    if what == "literal_error":
        words = _quoted_words(str(context["expected"]))
        near = (value_meant(given, words) or closest(given, words)) if isinstance(given, str) else None
        known = f"write {_alternatives(words)}"
        return (
            f"{shown(given)} is not one of the words known here",
            f"did you mean {near}? {known}" if near else known,
        )
    if what in ("model_type", "dict_type"):
        if given is None:
            return "an item with nothing in it", "write something after the dash, or remove it"
        if wanted is None:
            return (
                f"a mapping from ids to entries is wanted here, not {shown(given)}",
                "write `id: name` pairs, one a line",
            )
        return f"{shown(given)} is not {noun(wanted)}", _shape_help(wanted, given)
    return _count(what, given, context, last)


def _count(what: str, given: Any, context: dict[str, Any], key: Any) -> tuple[str, str]:
    if what == "too_short" and key in _OPENS:
        return f"a calendar without {key} never opens", f"write {_OPENS[key]}, or leave the key out"
    if what == "too_short":
        return "at least one step is needed", "write `- customer: Phones the help desk` under `steps:`"
    if what == "too_long":
        return (
            f"{len(given):,} steps are more than anybody can read: {context['max_length']:,} are the most",
            "keep what belongs to one journey, and zoom into parts of it with `parent:`",
        )
    raise AssertionError(what)


def _shape_help(wanted: type[Part], given: Any) -> str:
    if not wanted.main:
        return f"write a mapping with {_alternatives(tuple(wanted.fields_by_key())[1:5])}"
    if isinstance(given, (bool, int, float)):
        return "put it in quotes if it is a text"
    return f"write a text, or a mapping with `{wanted.main}:`"


def _unknown_key(route: Route, kind: type[Part], data: dict[str, Any]) -> tuple[Problem, str]:
    parent, key = part_at(kind, route[:-1]), str(route[-1])
    known = parent.fields_by_key() if parent else {}
    present = _mapping_at(data, route[:-1])
    free = [name for name in known if name not in present]
    slip = _slip(key, known)
    if slip:
        return Problem(slip[0], route, slip[1], mark="key", code=CODE), key
    owner = noun(parent) if parent else "this entry"
    home = _home(key, kind, free, owner)
    empty = present.get(key) is None
    near = (None if empty else _main(key, kind, parent, free)) or (None if home else _meant(key, free))
    home = "" if near else home
    return Problem(
        f"'{key}' is not a key of {owner}",
        route,
        home or _key_help(key, near, free, present),
        mark="key",
        code=CODE,
        remedy=_renaming(key, route, near, free),
    ), near or ""


def _slip(key: str, known: dict[str, str]) -> tuple[str, str] | None:
    """What is wrong, and what to write, where the sign before a key or the colon behind it makes another key of it."""
    tight = tight_colon(key, known)
    if tight:
        return about_tight_colon(*tight)
    listed = list_sign(key)
    if listed and (listed[1] in known or listed[1] in STEP_KEYS):
        return about_list_sign(listed[0], f"{listed[1]}: ...")
    return None


def _main(key: str, kind: type[Part], parent: type[Part] | None, free: list[str]) -> str | None:
    """The main field, where something else stands in its place: `{name: …}` for `{action: …}`, `{step: …}` for `{to: …}`."""
    if parent is None or parent.main not in free or " " in key or key[:1].isupper():
        return None
    if parent.model_fields[parent.main].is_required() and not _meant(key, free):
        return parent.main
    required = (one.model_fields[one.fields_by_key()[key]].is_required() for one in homes(kind, key))
    return parent.main if key in ("id", "title") or any(required) else None


def _home(key: str, kind: type[Part], free: list[str], owner: str) -> str:
    """Where a key of the format belongs that stands at the wrong place; nothing where a slip of one letter is likelier."""
    kinds = homes(kind, key)
    near = closest(key, free)
    if not kinds or _translated(key, free) or (near and near.rstrip("s") == key.rstrip("s")):
        return ""
    return f"`{key}` belongs to {_alternatives(tuple(noun(one) for one in kinds[:3]))}, not to {owner}"


def _renaming(key: str, route: Route, near: str | None, free: list[str]) -> Remedy | None:
    """Write the key that was meant, where no other comes into question."""
    if key[:1] in _NO_BREAK_SPACES:  # the line is at fault, not the word
        return None
    plain = key.strip(_NO_BREAK_SPACES + " ")
    sure = near is not None and (plain in free or _translated(plain, free) == near)
    if near is None or not (sure or only_candidate(plain, free) == near):
        return None
    return Remedy(f"write {near}", (Change("rename", route, key=near),))


def _meant(key: str, free: list[str]) -> str | None:
    plain = key.strip(_NO_BREAK_SPACES + " ")
    if plain in free:
        return plain
    return _translated(plain, free) or closest(plain, free)


def _translated(key: str, free: list[str]) -> str | None:
    return next((meant for meant in keys_meant(key) if meant in free), None)


def _key_help(key: str, near: str | None, free: list[str], present: dict[str, Any]) -> str:
    if key[:1] in _NO_BREAK_SPACES:
        return "the line is indented with no-break spaces: indent with plain spaces"
    if any(space in key for space in _NO_BREAK_SPACES):
        start = (
            f"there is a no-break space {'before the colon' if key[-1] in _NO_BREAK_SPACES else 'in the key'}"
        )
        return f"{start}; did you mean {near}?" if near else start
    if near:
        return f"did you mean {near}?"
    if present.get(key) is None:
        return _COMMA
    if " " in key or key[:1].isupper():
        return _COLON
    return f"known keys: {', '.join(sorted(free))}"


def _missing(route: Route, kind: type[Part]) -> Problem:
    parent, key = part_at(kind, route[:-1]), str(route[-1])
    if route == ("blueprint",):
        return Problem(
            "'blueprint' is missing: the first key says which format the file has",
            route,
            "write `blueprint: 1` on the first line",
            mark="item",
            code=CODE,
        )
    owner = noun(parent) if parent else "this entry"
    example = (
        next((str(item) for item in (parent.model_fields[parent.fields_by_key()[key]].examples or ())), "")
        if parent
        else ""
    )
    help_line = f"add `{key}: {example}`" if example else f"add `{key}:`"
    if parent is not None and issubclass(parent, Blueprint) and key == "steps":
        help_line = "add `steps:` with at least `- customer: Phones the help desk`"
    return Problem(f"{owner} needs '{key}'", route, help_line, mark="item", code=CODE)


def _mapping_at(data: Any, route: Route) -> dict[str, Any]:
    """The mapping at a route; an item that stands alone in a list is stepped into."""
    here: Any = data
    for part in route:
        if isinstance(here, list) or (isinstance(here, dict) and part in here):
            inner: Any = here
            here = inner[part]
    return here if isinstance(here, dict) else {}


def _quoted_words(expected: str) -> tuple[str, ...]:
    return tuple(word for index, word in enumerate(expected.split("'")) if index % 2)


def _alternatives(words: tuple[str, ...]) -> str:
    return " or ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)
