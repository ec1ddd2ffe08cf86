"""The closed lists of words that fields accept."""

from __future__ import annotations

from typing import Literal

Lang = Literal["en", "fr"]
State = Literal["as-is", "to-be"]
Layer = Literal["customer", "frontstage", "backstage", "support"]
Level = Literal["low", "medium", "high"]
SystemKind = Literal["software", "api", "data", "partner", "equipment", "paper"]
LinkBy = Literal["api", "screen", "file", "hand"]
Worth = Literal["adds", "needed", "waste"]
Basis = Literal["observed", "assumed", "proposed"]
ChannelKind = Literal["digital", "physical"]

LAYERS: tuple[Layer, ...] = ("customer", "frontstage", "backstage", "support")
"""The layers that hold actions, from top to bottom; evidence stands above them and holds none."""

UNKNOWN_OWNER = "unknown"
"""The owner that says: asked, and nobody answers for it."""

EVERYBODY = "*"
"""The key of an emotion that is not told apart by persona."""

INTERNAL_LAYERS: tuple[Layer, ...] = ("frontstage", "backstage", "support")
