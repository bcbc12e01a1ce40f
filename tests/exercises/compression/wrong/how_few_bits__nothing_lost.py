"""Trusts that a scale for each digit mends everything.

caught by: test_what_was_spoilt
says: one digit in ten could not be read
"""

ANSWERS = {"1": 4, "2": 10, "3": "b", "4": 80, "5": "c"}
