"""The parts are taken to be weighted.

caught by: test_parts_that_were_not_weighted
says: has the full slope
"""

ANSWERS = {
    "1": 8,
    "2": 18,
    "3": 10,
    "4": 0.25,
    "5": 3,
    "6": 1,
}
