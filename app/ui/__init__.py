"""The roof of the house: everything that knows Qt."""
