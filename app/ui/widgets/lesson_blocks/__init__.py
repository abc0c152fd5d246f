"""Painted parts that only lessons need: tables that compare, section lists, lesson cards."""
