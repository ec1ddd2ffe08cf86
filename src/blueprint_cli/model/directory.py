"""What a file and its catalogues share: personas, teams, systems, channels."""

from typing import ClassVar

from pydantic import Field

from blueprint_cli.model.calendars import Calendar
from blueprint_cli.model.fields import Capacity, Count, Entries, Flag, HourlyRate, Many, Reference, Text
from blueprint_cli.model.part import Part
from blueprint_cli.model.word_lists import ChannelKind, LinkBy, SystemKind


class Persona(Part):
    """Whose journey it is."""

    main: ClassVar[str] = "name"

    name: Text = Field(description="The persona's name.", examples=["Nadia Benali"])
    age: Count | None = Field(default=None, description="Age in years.", examples=[34])
    occupation: Text | None = Field(default=None, description="What the persona does for a living.")
    status: Text | None = Field(default=None, description="Family status.")
    children: Count | None = Field(default=None, description="How many children.")
    archetype: Text | None = Field(
        default=None, description="The type in a word or two.", examples=["The hurried one"]
    )
    segment: Text | None = Field(
        default=None,
        description="The segment of customers; `only` may name it.",
        examples=["standard", "vip"],
    )
    quote: Many[Text] = Field(default=(), description="What the persona would say.")
    bio: Text | None = Field(default=None, description="A few lines of life.")
    goals: Many[Text] = Field(default=(), description="What the persona wants to reach.")
    motivations: Many[Text] = Field(default=(), description="What drives the persona.")
    frustrations: Many[Text] = Field(default=(), description="What annoys the persona.")
    hesitations: Many[Text] = Field(default=(), description="What holds the persona back.")
    personality: Many[Text] = Field(default=(), description="Traits.")
    technology: Text | None = Field(default=None, description="How at ease with which devices.")
    offer: Many[Text] = Field(default=(), description="How the brand can help.")


class Team(Part):
    """Who answers for steps, actions and systems."""

    main: ClassVar[str] = "name"

    name: Text = Field(description="The team's name.", examples=["Customer service"])
    rate: HourlyRate | None = Field(
        default=None, description="What an hour of its work costs.", examples=["32 EUR/h"]
    )
    capacity: Capacity | None = Field(default=None, description="How many work side by side.", examples=[4])
    hours: Reference | None = Field(
        default=None, description="The calendar that it works by.", examples=["office"]
    )


class Feed(Part):
    """What one system passes to another."""

    main: ClassVar[str] = "to"

    to: Reference = Field(description="The system that is fed.", examples=["crm"])
    by: LinkBy | None = Field(default=None, description="How: `api`, `file`, `screen` or `hand`.")
    label: Text | None = Field(
        default=None, description="What passes: written on the arrow.", examples=["parcel status"]
    )
    broken: Flag = Field(default=False, description="True when the link should exist and does not work.")


class System(Part):
    """Software, data, a partner, equipment or paper that the work relies on."""

    main: ClassVar[str] = "name"

    name: Text = Field(description="The system's name.", examples=["Help desk CRM"])
    owner: Reference | None = Field(default=None, description="The team that answers for it.")
    kind: SystemKind = Field(
        default="software", description="`software`, `api`, `data`, `partner`, `equipment` or `paper`."
    )
    external: Flag = Field(default=False, description="True when it belongs to somebody else.")
    feeds: Many[Feed] = Field(default=(), description="The systems that it passes data to.")


class Channel(Part):
    """A channel of your own, or another name for a built-in one."""

    main: ClassVar[str] = "name"

    name: Text = Field(description="The channel's name.", examples=["Kiosk"])
    kind: ChannelKind | None = Field(
        default=None, description="`digital` or `physical`; a built-in channel keeps its own."
    )


BUILT_IN_CHANNELS: dict[str, ChannelKind] = {
    "web": "digital",
    "app": "digital",
    "email": "digital",
    "sms": "digital",
    "phone": "digital",
    "chat": "digital",
    "social": "digital",
    "search": "digital",
    "ad": "digital",
    "press": "physical",
    "store": "physical",
    "branch": "physical",
    "event": "physical",
    "post": "physical",
    "delivery": "physical",
    "person": "physical",
    "video": "digital",
    "form": "digital",
}
"""The channels that need no declaration."""


class Directory(Part):
    """The shared entries, in a blueprint or in a catalogue."""

    teams: Entries[Team] = Field(default={}, description="Teams by id.")
    systems: Entries[System] = Field(default={}, description="Systems by id.")
    personas: Entries[Persona] = Field(default={}, description="Personas by id.")
    channels: Entries[Channel] = Field(
        default={}, description="Channels of your own by id, beside the built-in ones."
    )
    calendars: Entries[Calendar] = Field(default={}, description="Working hours by id.")
