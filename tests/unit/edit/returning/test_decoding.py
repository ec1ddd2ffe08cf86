"""Times as clients type them: taken where they are clear, else asked for in the words of the workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint_cli.edit.returning.decoding import Decoding
from blueprint_cli.edit.returning.mine import Mine
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.words import Lang
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.source.loading import load_bytes
from blueprint_cli.workbook.returning.comparing import Reading


def decoding(lang: Lang) -> Decoding:
    """The reader of the cells of a small map."""
    source = load_bytes(b"blueprint: 1\ntitle: T\nsteps: [A]\n", "t.blueprint.yaml", Path())
    assert isinstance(source.root, Blueprint)
    return Decoding(Mine.of(source, source.root), Reading(lang))


@pytest.mark.parametrize(
    ("lang", "typed", "help_line"),
    [
        ("fr", "1 à 2", "write 1 à 2 min, 1 à 2 h or 1 à 2 jours"),
        ("fr", "48", "write 48 min, 48 h or 48 jours"),
        ("fr", "2\u00a0-\u00a05", "write 2 - 5 min, 2 - 5 h or 2 - 5 jours"),
        ("en", "1 to 2", "write 1 to 2 min, 1 to 2 h or 1 to 2 days"),
    ],
)
def test_figures_without_a_unit_are_asked_for(lang: Lang, typed: str, help_line: str) -> None:
    with pytest.raises(Refusal) as refused:
        decoding(lang).data("time", typed)
    assert refused.value.message == f"a time without a unit: {' '.join(typed.split())}"
    assert refused.value.help == help_line


@pytest.mark.parametrize("typed", ["1 à 2 h", "2 jours", "1 jours", "2h30", "30 min à 1 h"])
def test_times_that_are_clear_are_taken(typed: str) -> None:
    assert decoding("fr").data("time", typed) == typed


def test_other_times_are_refused_as_in_the_file() -> None:
    with pytest.raises(Refusal, match=r"env\. 3 h"):
        decoding("fr").data("time", "env. 3 h")


ODD = b"""blueprint: 1
title: T
systems: {sales: CRM; ventes, crm: CRM, track: Suivi (API), both: "A; B; C"}
steps: [A]
"""


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("CRM; ventes", ["sales"]),
        ("CRM\u00a0; ventes ; CRM", ["sales", "crm"]),
        ("CRM; Suivi (API)", ["crm", "track"]),
        ("crm ; ventes (API); A; B; C", [{"system": "sales", "by": "api"}, "both"]),
        ("A; B; C (à la main)\nCRM", [{"system": "both", "by": "hand"}, "crm"]),
        ("Suivi (API) (fichier); CRM;", [{"system": "track", "by": "file"}, "crm"]),
    ],
)
def test_a_name_may_hold_the_sign_that_parts_names(typed: str, expected: list[object]) -> None:
    source = load_bytes(ODD, "t.blueprint.yaml", Path())
    assert isinstance(source.root, Blueprint)
    assert Decoding(Mine.of(source, source.root), Reading("fr")).data("systems", typed) == expected


def test_a_name_that_is_none_is_still_refused() -> None:
    source = load_bytes(ODD, "t.blueprint.yaml", Path())
    assert isinstance(source.root, Blueprint)
    with pytest.raises(Refusal, match="the file knows no system 'ventes'"):
        Decoding(Mine.of(source, source.root), Reading("fr")).data("systems", "Suivi (API); ventes")


@pytest.mark.parametrize(
    ("typed", "level"),
    [("Élevé", "high"), ("haute", "high"), ("forte", "high"), ("moyen", "medium"), ("Basse", "low"), ("low", "low")],
)  # fmt: skip
def test_levels_are_taken_in_the_words_that_people_use(typed: str, level: str) -> None:
    assert decoding("fr").data("level", typed, field="impact") == level


@pytest.mark.parametrize(
    ("field", "words"), [("impact", "faible, moyen, fort"), ("severity", "faible, moyenne, forte")]
)
def test_a_level_that_is_none_is_answered_in_the_words_of_its_column(field: str, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        decoding("fr").data("level", "énorme", field=field)
    assert (refused.value.message, refused.value.help) == ("'énorme' is no level", f"one of {words}")
