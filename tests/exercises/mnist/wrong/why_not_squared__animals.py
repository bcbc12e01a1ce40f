"""Numbered names are taken for amounts.

caught by: test_where_squared_error_is_right
says: the mean of a cat and a bird
"""

ANSWERS = {
    "1": "b",
    "2": "c",
    "3": "a",
    "4": "b",
    "5": "a",
}
