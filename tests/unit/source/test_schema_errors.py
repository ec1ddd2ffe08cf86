"""Unknown keys and words: one finding each, which says what was meant or where the key belongs."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from blueprint_cli.checks.rules import unknown_reference
from blueprint_cli.findings import Change, Remedy
from blueprint_cli.model import word_lists
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.directory import BUILT_IN_CHANNELS
from blueprint_cli.source.loading import load_bytes
from blueprint_cli.source.words_meant import VALUES

HEAD = "blueprint: 1\ntitle: T\nsteps:\n  - customer: A\n    "

CASES = {
    "fail_points: x": ("fail_points", "`fail_points` belongs to an action, not to a step", False),
    "uses: crm": ("uses", "`uses` belongs to an action, not to a step", False),
    "personas: x": ("personas", "`personas` belongs to a blueprint, not to a step", False),
    "phases: x": ("phases", "did you mean phase?", True),
    "preuves: x": ("preuves", "did you mean evidence?", True),
    "Pensées: x": ("Pensées", "did you mean thought?", True),
    "points de douleur: x": ("points de douleur", "did you mean pain_points?", True),
    "touchpoints: {libellé: x}": ("libellé", "did you mean name?", True),
    "étape: x": ("étape", "did you mean title?", True),
    "next: {à: end}": ("à", "did you mean to?", True),
    "owners: x": ("owners", "did you mean owner?", True),
    "frontstage: {name: B}": ("name", "did you mean action?", False),
    "frontstage: {title: B}": ("title", "did you mean action?", False),
    "frontstage: {text: B, owner: x}": ("text", "did you mean action?", False),
    "frontstage: {actoin: B}": ("actoin", "did you mean action?", True),
    "pain_points: {what: B}": ("what", "did you mean text?", False),
    "next: {id: x}": ("id", "did you mean to?", False),
    "frontstage: {action: B, fail_points: {text: C}}": ("text", "did you mean what?", False),
    "frontstage: {action: B, name: C}": (
        "name",
        "`name` belongs to a team, a system or a persona, not to an action",
        False,
    ),
}


@pytest.mark.parametrize("line", CASES)
def test_an_unknown_key_is_one_finding(line: str, tmp_path: Path) -> None:
    key, help_line, sure = CASES[line]
    source = load_bytes((HEAD + line + "\n").encode(), "x.blueprint.yaml", tmp_path)
    (found,) = [problem for problem in source.problems if problem.code == "BP002"]
    assert found.route[-1] == key
    assert (found.help, found.remedy is not None) == (help_line, sure)
    assert found.message.startswith(f"'{key}' is not a key of ")


MEANT = {
    "backstage: {action: B, manual: oui}": (
        "true or false is wanted here, not 'oui'",
        "did you mean true?",
        "true",
    ),
    "backstage: {action: B, manual: non}": (
        "true or false is wanted here, not 'non'",
        "did you mean false?",
        "false",
    ),
    "backstage: {action: B, manual: perhaps}": (
        "true or false is wanted here, not 'perhaps'",
        "write true or false",
        None,
    ),
    'emotion: "-1"': (
        "an emotion is a whole number from -2 (worst) to 2 (best), not '-1'",
        "write it without quotes",
        "-1",
    ),
    "emotion: {vip: '1'}": (
        "an emotion is a whole number from -2 (worst) to 2 (best), not '1'",
        "write it without quotes",
        "1",
    ),
    "pain_points: {text: B, severity: Haute}": (
        "'Haute' is not one of the words known here",
        "did you mean high? write low, medium or high",
        "high",
    ),
    "pain_points: {text: B, severity: hihg}": (
        "'hihg' is not one of the words known here",
        "did you mean high? write low, medium or high",
        "high",
    ),
    "backstage: {action: B, uses: {system: S, by: à la main}}": (
        "'à la main' is not one of the words known here",
        "did you mean hand? write api, screen, file or hand",
        "hand",
    ),
    "pain_points: {text: B, severity: purple}": (
        "'purple' is not one of the words known here",
        "write low, medium or high",
        None,
    ),
}


@pytest.mark.parametrize("line", MEANT)
def test_a_word_for_a_word_of_the_format_says_which_was_meant(line: str, tmp_path: Path) -> None:
    source = load_bytes((HEAD + line + "\n").encode(), "x.blueprint.yaml", tmp_path)
    (found,) = [problem for problem in source.problems if problem.code == "BP002"]
    written = found.remedy.description.removeprefix("write ") if isinstance(found.remedy, Remedy) else None
    assert (found.message, found.help, written) == MEANT[line]


def test_only_words_of_the_format_are_offered() -> None:
    lists = [get_args(value) for value in vars(word_lists).values() if get_args(value)]
    known = {word for words in lists for word in words}
    assert set(VALUES) <= known
    for words in lists:
        offered = [written for word in words for written in VALUES.get(word, ())]
        assert len(offered) == len(set(offered)), words


@pytest.mark.parametrize(
    ("written", "meant"),
    {"téléphone": "phone", "Magasin": "store", "courriel": "email", "site web": "web"}.items(),
)
def test_a_channel_in_everyday_words_is_told_its_own(written: str, meant: str, tmp_path: Path) -> None:
    source = load_bytes((HEAD + f"channel: {written}\n").encode(), "x.blueprint.yaml", tmp_path)
    assert isinstance(source.root, Blueprint)
    (found,) = unknown_reference.check(source.root)
    assert (found.message, found.help) == (f"there is no channel '{written}'", f"did you mean {meant}?")
    assert isinstance(found.remedy, Remedy)
    assert [change.value for change in found.remedy.changes] == [meant]


def test_an_unknown_channel_is_told_all_of_them(tmp_path: Path) -> None:
    source = load_bytes((HEAD + "channel: zz\n").encode(), "x.blueprint.yaml", tmp_path)
    assert isinstance(source.root, Blueprint)
    (found,) = unknown_reference.check(source.root)
    known = ", ".join(BUILT_IN_CHANNELS)
    assert found.help == f"known: {known}; `channels:` declares one of your own"


def test_a_word_of_one_letter_is_no_slip_for_another(tmp_path: Path) -> None:
    source = load_bytes((HEAD + "id: a\n    next: b\n").encode(), "x.blueprint.yaml", tmp_path)
    assert isinstance(source.root, Blueprint)
    (found,) = unknown_reference.check(source.root)
    assert (found.help, found.remedy) == ("known: a", None)


@pytest.mark.parametrize(
    ("key", "help_line"),
    [
        ("days", "write `days: mon-fri`, or leave the key out"),
        ("hours", 'write `hours: "09:00-18:00"`, or leave the key out'),
    ],
)
def test_a_calendar_that_never_opens_is_a_finding_at_its_list(
    key: str, help_line: str, tmp_path: Path
) -> None:
    text = f"{HEAD}\ncalendars: {{bu: {{{key}: []}}}}\n"
    source = load_bytes(text.encode(), "x.blueprint.yaml", tmp_path)
    (found,) = source.problems
    assert (found.code, found.route, found.message) == (
        "BP002",
        ("calendars", "bu", key),
        f"a calendar without {key} never opens",
    )
    assert found.help == help_line
    start, end = source.document.underline(found.route, found.mark)
    assert text[start:end] == "[]"


WITHIN = {
    "work: {mni: 1 h, max: 3 h}": ("mni", "'mni' is not a key of a time", "did you mean min?", "min"),
    "work: {min: 1 h, maximum: 3 h}": (
        "maximum",
        "'maximum' is not a key of a time",
        "did you mean max?",
        "max",
    ),
    "work: {min: 1 h, min2: 1 h, max: 3 h}": (
        "min2",
        "'min2' is not a key of a time",
        "write {min: 1 h, likely: 2 h, max: 6 h}",
        "",
    ),
}


@pytest.mark.parametrize("line", WITHIN)
def test_an_unknown_key_of_a_time_is_underlined_itself(line: str, tmp_path: Path) -> None:
    key, message, help_line, meant = WITHIN[line]
    text = f"blueprint: 1\ntitle: T\nsteps:\n  - customer: {{action: A, {line}}}\n"
    source = load_bytes(text.encode(), "x.blueprint.yaml", tmp_path)
    (found,) = source.problems
    route = ("steps", 0, "customer", 0, "work", key)
    assert (found.code, found.route, found.mark) == ("BP002", route, "key")
    assert (found.message, found.help) == (message, help_line)
    start, end = source.document.underline(found.route, found.mark)
    assert text[start:end] == key
    rename = Remedy(f"write {meant}", (Change("rename", route, key=meant),))
    assert found.remedy == (rename if meant else None)


def test_a_wrong_end_of_a_time_and_a_wrong_emotion_are_underlined_themselves(tmp_path: Path) -> None:
    text = (
        "blueprint: 1\ntitle: T\nsteps:\n  - customer: {action: A, work: {min: soon, max: 3 h}}\n"
        '    emotion: {vip: "2", regular: 5}\n'
    )
    source = load_bytes(text.encode(), "x.blueprint.yaml", tmp_path)
    places = [source.document.underline(found.route, found.mark) for found in source.problems]
    assert [text[start:end] for start, end in places] == ["soon", '"2"']
    route = ("steps", 0, "emotion", "vip")
    assert source.problems[1].remedy == Remedy("write 2", (Change("set", route, value=2),))
