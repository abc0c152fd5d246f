"""One per page: state and commands, QtCore only."""
