"""Gives the number of weights.

caught by: test_how_many_weights_eight_points_need
says: That is the number of weights
"""

ANSWERS = {"1": "a", "2": "b", "3": 8, "4": "c", "5": "b"}
