"""Tables with geometry: grids to typed tables, their captions and notes taken from the lines around them."""

from corpus.grids.find import Found, FoundTable, find_tables
from corpus.grids.tables import grid_tables

__all__ = ["Found", "FoundTable", "find_tables", "grid_tables"]
