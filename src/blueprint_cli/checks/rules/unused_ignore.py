"""A comment hides nothing.

What it hid has been mended, or moved. Left there it would hide the next defect at that place before anybody saw it.
The fix removes it, or the one word that hid nothing.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        # blueprint: ignore[missing-owner] -- the teams are being merged
        backstage: {action: Calls the carrier, owner: Logistics, manual: true}

Good:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        # blueprint: ignore[missing-owner] -- the teams are being merged
        backstage: {action: Calls the carrier, manual: true}
"""

from __future__ import annotations

from blueprint_cli.findings import Severity

CODE = "BP901"
ABOUT = "map"
SEVERITY = Severity.WARNING
FIX = "safe"
