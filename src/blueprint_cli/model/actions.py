"""What stands in the layers of a step: actions with their times, uses and fail points, and evidence."""

from typing import ClassVar

from pydantic import Field

from blueprint_cli.model.fields import Flag, Id, Many, Price, Reference, Share, Text, Time
from blueprint_cli.model.part import Part
from blueprint_cli.model.word_lists import Basis, LinkBy, Worth


class Use(Part):
    """A system used by an action, and by which way."""

    main: ClassVar[str] = "system"

    system: Reference = Field(
        description="The system's id (or its name, while no systems are declared).", examples=["crm"]
    )
    by: LinkBy = Field(
        default="screen",
        description="How: `api` (machines talk), `screen` (someone works in it), `file` (exported, imported), `hand` (retyped, phoned).",
    )
    label: Text | None = Field(default=None, description="What passes: written on the arrow.")
    broken: Flag = Field(default=False, description="True when the link should exist and does not work.")


class After(Part):
    """What must have ended before an action starts."""

    main: ClassVar[str] = "id"

    id: Reference = Field(description="The action or step that comes before.", examples=["agent"])
    label: Text | None = Field(default=None, description="What is handed over: written on the arrow.")


class FailPoint(Part):
    """What may go wrong in an action."""

    main: ClassVar[str] = "what"

    what: Text = Field(description="What goes wrong.", examples=["The carrier does not answer"])
    likelihood: Share | None = Field(default=None, description="How often it happens.", examples=["15 %"])
    effect: Text | None = Field(default=None, description="What the customer lives through then.")
    recovery: Text | None = Field(default=None, description="What is done then.")


class Evidence(Part):
    """Something that the customer sees or touches."""

    main: ClassVar[str] = "text"

    text: Text = Field(description="What it is.", examples=["Confirmation e-mail"])
    owner: Reference | None = Field(default=None, description="The team that answers for it.")
    channel: Reference | None = Field(
        default=None, description="The channel it comes by, where it is not the step's."
    )
    only: Many[Reference] = Field(
        default=(), description="Personas or segments that see it; everybody when absent."
    )
    basis: Basis | None = Field(default=None, description="How we know: `observed`, `assumed` or `proposed`.")
    source: Text | None = Field(default=None, description="Where we know it from.")


class Action(Part):
    """Something that somebody or something does, in one of the layers of a step."""

    main: ClassVar[str] = "action"

    id: Id | None = Field(
        default=None,
        description="A name for references: lower-case words joined by hyphens.",
        examples=["call-carrier"],
    )
    action: Text = Field(description="What is done, as a fact.", examples=["Phones the help desk"])
    owner: Reference | None = Field(
        default=None,
        description="The team that does it; `unknown` when nobody answers for it. Default: the step's owner.",
    )
    uses: Many[Use] = Field(default=(), description="The systems that it works with.")
    after: Many[After] | None = Field(
        default=None,
        description="What must have ended before it starts; replaces the default order. `[]`: starts with the journey.",
    )
    serves: Many[Reference] = Field(
        default=(), description="The actions or steps that a support process works for."
    )
    wait: Time | None = Field(
        default=None, description="Time that passes before the work starts.", examples=["2 h"]
    )
    work: Time | None = Field(
        default=None, description="Time that somebody works on it.", examples=["12 min"]
    )
    elapsed: Time | None = Field(
        default=None,
        description="Wait and work together, where only the total is known.",
        examples=["3 days"],
    )
    target: Time | None = Field(
        default=None, description="Where the elapsed time should be.", examples=["instant"]
    )
    limit: Time | None = Field(
        default=None, description="What the elapsed time must never pass.", examples=["4 h"]
    )
    background: Flag = Field(
        default=False, description="True when it goes on without holding the customer up."
    )
    manual: Flag = Field(default=False, description="True when no system does this work.")
    value: Worth | None = Field(
        default=None, description="Its worth to the customer: `adds`, `needed` or `waste`."
    )
    quality: Share | None = Field(
        default=None,
        description="Share of its output that is complete and accurate for the next one.",
        examples=["85 %"],
    )
    cost: Price | None = Field(
        default=None, description="Cost of one run, beside the team's rate.", examples=["0.12 EUR"]
    )
    fail_points: Many[FailPoint] = Field(default=(), description="What may go wrong here.")
    only: Many[Reference] = Field(
        default=(), description="Personas or segments that it concerns; everybody when absent."
    )
    basis: Basis | None = Field(
        default=None, description="How we know it and its times: `observed`, `assumed` or `proposed`."
    )
    source: Text | None = Field(
        default=None, description="Where we know it from.", examples=["interview of 12 October"]
    )

    @property
    def key(self) -> str:
        """The action's id, else its address."""
        return self.id or self.at
