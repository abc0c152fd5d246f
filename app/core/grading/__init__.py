"""How a response becomes a verdict."""
