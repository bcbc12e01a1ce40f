"""Taken for what the loss should say.

caught by: test_two_wrong_digits
says: Equally wrong is what they should be
"""

ANSWERS = {
    "1": "a",
    "2": "c",
    "3": "a",
    "4": "b",
    "5": "b",
}
