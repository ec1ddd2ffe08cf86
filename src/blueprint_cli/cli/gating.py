"""Missed gates on standard error, each with its place in the file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.analysis.gates import Miss
    from blueprint_cli.source.document import Document


def tell(misses: Iterable[Miss], document: Document) -> None:
    """One line for each: `late.blueprint.yaml:12: --max-lead 1 h missed by 40 min: … ("Phones")`."""
    from blueprint_cli.report.style import one_line

    for miss in misses:
        place, named = document.path, ""
        if miss.part is not None:
            if not miss.part.catalogue and miss.part.route:
                start, end = document.underline(miss.part.route, "value")
                place = f"{document.path}:{document.location(start, end).line}"
            action = getattr(miss.part, "action", None)
            named = f'; look at "{one_line(action)}"' if action and action not in miss.message else ""
        sys.stderr.write(f"{place}: {one_line(miss.message)}{named}\n")
