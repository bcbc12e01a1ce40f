"""Every size, thousands of times, and one point of the grid.

caught by: test_red_cells
says: too far
"""

DESIGN = {
    "rows": 1,
    "columns": 1,
    "sizes": [(s, s) for s in range(8, 63)] * 60,
}
