"""The row is taken to be used once.

caught by: test_a_broadcast_row_and_a_sum
says: added to every row
"""

ANSWERS = {
    "1": 8,
    "2": 18,
    "3": 1,
    "4": 0.25,
    "5": 3,
    "6": 2,
}
