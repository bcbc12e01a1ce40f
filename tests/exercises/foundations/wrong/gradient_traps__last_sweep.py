"""Only the last sweep is counted.

caught by: test_three_sweeps_without_clearing
says: the earlier ones
"""

ANSWERS = {
    "1": 8,
    "2": 6,
    "3": 10,
    "4": 0.25,
    "5": 3,
    "6": 2,
}
