"""A whole number where the right one is not.

caught by: test_a_broadcast_row_and_a_mean
says: you answered 4. Work it out once more
"""

ANSWERS = {
    "1": 8,
    "2": 18,
    "3": 10,
    "4": 4,
    "5": 3,
    "6": 2,
}
