"""The canonical style, case by case; what cannot be verified is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint_cli.edit import formatting
from blueprint_cli.edit.formatting import LeftAlone, formatted
from blueprint_cli.source.document import Document
from blueprint_cli.source.reading import PurePythonEvents, read, read_text

ROOT = Path(__file__).parents[3]
SHIPPED = sorted((ROOT / "src/blueprint_cli/templates").glob("*.yaml")) + sorted(
    (ROOT / "examples").glob("*.yaml")
)


def _formatted(text: str) -> str:
    return formatted(read_text(text))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_what_we_ship_is_canonical(path: Path) -> None:
    document = read(path)
    assert formatted(document) == document.text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Blocks.
        ("steps:\n- A\n-   B\n", "steps:\n  - A\n  - B\n"),
        ("steps:\n- title : A\n  customer:   B\n", "steps:\n  - title: A\n    customer: B\n"),
        ("a:\n    b:\n        - c:\n            d: 1\n", "a:\n  b:\n    - c:\n        d: 1\n"),
        ("  a: 1\n  b:\n   - c\n", "a: 1\nb:\n  - c\n"),
        ("-   - - x\n    - y\n-\n    a: 1\n", "- - - x\n  - y\n-\n  a: 1\n"),
        ("-   -   x\n    -   y\n", "- - x\n  - y\n"),
        ("a:\n      value\nb:\n    {c: 1}\n", "a:\n  value\nb:\n  {c: 1}\n"),
        ("- ?   a\n  :   - b\n      - c\n", "- ? a\n  : - b\n    - c\n"),
        ("a:\tb\t# c\n", "a: b  # c\n"),
        # Flow.
        ('a: { b : 1,c: [ x ,y ], "d":2 , }\n', 'a: {b: 1, c: [x, y], "d": 2,}\n'),
        ("a: {b: , c}\n", "a: {b: , c}\n"),
        ('{\n    "a": [\n        1,\n        2\n    ]\n}', '{\n  "a": [\n    1,\n    2\n  ]\n}\n'),
        ("a: [b,\n    c,\n  d]\n", "a: [b,\n    c,\n  d]\n"),
        ("a:   [b,\n      c]\n", "a: [b,\n    c]\n"),
        ("- a: [\n   b\n ]\n- [\n  c\n  ]\n", "- a: [\n    b\n  ]\n- [\n    c\n  ]\n"),
        ("a: [\n# b\nb,\n# c\n]\n", "a: [\n  # b\n  b,\n  # c\n]\n"),
        # Blank lines and ends of lines.
        ("\n\na: 1   \n\n \n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
        ("a: 1", "a: 1\n"),
        ("a:  1\r\nb: 2\n", "a: 1\r\nb: 2\r\n"),
        ("a:  1\rb: 2\r\r\r\rc: 3", "a: 1\rb: 2\r\rc: 3\r"),
        ("", ""),
        (" \n\n", ""),
        ("# only this", "# only this\n"),
        ("%YAML 1.2\n---\na:  1\n...\n", "%YAML 1.2\n---\na: 1\n...\n"),
        # Scalars of several lines.
        ("a:\n    b: |\n       x\n         y\n\n\n    c: 1\n", "a:\n  b: |\n    x\n      y\n\n  c: 1\n"),
        ("a:\n    b: >-  \n        x\n      \n        y\n", "a:\n  b: >-\n    x\n\n    y\n"),
        ("a:\n    b: |+\n      x\n\n\n    c: 1\n", "a:\n  b: |+\n    x\n\n\n  c: 1\n"),
        ("a:\n    b: |2 # two\n        x\n       y\n", "a:\n  b: |2  # two\n      x\n     y\n"),
        ("a:\n- |1\n   x\n- |\n  y\n", "a:\n  - |1\n     x\n  - |\n    y\n"),
        ("a: |\n   x\n     \n", "a: |\n  x\n    \n"),
        ("a: |\n   x", "a: |\n  x"),
        ("a: |-\n   x", "a: |-\n  x\n"),
        ("a: |+\n   x\n\n  ", "a: |+\n  x\n\n"),
        ("a: |\n\n\n\nb:  1\n", "a: |\n\nb: 1\n"),
        ("a: |\n  x\u00a0\n  \u00a0\nb:   1\n", "a: |\n  x\u00a0\n  \u00a0\nb: 1\n"),
        ("--- |\n   x\n", "--- |\n   x\n"),
        ("- a\n   b\n\n   c\n-   d\n    e\n", "- a\n   b\n\n   c\n- d\n  e\n"),
        ("a:  x\n  y\n", "a: x\n  y\n"),
        ("a:    x\n      y\n", "a: x\n   y\n"),
        ("a: \"x  \n y\\\n z\"\nb: 'p\n\n\n  q'\n", "a: \"x\n  y\\\n  z\"\nb: 'p\n\n\n  q'\n"),
        ('a: "x\\ \n  y"\n', 'a: "x\\ \n  y"\n'),
        ("a: {b: x\n y, c: 1}\n", "a: {b: x\n  y, c: 1}\n"),
        # A key that is there twice keeps both of its values.
        ("a:  1\na:  2\n", "a: 1\na: 2\n"),
        ("a:  .nan\n", "a: .nan\n"),
    ],
)
def test_style(text: str, wanted: str) -> None:
    assert _formatted(text) == wanted
    assert _formatted(wanted) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # At the ends of lines.
        ("a: 1 # x\nb: 2\n", "a: 1  # x\nb: 2\n"),
        ("a: 1    # x\n", "a: 1    # x\n"),
        ("a: 1   # x\nbcd: 2 # y\n", "a: 1    # x\nbcd: 2  # y\n"),
        ("a: 1 # x\nbcd: 2 # y\n", "a: 1  # x\nbcd: 2  # y\n"),
        ("a:\n    b: 1      # x\n    cde: 2    # y\n", "a:\n  b: 1      # x\n  cde: 2    # y\n"),
        ("a: # x\n   # goes on\n    b: 1\n", "a:  # x\n    # goes on\n  b: 1\n"),
        ("a:       # x\n\n- b: 1   # y\n", "a:         # x\n\n  - b: 1   # y\n"),
        ('a: "x"#y  \n', 'a: "x"  #y\n'),
        ("[a,#b\n c]\n", "[a,  #b\n c]\n"),
        ("-    # x\n    a: 1\n", "-    # x\n  a: 1\n"),
        # On their own lines.
        ("# 1\n\n\n# 2\na: 1\n", "# 1\n\n# 2\na: 1\n"),
        ("a:\n# of b\n    b: 1\n# of c\n    c: 2\n", "a:\n  # of b\n  b: 1\n  # of c\n  c: 2\n"),
        (
            "a:\n    b:\n        c: 1\n        # of c\n    # of b\n# of d\nd: 1\n",
            "a:\n  b:\n    c: 1\n    # of c\n  # of b\n# of d\nd: 1\n",
        ),
        ("a:\n- b\n# - c\n- d\n# end\n", "a:\n  - b\n  # - c\n  - d\n# end\n"),
        ("a:\n    # b: 1\nc: 1\n", "a:\n  # b: 1\nc: 1\n"),
        ("a:\n   # b\n", "a:\n  # b\n"),
        ("a:\n  -  \n     # b\n  - c\n", "a:\n  -\n    # b\n  - c\n"),
        ("a: 1\n     # far\nb: 2\n", "a: 1\n# far\nb: 2\n"),
        ("a: |\n    x\n  # no text\nb: 1\n", "a: |\n  x\n# no text\nb: 1\n"),
        ("a: |  # said\n    # text\n", "a: |  # said\n  # text\n"),
    ],
)
def test_comments(text: str, wanted: str) -> None:
    assert _formatted(text) == wanted
    assert _formatted(wanted) == wanted


def test_aligned_comments_far_apart_stay_aligned() -> None:
    text = (
        "state: as-is                # what is\n"
        "steps:                      # the columns\n"
        "- id: ask\n"
        "  channel: phone            # web, app\n"
        "  customer: {action: What the customer does}  # a fact\n"
        "  emotion: 0                # -2 to 2\n"
    )
    assert _formatted(text) == (
        "state: as-is                # what is\n"
        "steps:                      # the columns\n"
        "  - id: ask\n"
        "    channel: phone          # web, app\n"
        "    customer: {action: What the customer does}  # a fact\n"
        "    emotion: 0              # -2 to 2\n"
    ).replace("  #", "    #").replace("does}    #", "does}  #")


def test_both_parsers_give_the_same_result() -> None:
    text = (ROOT / "src/blueprint_cli/templates/late-parcel.fr.blueprint.yaml").read_text(encoding="utf-8")
    for mangled in (text.replace(": ", ":   "), text.replace("\n", "\r\n"), "a: |2 # x\n    y\n\n"):
        document = read_text(mangled)
        assert formatted(document) == formatted(read_text(mangled, events=PurePythonEvents))


@pytest.mark.parametrize(
    ("result", "reason"),
    [
        ("a: {\n", "the result could not be read again"),
        ("a: 2 # c\n", "the result would not hold the same data"),
        ("a: 1 # d\n", "the result would not hold the same comments"),
        ("'a': 1 # c\n", "the result would differ in more than space"),
        ("a: 1   # c\n", "formatting the result again would change it again"),
    ],
)
def test_a_wrong_result_is_not_taken(monkeypatch: pytest.MonkeyPatch, result: str, reason: str) -> None:
    results = iter([result, "something else"])
    monkeypatch.setattr(formatting, "_laid_out", lambda _: next(results))
    with pytest.raises(LeftAlone, match=reason):
        formatted(read_text("a:   1 # c\n"))


def test_what_would_become_a_marker_is_left_alone() -> None:
    with pytest.raises(LeftAlone):
        formatted(read_text("  --- x\n"))


def test_a_bracket_that_some_versions_of_libyaml_let_pass_is_left_alone() -> None:
    with pytest.raises(LeftAlone, match="a bracket closes"):
        formatted(Document("[?]]"))


def test_what_the_parser_did_not_name_is_left_alone() -> None:
    with pytest.raises(LeftAlone, match="line 2, column 3 is not understood"):
        formatted(Document("\n  a: 1\n"))


def test_the_deepest_file_is_formatted() -> None:
    blocks = "".join(f"{'    ' * level}a:\n" for level in range(40)) + "    " * 40
    text = f"{blocks}{'[ ' * 20}1{' ]' * 20}\n"
    assert _formatted(text) == text.replace("    ", "  ").replace("[ ", "[").replace(" ]", "]")
