"""How fast a workbook of 200 steps comes back, as ratios of CPU time on this machine: minima over several runs, in turn.

    python tests/benchmarks/importing.py

The workbook is read and compared in at most half the time that openpyxl needs to load it.
"""

from __future__ import annotations

import sys
import sysconfig
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from ratios import minima  # type: ignore[import-not-found]

STEPS, RUNS = 200, 7
STEP = """
  - id: step-{n}
    title: Step number {n}
    phase: Phase {phase}
    evidence: E-mail {n}
    customer: {{action: Does thing {n} and waits, work: 5 min}}
    emotion: {mood}
    frontstage:
      - {{id: front-{n}, action: Answers question {n}, owner: desk, uses: crm, work: 12 min}}
      - Sends message {n}
    backstage:
      - {{action: Prepares file {n}, owner: stock, uses: [crm, erp], wait: 2 h, work: 20 min}}
    support: [Process {n}]
    pain_points: Pain {n}
"""
HEAD = "blueprint: 1\ntitle: Long\nteams: {desk: Desk, stock: Stock}\nsystems: {crm: CRM, erp: ERP}\nsteps:\n"


def in_process(book: Path) -> tuple[float, float]:
    """CPU seconds of reading and comparing, and of openpyxl's load, modules imported beforehand."""
    from openpyxl import load_workbook

    from blueprint_cli.workbook.reading.opening import read_book
    from blueprint_cli.workbook.returning.returned import read_returned
    from blueprint_cli.workbook.returning.sameness import is_as_sent
    from blueprint_cli.workbook.returning.sent import read_sent

    ours = theirs = 1e9
    for _ in range(RUNS):
        start = time.process_time()
        back = read_book(book)
        same = is_as_sent(read_returned(back, lambda _: {}, "en", "", read_sent(back)))
        ours = min(ours, time.process_time() - start)
        assert same
        start = time.process_time()
        load_workbook(book)
        theirs = min(theirs, time.process_time() - start)
    return ours, theirs


def main() -> None:
    blueprint = str(Path(sysconfig.get_path("scripts")) / "blueprint")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, book = folder / "long.blueprint.yaml", folder / "long.xlsx"
        steps = (STEP.format(n=n, phase=n // 10, mood=n % 5 - 2) for n in range(STEPS))
        file.write_text(HEAD + "".join(steps), encoding="utf-8")
        minima({"render": [blueprint, "render", str(file), "-o", str(book)]}, folder, runs=1)
        load = f"import openpyxl; openpyxl.load_workbook({str(book)!r})"
        whole = minima(
            {
                "blueprint import": [blueprint, "import", str(book), "--into", str(file)],
                "openpyxl, load": [sys.executable, "-c", load],
            },
            folder,
        )
        ours, theirs = in_process(book)
    print(f"{STEPS} steps, read and compared: {ours / theirs:.2f} x openpyxl's load")
    ratio = whole["blueprint import"] / whole["openpyxl, load"]
    print(f"the whole command: {ratio:.2f} x a process that loads it with openpyxl")


if __name__ == "__main__":
    main()
