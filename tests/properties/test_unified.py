"""The diffs that are shown: whatever changed, they say the whole of it, as `patch` reads it."""

from __future__ import annotations

import difflib
import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.edit.unified import changed_blocks, unified

LINES = st.lists(st.sampled_from(["a", "b", "c", "d", "  x", ""]), max_size=40)
_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n\Z")


@given(LINES, LINES)
@settings(max_examples=300)
def test_blocks_turn_one_version_into_the_other(before: list[str], after: list[str]) -> None:
    made, last = [], 0
    for block in changed_blocks(before, after):
        assert block.start >= last
        made += before[last : block.start] + after[block.new_start : block.new_end]
        assert len(made) == block.new_end
        last = block.end
    assert made + before[last:] == after


@given(LINES, LINES)
@settings(max_examples=300)
def test_every_hunk_stands_where_its_heading_says(before: list[str], after: list[str]) -> None:
    lines = list(unified([f"{line}\n" for line in before], [f"{line}\n" for line in after], "m.yaml"))
    assert lines[:2] == (["--- m.yaml\n", "+++ m.yaml\n"] if before != after else [])
    old: list[str] = []
    for number, line in enumerate(lines[2:], 2):
        heading = _HUNK.match(line)
        if heading is None:
            continue
        start, length, new_start, new_length = (
            int(part) if part is not None else 1 for part in heading.groups()
        )
        body = []
        for said in lines[number + 1 :]:
            if _HUNK.match(said):
                break
            body.append(said)
        old = [said[1:-1] for said in body if said[0] in " -"]
        new = [said[1:-1] for said in body if said[0] in " +"]
        assert before[start - bool(length) :][:length] == old
        assert after[new_start - bool(new_length) :][:new_length] == new
        assert (len(old), len(new)) == (length, new_length)


def numbered(count: int) -> list[str]:
    return [f"  - step {number}\n" for number in range(count)]


@pytest.mark.parametrize(
    ("place", "gone", "new"),
    [(5, 1, ["changed\n"]), (5, 0, ["put in\n", "and more\n"]), (0, 2, []), (39, 1, ["last\n"]), (40, 0, ["end\n"])],
)  # fmt: skip
def test_small_changes_are_told_as_everywhere(place: int, gone: int, new: list[str]) -> None:
    before = numbered(40)
    after = [*before[:place], *new, *before[place + gone :]]
    assert list(unified(before, after, "m.yaml")) == list(
        difflib.unified_diff(before, after, "m.yaml", "m.yaml")
    )


def test_changes_apart_are_hunks_of_their_own() -> None:
    before, after = numbered(40), numbered(40)
    after[3], after[12], after[18] = "a\n", "b\n", "c\n"  # what stands around the last two meets
    told = list(unified(before, after, "m.yaml"))
    assert [line for line in told if line.startswith("@@")] == ["@@ -1,7 +1,7 @@\n", "@@ -10,13 +10,13 @@\n"]
    assert told == list(difflib.unified_diff(before, after, "m.yaml", "m.yaml"))


def test_a_rewritten_file_is_told_whole() -> None:
    before, after = numbered(300), [f"{number}\n" for number in range(300)]
    with TemporaryDirectory() as name:
        file = Path(name, "m.yaml")
        file.write_text("".join(before), encoding="utf-8")
        subprocess.run(
            ["git", "apply", "--unidiff-zero", "-p0", "-"],
            input="".join(unified(before, after, "m.yaml")),
            text=True,
            check=True,
            cwd=name,
        )
        assert file.read_text(encoding="utf-8") == "".join(after)
