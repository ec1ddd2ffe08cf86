"""What a comment hides: the node of YAML that it stands on, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint_cli.checks.checking import check
from blueprint_cli.source.loading import load_bytes

LINES = """\
blueprint: 1
title: T
owner: help
persona: n
scenario: s
systems:
  fax: {name: Fax, owner: help}
  telex: {name: Telex, owner: help}
steps:
  - customer: A
    evidence: E
    backstage:
      - action: B1
        owner: help
      - {action: B2,
         owner: help,
         note: "# blueprint: ignore[BP202] -- text"}
  - customer: C
    evidence: E
    backstage: {action: B3, owner: help}
""".splitlines()
WATCHED = ("BP201", "BP202", "BP901", "BP902")
ALL = ["BP201 7", "BP201 8", "BP202 13", "BP202 15", "BP202 20"]
FAX, TELEX, B1, B2, B3 = ALL
COMMENT = "# blueprint: ignore[BP2] -- so"


def _left(lines: list[str], moved: tuple[int, ...] = ()) -> list[str]:
    """What is still told, by code and line; lines behind added ones are counted as before."""
    text = "\n".join(lines) + "\n"
    found = check(load_bytes(text.encode(), "map.blueprint.yaml", Path())).findings
    return [
        f"{one.code} {one.location.line - sum(added < one.location.line for added in moved)}"
        for one in found
        if one.code in WATCHED
    ]


def test_without_comments_all_is_told() -> None:
    assert _left(LINES) == ALL


# the line (from 1) that the comment ends, and what it hides
@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        (7, [FAX]),
        (6, [FAX, TELEX]),
        (9, [B1, B2, B3]),
        (12, [B1, B2]),
        (13, [B1]),
        (15, [B2]),
        (20, [B3]),
        (10, []),
        (14, []),
        (16, []),
    ],
)
def test_at_the_end_of_a_line(line: int, hidden: list[str]) -> None:
    lines = [*LINES]
    lines[line - 1] += f"  {COMMENT}"
    unused = [f"BP901 {line}"]
    left = [one for one in _left(lines) if one not in unused]
    assert left == [one for one in ALL if one not in hidden]
    assert (unused[0] in _left(lines)) is (len(hidden) == 0)


# the line that the comment stands above, its indent, and what it hides
@pytest.mark.parametrize(
    ("line", "indent", "hidden"),
    [
        (1, 0, []),  # the first key alone, not the file
        (6, 0, [FAX, TELEX]),
        (7, 2, [FAX]),
        (8, 2, [TELEX]),
        (8, 0, [TELEX]),  # the indent of a comment says nothing
        (9, 2, [B1, B2, B3]),  # at the end of a block: what comes next
        (9, 0, [B1, B2, B3]),
        (10, 2, [B1, B2]),  # the first step
        (11, 4, []),
        (12, 4, [B1, B2]),
        (13, 6, [B1]),
        (14, 8, []),
        (15, 6, [B2]),
        (15, 8, [B2]),
        (16, 9, []),  # inside a flow mapping: the key below
        (18, 2, [B3]),
        (18, 6, [B3]),
        (20, 4, [B3]),
        (21, 0, []),  # behind everything
    ],
)
def test_on_a_line_of_its_own(line: int, indent: int, hidden: list[str]) -> None:
    lines = [*LINES]
    lines.insert(line - 1, f"{' ' * indent}{COMMENT}")
    left = _left(lines, (line,))
    unused = [one for one in left if one.startswith("BP901")]
    assert [one for one in left if one not in unused] == [one for one in ALL if one not in hidden]
    assert len(unused) == (0 if hidden else 1)


def test_comments_may_stand_between_a_comment_and_its_node() -> None:
    lines = [*LINES]
    lines[12:12] = [f"      {COMMENT}", "      # why", "", "  # and why not"]
    assert _left(lines, (13, 14, 15, 16)) == [FAX, TELEX, B2, B3]


def test_a_dash_with_a_comment_opens_its_item() -> None:
    lines = [*LINES]
    lines[12:13] = [f"      - {COMMENT}", "        action: B1"]
    assert _left(lines, (13,)) == [FAX, TELEX, B2, B3]


def test_a_comment_for_the_whole_file_stands_before_the_first_key() -> None:
    word = "# blueprint: ignore-file[BP2] -- so"
    assert _left([word, *LINES], (1,)) == []
    late = [*LINES]
    late.insert(5, word)
    assert [one for one in _left(late, (6,)) if one not in ALL] == ["BP902 6"]


def test_what_is_quoted_is_no_comment() -> None:
    assert B2 in _left(LINES)
    lines = [*LINES]
    lines[1] = "title: |\n  T\n  # blueprint: ignore-file[BP2] -- text"
    assert _left(lines, (3, 4)) == ALL


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    lines = [*LINES]
    lines[11] += f"  {COMMENT}"
    text = "\ufeff" + "\r\n".join(lines)
    found = check(load_bytes(text.encode(), "map.blueprint.yaml", Path())).findings
    told = [f"{one.code} {one.location.line}" for one in found if one.code in WATCHED]
    assert told == [FAX, TELEX, B3]


OF_OTHERS = """\
blueprint: 1
title: T
steps:
  - {customer: A, channel: web}
  # blueprint: ignore[BP404] -- q
  - {customer: B, only: v}
  - {customer: C, only: n}  # blueprint: ignore[BP404] -- q
  # blueprint: ignore[BP404] -- idle
  - {customer: D, only: n, channel: web}
"""


@pytest.mark.parametrize(
    ("text", "persona", "unused"),
    [
        (OF_OTHERS, None, [8]),
        (OF_OTHERS, "n", [8]),
        (OF_OTHERS, "v", []),
        (OF_OTHERS.replace("steps:", "# blueprint: ignore[BP404] -- all\nsteps:"), "n", [9]),
    ],
)
def test_a_comment_above_what_a_persona_leaves_out_is_not_idle(
    text: str, persona: str | None, unused: list[int]
) -> None:
    source = load_bytes(text.encode(), "map.blueprint.yaml", Path())
    found = check(source, persona=persona).findings
    assert [one.location.line for one in found if one.code == "BP901"] == unused
