"""The test rows get their own statistics.

caught by: test_normalising_before_the_split
says: in different company
"""

ANSWERS = {"1": "b", "2": "c", "3": "b", "4": "b", "5": "c"}
