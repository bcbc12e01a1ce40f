"""Hours where a ratio was asked for.

caught by: test_ten_thousand_machines
says: Those are hours
"""

ANSWERS = {
    "failures": 15,
    "young": 2,
    "best": 2,
    "daily": 580,
    "machines": 610.16,
}
