"""What assistive tools are told beyond what Qt knows: headings, pictures, groups, announcements."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class RoleInterface(QAccessibleWidget):
    """Gives a widget the role it asks for and passes its accessible name on."""

    def text(self, kind: QAccessible.Text) -> str:
        """Return the widget's accessible name for the name, Qt's answer for the rest."""
        widget = self.widget()
        if kind == QAccessible.Text.Name and widget is not None:
            return widget.accessibleName()
        return str(super().text(kind))


def _make_interface(_class_name: str, thing: object) -> QAccessibleInterface | None:
    role = getattr(thing, "accessible_role", None)
    if isinstance(thing, QWidget) and isinstance(role, QAccessible.Role):
        return RoleInterface(thing, role)
    return None


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say `text` once, after what it is saying now unless `urgent`."""
    if not text:
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


QAccessible.installFactory(_make_interface)
