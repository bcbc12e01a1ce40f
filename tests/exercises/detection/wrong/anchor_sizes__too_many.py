"""As fine as can be.

caught by: test_not_too_many_anchors
says: 3,600 are allowed
"""

DESIGN = {"rows": 60, "columns": 80, "sizes": [(10, 10), (26, 26), (51, 51)]}
