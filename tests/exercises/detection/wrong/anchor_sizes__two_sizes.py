"""A compromise between red and white.

caught by: test_red_cells
says: none of the sizes resembles them
"""

DESIGN = {"rows": 30, "columns": 40, "sizes": [(10, 10), (36, 36)]}
