"""Linting a thousand different maps: CPU beside yamllint's with its default rules, and the most memory.

    python tests/benchmarks/linting.py [YAMLLINT]

YAMLLINT is the program; without it the one beside this Python is taken. The targets: at most 0.15 of its CPU, and 45 MB.
"""

from __future__ import annotations

import os
import re
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPTS = Path(sysconfig.get_path("scripts"))
FILES, FEW = 1_000, 50
PROSE = re.compile(r"\b(action|text|what|title|name): ([A-ZÀ-Ü][^,}\n\"]*)")


def used_by(command: list[str]) -> tuple[float, float]:
    """CPU seconds and megabytes of one run."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    process = os.posix_spawn(command[0], command, environment, file_actions=quiet)
    _, _, used = os.wait4(process, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def maps(folder: Path, number: int) -> Path:
    """A folder with so many maps that say different things."""
    text = (ROOT / "src/blueprint_cli/templates/late-parcel.fr.blueprint.yaml").read_text(encoding="utf-8")
    here = folder / str(number)
    here.mkdir()
    for index in range(number):
        changed = PROSE.sub(rf"\1: \2 {index}", text)
        (here / f"{index:04}.blueprint.yaml").write_text(changed, encoding="utf-8")
    return here


def main() -> None:
    blueprint = str(SCRIPTS / "blueprint")
    yamllint = sys.argv[1] if len(sys.argv) > 1 else str(SCRIPTS / "yamllint")
    with tempfile.TemporaryDirectory() as name:
        many, few = maps(Path(name), FILES), maps(Path(name), FEW)
        used_by([blueprint, "lint", str(few)])
        cpu, memory = used_by([blueprint, "lint", str(many)])
        print(f"blueprint lint, {FILES} files: {cpu:.2f} s, {memory:.1f} MB")
        if Path(yamllint).exists():
            others, _ = used_by([yamllint, str(few)])
            print(
                f"yamllint, {FEW} files: {others:.2f} s; ratio for as many: {cpu / FILES * FEW / others:.3f}"
            )


if __name__ == "__main__":
    main()
