"""Shares instead of percent.

caught by: test_one_weight_spoils_the_rest
says: asks for percent
"""

ANSWERS = {"1": 4, "2": 0.1, "3": "b", "4": 0.8, "5": "a"}
