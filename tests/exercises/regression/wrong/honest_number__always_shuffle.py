"""Shuffles days.

caught by: test_days_out_of_order
says: A day knows a good deal
"""

ANSWERS = {"1": "b", "2": "a", "3": "b", "4": "b", "5": "a"}
