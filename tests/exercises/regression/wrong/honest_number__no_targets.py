"""Inputs are thought not to leak.

caught by: test_normalising_before_the_split
says: It takes no targets to leak
"""

ANSWERS = {"1": "b", "2": "b", "3": "b", "4": "b", "5": "c"}
