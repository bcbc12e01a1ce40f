"""Red cells alone.

caught by: test_white_cells
says: none of the sizes resembles them
"""

DESIGN = {"rows": 15, "columns": 20, "sizes": [(26, 26)]}
