"""A 4 is taken to be nearer to a 3.

caught by: test_two_wrong_digits
says: the labels are names
"""

ANSWERS = {
    "1": "c",
    "2": "c",
    "3": "a",
    "4": "b",
    "5": "b",
}
