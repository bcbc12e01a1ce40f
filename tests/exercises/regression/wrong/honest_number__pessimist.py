"""Expects the smaller training sets to cancel the luck.

caught by: test_the_winner_of_a_cross_validation
says: usually the smaller
"""

ANSWERS = {"1": "b", "2": "a", "3": "b", "4": "c", "5": "c"}
