"""The base of every object in a blueprint: frozen, strict, one shape whatever the short form in the file."""

# The modules of the models do without postponed annotations: pydantic would compile each of them again at every start.

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from blueprint_cli.findings import Route
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.slips import about_tight_colon, tight_colon
from blueprint_cli.model.fields import Text

T = TypeVar("T")


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

    # Slots of our own: every part is asked for its place many times, and a private attribute of pydantic's costs ten
    # times as much. `_memo` keeps what was worked out about a part, which never changes.
    __slots__ = ("_memo", "_place")
    if TYPE_CHECKING:
        _memo: dict[str, Any]
        _place: tuple[Route, str, str]

    @property
    def route(self) -> Route:
        """Where the object stands in its file, e.g. `("steps", 3, "backstage", 0)`."""
        return self._stands()[0]

    @property
    def at(self) -> str:
        """The address for reports, e.g. `steps[appeler].backstage[localiser]`."""
        return self._stands()[1]

    @property
    def catalogue(self) -> str:
        """The catalogue that the object comes from, as the blueprint names it; empty for the file's own."""
        return self._stands()[2]

    def _stands(self) -> tuple[Route, str, str]:
        try:
            return self._place
        except AttributeError:  # made by hand, not read from a file
            return (), "", ""

    def put(self, route: Route, at: str, catalogue: str) -> None:
        """Tell the object where it stands; once, when the file has been read."""
        object.__setattr__(self, "_place", (route, at, catalogue))

    def remembered(self, name: str, work_out: Callable[[], T]) -> T:
        """What is known about the object under a name; it is worked out the first time that somebody asks."""
        try:
            memo = _memo_of(self)
        except AttributeError:
            memo = {}
            object.__setattr__(self, "_memo", memo)
        if name not in memo:
            memo[name] = work_out()
        return memo[name]  # type: ignore[no-any-return]

    def __copy__(self) -> Self:
        """A copy stands where the original does; what was worked out about that one does not hold for it."""
        copied = super().__copy__()
        copied.put(*self._stands())
        return copied

    @model_validator(mode="before")
    @classmethod
    def _normalise(cls, value: Any) -> Any:
        if cls.main and isinstance(value, cls.short_types) and not isinstance(value, bool):
            if isinstance(value, str) and ":" in value:
                _refuse_tight_colon(value, cls.fields_by_key())
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


def _refuse_tight_colon(text: str, keys: dict[str, str]) -> None:
    """A bare text that begins with a key of the object it stands for: `- customer:Calls`."""
    found = tight_colon(text, keys)
    if found:
        raise Refusal(*about_tight_colon(*found))


# Straight to the slot: for one that is not filled yet pydantic looks in four more places first.
_memo_of: Callable[[Part], dict[str, Any]] = vars(Part)["_memo"].__get__
