"""The drawing kit that the figure scripts of the course share."""
