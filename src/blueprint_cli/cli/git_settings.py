"""What `blueprint git-setup` puts into a repository, and takes out again: attributes and the repository's own configuration."""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from blueprint_cli.source.git import Git

_BEGIN = b"# blueprint git-setup: git diff shows what changed in a map or a workbook"
_END = b"# blueprint git-setup: end"
ATTRIBUTES = (
    b"*.blueprint.yaml diff=blueprint",
    b"*.blueprint.yml diff=blueprint",
    b"*.xlsx diff=blueprint-workbook",
    b"*.ods diff=blueprint-workbook",
)
_OURS = re.compile(re.escape(_BEGIN) + rb"\r?\n(?:.*\r?\n)*?" + re.escape(_END) + rb"(?:\r?\n|\Z)")
_STEP_HEADING = r"^(Step .*)$"
_SHEET_HEADING = r"^(Sheet .*)$"


@dataclass(frozen=True)
class GitSettings:
    """The settings of one repository."""

    git: Git

    @property
    def attributes(self) -> Path:
        """The file of the attributes: part of the work, for everybody who clones it."""
        return self.git.root / ".gitattributes"

    def configuration(self) -> dict[str, str]:
        """Keys and values for this clone: what git runs to read a map, and what a part is headed by."""
        textconv = f"{_program()} textconv"
        return {
            "diff.blueprint.textconv": textconv,
            "diff.blueprint.xfuncname": _STEP_HEADING,
            "diff.blueprint-workbook.textconv": textconv,
            "diff.blueprint-workbook.xfuncname": _SHEET_HEADING,
        }

    def write(self) -> list[str]:
        """Put everything in; says what was new.

        Raises:
            BlueprintError: the attributes or the configuration cannot be written.
        """
        done = ["attributes in .gitattributes"] if self._write_attributes(self._with_ours) else []
        fresh = [key for key, value in self.configuration().items() if self._said(key) != value]
        for key in fresh:
            self._configure(key, self.configuration()[key])
        return done + (["settings in the configuration of this clone"] if fresh else [])

    def remove(self) -> list[str]:
        """Take out what `write` put in, and nothing else; says what was there.

        Raises:
            BlueprintError: the attributes or the configuration cannot be written.
        """
        done = (
            ["attributes from .gitattributes"]
            if self._write_attributes(lambda raw: _OURS.sub(b"", raw))
            else []
        )
        there = [key for key in self.configuration() if self._said(key) is not None]
        for key in there:
            self._configure(key, None)
        return done + (["settings from the configuration of this clone"] if there else [])

    def shown(self) -> str:
        """What `write` puts in, as the files would hold it."""
        lines = [".gitattributes", *(f"    {line.decode()}" for line in ATTRIBUTES), "", ".git/config"]
        section = ""
        for key, value in self.configuration().items():
            _, name, field = key.split(".")
            if name != section:
                section = name
                lines.append(f'    [diff "{name}"]')
            escaped = value.replace("\\", "\\\\").replace('"', '\\"')
            lines.append(f"        {field} = {escaped}")
        return "\n".join(lines) + "\n"

    def _write_attributes(self, change: Callable[[bytes], bytes]) -> bool:
        from blueprint_cli.files import write_whole

        path = self.attributes
        old = path.read_bytes() if path.exists() else b""
        new = change(old)
        if new == old:
            return False
        try:
            if new.strip():
                write_whole(path.resolve(), new)
            else:
                path.unlink()
        except OSError as error:
            raise BlueprintError(f"{path} cannot be written: {error.strerror or error}") from None
        return True

    @staticmethod
    def _with_ours(raw: bytes) -> bytes:
        end = b"\r\n" if b"\r\n" in raw else b"\n"
        block = end.join((_BEGIN, *ATTRIBUTES, _END)) + end
        if block in raw:
            return raw
        rest = _OURS.sub(b"", raw)
        return rest + (end if rest and not rest.endswith((b"\n", b"\r")) else b"") + block

    def _said(self, key: str) -> str | None:
        found = self.git.ask("config", "--local", "--get", key)
        return None if found is None else found.decode("utf-8", "replace").removesuffix("\n")

    def _configure(self, key: str, value: str | None) -> None:
        words = ("--unset-all", key) if value is None else ("--replace-all", key, value)
        if self.git.ask("config", "--local", *words) is None:
            raise BlueprintError(
                f"git cannot write the setting {key}", f"look at {(self.git.root / '.git').as_posix()}/config"
            )


def _program() -> str:
    """The command as git's shell finds it: by its name, or by this interpreter where it is on no path."""
    if shutil.which("blueprint"):
        return "blueprint"
    return f"'{sys.executable}' -m blueprint_cli"
