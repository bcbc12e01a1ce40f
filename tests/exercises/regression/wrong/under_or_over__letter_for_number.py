"""A letter where a number is asked.

caught by: test_how_many_weights_eight_points_need
says: Expected was
"""

ANSWERS = {"1": "a", "2": "b", "3": "c", "4": "c", "5": "b"}
