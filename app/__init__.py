"""Decidua: lessons on the endometrium, and questions that come back when they would be forgotten."""
