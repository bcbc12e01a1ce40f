"""The smallest side of each kind.

caught by: test_platelets
says: none of the sizes resembles them
"""

DESIGN = {"rows": 30, "columns": 40, "sizes": [(8, 8), (21, 21), (42, 42)]}
