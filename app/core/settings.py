"""The student's settings: their meaning, bounds and defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class AudienceChoice(StrEnum):
    """Whose questions are asked."""

    BOTH = "both"
    NURSING = "nursing"
    MEDICINE = "medicine"


class ThemeChoice(StrEnum):
    """Which theme is shown; system follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


BOUNDS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"minutes_a_day": (5, 240), "new_a_day": (0, 100), "desired_retention": (0.7, 0.97)}
)
TEXT_SCALES = (87.5, 100.0, 112.5, 125.0, 150.0, 175.0, 200.0)
_CHOICES: Mapping[str, type[StrEnum]] = {"audience": AudienceChoice, "theme": ThemeChoice}
_TRUTHS = frozenset({"single_keys", "time_grading", "first_run_done"})
_TEXTS = frozenset({"exam_name", "reading_font", "window"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting.

    `desired_retention` is a share, 0.70 to 0.97. `text_scale` is in percent. `reduced_motion` None
    follows the system. `time_grading` lets the answering time take part in the suggested grade.
    `reading_font` is a family name, empty for the app's own. `window` is opaque to everyone but the
    window. `extra` keeps settings this version does not know.
    """

    audience: AudienceChoice = AudienceChoice.BOTH
    minutes_a_day: int = 20
    new_a_day: int = 10
    exam_name: str = ""
    exam_date: date | None = None
    desired_retention: float = 0.9
    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: float = 100.0
    reduced_motion: bool | None = None
    single_keys: bool = True
    time_grading: bool = True
    reading_font: str = ""
    window: str = ""
    first_run_done: bool = False
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)

    def with_changes(self, changes: Mapping[str, object]) -> "Settings":
        """Return the settings with `changes`. An unknown name or a value out of bounds raises ValueError."""
        unknown = set(changes) - KNOWN
        if unknown:
            raise ValueError(f"no such setting: {', '.join(sorted(unknown))}")
        good = {name: _checked(name, value) for name, value in changes.items()}
        return replace(self, **good)  # type: ignore[arg-type]  # each value was checked against its name


def text_scale_after(scale: float, steps: int) -> float:
    """Return the text scale `steps` larger or smaller than `scale`, in percent; 0 steps gives 100."""
    if not steps:
        return 100.0
    place = TEXT_SCALES.index(scale) + steps
    return TEXT_SCALES[min(max(place, 0), len(TEXT_SCALES) - 1)]


KNOWN = frozenset(f.name for f in fields(Settings)) - {"extra"}


def settings_from(data: Mapping[str, object]) -> Settings:
    """Return the settings kept in `data`; a value that cannot be used is left at its default."""
    good: dict[str, object] = {}
    for name in KNOWN & set(data):
        try:
            good[name] = _checked(name, data[name])
        except ValueError:
            continue
    extra = {name: value for name, value in data.items() if name not in KNOWN}
    return replace(Settings(extra=extra), **good)  # type: ignore[arg-type]  # each value was checked


def settings_data(settings: Settings) -> dict[str, object]:
    """Return plain data for `settings`, such that `settings_from` gives the same settings back."""
    data: dict[str, object] = dict(settings.extra)
    for name in sorted(KNOWN):
        value = getattr(settings, name)
        data[name] = value.isoformat() if isinstance(value, date) else value
    return data


def _checked(name: str, value: object) -> object:
    """Return `value` in the type of the setting `name`; ValueError when it does not fit."""
    if name in BOUNDS:
        return _number(name, value)
    if name in _CHOICES:
        return _CHOICES[name](str(value))
    if name == "exam_date":
        return _exam_date(value)
    if not _fits(name, value):
        raise ValueError(f"{name} cannot be {value!r}")
    return float(str(value)) if name == "text_scale" else value


def _fits(name: str, value: object) -> bool:
    if name in _TRUTHS:
        return isinstance(value, bool)
    if name in _TEXTS:
        return isinstance(value, str)
    return value in TEXT_SCALES if name == "text_scale" else value is None or isinstance(value, bool)


def _number(name: str, value: object) -> int | float:
    low, high = BOUNDS[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise ValueError(f"{name} must be from {low} to {high}, not {value!r}")
    return float(value) if name == "desired_retention" else int(value)


def _exam_date(value: object) -> date | None:
    if value is None or isinstance(value, date):
        return value
    return date.fromisoformat(str(value))
