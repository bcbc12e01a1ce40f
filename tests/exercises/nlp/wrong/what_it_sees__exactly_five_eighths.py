"""A window of 9 or 10.

caught by: test_with_a_window_of_eight
says: wider than 8
"""

ANSWERS = {
    "no table": 0.22,
    "causal": 1.0,
    "window": 0.64,
    "letters": 2,
    "why": "b",
}
