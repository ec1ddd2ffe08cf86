"""Defects of a whole map planted in rich maps, and rewrites that say the same: codes and elements stay."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from blueprint_cli.checks.checking import check
from blueprint_cli.findings import Finding
from blueprint_cli.source.loading import load_bytes

FOLDER = Path(__file__).parent / "rich"
MAPS = sorted(path.name.removesuffix(".blueprint.yaml") for path in FOLDER.glob("*.blueprint.yaml"))
Rewrite = Callable[[str], str]


def _put(old: str, new: str) -> Rewrite:
    return lambda text: text.replace(old, new, 1)


# what is planted: the map, the change, the code, and where
WHOLE: dict[str, tuple[str, Rewrite, str, int]] = {
    "three teams on a step": (
        "saas",
        _put(
            "uses: crm, work: 10 min, background: true}",
            "uses: crm, work: 10 min, background: true}\n"
            "    support: {action: Runs the parser, owner: billing, uses: app, serves: watch, work: 1 min}",
        ),
        "BP104",
        24,
    ),
    "a break between channels": (
        "saas",
        _put("uses: [meet, crm], work: 30 min", "uses: meet, work: 30 min"),
        "BP209",
        43,
    ),
    "a flat curve": ("hotel", lambda text: re.sub(r"emotion: -?\d", "emotion: 1", text), "BP403", 14),
    "nothing observed": (
        "hotel",
        lambda text: re.sub(r"(?m)^(    emotion:)", r"    basis: assumed\n\1", text),
        "BP503",
        14,
    ),
    "a step that nothing leads to": (
        "hotel",
        lambda text: text.replace("  - title: Sleep\n", "    next: morning\n  - title: Sleep\n").replace(
            "  - title: Breakfast\n", "  - id: morning\n    title: Breakfast\n"
        ),
        "BP605",
        36,
    ),
}

REWRITES: dict[str, Rewrite] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "a document start": lambda text: "---\n" + text,
    "comments above": lambda text: "# one 📦\n\n# deux\n" + text,
    "comments behind": lambda text: re.sub(r"(?m)^(    \w+: .*)$", r"\1  # dit ☎", text),
    "comments between": lambda text: re.sub(r"(?m)^(    \w)", r"    # entre\n\1", text),
    "no final line end": lambda text: text.rstrip("\n"),
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "spaces at the ends": lambda text: text.replace("\n", "  \n"),
    "flow style": lambda text: yaml.safe_dump(
        _read(text), allow_unicode=True, default_flow_style=True, sort_keys=False
    ),
    "block style": lambda text: yaml.safe_dump(_read(text), allow_unicode=True, sort_keys=False),
    "sorted keys": lambda text: yaml.safe_dump(_read(text), allow_unicode=True),
    "double quotes": lambda text: re.sub(
        r'!!\w+ "([^"]*)"', r"\1", yaml.safe_dump(_read(text), allow_unicode=True, default_style='"')
    ),
    "escapes": lambda text: yaml.safe_dump(_read(text), sort_keys=False),
    "an emoji before each key": lambda text: re.sub(
        r"(?m)^( *)(\w+: )", "# \U0001f4e6\U0001f69a é\n\\1\\2", text
    ),
    "deeper lists": lambda text: yaml.dump(
        _read(text), Dumper=_Indented, allow_unicode=True, sort_keys=False, width=10_000
    ),
    "narrow lines": lambda text: yaml.safe_dump(_read(text), allow_unicode=True, sort_keys=False, width=30),
    "single quotes": lambda text: re.sub(
        r"!!\w+ '((?:[^']|'')*)'", r"\1", yaml.safe_dump(_read(text), allow_unicode=True, default_style="'")
    ),
    "JSON": lambda text: json.dumps(_read(text), ensure_ascii=False, indent=2, default=str),
    "JSON on one line": lambda text: json.dumps(_read(text), ensure_ascii=False, default=str),
    "keys from the last to the first": lambda text: yaml.safe_dump(
        _backwards(_read(text)), allow_unicode=True, sort_keys=False
    ),
    "spaces before the colons": lambda text: re.sub(r"(?m)^( +\w+): ", r"\1 : ", text),
    "spaces after the colons": lambda text: re.sub(r"(?m)^( +\w+): (?=[\w\[{])", r"\1:    ", text),
    "tabs after the colons": lambda text: re.sub(r"(?m)^( +\w+): (?=[\w\[{])", r"\1:\t", text),
    "tabs at the ends": lambda text: re.sub(r"(?m)(?<=\S)$", "\t", text),
    "a document end": lambda text: text + "...\n",
    "a YAML version": lambda text: "%YAML 1.2\n---\n" + text,
    "comments at the end": lambda text: text + "# fin 📦\n\n   # fin\n",
    "CRLF and a byte order mark": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "flow lists over lines": lambda text: re.sub(r"(?<=\w), (?=\w+: )", ",\n          ", text),
    "wide indents": lambda text: yaml.safe_dump(_read(text), allow_unicode=True, sort_keys=False, indent=6),
}


class _Indented(yaml.SafeDumper):
    """Lists stand deeper than their keys."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - the library's own
        super().increase_indent(flow, indentless=False)


def _backwards(data: object) -> object:
    if isinstance(data, dict):
        return {key: _backwards(value) for key, value in reversed(data.items())}
    return [_backwards(item) for item in data] if isinstance(data, list) else data


def _read(text: str) -> object:
    return yaml.safe_load(text)


def _findings(text: str) -> list[Finding]:
    return list(check(load_bytes(text.encode(), "map.blueprint.yaml", FOLDER)).findings)


def _said(text: str) -> list[tuple[str, str]]:
    return sorted((finding.code, finding.at) for finding in _findings(text) if finding.code != "BP601")


@pytest.mark.parametrize("name", WHOLE)
def test_a_defect_of_the_whole_is_one_finding(name: str) -> None:
    file, change, code, line = WHOLE[name]
    sound = (FOLDER / f"{file}.blueprint.yaml").read_text(encoding="utf-8")
    known = {(finding.code, finding.message) for finding in _findings(sound)}
    new = [found for found in _findings(change(sound)) if (found.code, found.message) not in known]
    assert [(found.code, found.location.line) for found in new] == [(code, line)]


@pytest.mark.parametrize("file", MAPS)
@pytest.mark.parametrize("rewrite", REWRITES)
def test_a_rewrite_changes_no_code_and_no_element(file: str, rewrite: str) -> None:
    sound = (FOLDER / f"{file}.blueprint.yaml").read_text(encoding="utf-8")
    wrong = sound.replace("evidence: ", "quote: ", 1)
    for text in (sound, wrong):
        assert _said(REWRITES[rewrite](text)) == _said(text)
