"""Takes any gap for overfitting.

caught by: test_a_large_error_on_the_training_points
says: Look at the other
"""

ANSWERS = {"1": "b", "2": "b", "3": 7, "4": "c", "5": "b"}
