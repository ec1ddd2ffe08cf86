"""A step: one column of the map, from the customer's action down to the systems."""

from typing import ClassVar

from pydantic import Field

from blueprint_cli.model.actions import Action, Evidence
from blueprint_cli.model.fields import (
    Count,
    Day,
    Emotions,
    Figures,
    Flag,
    Id,
    Many,
    Measure,
    Reference,
    Share,
    Text,
    Time,
)
from blueprint_cli.model.part import Part
from blueprint_cli.model.word_lists import LAYERS, Basis, Layer, Level


class Touchpoint(Part):
    """Where the customer and the company meet."""

    main: ClassVar[str] = "name"

    name: Text = Field(description="What it is.", examples=["Toll-free number"])
    owner: Reference | None = Field(default=None, description="The team that answers for it.")
    channel: Reference | None = Field(default=None, description="Its channel, where it is not the step's.")
    indirect: Flag = Field(default=False, description="True when others hold it: reviews, press, friends.")
    planned: Flag = Field(default=False, description="True when it does not exist yet.")


class PainPoint(Part):
    """Something that hurts the customer."""

    main: ClassVar[str] = "text"

    text: Text = Field(description="What hurts.", examples=["Tells the story a third time"])
    severity: Level | None = Field(default=None, description="How much: `low`, `medium` or `high`.")
    only: Many[Reference] = Field(
        default=(), description="Personas or segments that feel it; everybody when absent."
    )


class Opportunity(Part):
    """Something that could be better, and who would do it by when."""

    main: ClassVar[str] = "text"

    text: Text = Field(description="What could be done.", examples=["Feed the carrier's status into the CRM"])
    owner: Reference | None = Field(default=None, description="The team that would do it.")
    impact: Level | None = Field(default=None, description="What it would bring: `low`, `medium` or `high`.")
    effort: Level | None = Field(default=None, description="What it would cost: `low`, `medium` or `high`.")
    status: Text | None = Field(
        default=None, description="Where it stands.", examples=["proposed", "decided", "done"]
    )
    due: Day | None = Field(
        default=None, description="The day by which it is to be done.", examples=["2027-01-31"]
    )


class Kpi(Part):
    """A figure that is followed."""

    main: ClassVar[str] = "value"
    short_types: ClassVar[tuple[type, ...]] = (str, int, float)

    value: Measure = Field(description="The figure, as a number or with its unit.", examples=["41 %", -12])
    answers: Count | None = Field(default=None, description="How many answers it rests on.", examples=[340])
    date: Day | None = Field(default=None, description="The day it was taken.", examples=["2026-09-30"])
    source: Text | None = Field(
        default=None, description="Where it comes from.", examples=["post-purchase survey"]
    )
    basis: Basis | None = Field(
        default=None, description="How we know it: `observed`, `assumed` or `proposed`."
    )
    target: Measure | None = Field(default=None, description="Where it should be.", examples=[20])


class Next(Part):
    """A way out of a step, where it is not simply the following one."""

    main: ClassVar[str] = "to"

    to: Reference = Field(
        description="The step (or an action in it) that follows; `end` ends the journey.",
        examples=["receive"],
    )
    probability: Share | None = Field(
        default=None,
        description="How often this way is taken; what is not said is shared equally.",
        examples=["80 %"],
    )
    label: Text | None = Field(
        default=None, description="When: written on the arrow.", examples=["no answer"]
    )


class Step(Part):
    """One step of the journey."""

    main: ClassVar[str] = "customer"

    id: Id | None = Field(
        default=None,
        description="A name for references: lower-case words joined by hyphens.",
        examples=["call"],
    )
    title: Text | None = Field(
        default=None,
        description="The heading of the column; the step's number when absent.",
        examples=["Calls for help"],
    )
    phase: Reference | None = Field(default=None, description="The phase that the step belongs to.")
    channel: Reference | None = Field(default=None, description="The main channel.", examples=["phone"])
    touchpoints: Many[Touchpoint] = Field(default=(), description="Where the customer and the company meet.")
    evidence: Many[Evidence] = Field(default=(), description="What the customer sees or touches.")
    customer: Many[Action] = Field(default=(), description="What the customer does.")
    frontstage: Many[Action] = Field(default=(), description="What the customer sees the company do.")
    backstage: Many[Action] = Field(default=(), description="People's work that the customer does not see.")
    support: Many[Action] = Field(default=(), description="What systems and third parties do in support.")
    owner: Reference | None = Field(
        default=None,
        description="The team that answers for the step; the default owner of its actions, the customer's apart.",
    )
    target: Time | None = Field(
        default=None, description="Where the step's elapsed time should be.", examples=["15 min"]
    )
    limit: Time | None = Field(
        default=None, description="What the step's elapsed time must never pass.", examples=["1 h"]
    )
    emotion: Emotions | None = Field(
        default=None, description="How it feels, from -2 to 2; or one figure for each persona.", examples=[-2]
    )
    feeling: Text | None = Field(default=None, description="The feeling in a word.", examples=["Annoyed"])
    thought: Many[Text] = Field(default=(), description="What the customer thinks.")
    quote: Many[Text] = Field(default=(), description="What the customer says, word for word.")
    pain_points: Many[PainPoint] = Field(default=(), description="What hurts here.")
    opportunities: Many[Opportunity] = Field(default=(), description="What could be better here.")
    kpis: Figures[Kpi] = Field(default={}, description="Figures that are followed for this step.")
    next: Many[Next] | None = Field(
        default=None, description="What follows, where it is not simply the next step; `[]` ends the journey."
    )
    only: Many[Reference] = Field(
        default=(), description="Personas or segments that take this step; everybody when absent."
    )
    basis: Basis | None = Field(default=None, description="How we know: `observed`, `assumed` or `proposed`.")
    source: Text | None = Field(default=None, description="Where we know it from.")

    @property
    def key(self) -> str:
        """The step's id, else its address."""
        return self.id or self.at

    @property
    def number(self) -> int:
        """The step's number in its file, from 1."""
        return int(self.route[1]) + 1

    @property
    def said(self) -> str:
        """The step as a message names it: `step 'Call'`, or by its number."""
        return f"step '{self.title}'" if self.title else f"step {self.number}"

    def actions_of(self, layer: Layer) -> tuple[Action, ...]:
        """The actions of one layer, in the order written."""
        return {
            "customer": self.customer,
            "frontstage": self.frontstage,
            "backstage": self.backstage,
            "support": self.support,
        }[layer]

    def actions(self) -> tuple[tuple[Layer, Action], ...]:
        """Every action with its layer, from top to bottom, in the order written."""
        return self.remembered(
            "actions", lambda: tuple((layer, action) for layer in LAYERS for action in self.actions_of(layer))
        )

    def owner_of(self, layer: Layer, action: Action) -> str | None:
        """Who answers for an action of this step: its own owner, else (the customer's apart) the step's."""
        return action.owner or (self.owner if layer != "customer" else None)
