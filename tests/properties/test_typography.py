"""What holds for every text that is shown."""

from __future__ import annotations

import unicodedata
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.language.typography import typeset

LANGS: st.SearchStrategy[Literal["en", "fr"]] = st.sampled_from(["en", "fr"])
PROSE = st.text(alphabet="aé1 2.,:;!?%«»\"'()-–\u00a0\u202f\n€h", max_size=24)
ADDRESSES = st.sampled_from(["https://ex.fr/a?b='c':d", "nadia@ex.fr", '`x : "y"`', "www.ex.fr/?a=b"])


def _bare(text: str) -> list[str]:
    """Everything but spaces, quotes and signs."""
    drawn = "\"'“”‘’«»-−"
    return [c for c in text if c not in drawn and not c.isspace()]


@given(st.one_of(PROSE, st.text(max_size=40)), LANGS)
def test_only_spaces_quotes_and_signs_change(text: str, lang: Literal["en", "fr"]) -> None:
    assert _bare(typeset(text, lang)) == _bare(text)


@given(PROSE, LANGS)
def test_what_is_set_stays_as_it_is(text: str, lang: Literal["en", "fr"]) -> None:
    shown = typeset(text, lang)
    assert typeset(shown, lang) == shown


@given(st.one_of(PROSE, st.text(max_size=40)), LANGS)
def test_one_line_without_space_at_its_ends(text: str, lang: Literal["en", "fr"]) -> None:
    shown = typeset(text, lang)
    assert shown == shown.strip()
    assert all(c in " \u00a0" for c in shown if c.isspace() or unicodedata.category(c) in ("Zl", "Zp"))


@given(PROSE, ADDRESSES, PROSE, LANGS)
def test_an_address_is_never_touched(
    before: str, address: str, after: str, lang: Literal["en", "fr"]
) -> None:
    assert address in typeset(f"{before} {address} {after}", lang)


@given(st.lists(st.sampled_from(["colis", "24 h", "l'avis", "«oui»", "Quand ?"]), max_size=6))
def test_french_lines_never_begin_with_a_mark_or_a_unit(words: list[str]) -> None:
    lines = typeset(" ".join(words), "fr").split(" ")
    assert all(line[0].isalnum() or line[0] == "«" for line in lines if line)
    assert not any(line in ("h", "«", "?") for line in lines)
