"""Sizes are single numbers.

caught by: test_not_too_many_anchors
says: a list of pairs
"""

DESIGN = {"rows": 30, "columns": 40, "sizes": [10, 26, 51]}
