"""One machine's failures.

caught by: test_failures
says: one machine's share
"""

ANSWERS = {
    "failures": 0.015,
    "young": 2,
    "best": 2,
    "daily": 580,
    "machines": 2.03,
}
