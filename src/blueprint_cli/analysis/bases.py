"""What the known times rest on: seen, told by a source, assumed, proposed, or nothing that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from blueprint_cli.analysis.timings import Timings


class Bases(NamedTuple):
    """How many actions with a known time rest on what; `sourced` name a source and no basis."""

    observed: int
    sourced: int
    assumed: int
    proposed: int
    unfounded: int

    @property
    def known(self) -> int:
        """All that have a time."""
        return sum(self)

    @property
    def founded(self) -> int:
        """Those that say what they rest on."""
        return self.known - self.unfounded


def bases(timings: Timings) -> Bases:
    """An action's own basis and source count before those of its step."""
    counts = dict.fromkeys(Bases._fields, 0)
    for untimed, placed in zip(timings.is_untimed, timings.order.actions, strict=True):
        if not untimed:
            step, action = timings.blueprint.steps[placed.step], placed.action
            basis = action.basis or step.basis
            source = action.source or step.source
            counts[basis or ("sourced" if source else "unfounded")] += 1
    return Bases(**counts)
