"""Half a row of anchors.

caught by: test_not_too_many_anchors
says: should be a whole number
"""

DESIGN = {"rows": 30.5, "columns": 39, "sizes": [(10, 10), (26, 26), (51, 51)]}
