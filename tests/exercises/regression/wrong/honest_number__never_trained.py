"""Choosing is not counted as learning.

caught by: test_choosing_on_the_test_set
says: but chosen by them
"""

ANSWERS = {"1": "a", "2": "a", "3": "b", "4": "b", "5": "c"}
