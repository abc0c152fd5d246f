"""The points these tests look at."""

from app.core.ids import PointId

FIRST = PointId("topic-1/point-000")
