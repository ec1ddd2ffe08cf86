"""The times of a grid: what each cell says, and which card of its step bears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.refusal import Refusal
from blueprint_cli.workbook.foreign import values
from blueprint_cli.workbook.foreign.shape import short
from blueprint_cli.workbook.reading.cells import as_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.workbook.foreign.headings import Role
    from blueprint_cli.workbook.foreign.sketch import SketchStep
    from blueprint_cli.workbook.reading.cells import Value

TIMES: tuple[Role, ...] = ("wait", "work", "elapsed", "target")
_SAID: dict[str, str] = {
    "wait": "a waiting time", "work": "a working time", "elapsed": "an elapsed time", "target": "a target",
}  # fmt: skip
_NOTHING = ("–", "-", "—", "?", "n/a", "na", "/", "x", "0")
"""What people write where there is no time to tell."""


class Times:
    """The times of the steps of a grid, with the cells that they were read from."""

    def __init__(self, guesses: list[str]) -> None:
        self.guesses = guesses
        self.places: dict[tuple[int, str], str] = {}

    def read(self, role: Role, step: SketchStep, value: Value, heading: str, place: str) -> None:
        """Give a step a time, or say why not."""
        said = as_text(value)
        if said.casefold() in _NOTHING:
            return
        if role in step.times:
            self.guesses.append(
                f"{place}: '{short(said)}' is left out: the step has {_SAID[role]} already, {step.times[role]}"
            )
            return
        clock = values.clock_text(value)
        if clock and not values.is_hour_of_day(heading):
            self._keep(role, step, clock, place)
            self.guesses.append(f"{place}: a time as spreadsheets keep it, taken for {clock}")
            return
        try:
            self._keep(role, step, values.time_text(value, values.unit_in(heading)), place)
        except Refusal as refusal:
            self.guesses.append(f"{place}: {refusal.message}: left out ({refusal.help})")

    def _keep(self, role: str, step: SketchStep, text: str, place: str) -> None:
        step.times[role] = text
        self.places[id(step), role] = place

    def judge(self, steps: Iterable[SketchStep]) -> None:
        """Judge what takes all of the times to be judged, and say where each of them goes."""
        kept = list(steps)
        self._judge_durations(kept)
        for step in kept:
            self._tell_sum(step)
            self._tell_bearer(step)

    def _judge_durations(self, steps: list[SketchStep]) -> None:
        """Durations that are shorter than the waiting beside them leave it out: they are the work."""
        both = [step.times for step in steps if {"wait", "elapsed"} <= set(step.times)]
        if not any(values.is_shorter(times["elapsed"], times["wait"]) for times in both):
            return
        for step in steps:
            if "elapsed" in step.times and "work" not in step.times:
                step.times["work"] = step.times.pop("elapsed")
                self.places[id(step), "work"] = self.places.pop((id(step), "elapsed"))
        self.guesses.append("the durations are shorter than the waits: taken for working times")

    def _tell_sum(self, step: SketchStep) -> None:
        """Waiting and work make the elapsed time: it is not said a second time."""
        if {"wait", "work", "elapsed"} <= set(step.times):
            said, place = step.times.pop("elapsed"), self.places[id(step), "elapsed"]
            self.guesses.append(
                f"{place}: {said} is left out: waiting and working time make the elapsed time"
            )

    def _tell_bearer(self, step: SketchStep) -> None:
        """The times of a step in which the customer does nothing stand on another card, or on none."""
        bearer = step.bearer_of_times
        for role in ("wait", "work", "elapsed"):
            if role not in step.times or (bearer is not None and bearer.layer == "customer"):
                continue
            said, place = step.times[role], self.places[id(step), role]
            if bearer is None:
                del step.times[role]
                self.guesses.append(f"{place}: {said} is left out: the step has no action that could take it")
            else:
                self.guesses.append(
                    f"{place}: {said} is given to '{short(bearer.text)}' ({bearer.layer}): the customer does nothing there"
                )
