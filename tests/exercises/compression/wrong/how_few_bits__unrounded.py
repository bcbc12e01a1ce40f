"""The outlier was put in, and nothing rounded.

caught by: test_one_weight_spoils_the_rest
says: without rounding
"""

ANSWERS = {"1": 4, "2": 88, "3": "a", "4": 80, "5": "a"}
