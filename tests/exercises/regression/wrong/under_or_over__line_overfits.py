"""Expects a line to follow every point.

caught by: test_what_more_data_do_for_a_line
says: A line has two weights
"""

ANSWERS = {"1": "a", "2": "b", "3": 7, "4": "c", "5": "c"}
