"""The one place that chooses implementations: paths and clock to stores and services."""

from app.paths import AppPaths
from app.services.content_build import ContentBuild


def content_builder(paths: AppPaths) -> ContentBuild:
    """Return the service that builds the course."""
    return ContentBuild(paths.course, paths.questions_db)
