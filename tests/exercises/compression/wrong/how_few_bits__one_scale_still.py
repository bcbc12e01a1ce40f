"""The scale for each digit was not asked for.

caught by: test_a_scale_for_each_digit
says: for_each_digit=True
"""

ANSWERS = {"1": 4, "2": 10, "3": "b", "4": 10, "5": "a"}
