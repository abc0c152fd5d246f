"""Settings keep their bounds and forget nothing."""

from datetime import date

import pytest

from app.core.settings import (
    AudienceChoice,
    Settings,
    ThemeChoice,
    settings_data,
    settings_from,
    text_scale_after,
)


def test_what_is_written_is_read_back() -> None:
    settings = Settings().with_changes(
        {
            "audience": "nursing",
            "exam_date": date(2027, 4, 3),
            "theme": ThemeChoice.DARK,
            "text_scale": 112.5,
            "reduced_motion": True,
            "desired_retention": 0.85,
            "minutes_a_day": 30,
            "window": "abc",
        }
    )
    assert settings_from(settings_data(settings)) == settings
    assert settings.audience is AudienceChoice.NURSING


def test_unknown_settings_are_kept() -> None:
    settings = settings_from({"from_the_future": [1, 2], "minutes_a_day": 25})
    assert settings_data(settings)["from_the_future"] == [1, 2]
    assert settings.minutes_a_day == 25


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("minutes_a_day", 4),
        ("minutes_a_day", "ten"),
        ("minutes_a_day", True),
        ("new_a_day", 101),
        ("desired_retention", 0.99),
        ("audience", "dentists"),
        ("theme", 3),
        ("text_scale", 99),
        ("reduced_motion", "no"),
        ("single_keys", 1),
        ("window", None),
        ("exam_date", "soon"),
        ("extra", {}),
        ("nonsense", 1),
    ],
)
def test_a_bad_value_is_refused_and_on_reading_becomes_the_default(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        Settings().with_changes({name: value})
    if name not in {"extra", "nonsense"}:
        assert settings_from({name: value}) == Settings()


@pytest.mark.parametrize(
    ("scale", "steps", "after"),
    [(100.0, 1, 112.5), (112.5, -1, 100.0), (87.5, -3, 87.5), (175.0, 9, 200.0), (150.0, 0, 100.0)],
)
def test_text_size_goes_by_steps_and_stays_on_the_scale(scale: float, steps: int, after: float) -> None:
    assert text_scale_after(scale, steps) == after
