"""Long words: hyphens in words, none in what is copied as it stands."""

from __future__ import annotations

import pytest

from blueprint_cli.render.drawing.wrapping import wrap


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "https://www.exemple-tres-long.fr/urgences/formulaire-de-demande?x=1",
            ("https://www.exemple-", "tres-long.fr/urgences/", "formulaire-de-", "demande?x=1"),
        ),
        (
            "Écrire à service.client.international@exemple-tres-long.fr",
            ("Écrire à", "service.client.", "international@", "exemple-tres-long.fr"),
        ),
        ("Formulaire_de_prise_en_charge.docx", ("Formulaire_de_prise_", "en_charge.docx")),
        ("Anticonstitutionnellement", ("Anticonstitutionnelle-", "ment")),
        ("Saint-Germain-en-Laye-sous-Bois", ("Saint-Germain-en-", "Laye-sous-Bois")),
        ("Départements/arrondissements", ("Départements/", "arrondissements")),
    ],
)
def test_a_long_word_parts_at_its_own_signs(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 90, 9) == lines


def test_an_address_without_signs_is_cut_without_any() -> None:
    lines = wrap(f"x@{'a' * 40}.fr", 60, 9)
    assert "".join(lines) == f"x@{'a' * 40}.fr"
    assert len(lines) > 1
