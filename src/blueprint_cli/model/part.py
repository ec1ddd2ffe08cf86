"""The base of every object in a blueprint: frozen, strict, one shape whatever the short form in the file."""

# The modules of the models do without postponed annotations: pydantic would compile each of them again at every start.

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator

from blueprint_cli.findings import Route
from blueprint_cli.model.fields import Text


class Part(BaseModel):
    """An object of the format. A bare text stands for the object's main field, and a key with nothing after it is absent."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", ignored_types=(property,))

    main: ClassVar[str] = ""
    """The field that a bare value stands for; empty where there is none."""

    short_types: ClassVar[tuple[type, ...]] = (str,)
    """The types of a bare value."""

    note: Text | None = Field(
        default=None,
        description="A remark for those who work on the file; shown in tooltips and in the grid.",
    )

    # One attribute, not three: every part of every file pays for each of them.
    _place: tuple[Route, str, str] = PrivateAttr(default=((), "", ""))

    @property
    def route(self) -> Route:
        """Where the object stands in its file, e.g. `("steps", 3, "backstage", 0)`."""
        return self._place[0]

    @property
    def at(self) -> str:
        """The address for reports, e.g. `steps[appeler].backstage[localiser]`."""
        return self._place[1]

    @property
    def catalogue(self) -> str:
        """The catalogue that the object comes from, as the blueprint names it; empty for the file's own."""
        return self._place[2]

    @model_validator(mode="before")
    @classmethod
    def _normalise(cls, value: Any) -> Any:
        if cls.main and isinstance(value, cls.short_types) and not isinstance(value, bool):
            return {cls.main: value}
        if isinstance(value, dict) and None in value.values():
            known = cls.fields_by_key()
            return {key: item for key, item in value.items() if item is not None or key not in known}
        return value

    @classmethod
    def fields_by_key(cls) -> dict[str, str]:
        """Every key that may be written in the file, with the name of its field in Python."""
        found: dict[str, str] | None = cls.__dict__.get("_keys_found")
        if found is None:
            found = {field.alias or name: name for name, field in cls.model_fields.items()}
            type.__setattr__(cls, "_keys_found", found)
        return found
