"""The blueprint and the catalogue: the two kinds of file."""

from typing import Annotated, Any, ClassVar, Self

from pydantic import Field

from blueprint_cli.language.refusal import Refusal
from blueprint_cli.model.actions import Action
from blueprint_cli.model.directory import Directory
from blueprint_cli.model.fields import (
    CaseVolume,
    Day,
    Figures,
    Id,
    Many,
    Price,
    Reads,
    Reference,
    Text,
    Time,
    shown,
)
from blueprint_cli.model.part import Part
from blueprint_cli.model.steps import Kpi, Step
from blueprint_cli.model.word_lists import Lang, Layer, State

FORMAT = 1
MOST_STEPS = 5_000
"""Far more than anybody can read; what a program writes by mistake ends here."""


def read_version(value: Any) -> int:
    """The format's version, the whole number 1; `true` is none, though Python says that it equals 1."""
    if isinstance(value, bool) or value != FORMAT or not isinstance(value, (int, float)):
        raise Refusal(f"this program reads format 1, not {shown(value)}", "write 1")
    return FORMAT


Version = Annotated[int, Reads(read_version, {"type": "number", "const": FORMAT})]


class Phase(Part):
    """A header over consecutive steps."""

    main: ClassVar[str] = "id"

    id: Id = Field(description="The name that steps refer to.", examples=["waiting"])
    title: Text | None = Field(
        default=None, description="The heading; the id when absent.", examples=["Waiting"]
    )


class Span(Part):
    """A named stretch of the journey: how long from A to B?"""

    id: Id | None = Field(default=None, description="A name for reports.", examples=["delivery"])
    title: Text | None = Field(
        default=None, description="What it measures.", examples=["From the order to the parcel"]
    )
    from_: Reference | None = Field(
        default=None,
        alias="from",
        description="The step or action that it starts with; the journey's start when absent.",
    )
    to: Reference | None = Field(
        default=None, description="The step or action that it ends with; the journey's end when absent."
    )
    promise: Time | None = Field(default=None, description="What the customer was told.", examples=["24 h"])
    target: Time | None = Field(default=None, description="Where it should be.", examples=["20 h"])
    limit: Time | None = Field(default=None, description="What must never be passed.", examples=["48 h"])

    @property
    def key(self) -> str:
        """The span's id, else its address."""
        return self.id or self.at


class Catalogue(Directory):
    """Teams, systems, personas, channels and calendars that several blueprints share."""

    catalog: Version = Field(description="The format's version, first key of a catalogue.", examples=[1])
    title: Text = Field(description="What the catalogue covers.")


def _nothing() -> "Blueprint | None":
    """A blueprint that remembered itself would be kept until the collector of circles comes by."""
    return None


class Blueprint(Directory):
    """A service blueprint, one file."""

    blueprint: Version = Field(description="The format's version, first key of the file.", examples=[1])
    title: Text = Field(description="The name of the service or journey.", examples=["Late parcel"])
    lang: Lang = Field(default="en", description="The language of everything a client sees: `en` or `fr`.")
    state: State = Field(
        default="as-is", description="`as-is` for the current state, `to-be` for the future one."
    )
    scenario: Text | None = Field(default=None, description="What happens, in a sentence.")
    persona: Many[Reference] = Field(
        default=(), description="Whose journey it is; a list where one map serves several."
    )
    owner: Reference | None = Field(
        default=None, description="The team that answers for the whole blueprint."
    )
    reviewed: Day | None = Field(
        default=None, description="The day somebody last checked it against reality.", examples=["2026-10-15"]
    )
    version: Text | None = Field(
        default=None, description="Free text, shown on deliverables.", examples=["1.2"]
    )
    client: Text | None = Field(default=None, description="Free text, shown on deliverables.")
    volume: CaseVolume | None = Field(
        default=None, description="How many cases in how long, for load and stock.", examples=["1200/week"]
    )
    price: Price | None = Field(
        default=None, description="What a case brings, for the margin.", examples=["4.90 EUR"]
    )
    catalogs: Many[Text] = Field(
        default=(),
        description="Catalogue files, relative to this one.",
        examples=[["../catalog.blueprint.yaml"]],
    )
    replaces: Text | None = Field(default=None, description="The as-is file that a to-be file replaces.")
    parent: Text | None = Field(
        default=None,
        description="The journey step that this file zooms into.",
        examples=["life-cycle.blueprint.yaml#waiting"],
    )
    phases: Many[Phase] = Field(default=(), description="Phases in the order of the columns; optional.")
    spans: Many[Span] = Field(
        default=(), description="Named stretches of the journey, with promise, target and limit."
    )
    kpis: Figures[Kpi] = Field(default={}, description="Figures that are followed for the whole journey.")
    steps: Many[Step] = Field(
        min_length=1,
        max_length=MOST_STEPS,
        description="The steps of the journey, in time order.",
    )

    @property
    def whole(self) -> "Blueprint":
        """The blueprint with all its variants; itself, unless it was made for one persona."""
        return self.remembered("variant of", _nothing) or self

    @property
    def lacks_catalogue(self) -> bool:
        """Whether a catalogue that the file names could not be read: what it declares is not known."""
        return self.remembered("lacks a catalogue", bool)

    def miss_catalogue(self) -> None:
        """Tell the blueprint, once, that a catalogue of it could not be read."""
        self.remembered("lacks a catalogue", lambda: True)

    def __copy__(self) -> Self:
        """A copy of a variant is a variant of the same blueprint."""
        copied = super().__copy__()
        if self.whole is not self:
            copied.keep_whole(self.whole)
        return copied

    def keep_whole(self, whole: "Blueprint") -> None:
        """Tell a variant, once, which blueprint it was made of."""
        self.remembered("variant of", lambda: whole)

    def actions(self) -> tuple[tuple[Step, Layer, Action], ...]:
        """Every action with its step and layer, in the order of the file, layers from top to bottom."""
        return self.remembered(
            "actions",
            lambda: tuple((step, layer, action) for step in self.steps for layer, action in step.actions()),
        )

    def team_name(self, owner: str) -> str:
        """The name of an owner: the declared team's, else the text itself."""
        team = self.teams.get(owner)
        return team.name if team else owner

    def system_name(self, system: str) -> str:
        """The name of a system: the declared one's, else the text itself."""
        entry = self.systems.get(system)
        return entry.name if entry else system

    def persona_name(self, persona: str) -> str:
        """The name of a persona: the declared one's, else the text itself."""
        entry = self.personas.get(persona)
        return entry.name if entry else persona

    def phase_title(self, phase: str) -> str:
        """The title of a phase: the declared one's, else the text itself."""
        return next((entry.title or entry.id for entry in self.phases if entry.id == phase), phase)
