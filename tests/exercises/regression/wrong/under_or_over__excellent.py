"""Praises an error below the noise.

caught by: test_an_error_far_below_the_noise
says: Which error would the truth itself have
"""

ANSWERS = {"1": "a", "2": "a", "3": 7, "4": "c", "5": "b"}
