"""Rows for columns.

caught by: test_platelets
says: too far apart
"""

DESIGN = {"rows": 75, "columns": 16, "sizes": [(10, 10), (26, 26), (51, 51)]}
