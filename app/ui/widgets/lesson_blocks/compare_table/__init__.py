"""A table that sets things side by side: wrapped cells, row and column headers, no scroll bars."""

from app.ui.widgets.lesson_blocks.compare_table.table import CompareTable

__all__ = ["CompareTable"]
