"""Only identical photographs count.

caught by: test_the_same_people_on_both_sides
says: No photograph, but every person
"""

ANSWERS = {"1": "b", "2": "a", "3": "a", "4": "b", "5": "c"}
