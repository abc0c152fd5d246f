"""Use-cases, one module a user would name."""
