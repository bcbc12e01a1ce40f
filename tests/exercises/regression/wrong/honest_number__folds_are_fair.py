"""Trusts the winner of a cross-validation.

caught by: test_the_winner_of_a_cross_validation
says: the least of forty
"""

ANSWERS = {"1": "b", "2": "a", "3": "b", "4": "a", "5": "c"}
