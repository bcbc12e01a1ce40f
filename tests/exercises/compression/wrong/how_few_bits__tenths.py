"""Percent with a digit after the point.

caught by: test_a_scale_for_each_digit
says: whole percent
"""

ANSWERS = {"1": 4, "2": 9.9, "3": "b", "4": 79.9, "5": "a"}
