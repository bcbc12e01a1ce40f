"""The sizes are parts of the picture.

caught by: test_not_too_many_anchors
says: in pixels here
"""

DESIGN = {"rows": 30, "columns": 40, "sizes": [(0.06, 0.08), (0.2, 0.2)]}
