"""The mean is taken over the rows alone.

caught by: test_a_broadcast_row_and_a_mean
says: not over the rows alone
"""

ANSWERS = {
    "1": 8,
    "2": 18,
    "3": 10,
    "4": 1.0,
    "5": 3,
    "6": 2,
}
