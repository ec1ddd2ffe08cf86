"""A comment looks as if it hid findings, and does not.

It is not spelt as one of ours, names a rule that there is not, or one that no comment may hide. Somebody believes that
a finding was dealt with. A comment names its rules in brackets and says why: every rule at once cannot be hidden.

Bad:
    blueprint: 1
    title: Late parcel
    steps:
      - customer: Phones the help desk
        evidence: Recorded message
        # blueprint: ignore[mising-owner] -- the teams are being merged
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

CODE = "BP902"
ABOUT = "map"
SEVERITY = Severity.WARNING
FIX = "safe"
