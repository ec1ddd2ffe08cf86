"""The flat sheets: every part of a blueprint that the grid has no room for, one row a part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.money import format_money
from blueprint_cli.language.typography import decimal
from blueprint_cli.model.variants import whose
from blueprint_cli.workbook.card_tables import CardTables
from blueprint_cli.workbook.directory_tables import DirectoryTables
from blueprint_cli.workbook.risk_tables import RiskTables
from blueprint_cli.workbook.showing import Showing, Table
from blueprint_cli.workbook.time_tables import TimeTables

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.workbook.times import Times


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of one or more tables below each other."""

    name: str
    tables: tuple[Table, ...]


class Tables(Showing):
    """The flat sheets of a blueprint in one language; tables without rows are left out."""

    def __init__(self, blueprint: Blueprint, timings: Times, lang: Lang) -> None:
        super().__init__(blueprint, lang)
        self.timings = timings
        self.cards = CardTables(blueprint, lang)
        self.risks = RiskTables(blueprint, lang)
        self.times = TimeTables(blueprint, timings, lang)
        self.directory = DirectoryTables(blueprint, lang)

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Heading and value of everything that is said of the whole blueprint; what is not said is left out."""
        blueprint, w = self.blueprint, self.words
        volume = blueprint.volume
        units = {3_600: w.an_hour, 86_400: w.a_day, 604_800: w.a_week}
        pairs = (
            (w.scenario, blueprint.scenario),
            (w.client, blueprint.client),
            (w.state, w.to_be if blueprint.state == "to-be" else w.as_is),
            (w.persona, ", ".join(blueprint.persona_name(name) for name in blueprint.persona)),
            (w.owner, self.team(blueprint.owner)),
            (w.reviewed, self.day(blueprint.reviewed)),
            (w.version, blueprint.version),
            (
                w.volume,
                f"{decimal(volume.cases, self.lang)} / {units[volume.seconds]}" if volume else None,
            ),
            (w.price, format_money(blueprint.price, self.lang) if blueprint.price else None),
            (w.lead, self._lead()),
            (w.replaces, blueprint.replaces),
            (w.parent, blueprint.parent),
            (w.catalogs, ", ".join(blueprint.catalogs)),
            (w.note, blueprint.note),
            *(
                (w.phase, f"{self.blueprint.phase_title(phase.id)} – {phase.note}")
                for phase in blueprint.phases
                if phase.note
            ),
        )
        return tuple((name, self.show(value)) for name, value in pairs if value)

    def _lead(self) -> str | None:
        """The lead, what it is at least where a time is not known, and whose it is where the map has variants."""
        if not self.timings.lead_s:
            return None
        mine = whose(self.blueprint)
        told = ("≥ " if self.timings.untimed else "") + format_duration(self.timings.lead_s, self.lang)
        return (
            f"{told} ({self.words.times_of.format(name=self.blueprint.persona_name(mine))})" if mine else told
        )

    def sheets(self, *, typed: bool = False) -> tuple[Sheet, ...]:
        """The flat sheets that have something to say: cards, risks and ideas, times, directory.

        Args:
            typed: whether things are typed into them.
        """
        w = self.words
        groups = (
            (w.cards, (self.cards.cards(),)),
            (w.steps, (self.cards.steps(),)),
            (w.risks, (self.risks.fail_points(), self.risks.pains(), self.risks.opportunities())),
            (
                w.times,
                (self.times.step_times(), self.times.spans(), self.times.owner_times(), self.times.kpis()),
            ),
            (
                w.directory,
                (
                    self.directory.teams(),
                    self.directory.systems(),
                    self.directory.feeds(),
                    self.directory.personas(),
                    self.directory.channels(),
                    self.directory.calendars(),
                ),
            ),
        )
        found = (
            (name, tuple(table.filled(typed=typed) for table in tables if table.rows))
            for name, tables in groups
        )
        return tuple(Sheet(name, tables) for name, tables in found if tables)
