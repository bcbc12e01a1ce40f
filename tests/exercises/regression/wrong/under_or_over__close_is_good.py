"""Content that the errors are close.

caught by: test_a_large_error_on_the_training_points
says: both far from 0.09
"""

ANSWERS = {"1": "c", "2": "b", "3": 7, "4": "c", "5": "b"}
