"""Blames the new points.

caught by: test_an_error_far_below_the_noise
says: the very same source
"""

ANSWERS = {"1": "a", "2": "c", "3": 7, "4": "c", "5": "b"}
