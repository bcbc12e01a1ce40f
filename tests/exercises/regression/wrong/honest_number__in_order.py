"""Trusts the order of recording.

caught by: test_the_same_people_on_both_sides
says: Which boundary
"""

ANSWERS = {"1": "b", "2": "a", "3": "c", "4": "b", "5": "c"}
