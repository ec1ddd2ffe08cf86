"""One cause, one finding: a slip in any reference, key or time of a rich map is told once, at its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from blueprint_cli.checks.checking import check
from blueprint_cli.checks.plan import plan
from blueprint_cli.checks.references import references
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.source.loading import load_bytes

FOLDER = Path(__file__).parent / "rich"
MAPS = sorted(path.name.removesuffix(".blueprint.yaml") for path in FOLDER.glob("*.blueprint.yaml"))
PLAN = plan(today=date(2026, 11, 26))
ENTRIES = ("teams", "systems", "personas", "calendars", "kpis", "emotion")
TIMES = ("wait", "work", "limit", "target", "promise")
FREE_TEXT = ("team", "system", "persona", "phase")
WRONG_TIMES = {"12": "BP002", "3 mois": "BP002", "soon": "BP002", "1:30": "BP007"}


class Slip(NamedTuple):
    """A stretch of a map, what is written instead, and the one code that tells it."""

    start: int
    end: int
    written: str
    code: str


def _found(text: str) -> dict[tuple[str, int], list[int]]:
    found: dict[tuple[str, int], list[int]] = {}
    for finding in check(load_bytes(text.encode(), "map.blueprint.yaml", FOLDER), PLAN).findings:
        found.setdefault((finding.code, finding.location.line), []).append(finding.location.column)
    return found


def _slips(text: str) -> Iterator[Slip]:
    source = load_bytes(text.encode(), "map.blueprint.yaml", FOLDER)
    root, document = source.root, source.document
    assert isinstance(root, Blueprint)
    declared = {kind for kind in FREE_TEXT if getattr(root, f"{kind}s")}
    for one in references(root):
        span = document.spans[document.resolve(one.route)]
        free = one.kind in FREE_TEXT and one.kind not in declared
        if one.key != "emotion" and not free and text[span.start : span.end] == one.word != "end":
            yield Slip(span.start, span.end, f"{one.word}zq", "BP005")
            yield Slip(span.start, span.end, f"{one.word[:-1]}qx", "BP005")
    for route, span in document.spans.items():
        if span.key_start >= 0 and route[-2:-1] and route[-2] not in ENTRIES:
            key = text[span.key_start : span.key_end]
            yield Slip(span.key_start, span.key_end, f"{key}qq" if len(key) < 4 else f"{key[:-1]}q", "BP002")
        if route and route[-1] in TIMES:
            for wrong, code in WRONG_TIMES.items():
                yield Slip(span.start, span.end, wrong, code)


@pytest.mark.parametrize("name", MAPS)
def test_a_slip_is_told_once(name: str) -> None:
    text = (FOLDER / f"{name}.blueprint.yaml").read_text(encoding="utf-8")
    sound = _found(text)
    told_wrong = []
    number = 0
    for slip in _slips(text):
        number += 1
        planted = f"{text[: slip.start]}{slip.written}{text[slip.end :]}"
        new = [place for place in _found(planted) if place not in sound]
        if new != [(slip.code, text.count("\n", 0, slip.start) + 1)]:
            told_wrong.append((slip, new))
    assert number > 50
    assert told_wrong == []


def test_a_catalogue_that_cannot_be_read_is_told_alone() -> None:
    text = (
        "blueprint: 1\ntitle: T\ncatalogs: nothing.blueprint.yaml\nteams: {shop: Shop}\n"
        "systems: {crm: {name: CRM, owner: help}}\n"
        "steps: [{customer: A, channel: kiosk, evidence: B, backstage: {action: C, owner: help, uses: [crm, erp]}}]\n"
    )
    found = check(load_bytes(text.encode(), "map.blueprint.yaml", FOLDER), PLAN).findings
    assert [(one.code, one.location.line) for one in found if one.severity > 1] == [("BP005", 3)]


@pytest.mark.parametrize(
    ("entry", "said", "help_line"),
    [
        ("next: {step: a}", "'step' is not a key of a `next` entry", "did you mean to?"),
        ("next: [{target: a, label: x}]", "'target' is not a key of a `next` entry", "did you mean to?"),
        ("pain_points: {pain: x}", "'pain' is not a key of a pain point", "did you mean text?"),
        (
            "pain_points: [Retard : le colis]",
            "'Retard' is not a key of a pain point",
            "a text that contains ' : ' goes in quotes",
        ),
        (
            "touchpoints: {Numéro vert, gratuit, ouvert le soir}",
            "'Numéro vert' is not a key of a touchpoint",
            "inside { } a text with a comma goes in quotes",
        ),
        ("owner: {name: Shop}", "a text is wanted here, not a mapping", "declare it under `teams:`, and write its id here"),
        ("only: {name: VIP}", "a text is wanted here, not a mapping", "declare it under `personas:`, and write its id here"),
        ("phase: {title: Start}", "a text is wanted here, not a mapping", "declare it under `phases:`, and write its id here"),
    ],
)  # fmt: skip
def test_what_stands_for_the_main_field_is_told_once(entry: str, said: str, help_line: str) -> None:
    text = f"blueprint: 1\ntitle: T\nsteps:\n  - id: a\n    customer: A\n    {entry}\n"
    (found,) = check(load_bytes(text.encode(), "map.blueprint.yaml", FOLDER), PLAN).findings
    assert (found.code, found.message, found.help) == ("BP002", said, help_line)


@pytest.mark.parametrize(
    ("line", "said", "help_line", "fix"),
    [
        (
            "persona: {name: Nadia}",
            "a text is wanted here, not a mapping",
            "declare it under `personas:`, and write its id here",
            None,
        ),
        (
            "teams: {shop: {name: Shop, calendar: week}}",
            "'calendar' is not a key of a team",
            "did you mean hours?",
            "write hours",
        ),
    ],
)
def test_where_people_and_hours_are_declared_is_said(
    line: str, said: str, help_line: str, fix: str | None
) -> None:
    text = f"blueprint: 1\ntitle: T\n{line}\nsteps: A\n"
    (found,) = check(load_bytes(text.encode(), "map.blueprint.yaml", FOLDER), PLAN).findings
    assert (found.message, found.help) == (said, help_line)
    assert (found.fix.description if found.fix else None) == fix


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("systems: {007: X}\nsteps: A\n", ("BP007", 3, 11)),
        ("systems: {1: X}\nsteps: A\n", ("BP007", 3, 11)),
        ("steps:\n  - customer: A\n    no: x\n", ("BP002", 5, 5)),
        ("steps:\n  - customer: A\n    1: 1:30\n", ("BP002", 5, 5)),
        ("steps:\n  - customer: {action: A, work: 1:30}\n", ("BP007", 4, 33)),
        ("steps:\n  - customer: A\n\u00a0\u00a0\u00a0\u00a0channel: web\n", ("BP002", 5, 1)),
    ],
)
def test_a_refused_word_with_a_doubt_is_told_once(text: str, told: tuple[str, int, int]) -> None:
    whole = f"blueprint: 1\ntitle: T\n{text}"
    (found,) = check(load_bytes(whole.encode(), "map.blueprint.yaml", FOLDER), PLAN).findings
    assert (found.code, found.location.line, found.location.column) == told
    assert found.severity.word == "error"
    assert found.fix is None


def test_a_text_lost_in_a_comment_is_not_missing_as_well() -> None:
    text = "blueprint: 1\ntitle: #5 lost\nsteps: A\n"
    (found,) = check(load_bytes(text.encode(), "map.blueprint.yaml", FOLDER), PLAN).findings
    assert (found.code, found.severity.word, found.location.line, found.location.column) == (
        "BP007",
        "error",
        2,
        7,
    )
    assert (found.message, found.help) == (
        "the text ends here: what follows # is a comment",
        "put the whole text in quotes",
    )
