"""A linked question by its parts: what it names, what it wants done, years, units, open words."""
