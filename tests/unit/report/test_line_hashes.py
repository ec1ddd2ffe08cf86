"""GitHub's hash of a line against the plain sum that it is: no window that rolls, each line on its own."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.report.line_hashes import line_hashes

MAP = "blueprint: 1\ntitle: Dégât des eaux 📦\nsteps:\n  - customer: Appelle\n  - customer: Appelle\n\n\n\t# fin"
TEXTS = {
    "LF": MAP,
    "final line end": MAP + "\n",
    "CRLF": MAP.replace("\n", "\r\n"),
    "CR": MAP.replace("\n", "\r"),
    "byte order mark": "\ufeff" + MAP,
    "a line longer than the window": "title: " + "é📦x" * 80 + "\nsteps: []\n",
    "the same line forty times": "  - customer: Appelle\n" * 40,
    "nothing": "",
}


def plain_hashes(text: str) -> dict[int, str]:
    """For each line the sum of unit x 37^(99 - i) over the hundred units from its start, modulo 2^64."""
    raw = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-16-be")
    units = [int.from_bytes(raw[i : i + 2], "big") for i in range(0, len(raw), 2)]
    units = [unit for unit in units if unit not in (ord(" "), ord("\t"))]
    starts = [0, *(i + 1 for i, unit in enumerate(units) if unit == ord("\n"))]
    units += [0xFFFF] + [0] * 100
    seen: Counter[int] = Counter()
    found = {}
    for line, start in enumerate(starts, 1):
        value = sum(unit * 37 ** (99 - i) for i, unit in enumerate(units[start : start + 100])) % 2**64
        seen[value] += 1
        found[line] = f"{value:x}:{seen[value]}"
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_every_line_has_its_hash(name: str) -> None:
    assert line_hashes(TEXTS[name]) == plain_hashes(TEXTS[name])


@given(st.text(alphabet=st.sampled_from("aé📦 \t\r\n:-"), max_size=300))
def test_any_text(text: str) -> None:
    assert line_hashes(text) == plain_hashes(text)
