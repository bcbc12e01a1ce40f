"""The safest interval is taken for the quickest.

caught by: test_the_quickest_interval
says: costs more than the failures
"""

ANSWERS = {
    "failures": 15,
    "young": 2,
    "best": 0.25,
    "daily": 580,
    "machines": 2.03,
}
