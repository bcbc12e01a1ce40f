"""The first width that was tried.

caught by: test_the_least_width_that_misses_none
says: not the least
"""

ANSWERS = {
    "1": 4.65,
    "2": 1.5,
    "3": 6,
    "4": 8,
    "5": 5.7,
    "6": "b",
}
