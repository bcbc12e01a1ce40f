"""No number.

caught by: test_parts_that_were_not_weighted
says: Expected was a number
"""

ANSWERS = {
    "1": 8,
    "2": 18,
    "3": 10,
    "4": 0.25,
    "5": 3,
    "6": "twice",
}
