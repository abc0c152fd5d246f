"""Windows that ask: shown with open(), answered by a signal."""
