"""How often each rule speaks: count, code, name, and whether its findings can be mended."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from blueprint_cli.report.style import paint

if TYPE_CHECKING:
    from blueprint_cli.checks.outcome import Outcome


def statistics(outcome: Outcome, *, color: bool = False) -> str:
    """A line a rule, the most frequent first; `[*]` marks those that `--fix` mends, at least in part."""
    counts = Counter((finding.code, finding.name) for finding in outcome.found)
    mendable = {finding.code for finding in outcome.found if finding.fix and finding.fix.safe}
    if not counts:
        return "no findings\n"
    digits = len(str(max(counts.values())))
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    lines = [
        f"{count:>{digits}}  {paint(code, 'strong', color=color)}  {'[*]' if code in mendable else '   '} {name}"
        for (code, name), count in rows
    ]
    lines.append(
        f"{sum(counts.values()):>{digits}}  in all, in {outcome.files} file{'' if outcome.files == 1 else 's'}"
    )
    if mendable:
        lines.append("[*] can be mended with --fix")
    return "".join(f"{line}\n" for line in lines)
