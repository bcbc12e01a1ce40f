"""Solves more exactly.

caught by: test_what_helps_against_too_much_freedom
says: too good already
"""

ANSWERS = {"1": "a", "2": "b", "3": 7, "4": "a", "5": "b"}
