"""Folds of shuffled days.

caught by: test_days_out_of_order
says: test days between training days
"""

ANSWERS = {"1": "b", "2": "a", "3": "b", "4": "b", "5": "b"}
