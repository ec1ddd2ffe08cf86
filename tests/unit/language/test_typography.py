"""What a text looks like in French and in English, and what is left alone."""

from __future__ import annotations

import pytest

from blueprint_cli.language.typography import signed, typeset


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Où est mon colis ?", "Où est mon colis_?"),
        ("Où est mon colis?", "Où est mon colis_?"),
        ("Quoi?! Non!!!", "Quoi_?! Non_!!!"),
        ("Attention: danger; fin", "Attention_: danger_; fin"),
        ("«livré»: 15%", "«_livré_»_: 15_%"),
        ('« Il dit "oui" »', "«_Il dit “oui”_»"),
        ("d'\"expert\"", "d’«_expert_»"),
        ("aujourd'hui, l'«accueil»", "aujourd’hui, l’«_accueil_»"),
        ("2 h 30 min", "2_h_30_min"),
        ("34 ans, 5€, 1 200 EUR, n° 12", "34_ans, 5_€, 1_200_EUR, n°_12"),
        ("12 345 678,90 €", "12_345_678,90_€"),
        ("Les 2 s'excusent", "Les 2 s’excusent"),
        ("en 2026 500 clients", "en 2026 500 clients"),
        ("01 23 45 67 89", "01 23 45 67 89"),
        ("de -5 à -2,5 °C", "de −5 à −2,5_°C"),
        ("24\u202fh !", "24_h_!"),
    ],
)  # fmt: skip
def test_french(written: str, shown: str) -> None:
    assert typeset(written, "fr") == shown.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('"Hi," she said. "It\'s \'fine\'."', "“Hi,” she said. “It’s ‘fine’.”"),
        ("\"'A'\"", "“‘A’”"),
        ('he said "so "he" said"', "he said “so ‘he’ said”"),
        ("the dogs' 'best' toys", "the dogs’ ‘best’ toys"),
        ("'tis the '90s, rock 'n' roll", "’tis the ’90s, rock ’n’ roll"),
        ("O'Neil isn't 24 h late!", "O’Neil isn’t 24 h late!"),
        ('5\'10" tall, a 15" screen', '5\'10" tall, a 15" screen'),
        ('"unbalanced', '"unbalanced'),
        ("(-3), 2-5 days, 10 -5", "(−3), 2-5 days, 10 -5"),
        ("ten\u00a0km", "ten\u00a0km"),
    ],
)
def test_english(written: str, shown: str) -> None:
    assert typeset(written, "en") == shown


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    "kept",
    [
        "https://ex.fr/a?b=1:c;d!'e",
        "www.ex.fr/?q",
        "o'brien@ex.fr",
        '`a_b "x" : y?`',
        "snake_case 12:30 a%20b 3:1 --stdin -1-2",
        "&amp; :smile: x",
        "مرحبا؟ كيف",
        "你好?「是」:好!",
        "\ue000",
    ],
)
def test_what_is_no_prose_stays(kept: str, lang: str) -> None:
    assert typeset(kept, lang) == kept  # type: ignore[arg-type]


def test_a_text_becomes_one_line() -> None:
    assert typeset("  one\n\n two\u2028three\t`a\n b` ", "en") == "one two three `a b`"
    assert typeset("deux \u00a0 mots", "fr") == "deux\u00a0mots"


def test_signs_of_emotions() -> None:
    assert [signed(number) for number in (-2, -1, 0, 1, 2)] == ["−2", "−1", "0", "+1", "+2"]
