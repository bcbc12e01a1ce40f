"""The interval was not changed.

caught by: test_saving_once_a_day
says: every 2 hours
"""

ANSWERS = {
    "failures": 15,
    "young": 2,
    "best": 2,
    "daily": 335.3,
    "machines": 2.03,
}
