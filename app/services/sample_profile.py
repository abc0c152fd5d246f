"""A made-up learner's weeks, lived through the services: for pictures and simulations, never for a person."""

import random

from app.core.clock import DAY_MS, Moment, SetClock
from app.core.questions import (
    HotspotQuestion,
    Judged,
    MultipleResponse,
    Picked,
    Pointed,
    Question,
    Response,
    SingleBest,
    TrueFalseSet,
)
from app.core.scheduling import Confidence
from app.services.bundle import Services

MOST_A_DAY = 18


def response_to(question: Question, *, right: bool) -> Response:
    """Return a full right answer, or one with at least one mistake."""
    match question:
        case SingleBest(_, options):
            return Picked(frozenset([next(n for n, option in enumerate(options) if option.right == right)]))
        case MultipleResponse(_, options):
            keys = frozenset(n for n, option in enumerate(options) if option.right)
            others = frozenset(range(len(options))) - keys
            return Picked(keys if right else frozenset([min(keys), min(others)]))
        case TrueFalseSet(_, statements):
            values = [statement.right for statement in statements]
            return Judged(tuple(values if right else [not values[0], *values[1:]]))
        case HotspotQuestion(_, places):
            return Pointed(next(place.hotspot for place in places if place.right == right))


def live_through(services: Services, clock: SetClock, days: int, seed: int = 7) -> None:
    """Study on most of the `days` before now, reading sections as it goes, then put the clock back to now."""
    chance = random.Random(seed)  # noqa: S311 - a made-up learner
    end = clock.now()
    unread = [
        (card.topic, dot.section)
        for group in services.lessons.list()
        for card in group.cards
        for dot in card.dots
    ]
    for ago in range(days, 0, -1):
        clock.put(Moment(end.utc_ms - ago * DAY_MS, end.offset_min))
        if chance.random() < 0.18:
            continue
        if unread and chance.random() < 0.6:
            topic, section = unread.pop(0)
            services.lessons.open_section(topic, section)
            services.lessons.mark_read(topic, section)
        _study(services, clock, chance)
    clock.put(end)
    if unread and days:
        services.lessons.open_section(*unread[0])


def _study(services: Services, clock: SetClock, chance: random.Random) -> None:
    step = services.study.start()
    for _ in range(MOST_A_DAY):
        if step.summary is not None or step.asking is None:
            break
        seconds = chance.uniform(8, 50)
        clock.pass_time(seconds)
        right = chance.random() < 0.82
        sure = chance.choices(list(Confidence), weights=(1, 4, 5) if right else (3, 4, 2))[0]
        services.study.answer(response_to(step.asking.question, right=right), sure, round(seconds * 1000))
        step = services.study.advance()
    else:
        services.study.finish()
