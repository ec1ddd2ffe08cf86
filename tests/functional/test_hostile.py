"""Hostile input: whatever the bytes, the command ends soon, in little memory, with a message that names the cause."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS, MEGABYTES = 5, 300
GOOD = "blueprint: 1\ntitle: T\nsteps:\n  - customer: Phones\n"
BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def _step(text: str) -> str:
    return f"blueprint: 1\ntitle: T\nsteps:\n  - {text}\n"


# name: (bytes, code expected, line expected or None where there is none to name)
INPUTS: dict[str, tuple[bytes, str, int | None]] = {
    "empty file": (b"", "BP002", 1),
    "white space": (b"  \n\n  \n", "BP002", 1),
    "only a comment": (b"# nothing\n", "BP002", 1),
    "random bytes": (bytes((i * 7919) % 256 for i in range(5000)), "BP001", 1),
    "a NUL": (b"blueprint: 1\ntitle: a\x00b\n", "BP001", 2),
    "only NULs": (b"\0" * 10_000, "BP001", 1),
    "UTF-16": (GOOD.encode("utf-16"), "BP001", 1),
    "UTF-16 without a mark": (GOOD.encode("utf-16-le"), "BP001", 1),
    "UTF-32": (GOOD.encode("utf-32"), "BP001", 1),
    "Latin-1": ("blueprint: 1\ntitle: Colis égaré\n".encode("latin-1"), "BP001", 2),
    "cut UTF-8": ("blueprint: 1\ntitle: é".encode()[:-1], "BP001", 2),
    "an escape character": (b"blueprint: 1\ntitle: \x1b[31mred\n", "BP001", 2),
    "a line separator": ("blueprint: 1\ntitle: a\u2028b: 1\n".encode(), "BP001", 2),
    "a next-line character": ("blueprint: 1\ntitle: a\x85b\n".encode(), "BP001", 2),
    "a mark inside": ("blueprint: 1\ntitle: a\ufeffb\n".encode(), "BP001", 2),
    "100,000 brackets": (b"[" * 100_000, "BP001", 1),
    "30,000 braces": (b"{a: " * 30_000, "BP001", 1),
    "100,000 dashes": (b"- " * 100_000, "BP001", 1),
    "deep block": ("".join(" " * i + "a:\n" for i in range(1, 300)).encode(), "BP001", None),
    "billion laughs": (BOMB.encode(), "BP001", 1),
    "an anchor": (_step("&x {customer: A}").encode(), "BP001", 4),
    "an alias": (_step("*x").encode(), "BP001", 4),
    "an alias to itself": (b"&a [*a]", "BP001", 1),
    "a merge key": (_step("{<<: {a: 1}}").encode(), "BP001", 4),
    "a tag": (_step("!!str A").encode(), "BP001", 4),
    "a Python tag": (_step("!!python/object/apply:os.system [id]").encode(), "BP001", 4),
    "a bare tag": (_step("! A").encode(), "BP001", 4),
    "two documents": ((GOOD + "---\n" + GOOD).encode(), "BP001", 5),
    "three empty documents": (b"---\n---\n---\n", "BP001", 2),
    "a list as key": (b"blueprint: 1\n? [a, b]\n: c\n", "BP001", 2),
    "a mapping as key": (b"blueprint: 1\n? {a: b}\n: c\n", "BP001", 2),
    "an open quote": (b'blueprint: 1\ntitle: "never closed\n', "BP001", 2),
    "an open bracket": (b"blueprint: 1\ntitle: T\nsteps: [a, b\n", "BP001", 3),
    "a tab as indent": (b"blueprint: 1\ntitle: T\nsteps:\n\t- customer: A\n", "BP001", 4),
    "no-break indent": ("blueprint: 1\ntitle: T\nsteps:\n\u00a0\u00a0- customer: A\n".encode(), "BP002", 4),
    "a colon in prose": (_step("customer: Attention : rappel").encode(), "BP001", 4),
    "an asterisk": (_step("customer: *fort*").encode(), "BP001", 4),
    "an exclamation": (_step("customer: !Attention").encode(), "BP001", 4),
    "an at sign": (_step("customer: @sav").encode(), "BP001", 4),
    "a per cent sign": (_step("customer: %15").encode(), "BP001", 4),
    "a back quote": (_step("customer: `code`").encode(), "BP001", 4),
    "text after quotes": (_step('customer: "Non" dit-elle').encode(), "BP001", 4),
    "an apostrophe in quotes": (_step("customer: 'L'avis'").encode(), "BP001", 4),
    "a bad indent": (b"blueprint: 1\ntitle: T\n steps:\n  - customer: A\n", "BP001", 3),
    "a scalar": (b"just words\n", "BP002", 1),
    "a number": (b"42\n", "BP002", 1),
    "a list": (b"- a\n- b\n", "BP002", 1),
    "another YAML": (b"version: 3\nservices:\n  web: {image: x}\n", "BP002", 1),
    "JSON": (b'{"blueprint": 1, "title": "T", "steps": []}', "BP002", 1),
    "format 2": (GOOD.replace("1", "2", 1).encode(), "BP002", 1),
    "format true": (GOOD.replace("1", "true", 1).encode(), "BP002", 1),
    "format text": (GOOD.replace("1", '"1"', 1).encode(), "BP002", 1),
    "no title": (b"blueprint: 1\nsteps: [A]\n", "BP002", 1),
    "no steps": (b"blueprint: 1\ntitle: T\n", "BP002", 1),
    "empty steps": (b"blueprint: 1\ntitle: T\nsteps: []\n", "BP002", 3),
    "an empty item": (b"blueprint: 1\ntitle: T\nsteps:\n  -\n", "BP002", 4),
    "steps as a number": (b"blueprint: 1\ntitle: T\nsteps: 3\n", "BP002", 3),
    "nan": (_step("{customer: A, emotion: .nan}").encode(), "BP002", 4),
    "infinity": (_step("{customer: A, emotion: -.inf}").encode(), "BP002", 4),
    "1e999": (_step("{customer: A, kpis: {nps: 1e999}}").encode(), "BP002", 4),
    "emotion 3": (_step("{customer: A, emotion: 3}").encode(), "BP002", 4),
    "emotion 1.5": (_step("{customer: A, emotion: 1.5}").encode(), "BP002", 4),
    "a bare time": (_step("{customer: {action: A, work: 30}}").encode(), "BP002", 4),
    "a clock time": (_step("{customer: {action: A, work: 1:30}}").encode(), "BP007", 4),
    "an endless number": (
        _step("{customer: {action: A, work: " + "9" * 50_000 + " min}}").encode(),
        "BP002",
        4,
    ),
    "an endless fraction": (
        _step("{customer: {action: A, work: 1." + "3" * 50_000 + " h}}").encode(),
        "BP002",
        4,
    ),
    "an endless share": (
        _step("{next: {to: end, probability: 0." + "3" * 5000 + " %}, customer: A}").encode(),
        "BP002",
        4,
    ),
    "a negative time": (_step("{customer: {action: A, wait: -3h}}").encode(), "BP002", 4),
    "a month": (_step("{customer: {action: A, wait: 1 month}}").encode(), "BP002", 4),
    "a wrong date": (b"blueprint: 1\ntitle: T\nreviewed: 2026-02-30\nsteps: [A]\n", "BP002", 3),
    "a date and time": (b"blueprint: 1\ntitle: T\nreviewed: 2026-02-03T10:00:00Z\nsteps: [A]\n", "BP002", 3),
    "a wrong language": (b"blueprint: 1\ntitle: T\nlang: de\nsteps: [A]\n", "BP002", 3),
    "an unknown key": (b"blueprint: 1\ntitel: T\nsteps: [A]\n", "BP002", 2),
    "a wrong id": (_step("{id: Étape 1, customer: A}").encode(), "BP002", 4),
    "a reserved id": (_step("{id: end, customer: A}").encode(), "BP002", 4),
    "a double key": (b"blueprint: 1\ntitle: T\ntitle: U\nsteps: [A]\n", "BP003", 3),
    "a double id": (
        b"blueprint: 1\ntitle: T\nsteps: [{id: a, customer: A}, {id: a, customer: B}]\n",
        "BP004",
        3,
    ),
    "a missing catalogue": (b"blueprint: 1\ntitle: T\ncatalogs: nowhere.yaml\nsteps: [A]\n", "BP005", 3),
    "a catalogue that is this file": (
        b"blueprint: 1\ntitle: T\ncatalogs: input.blueprint.yaml\nsteps: [A]\n",
        "BP005",
        3,
    ),
    "a catalogue that is a folder": (b"blueprint: 1\ntitle: T\ncatalogs: .\nsteps: [A]\n", "BP005", 3),
    "a catalogue that is a device": (
        b"blueprint: 1\ntitle: T\ncatalogs: /dev/zero\nsteps: [A]\n",
        "BP005",
        3,
    ),
    "an unknown reference": (_step("{customer: {action: A, after: nobody}}").encode(), "BP005", 4),
    "a cycle": (
        _step("{customer: [{id: a, action: A, after: b}, {id: b, action: B, after: a}]}").encode(),
        "BP006",
        4,
    ),
    "a cycle to itself": (_step("{customer: {id: a, action: A, after: a}}").encode(), "BP006", 4),
    "50,000 steps": (b"blueprint: 1\ntitle: T\nsteps:\n" + b"- Phones\n" * 50_000, "BP002", 4),
    "5,000 steps with an ignored finding each, and an error": (
        b"blueprint: 1\ntitle: T\nowner: nobody\nteams: {a: A}\nsteps:\n"
        + b"- customer: Phones\n  # blueprint: ignore[BP404] -- so\n" * 5_000,
        "BP005",
        3,
    ),
    "10,000 keys that nobody knows": (
        (
            _step("customer: A\n    backstage:")
            + "".join(f"    - {{action: F, ownr{i}: b}}\n" for i in range(10_000))
        ).encode(),
        "BP002",
        6,
    ),
    "20,000 equal items": (
        _step("{customer: A, frontstage: [" + "F, " * 10_000 + "F], next: nowhere}").encode(),
        "BP005",
        4,
    ),
    "over 4 MB": (b"# " + b"x" * 4_000_001, "BP001", None),
    "a million items": (b"blueprint: 1\ntitle: T\nsteps: [" + b"A," * 600_000 + b"A]\n", "BP001", None),
    "a million quotes": (b'"' * 1_000_000, "BP001", 1),
    "one long line": (b"blueprint: 1\ntitle: T\nstep" + b"s" * 1_000_000 + b": x\n", "BP001", 3),
}


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 2**20, MEGABYTES * 2**20))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


@pytest.mark.parametrize("name", INPUTS)
def test_it_ends_with_the_cause_and_the_line(name: str, tmp_path: Path) -> None:
    content, code, line = INPUTS[name]
    path = tmp_path / "input.blueprint.yaml"
    path.write_bytes(content)
    result = subprocess.run(
        [sys.executable, "-m", "blueprint_cli", "lint", "--format", "json", path.name],
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        preexec_fn=_limited,
        env={
            key: value for key, value in os.environ.items() if not key.startswith("COV")
        },  # measuring costs time, too
        check=False,
    )
    assert (result.returncode, result.stderr) == (1, b"")
    found = json.loads(result.stdout)["findings"]
    errors = [finding for finding in found if finding["severity"] == "error"]
    assert code in {finding["code"] for finding in errors}
    first = next(finding for finding in errors if finding["code"] == code)
    assert len(first["message"]) < 400
    assert "Traceback" not in first["message"]
    if line is not None:
        assert first["line"] == line
