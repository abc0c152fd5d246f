"""Verdicts on places of a figure."""

from app.core.grading.verdict import Verdict, picked_part
from app.core.questions import HotspotQuestion, Pointed


def judge_hotspot(question: HotspotQuestion, response: Pointed) -> Verdict:
    """Return 1 of 1 when the right place was pointed at, else 0."""
    parts = tuple(
        picked_part(place.right, place.hotspot == response.hotspot, place.why) for place in question.places
    )
    hit = any(part.right and part.chosen for part in parts)
    return Verdict(float(hit), 1.0, parts)
