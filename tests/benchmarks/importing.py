"""How fast a workbook of 200 steps comes back, as ratios of CPU time on this machine: minima over several runs, in turn.

    python tests/benchmarks/importing.py

Untouched, the workbook is read and compared in at most half the time that openpyxl needs to load it. Edited ones, with 5,
20 and 50 cells typed over, are measured against openpyxl's load of the same book: shown in half of it, too; what is
written is read and validated whole beforehand, and takes longer.
"""

from __future__ import annotations

import shutil
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from ratios import cpu_of, minima  # type: ignore[import-not-found]

STEPS, RUNS = 200, 7
EDITS = (5, 20, 50)
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
    from blueprint_cli.workbook.returning.sameness import is_as_sent
    from blueprint_cli.workbook.returning.sent import read_sent
    from blueprint_cli.workbook.returning.understanding import read_returned

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


def edit(book: Path, count: int, out: Path) -> None:
    """Type into so many cells as a client would: a text, an emotion, a time, an owner, a new card, again and again."""
    from openpyxl import load_workbook

    workbook = load_workbook(book)
    grid, cards = workbook["Blueprint"], workbook["Cards"]
    columns = {cell.value: cell.column for cell in cards[2] if cell.value}
    places = (str(cards.cell(row, 1).value) for row in range(1, cards.max_row + 1))
    fronts = [row for row, place in enumerate(places, 1) if ".frontstage[front-" in place]
    for number in range(count):
        step = number // 5 * (STEPS // (count // 5)) + number % 5
        mood = grid.cell(10, 3 + step)
        cell, value = (
            (grid.cell(8, 3 + step), f"Does something else {number}"),
            (mood, -2 if mood.value == 2 else 2),
            (cards.cell(fronts[step], columns["work"]), 17),
            (cards.cell(fronts[step], columns["owner"]), "Stock"),
            (grid.cell(16, 3 + step), f"New card {number}"),
        )[number % 5]
        cell.value = value
    workbook.save(out)


def edited_ratios(blueprint: str, file: Path, book: Path) -> None:
    """Tell the ratios of edited imports, shown alone and written."""
    folder = book.parent
    for count in EDITS:
        edited, target = folder / f"edited-{count}.xlsx", folder / "target.blueprint.yaml"
        edit(book, count, edited)
        load = f"import openpyxl; openpyxl.load_workbook({str(edited)!r})"
        commands = {
            "shown": [blueprint, "import", str(edited), "--into", str(file)],
            "written": [blueprint, "import", str(edited), "--into", str(target), "--write"],
            "load": [sys.executable, "-c", load],
        }
        least: dict[str, float] = {}
        for _ in range(RUNS):
            shutil.copy(file, target)
            least = {name: min(least.get(name, 1e9), cpu_of(commands[name], folder)) for name in commands}
        assert target.read_bytes() != file.read_bytes()
        shown, written = least["shown"] / least["load"], least["written"] / least["load"]
        print(
            f"{count} edits: shown {shown:.2f} x, written {written:.2f} x a process that loads the same book"
        )


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
        edited_ratios(blueprint, file, book)
    print(f"{STEPS} steps, read and compared: {ours / theirs:.2f} x openpyxl's load")
    ratio = whole["blueprint import"] / whole["openpyxl, load"]
    print(f"the whole command: {ratio:.2f} x a process that loads it with openpyxl")


if __name__ == "__main__":
    main()
