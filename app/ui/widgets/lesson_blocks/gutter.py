"""A column beside whose words stand widgets that keep room for a focus ring."""

from app.ui.theme.tokens import GUTTER
from app.ui.widgets.layouts import Column


class Guttered(Column):
    """A column inset by the gutter, which does not grow with the text, so that words align with buttons."""

    def theme_changed(self) -> None:
        """Set the gaps anew and keep the gutter."""
        super().theme_changed()
        self.setContentsMargins(GUTTER, 0, GUTTER, 0)
