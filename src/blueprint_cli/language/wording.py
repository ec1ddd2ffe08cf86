"""Which words a client may see: the shape of a language's table; a missing word is a type error."""

# Annotations are no texts here: each text would be compiled when the table is made.
from typing import NamedTuple


class Words(NamedTuple):
    """The words of one language; `{n}` and `{text}` stand for what is put in."""

    evidence: str
    customer: str
    frontstage: str
    backstage: str
    support: str
    line_interaction: str
    line_visibility: str
    line_internal: str
    mood: str
    step: str
    step_heading: str
    an_hour: str
    a_day: str
    a_week: str
    phase: str
    phases: str
    steps: str
    continued: str
    day: str
    fail_point: str
    pain_point: str
    waiting: str
    manual: str
    legend: str
    owner: str
    elapsed: str
    over_limit: str
    by_api: str
    by_file: str
    by_hand: str
    broken_link: str
    same_step: str
    both_ways: str
    unplaced_feeds: str
    feeds: str
    background: str
    assumed: str
    proposed: str
    observed: str
    only: str
    wait: str
    work: str
    start: str
    target: str
    limit: str
    promise: str
    kept: str
    outcome: str
    missed: str
    unknown: str
    likelihood: str
    effect: str
    recovery: str
    source: str
    basis: str
    channel: str
    touchpoints: str
    indirect: str
    planned: str
    note: str
    feeling: str
    thought: str
    quote: str
    kpis: str
    opportunities: str
    opportunity: str
    severity: str
    impact: str
    effort: str
    status: str
    due: str
    value: str
    quality: str
    cost: str
    uses: str
    serves: str
    after: str
    scenario: str
    persona: str
    state: str
    as_is: str
    to_be: str
    reviewed: str
    version: str
    client: str
    volume: str
    price: str
    replaces: str
    parent: str
    catalogs: str
    title: str
    read_me: str
    cards: str
    risks: str
    times: str
    directory: str
    teams: str
    systems: str
    system: str
    team: str
    personas: str
    channels: str
    calendars: str
    spans: str
    layer: str
    card: str
    text: str
    address: str
    kind: str
    external: str
    rate: str
    capacity: str
    hours: str
    days: str
    holidays: str
    closed: str
    pains: str
    lead: str
    times_of: str
    total: str
    name: str
    from_: str
    to: str
    next: str
    probability: str
    answers: str
    date: str
    yes: str
    low_severity: str
    medium_severity: str
    high_severity: str
    low_impact: str
    medium_impact: str
    high_impact: str
    adds: str
    needed: str
    waste: str
    how_to_read: str
    action: str

    @property
    def degrees(self) -> dict[str, str]:
        """How strong an impact or an effort is, by the level of the format, weakest first."""
        return {"low": self.low_impact, "medium": self.medium_impact, "high": self.high_impact}

    @property
    def severities(self) -> dict[str, str]:
        """How bad a pain point is, by the level of the format, mildest first."""
        return {"low": self.low_severity, "medium": self.medium_severity, "high": self.high_severity}
