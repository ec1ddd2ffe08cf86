"""Defects of a whole map planted in rich maps, and rewrites that say the same: codes and elements stay."""

from __future__ import annotations

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
    "wide indents": lambda text: yaml.safe_dump(_read(text), allow_unicode=True, sort_keys=False, indent=6),
}


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
    wrong = sound.replace("evidence: ", "thought: ", 1)
    for text in (sound, wrong):
        assert _said(REWRITES[rewrite](text)) == _said(text)
