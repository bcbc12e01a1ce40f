"""Worries about the smaller training set.

caught by: test_choosing_on_the_test_set
says: what were the 200 rows used for
"""

ANSWERS = {"1": "c", "2": "a", "3": "b", "4": "b", "5": "c"}
