"""Measures the error better.

caught by: test_what_helps_against_too_much_freedom
says: leave it as it is
"""

ANSWERS = {"1": "a", "2": "b", "3": 7, "4": "b", "5": "b"}
