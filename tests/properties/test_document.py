"""What holds for every file: any bytes give a document or one refusal; both parsers agree; places are exact."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from blueprint_cli.checks.checking import check
from blueprint_cli.findings import Finding
from blueprint_cli.source.loading import load_bytes
from blueprint_cli.source.reading import EVENTS, PurePythonEvents, Unreadable, read_bytes, read_text

YAML_LIKE = st.text(alphabet="ab:- \n\t#'\"[]{},&*!|>%@`?1.~é\u00a0\u2028\U0001f4e6", max_size=60)
SCALARS = st.one_of(
    st.text(
        alphabet=st.characters(
            codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff"
        ),
        max_size=20,
    ),
    st.integers(-(10**17), 10**17),
    st.booleans(),
    st.none(),
)
DATA = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.from_regex("[a-z]{1,6}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)


def _lint(raw: bytes) -> Sequence[Finding]:
    return check(load_bytes(raw, "x.blueprint.yaml", Path())).findings


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf")
@example(b"? ")
@example(b"- - - - ?")
def test_any_bytes_give_findings(raw: bytes) -> None:
    for finding in _lint(raw):
        place = finding.location
        assert 1 <= place.line <= place.end_line
        assert place.column >= 1
        assert finding.message


@given(YAML_LIKE)
def test_any_text_near_yaml_gives_findings_on_both_parsers(text: str) -> None:
    found = []
    for events in (EVENTS, PurePythonEvents):
        try:
            document = read_text(text, events=events)
        except Unreadable as error:
            assert error.problem.span is not None
            assert 0 <= error.problem.span[0] <= error.problem.span[1] <= max(len(text), 1)
            found.append("refused")
        else:
            found.append(repr((document.data, document.spans, document.notes)))
    assert (
        found[0] == found[1] or "refused" in found
    )  # the two differ in a few escapes; none reads what it should not


@given(YAML_LIKE)
def test_a_blueprint_with_any_title_gives_findings(text: str) -> None:
    for finding in _lint(f"blueprint: 1\ntitle: {text}\nsteps:\n  - {text}\n".encode()):
        assert finding.code.startswith("BP")


@given(DATA, st.sampled_from(["block", "flow", "json", "crlf", "bom"]))
def test_dumped_data_load_back_and_scalars_stand_at_their_places(data: Any, style: str) -> None:
    text = (
        json.dumps(data, ensure_ascii=False)
        if style == "json"
        else yaml.safe_dump(data, allow_unicode=True, default_flow_style=style == "flow", width=1000)
    )
    if style == "crlf":
        text = text.replace("\n", "\r\n")
    try:
        document = read_bytes((b"\xef\xbb\xbf" if style == "bom" else b"") + text.encode(), "x")
    except Unreadable:
        # PyYAML writes characters that we refuse as escapes or as they are; such files are another test's matter.
        assert re.search(
            r"[^\t\n\r -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\\ud|[\x85\u2028\u2029\ufeff]", text
        )
        return
    if style == "json" or not document.notes:
        assert document.data == data
    for route, span in document.spans.items():
        value = document.text[span.start : span.end]
        here = document.data
        for part in route:
            here = here[part]
        if not isinstance(here, (dict, list)) and "\n" not in value and value:
            assert read_text(value).data == here


@given(
    st.lists(
        st.tuples(st.from_regex("[a-z]{1,5}", fullmatch=True), st.text(alphabet="abc é#", max_size=8)),
        min_size=1,
        max_size=6,
        unique_by=lambda pair: pair[0],
    )
)
def test_every_comment_is_found(pairs: list[tuple[str, str]]) -> None:
    said = [f"# {text} {index}" for index, (_, text) in enumerate(pairs)]
    text = "".join(
        f"{key}: {json.dumps(value)} {comment}\n" for (key, value), comment in zip(pairs, said, strict=True)
    )
    document = read_text(text)
    assert [document.text[start:end] for start, end in document.comments()] == said
