"""One degree too few.

caught by: test_how_many_weights_eight_points_need
says: too few for eight conditions
"""

ANSWERS = {"1": "a", "2": "b", "3": 6, "4": "c", "5": "b"}
