"""The sizes are right, the grid is too coarse.

caught by: test_platelets
says: too far apart
"""

DESIGN = {"rows": 15, "columns": 20, "sizes": [(10, 10), (26, 26), (51, 51)]}
