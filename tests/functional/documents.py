"""The Markdown documents as tests: console blocks to run again, YAML blocks to load, links to follow.

`python tests/functional/documents.py` writes what the commands print now into the documents, the key reference and the
reference of the rules.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
RULES = ROOT / "docs/rules.md"
DOCUMENTS = [ROOT / "README.md", *sorted(set((ROOT / "docs").glob("*.md")) - {RULES})]
"""What people write; the reference of the rules is written whole."""
BLOCK = re.compile(
    r"(?:^<!-- (?P<mark>[^\n]*) -->\n)?^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
REFERENCE = re.compile(r"(<!-- reference: begin -->\n).*?(<!-- reference: end -->)", re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block of a document, with the comment that stands before it."""

    document: Path
    kind: str
    body: str
    mark: str
    start: int

    @property
    def name(self) -> str:
        line = self.document.read_text(encoding="utf-8").count("\n", 0, self.start) + 1
        return f"{self.document.relative_to(ROOT)}:{line}"


def blocks(kind: str) -> list[Block]:
    """Every block of a kind, in the order of the documents."""
    return [
        Block(document, found["kind"], found["body"], found["mark"] or "", found.start())
        for document in DOCUMENTS
        for found in BLOCK.finditer(document.read_text(encoding="utf-8"))
        if found["kind"] == kind
    ]


def printed(body: str) -> str:
    """A console block with what its commands print now, run one after another in a folder with the examples."""
    commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
    scripts = Path(sys.executable).parent
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    environment = {**kept, "COLUMNS": "80", "PATH": f"{scripts}{os.pathsep}{os.environ.get('PATH', '')}"}
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        out = ""
        for command in commands:
            result = subprocess.run(
                ["bash", "-c", command],
                cwd=folder,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=False,
            )
            out += f"$ {command}\n{result.stdout.decode()}"
    return out


def refresh() -> None:
    """Write the outputs of today into the documents."""
    from blueprint_cli.checks.pages import rules_reference
    from blueprint_cli.model.reference import reference

    RULES.write_text(rules_reference(), encoding="utf-8")
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        text = REFERENCE.sub(lambda found: f"{found[1]}{reference()}{found[2]}", text)
        text = BLOCK.sub(
            lambda found: (
                found[0].replace(found["body"], printed(found["body"]))
                if found["kind"] == "console"
                else found[0]
            ),
            text,
        )
        document.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    refresh()
